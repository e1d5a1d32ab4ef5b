import Foundation
import Synchronization

/// How far a zone's clocks are from UTC, and when they are put forward or back. It is worked out once for the years that pages speak of, because asking
/// the system's own tables took a tenth of the time of a list of events.
final class ZoneRules: Sendable {
    private let system: TimeZone
    /// The moments from which each offset counts; the first is the beginning of the years.
    private let changes: [(at: Int64, offset: Int64)]
    /// 2000 to 2060.
    private static let years: Range<Int64> = 946_684_800..<2_840_140_800
    private static let week: Int64 = 7 * 86_400
    private static let known = Mutex<[String: ZoneRules]>([:])

    static let utc = ZoneRules(.gmt)

    static func named(_ identifier: String) -> ZoneRules? {
        if let rules = known.withLock({ $0[identifier] }) { return rules }
        guard let rules = TimeZone(identifier: identifier).map(ZoneRules.init) else { return nil }
        known.withLock { $0[identifier] = rules }
        return rules
    }

    private init(_ system: TimeZone) {
        func offset(_ seconds: Int64) -> Int64 { Self.offset(at: seconds, system) }
        var changes = [(at: Self.years.lowerBound, offset: offset(Self.years.lowerBound))]
        // No zone changes its clocks twice in a week. The second of a change is found by halving the week.
        for week in stride(from: Self.years.lowerBound, to: Self.years.upperBound, by: Int(Self.week)) {
            let (old, new) = (offset(week), offset(week + Self.week))
            guard old != new else { continue }
            var (before, after) = (week, week + Self.week)
            while after - before > 1 {
                let middle = (before + after) / 2
                if offset(middle) == old { before = middle } else { after = middle }
            }
            changes.append((after, new))
        }
        self.system = system
        self.changes = changes
    }

    /// Seconds east of UTC at a moment.
    func offset(at seconds: Int64) -> Int64 {
        guard Self.years.contains(seconds) else { return Self.offset(at: seconds, system) }
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].at <= seconds { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    private static func offset(at seconds: Int64, _ system: TimeZone) -> Int64 {
        Int64(system.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}
