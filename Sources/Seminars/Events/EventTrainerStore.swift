package import Accounts
package import Kernel
import Languages
import Storage

/// What events say of a person who leads them.
extension EventStore {
    private static let trainersMost = 300

    /// Those who hold the role of a trainer at a centre, and those who have led something there, by name.
    static func trainers(at centre: ID<CentreTag>, in act: Act) throws -> [Trainer] {
        let holding = try act.db.rows("""
            SELECT p.id, p.given_name, p.family_name FROM role r JOIN person p ON p.id = r.person
            WHERE r.role = 'trainer' AND r.centre = \(centre) AND p.erased IS NULL ORDER BY p.key_azbuka, p.id LIMIT \(trainersMost)
            """).map { Trainer(name: PersonName(given: try $0["given_name"], family: try $0["family_name"]).full, person: try $0["id"]) }
        let leading = try act.db.rows("""
            SELECT t.name, max(t.person) AS person FROM event_trainer t JOIN event e ON e.id = t.event
            WHERE e.centre = \(centre) GROUP BY t.name ORDER BY t.name LIMIT \(trainersMost)
            """).map { Trainer(name: try $0["name"], person: try $0["person"]) }
        return holding + leading.filter { other in !holding.contains { $0.name == other.name } }
    }

    /// Events that somebody is to lead, the next first.
    package static func led(by person: Person.ID, at centre: ID<CentreTag>, in act: Act) throws -> [Event] {
        let ids = try act.db.rows("""
            SELECT DISTINCT e.id, e.starts FROM event_trainer t JOIN event e ON e.id = t.event
            WHERE t.person = \(person) AND e.centre = \(centre) AND e.state IN ('announced', 'confirmed') AND e.ends > \(act.now) ORDER BY e.starts, e.id LIMIT 30
            """).map { try $0["id"] as Event.ID }
        let events = Dictionary(uniqueKeysWithValues: try events(ids, in: act).map { ($0.id, $0) })
        return ids.compactMap { events[$0] }
    }

    /// Events that somebody has led, the last first.
    package static func past(ledBy person: Person.ID, at centre: ID<CentreTag>, in act: Act) throws -> [Event] {
        let ids = try act.db.rows("""
            SELECT DISTINCT e.id, e.starts FROM event_trainer t JOIN event e ON e.id = t.event
            WHERE t.person = \(person) AND e.centre = \(centre) AND e.state IN ('announced', 'confirmed', 'held', 'closed') AND e.ends <= \(act.now)
            ORDER BY e.starts DESC, e.id DESC LIMIT 100
            """).map { try $0["id"] as Event.ID }
        return try events(inOrder: ids, in: act)
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("event_trainer", try act.db.rows("SELECT event, name FROM event_trainer WHERE person = \(person) ORDER BY event").map { row in
            ["event": "\(try row["event"] as Event.ID)", "name": try row["name"]]
        })
    }

    /// Somebody deleted the account: no event names them any more, on its page or in its journal. What the register must keep stands in certificates.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let rows = try act.db.rows("SELECT event, name FROM event_trainer WHERE person = \(person)")
        guard !rows.isEmpty else { return }
        try act.db.run("DELETE FROM event_trainer WHERE person = \(person)")
        for name in Set(try rows.map { try $0["name"] as String }) { try act.forgetJournal(naming: name, field: "trainers", noun: "event") }
        let concerned = try rows.map { try $0["event"] as Event.ID }
        try index("WHERE e.id IN \(list: concerned)", in: act)
        try act.touchPublicPages()
    }
}
