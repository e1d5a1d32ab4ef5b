package import Centres
package import Kernel
import Languages
import Storage

/// How long contests keep what they hold about children, as rows.
package enum ContestRetentionStore {
    /// The rules of a centre, the newest first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [ContestRetention] {
        try act.db.rows("SELECT since, months, basis FROM contest_retention WHERE centre = \(centre) ORDER BY since DESC").map {
            ContestRetention(since: try $0["since"], months: try $0["months"], basis: try $0["basis"])
        }
    }

    /// Lets a term hold for contests that are decided from its day on.
    package static func set(_ rule: ContestRetention, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.run("""
            INSERT INTO contest_retention (centre, since, months, basis) VALUES (\(centre), \(rule.since), \(rule.months), \(rule.basis))
            ON CONFLICT (centre, since) DO UPDATE SET months = excluded.months, basis = excluded.basis
            """)
        try act.record(T.contests.retentionSet, .centre(centre), centre: centre, changes: [
            Change("since", from: "", to: rule.since.iso), Change("months", from: "", to: "\(rule.months)"),
        ], retention: .register)
    }
}
