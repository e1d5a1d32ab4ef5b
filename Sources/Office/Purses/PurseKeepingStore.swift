import Accounts
import Events
package import Kernel
import Languages
import Storage

/// What happens to the ledger when something happens to a person or an event, or when their time is over.
package enum PurseKeepingStore {
    /// So long it stands for whom an amount was; the amount itself stays as long as the ledger.
    static let years = 10

    /// The account goes: for whom an amount was goes with it, the amount stays.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE ledger_line SET person = NULL WHERE person = \(person)")
    }

    /// A draft for which money was put aside cannot be thrown away: the ledger speaks of it.
    static func discard(_ event: Event.ID, in act: Act) throws {
        if try act.db.exists("SELECT 1 AS stands FROM ledger_line WHERE event = \(event) LIMIT 1") { throw Problem.conflict(T.purses.errorEventPosted) }
    }

    package static func forgetOld(in act: Act) throws {
        let last = Zone.utc.day(of: act.now).adding(years: -years)
        try act.db.run("""
            UPDATE ledger_line SET person = NULL WHERE person IS NOT NULL AND entry IN (SELECT e.id FROM ledger_entry e WHERE e.day < \(last))
            """)
        try act.db.run("UPDATE ledger_entry SET person = NULL WHERE person IS NOT NULL AND day < \(last)")
    }

    /// What this room tells somebody who asks what is held: what was paid or put aside for them.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("ledger_line", try act.db.rows("""
            SELECT e.day, e.words, l.amount, l.currency, l.note, l.event FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry
            WHERE l.person = \(person) AND l.amount > 0 ORDER BY l.id
            """).map { row in
            let event: Event.ID? = try row["event"]
            return [
                "day": try row["day"], "words": try row["words"], "amount": "\(try row["amount"] as Int)", "currency": try row["currency"], "note": try row["note"],
                "event": event.map { "\($0)" } ?? "",
            ]
        })
    }
}
