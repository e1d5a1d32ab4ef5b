import HTML
import Imports
import Kernel
import Languages
import Look
import Web

enum LogoViews {
    static func show(_ visit: Visit, _ centre: Centre, _ logo: CentreLogo?, _ problem: Problem?) -> Answer {
        let t = visit.t
        let base = visit.link("/settings/centre/logo")
        let trail = visit.settingsTrail + [Look.Link(t(T.centres.centreSettings), href: visit.link("/settings/centre"))]
        return visit.page(t(T.centres.logo), trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.centres.logo), lead: t(T.centres.logoLead))
            if let problem, visit.mistakes(problem).isEmpty { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            if let logo {
                div(.class("head-of-paper")) {
                    img(.src("\(base)/\(logo.digest)"), .alt(t(T.centres.logoAlt(name: .text(centre.name(in: visit.language))))))
                    div {
                        HTML::p(.class("name")) { centre.name(in: visit.language) }
                        if !centre.street.isEmpty { HTML::p { t.shown(centre.street) } }
                    }
                }
                Buttons {
                    LinkButton(t(T.centres.logoPaper), href: base + "/paper.pdf", .quiet, icon: .print)
                    ButtonForm(t(T.centres.logoRemove), .quiet, action: base + "/remove", hidden: visit.hidden)
                }
            } else {
                EmptyState(t(T.centres.logoNone), t(T.centres.logoNoneText)) { Empty() }
            }
            h2 { t(logo == nil ? T.centres.logoChoose : T.centres.logoReplace) }
            Form(action: base, hidden: visit.hidden, hasFiles: true) {
                Field(t(T.common.file), name: "picture", hint: t(T.centres.logoHint), error: visit.mistake("picture", problem)).file(accept: ".svg,.png")
                Buttons { Submit(t(T.centres.logoSave)) }
            }
            HTML::p { t(T.centres.logoStays) }
        }
    }
}
