package import Kernel
package import Languages
import Storage

/// Marks of papers and how long these are kept, as rows.
package enum RegistryMarkStore {
    // MARK: Reads

    /// All marks of a centre by their codes.
    package static func all(of centre: ID<CentreTag>, in act: Act) throws -> [RegistryMark] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try marks("m.centre = \(centre)", in: act)
    }

    /// - Throws: `Problem.missing` unless it is of the centre and the actor works there.
    package static func mark(_ id: RegistryMark.ID, at centre: ID<CentreTag>, in act: Act) throws -> RegistryMark {
        guard act.by.coordinates(centre), let mark = try marks("m.id = \(id) AND m.centre = \(centre)", in: act).first else { throw Problem.missing }
        return mark
    }

    static func marks(_ condition: SQL, in act: Act) throws -> [RegistryMark] {
        let rows = try act.db.rows("SELECT m.* FROM registry_mark m WHERE \(condition) ORDER BY m.code, m.id")
        guard !rows.isEmpty else { return [] }
        let ids: [RegistryMark.ID] = try rows.map { try $0["id"] }
        let terms = try Dictionary(grouping: act.db.rows("SELECT * FROM registry_term WHERE mark IN \(list: ids) ORDER BY since DESC").map { row in
            (mark: try row["mark"] as RegistryMark.ID, term: RegistryTerm(since: try row["since"], years: try row["years"], article: try row["article"]))
        }) { $0.mark }
        return try rows.map { row in try RegistryMark(row: row, terms: (terms[row["id"]] ?? []).map(\.term)) }
    }

    static func code(of id: RegistryMark.ID, in act: Act) throws -> String {
        try act.db.value("SELECT code FROM registry_mark WHERE id = \(id)") ?? ""
    }

    /// The mark that papers of a kind get by themselves.
    static func mark(for kind: String, at centre: ID<CentreTag>, on day: Day, in act: Act) throws -> RegistryMark.ID? {
        try marks("m.centre = \(centre) AND m.papers <> ''", in: act).first { $0.draft.papers.contains(kind) && $0.isUsable(on: day) }?.id
    }

    /// - Throws: a fault at its field where a paper cannot get this mark.
    static func check(_ id: RegistryMark.ID?, at centre: ID<CentreTag>, on day: Day, in act: Act) throws {
        guard let id else { return }
        guard let mark = try marks("m.id = \(id) AND m.centre = \(centre)", in: act).first else { throw Problem.invalid("mark", T.common.errorChoose) }
        guard mark.isUsable(on: day) else { throw Problem.invalid("mark", T.registry.errorMarkEnded) }
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ draft: RegistryMarkDraft, _ term: RegistryTerm, at centre: ID<CentreTag>, in act: Act) throws -> RegistryMark.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try alone(draft, nil, at: centre, in: act)
        let id = RegistryMark.ID(try act.db.insert("""
            INSERT INTO registry_mark (centre, code, name, papers) VALUES (\(centre), \(draft.code), \(draft.name), \(papers(draft))) RETURNING id
            """))
        try insert(term, of: id, in: act)
        try act.record(T.registry.deedMark, .registryMark(id), centre: centre, changes: [Change("code", from: "", to: draft.code)])
        return id
    }

    package static func edit(_ id: RegistryMark.ID, to draft: RegistryMarkDraft, isEnded: Bool, at centre: ID<CentreTag>, in act: Act) throws {
        let old = try mark(id, at: centre, in: act)
        try alone(draft, id, at: centre, in: act)
        let ended = isEnded ? try old.ended ?? RegistryBookStore.today(at: centre, in: act) : nil
        try act.db.run("UPDATE registry_mark SET code = \(draft.code), name = \(draft.name), papers = \(papers(draft)), ended = \(ended) WHERE id = \(id)")
        try act.record(T.registry.deedMark, .registryMark(id), centre: centre, changes: [
            Change("code", from: old.code, to: draft.code), Change("name", from: old.name, to: draft.name),
            Change("ended", from: old.ended?.iso ?? "", to: ended?.iso ?? ""),
        ])
    }

    /// Lets another term hold from a day on; papers from before keep theirs.
    package static func set(_ term: RegistryTerm, of id: RegistryMark.ID, at centre: ID<CentreTag>, in act: Act) throws {
        _ = try mark(id, at: centre, in: act)
        try insert(term, of: id, in: act)
        try act.record(T.registry.deedTerm, .registryMark(id), centre: centre, changes: [
            Change("since", from: "", to: term.since.iso), Change("years", from: "", to: term.years.map { "\($0)" } ?? "∞"),
        ], retention: .register)
    }

    private static func insert(_ term: RegistryTerm, of id: RegistryMark.ID, in act: Act) throws {
        try act.db.run("""
            INSERT INTO registry_term (mark, since, years, article) VALUES (\(id), \(term.since), \(term.years), \(term.article))
            ON CONFLICT (mark, since) DO UPDATE SET years = excluded.years, article = excluded.article
            """)
    }

    /// One code is one mark, and a kind of papers gets one mark by itself.
    private static func alone(_ draft: RegistryMarkDraft, _ id: RegistryMark.ID?, at centre: ID<CentreTag>, in act: Act) throws {
        try act.db.hold("centre", centre.value)
        let others = try marks("m.centre = \(centre)", in: act).filter { $0.id != id }
        var faults = Faults()
        faults.require(!others.contains { $0.code == draft.code }, "code", T.registry.errorCodeTaken)
        if let other = others.first(where: { $0.ended == nil && !$0.draft.papers.isDisjoint(with: draft.papers) }) {
            faults.add("papers", T.registry.errorPapersTaken(code: .text(other.code)))
        }
        try faults.check()
    }

    private static func papers(_ draft: RegistryMarkDraft) -> String { draft.papers.sorted().joined(separator: " ") }
}
