import HTML
import Kernel
import Languages
import Look
import Web

enum LogoViews {
    static func show(_ visit: Visit, _ centre: Centre, _ logo: CentreLogo?, _ problem: Problem?) -> Answer {
        let t = visit.t
        let base = visit.link("/settings/centre/logo")
        let trail = NetworkTrail.settings(visit) + [Look.Link(t(T.network.centreSettings), href: visit.link("/settings/centre"))]
        return visit.page(t(T.network.logo), trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(t(T.network.logo), lead: t(T.network.logoLead))
            if let problem, visit.mistakes(problem).isEmpty { Notice(.bad, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } } }
            if let logo {
                div(.class("head-of-paper")) {
                    img(.src("\(base)/\(logo.digest)"), .alt(t(T.network.logoAlt(name: .text(centre.name(in: visit.language))))))
                    div {
                        HTML::p(.class("name")) { centre.name(in: visit.language) }
                        if !centre.street.isEmpty { HTML::p { t.shown(centre.street) } }
                    }
                }
                Buttons {
                    LinkButton(t(T.network.logoPaper), href: base + "/paper.pdf", .quiet, icon: .print)
                    ButtonForm(t(T.network.logoRemove), .quiet, action: base + "/remove", hidden: visit.hidden)
                }
            } else {
                EmptyState(t(T.network.logoNone), t(T.network.logoNoneText)) { Empty() }
            }
            h2 { t(logo == nil ? T.network.logoChoose : T.network.logoReplace) }
            Form(action: base, hidden: visit.hidden, hasFiles: true) {
                Field(t(T.network.file), name: "picture", hint: t(T.network.logoHint), error: visit.mistake("picture", problem)).file(accept: ".svg,.png")
                Buttons { Submit(t(T.network.logoSave)) }
            }
            HTML::p { t(T.network.logoStays) }
        }
    }
}
