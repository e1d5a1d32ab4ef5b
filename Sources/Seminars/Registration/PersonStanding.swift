package import Accounts
import Catalogue
import Centres
import Events
package import Kernel
import Languages
import Storage

/// What happens to somebody's applications when something happens to the person.
extension RegistrationStore {
    /// Those who ever had an application at a centre that counted.
    static func ties(to centre: Centre.ID) -> SQL {
        "SELECT r.person FROM registration r JOIN event e ON e.id = r.event WHERE e.centre = \(centre) AND r.queued IS NOT NULL"
    }

    /// A newcomer who never proved the address is forgotten, with what was asked for in that name.
    package static func forget(_ person: Person.ID, in act: Act) throws {
        try forgetHandOvers(of: person, in: act)
        try InvitationStore.forget(person, in: act)
        try act.db.run("DELETE FROM online_letter WHERE registration IN (SELECT id FROM registration WHERE person = \(person))")
        try WorkshopStore.forget(person, in: act)
        try SeatNeedStore.forget(person, in: act)
        try act.db.run("DELETE FROM registration WHERE person = \(person)")
    }

    /// Somebody deleted the account: what is still open ends, and the seats go on. What was is kept as a row without a name, note or
    /// remark; who took part took part.
    package static func end(_ person: Person.ID, in act: Act) throws {
        let open = try all(of: person, in: act).filter(\.state.isOpen)
        for registration in open.sorted(by: { $0.event < $1.event }) {
            try act.db.hold("event", registration.event.value)
            let event = try EventStore.event(registration.event, in: act)
            guard !event.isOver(at: act.now) else { continue }
            try settle(registration, Decision(.withdrawn, T.registration.withdrawn), of: event, in: act)
            try fill(event, in: act)
        }
        try forgetHandOvers(of: person, in: act)
        try InvitationStore.forget(person, in: act)
        try WorkshopStore.forget(person, in: act)
        try SeatNeedStore.end(person, in: act)
        for registration in try all(of: person, in: act) { try act.forgetJournal(about: .registration(registration.id), register: false) }
        try act.db.run("UPDATE registration SET note = '', remark = '', reason = '', phone = '', job = '', grade = '' WHERE person = \(person)")
    }

    private static func forgetHandOvers(of person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM hand_over WHERE colleague = \(person) OR registration IN (SELECT id FROM registration WHERE person = \(person))")
    }

    /// What is held here about a person, for the person.
    package static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let registrations = try all(of: person, in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(registrations.map(\.event), in: act).map { ($0.id, $0) })
        let schools: [Registration.ID: String] = try Dictionary(uniqueKeysWithValues: act.db.rows("""
            SELECT r.id, coalesce(s.name, w.name, '') AS school FROM registration r LEFT JOIN school s ON s.id = r.school
            LEFT JOIN school_proposal w ON w.id = r.proposal WHERE r.person = \(person)
            """).map { (try $0["id"], try $0["school"]) })
        return HeldData("registration", registrations.map { registration in
            [
                "phone": registration.phone, "job": registration.job, "school": schools[registration.id] ?? "",
                "event": events[registration.event]?.title(in: .sr).text ?? "\(registration.event)",
                "state": registration.state.rawValue,
                "applied": registration.applied.iso, "counted": registration.queued?.iso ?? "", "payer": registration.payer.rawValue,
                "channel": registration.channel.rawValue, "people": "\(registration.people)", "pupils": "\(registration.group?.pupils ?? 0)",
                "grade": registration.group?.grade ?? "", "note": registration.note, "remark": registration.remark, "reason": registration.reason,
            ]
        })
    }

    /// Seats that were offered to a person, and by a person, and wait for a word.
    static func heldHandOvers(about person: Person.ID, in act: Act) throws -> HeldData {
        let rows = try act.db.rows("""
            SELECT h.offered, h.colleague, r.event FROM hand_over h JOIN registration r ON r.id = h.registration
            WHERE h.colleague = \(person) OR r.person = \(person) ORDER BY h.offered, h.registration
            """)
        return HeldData("hand_over", try rows.map { row in
            let (offered, colleague): (Instant, Person.ID) = (try row["offered"], try row["colleague"])
            return ["event": "\(try row["event"] as Int64)", "offered": offered.iso, "side": colleague == person ? "to" : "from"]
        })
    }

    /// What letters have put into a person's calendar.
    static func heldInvitations(about person: Person.ID, in act: Act) throws -> HeldData {
        let rows = try act.db.rows("SELECT id, event, sequence, stands FROM invitation WHERE person = \(person) ORDER BY id")
        return HeldData("invitation", try rows.map { row in
            [
                "number": "\(try row["id"] as Int64)", "event": try (row["event"] as Int64?).map { "\($0)" } ?? "", "sequence": "\(try row["sequence"] as Int)",
                "stands": try row["stands"] as Bool ? "yes" : "no",
            ]
        })
    }
}
