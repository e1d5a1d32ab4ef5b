import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

/// Projects as everybody reads of them: what is marked for the public, and of its results only what has evidence.
struct ProjectViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ projects: [Project]) -> Screen {
        Screen(t(T.projects.title), description: t(T.projects.publicLead)) {
            Heading(t(T.projects.title), lead: t(T.projects.publicLead))
            if projects.isEmpty { EmptyState(t(T.projects.publicNone), t(T.projects.publicNoneText)) { Empty() } } else {
                EntryList(projects.map { project in
                    let facts = [project.details.summary, project.details.source].filter { !$0.isEmpty }.map { t.run($0) }
                    return Entry(
                        title: t.run(project.details.name), href: reader.link(project.path), measure: years(project), mark: t(project.details.part.name), facts: facts,
                        state: ProjectFrame.chip(project.state, t))
                })
            }
        }
    }

    private func years(_ project: Project) -> String {
        guard let days = project.days else { return "\(project.since.year)" }
        return days.lowerBound.year == days.upperBound.year ? "\(days.lowerBound.year)" : "\(days.lowerBound.year)–\(days.upperBound.year)"
    }

    /// What everybody reads of one.
    struct Sight: Sendable {
        let project: Project
        let partners: [ProjectPartner]
        let activities: [ProjectActivity]
        let indicators: [Indicator]
    }

    func show(_ sight: Sight) -> Screen {
        let project = sight.project, details = project.details, results = sight.indicators.filter { $0.reached != nil }
        return Screen(
            t.shown(details.name), description: details.summary.isEmpty ? nil : t.shown(details.summary),
            trail: [Look.Link(t(T.projects.title), href: reader.link("/projects"))]
        ) {
            Heading(t.run(details.name), kind: Run(t(T.projects.project)), lead: details.summary.isEmpty ? nil : t.run(details.summary))
            HTML::p { ProjectFrame.chip(project.state, t) }
            Facts {
                if let days = project.days { FactLine(t(T.projects.days), t.days(days)) }
                if !details.source.isEmpty { FactLine(t(T.projects.source), t.run(details.source)) }
                if !details.number.isEmpty { FactLine(t(T.projects.number), details.number) }
                FactLine(t(T.projects.part), t(details.part.name))
            }
            if !details.description.isEmpty { MarkdownView(Markdown(t.shown(details.description)), lang: t.lang(of: reader.centre.language)) }
            if !results.isEmpty {
                h2 { t(T.projects.results) }
                DataTable(t(T.projects.results), rows: results, columns: [
                    Column(t(T.projects.indicator), .name) { one in t.run(one.details.name) },
                    Column(t(T.projects.reached), .number) { one in IndicatorTable.reached(one, t); " "; t.run(one.details.unit) },
                    Column(t(T.projects.target), .number) { one in t.number(one.details.target) },
                    Column(t(T.projects.evidence), .number) { one in t.number(one.rows.count) },
                ], isCaptionHidden: true)
            }
            let partners = sight.partners.filter(\.partner.details.isShown)
            if !partners.isEmpty {
                h2 { t(T.projects.partners) }
                ul {
                    ForEach(partners) { one in
                        li {
                            if one.partner.details.link.isEmpty { t.run(one.partner.details.name) } else {
                                a(.href(one.partner.details.link), .rel("noopener")) { t.run(one.partner.details.name) }
                            }
                            if !one.partner.details.place.isEmpty { ", "; t.run(one.partner.details.place) }
                            " ("; t(one.part.name); ")"
                        }
                    }
                }
            }
            let shown = sight.activities.filter { $0.details.state != .dropped }
            if !shown.isEmpty {
                h2 { t(T.projects.whatIsDone) }
                ul { ForEach(shown) { one in li { t.run(one.details.name); ", "; t.days(one.details.days) } } }
            }
        }
    }
}
