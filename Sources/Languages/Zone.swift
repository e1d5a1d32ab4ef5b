/// The hour on the wall that a clock never shows, because summer time begins.
public struct SkippedHour: Error, Hashable, Sendable {
    public let day: Day
    public let time: ClockTime
}

/// A time zone, by its name in the tz database.
public struct Zone: Sendable {
    public let identifier: String
    private let rules: ZoneRules

    public static let utc = Zone(identifier: "UTC", rules: .utc)

    public init?(_ identifier: String) {
        guard let rules = ZoneRules.named(identifier) else { return nil }
        self.init(identifier: identifier, rules: rules)
    }

    private init(identifier: String, rules: ZoneRules) {
        self.identifier = identifier
        self.rules = rules
    }

    /// The moment of a time on the wall. An hour that comes twice, when summer time ends, is the first of the two;
    /// an hour that is skipped is refused.
    public func instant(_ day: Day, _ time: ClockTime) throws(SkippedHour) -> Instant {
        let wall = Int64(day.number) * 86_400 + Int64(time.minutes) * 60
        for offset in offsets(around: wall) where self.offset(at: wall - offset) == offset {
            return Instant(seconds: wall - offset)
        }
        throw SkippedHour(day: day, time: time)
    }

    /// 0:00, or the first moment after it where that midnight is skipped.
    public func startOfDay(_ day: Day) -> Instant {
        if let midnight = try? instant(day, .midnight) { return midnight }
        let wall = Int64(day.number) * 86_400
        return Instant(seconds: wall - offset(at: wall - 86_400))
    }

    /// 24:00, the end of a deadline that is given as a day.
    public func endOfDay(_ day: Day) -> Instant { startOfDay(day.adding(days: 1)) }

    public func day(of instant: Instant) -> Day { wall(instant).day }

    public func time(of instant: Instant) -> ClockTime {
        ClockTime(minutes: wall(instant).second / 60) ?? .midnight
    }

    /// Seconds east of UTC.
    public func offset(of instant: Instant) -> Int { Int(offset(at: instant.seconds)) }

    private func wall(_ instant: Instant) -> (day: Day, second: Int) {
        Instant.split(instant.seconds + offset(at: instant.seconds))
    }

    /// The offsets of the day before and of the day after. The one that gives the earlier moment comes first.
    private func offsets(around wall: Int64) -> [Int64] {
        let before = offset(at: wall - 86_400), after = offset(at: wall + 86_400)
        return before == after ? [before] : [max(before, after), min(before, after)]
    }

    private func offset(at seconds: Int64) -> Int64 { rules.offset(at: seconds) }
}

extension Zone: Hashable {
    public static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }

    public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

extension Zone: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let identifier = try container.decode(String.self)
        guard let zone = Zone(identifier) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no such time zone: \(identifier)")
        }
        self = zone
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(identifier)
    }
}
