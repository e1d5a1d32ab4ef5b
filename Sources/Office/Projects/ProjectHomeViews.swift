import Forms
import HTML
import Kernel
import Languages
import Look

/// The first page of a project: what it is, what comes next, the way it went.
struct ProjectHomeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    struct Sight: Sendable {
        let sight: ProjectSight
        let call: FundingCall?
        let partners: [ProjectPartner]
        let step: ProjectStep
        let way: [ProjectWayStep]
        let activities: [ProjectActivity]
        let budget: BudgetSum
        let indicators: [Indicator]
    }

    func home(_ home: Sight, _ form: FilledForm) -> Screen {
        let project = home.sight.project, money = ProjectMoneyText(t: t, currency: project.details.amount.currency)
        return ProjectFrame(reader, project).screen(.home, form) {
            if !project.reason.isEmpty { Notice(.neutral) { HTML::p { t.run(project.reason) } } }
            facts(home, money)
            Buttons {
                LinkButton(t(T.projects.editProject), href: reader.link("\(project.deskPath)/edit"), .quiet)
                if project.isPublic { LinkButton(t(T.projects.openPublic), href: reader.link(project.path), .quiet) }
            }
            if !home.indicators.isEmpty {
                h2 { t(T.projects.indicators) }
                IndicatorTable(indicators: home.indicators, base: "\(project.deskPath)/indicators", reader: reader).body
            }
            if !home.activities.isEmpty {
                h2 { t(T.projects.activities) }
                ActivityChart(activities: home.activities, days: project.days, reader: reader).body
            }
            if project.state.isOpen {
                h2 { t(T.projects.nextStep) }
                step(home, form)
            } else { Disclosure(t(T.projects.nextStep), isOpen: form.problem != nil) { step(home, form) } }
            way(home.way)
        }
    }

    private func facts(_ home: Sight, _ money: ProjectMoneyText) -> some HTML {
        let project = home.sight.project, details = project.details
        return Facts {
            FactLine(t(T.projects.part), t(details.part.name))
            if !details.number.isEmpty { FactLine(t(T.projects.number), details.number) }
            if let call = home.call { FactLine(t(T.projects.fromCall)) { a(.href(reader.link(call.path))) { t.run(call.details.title) } } }
            if !details.source.isEmpty { FactLine(t(T.projects.source), t.run(details.source)) }
            if let days = project.days { FactLine(t(T.projects.days), t.days(days)) }
            if !details.amount.isZero { FactLine(t(T.projects.amount), t.money(details.amount)) }
            if !details.ownShare.isZero { FactLine(t(T.projects.ownShare), t.money(details.ownShare)) }
            if home.budget.planned > 0 { FactLine(t(T.projects.leftOfBudget), money(home.budget.left)) }
            FactLine(t(T.projects.lead), project.leadName.isEmpty ? t(T.projects.nobodyYet) : project.leadName)
            if !home.partners.isEmpty {
                FactLine(t(T.projects.partners)) {
                    ForEach(Array(home.partners.enumerated())) { place, one in
                        if place > 0 { "; " }
                        a(.href(reader.link(one.partner.path))) { t.run(one.partner.details.name) }
                        " ("; t(one.part.name); ")"
                    }
                }
            }
        }
    }

    // MARK: What comes next

    @HTMLBuilder private func step(_ home: Sight, _ form: FilledForm) -> some HTML {
        let project = home.sight.project
        let waiting = project.state.next.first.map { home.step.obstacles(to: $0, on: reader.today, today: reader.today, reason: "–") } ?? []
        if let first = project.state.next.first, !waiting.isEmpty {
            Notice(.waiting, t(T.projects.waitsFor(state: .phrase(first.name)))) {
                ul {
                    ForEach(waiting) { one in
                        li {
                            if let (name, lacks) = one.named { t.run(name); ": "; t(lacks) } else { t(one.fault.phrase) }
                        }
                    }
                }
            }
        }
        Look::Form(action: reader.link("\(project.deskPath)/state"), hidden: reader.hidden, isGuarded: true, label: t(T.projects.nextStep)) {
            form.field(T.projects.nextStep, "state").select(project.state.next.map { Field.Choice($0.rawValue, t($0.act)) })
            form.day(T.projects.stepDay, "day")
            form.field(T.projects.reason, "reason", .full, hint: T.projects.reasonHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
            Buttons { Submit(t(T.projects.makeStep)) }
        }
    }

    @HTMLBuilder private func way(_ steps: [ProjectWayStep]) -> some HTML {
        if !steps.isEmpty {
            h2 { t(T.projects.way) }
            Timeline(steps.map { step in
                Timeline.Entry(
                    moment: step.at.iso, when: step.day.map { t.day($0) } ?? t.instant(step.at), who: step.who, what: t(step.state.name),
                    detail: step.reason.isEmpty ? nil : step.reason)
            })
        }
    }
}
