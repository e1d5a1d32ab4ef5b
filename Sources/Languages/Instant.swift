import Foundation

/// A moment, in whole seconds since 1970-01-01 00:00 UTC. There are those of the years 1 to 9999 and no others: what is counted beyond the first or the
/// last is that one.
public struct Instant: Hashable, Comparable, Sendable {
    public let seconds: Int64

    /// The moment of that number, or the first or the last there is.
    public init(seconds: Int64) {
        self.seconds = min(max(seconds, Instant.bounds.lowerBound), Instant.bounds.upperBound)
    }

    private static let bounds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Reads the number of a moment, as programs send it; fails where there is no such moment.
    public init?(typedSeconds text: some StringProtocol) {
        guard let seconds = Int64(text), Instant.bounds.contains(seconds) else { return nil }
        self.init(seconds: seconds)
    }

    /// What the machine's clock says. Only the edge of the program asks; rules are told.
    public static func now() -> Instant {
        Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }

    public func adding(seconds: Int) -> Instant { Instant(seconds: Int64(Int(self.seconds).plus(seconds))) }
    public func adding(minutes: Int) -> Instant { adding(seconds: minutes.times(60)) }
    public func adding(hours: Int) -> Instant { adding(seconds: hours.times(3600)) }

    /// Days of 24 hours. For "the same time on another day" use `Zone`.
    public func adding(days: Int) -> Instant { adding(seconds: days.times(86_400)) }

    /// Seconds from an earlier moment to this one.
    public func seconds(since earlier: Instant) -> Int { Int(seconds - earlier.seconds) }

    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant {
    /// `2026-02-25T09:05:00Z`
    public var iso: String {
        let (day, second) = utc
        return "\(day.iso)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
    }

    /// Reads `2026-02-25T09:05:00Z` and nothing else.
    public init?(iso: String) {
        let parts = iso.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 9, parts[1].hasSuffix("Z"), let day = Day(iso: String(parts[0])) else { return nil }
        let time = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 3, time.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
              let hour = Int(time[0]), let minute = Int(time[1]), let second = Int(time[2]),
              hour < 24, minute < 60, second < 60 else { return nil }
        self.init(seconds: Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }

    /// The civil day in UTC and the second within it.
    var utc: (day: Day, second: Int) { Instant.split(seconds) }

    static func split(_ seconds: Int64) -> (day: Day, second: Int) {
        let second = (seconds % 86_400 + 86_400) % 86_400
        return (Day(nearest: Int((seconds - second) / 86_400)), Int(second))
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(seconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}
