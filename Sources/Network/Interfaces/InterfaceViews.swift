import Forms
import HTML
import Kernel
import Languages
import Look

/// What stands open to programs: what anybody reads, which keys there are, who is told what happens.
struct InterfaceViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ keys: [AccessKey], _ webhooks: [Webhook]) -> Screen {
        Screen(t(T.interfaces.title), trail: reader.settingsTrail) {
            Heading(t(T.interfaces.title), lead: t(T.interfaces.lead))
            HTML::p { a(.href(reader.link(InterfacePaths.guide))) { t(T.interfaces.guideLink) } }
            h2 { t(T.interfaces.keys) }
            HTML::p { t(T.interfaces.keysLead) }
            if !keys.isEmpty { table(keys) }
            Buttons { LinkButton(t(T.interfaces.newKey), href: reader.link(InterfacePaths.keys + "/new"), keys.isEmpty ? .primary : .quiet) }
            h2 { t(T.interfaces.hooks) }
            HTML::p { t(T.interfaces.hooksLead) }
            if !webhooks.isEmpty { table(webhooks) }
            Buttons { LinkButton(t(T.interfaces.newHook), href: reader.link(InterfacePaths.webhooks + "/new"), .quiet) }
        }
    }

    private func table(_ keys: [AccessKey]) -> some HTML {
        DataTable(t(T.interfaces.keys), rows: keys, columns: [
            Column(t(T.interfaces.name), .name) { key in a(.href(reader.link(InterfacePaths.key(key.id)))) { t.run(key.draft.name) } },
            Column(t(T.interfaces.scopes)) { key in AccessScope.allCases.filter(key.draft.scopes.contains).map { t($0.name) }.joined(separator: ", ") },
            Column(t(T.interfaces.until)) { key in t.day(key.draft.until, .numeric) },
            Column(t(T.interfaces.used)) { key in key.used.map { t.instant($0) } ?? t(T.interfaces.never) },
            Column(t(T.common.state)) { key in InterfaceWords.chip(key.state(on: reader.today), t) },
        ], isCaptionHidden: true)
    }

    private func table(_ webhooks: [Webhook]) -> some HTML {
        DataTable(t(T.interfaces.hooks), rows: webhooks, columns: [
            Column(t(T.interfaces.name), .name) { hook in a(.href(reader.link(InterfacePaths.webhook(hook.id)))) { t.run(hook.draft.name) } },
            Column(t(T.interfaces.address)) { hook in span(.lang("en")) { hook.draft.address } },
            Column(t(T.interfaces.hears)) { hook in WebhookKind.chosen.filter(hook.draft.kinds.contains).map { t($0.name) }.joined(separator: ", ") },
            Column(t(T.common.state)) { hook in InterfaceWords.chip(hook, t) },
        ], isCaptionHidden: true)
    }
}
