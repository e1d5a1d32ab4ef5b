package import Centres
package import Kernel
package import Languages
import Queues
import Storage

/// Terms of keeping as rows, and what is forgotten when they are over.
package enum RetentionStore {
    /// How many are forgotten in one act, so that nobody who signs waits long.
    private static let portion = 20

    /// The rules of a centre, the newest of each kind first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [CertificateRetention] {
        try act.db.rows("SELECT * FROM certificate_retention WHERE centre = \(centre) ORDER BY kind, since DESC").map { row in
            CertificateRetention(try row["kind"] as CertificateKind, since: try row["since"], years: try row["years"])
        }
    }

    /// Lets a term hold for what is issued from its day on. For what was issued already a term can only become longer.
    package static func set(_ kind: CertificateKind, since: Day, years: Int, of centre: Centre.ID, in act: Act) throws {
        let limits = CertificateRetention.yearsLimits
        guard limits.contains(years) else {
            throw Problem.invalid("years", T.common.errorNumberBetween(least: .number(limits.lowerBound), most: .number(limits.upperBound)))
        }
        let old = try changeable(kind, of: centre, in: act)
        let new = old.filter { $0.since != since } + [CertificateRetention(kind, since: since, years: years)]
        guard !CertificateRetention.shortens(old, to: new, until: try today(centre, in: act)) else { throw Problem.invalid("since", T.certificates.retentionShorter) }
        try act.db.run("""
            INSERT INTO certificate_retention (centre, kind, since, years) VALUES (\(centre), \(kind), \(since), \(years))
            ON CONFLICT (centre, kind, since) DO UPDATE SET years = excluded.years
            """)
        let before = old.first { $0.since == since }?.years
        try act.record(T.certificates.retentionSet, .centre(centre), centre: centre, changes: [
            Change("kind", from: "", to: kind.rawValue), Change("since", from: "", to: since.iso), Change("years", from: before.map { "\($0)" } ?? "", to: "\(years)"),
        ], retention: .register)
    }

    /// Takes a term back, unless something that was issued would be forgotten sooner without it.
    package static func remove(_ kind: CertificateKind, since: Day, of centre: Centre.ID, in act: Act) throws {
        let old = try changeable(kind, of: centre, in: act)
        let new = old.filter { $0.since != since }
        guard new.count < old.count else { throw Problem.missing }
        guard !CertificateRetention.shortens(old, to: new, until: try today(centre, in: act)) else { throw Problem.conflict(T.certificates.retentionShorter) }
        try act.db.run("DELETE FROM certificate_retention WHERE centre = \(centre) AND kind = \(kind) AND since = \(since)")
        try act.record(T.certificates.retentionRemoved, .centre(centre), centre: centre, changes: [Change(kind.rawValue, from: since.iso, to: "")], retention: .register)
    }

    /// Forgets all whose term is over, a few in each act.
    @Sendable package static func forget(_ records: Records) async throws {
        while try await records.write(by: .system, { try forgetSome(in: $0) }) {}
    }

    /// - Returns: whether there was any.
    static func forgetSome(in act: Act) throws -> Bool {
        for centre in try CentreStore.all(in: act) {
            let (rules, today) = (try all(of: centre.id, in: act), centre.zone.day(of: act.now))
            for kind in CertificateKind.allCases {
                for over in CertificateRetention.over(rules.filter { $0.kind == kind }, on: today) {
                    let due = try due(kind, over, at: centre, in: act)
                    for id in due { try CertificateStore.erase(id, because: reason(over, centre, in: act), in: act) }
                    if !due.isEmpty { return true }
                }
            }
        }
        return false
    }

    /// Originals with facts; their duplicates go with them.
    private static func due(_ kind: CertificateKind, _ over: CertificateRetention.Over, at centre: Centre, in act: Act) throws -> [Certificate.ID] {
        let from: SQL = over.from.map { "AND issued >= \(centre.zone.startOfDay($0))" } ?? ""
        return try act.db.rows("""
            SELECT id FROM certificate WHERE centre = \(centre.id) AND issued < \(centre.zone.startOfDay(over.before)) \(from)
                AND kind = \(kind) AND facts IS NOT NULL AND duplicate_of IS NULL ORDER BY issued, id LIMIT \(portion)
            """).map { try $0["id"] }
    }

    private static func reason(_ over: CertificateRetention.Over, _ centre: Centre, in act: Act) -> String {
        act.words.texts(centre.language, in: centre.zone)(T.certificates.retentionOver(years: .number(over.years)))
    }

    /// The terms of a kind, for the director alone; nobody else changes a term of the centre until the act has ended.
    private static func changeable(_ kind: CertificateKind, of centre: Centre.ID, in act: Act) throws -> [CertificateRetention] {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        return try all(of: centre, in: act).filter { $0.kind == kind }
    }

    private static func today(_ centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }
}
