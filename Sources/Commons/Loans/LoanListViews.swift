import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// What is out, and who waits for what, for the centre's people.
struct LoanListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func loans(_ list: LoanList) -> Screen {
        Screen(t(T.loans.loans)) {
            Heading(t(T.loans.loans), lead: t(T.loans.loansLead))
            LoanTabs(reader: reader, current: .loans)
            FilterChips(t(T.loans.which), LoanList.Filter.allCases.map { filter in
                NavItem(
                    t(filter.name), href: reader.link("/staff/loans" + (filter == .out ? "" : "?show=\(filter.rawValue)")), isCurrent: filter == list.filter,
                    count: list.counts[filter] ?? 0)
            })
            if list.lines.isEmpty {
                EmptyState(t(T.loans.loansNone), t(T.loans.loansNoneText)) { Empty() }
            } else {
                DataTable(t(T.loans.loans), rows: list.lines, columns: [
                    Column(t(T.loans.title), .name) { line in
                        a(.href(reader.link("/staff/loans/\(line.loan.id)"))) { t.run(line.title.name, line.title.language) }
                    },
                    Column(t(T.loans.copy)) { line in line.copy.label },
                    Column(t(T.loans.borrower)) { line in
                        if let borrower = line.borrower {
                            a(.href(reader.link("/staff/borrowers/\(borrower.id)"))) { BorrowerName(borrower, t) }
                            if borrower.kind == .pupil, !borrower.keeper.isEmpty { " "; span(.class("small")) { borrower.keeper } }
                        } else {
                            "–"
                        }
                    },
                    Column(t(T.loans.due)) { line in DueChip(line.loan, today: reader.today, t: t) },
                    Column(t(T.loans.waiting), .number) { line in line.waiting == 0 ? "" : t.number(line.waiting) },
                ], isCaptionHidden: true)
                list.paging.links(reader)
            }
        }
    }

    // MARK: One loan

    func loan(_ line: LoanLine, _ currency: Currency, _ form: FilledForm) -> Screen {
        let loan = line.loan, path = reader.link("/staff/loans/\(loan.id)")
        return Screen(t.shown(line.title.name), trail: [Look.Link(t(T.loans.loans), href: reader.link("/staff/loans"))]) {
            FormFaults(form)
            Heading(t.run(line.title.name, line.title.language), kind: Run(t(T.loans.loan)))
            Facts {
                FactLine(t(T.common.state)) { Chip(tone(loan), t(loan.state.name)) }
                FactLine(t(T.loans.copy)) { a(.href(reader.link(line.copy.deskPath))) { line.copy.label } }
                if let borrower = line.borrower {
                    FactLine(t(T.loans.borrower)) { a(.href(reader.link("/staff/borrowers/\(borrower.id)"))) { BorrowerName(borrower, t) } }
                }
                if loan.state == .booked { FactLine(t(T.loans.held), t.days(loan.held)) }
                if let out = loan.out { FactLine(t(T.loans.outOn), t.instant(out)) }
                FactLine(t(T.loans.due)) { DueChip(loan, today: reader.today, t: t) }
                if let back = loan.back { FactLine(t(T.loans.backOn), t.instant(back)) }
                if loan.renewed > 0 { FactLine(t(T.loans.renewedTimes), t.number(loan.renewed)) }
                if loan.deposit > 0, let money = Money(minor: loan.deposit, currency) {
                    FactLine(t(T.loans.deposit), t.money(money))
                }
                if !loan.damage.isEmpty { FactLine(t(T.loans.damage), t.run(loan.damage)) }
                if line.waiting > 0 { FactLine(t(T.loans.waiting), t.number(line.waiting)) }
            }
            if loan.state == .out || loan.state == .lost, loan.borrower != nil {
                h2 { t(T.loans.return) }
                Form(action: "\(path)/return", hidden: reader.hidden, label: t(T.loans.return)) {
                    form.field(T.loans.damage, "damage", .full, hint: T.loans.damageHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
                    Field(t(T.loans.mend), name: "mend", hint: t(T.loans.mendHint), optional: "").check(isOn: form.typed.has("mend"))
                    Buttons { Submit(t(T.loans.return)) }
                }
            }
            if loan.state == .out {
                ButtonForm(t(T.loans.lose), .danger, action: "\(path)/lose", hidden: reader.hidden)
            }
        }
    }

    private func tone(_ loan: Loan) -> Tone {
        switch loan.state {
        case .out: loan.isOverdue(on: reader.today) ? .bad : .info
        case .booked: .info
        case .back: .good
        case .lost: .bad
        case .cancelled: .neutral
        }
    }

    // MARK: Who waits

    func reservations(_ ready: [ReservationLine], _ waiting: [ReservationLine], _ form: FilledForm) -> Screen {
        Screen(t(T.loans.reservations)) {
            FormFaults(form)
            Heading(t(T.loans.reservations), lead: t(T.loans.reservationsLead))
            LoanTabs(reader: reader, current: .reservations)
            if ready.isEmpty, waiting.isEmpty { EmptyState(t(T.loans.reservationsNone), t(T.loans.reservationsNoneText)) { Empty() } }
            if !ready.isEmpty { table(t(T.loans.toSetAside), ready) }
            if !waiting.isEmpty { table(t(T.loans.inQueue), waiting) }
        }
    }

    private func table(_ caption: String, _ lines: [ReservationLine]) -> some HTML {
        DataTable(caption, rows: lines, columns: [
            Column(t(T.loans.title), .name) { line in a(.href(reader.link(line.title.deskPath))) { t.run(line.title.name, line.title.language) } },
            Column(t(T.loans.copy)) { line in
                line.copy.map { [$0.label, $0.draft.shelf].filter { !$0.isEmpty }.joined(separator: ", ") } ?? "–"
            },
            Column(t(T.loans.borrower)) { line in
                if let borrower = line.borrower { a(.href(reader.link("/staff/borrowers/\(borrower.id)"))) { BorrowerName(borrower, t) } } else { "–" }
            },
            Column(t(T.loans.keptUntil)) { line in
                if let day = line.reservation.keepUntil { t.day(day, .numeric) } else { line.place.map { t(T.loans.placeInQueue(place: .number($0))) } ?? "–" }
            },
            Column(t(T.loans.cancel), .act) { line in
                Form(
                    action: reader.link("/staff/reservations/\(line.reservation.id)/cancel"), hidden: reader.hidden, isInline: true,
                    label: "\(t(T.loans.cancel)): \(t.shown(line.title.name)), \(line.borrower?.name ?? "")") { Submit(t(T.loans.cancel), .quiet) }
            },
        ])
    }

    // MARK: One title

    @HTMLBuilder func ofTitle(_ loans: [LoanLine], _ waiting: [ReservationLine]) -> some HTML {
        if !loans.isEmpty {
            DataTable(t(T.loans.loans), rows: loans, columns: [
                Column(t(T.loans.copy), .name) { line in a(.href(reader.link("/staff/loans/\(line.loan.id)"))) { line.copy.label } },
                Column(t(T.common.state)) { line in Chip(tone(line.loan), t(line.loan.state.name)) },
                Column(t(T.loans.borrower)) { line in line.borrower.map { Markup(BorrowerName($0, t)) } ?? Markup("–") },
                Column(t(T.loans.due)) { line in
                    if line.loan.state == .booked { t.days(line.loan.held) } else { DueChip(line.loan, today: reader.today, t: t) }
                },
            ], isCaptionHidden: true)
        }
        if !waiting.isEmpty { table(t(T.loans.reservations), waiting) }
    }
}
