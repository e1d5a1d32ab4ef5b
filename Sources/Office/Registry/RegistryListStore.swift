import Accounts
package import Kernel
package import Languages
import Storage

/// Papers of the register as they are read: one, a case, a list with filters.
package enum RegistryListStore {
    // MARK: One

    /// - Throws: `Problem.missing` unless it is of the centre and the actor works there.
    package static func entry(_ id: RegistryEntry.ID, at centre: ID<CentreTag>, in act: Act) throws -> RegistryEntry {
        guard act.by.coordinates(centre),
              let entry = try entries("e.id = \(id) AND b.centre = \(centre)", in: act).first else { throw Problem.missing }
        return entry
    }

    /// The other papers of a case, in their order.
    static func others(of entry: RegistryEntry, in act: Act) throws -> [RegistryEntry] {
        try entries("e.book = \(entry.book) AND e.number = \(entry.number) AND e.id <> \(entry.id)", order: "e.sub", in: act)
    }

    // MARK: Many

    /// - Parameter condition: over `registry_entry e JOIN registry_book b`.
    static func entries(
        _ condition: SQL, order: SQL = "b.year DESC, e.number DESC, e.sub DESC", limit: Int = 1_000, offset: Int = 0, in act: Act
    ) throws -> [RegistryEntry] {
        try act.db.rows("""
            SELECT e.* FROM registry_entry e JOIN registry_book b ON b.id = e.book WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)
            """).map(RegistryEntry.init(row:))
    }

    static func count(_ condition: SQL, in act: Act) throws -> Int {
        try act.db.value("SELECT count(*) AS papers FROM registry_entry e JOIN registry_book b ON b.id = e.book WHERE \(condition)") ?? 0
    }

    /// What a filter leaves, as a condition.
    static func condition(_ filter: RegistryFilter, at centre: ID<CentreTag>, on today: Day, in act: Act) -> SQL {
        var parts: [SQL] = ["b.centre = \(centre)"]
        if let year = filter.year { parts.append("b.year = \(year)") }
        if let direction = filter.direction { parts.append("e.direction = \(direction)") }
        if let mark = filter.mark { parts.append("e.mark = \(mark)") }
        if let worker = filter.worker { parts.append("e.worker = \(worker)") }
        switch filter.state {
        case .open: parts.append("e.settled IS NULL AND e.withdrawn IS NULL")
        case .late: parts.append("e.settled IS NULL AND e.withdrawn IS NULL AND e.due < \(today)")
        case .settled: parts.append("e.settled IS NOT NULL AND e.withdrawn IS NULL")
        case .withdrawn: parts.append("e.withdrawn IS NOT NULL")
        case nil: break
        }
        if !filter.words.isEmpty { parts.append("e.id IN (SELECT f.subject FROM \(act.db.found("registry", typed: filter.words)) f)") }
        return .joined(parts, " AND ")
    }

    /// The whole book, from its first number on.
    static func all(in book: RegistryBook.ID, in act: Act) throws -> [RegistryEntry] {
        try entries("e.book = \(book)", order: "e.number, e.sub", limit: 1_000_000, in: act)
    }

    /// How many papers each book holds, and how many of them are open.
    static func counts(of centre: ID<CentreTag>, in act: Act) throws -> [RegistryBook.ID: (all: Int, open: Int)] {
        try act.db.rows("""
            SELECT e.book, count(*) AS papers, count(CASE WHEN e.settled IS NULL AND e.withdrawn IS NULL THEN 1 END) AS waiting
            FROM registry_entry e JOIN registry_book b ON b.id = e.book WHERE b.centre = \(centre) GROUP BY e.book
            """).reduce(into: [:]) { $0[try $1["book"]] = (try $1["papers"], try $1["waiting"]) }
    }

    /// Papers that words find, the best first.
    package static func found(_ words: String, at centre: ID<CentreTag>, limit: Int, in act: Act) throws -> [RegistryEntry] {
        guard act.by.coordinates(centre) else { return [] }
        return try act.db.rows("""
            SELECT e.* FROM registry_entry e JOIN registry_book b ON b.id = e.book JOIN \(act.db.found("registry", typed: words)) f ON f.subject = e.id
            WHERE b.centre = \(centre) ORDER BY f.grade, e.id DESC LIMIT \(limit)
            """).map(RegistryEntry.init(row:))
    }

    // MARK: What waits

    /// Papers whose day has passed or comes soon, the oldest first.
    static func due(at centre: ID<CentreTag>, by day: Day, of worker: ID<PersonTag>? = nil, in act: Act) throws -> [RegistryEntry] {
        let own: SQL = worker.map { " AND e.worker = \($0)" } ?? ""
        return try entries("""
            b.centre = \(centre) AND e.settled IS NULL AND e.withdrawn IS NULL AND e.due <= \(day)\(own)
            """, order: "e.due, e.id", limit: 30, in: act)
    }

    /// What somebody works on: what has a day first.
    static func work(of worker: ID<PersonTag>, at centre: ID<CentreTag>, in act: Act) throws -> [RegistryEntry] {
        try entries("""
            b.centre = \(centre) AND e.settled IS NULL AND e.withdrawn IS NULL AND e.worker = \(worker)
            """, order: "CASE WHEN e.due IS NULL THEN 1 ELSE 0 END, e.due, e.id", limit: 30, in: act)
    }

    // MARK: People

    /// Who works at a centre and may work on a paper, by name.
    static func staff(of centre: ID<CentreTag>, in act: Act) throws -> [(id: ID<PersonTag>, name: String)] {
        try act.db.rows("""
            SELECT p.id, p.given_name, p.family_name FROM person p WHERE p.erased IS NULL AND p.id IN (
                SELECT r.person FROM role r WHERE r.centre = \(centre) AND r.role IN ('coordinator', 'director', 'librarian', 'accountant'))
            ORDER BY p.family_name, p.given_name, p.id
            """).map { (try $0["id"], PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) }
    }

    // MARK: Words that are found

    static func makeFindable(_ id: RegistryEntry.ID, in act: Act) throws {
        guard let row = try act.db.row("SELECT * FROM registry_entry WHERE id = \(id)") else { return }
        try act.db.index("registry", id.value, words(of: RegistryEntry(row: row)))
    }

    private static func words(of entry: RegistryEntry) -> SearchText {
        let draft = entry.draft
        return SearchText(
            number: [entry.label, entry.paperNumber, draft.theirNumber].joined(separator: " "), titles: [(draft.subject, .sr)],
            bodies: [(draft.note, .sr), (entry.outcome, .sr)], names: [draft.other, draft.place])
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        try act.db.index(many: "registry", act.db.rows("SELECT * FROM registry_entry").map { row in
            let entry = try RegistryEntry(row: row)
            return (entry.id.value, words(of: entry))
        })
    }
}
