package import Accounts
package import Events
package import Kernel
import Languages
import Storage

/// What happens to those who were asked when something happens to a person, or when time has passed.
extension GuestStore {
    /// So long after an event the way to those who were asked, and what they said beside their answer, is forgotten.
    private static let contactDays = 30
    /// So long after it those who were invited are forgotten; speakers stay with the event, as those do who led it.
    private static let nameDays = 365

    /// Somebody deleted the account: whatever stands here under the person or the address goes, with its traces.
    static func forget(_ person: Person.ID, in act: Act) throws {
        // Also of one who was merged into another, and is no person any more.
        guard let row = try act.db.row("SELECT email, given_name, family_name FROM person WHERE id = \(person)") else { return }
        let email = try row["email"] ?? ""
        let ids: [Guest.ID] = try act.db.rows("SELECT id FROM guest WHERE person = \(person) OR (email <> '' AND email = \(email)) ORDER BY id").map { try $0["id"] }
        let name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
        let named: [Event.ID] = try act.db.rows("SELECT DISTINCT event FROM talk WHERE speakers <> '' ORDER BY event").map { try $0["event"] }
        try TalkStore.forget(named: [name], in: named, act: act)
        guard !ids.isEmpty else { return try act.touchPublicPages() }
        try drop(ids, in: act)
        try act.touchPublicPages()
    }

    private static func drop(_ ids: [Guest.ID], in act: Act) throws {
        for id in ids { try act.forgetJournal(about: .guest(id), register: false) }
        try act.db.run("DELETE FROM guest_link WHERE guest IN \(list: ids)")
        try act.db.run("DELETE FROM guest WHERE id IN \(list: ids)")
    }

    package static func forgetOld(in act: Act) throws {
        let over: SQL = "SELECT e.id FROM event e WHERE e.ends <= \(act.now.adding(days: -contactDays)) AND e.state IN ('held', 'closed', 'cancelled')"
        try act.db.run("DELETE FROM guest_link WHERE guest IN (SELECT g.id FROM guest g WHERE g.event IN (\(over)))")
        try act.db.run("UPDATE guest SET email = '', note = '' WHERE event IN (\(over)) AND (email <> '' OR note <> '')")
        let old: [Guest.ID] = try act.db.rows("""
            SELECT g.id FROM guest g JOIN event e ON e.id = g.event WHERE g.part = 'guest' AND g.school IS NULL AND e.ends <= \(act.now.adding(days: -nameDays))
                AND e.state IN ('held', 'closed', 'cancelled') ORDER BY g.id LIMIT 1000
            """).map { try $0["id"] }
        if !old.isEmpty { try drop(old, in: act) }
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("guest", try act.db.rows("SELECT * FROM guest WHERE person = \(person) ORDER BY id").map(Guest.init(row:)).map { guest in
            [
                "event": "\(guest.event)", "part": guest.part.rawValue, "name": guest.name, "email": guest.email, "topic": guest.topic, "answer": guest.answer.rawValue,
                "people": "\(guest.people)", "note": guest.note, "asked": guest.asked?.iso ?? "", "answered": guest.answered?.iso ?? "",
            ]
        })
    }

    /// A draft that comes to nothing takes its list along.
    static func discard(_ event: Event.ID, in act: Act) throws {
        try drop(guests(of: event, in: act).map(\.id), in: act)
    }
}
