import Centres
import Events
import Kernel
import Languages
import Storage

/// What waits at the desk, as numbers.
enum ContestBoardStore {
    /// Works that came late and of which nobody has decided, contest by contest.
    static func late(at centre: Centre.ID, in act: Act) throws -> [Contest.ID: Int] {
        try act.db.rows("""
            SELECT w.contest, count(*) AS works FROM contest_work w JOIN contest c ON c.id = w.contest
            WHERE c.centre = \(centre) AND c.state IN ('open', 'judging') AND w.state = 'sent' AND w.is_late = \(true) AND w.admitted IS NULL GROUP BY w.contest
            """).reduce(into: [:]) { $0[try $1["contest"]] = try $1["works"] }
    }

    /// An event that never was is nobody's opening.
    static func discard(_ event: Event.ID, in act: Act) throws { try act.db.run("UPDATE contest SET event = NULL WHERE event = \(event)") }
}
