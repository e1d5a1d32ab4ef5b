import Forms
import HTML
import Imports
import Kernel
import Languages
import Look

struct LogoViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ centre: Centre, _ logo: CentreLogo?, _ form: FilledForm) -> Screen {
        let base = reader.link("/settings/centre/logo")
        let trail = reader.settingsTrail + [Look.Link(t(T.centres.centreSettings), href: reader.link("/settings/centre"))]
        return Screen(t(T.centres.logo), trail: trail) {
            FormFaults(form)
            Heading(t(T.centres.logo), lead: t(T.centres.logoLead))
            if let logo {
                div(.class("head-of-paper")) {
                    img(.src("\(base)/\(logo.digest)"), .alt(t(T.centres.logoAlt(name: .text(centre.name(in: reader.language))))))
                    div {
                        HTML::p(.class("name")) { centre.name(in: reader.language) }
                        if !centre.street.isEmpty { HTML::p { t.run(centre.street) } }
                    }
                }
                Buttons {
                    LinkButton(t(T.centres.logoPaper), href: base + "/paper.pdf", .quiet, icon: .print)
                    ButtonForm(t(T.centres.logoRemove), .quiet, action: base + "/remove", hidden: reader.hidden)
                }
            } else {
                EmptyState(t(T.centres.logoNone), t(T.centres.logoNoneText)) { Empty() }
            }
            h2 { t(logo == nil ? T.centres.logoChoose : T.centres.logoReplace) }
            Form(action: base, hidden: reader.hidden, hasFiles: true) {
                form.field(T.common.file, "picture", hint: T.centres.logoHint).file(accept: ".svg,.png")
                Buttons { Submit(t(T.centres.logoSave)) }
            }
            HTML::p { t(T.centres.logoStays) }
        }
    }
}
