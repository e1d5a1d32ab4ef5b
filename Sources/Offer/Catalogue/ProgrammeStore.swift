package import Kernel
package import Languages
import Storage

/// Programmes as rows. They are shared by all centres of an installation.
package enum ProgrammeStore {
    /// One programme with its cycle, its entries of the lists and its people.
    /// - Throws: `Problem.missing` when there is none.
    package static func programme(_ id: Programme.ID, in act: Act) throws -> Programme {
        try act.kept("programme \(id)") {
            guard let row = try act.db.row("SELECT \(columns) FROM \(joined) WHERE p.id = \(id)") else { throw Problem.missing }
            return try Programme(row: row, parts: parts("WHERE x.programme = \(id)", in: act)[id] ?? Programme.Parts())
        }
    }

    /// What hangs on programmes, by a condition over `x`: three queries, however many there are.
    private static func parts(_ condition: SQL, in act: Act) throws -> [Programme.ID: Programme.Parts] {
        var parts: [Programme.ID: Programme.Parts] = [:]
        func read(_ place: WritableKeyPath<Programme.Parts, [Row]>, _ rows: [Row]) throws {
            for row in rows { parts[try row["programme"], default: Programme.Parts()][keyPath: place].append(row) }
        }
        try read(\.people, act.db.rows("""
            SELECT x.programme, x.part, x.name, x.occupation, x.reach, x.person, x.centre FROM programme_person x \(condition)
            ORDER BY x.programme, x.part, x.place, x.id
            """))
        try read(\.targets, act.db.rows("""
            SELECT x.programme, k.* FROM programme_target x JOIN cycle_code k ON k.id = x.code \(condition) ORDER BY x.programme, k.place, k.id
            """))
        try read(\.earlier, act.db.rows("SELECT x.* FROM programme_earlier x \(condition) ORDER BY x.programme, x.place, x.id"))
        return parts
    }

    /// Programmes that can still be held, by title, for a form that chooses one.
    static func isStocked(in act: Act) throws -> Bool { try act.db.exists("SELECT 1 AS any_programme FROM programme LIMIT 1") }

    package static func choices(in act: Act) throws -> [ProgrammeChoice] {
        let day = Zone.utc.day(of: act.now).adding(days: -1)  // wherever the reader is, not a day too early
        return try act.db.rows("""
            SELECT p.id, p.number, p.title, p.language, \(Cycle.columns)
            FROM programme p JOIN cycle c ON c.id = p.cycle JOIN accreditor a ON a.id = c.accreditor
            WHERE p.withdrawn IS NULL AND c.last_day >= \(day) ORDER BY p.key_azbuka, p.id
            """).map(ProgrammeChoice.init(row:))
    }

    /// The programme with this number in this cycle.
    package static func programme(number: String, of cycle: Cycle.ID, in act: Act) throws -> Programme.ID? {
        try act.db.value("SELECT id FROM programme WHERE cycle = \(cycle) AND number = \(number)")
    }

    /// The programme that somebody names by its number.
    /// - Throws: a problem at `number` when the cycle has none with it.
    static func known(number: String, of cycle: Cycle.ID, in act: Act) throws -> Programme.ID {
        guard let id = try programme(number: number, of: cycle, in: act) else { throw Problem.invalid("number", T.catalogue.numberUnknown(number: .text(number))) }
        return id
    }

    /// All programmes that a condition over `programme p` leaves, whole, in the order of their catalogues.
    static func all(_ condition: SQL = "", in act: Act) throws -> [Programme] {
        let parts = try parts("", in: act)
        return try act.db.rows("SELECT \(columns) FROM \(joined) \(condition) ORDER BY c.first_day DESC, c.id, length(p.number), p.number").map { row in
            try Programme(row: row, parts: parts[row["id"]] ?? Programme.Parts())
        }
    }

    /// All programmes by their numbers, which mean something only within a cycle.
    package static func numbered(in act: Act) throws -> [String: [Programme]] { Dictionary(grouping: try all(in: act), by: \.number) }

    /// These programmes, whole, in this order.
    package static func all(_ ids: [Programme.ID], in act: Act) throws -> [Programme] {
        guard !ids.isEmpty else { return [] }
        let found = Dictionary(uniqueKeysWithValues: try all("WHERE p.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return ids.compactMap { found[$0] }
    }

    /// All programmes as an import compares them, by cycle and number.
    static func drafts(in act: Act) throws -> [ProgrammeKey: (id: Programme.ID, draft: ProgrammeDraft)] {
        Dictionary(try all(in: act).map { (ProgrammeKey(cycle: $0.cycle.id, number: $0.number), ($0.id, $0.draft)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where the programme stood in other cycles: those before it and those that renewed it, the newest first, without itself.
    package static func lineage(of id: Programme.ID, in act: Act) throws -> [ProgrammeChoice] {
        try act.db.rows("""
            WITH RECURSIVE
            earlier (id, steps) AS (SELECT predecessor, 1 FROM programme WHERE id = \(id) AND predecessor IS NOT NULL
                UNION ALL SELECT q.predecessor, e.steps + 1 FROM programme q JOIN earlier e ON q.id = e.id WHERE q.predecessor IS NOT NULL AND e.steps < 20),
            later (id, steps) AS (SELECT id, 1 FROM programme WHERE predecessor = \(id)
                UNION ALL SELECT q.id, l.steps + 1 FROM programme q JOIN later l ON q.predecessor = l.id WHERE l.steps < 20)
            SELECT p.id, p.number, p.title, p.language, \(Cycle.columns)
            FROM programme p JOIN cycle c ON c.id = p.cycle JOIN accreditor a ON a.id = c.accreditor
            WHERE p.id IN (SELECT id FROM earlier UNION SELECT id FROM later) ORDER BY c.first_day DESC, p.id
            """).map(ProgrammeChoice.init(row:))
    }

    static let joined: SQL = """
        programme p JOIN cycle c ON c.id = p.cycle JOIN accreditor a ON a.id = c.accreditor
        LEFT JOIN cycle_code k ON k.id = p.competence LEFT JOIN cycle_code r ON r.id = p.priority LEFT JOIN cycle_code o ON o.id = p.area
        """

    static let named: SQL = """
        k.code AS competence_code, k.name AS competence_name, r.code AS priority_code, r.name AS priority_name,
        o.code AS area_code, o.name AS area_name, \(Cycle.columns)
        """

    private static let columns: SQL = """
        p.id, p.number, p.title, p.language, p.institution, p.hours, p.days, p.competence, p.priority, p.area, p.target, p.form, p.phases,
        p.seats_min, p.seats_max, p.price, p.price_covers, p.goal, p.specific_goals, p.outcomes, p.topics, p.evaluation, p.follow_up, p.free,
        p.predecessor, p.withdrawn, p.withdrawn_reason, \(named)
        """
}

/// A programme by what tells it from others.
package struct ProgrammeChoice: Sendable, Hashable {
    package let id: Programme.ID
    package let number: String
    package let title: String
    package let language: Language
    package let cycle: Cycle

    init(row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        title = try row["title"]
        language = try row["language"]
        cycle = try Cycle(row: row)
    }
}
