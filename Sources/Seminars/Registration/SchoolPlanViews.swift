import Accounts
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

struct SchoolPlanViews {
    let reader: Reader
    private var t: Texts { reader.t }

    @HTMLBuilder func show(_ plan: SchoolPlan, of school: School.ID) -> Markup {
        let base = reader.link("/me/schools/\(school)")
        if !plan.nameless.isEmpty || !plan.unapproved.isEmpty {
            h2 { t(T.registration.schoolMissing) }
            ActList(plan.unapproved.map { waiting in
                ActList.Line(
                    .waiting, when: t(T.registration.untilShort(until: .instant(waiting.until))), t.run(waiting.line.title),
                    detail: t(T.registration.schoolUnapproved), act: Look.Link(t(T.registration.letterGroupOpen), href: "\(base)/groups/\(waiting.group.id)"))
            } + plan.nameless.map { waiting in
                ActList.Line(
                    .waiting, when: waiting.group.namesUntil.map { t(T.registration.untilShort(until: .day($0))) } ?? "", t.run(waiting.line.title),
                    detail: t(T.registration.schoolNameless(count: waiting.count)),
                    act: Look.Link(t(T.registration.schoolGroupName), href: "\(base)/groups/\(waiting.group.id)"))
            })
        }
        h2 { t(T.registration.schoolPlan) }
        if plan.lines.isEmpty { HTML::p { t(T.registration.schoolPlanNone) } } else { table(plan, base) }
        Buttons { LinkButton(t(T.registration.schoolGroupApply), href: "\(base)/events") }
        if !plan.costs.isEmpty {
            h2 { t(T.registration.schoolCosts) }
            Facts {
                ForEach(plan.costs) { cost in
                    FactLine(t(cost.payer.ofOthers), t(T.registration.schoolCost(count: cost.seats, sum: .text(t.money(cost.sum)))))
                }
            }
        }
    }

    private func table(_ plan: SchoolPlan, _ base: String) -> some HTML {
        DataTable(t(T.registration.schoolPlan), rows: plan.lines, columns: [
            Column(t(T.events.when)) { line in line.days.map { t.days($0) } ?? "" },
            Column(t(T.events.titleField), .name) { line in a(.href(reader.link("/events/\(line.event)"))) { t.run(line.title) } },
            Column(t(T.registration.schoolWho)) { line in who(line, base) },
        ], isCaptionHidden: true)
    }

    private func who(_ line: SchoolPlan.Line, _ base: String) -> some HTML {
        div {
            ForEach(line.seats) { seat in
                div {
                    if seat.isUnnamed { t(T.registration.seatUnnamed) } else { seat.name.full }
                    if seat.state != .admitted { " "; Chip(seat.state.tone, t(seat.state.name)) }
                }
            }
            ForEach(line.groups) { group in
                div { a(.href("\(base)/groups/\(group.id)")) { t(T.registration.schoolGroupOf) } }
            }
        }
    }
}
