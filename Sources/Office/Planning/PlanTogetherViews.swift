import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// What other centres do of the same programmes in the same weeks, where a plan is looked at.
struct ClashingWeeks: View {
    let lines: [TogetherLine]
    let centres: [Centre.ID: Centre]
    let t: Texts

    init(_ lines: [TogetherLine], _ centres: [Centre.ID: Centre], _ t: Texts) { (self.lines, self.centres, self.t) = (lines, centres, t) }

    @HTMLBuilder var body: some HTML {
        if !lines.isEmpty {
            Notice(.bad, t(T.planning.clashes)) {
                ul { ForEach(lines) { line in li { t.run(line.title); ": "; t.term(line.days); ", "; t.run(centres[line.centre]?.name(in: t.language) ?? "") } } }
            }
        }
    }
}

struct PlanTogetherViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func calendar(_ together: Together, _ forms: [EventForm.ID: EventForm]) -> Screen {
        let first = together.month.lowerBound, names = Dictionary(uniqueKeysWithValues: together.centres.map { ($0.id, $0.name(in: t.language)) })
        let clashing = together.lines.filter { !together.clashes(of: $0).isEmpty }
        return Screen(t(T.planning.together), trail: YearPlanViews.trail(reader)) {
            Heading(t(T.planning.together), kind: t.month(first.month, first.year), lead: t(T.planning.togetherLead))
            Buttons {
                LinkButton(month(first.adding(months: -1)), href: reader.here("month", OfferMonth(first.adding(months: -1)).text), .quiet, icon: .back)
                LinkButton(month(first.adding(months: 1)), href: reader.here("month", OfferMonth(first.adding(months: 1)).text), .quiet, icon: .arrow)
            }
            if !clashing.isEmpty {
                Notice(.bad, t(T.planning.clashes)) {
                    ul { ForEach(clashing) { line in li { t.run(line.title); ": "; t.term(line.days); ", "; t.run(names[line.centre] ?? "") } } }
                }
            }
            if together.lines.isEmpty {
                EmptyState(t(T.planning.togetherNone), t(T.planning.togetherNoneText)) { Empty() }
            } else {
                DataTable(t.month(first.month, first.year), rows: together.lines, columns: [
                    Column(t(T.planning.term)) { line in t.term(line.days) },
                    Column(t(T.planning.title), .name) { line in
                        if let event = line.event { a(.href(reader.link("/events/\(event)"))) { t.run(line.title) } } else { t.run(line.title) }
                    },
                    Column(t(T.planning.form)) { line in forms[line.form].map { t.run($0.name(in: t.language)) } ?? Run("") },
                    Column(t(T.planning.centre)) { line in t.run(names[line.centre] ?? "") },
                    Column(t(T.common.state)) { line in
                        let others = together.clashes(of: line).map { names[$0.centre] ?? "" }
                        if others.isEmpty {
                            Chip(line.event == nil ? .neutral : .info, t(line.event == nil ? T.planning.isPlanned : T.planning.stateAnnounced))
                        } else {
                            Chip(.bad, t(T.planning.clashesWith(centres: .list(Array(Set(others)).sorted().map { .title($0) }))))
                        }
                    },
                ], isCaptionHidden: true)
            }
        }
    }

    private func month(_ day: Day) -> String { t.month(day.month, day.year) }
}
