import Forms
import HTML
import Kernel
import Languages
import Look

/// Webhooks of a centre.
struct WebhookViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { reader.settingsTrail + [Look.Link(t(T.interfaces.title), href: reader.link(InterfacePaths.all))] }

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.interfaces.newHook), trail: trail) {
            FormFaults(form)
            Heading(t(T.interfaces.newHook), lead: t(T.interfaces.newHookLead))
            Form(action: reader.link(InterfacePaths.webhooks + "/new"), hidden: reader.hidden, label: t(T.interfaces.newHook)) {
                fields(form)
                Buttons {
                    Submit(t(T.interfaces.makeHook))
                    LinkButton(t(T.common.cancel), href: reader.link(InterfacePaths.all), .quiet)
                }
            }
        }
    }

    @HTMLBuilder private func fields(_ form: FilledForm) -> some HTML {
        form.field(T.interfaces.hookName, "name", hint: T.interfaces.hookNameHint, most: TextLimit.label.rawValue).text()
        form.field(T.interfaces.address, "link", .full, hint: T.interfaces.addressHint, most: TextLimit.sentence.rawValue).address()
        form.field(T.interfaces.hears, "kinds").checkboxes(
            WebhookKind.chosen.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("kinds")))
    }

    /// The one page on which the secret stands.
    func secret(of id: Webhook.ID, _ secret: String) -> Screen {
        Screen(t(T.interfaces.hookSecret), trail: trail) {
            Heading(t(T.interfaces.hookSecret), lead: t(T.interfaces.secretLead))
            HTML::p(.class("feed")) { code(.lang("en")) { secret } }
            HTML::p { t(T.interfaces.hookSecretUse) }
            Buttons { LinkButton(t(T.interfaces.secretKept), href: reader.link(InterfacePaths.webhook(id))) }
        }
    }

    func show(_ webhook: Webhook, _ deliveries: [WebhookDelivery], _ form: FilledForm) -> Screen {
        let name = t.run(webhook.draft.name), own = reader.link(InterfacePaths.webhook(webhook.id)), isAlive = webhook.state != .ended
        return Screen(name.text, trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.interfaces.hook)))
            HTML::p { InterfaceWords.chip(webhook, t) }
            if webhook.state == .paused { Notice(.waiting) { HTML::p { t(webhook.failing == nil ? T.interfaces.pausedText : T.interfaces.stoppedText) } } }
            if webhook.state == .on, let due = webhook.due, let failing = webhook.failing {
                Notice(.waiting) { HTML::p { t(T.interfaces.failingText(since: .instant(failing), due: .instant(due))) } }
            }
            Facts {
                FactLine(t(T.interfaces.address)) { span(.class("feed"), .lang("en")) { webhook.draft.address } }
                FactLine(t(T.interfaces.hears), WebhookKind.chosen.filter(webhook.draft.kinds.contains).map { t($0.name) }.joined(separator: ", "))
                FactLine(t(T.interfaces.made), t.instant(webhook.made))
            }
            if isAlive {
                Buttons {
                    ButtonForm(t(T.interfaces.sendTrial), .quiet, action: own + "/trial", hidden: reader.hidden)
                    if webhook.state == .on { ButtonForm(t(T.interfaces.pause), .quiet, action: own + "/pause", hidden: reader.hidden) }
                    if webhook.state == .paused { ButtonForm(t(T.interfaces.resume), action: own + "/resume", hidden: reader.hidden) }
                }
            }
            h2 { t(T.interfaces.deliveries) }
            if deliveries.isEmpty { HTML::p { t(T.interfaces.deliveriesNone) } } else { table(deliveries, own, isAlive) }
            if isAlive {
                Disclosure(t(T.interfaces.editHook), isOpen: form.problem != nil) {
                    Form(action: own, hidden: reader.hidden, label: t(T.interfaces.editHook)) {
                        fields(form)
                        Buttons { Submit(t(T.common.save)) }
                    }
                }
                Disclosure(t(T.interfaces.newSecret)) {
                    HTML::p { t(T.interfaces.newSecretText) }
                    ButtonForm(t(T.interfaces.makeSecret), .quiet, action: own + "/secret", hidden: reader.hidden)
                }
                Disclosure(t(T.interfaces.endHook)) {
                    HTML::p { t(T.interfaces.endHookText) }
                    ButtonForm(t(T.interfaces.endHook), .danger, action: own + "/end", hidden: reader.hidden)
                }
            }
        }
    }

    private func table(_ deliveries: [WebhookDelivery], _ own: String, _ isAlive: Bool) -> some HTML {
        DataTable(t(T.interfaces.deliveries), rows: deliveries, columns: [
            Column(t(T.interfaces.happened), .name) { delivery in t.instant(delivery.made) },
            Column(t(T.interfaces.what)) { delivery in t(delivery.kind.name) },
            Column(t(T.common.state)) { delivery in InterfaceWords.chip(delivery.state, t) },
            Column(t(T.interfaces.tries), .number) { delivery in t.number(delivery.tries) },
            Column(t(T.interfaces.answered)) { delivery in answer(delivery) },
            Column(t(T.interfaces.act), .act) { delivery in
                if isAlive { ButtonForm(t(T.interfaces.sendAgain), .quiet, action: "\(own)/deliveries/\(delivery.id)/again", hidden: reader.hidden) }
            },
        ], isCaptionHidden: true)
    }

    /// *500 · internal error*
    @HTMLBuilder private func answer(_ delivery: WebhookDelivery) -> some HTML {
        if let status = delivery.status { "\(status)" }
        if let fault = delivery.fault { t(fault.name) }
        if !delivery.answer.isEmpty {
            " "
            span(.class("hint"), .lang("en")) { delivery.answer }
        }
    }
}
