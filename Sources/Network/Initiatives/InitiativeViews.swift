import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

/// Initiatives as everybody reads of them: the adopted text, who stands where, and the way it went.
struct InitiativeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ lines: [InitiativeLine]) -> Screen {
        Screen(t(T.initiatives.title), description: t(T.initiatives.publicLead)) {
            Heading(t(T.initiatives.title), lead: t(T.initiatives.publicLead))
            if lines.isEmpty { EmptyState(t(T.initiatives.publicNone), t(T.initiatives.publicNoneText)) { Empty() } } else {
                EntryList(lines.map { line in
                    let one = line.initiative
                    return Entry(
                        title: t.run(one.details.title, one.details.language), href: reader.link(one.path), measure: one.adopted.map { "\($0.year)" } ?? "",
                        mark: one.number, facts: [t.run(one.details.recipient), Run(line.home.name(in: t.language))], state: one.chip(t))
                })
            }
        }
    }

    func show(_ sight: InitiativeSight) -> Screen {
        let one = sight.initiative, details = one.details, title = t.run(details.title, details.language)
        return Screen(title.text, description: t(T.initiatives.publicLead), trail: [Look.Link(t(T.initiatives.title), href: reader.link("/initiatives"))]) {
            Heading(title, kind: Run(t(T.initiatives.initiative)))
            HTML::p { one.chip(t) }
            InitiativeFacts(reader: reader, sight: sight)
            Buttons { LinkButton(t(T.initiatives.pdf), href: reader.link("\(one.path)/initiative.pdf"), .quiet, icon: .print) }
            if !details.reasons.isEmpty {
                h2 { t(T.initiatives.reasons) }
                MarkdownView(Markdown(t.shown(details.reasons)), lang: t.lang(of: details.language))
            }
            h2 { t(T.initiatives.text) }
            ArticlesShown(reader: reader, articles: sight.current?.articles ?? [], language: details.language)
            h2 { t(T.initiatives.positions) }
            StandingsShown(reader: reader, sight: sight)
            InitiativeWay(reader: reader, sight: sight)
        }
    }
}

/// What an initiative is, in a few lines.
struct InitiativeFacts: View {
    let reader: Reader
    let sight: InitiativeSight
    /// Who sees to it, for those who work on it.
    var keeper: String?
    private var t: Texts { reader.t }

    var body: Markup {
        let one = sight.initiative
        Facts {
            FactLine(t(T.initiatives.recipient), t.run(one.details.recipient))
            FactLine(t(T.initiatives.home), sight.home.name(in: t.language))
            if let keeper { FactLine(t(T.initiatives.keeper), keeper) }
            if !one.number.isEmpty { FactLine(t(T.initiatives.number), Run(one.number)) }
            if let day = one.adopted { FactLine(t(T.initiatives.adoptedOn), t.day(day)) } else {
                FactLine(t(T.initiatives.deadline), t.instant(one.details.deadline))
            }
            if let outcome = one.outcome, !outcome.proof.isEmpty {
                FactLine(t(T.initiatives.proof)) {
                    if outcome.proof.hasPrefix("https://") || outcome.proof.hasPrefix("http://") {
                        a(.href(outcome.proof), .rel("noopener")) { outcome.proof }
                    } else { t.run(outcome.proof) }
                }
            }
        }
    }
}

/// The way it went, the newest first. What people wrote names its language, so that each step is written here.
struct InitiativeWay: View {
    let reader: Reader
    let sight: InitiativeSight
    private var t: Texts { reader.t }

    var body: Markup {
        let steps = sight.way
        if !steps.isEmpty {
            h2 { t(T.initiatives.way) }
            ol(.class("timeline")) {
                ForEach(steps) { step in
                    li {
                        HTML::p {
                            strong {
                                t(step.kind.phrase)
                                if let recipient = step.kind.recipient { ": "; t.run(recipient) }
                            }
                            if !step.detail.isEmpty { span(.class("detail")) { t.run(step.detail) } }
                        }
                        HTML::p(.class("meta")) {
                            time(.datetime(step.day.iso)) { t.day(step.day) }
                            " · "
                            sight.home.name(in: t.language)
                        }
                    }
                }
            }
        }
    }
}
