package import Centres
package import Kernel
import Languages
import Storage

/// Keys of a centre as rows, and how often they were used.
package enum AccessKeyStore {
    // MARK: For programs

    /// The key that a program shows, if it may be used for this at this centre now.
    /// - Throws: `AccessRefusal`. A key of another centre is unknown here.
    static func known(_ secret: Token?, for scope: AccessScope, at centre: Centre.ID, in act: Act) throws -> AccessKey {
        guard let secret else { throw AccessRefusal.none }
        guard let key = try keys("k.digest = \(secret.hash) AND k.centre = \(centre)", in: act).first else { throw AccessRefusal.unknown }
        switch key.state(on: try today(at: centre, in: act)) {
        case .ended: throw AccessRefusal.ended
        case .over: throw AccessRefusal.over(key.draft.until)
        case .good, .soon: break
        }
        guard key.draft.scopes.contains(scope) else { throw AccessRefusal.scope(scope) }
        return key
    }

    /// Counts one use. The journal tells it once a day for each thing that tells of people; the sums tell the rest.
    /// - Throws: `AccessRefusal.ended` where it was ended meanwhile.
    static func note(_ id: AccessKey.ID, _ scope: AccessScope, rows: Int, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("access_key", id.value)
        guard try act.db.exists("SELECT id FROM access_key WHERE id = \(id) AND ended IS NULL") else { throw AccessRefusal.ended }
        let today = try today(at: centre, in: act)
        let isFirst = try !act.db.exists("SELECT id FROM access_use WHERE access_key = \(id) AND day = \(today) AND scope = \(scope)")
        try act.db.run("""
            INSERT INTO access_use (access_key, day, scope, calls, told) VALUES (\(id), \(today), \(scope), 1, \(rows))
            ON CONFLICT (access_key, day, scope) DO UPDATE SET calls = access_use.calls + 1, told = access_use.told + excluded.told
            """)
        try act.db.run("UPDATE access_key SET used = \(act.now) WHERE id = \(id)")
        guard isFirst, scope.tellsPeople else { return }
        try act.record(T.interfaces.deedUsed, .accessKey(id), centre: centre, changes: [Change("scope", from: "", to: scope.rawValue)])
    }

    // MARK: For those who make them

    /// All of a centre, those that open something first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [AccessKey] {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        return try keys("k.centre = \(centre)", in: act)
    }

    /// - Throws: `Problem.missing` unless the actor directs the centre.
    package static func key(_ id: AccessKey.ID, at centre: Centre.ID, in act: Act) throws -> AccessKey {
        guard act.by.holds(.director, at: centre), let key = try keys("k.id = \(id) AND k.centre = \(centre)", in: act).first else { throw Problem.missing }
        return key
    }

    /// Whether this secret is that of a key: after an act, whether it was made just now.
    static func key(made secret: Token, at centre: Centre.ID, in act: Act) throws -> AccessKey? {
        try keys("k.digest = \(secret.hash) AND k.centre = \(centre)", in: act).first
    }

    /// Uses by month, the newest first.
    package static func uses(of id: AccessKey.ID, in act: Act) throws -> [AccessUse] {
        let days = try act.db.rows("SELECT day, scope, calls, told FROM access_use WHERE access_key = \(id) ORDER BY day DESC, scope").map { row in
            let day: Day = try row["day"]
            return AccessUse(month: day.monthDays.lowerBound, scope: try row["scope"], calls: try row["calls"], rows: try row["told"])
        }
        return Dictionary(grouping: days) { AccessMonth(month: $0.month, scope: $0.scope) }.map { key, days in
            AccessUse(month: key.month, scope: key.scope, calls: days.reduce(0) { $0 + $1.calls }, rows: days.reduce(0) { $0 + $1.rows })
        }.sorted { ($1.month, $0.scope.rawValue) < ($0.month, $1.scope.rawValue) }
    }

    private struct AccessMonth: Hashable {
        let month: Day
        let scope: AccessScope
    }

    /// - Parameter secret: made before the act, which may run twice.
    @discardableResult
    package static func make(_ draft: AccessKeyDraft, secret: Token, at centre: Centre.ID, in act: Act) throws -> AccessKey.ID {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        var faults = Faults()
        draft.check(on: try today(at: centre, in: act), &faults)
        try faults.check()
        let scopes = written(draft.scopes)
        let id = AccessKey.ID(try act.db.insert("""
            INSERT INTO access_key (centre, name, scopes, beginning, digest, until, made, made_by)
            VALUES (\(centre), \(draft.name), \(scopes), \(AccessKey.beginning(of: secret)), \(secret.hash), \(draft.until), \(act.now), \(act.by.person))
            RETURNING id
            """))
        try act.record(T.interfaces.deedKeyMade, .accessKey(id), centre: centre, changes: [
            Change("name", from: "", to: draft.name), Change("scopes", from: "", to: scopes), Change("until", from: "", to: draft.until.iso),
        ])
        return id
    }

    /// From now on it opens nothing. It is not begun again: another one is made.
    package static func end(_ id: AccessKey.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("access_key", id.value)
        let key = try key(id, at: centre, in: act)
        guard key.ended == nil else { throw Problem.conflict(T.interfaces.keyEndedAlready) }
        try act.db.run("UPDATE access_key SET ended = \(act.now) WHERE id = \(id)")
        try act.record(T.interfaces.deedKeyEnded, .accessKey(id), centre: centre)
    }

    // MARK: Rows

    private static func keys(_ condition: SQL, in act: Act) throws -> [AccessKey] {
        try act.db.rows("""
            SELECT k.* FROM access_key k WHERE \(condition) ORDER BY CASE WHEN k.ended IS NULL THEN 0 ELSE 1 END, k.until DESC, k.id DESC LIMIT 500
            """).map(AccessKey.init(row:))
    }

    private static func written(_ scopes: Set<AccessScope>) -> String { AccessScope.allCases.filter(scopes.contains).map(\.rawValue).joined(separator: " ") }

    static func today(at centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }
}
