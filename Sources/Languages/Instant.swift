import Foundation

/// A moment, in whole seconds since 1970-01-01 00:00 UTC.
public struct Instant: Hashable, Comparable, Sendable {
    public let seconds: Int64

    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// What the machine's clock says. Only the edge of the program asks; rules are told.
    public static func now() -> Instant {
        Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }

    public func adding(seconds: Int) -> Instant { Instant(seconds: self.seconds + Int64(seconds)) }
    public func adding(minutes: Int) -> Instant { adding(seconds: minutes * 60) }
    public func adding(hours: Int) -> Instant { adding(seconds: hours * 3600) }

    /// Days of 24 hours. For "the same time on another day" use `Zone`.
    public func adding(days: Int) -> Instant { adding(seconds: days * 86_400) }

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
        return (Day(number: Int((seconds - second) / 86_400)), Int(second))
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}
