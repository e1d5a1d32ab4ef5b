extension Language {
    /// 9:00
    public func write(_ time: ClockTime) -> String {
        "\(time.hour):\(padded(time.minute))"
    }

    /// From one time to another: 9–15 ч, or 9:30–15:00 ч when an end is not a full hour.
    public func write(_ start: ClockTime, to end: ClockTime) -> String {
        let isFull = start.minute == 0 && end.minute == 0
        let range = isFull ? "\(start.hour)–\(end.hour)" : "\(write(start))–\(write(end))"
        switch self {
        case .sr: return range + "\u{A0}ч"
        case .srLatn: return range + "\u{A0}h"
        case .lt: return range + "\u{A0}val."
        case .en: return "\(write(start))–\(write(end))"
        }
    }

    /// A moment as the clocks of a zone show it: 25.2.2026. 9:05
    public func write(_ instant: Instant, in zone: Zone, _ form: DayForm = .numeric) -> String {
        let day = write(zone.day(of: instant), form), time = zone.time(of: instant)
        return switch (self, form) {
        case (_, .short), (.lt, .long), (.en, .numeric): "\(day), \(write(time))"
        case (.lt, .numeric): "\(day) \(time.iso)"
        case (.sr, .numeric), (.srLatn, .numeric), (.lt, _): "\(day) \(write(time))"
        case (.sr, _), (.srLatn, _): "\(day) \(inScript("у")) \(write(time))"
        case (.en, _): "\(day) at \(write(time))"
        }
    }
}
