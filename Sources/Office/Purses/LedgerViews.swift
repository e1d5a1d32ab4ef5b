import Forms
import HTML
import Kernel
import Languages
import Look

/// The ledger: entries with their lines, one entry, sums by account, what accounts are called.
struct LedgerViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var frame: PurseFrame { PurseFrame(reader: reader) }

    private typealias Line = (entry: LedgerEntry, line: LedgerLine, isFirst: Bool)

    func list(_ board: LedgerBoard, _ paging: Paging) -> Screen {
        Screen(t(T.purses.ledger), trail: frame.trail) {
            Heading(t(T.purses.ledger), lead: t(T.purses.ledgerLead))
            frame.tabs(.ledger)
            filter(board)
            if board.entries.isEmpty { HTML::p { t(T.purses.ledgerNone) } } else {
                table(board)
                paging.links(reader)
            }
            exports(board.filter.days)
        }
    }

    private func filter(_ board: LedgerBoard) -> some HTML {
        let filter = board.filter, form = FilledForm(.nothing, nil, t)
        return Form(action: reader.link("/staff/purses/ledger"), method: .get, isInline: true, label: t(T.purses.filter)) {
            Field(t(T.purses.first), name: "first", value: form.typed(filter.days.lowerBound), optional: "", width: .short, autocomplete: "off").date(t(T.common.pickDay))
            Field(t(T.purses.last), name: "last", value: form.typed(filter.days.upperBound), optional: "", width: .short, autocomplete: "off").date(t(T.common.pickDay))
            Field(t(T.purses.account), name: "account", value: filter.role?.rawValue ?? "", optional: "").select(
                [Field.Choice("", t(T.purses.allAccounts))] + board.accounts.map { Field.Choice($0.role.rawValue, $0.label(t)) })
            Field(t(T.purses.entryKind), name: "kind", value: filter.kind, optional: "").select(
                [Field.Choice("", t(T.purses.allKinds))] + board.kinds.map { Field.Choice($0.code, t($0.name)) })
            Field(t(T.purses.purse), name: "purse", value: filter.purse?.description ?? "", optional: "").select(
                [Field.Choice("", t(T.purses.allPurses))] + board.purses.map { Field.Choice("\($0.id)", t.run($0.name)) })
            Submit(t(T.common.show))
        }
    }

    private func table(_ board: LedgerBoard) -> some HTML {
        let lines = board.entries.flatMap { entry in entry.lines.enumerated().map { (entry: entry, line: $1, isFirst: $0 == 0) } }
        return DataTable(t(T.purses.ledger), rows: lines, columns: [
            Column(t(T.purses.entry), .name) { (line: Line) in a(.href(reader.link("/staff/purses/ledger/\(line.entry.id)"))) { "\(line.entry.id)" } },
            Column(t(T.purses.day)) { line in t.day(line.entry.day, .numeric) },
            Column(t(T.purses.words)) { line in
                board.kind(line.entry.kind, t)
                if !line.entry.words.isEmpty, line.isFirst { ": "; t.run(line.entry.words) }
                if line.entry.undoneBy != nil, line.isFirst { " "; Chip(.neutral, t(T.purses.isPostedBack)) }
            },
            Column(t(T.purses.account)) { line in board.account(line.line.role).map { $0.label(t) } ?? Run(t(line.line.role.label)) },
            Column(t(T.purses.debit), .number) { line in line.line.amount.minor > 0 ? t.money(line.line.amount) : "" },
            Column(t(T.purses.credit), .number) { line in line.line.amount.minor < 0 ? t.money(line.line.amount.negated) : "" },
            Column(t(T.purses.purse)) { line in board.purse(line.line.mark.purse).map { t.run($0.name) } ?? Run("") },
        ], isCaptionHidden: true)
    }

    private func exports(_ days: ClosedRange<Day>) -> some HTML {
        let query = "?first=\(days.lowerBound.iso)&last=\(days.upperBound.iso)"
        return Group {
            Buttons {
                LinkButton(t(T.purses.exportSheet), href: reader.link("/staff/purses/ledger.xlsx\(query)"), .quiet, icon: .download)
                LinkButton(t(T.purses.exportText), href: reader.link("/staff/purses/ledger.csv\(query)"), .quiet, icon: .download)
            }
            HTML::p(.class("hint")) { t(T.purses.exportHint) }
        }
    }

    // MARK: One entry

    func entry(_ board: LedgerBoard) -> Screen {
        let entry = board.entries.first
        let title = t(T.purses.entryNumber(number: .text(entry.map { "\($0.id)" } ?? "")))
        return Screen(title, trail: frame.trail + [Look.Link(t(T.purses.ledger), href: reader.link("/staff/purses/ledger"))]) {
            if let entry {
                Heading(Run(title), kind: Run(board.kind(entry.kind, t)), lead: entry.words.isEmpty ? nil : t.run(entry.words))
                Facts {
                    FactLine(t(T.purses.day), t.day(entry.day))
                    FactLine(t(T.purses.made), t.instant(entry.made))
                    if let name = entry.person.flatMap({ board.names[$0.value] }) { FactLine(t(T.purses.doneBy), name) }
                    if let paper = board.papers[entry.id] { FactLine(t(T.purses.paper)) { a(.href(reader.link(paper.path))) { t.run(paper.name) } } }
                    if let other = entry.undoes { FactLine(t(T.purses.undoes)) { link(other) } }
                    if let other = entry.undoneBy { FactLine(t(T.purses.isPostedBack)) { link(other) } }
                }
                DataTable(t(T.purses.lines), rows: entry.lines, columns: [
                    Column(t(T.purses.account), .name) { line in board.account(line.role).map { $0.label(t) } ?? Run(t(line.role.label)) },
                    Column(t(T.purses.debit), .number) { line in line.amount.minor > 0 ? t.money(line.amount) : "" },
                    Column(t(T.purses.credit), .number) { line in line.amount.minor < 0 ? t.money(line.amount.negated) : "" },
                    Column(t(T.purses.purse)) { line in
                        if let purse = board.purse(line.mark.purse) { a(.href(reader.link(purse.path))) { t.run(purse.name) } }
                    },
                    Column(t(T.purses.event)) { line in
                        if let event = line.mark.event { a(.href(reader.link("/staff/events/\(event)"))) { "\(event)" } }
                    },
                    Column(t(T.purses.forWhom)) { line in line.mark.person.flatMap { board.names[$0.value] } ?? "" },
                    Column(t(T.purses.note)) { line in line.mark.note.isEmpty ? Run("") : t.run(line.mark.note) },
                ])
            }
        }
    }

    private func link(_ id: LedgerEntry.ID) -> some HTML {
        a(.href(reader.link("/staff/purses/ledger/\(id)"))) { t(T.purses.entryNumber(number: .text("\(id)"))) }
    }

    // MARK: Sums

    func balance(_ totals: [LedgerTotal], _ accounts: [LedgerAccount], _ days: ClosedRange<Day>, _ years: [Int]) -> Screen {
        let isWhole = Currency.allCases.allSatisfy { currency in totals.reduce(0) { $1.currency == currency ? $0 + $1.after : $0 } == 0 }
        return Screen(t(T.purses.balance), trail: frame.trail) {
            Heading(t(T.purses.balance), lead: t(T.purses.balanceLead(days: .days(days))))
            frame.tabs(.balance)
            frame.years(years, days.lowerBound.year)
            if totals.isEmpty { HTML::p { t(T.purses.ledgerNone) } } else {
                ForEach(Currency.allCases) { currency in
                    let own = totals.filter { $0.currency == currency }
                    if !own.isEmpty { sums(own, accounts, currency) }
                }
                Verdict(isWhole ? .good : .bad, t(isWhole ? T.purses.isWhole : T.purses.isBroken), t(isWhole ? T.purses.isWholeText : T.purses.isBrokenText))
            }
            exports(days)
        }
    }

    private func sums(_ totals: [LedgerTotal], _ accounts: [LedgerAccount], _ currency: Currency) -> some HTML {
        let money = PurseMoney(t: t, currency: currency)
        func sum(_ value: (LedgerTotal) -> Int) -> String { money(totals.reduce(0) { $0 + value($1) }) }
        return DataTable(t(T.purses.balanceIn(currency: .text(currency.rawValue))), rows: totals, columns: [
            Column(t(T.purses.account), .name) { total in accounts.first { $0.role == total.role }.map { $0.label(t) } ?? Run(t(total.role.label)) },
            Column(t(T.purses.before), .number) { total in money(total.before) },
            Column(t(T.purses.debit), .number) { total in money(total.debit) },
            Column(t(T.purses.credit), .number) { total in money(total.credit) },
            Column(t(T.purses.after), .number) { total in money(total.after) },
        ], foot: [t(T.purses.together), sum(\.before), sum(\.debit), sum(\.credit), sum(\.after)])
    }

    // MARK: Accounts

    func accounts(_ accounts: [LedgerAccount], _ form: FilledForm) -> Screen {
        Screen(t(T.purses.accounts), trail: frame.trail) {
            FormFaults(form)
            Heading(t(T.purses.accounts), lead: t(T.purses.accountsLead))
            frame.tabs(.accounts)
            Form(action: reader.link("/staff/purses/accounts"), hidden: reader.hidden, isGuarded: true, label: t(T.purses.accounts)) {
                ForEach(accounts) { account in
                    Fieldset(t(account.role.label)) {
                        FieldRow {
                            form.field(T.purses.code, "code-\(account.role.rawValue)", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                            form.field(T.purses.ownName, "name-\(account.role.rawValue)", isOptional: true, most: TextLimit.line.rawValue).text()
                        }
                    }
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}
