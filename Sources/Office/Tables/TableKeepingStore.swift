import Accounts
import Centres
import Kernel
import Languages
import Storage

/// Who looked at tables in which people are named, what is held about a person, and what goes when somebody goes.
enum TableKeepingStore {
    // MARK: Looks

    /// Writes down that somebody looks at lines that name people: once a day for each kind (decision 0037).
    static func look(_ kind: TableKind, at centre: Centre, in act: Act) throws {
        let today = centre.zone.startOfDay(centre.zone.day(of: act.now))
        let looked = try act.db.exists("""
            SELECT 1 AS looked FROM journal WHERE noun = 'table_kind' AND subject = \(kind.number) AND deed = \(T.tables.deedLooked.key.name.description)
                AND person = \(act.by.person) AND centre = \(centre.id) AND at >= \(today)
            """)
        if !looked { try act.record(T.tables.deedLooked, .other("table_kind", kind.number), centre: centre.id) }
    }

    /// Writes down that a table was taken out as a file: each time, with what it showed.
    static func takeOut(_ query: TableQuery, _ name: String, at centre: Centre, in act: Act) throws {
        try act.record(query.isOutside ? T.tables.deedOutside : T.tables.deedTakenOut, .other("table_kind", query.kind.number), centre: centre.id, changes: [
            Change("table", from: "", to: name), Change("query", from: "", to: query.words),
        ])
    }

    static let looksShown = 200

    /// The last looks and files, for who answers for the centre.
    static func looks(at centre: Centre.ID, in act: Act) throws -> [TableLook] {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        let entries = try act.db.rows("""
            SELECT j.*, d.changes FROM journal j LEFT JOIN journal_detail d ON d.journal = j.id WHERE j.noun = 'table_kind' AND j.centre = \(centre)
            ORDER BY j.id DESC LIMIT \(looksShown)
            """).map(JournalEntry.init(row:))
        let names = try PersonStore.names(of: Set(entries.compactMap(\.person)), in: act)
        return entries.compactMap { entry in
            guard let kind = TableKind.allCases.first(where: { $0.number == entry.subject.id }) else { return nil }
            return TableLook(
                at: entry.at, who: entry.person.flatMap { names[$0] } ?? "", deed: entry.deed, kind: kind, table: entry.changes["table"]?.last ?? "",
                words: entry.changes["query"]?.last)
        }
    }

    // MARK: People

    /// A shared table stays for the centre, without who made it; what somebody kept alone goes.
    static func forget(_ person: Person.ID, in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM own_table WHERE owner = \(person) AND NOT shared") { try OwnTableStore.gone(row["id"], in: act) }
        try act.db.run("UPDATE own_table SET owner = NULL WHERE owner = \(person)")
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        HeldData("own_table", try act.db.rows("SELECT * FROM own_table WHERE owner = \(person) ORDER BY id").map { row in
            [
                "kind": (try row["kind"] as String), "name": try row["name"], "query": try row["query"], "shared": (try row["shared"] as Bool) ? "yes" : "no",
                "created": (try row["created"] as Instant).iso, "changed": (try row["changed"] as Instant).iso,
            ]
        })
    }

    /// What somebody kept alone goes so long after that person has left the centre.
    static let yearsLeft = 1

    static func forgetOld(in act: Act) throws {
        let before = act.now.adding(days: -365 * yearsLeft)
        let old = try act.db.rows("""
            SELECT o.id FROM own_table o WHERE NOT o.shared AND o.changed < \(before) AND NOT EXISTS (
                SELECT 1 FROM role r WHERE r.person = o.owner AND (r.centre = o.centre OR r.role = 'administrator')) ORDER BY o.id LIMIT 1000
            """)
        for row in old { try OwnTableStore.gone(row["id"], in: act) }
    }
}
