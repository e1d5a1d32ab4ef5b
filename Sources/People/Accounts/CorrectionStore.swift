package import Kernel
import Languages
import Storage

/// Corrections that people make of their own data, as a centre that has to do with them hears of them: until somebody has seen them.
package enum CorrectionStore {
    private static let own = [
        T.accounts.renamed, T.accounts.contactChanged, T.accounts.emailChanged, T.accounts.employed, T.accounts.employmentChanged, T.accounts.employmentRemoved,
    ]
    private static let shown = 50

    /// Tells every centre that has to do with somebody that there is something to see.
    package static func note(_ person: Person.ID, in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM centre ORDER BY id") {
            let centre: ID<CentreTag> = try row["id"]
            guard try act.db.exists("SELECT 1 AS tied FROM person WHERE id = \(person) AND id IN (\(PersonStore.ties(to: centre, in: act)))") else { continue }
            try act.db.run("INSERT INTO correction (person, centre, since) VALUES (\(person), \(centre), \(act.now)) ON CONFLICT (person, centre) DO NOTHING")
        }
    }

    /// One's own are nothing that one has to be told.
    static func count(at centre: ID<CentreTag>, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM correction WHERE centre = \(centre) AND person <> \(act.by.person?.value ?? 0)")
    }

    /// The oldest first.
    static func waiting(at centre: ID<CentreTag>, in act: Act) throws -> [Correction] {
        let silent = Set(own.map(\.key.name.description))
        return try act.db.rows("""
            SELECT person, since FROM correction WHERE centre = \(centre) AND person <> \(act.by.person?.value ?? 0) ORDER BY since, id LIMIT \(shown)
            """).map { row in
            let (id, since): (Person.ID, Instant) = (try row["person"], try row["since"])
            let deeds = try JournalEntry.about(.person(id), in: act).filter { entry in
                entry.subject == .person(id) && entry.person == id && entry.at >= since && silent.contains(entry.deed)
            }
            return Correction(person: try PersonStore.person(id, in: act), deeds: deeds)
        }
    }

    /// Somebody of the centre has seen what somebody corrected.
    /// - Parameter person: nil for all that wait.
    static func see(_ person: Person.ID?, at centre: ID<CentreTag>, in act: Act) throws {
        let whose: SQL = person.map { "person = \($0)" } ?? "person <> \(act.by.person?.value ?? 0)"
        for row in try act.db.rows("SELECT person FROM correction WHERE centre = \(centre) AND \(whose) ORDER BY id") {
            try act.record(T.accounts.correctionSeen, .person(try row["person"]), centre: centre)
        }
        try act.db.run("DELETE FROM correction WHERE centre = \(centre) AND \(whose)")
    }
}
