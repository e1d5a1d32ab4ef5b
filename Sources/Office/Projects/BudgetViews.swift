import Forms
import HTML
import Kernel
import Languages
import Look

/// The budget of a project: lines by source, what was planned, reserved and spent, and by which papers.
struct BudgetViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ project: Project, _ lines: [BudgetLine], _ form: FilledForm) -> Screen {
        let money = ProjectMoneyText(t: t, currency: project.details.amount.currency), sum = BudgetSum.of(lines), base = "\(project.deskPath)/budget"
        let sources = BudgetSum.bySource(lines)
        return ProjectFrame(reader, project).screen(.budget, form) {
            if sum.planned != project.details.amount.minor, !project.details.amount.isZero, !lines.isEmpty {
                Notice(.waiting) { HTML::p { t(T.projects.budgetDiffers(planned: .text(money(sum.planned)), amount: .money(project.details.amount))) } }
            }
            if lines.isEmpty { EmptyState(t(T.projects.budgetNone), t(T.projects.budgetNoneText)) { Empty() } } else {
                DataTable(t(T.projects.budget), rows: lines, columns: [
                    Column(t(T.projects.line), .name) { line in a(.href(reader.link("\(base)/\(line.id)"))) { t.run(line.details.name) } },
                    Column(t(T.projects.source)) { line in t.run(source(line.details.source, project)) },
                    Column(t(T.projects.planned), .number) { line in money(line.sum.planned) },
                    Column(t(T.projects.reserved), .number) { line in money(line.sum.reserved) },
                    Column(t(T.projects.spent), .number) { line in money(line.sum.spent) },
                    Column(t(T.projects.left), .number) { line in left(line.sum, money) },
                ], isCaptionHidden: true, foot: [
                    t(T.projects.together), "", money(sum.planned), money(sum.reserved), money(sum.spent), left(sum, money),
                ])
                if sources.count > 1 {
                    h2 { t(T.projects.bySource) }
                    DataTable(t(T.projects.bySource), rows: sources, columns: [
                        Column(t(T.projects.source), .name) { one in t.run(source(one.source, project)) },
                        Column(t(T.projects.planned), .number) { one in money(one.sum.planned) },
                        Column(t(T.projects.spent), .number) { one in money(one.sum.spent) },
                        Column(t(T.projects.left), .number) { one in left(one.sum, money) },
                    ], isCaptionHidden: true)
                }
            }
            h2 { t(T.projects.addLine) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addLine)) {
                fields(form)
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    private func source(_ text: String, _ project: Project) -> String {
        text.isEmpty ? (project.details.source.isEmpty ? "–" : project.details.source) : text
    }

    @HTMLBuilder private func left(_ sum: BudgetSum, _ money: ProjectMoneyText) -> some HTML {
        if sum.isOver { Chip(.bad, t(T.projects.over(amount: .text(money(sum.excess))))) } else { money(sum.left) }
    }

    @HTMLBuilder private func fields(_ form: FilledForm) -> some HTML {
        form.field(T.projects.lineName, "name", .full, most: TextLimit.line.rawValue).text()
        form.field(T.projects.source, "source", hint: T.projects.lineSourceHint, isOptional: true, most: TextLimit.line.rawValue).text()
        FieldRow {
            form.field(T.projects.planned, "planned", .short, most: TextLimit.number.rawValue).text()
            form.field(T.projects.reserved, "reserved", .short, hint: T.projects.reservedHint, isOptional: true, most: TextLimit.number.rawValue).text()
        }
    }

    // MARK: One line

    func show(_ project: Project, _ line: BudgetLine, _ form: FilledForm) -> Screen {
        let money = ProjectMoneyText(t: t, currency: project.details.amount.currency), base = "\(project.deskPath)/budget/\(line.id)", name = t.run(line.details.name)
        return Screen(name.text, trail: ProjectFrame(reader, project).trail(.budget, isBelow: true)) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.projects.line)))
            Facts {
                FactLine(t(T.projects.planned), money(line.sum.planned))
                FactLine(t(T.projects.reserved), money(line.sum.reserved))
                FactLine(t(T.projects.spent), money(line.sum.spent))
                FactLine(t(T.projects.left)) { left(line.sum, money) }
            }
            if line.known != BudgetKnown() {
                HTML::p { t(T.projects.knownElsewhere(spent: .text(money(line.known.spent)), reserved: .text(money(line.known.reserved)))) }
            }
            h2 { t(T.projects.spendings) }
            if line.spendings.isEmpty { HTML::p { t(T.projects.spendingsNone) } } else {
                DataTable(t(T.projects.spendings), rows: line.spendings, columns: [
                    Column(t(T.projects.paper), .name) { one in one.paper },
                    Column(t(T.projects.day)) { one in t.day(one.day, .numeric) },
                    Column(t(T.projects.words)) { one in if one.words.isEmpty { "–" } else { t.run(one.words) } },
                    Column(t(T.projects.amount), .number) { one in money(one.amount) },
                    Column(t(T.projects.handle), .act) { one in
                        Look::Form(
                            action: reader.link("\(base)/spendings/\(one.id)/remove"), hidden: reader.hidden, isInline: true,
                            label: "\(t(T.common.remove)): \(one.paper), \(one.id)"
                        ) { Submit(t(T.common.remove), .quiet) }
                    },
                ], isCaptionHidden: true)
            }
            Look::Form(action: reader.link("\(base)/spendings"), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addSpending)) {
                Fieldset(t(T.projects.addSpending)) {
                    FieldRow {
                        form.field(T.projects.paper, "paper", .short, hint: T.projects.paperHint, most: TextLimit.label.rawValue).text()
                        form.field(T.projects.amount, "amount", .short, most: TextLimit.number.rawValue).text()
                    }
                    form.day(T.projects.day, "day")
                    form.field(T.projects.words, "words", isOptional: true, most: TextLimit.sentence.rawValue).text()
                }
                Buttons { Submit(t(T.common.add)) }
            }
            h2 { t(T.common.edit) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, isGuarded: true, label: t(T.common.edit)) {
                fields(form)
                Buttons { Submit(t(T.common.save)) }
            }
            if line.spendings.isEmpty { ButtonForm(t(T.projects.removeLine), .danger, action: reader.link("\(base)/remove"), hidden: reader.hidden) }
        }
    }
}
