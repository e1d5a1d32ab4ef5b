import Accounts
import Events
import Kernel
import Languages
import Storage

/// What letters have put into people's calendars: for each event and person one entry, which later letters change and take back under the same name,
/// each time with a higher number; what does not count up, calendars ignore. To be called with the event held.
enum InvitationStore {
    struct Entry {
        /// Made of its row and of the lasting name of the installation.
        let uid: String
        let sequence: Int
    }

    private static let entry: SQL = "id, sequence, \(Setting.installation.sql) AS installation"

    /// The entry as the next letter sends it: a new one, or the same again.
    static func send(to person: Person.ID, for event: Event.ID, in act: Act) throws -> Entry {
        guard let row = try act.db.row("""
            INSERT INTO invitation (event, person, sequence, stands) VALUES (\(event), \(person), 0, \(true))
            ON CONFLICT (event, person) DO UPDATE SET sequence = invitation.sequence + 1, stands = excluded.stands RETURNING \(entry)
            """) else { throw Problem.missing }
        return try Entry(row)
    }

    /// The entry as a letter takes it back; nil where none stands, for what was never sent cannot be cancelled.
    static func takeBack(from person: Person.ID, for event: Event.ID, in act: Act) throws -> Entry? {
        try act.db.row("""
            UPDATE invitation SET sequence = sequence + 1, stands = \(false) WHERE event = \(event) AND person = \(person) AND stands
            RETURNING \(entry)
            """).map(Entry.init)
    }

    /// Somebody has a seat at another event instead: the entry that stands moves there with its name, before one that was taken back there.
    static func move(_ person: Person.ID, from event: Event.ID, to other: Event.ID, in act: Act) throws {
        try act.db.run("UPDATE invitation SET event = NULL WHERE event = \(other) AND person = \(person) AND NOT stands")
        try act.db.run("UPDATE invitation SET event = \(other) WHERE event = \(event) AND person = \(person) AND stands")
    }

    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM invitation WHERE person = \(person)")
    }
}

extension InvitationStore.Entry {
    fileprivate init(_ row: Row) throws {
        self.init(uid: "invitation-\(try row["id"] as Int64)@\(try row["installation"] as String)", sequence: try row["sequence"])
    }
}
