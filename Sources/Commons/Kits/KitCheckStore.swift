package import Centres
package import Kernel
import Languages
package import Library
import Loans
import Storage

/// What was counted in a kit when it left and when it came back.
package enum KitCheckStore {
    // MARK: Reads

    package static func checks(of booking: KitBooking.ID, in act: Act) throws -> [KitCheck.Kind: KitCheck] { try checks(of: [booking], in: act)[booking] ?? [:] }

    package static func checks(of bookings: [KitBooking.ID], in act: Act) throws -> [KitBooking.ID: [KitCheck.Kind: KitCheck]] {
        let rows = try act.db.rows("SELECT * FROM kit_check WHERE booking IN \(list: bookings)")
        guard !rows.isEmpty else { return [:] }
        let ids: [Int64] = try rows.map { try $0["id"] }
        let lines = try Dictionary(grouping: act.db.rows("SELECT * FROM kit_check_line WHERE kit_check IN \(list: ids) ORDER BY kit_check, position")) {
            try $0["kit_check"] as Int64
        }
        return try rows.reduce(into: [:]) { checks, row in
            let kind: KitCheck.Kind = try row["kind"]
            checks[try row["booking"], default: [:]][kind] = KitCheck(
                kind, try (lines[row["id"]] ?? []).map { KitCheck.Line(try $0["name"], expected: try $0["expected"], found: try $0["found"]) }, note: try row["note"],
                at: try row["at"], by: try row["person"])
        }
    }

    /// What was found in a copy when it was last counted.
    package static func last(of copy: Copy.ID, in act: Act) throws -> KitCheck? {
        let row = try act.db.row("""
            SELECT k.booking, k.kind FROM kit_check k JOIN kit_booking b ON b.id = k.booking JOIN loan l ON l.id = b.loan
            WHERE l.copy = \(copy) ORDER BY k.at DESC, k.id DESC LIMIT 1
            """)
        guard let row else { return nil }
        return try checks(of: row["booking"], in: act)[try row["kind"]]
    }

    /// Copies at the shelf in which something lacked when they were last counted.
    package static func incomplete(_ kits: [Kit], in act: Act) throws -> [Copy.ID: [KitCheck.Missing]] {
        try kits.flatMap(\.copies).reduce(into: [:]) { incomplete, copy in
            guard let check = try last(of: copy.id, in: act), check.kind == .back, !check.incomplete.isEmpty else { return }
            incomplete[copy.id] = check.incomplete
        }
    }

    // MARK: Verbs of the desk

    /// It leaves the centre, counted.
    package static func handOut(_ id: KitBooking.ID, _ lines: [KitCheck.Line], note: String, at centre: Centre.ID, in act: Act) throws {
        let booking = try counted(id, .booked, at: centre, in: act), today = try KitStore.today(at: centre, in: act)
        guard today <= booking.window.upperBound else { throw Problem.conflict(T.kits.errorPassed(day: .day(booking.window.upperBound))) }
        try LoanStore.handOut(booking.loan, at: centre, in: act)
        try write(.out, lines, note, booking, in: act)
        try act.record(T.kits.outDeed, .kitBooking(id), under: .title(booking.title), centre: centre, changes: changes(lines))
        try act.touchSeats()
    }

    /// It is back, counted. Who had it is told what lacks, and asked what it was used for.
    package static func takeBack(_ id: KitBooking.ID, _ lines: [KitCheck.Line], note: String, at centre: Centre.ID, in act: Act) throws {
        let booking = try counted(id, .out, at: centre, in: act)
        let missing = KitCheck(.back, lines, at: act.now).missing(since: try checks(of: id, in: act)[.out])
        let damage = missing.map { "\($0.name): \($0.count)" }.joined(separator: "; ")
        let told = [damage, note].filter { !$0.isEmpty }.joined(separator: "; ").prefix(TextLimit.note.rawValue)
        try LoanStore.takeBack(booking.loan, damage: String(told), at: centre, in: act)
        try write(.back, lines, note, booking, in: act)
        try act.record(T.kits.backDeed, .kitBooking(id), under: .title(booking.title), centre: centre, changes: changes(lines))
        try act.touchSeats()
        let people = Set(booking.stays.compactMap(\.person) + [booking.person].compactMap(\.self))
        if !missing.isEmpty { for person in people.sorted() { try KitLetters.missing(person, booking, missing, in: act) } }
        for stay in booking.stays {
            guard let person = stay.person, try !KitNoteStore.exists(of: person, at: stay.id, in: act) else { continue }
            try act.db.run("UPDATE kit_stop SET asked = \(act.now) WHERE id = \(stay.id)")
            try KitLetters.ask(person, booking, in: act)
        }
    }

    private static func counted(_ id: KitBooking.ID, _ state: Loan.State, at centre: Centre.ID, in act: Act) throws -> KitBooking {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let booking = try KitBookingStore.held(id, at: centre, in: act)
        guard booking.state == state else { throw Problem.conflict(T.kits.errorState(state: .phrase(booking.state.name))) }
        return booking
    }

    private static func write(_ kind: KitCheck.Kind, _ lines: [KitCheck.Line], _ note: String, _ booking: KitBooking, in act: Act) throws {
        let check = try act.db.insert("""
            INSERT INTO kit_check (booking, kind, note, at, person) VALUES (\(booking.id), \(kind), \(note), \(act.now), \(act.by.person)) RETURNING id
            """)
        for (position, line) in lines.enumerated() {
            try act.db.run("""
                INSERT INTO kit_check_line (kit_check, position, name, expected, found) VALUES (\(check), \(position), \(line.name), \(line.expected), \(line.found))
                """)
        }
    }

    private static func changes(_ lines: [KitCheck.Line]) -> [Change] {
        lines.filter { $0.found != $0.expected }.map { Change($0.name, from: "\($0.expected)", to: "\($0.found)") }
    }
}
