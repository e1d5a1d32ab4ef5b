import Accounts
package import Kernel
import Languages
import Storage

/// What events say of a person who leads them.
extension EventStore {
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
