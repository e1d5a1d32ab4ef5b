import Catalogue
import Kernel
import Storage

extension EventStore {
    /// How often each programme was held, and is to be held.
    static func runs(in act: Act) throws -> [Programme.ID: Runs] {
        try act.db.rows("""
            SELECT programme, sum(CASE WHEN state IN ('held', 'closed') THEN 1 ELSE 0 END) AS held,
                   sum(CASE WHEN state IN ('announced', 'confirmed') THEN 1 ELSE 0 END) AS coming
            FROM event WHERE programme IS NOT NULL GROUP BY programme
            """).reduce(into: [:]) { $0[try $1["programme"]] = Runs(held: try $1["held"], coming: try $1["coming"]) }
    }
}
