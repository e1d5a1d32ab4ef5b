import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// Where a term is asked for, and the school calendar.
struct PlannerAskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ runs: [PlannerRun], _ ground: PlannerGround, again: PlannerRun?, _ form: FilledForm) -> Screen {
        Screen(t(T.planning.planner), trail: YearPlanViews.trail(reader)) {
            FormFaults(form)
            Heading(t(T.planning.planner), lead: t(T.planning.plannerLead))
            if ground.plans == 0 {
                Notice(.info) { HTML::p { t(T.planning.plannerNoWishes) } }
            }
            if !runs.isEmpty {
                DataTable(t(T.planning.runs), rows: runs, columns: [
                    Column(t(T.planning.term), .name) { run in a(.href(reader.link("/staff/planner/\(run.id)"))) { t.days(run.asked.days) } },
                    Column(t(T.common.state)) { run in Chip(run.state.tone, t(run.state.name)) },
                    Column(t(T.planning.groups), .number) { run in t.number(run.groups) },
                    Column(t(T.planning.gap), .number) { run in run.gap.map { t(T.planning.percent(number: .number($0))) } ?? "" },
                    Column(t(T.planning.askedAt)) { run in t.instant(run.at) },
                ])
            }
            h2 { t(again == nil ? T.planning.newRun : T.planning.runAgain) }
            Form(action: reader.link("/staff/planner"), hidden: reader.hidden + (again.map { [Hidden("again", "\($0.id)")] } ?? [])) {
                fields(ground, form)
                Buttons { Submit(t(T.planning.runAct)) }
            }
            HTML::p { a(.href(reader.link("/settings/calendar"))) { t(T.planning.toCalendar(count: ground.periods.count)) } }
        }
    }

    @HTMLBuilder private func fields(_ ground: PlannerGround, _ form: FilledForm) -> some HTML {
        FieldRow {
            form.day(T.planning.firstDay, "first")
            form.day(T.planning.lastDay, "last")
        }
        FieldRow {
            form.field(T.planning.mostGroups, "most", .short).number()
            form.field(T.planning.mostADay, "aDay", .short).number()
            form.field(T.planning.leastPeople, "least", .short, hint: T.planning.leastPeopleHint).number()
        }
        FieldRow {
            form.field(T.planning.coverLimit, "cover", .short, hint: T.planning.coverHint).number()
            form.field(T.planning.coverSubject, "coverSubject", .short, hint: T.planning.coverSubjectHint, isOptional: true).number()
        }
        Field(t(T.planning.worksDays), name: "working", error: nil, optional: "").check(isOn: form.typed.has("working"))
        FieldRow {
            form.field(T.planning.trainerFee, "trainerFee", .short, hint: T.planning.inCurrency(currency: .text(ground.currency.rawValue)), isOptional: true).number()
            form.field(T.planning.budget, "budget", .short, hint: T.planning.budgetHint, isOptional: true).number()
        }
        let names = PlannerAsk.Purse.allCases.map { "purse-\($0.rawValue)" }
        Disclosure(t(T.planning.purses), isOpen: names.contains { !form[$0].isEmpty || form.fault($0) != nil }) {
            HTML::p { t(T.planning.pursesText) }
            ForEach(PlannerAsk.Purse.allCases) { purse in
                form.field(
                    purse.label, "purse-\(purse.rawValue)", .short, hint: T.planning.inCurrency(currency: .text(ground.currency.rawValue)), isOptional: true
                ).number()
            }
        }
        if !ground.towns.isEmpty {
            Disclosure(t(T.planning.towns), isOpen: !form.typed.all("town").isEmpty) {
                Field(t(T.planning.townsLabel), name: "town", hint: t(T.planning.townsHint), optional: "")
                    .checkboxes(ground.towns.map { Field.Choice("\($0.id)", t.run($0.name)) }, chosen: Set(form.typed.all("town")))
            }
        }
        Disclosure(t(T.planning.weights), isOpen: PlannerWeights.Name.allCases.contains { form.fault("weight-\($0.rawValue)") != nil }) {
            HTML::p { t(T.planning.weightsText) }
            ForEach(PlannerWeights.Name.allCases) { name in form.field(name.label, "weight-\(name.rawValue)", .short).number() }
        }
        form.field(T.planning.effort, "effort").select(PlannerAsk.Effort.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
    }

    func calendar(_ periods: [SchoolPeriod], _ form: FilledForm) -> Screen {
        Screen(t(T.planning.schoolCalendar), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.planning.schoolCalendar), lead: t(T.planning.schoolCalendarLead))
            if periods.isEmpty { EmptyState(t(T.planning.noPeriods), t(T.planning.noPeriodsText)) { Empty() } } else {
                DataTable(t(T.planning.schoolCalendar), rows: periods, columns: [
                    Column(t(T.planning.periodName), .name) { period in t.run(period.name) },
                    Column(t(T.planning.days)) { period in t.days(period.days) },
                    Column(t(T.planning.kind)) { period in t(period.kind.name) },
                    Column(t(T.planning.removePeriod), .act) { period in
                        ButtonForm(t(T.planning.removePeriod), .quiet, action: reader.link("/settings/calendar/\(period.id)/remove"), hidden: reader.hidden)
                    },
                ], isCaptionHidden: true)
            }
            h2 { t(T.planning.newPeriod) }
            Form(action: reader.link("/settings/calendar"), hidden: reader.hidden) {
                form.field(T.planning.periodName, "name").text()
                form.field(T.planning.kind, "kind").select(SchoolPeriod.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                FieldRow {
                    form.day(T.planning.firstDay, "first")
                    form.day(T.planning.lastDay, "last", isOptional: true)
                }
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }
}
