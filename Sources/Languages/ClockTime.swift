/// A time on the wall clock, in minutes after midnight, 0 to 1440 (24:00, the end of a day).
public struct ClockTime: Hashable, Comparable, Sendable, Codable {
    public let minutes: Int

    public static let midnight = ClockTime(validMinutes: 0)
    public static let minutesOfDay = 1440

    public init?(minutes: Int) {
        guard (0...ClockTime.minutesOfDay).contains(minutes) else { return nil }
        self.init(validMinutes: minutes)
    }

    public init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    /// Reads `9:30`, `09:30`, `9.30`, `9` and the same with `h`, `ч` or `val.` behind it.
    public init?(typed: String) {
        var text = typed.lowercased().filter { !$0.isWhitespace }
        for unit in ["val.", "val", "h.", "h", "ч.", "ч"] where text.hasSuffix(unit) {
            text.removeLast(unit.count)
            break
        }
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "." })
        guard parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }), let hour = Int(parts[0]) else { return nil }
        switch parts.count {
        case 1:
            self.init(hour: hour, minute: 0)
        case 2:
            guard parts[1].utf8.count == 2, let minute = Int(parts[1]) else { return nil }
            self.init(hour: hour, minute: minute)
        default:
            return nil
        }
    }

    public var hour: Int { minutes / 60 }
    public var minute: Int { minutes % 60 }

    /// `09:30`, as a browser's time field wants it.
    public var iso: String { "\(padded(hour)):\(padded(minute))" }

    public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let minutes = try container.decode(Int.self)
        guard (0...ClockTime.minutesOfDay).contains(minutes) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time: \(minutes)")
        }
        self.init(validMinutes: minutes)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(minutes)
    }

    private init(validMinutes: Int) {
        minutes = validMinutes
    }
}
