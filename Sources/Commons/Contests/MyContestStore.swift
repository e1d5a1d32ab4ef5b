package import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// A mentor's works, contest by contest.
package enum MyContestStore {
    package static func works(of person: Person.ID, in contest: Contest.ID, in act: Act) throws -> [ContestWork] {
        try ContestWorkStore.works("w.contest = \(contest) AND w.mentor = \(person)", in: act)
    }

    /// Contests in which somebody has works, the newest first.
    static func lines(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [MyContestLine] {
        let contests = try ContestStore.contests(
            "c.centre = \(centre) AND EXISTS (SELECT 1 FROM contest_work w WHERE w.contest = c.id AND w.mentor = \(person))", in: act)
        guard !contests.isEmpty else { return [] }
        let works = Dictionary(grouping: try ContestWorkStore.works("w.contest IN \(list: contests.map(\.id)) AND w.mentor = \(person)", in: act), by: \.contest)
        return contests.map { MyContestLine(contest: $0, works: works[$0.id] ?? []) }
    }

    /// Of a school: how many works came from it into contests that are not closed.
    static func counts(of school: School.ID, at centre: Centre.ID, in act: Act) throws -> [(contest: Contest, works: Int)] {
        let rows = try act.db.rows("""
            SELECT w.contest, count(*) AS works FROM contest_work w JOIN contest c ON c.id = w.contest
            WHERE w.school = \(school) AND c.centre = \(centre) AND c.state IN ('open', 'judging', 'decided') AND w.state = 'sent' GROUP BY w.contest ORDER BY w.contest
            """)
        let counts: [Contest.ID: Int] = try rows.reduce(into: [:]) { $0[try $1["contest"]] = try $1["works"] }
        guard !counts.isEmpty else { return [] }
        return try ContestStore.contests("c.id IN \(list: Array(counts.keys))", in: act).map { (contest: $0, works: counts[$0.id] ?? 0) }
    }
}
