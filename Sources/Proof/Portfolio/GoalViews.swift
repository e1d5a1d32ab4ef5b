import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// What one means to learn, and what came of it.
struct GoalViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.accounts.me), href: reader.link("/me")), Look.Link(t(T.portfolio.title), href: reader.link("/me/portfolio"))] }

    func list(_ goals: [PortfolioGoal], _ entries: [PortfolioEntry], _ form: FilledForm) -> Screen {
        Screen(t(T.portfolio.goals), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.portfolio.goals), lead: t(T.portfolio.goalsLead))
            PortfolioTabs(reader: reader)
            if goals.isEmpty { EmptyState(t(T.portfolio.goalsNone), t(T.portfolio.goalsNoneText)) { Empty() } }
            ForEach(Set(goals.map(\.details.year)).sorted(by: >)) { year in
                h2 { t(T.portfolio.yearTitle(year: .schoolYear(year))) }
                ForEach(goals.filter { $0.details.year == year }) { goal in
                    let serving = entries.filter { $0.details.goal == goal.id }
                    PersonLine(
                        t.run(EntryViews.short(goal.details.text)), href: reader.link("/me/portfolio/goals/\(goal.id)"),
                        detail: serving.map { t.run($0.details.title) },
                        state: Chip(goal.details.isReached ? .good : .waiting, t(goal.details.isReached ? T.portfolio.reached : T.portfolio.open)))
                }
            }
            h2 { t(T.portfolio.goalNew) }
            Form(action: reader.link("/me/portfolio/goals"), hidden: reader.hidden, isGuarded: true) {
                fields(form)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    func form(_ goal: PortfolioGoal, _ form: FilledForm) -> Screen {
        Screen(t(T.portfolio.goal), trail: trail + [Look.Link(t(T.portfolio.goals), href: reader.link("/me/portfolio/goals"))], isIndexed: false) {
            FormFaults(form)
            Heading(t.run(EntryViews.short(goal.details.text)), kind: Run(t(T.portfolio.goal)))
            Form(action: reader.link("/me/portfolio/goals/\(goal.id)"), hidden: reader.hidden, isGuarded: true) {
                fields(form)
                Field(t(T.portfolio.isReached), name: "reached", optional: "").check(isOn: form.typed.has("reached"))
                form.field(T.portfolio.reflection, "reflection", .full, hint: T.portfolio.reflectionHint, isOptional: true).area()
                Buttons { Submit(t(T.common.save)) }
            }
            ButtonForm(t(T.common.remove), .danger, action: reader.link("/me/portfolio/goals/\(goal.id)/remove"), hidden: reader.hidden)
        }
    }

    @HTMLBuilder private func fields(_ form: FilledForm) -> some HTML {
        form.field(T.portfolio.goalText, "text", .full, hint: T.portfolio.goalHint, most: GoalDetails.longest).area(rows: 3)
        form.field(T.portfolio.competence, "competence", isOptional: true).text()
        Field(t(T.portfolio.share), name: "shared", hint: t(T.portfolio.shareHint), optional: "").check(isOn: form.typed.has("shared"))
    }
}
