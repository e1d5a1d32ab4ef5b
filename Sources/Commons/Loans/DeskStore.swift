package import Centres
package import Kernel
package import Languages
package import Library
import Queues
import Storage

/// The desk as rows: what is scanned becomes a loan or a return, and the last of it can be taken back.
package enum DeskStore {
    // MARK: A scan

    /// What a scan does: a card opens its borrower, a copy that is out comes back, any other is lent to whoever is open.
    /// - Throws: a problem at the field that says what it was and what can be done.
    package static func take(_ scan: Scan, with borrower: Borrower.ID?, at centre: Centre.ID, in act: Act) throws -> DeskAnswer {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        switch scan {
        case .nothing: throw Problem.invalid("code", T.loans.errorNothing)
        case .broken: throw Problem.invalid("code", T.loans.errorBroken)
        case .words: throw Problem.invalid("code", T.loans.errorUnknown)
        case .card(let code):
            guard let known = try BorrowerStore.borrower(card: code, in: act) else { throw Problem.invalid("code", T.loans.errorUnknownCard) }
            guard known.centre == centre else { throw Problem.invalid("code", T.loans.errorOtherCard(centre: try name(of: known.centre, in: act))) }
            return .opened(known.id)
        case .label(let text):
            guard let copy = try CopyStore.copy(labelled: text, at: centre, in: act) else { throw Problem.invalid("code", T.loans.errorUnknown) }
            guard copy.centre == centre else { throw Problem.invalid("code", T.loans.errorOtherCopy(centre: try name(of: copy.centre, in: act))) }
            return try take(copy, with: borrower, in: act)
        }
    }

    private static func take(_ copy: Copy, with borrower: Borrower.ID?, in act: Act) throws -> DeskAnswer {
        if let echo = try echo(of: copy.id, at: copy.centre, in: act) { return .echo(echo) }
        if let loan = try LoanStore.out(copy.id, in: act) ?? lost(copy, in: act) { return .done(try `return`(loan, at: copy.centre, in: act)) }
        guard let borrower else { return .onShelf(copy.id) }
        return .done(try lend(copy.id, to: borrower, at: copy.centre, in: act))
    }

    private static func lost(_ copy: Copy, in act: Act) throws -> Loan? {
        guard copy.state == .lost else { return nil }
        return try LoanStore.loans("l.copy = \(copy.id) AND l.state = 'lost' AND l.borrower IS NOT NULL", order: "l.id DESC", most: 1, in: act).first
    }

    /// What the same hand did with the copy a moment ago.
    private static func echo(of copy: Copy.ID, at centre: Centre.ID, in act: Act) throws -> DeskAct.ID? {
        try act.db.value("""
            SELECT id FROM desk_act WHERE centre = \(centre) AND person = \(act.by.person) AND copy = \(copy) AND NOT undone
                AND kind IN ('lend', 'return') AND at >= \(act.now.adding(seconds: -Scan.echoSeconds)) ORDER BY id DESC LIMIT 1
            """)
    }

    private static func name(of centre: Centre.ID, in act: Act) throws -> Value { .title(try CentreStore.centre(centre, in: act).name) }

    // MARK: Acts

    package static func lend(_ copy: Copy.ID, to borrower: Borrower.ID, at centre: Centre.ID, in act: Act) throws -> DeskAct.ID {
        let lent = try LendStore.lend(copy, to: borrower, at: centre, in: act)
        return try write(.lend, copy, loan: lent.loan, reservation: lent.reservation, at: centre, in: act)
    }

    /// - Parameter mend: whether it goes to be mended before anybody else gets it.
    package static func `return`(_ loan: Loan, damage: String = "", mend: Bool = false, at centre: Centre.ID, in act: Act) throws -> DeskAct.ID {
        let ready = try LoanStore.takeBack(loan.id, damage: damage, mend: mend, at: centre, in: act)
        return try write(.return, loan.copy, loan: loan.id, reservation: ready?.id, copyState: loan.state == .lost ? .lost : .shelf, at: centre, in: act)
    }

    package static func renew(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws -> DeskAct.ID {
        let loan = try LoanStore.loan(id, at: centre, in: act)
        try LendStore.renew(id, at: centre, in: act)
        return try write(.renew, loan.copy, loan: id, due: loan.due, heldUntil: loan.held.upperBound, at: centre, in: act)
    }

    /// Somebody has read it here, or tried it out.
    package static func useOnSite(_ id: Copy.ID, at centre: Centre.ID, in act: Act) throws -> DeskAct.ID {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        _ = try CopyStore.copy(id, at: centre, in: act)
        let today = try LoanStore.today(at: centre, in: act)
        try act.db.run("""
            INSERT INTO site_use (copy, day, uses) VALUES (\(id), \(today), 1) ON CONFLICT (copy, day) DO UPDATE SET uses = site_use.uses + 1
            """)
        return try write(.site, id, at: centre, in: act)
    }

    private static func write(
        _ kind: DeskAct.Kind, _ copy: Copy.ID, loan: Loan.ID? = nil, reservation: Reservation.ID? = nil, due: Day? = nil, heldUntil: Day? = nil,
        copyState: CopyState? = nil, at centre: Centre.ID, in act: Act
    ) throws -> DeskAct.ID {
        DeskAct.ID(try act.db.insert("""
            INSERT INTO desk_act (centre, person, at, kind, copy, loan, reservation, due, held_until, copy_state)
            VALUES (\(centre), \(act.by.person), \(act.now), \(kind), \(copy), \(loan), \(reservation), \(due), \(heldUntil?.number), \(copyState)) RETURNING id
            """))
    }

    // MARK: Taken back

    /// So many minutes what was done last can be taken back.
    package static let undoMinutes = 60

    /// Takes back what whoever acts did last at this desk.
    /// - Parameter id: as they saw it; something newer may have been done meanwhile in another window.
    package static func undo(_ id: DeskAct.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let mine: SQL = "centre = \(centre) AND person = \(act.by.person) AND NOT undone"
        guard let row = try act.db.row("SELECT * FROM desk_act WHERE id = \(id) AND \(mine)") else { throw Problem.conflict(T.loans.errorUndone) }
        let done = try DeskAct(row: row), newest: DeskAct.ID? = try act.db.value("SELECT max(id) AS newest FROM desk_act WHERE \(mine)")
        guard newest == id, done.at > act.now.adding(seconds: -60 * undoMinutes) else { throw Problem.conflict(T.loans.errorUndone) }
        try LoanStore.hold(done.copy, at: centre, in: act)
        switch done.kind {
        case .lend: try undoLend(done, at: centre, in: act)
        case .return: try undoReturn(done, at: centre, in: act)
        case .renew: try undoRenewal(done, at: centre, in: act)
        case .site:
            let day = try CentreStore.centre(centre, in: act).zone.day(of: done.at)
            try act.db.run("UPDATE site_use SET uses = uses - 1 WHERE copy = \(done.copy) AND day = \(day) AND uses > 0")
        }
        try act.db.run("UPDATE desk_act SET undone = \(true) WHERE id = \(id)")
        try act.record(T.loans.undoneDeed, done.loan.map { .loan($0) } ?? .copy(done.copy), under: .copy(done.copy), centre: centre)
        try act.touchSeats()
    }

    private static func undoLend(_ done: DeskAct, at centre: Centre.ID, in act: Act) throws {
        guard let id = done.loan, try LoanStore.loan(id, at: centre, in: act).state == .out else { throw Problem.conflict(T.loans.errorUndone) }
        try act.db.run("UPDATE loan SET state = 'cancelled', back_at = \(act.now) WHERE id = \(id)")
        let title = try CopyStore.copy(done.copy, at: centre, in: act).title
        if let served = done.reservation, let one = try ReservationStore.reservations("r.id = \(served) AND r.state = 'lent'", in: act).first,
           try !ReservationStore.open(of: title, in: act).contains(where: { $0.borrower == one.borrower }) {
            let isSame = one.copy == done.copy
            try act.db.run("""
                UPDATE reservation SET state = \(isSame ? Reservation.State.ready : .waiting), copy = \(isSame ? one.copy : nil),
                    keep_until = \(isSame ? one.keepUntil : nil), ended = NULL WHERE id = \(served)
                """)
        }
        try ReservationStore.serve(title, at: centre, in: act)
    }

    private static func undoReturn(_ done: DeskAct, at centre: Centre.ID, in act: Act) throws {
        guard let id = done.loan, let loan = try LoanStore.loans([id], in: act)[id], loan.state == .back, loan.borrower != nil,
              try LoanStore.periods(of: [done.copy], from: loan.held.lowerBound, in: act).holder(of: loan.held) == nil,
              try LoanStore.out(done.copy, in: act) == nil
        else { throw Problem.conflict(T.loans.errorUndone) }
        if let ready = done.reservation, let one = try ReservationStore.reservations("r.id = \(ready)", in: act).first {
            guard one.state == .ready else { throw Problem.conflict(T.loans.errorUndone) }
            try act.db.run("UPDATE reservation SET state = 'waiting', copy = NULL, ready_at = NULL, keep_until = NULL WHERE id = \(ready)")
            _ = try act.recall(about: .reservation(ready))
        }
        let wasLost = done.copyState == .lost
        if try CopyStore.copy(done.copy, at: centre, in: act).state == .repair { try CopyStore.stand(.shelf, done.copy, at: centre, in: act) }
        if wasLost { try CopyStore.stand(.lost, done.copy, at: centre, in: act) }
        try act.db.run("UPDATE loan SET state = \(wasLost ? Loan.State.lost : .out), back_at = NULL, damage = '' WHERE id = \(id)")
    }

    private static func undoRenewal(_ done: DeskAct, at centre: Centre.ID, in act: Act) throws {
        guard let id = done.loan, let due = done.due, let until = done.heldUntil, try LoanStore.loan(id, at: centre, in: act).state == .out else {
            throw Problem.conflict(T.loans.errorUndone)
        }
        try act.db.run("UPDATE loan SET due = \(due), held_until = \(until.number), renewed = renewed - 1 WHERE id = \(id) AND renewed > 0")
    }

    // MARK: What is shown

    private static let shown = 12

    /// - Parameters:
    ///   - words: that somebody is looked for by.
    ///   - done: the act of which the sign speaks.
    ///   - copy: that was scanned and is lent to nobody.
    package static func sight(
        _ borrower: Borrower.ID?, words: String, done: DeskAct.ID?, isEcho: Bool, copy: Copy.ID?, at centre: Centre.ID, sorted alphabet: Alphabet, in act: Act
    ) throws -> DeskSight {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let place = try CentreStore.centre(centre, in: act)
        var sight = DeskSight(today: place.zone.day(of: act.now), place.currency)
        if let borrower {
            sight.borrower = try BorrowerStore.borrower(borrower, at: centre, in: act)
            sight.loans = try LoanStore.lines(LoanStore.out(of: [borrower], in: act), in: act)
            sight.reservations = try ReservationStore.lines(ReservationStore.open(of: [borrower], in: act), in: act)
            sight.overdue = sight.loans.filter { $0.loan.isOverdue(on: sight.today) }.count
        }
        if !words.isEmpty { sight.found = try BorrowerStore.search(words, at: centre, sorted: alphabet, in: act) }
        if let copy {
            let copy = try CopyStore.copy(copy, at: centre, in: act)
            sight.copy = (copy, try TitleStore.title(copy.title, at: centre, in: act))
        }
        sight.acts = try lines("d.centre = \(centre) AND d.person = \(act.by.person) AND d.at >= \(act.now.adding(days: -1))", in: act)
        sight.done = sight.acts.first { $0.act.id == done }
        sight.isEcho = isEcho
        return sight
    }

    private static func lines(_ condition: SQL, in act: Act) throws -> [DeskLine] {
        let acts = try act.db.rows("SELECT d.* FROM desk_act d WHERE \(condition) ORDER BY d.id DESC LIMIT \(shown)").map(DeskAct.init(row:))
        let copies = try CopyStore.copies(Array(Set(acts.map(\.copy))), in: act)
        let titles = try TitleStore.titles(Array(Set(copies.values.map(\.title))), in: act)
        let loans = try LoanStore.loans(acts.compactMap(\.loan), in: act), served = acts.compactMap(\.reservation)
        let ready = try served.isEmpty ? [] : ReservationStore.reservations("r.id IN \(list: served) AND r.state = 'ready'", in: act)
        let borrowers = try BorrowerStore.borrowers(loans.values.compactMap(\.borrower) + ready.map(\.borrower), in: act)
        return acts.compactMap { done in
            guard let copy = copies[done.copy], let title = titles[copy.title] else { return nil }
            let loan = done.loan.flatMap { loans[$0] }, kept = done.kind == .return ? ready.first { $0.id == done.reservation } : nil
            return DeskLine(
                act: done, title: title, copy: copy, loan: loan, borrower: loan?.borrower.flatMap { borrowers[$0] },
                keptFor: kept.flatMap { borrowers[$0.borrower] }, keptUntil: kept?.keepUntil)
        }
    }
}

extension DeskAct {
    init(row: Row) throws {
        let until: Int? = try row["held_until"]
        (id, at, kind, copy) = (try row["id"], try row["at"], try row["kind"], try row["copy"])
        (loan, reservation, due, heldUntil) = (try row["loan"], try row["reservation"], try row["due"], until.flatMap { Day(number: $0) })
        (copyState, isUndone) = (try row["copy_state"], try row["undone"])
    }
}
