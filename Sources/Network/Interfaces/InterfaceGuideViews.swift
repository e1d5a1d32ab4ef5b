import Forms
import HTML
import Kernel
import Languages
import Look

/// What whoever writes a program for this centre must know, on one page.
struct InterfaceGuideViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.centre.origin + API.root }

    func show(_ routes: [APIRoute]) -> Screen {
        Screen(t(T.interfaces.guide), description: t(T.interfaces.guideLead)) {
            Heading(t(T.interfaces.guide), lead: t(T.interfaces.guideLead))
            Facts {
                FactLine(t(T.interfaces.base)) { code { base } }
                FactLine(t(T.interfaces.description)) { a(.href(base + API.description), .lang("en")) { "OpenAPI 3.1" } }
                FactLine(t(T.interfaces.follow)) { feeds }
            }
            h2 { t(T.interfaces.open) }
            HTML::p { t(T.interfaces.openText) }
            table(t(T.interfaces.open), routes.filter { $0.scope == nil }, isKeyed: false)
            h2 { t(T.interfaces.keyed) }
            HTML::p { t(T.interfaces.keyedText) }
            HTML::p(.class("feed")) { code(.lang("en")) { "Authorization: Bearer \(AccessKey.prefix)…" } }
            table(t(T.interfaces.keyed), routes.filter { $0.scope != nil }, isKeyed: true)
            h2 { t(T.interfaces.hooks) }
            HTML::p { t(T.interfaces.hooksGuide) }
            ul { ForEach(WebhookKind.chosen) { kind in li { code(.lang("en")) { kind.rawValue }; " – \(t(kind.name))" } } }
            h2 { t(T.interfaces.problems) }
            HTML::p { t(T.interfaces.problemsText) }
            ForEach(APIProblem.allCases.sorted { $0.status < $1.status }) { problem in
                h3(.id(problem.rawValue)) { "\(problem.status) · \(t(problem.title))" }
                HTML::p { t(problem.way) }
            }
        }
    }

    @HTMLBuilder private var feeds: some HTML {
        let lines = [("iCalendar", "/events.ics"), ("Atom", "/news.atom"), ("Atom", "/practices.atom"), ("Atom", "/offer.atom")]
        ForEach(Array(lines.enumerated())) { place, line in
            if place > 0 { ", " }
            a(.href(reader.link(line.1)), .lang("en")) { "\(line.0) \(line.1)" }
        }
    }

    private func table(_ caption: String, _ routes: [APIRoute], isKeyed: Bool) -> some HTML {
        DataTable(caption, rows: routes, columns: [
            Column(t(T.interfaces.address), .name) { route in code(.lang("en")) { route.path } },
            Column(t(T.interfaces.tells)) { route in t(route.title) },
            Column(t(isKeyed ? T.interfaces.scopes : T.interfaces.parameters)) { route in
                let names = route.scope.map { [$0.rawValue] } ?? route.parameters.filter { !$0.isInPath }.map(\.name)
                if names.isEmpty { "–" } else { code(.lang("en")) { names.joined(separator: ", ") } }
            },
        ], isCaptionHidden: true)
    }
}
