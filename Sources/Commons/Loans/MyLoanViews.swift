import Accounts
import Centres
import Documents
import Forms
import HTML
import Kernel
import Languages
import Library
import Look

/// What somebody has, waits for, and answers for.
struct MyLoanViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: MyLoans, _ problem: FilledForm) -> Screen {
        Screen(t(T.loans.mine), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            FormFaults(problem)
            Heading(t(T.loans.mine), lead: t(T.loans.mineLead))
            if let card = sight.own.first?.card {
                Facts { FactLine(t(T.loans.card), card) }
                if let code = QRCode(card) { CodePicture(t(T.loans.cardPicture), path: code.path, extent: code.extent) }
            }
            loans(sight)
            reservations(sight.reservations)
            answered(sight)
            Buttons { LinkButton(t(T.loans.pupilCards), href: reader.link("/me/pupils"), .quiet) }
        }
    }

    @HTMLBuilder private func loans(_ sight: MyLoans) -> some HTML {
        h2 { t(T.loans.withMe) }
        if sight.loans.isEmpty {
            EmptyState(t(T.loans.mineNone), t(T.loans.mineNoneText)) { Empty() }
        } else {
            table(t(T.loans.hasOut(count: sight.loans.count)), sight.loans)
        }
    }

    private func table(_ caption: String, _ lines: [LoanLine]) -> some HTML {
        DataTable(caption, rows: lines, columns: [
            Column(t(T.loans.title), .name) { line in a(.href(reader.link(line.title.path))) { t.run(line.title.name, line.title.language) } },
            Column(t(T.loans.due)) { line in DueChip(line.loan, today: reader.today, t: t) },
            Column(t(T.loans.waiting)) { line in line.waiting == 0 ? "" : t(T.loans.othersWait(count: line.waiting)) },
            Column(t(T.loans.renew), .act) { line in
                if !line.loan.isOverdue(on: reader.today), line.waiting == 0 {
                    Form(
                        action: reader.link("/me/loans/\(line.loan.id)/renew"), hidden: reader.hidden, isInline: true,
                        label: "\(t(T.loans.renew)): \(t.shown(line.title.name)) \(line.copy.label)") { Submit(t(T.loans.renew), .quiet) }
                }
            },
        ], isCaptionHidden: true)
    }

    @HTMLBuilder private func reservations(_ lines: [ReservationLine]) -> some HTML {
        if !lines.isEmpty {
            h2 { t(T.loans.waitFor) }
            DataTable(t(T.loans.waitFor), rows: lines, columns: [
                Column(t(T.loans.title), .name) { line in a(.href(reader.link(line.title.path))) { t.run(line.title.name, line.title.language) } },
                Column(t(T.common.state)) { line in
                    if let until = line.reservation.keepUntil {
                        Chip(.good, t(T.loans.readyUntil(day: .day(until))))
                    } else if let place = line.place {
                        t(T.loans.placeInQueue(place: .number(place)))
                    }
                },
                Column(t(T.loans.cancel), .act) { line in
                    Form(
                        action: reader.link("/me/reservations/\(line.reservation.id)/cancel"), hidden: reader.hidden, isInline: true,
                        label: "\(t(T.loans.cancel)): \(t.shown(line.title.name))") { Submit(t(T.loans.cancel), .quiet) }
                },
            ], isCaptionHidden: true)
        }
    }

    @HTMLBuilder private func answered(_ sight: MyLoans) -> some HTML {
        ForEach(sight.answered) { borrower, lines in
            h2 { BorrowerName(borrower, t) }
            HTML::p(.class("small")) { t(borrower.kind.name); " · "; borrower.card }
            if lines.isEmpty { HTML::p(.class("muted")) { t(T.loans.hasNothing) } } else { table(borrower.name, lines) }
        }
    }

    // MARK: Cards for pupils

    func pupils(_ borrowers: [Borrower], _ schools: [School], _ desk: DeskRule, _ form: FilledForm) -> Screen {
        Screen(t(T.loans.pupilCards), trail: [
            Look.Link(t(T.accounts.me), href: reader.link("/me")), Look.Link(t(T.loans.mine), href: reader.link("/me/loans")),
        ], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.loans.pupilCards), lead: t(T.loans.pupilCardsLead(count: desk.pupilDays)))
            ForEach(borrowers.filter { $0.kind == .pupil }) { pupil in
                PersonLine(Run(pupil.name), detail: [Run(pupil.schoolClass), t.run(pupil.schoolName), Run(pupil.card)].filter { !$0.text.isEmpty })
            }
            Form(action: reader.link("/me/pupils"), hidden: reader.hidden, label: t(T.loans.newPupil)) {
                PupilFields(form: form, schools: schools)
                Buttons { Submit(t(T.loans.giveCard)) }
            }
        }
    }

    // MARK: Reserve

    func reserve(_ title: LibraryTitle, _ others: [Borrower], waiting: Int, soonest: Day?, _ form: FilledForm) -> Screen {
        let name = t.run(title.name, title.language)
        return Screen(t(T.loans.reserve), trail: [Look.Link(name, href: reader.link(title.path))], isIndexed: false) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.loans.reserve)))
            HTML::p { t(waiting == 0 ? T.loans.nobodyWaits : T.loans.othersWait(count: waiting)) }
            if let soonest { HTML::p { t(T.loans.soonest(day: .day(soonest))) } }
            Form(action: reader.link("\(title.path)/reserve"), hidden: reader.hidden) {
                if !others.isEmpty {
                    form.field(T.loans.reserveFor, "borrower")
                        .radios([Field.Choice("own", t(T.loans.forMe))] + others.map { Field.Choice("\($0.id)", BorrowerName($0, t).run) })
                }
                Buttons { Submit(t(T.loans.reserve)) }
            }
        }
    }

    // MARK: On pages that rooms share

    @HTMLBuilder func lines(_ loans: [LoanLine], _ ready: [ReservationLine]) -> some HTML {
        let soon = reader.today.adding(days: 3)
        if !ready.isEmpty || !loans.isEmpty {
            ActList(ready.map { line in
                let day = Value.day(line.reservation.keepUntil ?? reader.today, .inSentenceShort)
                return ActList.Line(
                    .good, when: t(T.loans.readyUntil(day: day)), t.run(line.title.name, line.title.language),
                    act: Look.Link(t(T.loans.seeMine), href: reader.link("/me/loans")))
            } + loans.map { line in
                let isLate = line.loan.isOverdue(on: reader.today), day = Value.day(line.loan.due, .inSentenceShort)
                return ActList.Line(
                    isLate ? .bad : line.loan.due <= soon ? .waiting : .neutral, when: t(isLate ? T.loans.wasDue(day: day) : T.loans.isDue(day: day)),
                    t.run(line.title.name, line.title.language), act: Look.Link(t(isLate ? T.loans.seeMine : T.loans.renew), href: reader.link("/me/loans")))
            })
        }
    }

    func ofSchool(_ lines: [LoanLine]) -> some HTML { table(t(T.loans.schoolHas), lines) }
}
