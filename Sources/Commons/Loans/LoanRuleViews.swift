import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// By which rules the centre lends, from which day on.
struct LoanRuleViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter isDirector: whether the reader may change the rules; closed days are for everybody at the desk.
    func page(_ sight: LoanRuleSight, _ desk: FilledForm, _ closure: FilledForm) -> Screen {
        Screen(t(T.loans.settings), trail: reader.settingsTrail) {
            FormFaults(desk)
            FormFaults(closure)
            Heading(t(T.loans.settings), lead: t(T.loans.settingsLead))
            ForEach(BorrowerKind.allCases) { kind in rules(kind, sight) }
            closures(sight, closure)
            if sight.isDirector { deskForm(desk) }
        }
    }

    @HTMLBuilder private func rules(_ borrower: BorrowerKind, _ sight: LoanRuleSight) -> some HTML {
        let rows = LoanRulesTyped.kinds.map { ($0, sight.rules.rule(borrower, $0, on: sight.today)) }
        DataTable(t(T.loans.rulesFor(kind: .phrase(borrower.name))), rows: rows, columns: [
            Column(t(T.loans.kind), .name) { row in t(row.0.label) },
            Column(t(T.loans.days), .number) { row in row.1.isLent ? Run(t.number(row.1.days)) : Run(t(T.loans.onlyHere)) },
            Column(t(T.loans.most), .number) { row in row.1.isLent ? t.number(row.1.most) : "–" },
            Column(t(T.loans.renewals), .number) { row in row.1.isLent ? t.number(row.1.renewals) : "–" },
            Column(t(T.loans.reservable)) { row in t(row.1.isLent && row.1.isReservable ? T.common.yes : T.common.no) },
            Column(t(T.loans.deposit), .number) { row in row.1.deposit == 0 ? "–" : Money(minor: row.1.deposit, sight.currency).map { t.money($0) } ?? "–" },
        ])
        let coming = sight.rules.dated.filter { $0.borrower == borrower && $0.since > sight.today }
        if !coming.isEmpty {
            HTML::p(.class("small")) { t(T.loans.rulesComing(day: .day(coming.map(\.since).min() ?? sight.today))) }
        }
        if sight.isDirector {
            Buttons {
                LinkButton(t(T.loans.changeRulesOf(kind: .phrase(borrower.name))), href: reader.link("/settings/loans/\(borrower.rawValue)"), .quiet)
            }
        }
    }

    @HTMLBuilder private func closures(_ sight: LoanRuleSight, _ form: FilledForm) -> some HTML {
        h2 { t(T.loans.closures) }
        HTML::p { t(T.loans.closuresLead) }
        if !sight.closures.isEmpty {
            DataTable(t(T.loans.closures), rows: sight.closures, columns: [
                Column(t(T.loans.closedDays), .name) { closure in t.days(closure.days) },
                Column(t(T.loans.closedFor)) { closure in t.run(closure.name) },
                Column(t(T.common.remove), .act) { closure in
                    Form(
                        action: reader.link("/settings/loans/closures/\(closure.id)/remove"), hidden: reader.hidden, isInline: true,
                        label: "\(t(T.common.remove)): \(t.days(closure.days))") { Submit(t(T.common.remove), .quiet) }
                },
            ], isCaptionHidden: true)
        }
        Form(action: reader.link("/settings/loans/closures"), hidden: reader.hidden, label: t(T.loans.closures)) {
            FieldRow {
                form.day(T.loans.closedFirst, "first")
                form.day(T.loans.closedLast, "last", isOptional: true)
            }
            form.field(T.loans.closedFor, "name", isOptional: true).text()
            Buttons { Submit(t(T.loans.close), .quiet) }
        }
    }

    private func deskForm(_ form: FilledForm) -> some HTML {
        let days = (1...7).compactMap { Weekday(rawValue: $0) }.map { Field.Choice("\($0.rawValue)", t.weekday($0)) }
        return Group {
            h2 { t(T.loans.deskRule) }
            Form(action: reader.link("/settings/loans"), hidden: reader.hidden, label: t(T.loans.deskRule)) {
                form.day(T.loans.since, "since", hint: T.loans.sinceHint)
                form.field(T.loans.weekdays, "weekdays").checkboxes(days, chosen: Set(form.typed.all("weekdays")))
                FieldRow {
                    form.field(T.loans.keepDays, "keepDays", .short, hint: T.loans.keepDaysHint).number()
                    form.field(T.loans.beforeDays, "beforeDays", .short, hint: T.loans.beforeDaysHint).number()
                }
                Field(t(T.loans.refuses), name: "refuses", hint: t(T.loans.refusesHint), optional: "").check(isOn: form.typed.has("refuses"))
                FieldRow {
                    form.field(T.loans.pupilDays, "pupilDays", .short, hint: T.loans.pupilDaysHint).number()
                    form.field(T.loans.pastDays, "pastDays", .short, hint: T.loans.pastDaysHint).number()
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    // MARK: One kind of borrower

    func edit(_ borrower: BorrowerKind, _ form: FilledForm) -> Screen {
        let title = t(T.loans.rulesFor(kind: .phrase(borrower.name)))
        return Screen(title, trail: reader.settingsTrail + [Look.Link(t(T.loans.settings), href: reader.link("/settings/loans"))]) {
            FormFaults(form)
            Heading(title, lead: t(T.loans.editLead))
            Form(action: reader.link("/settings/loans/\(borrower.rawValue)"), hidden: reader.hidden, isGuarded: true) {
                form.day(T.loans.since, "since", hint: T.loans.sinceHint)
                ForEach(LoanRulesTyped.kinds) { kind in
                    let name = kind.rawValue
                    Fieldset(t(kind.label)) {
                        FieldRow {
                            form.field(T.loans.days, "\(name)Days", .short).number()
                            form.field(T.loans.most, "\(name)Most", .short).number()
                            form.field(T.loans.renewals, "\(name)Renewals", .short).number()
                            form.field(T.loans.deposit, "\(name)Deposit", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                        }
                        Field(t(T.loans.reservable), name: "\(name)Reservable", optional: "").check(isOn: form.typed.has("\(name)Reservable"))
                    }
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}

/// What the page of the rules shows.
struct LoanRuleSight {
    let rules: LoanRules
    let closures: [DeskClosure]
    let today: Day
    let currency: Currency
    let isDirector: Bool
}
