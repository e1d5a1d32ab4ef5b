import Centres
import Foundation
import Kernel
import Languages
import Queues
import Storage

/// Two people become one, and are parted again if that was wrong. Nothing is deleted: rows change their person, what only one can have stays behind
/// with the one who goes, and each row that moved is written down.
enum MergeStore {
    /// How two people would become one.
    /// - Throws: `Problem.missing` unless the centre has to do with both; a conflict for one and the same.
    static func plan(_ one: Person.ID, _ other: Person.ID, _ choice: MergeChoice, at centre: Centre.ID, in act: Act) throws -> MergePlan {
        guard one != other else { throw Problem.missing }
        let both = try [one, other].map { try PersonStore.person($0, seenFrom: centre, in: act) }
        let (kept, gone) = MergePlan.order(both[0], both[1], keeping: choice.address)
        var conflicts = try act.ask(MergeAsked(kept: kept.id, gone: gone.id, centre: centre)).flatMap(\.self)
        // Whoever gave roles, and whose account it is, is not for a centre's people to settle.
        if !act.by.isAdministrator {
            if kept.verified != nil, gone.verified != nil { conflicts.append(MergeConflict(T.accounts.mergeBothEnter)) }
            if try !RoleStore.roles(of: [gone.id], in: act).isEmpty { conflicts.append(MergeConflict(T.accounts.mergeRole(name: .text(gone.name.full)))) }
        }
        return MergePlan(kept: kept, gone: gone, conflicts: conflicts)
    }

    /// - Returns: who stays.
    static func merge(_ one: Person.ID, _ other: Person.ID, _ choice: MergeChoice, at centre: Centre.ID, in act: Act) throws -> MergePlan {
        for person in [one, other].sorted() { try act.db.hold("person", person.value) }
        let plan = try plan(one, other, choice, at: centre, in: act)
        guard plan.conflicts.isEmpty else { throw Problem.conflict(T.accounts.mergeDecideFirst) }
        let (kept, gone) = (plan.kept, plan.gone)
        let id = Merge.ID(try act.db.insert("INSERT INTO person_merge (kept, gone, at) VALUES (\(kept.id), \(gone.id), \(act.now)) RETURNING id"))
        for column in act.exchange.all(PersonColumn.self) { try move(column, from: gone.id, to: kept.id, id, in: act) }
        try fill(plan, plan.name(choice), in: act)
        let after = MergeTrace.Words(try PersonStore.person(kept.id, in: act))
        let former = try keep([gone.name, kept.name], besides: after.name, of: kept.id, in: act)
        let trace = MergeTrace(before: MergeTrace.Words(kept), after: after, email: gone.email, former: former)
        let json = String(decoding: try JSONEncoder().encode(trace), as: UTF8.self)
        try act.db.run("UPDATE person_merge SET trace = \(json) WHERE id = \(id)")
        try act.db.run("UPDATE person SET email = NULL, erased = \(act.now) WHERE id = \(gone.id)")
        try act.db.unindex("person", gone.id.value)
        try act.record(T.accounts.merged, .person(kept.id), centre: centre, changes: [
            Change("name", from: gone.name.full, to: after.name.full), Change("email", from: gone.email ?? "", to: kept.email ?? ""),
        ])
        return plan
    }

    private static func move(_ column: PersonColumn, from gone: Person.ID, to kept: Person.ID, _ merge: Merge.ID, in act: Act) throws {
        let (table, name, key) = (column.table, column.name, column.key)
        let all = try act.db.rows("SELECT \(name: key) AS own FROM \(name: table) WHERE \(name: name) = \(gone) AND \(column.condition) ORDER BY \(name: key)")
        for row in try all.map({ try $0["own"] as Int64 }) {
            func move() throws { try act.db.run("UPDATE \(name: table) SET \(name: name) = \(kept) WHERE \(name: key) = \(row)") }
            if column.mayStay { guard try act.db.attempt(move) else { continue } } else { try move() }
            try act.db.run("INSERT INTO merged_row (merge, place, subject) VALUES (\(merge), \(column.place), \(row))")
        }
    }

    /// What is no longer the name stays a name under which the person is found.
    /// - Returns: the rows that are new.
    private static func keep(_ names: [PersonName], besides name: PersonName, of person: Person.ID, in act: Act) throws -> [Int64] {
        var known = Set(try act.db.rows("SELECT name_key FROM former_name WHERE person = \(person)").map { try $0["name_key"] as String } + [name.key])
        let rows = try names.filter { !$0.key.isEmpty && known.insert($0.key).inserted }.map { name in
            try act.db.insert("""
                INSERT INTO former_name (person, given_name, family_name, name_key, until)
                VALUES (\(person), \(name.given), \(name.family), \(name.key), \(act.now)) RETURNING id
                """)
        }
        try PersonStore.index(person, in: act)
        return rows
    }

    /// What the one who stays did not say, the other may have said.
    private static func fill(_ plan: MergePlan, _ name: PersonName, in act: Act) throws {
        let (kept, gone) = (plan.kept, plan.gone)
        if kept.name != name { try AccountStore.write(name, of: kept.id, in: act) }
        try act.db.run("""
            UPDATE person SET phone = \(kept.phone.isEmpty ? gone.phone : kept.phone),
                occupation = \(kept.occupation.isEmpty ? gone.occupation : kept.occupation), newcomer = \(false)
            WHERE id = \(kept.id)
            """)
    }

