import Forms
import HTML
import Kernel
import Languages
import Look
import Projects

/// Sources of money: all of a year, one of them, the form of one.
struct PurseViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var frame: PurseFrame { PurseFrame(reader: reader) }

    // MARK: All

    func board(_ board: PurseBoard) -> Screen {
        Screen(t(T.purses.title)) {
            Heading(t(T.purses.title), lead: t(T.purses.lead))
            frame.tabs(.purses)
            if board.lines.isEmpty {
                EmptyState(t(T.purses.none), t(T.purses.noneText)) { LinkButton(t(T.purses.add), href: reader.link("/staff/purses/new")) }
            } else {
                frame.years(board.years, board.year)
                ForEach(board.sums) { currency, sum in figures(sum, PurseMoney(t: t, currency: currency)) }
                table(board)
                Buttons { LinkButton(t(T.purses.add), href: reader.link("/staff/purses/new")) }
            }
        }
    }

    private func figures(_ sum: PurseSum, _ money: PurseMoney) -> some HTML {
        Facts {
            FactLine(t(T.purses.planned), money(sum.planned ?? 0))
            FactLine(t(T.purses.reserved), money(sum.reserved))
            FactLine(t(T.purses.spent), money(sum.spent))
            FactLine(t(T.purses.left), money(sum.left))
        }
    }

    private func table(_ board: PurseBoard) -> some HTML {
        DataTable(t(T.purses.title), rows: board.lines, columns: [
            Column(t(T.purses.purse), .name) { line in a(.href(reader.link("\(line.purse.path)?year=\(board.year)"))) { t.run(line.purse.name) } },
            Column(t(T.purses.days)) { line in days(line.purse) },
            Column(t(T.purses.planned), .number) { line in line.sum.planned.map { PurseMoney(t: t, currency: line.purse.currency).bare($0) } ?? "–" },
            Column(t(T.purses.reserved), .number) { line in PurseMoney(t: t, currency: line.purse.currency).bare(line.sum.reserved) },
            Column(t(T.purses.spent), .number) { line in PurseMoney(t: t, currency: line.purse.currency).bare(line.sum.spent) },
            Column(t(T.purses.left), .number) { line in left(line.purse, line.sum) },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func left(_ purse: Purse, _ sum: PurseSum) -> some HTML {
        let money = PurseMoney(t: t, currency: purse.currency)
        if sum.planned == nil { "–" } else if sum.left < 0 { Chip(.bad, money(sum.left)) } else { money(sum.left) }
        if let percent = sum.percent {
            Meter(t(T.purses.takenPercent(percent: .number(percent))), value: percent, of: 100, percent > 100 ? .bad : percent >= PurseSum.nearlyTaken ? .waiting : .good)
        }
    }

    @HTMLBuilder private func days(_ purse: Purse) -> some HTML {
        if let ends = purse.details.ends { t.days(purse.details.starts...ends) } else { t(T.purses.fromDay(day: .day(purse.details.starts))) }
        if let chip = state(purse) { " "; chip }
    }

    private func state(_ purse: Purse) -> Chip? {
        if let closed = purse.closed { return Chip(.neutral, t(T.purses.closedOn(day: .day(closed)))) }
        if let ends = purse.details.ends, ends < reader.today { return Chip(.neutral, t(T.purses.isOver)) }
        return purse.details.starts > reader.today ? Chip(.info, t(T.purses.isToCome)) : nil
    }

    // MARK: One

    func show(_ sheet: PurseSheet, _ form: FilledForm) -> Screen {
        let purse = sheet.purse, money = PurseMoney(t: t, currency: purse.currency), name = t.run(purse.name)
        return Screen(name.text, trail: frame.trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(purse.kind.label)))
            frame.parts(of: purse, .sheet)
            frame.years(sheet.years, sheet.year)
            figures(sheet.sum, money)
            BurnDownChart(burnDown: sheet.burnDown, money: money, t: t)
            if !sheet.burnDown.months.isEmpty {
                Disclosure(t(T.purses.inNumbers)) {
                    DataTable(t(T.purses.inNumbers), rows: sheet.burnDown.months, columns: [
                        Column(t(T.purses.month), .name) { month in t.month(month.month, sheet.year) },
                        Column(t(T.purses.reserved), .number) { month in money(month.sum.reserved) },
                        Column(t(T.purses.spent), .number) { month in money(month.sum.spent) },
                        Column(t(T.purses.left), .number) { month in month.sum.planned == nil ? "–" : money(month.sum.left) },
                    ], isCaptionHidden: true)
                }
            }
            facts(sheet, money)
            plans(sheet, money, form)
            closing(purse)
        }
    }

    private func facts(_ sheet: PurseSheet, _ money: PurseMoney) -> some HTML {
        let purse = sheet.purse, details = purse.details
        return Facts {
            FactLine(t(T.purses.days)) { days(purse) }
            if let project = sheet.project { FactLine(t(T.purses.project)) { a(.href(reader.link("\(project.deskPath)/budget"))) { t.run(project.details.name) } } }
            if !details.giver.isEmpty { FactLine(t(T.purses.giver), t.run(details.giver)) }
            if !details.article.isEmpty { FactLine(t(T.purses.article), t.run(details.article)) }
            if details.decidedOn != nil || !details.decidedBy.isEmpty || !details.decision.isEmpty {
                FactLine(t(T.purses.decided)) { decided(details.decidedOn, details.decidedBy, details.decision) }
            }
            if sheet.whole != sheet.sum {
                FactLine(t(T.purses.allYears), t(T.purses.wholeOf(planned: .text(money(sheet.whole.planned ?? 0)), taken: .text(money(sheet.whole.taken)))))
            }
            if let most = purse.totalMost { FactLine(t(T.purses.ruleTotalMost), money(most.amount)) }
        }
    }

    /// Day, who, and the paper, as far as they are known.
    @HTMLBuilder private func decided(_ day: Day?, _ who: String, _ paper: String) -> some HTML {
        let pieces = [day.map { Run(t.day($0, .numeric)) }, who.isEmpty ? nil : t.run(who), paper.isEmpty ? nil : t.run(paper)].compactMap(\.self)
        ForEach(Array(pieces.enumerated())) { place, piece in
            if place > 0 { ", " }
            piece
        }
    }

    @HTMLBuilder private func plans(_ sheet: PurseSheet, _ money: PurseMoney, _ form: FilledForm) -> some HTML {
        h2(.id("plan")) { t(T.purses.plans) }
        if !sheet.plans.isEmpty {
            DataTable(t(T.purses.plans), rows: Array(sheet.plans.enumerated()), columns: [
                Column(t(T.purses.year), .name) { line in "\(line.element.year)" },
                Column(t(T.purses.planned), .number) { line in money(line.element.planned) },
                Column(t(T.purses.decided)) { line in decided(line.element.decidedOn, line.element.decidedBy, "") },
                Column(t(T.purses.article)) { line in line.element.article.isEmpty ? Run("–") : t.run(line.element.article) },
                Column(t(T.common.state)) { line in
                    let isLast = sheet.plans.first { $0.year == line.element.year } == line.element && isFirst(line.offset, in: sheet.plans)
                    if isLast { Chip(.good, t(T.purses.planHolds)) } else { Chip(.neutral, t(T.purses.planEarlier)) }
                },
            ], isCaptionHidden: true)
        }
        Form(action: reader.link("\(sheet.purse.path)/plan"), hidden: reader.hidden, isGuarded: true, label: t(T.purses.plan)) {
            Fieldset(t(T.purses.plan), hint: t(T.purses.planHint)) {
                FieldRow {
                    form.field(T.purses.year, "year", .short, most: TextLimit.number.rawValue).number()
                    form.field(T.purses.plannedIn(currency: .text(sheet.purse.currency.rawValue)), "planned", .short, most: TextLimit.number.rawValue).text()
                }
                FieldRow {
                    form.day(T.purses.decidedOn, "decidedOn")
                    form.field(T.purses.decidedBy, "decidedBy", isOptional: true, most: TextLimit.line.rawValue).text()
                }
                form.field(T.purses.article, "article", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
            }
            Buttons { Submit(t(T.purses.writePlan)) }
        }
    }

    /// Whether no newer decision on the same year stands before this place.
    private func isFirst(_ place: Int, in plans: [PurseYear]) -> Bool { !plans.prefix(place).contains { $0.year == plans[place].year } }

    private func closing(_ purse: Purse) -> some HTML {
        Disclosure(t(purse.closed == nil ? T.purses.closeQuestion : T.purses.reopenQuestion)) {
            HTML::p { t(purse.closed == nil ? T.purses.closeText : T.purses.reopenText) }
            ButtonForm(t(purse.closed == nil ? T.purses.close : T.purses.reopen), .quiet, action: reader.link("\(purse.path)/close"), hidden: reader.hidden)
        }
    }

    // MARK: The form

    /// - Parameter purse: nil for a new one.
    func edit(_ purse: Purse?, _ budgets: [PurseBudget], _ form: FilledForm) -> Screen {
        let title = purse.map { t.run($0.name) } ?? Run(t(T.purses.add))
        return Screen(title.text, trail: frame.trail) {
            FormFaults(form)
            Heading(title, kind: purse.map { Run(t($0.kind.label)) }, lead: purse == nil ? Run(t(T.purses.addLead)) : nil)
            if let purse { frame.parts(of: purse, .edit) }
            Form(action: reader.link(purse.map { "\($0.path)/edit" } ?? "/staff/purses/new"), hidden: reader.hidden, isGuarded: true, label: t(T.purses.details)) {
                form.field(T.purses.kind, "kind").select(PurseKind.allCases.map { Field.Choice($0.rawValue, t($0.label)) })
                form.field(T.purses.name, "name", .full).text()
                if !budgets.isEmpty { form.field(T.purses.budget, "budget", .full, hint: T.purses.budgetHint, isOptional: true).select(choices(budgets)) }
                form.field(T.purses.giver, "giver", .full, hint: T.purses.giverHint, isOptional: true, most: TextLimit.line.rawValue).text()
                form.field(T.purses.article, "article", .full, hint: T.purses.articleHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                FieldRow {
                    form.day(T.purses.starts, "starts")
                    form.day(T.purses.ends, "ends", hint: T.purses.endsHint, isOptional: true)
                }
                form.field(T.purses.currency, "currency", .short).select(Currency.allCases.map { Field.Choice($0.rawValue, $0.rawValue) })
                Fieldset(t(T.purses.decided)) {
                    FieldRow {
                        form.day(T.purses.decidedOn, "decidedOn", isOptional: true)
                        form.field(T.purses.decidedBy, "decidedBy", isOptional: true, most: TextLimit.line.rawValue).text()
                        form.field(T.purses.decision, "decision", .short, isOptional: true, most: TextLimit.label.rawValue).text()
                    }
                }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link(purse?.path ?? "/staff/purses"), .quiet)
                }
            }
        }
    }

    private func choices(_ budgets: [PurseBudget]) -> [Field.Choice] {
        [Field.Choice("", t(T.purses.noBudget))] + budgets.flatMap { budget in
            let project = budget.project, name = t.run(project.details.name)
            return [Field.Choice("\(project.id)", name)] + budget.lines.map { line in
                Field.Choice("\(project.id)-\(line.id)", Run("\(name.text): \(t.run(line.details.name).text)", lang: name.lang))
            }
        }
    }
}
