import Centres
import Kernel
import Storage

/// What waits for those who look after a school: one question, however many rooms count.
enum SchoolWaitingStore {
    /// What waits at all, in the order of its places, each with how many.
    static func waiting(in school: School.ID, in act: Act) throws -> [(waiting: SchoolWaiting, count: Int)] {
        let all = act.exchange.all(SchoolWaiting.self).sorted { $0.link.place < $1.link.place }
        guard !all.isEmpty else { return [] }
        let counts = all.enumerated().map { place, waiting -> SQL in
            "SELECT CAST(\(place) AS BIGINT) AS place, (\(waiting.counted(school, act))) AS waits"
        }
        return try act.db.rows("\(SQL.joined(counts, " UNION ALL ")) ORDER BY place").compactMap { row in
            let place: Int = try row["place"], count: Int = try row["waits"]
            return count > 0 ? (all[place], count) : nil
        }
    }
}
