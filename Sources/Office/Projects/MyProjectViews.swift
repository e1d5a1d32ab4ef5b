import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// Projects for those who work in them: what is to be done, the own hours, evidence.
struct MyProjectViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.projects.mine), href: reader.link("/me/projects"))] }

    func list(_ projects: [Project]) -> Screen {
        Screen(t(T.projects.mine), isIndexed: false) {
            Heading(t(T.projects.mine), lead: t(T.projects.mineLead))
            if projects.isEmpty {
                EmptyState(t(T.projects.mineNone), t(T.projects.mineNoneText)) { LinkButton(t(T.projects.seeAll), href: reader.link("/projects"), .quiet) }
            }
            ForEach(projects) { line($0) }
        }
    }

    func line(_ project: Project) -> PersonLine {
        PersonLine(
            t.run(project.details.name), href: reader.link(project.ownPath), detail: project.days.map { [Run(t.days($0))] } ?? [],
            state: ProjectFrame.chip(project.state, t))
    }

    /// A project from inside.
    struct Sight: Sendable {
        let sight: ProjectSight
        let hours: [WorkHours]
        let activities: [ProjectActivity]
        let indicators: [Indicator]
        let reports: [ProjectReport]
        let files: [ProjectFile]
    }

    func show(_ own: Sight, _ form: FilledForm) -> Screen {
        let project = own.sight.project, details = project.details
        return Screen(t.shown(details.name), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t.run(details.name), kind: Run(t(T.projects.project)), lead: details.summary.isEmpty ? nil : t.run(details.summary))
            HTML::p { ProjectFrame.chip(project.state, t) }
            Facts {
                if let days = project.days { FactLine(t(T.projects.days), t.days(days)) }
                FactLine(t(T.projects.lead), project.leadName.isEmpty ? t(T.projects.nobodyYet) : project.leadName)
                ForEach(own.sight.own) { one in
                    FactLine(t(T.projects.ownShareOfWork)) {
                        t(T.projects.percentOf(percent: .number(one.share.percent))); ", "; t.days(one.share.days)
                        if !one.part.isEmpty { ", "; t.run(one.part) }
                    }
                }
            }
            hours(own, form)
            if !own.activities.isEmpty {
                h2 { t(T.projects.activities) }
                ActivityChart(activities: own.activities, days: project.days, reader: reader).body
            }
            if !own.indicators.isEmpty {
                h2 { t(T.projects.indicators) }
                HTML::p { t(T.projects.indicatorsLead) }
                IndicatorTable(indicators: own.indicators, base: "\(project.ownPath)/indicators", reader: reader).body
            }
            papers(own)
        }
    }

    @HTMLBuilder private func hours(_ own: Sight, _ form: FilledForm) -> some HTML {
        if !own.sight.own.isEmpty {
            h2 { t(T.projects.myHours) }
            HoursView(project: own.sight.project, people: own.sight.own, hours: own.hours, reader: reader)
            if own.sight.project.state == .running {
                HoursForm(action: "\(own.sight.project.ownPath)/hours", people: own.sight.own, form: form, reader: reader)
            }
        }
    }

    @HTMLBuilder private func papers(_ own: Sight) -> some HTML {
        if !own.reports.isEmpty {
            h2 { t(T.projects.reports) }
            ForEach(own.reports) { report in
                PersonLine(
                    t.run(report.title), detail: [Run(t(T.projects.untilDay(day: .day(report.due))))],
                    state: ProjectPaperViews.chip(report, reader))
            }
        }
        if !own.files.isEmpty {
            h2 { t(T.projects.documents) }
            ul { ForEach(own.files) { one in li { a(.href(reader.link(one.file.path))) { t.run(one.title) }; " (\(one.file.label(t)))" } } }
        }
    }

    func indicator(_ sight: ProjectSight, _ indicator: Indicator, _ activities: [ProjectActivity], _ form: FilledForm) -> Screen {
        let project = sight.project, name = t.run(indicator.details.name)
        return Screen(name.text, trail: trail + [Look.Link(t.run(project.details.name), href: reader.link(project.ownPath))], isIndexed: false) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.projects.indicator)))
            HTML::p { IndicatorTable.chip(indicator, reader) }
            EvidenceView(indicator: indicator, reader: reader, base: nil)
            if project.state == .running {
                EvidenceForm(action: "\(project.ownPath)/indicators/\(indicator.id)/evidence", activities: activities, form: form, reader: reader)
            }
        }
    }
}
