import Accounts
package import Centres
package import Kernel
import Languages
import Storage

/// Tables under their names, as rows.
package enum OwnTableStore {
    // MARK: Reads

    /// Those that somebody may see: the own ones and the shared ones, of kinds that are open to them; by name.
    package static func all(at centre: Centre.ID, in act: Act) throws -> [OwnTable] {
        try tables("o.centre = \(centre) AND (o.shared OR o.owner = \(act.by.person))", in: act).filter { $0.kind.isOpen(to: act.by, at: centre) }
    }

    /// - Throws: `Problem.missing` unless it is shared or the actor's own.
    package static func table(_ id: OwnTable.ID, at centre: Centre.ID, in act: Act) throws -> OwnTable {
        guard let table = try tables("o.id = \(id) AND o.centre = \(centre) AND (o.shared OR o.owner = \(act.by.person))", in: act).first,
              table.kind.isOpen(to: act.by, at: centre) else { throw Problem.missing }
        return table
    }

    /// Those that words find: a centre has a few dozen.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [OwnTable] {
        Array(try all(at: centre, in: act).filter { Fold.finds(words, in: $0.name) }.prefix(limit))
    }

    private static func tables(_ condition: SQL, in act: Act) throws -> [OwnTable] {
        try act.db.rows("""
            SELECT o.*, p.given_name, p.family_name, CASE WHEN p.erased IS NULL AND EXISTS (
                SELECT 1 FROM role r WHERE r.person = o.owner AND (r.centre = o.centre OR r.role = 'administrator')) THEN 1 ELSE 0 END AS tended
            FROM own_table o LEFT JOIN person p ON p.id = o.owner WHERE \(condition) ORDER BY o.name, o.id
            """).map(OwnTable.init(row:))
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ draft: OwnTableDraft, _ query: TableQuery, at centre: Centre.ID, in act: Act) throws -> OwnTable.ID {
        guard let owner = act.by.person, query.kind.isOpen(to: act.by, at: centre) else { throw Problem.missing }
        try check(draft, query, except: nil, at: centre, in: act)
        let mine = try act.db.count("SELECT count(*) AS n FROM own_table WHERE centre = \(centre) AND owner = \(owner)")
        guard mine < OwnTableDraft.most else { throw Problem.conflict(T.tables.errorMany(most: .number(OwnTableDraft.most))) }
        let id = OwnTable.ID(try act.db.insert("""
            INSERT INTO own_table (centre, owner, kind, name, query, shared, created, changed)
            VALUES (\(centre), \(owner), \(query.kind), \(draft.name), \(query.words), \(draft.isShared), \(act.now), \(act.now)) RETURNING id
            """))
        try act.record(T.tables.deedSaved, .other("own_table", id.value), centre: centre, changes: [Change("name", from: "", to: draft.name)])
        return id
    }

    /// Keeps it under another name, shows something else from now on, or shares it.
    package static func change(_ id: OwnTable.ID, _ draft: OwnTableDraft, to query: TableQuery, at centre: Centre.ID, in act: Act) throws {
        let old = try changeable(id, at: centre, in: act)
        guard old.kind == query.kind else { throw Problem.missing }
        try check(draft, query, except: id, at: centre, in: act)
        try act.db.run("""
            UPDATE own_table SET name = \(draft.name), query = \(query.words), shared = \(draft.isShared), changed = \(act.now) WHERE id = \(id)
            """)
        try act.record(T.tables.deedChanged, old.subject, centre: centre, changes: [
            Change("name", from: old.name, to: draft.name), Change("query", from: old.words, to: query.words),
            Change("shared", from: old.isShared ? "yes" : "", to: draft.isShared ? "yes" : ""),
        ])
    }

    package static func remove(_ id: OwnTable.ID, at centre: Centre.ID, in act: Act) throws {
        let old = try changeable(id, at: centre, in: act)
        try gone(id, in: act)
        try act.record(T.tables.deedRemoved, old.subject, centre: centre, changes: [Change("name", from: old.name, to: "")])
    }

    /// Looks after a shared table whose owner works here no more.
    package static func take(_ id: OwnTable.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("own_table", id.value)
        let table = try table(id, at: centre, in: act)
        guard table.isFree(for: act.by), let person = act.by.person else { throw Problem.conflict(T.tables.errorTended) }
        try act.db.run("UPDATE own_table SET owner = \(person) WHERE id = \(id)")
        try act.record(T.tables.deedTaken, table.subject, centre: centre)
    }

    private static func changeable(_ id: OwnTable.ID, at centre: Centre.ID, in act: Act) throws -> OwnTable {
        let table = try table(id, at: centre, in: act)
        guard table.isChangeable(by: act.by) else { throw Problem.missing }
        return table
    }

    /// Two shared tables of a centre have two names, and so have two of one owner.
    private static func check(_ draft: OwnTableDraft, _ query: TableQuery, except id: OwnTable.ID?, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("centre", centre.value)
        var faults = Faults()
        draft.check(&faults)
        faults.require(query.words.utf8.count <= TextLimit.letter.rawValue, "name", T.tables.errorLong)
        let others = try tables("o.centre = \(centre) AND (o.shared OR o.owner = \(act.by.person))", in: act).filter { $0.id != id }
        let key = Fold.tokens(draft.name)
        let isTaken = others.contains { Fold.tokens($0.name) == key && ($0.isShared == draft.isShared || $0.owner == act.by.person) }
        faults.require(!isTaken, "name", T.tables.errorTaken)
        try faults.check()
    }

    static func gone(_ id: OwnTable.ID, in act: Act) throws { try act.db.run("DELETE FROM own_table WHERE id = \(id)") }
}

extension OwnTable {
    fileprivate init(row: Row) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"]
        let owner = WrittenText.line(PersonName(given: given ?? "", family: family ?? "").full)
        self.init(
            id: try row["id"], centre: try row["centre"], owner: try row["owner"], ownerName: owner, isTended: try (row["tended"] as Int) == 1,
            kind: try row["kind"], name: try row["name"], words: try row["query"], isShared: try row["shared"], changed: try row["changed"])
    }
}