    /// Parts two who became one: what moved goes back, but for what is gone since.
    /// - Throws: a conflict when the address has another owner by now.
    static func part(_ id: Merge.ID, of kept: Person.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("person", kept.value)
        _ = try PersonStore.person(kept, seenFrom: centre, in: act)
        guard let row = try act.db.row("SELECT gone, trace FROM person_merge WHERE id = \(id) AND kept = \(kept) AND trace IS NOT NULL") else { throw Problem.missing }
        let (gone, json): (Person.ID, String) = (try row["gone"], try row["trace"])
        let trace = try JSONDecoder().decode(MergeTrace.self, from: Data(json.utf8))
        if let email = trace.email, try PersonStore.person(email: email, in: act) != nil { throw Problem.conflict(T.accounts.partTaken(email: .text(email))) }
        let columns = Dictionary(uniqueKeysWithValues: act.exchange.all(PersonColumn.self).map { ($0.place, $0) })
        for moved in try act.db.rows("SELECT place, subject FROM merged_row WHERE merge = \(id) ORDER BY id DESC") {
            guard let column = columns[try moved["place"]] else { continue }
            // Where the person is the key, the row bears the number of the one who stayed.
            let row: Int64 = try column.isKey ? kept.value : moved["subject"]
            try act.db.run("""
                UPDATE \(name: column.table) SET \(name: column.name) = \(gone) WHERE \(name: column.key) = \(row) AND \(name: column.name) = \(kept)
                """)
        }
        try act.db.run("DELETE FROM merged_row WHERE merge = \(id)")
        try act.db.run("DELETE FROM person_merge WHERE id = \(id)")
        for row in trace.former { try act.db.run("DELETE FROM former_name WHERE id = \(row) AND person = \(kept)") }
        try restore(kept, trace, in: act)
        try act.db.run("UPDATE person SET email = \(trace.email), erased = NULL WHERE id = \(gone)")
        try PersonStore.index(gone, in: act)
        for person in [kept, gone] { try act.record(T.accounts.parted, .person(person), centre: centre) }
    }

    /// What the one who stayed said before, unless it was said anew since.
    private static func restore(_ kept: Person.ID, _ trace: MergeTrace, in act: Act) throws {
        let (before, after, now) = (trace.before, trace.after, MergeTrace.Words(try PersonStore.person(kept, in: act)))
        if now.name == after.name, after.name != before.name {
            try AccountStore.write(before.name, of: kept, in: act)
            try act.db.run("UPDATE person SET other_script_given = \(before.otherGiven), other_script_family = \(before.otherFamily) WHERE id = \(kept)")
        }
        try act.db.run("""
            UPDATE person SET phone = \(now.phone == after.phone ? before.phone : now.phone),
                occupation = \(now.occupation == after.occupation ? before.occupation : now.occupation), newcomer = \(before.isNewcomer)
            WHERE id = \(kept)
            """)
        try PersonStore.index(kept, in: act)
    }

    // MARK: Those who went

    /// Who became this person and can be parted again, the newest first.
    static func partable(from kept: Person.ID, in act: Act) throws -> [Merge] {
        try act.db.rows("""
            SELECT m.id, m.at, p.given_name, p.family_name FROM person_merge m JOIN person p ON p.id = m.gone
            WHERE m.kept = \(kept) AND m.trace IS NOT NULL ORDER BY m.id DESC
            """).map { Merge(id: try $0["id"], gone: PersonName(given: try $0["given_name"], family: try $0["family_name"]), at: try $0["at"]) }
    }

    /// All who became this person, also by way of others.
    static func gone(into kept: Person.ID, in act: Act) throws -> [Person.ID] {
        let direct = try act.db.rows("SELECT gone FROM person_merge WHERE kept = \(kept) ORDER BY id").map { try $0["gone"] as Person.ID }
        return try direct + direct.flatMap { try gone(into: $0, in: act) }
    }

    /// What is held of those who became this person, for the person.
    static func held(by kept: Person.ID, in act: Act) throws -> [HeldData.Entry] {
        try act.db.rows("""
            SELECT m.at, m.trace, p.given_name, p.family_name FROM person_merge m JOIN person p ON p.id = m.gone WHERE m.kept = \(kept) ORDER BY m.id
            """).map { row in
            let at: Instant = try row["at"]
            return [
                "at": at.iso, "given_name": try row["given_name"], "family_name": try row["family_name"], "before": try (row["trace"] as String?) ?? "",
            ]
        }
    }

    /// Who somebody became.
    static func kept(insteadOf gone: Person.ID, in act: Act) throws -> Person.ID? {
        try act.db.value("SELECT kept FROM person_merge WHERE gone = \(gone)")
    }

    /// Those who went some time ago are parted no more: what stayed behind goes, and the number and the name stay for what the journal tells.
    static func settle(in act: Act) throws {
        for row in try act.db.rows("SELECT id, gone FROM person_merge WHERE trace IS NOT NULL AND at <= \(act.now.adding(days: -Merge.days))") {
            let (id, gone): (Merge.ID, Person.ID) = (try row["id"], try row["gone"])
            try AccountStore.clear(gone, in: act)
            try act.db.run("UPDATE person SET phone = '', occupation = '', password = NULL, verified = NULL WHERE id = \(gone)")
            try act.db.run("DELETE FROM merged_row WHERE merge = \(id)")
            try act.db.run("UPDATE person_merge SET trace = NULL WHERE id = \(id)")
        }
    }

    /// Nothing is known any more of who became somebody.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let own: SQL = "kept = \(person) OR gone = \(person)"
        try act.db.run("DELETE FROM merged_row WHERE merge IN (SELECT id FROM person_merge WHERE \(own))")
        try act.db.run("DELETE FROM person_merge WHERE \(own)")
        try act.db.run("DELETE FROM told_apart WHERE person = \(person) OR other = \(person)")
    }
}
