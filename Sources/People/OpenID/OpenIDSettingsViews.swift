import Forms
import HTML
import Kernel
import Languages
import Look

/// Services by which people may enter.
struct OpenIDSettingsViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/settings/openid") }

    /// - Parameter back: the address to be written down at each service.
    func list(_ providers: [OpenIDProvider], back: String) -> Screen {
        Screen(t(T.openid.title), trail: reader.settingsTrail) {
            Heading(t(T.openid.title), lead: t(T.openid.lead))
            Buttons { LinkButton(t(T.openid.new), href: "\(base)/new") }
            if providers.isEmpty { EmptyState(t(T.openid.none), t(T.openid.noneText)) { Empty() } }
            ForEach(providers) { provider in
                let asked = provider.asked.map { t(T.openid.askedOn(at: .instant($0))) } ?? t(T.openid.neverAsked)
                PersonLine(
                    t.run(provider.draft.name), href: "\(base)/\(provider.id)", detail: [Run(provider.draft.issuer), Run(asked)],
                    state: provider.draft.isShown ? Chip(provider.isReady ? .good : .bad, t(provider.isReady ? T.openid.open : T.openid.silent))
                        : Chip(.neutral, t(T.openid.hidden)))
            }
            HTML::p { t(T.openid.backText); " "; code { back } }
        }
    }

    func form(_ provider: OpenIDProvider?, back: String, _ form: FilledForm) -> Screen {
        let title = provider.map { t.run($0.draft.name) } ?? Run(t(T.openid.new)), action = provider.map { "\(base)/\($0.id)" } ?? "\(base)/new"
        return Screen(title.text, trail: reader.settingsTrail + [Look.Link(t(T.openid.title), href: base)]) {
            FormFaults(form)
            Heading(title)
            HTML::p { t(T.openid.backText); " "; code { back } }
            Form(action: action, hidden: reader.hidden, label: title.text) {
                form.field(T.openid.name, "name", hint: T.openid.nameHint, most: TextLimit.label.rawValue).text()
                form.field(T.openid.issuer, "issuer", .full, hint: T.openid.issuerHint, most: TextLimit.sentence.rawValue).address()
                form.field(T.openid.client, "client", .full, most: TextLimit.line.rawValue).text()
                Field(
                    t(T.openid.secret), name: "secret", hint: provider == nil ? nil : t(T.openid.secretHint), error: form.fault("secret"),
                    optional: provider == nil ? nil : t(T.common.optional), autocomplete: "off"
                ).password()
                form.field(T.openid.links, "links", hint: T.openid.linksHint).check(isOn: form["links"] == "yes")
                form.field(T.openid.shown, "shown").check(isOn: form["shown"] == "yes")
                Buttons { Submit(t(T.common.save)) }
            }
            if provider != nil {
                Disclosure(t(T.openid.remove)) {
                    HTML::p { t(T.openid.removeHint) }
                    ButtonForm(t(T.openid.remove), .danger, action: "\(action)/remove", hidden: reader.hidden)
                }
            }
        }
    }
}
