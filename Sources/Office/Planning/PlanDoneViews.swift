import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct PlanDoneViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ done: PlanDone, _ words: PlanWords, _ form: FilledForm) -> Screen {
        let base = reader.link("/staff/plans/\(done.plan.id)")
        return Screen(t(T.planning.done), trail: YearPlanViews.trail(reader, done.plan)) {
            FormFaults(form)
            Heading(t(T.planning.done), kind: t(done.plan.title), lead: t(T.planning.doneLead))
            Figures([
                Figures.Figure(t.number(done.lines.count), t(T.planning.planned)), Figures.Figure(t.number(done.held), t(T.planning.eventsHeld), .good),
                Figures.Figure(t.number(done.unplanned), t(T.planning.deviationUnplanned)),
                Figures.Figure(t.number(done.expected), t(T.planning.peopleExpected)), Figures.Figure(t.number(done.came), t(T.planning.peopleCame), .good),
                Figures.Figure(t.number(done.unexplained), t(T.planning.unexplained), done.unexplained > 0 ? .waiting : .neutral),
            ])
            if done.lines.isEmpty { EmptyState(t(T.planning.noLines), t(T.planning.noLinesText)) { Empty() } } else { lines(done, words) }
            extras(done, form, base)
            Buttons {
                LinkButton(t(T.planning.donePDF), href: "\(base)/done.pdf", .quiet, icon: .download)
                LinkButton(t(T.planning.doneXLSX), href: "\(base)/done.xlsx", .quiet, icon: .download)
            }
        }
    }

    private func lines(_ done: PlanDone, _ words: PlanWords) -> some HTML {
        DataTable(t(T.planning.lines), rows: done.lines, columns: [
            Column(t(T.planning.title), .name) { line in
                a(.href(reader.link("/staff/plans/\(done.plan.id)/items/\(line.item.id)"))) { t.run(line.item.details.title) }
            },
            Column(t(T.planning.term)) { line in t.term(line.item.details.days) },
            Column(t(T.common.state)) { line in Chip(line.state.tone, t(line.state.name)) },
            Column(t(T.planning.heldOn)) { line in line.held.compactMap(\.firstDay).map { t.day($0, .numeric) }.joined(separator: "; ") },
            Column(t(T.planning.people), .number) { line in line.item.details.people.map { t.number($0) } ?? "" },
            Column(t(T.planning.cameShort), .number) { line in line.held.isEmpty ? "" : t.number(line.people) },
            Column(t(T.planning.deviation)) { line in
                if let deviation = line.deviation {
                    div {
                        Chip(line.reason == nil ? .waiting : .neutral, t(deviation.name))
                        HTML::p(.class("hint")) { words.person(line.item.details.person) }
                        if let reason = line.reason {
                            t.run(reason.text)
                        } else {
                            a(.href(reader.link("/staff/plans/\(done.plan.id)/items/\(line.item.id)"))) { t(T.planning.explain) }
                        }
                    }
                }
            },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func extras(_ done: PlanDone, _ form: FilledForm, _ base: String) -> some HTML {
        ForEach([PlanDeviation.unplanned, .beside]) { deviation in
            let extras = done.extras.filter { $0.deviation == deviation }
            if !extras.isEmpty {
                h2 { t(deviation.name) }
                HTML::p { t(deviation == .beside ? T.planning.besidePlanText : T.planning.unplannedText) }
                ForEach(extras) { extra in self.extra(extra, done.plan, form, base) }
            }
        }
    }

    @HTMLBuilder private func extra(_ extra: PlanDone.Extra, _ plan: YearPlan, _ form: FilledForm, _ base: String) -> some HTML {
        let title = t.run(extra.event.title(in: t.language)), day = extra.event.firstDay.map { [Run(t.day($0, .numeric))] } ?? []
        let action = "\(base)/done/\(extra.event.id)", row = "\(title.text) \(extra.event.id)"
        PersonLine(
            title, href: reader.link("/staff/events/\(extra.event.id)"),
            detail: day + [Run(extra.event.wasHeld ? "\(t(T.planning.peopleCame)): \(t.number(extra.people))" : t(extra.event.state.name))]
        ) {
            if extra.deviation == .beside, !plan.isWaiting {
                Form(action: "\(action)/line", hidden: reader.hidden, isInline: true, label: "\(t(T.planning.takeIntoPlan)): \(row)") {
                    Submit(t(T.planning.takeIntoPlan), .quiet)
                }
            }
        }
        PlanReasonForm(reader, extra.deviation, extra.reason, action: action, row: row, form)
    }
}
