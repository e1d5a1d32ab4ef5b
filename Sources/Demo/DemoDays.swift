import Centres
import Events
import Languages

/// The days on which a seminar is held: at most eight school hours a day, beginning at nine, on weekends that follow one another.
enum DemoDays {
    static let most = 8
    private static let schoolHour = 45
    private static let begins = 9 * 60

    /// - Parameters:
    ///   - hours: of its programme.
    ///   - weekend: where several days are needed, the first is a Saturday.
    static func sessions(hours: Int, from first: Day, hall: Hall.ID? = nil, place: String = "") -> [EventSession] {
        let days = max(1, (hours + most - 1) / most)
        return (0..<days).compactMap { index in
            let held = hours / days + (index < hours % days ? 1 : 0)
            // Half an hour to eat on a long day, a quarter on a short one.
            let minutes = held * schoolHour + (held > 4 ? 30 : 15)
            guard let from = ClockTime(minutes: begins), let to = ClockTime(minutes: begins + minutes) else { return nil }
            return EventSession(day: first.adding(days: index / 2 * 7 + index % 2), begins: from, ends: to, hall: hall, place: place)
        }
    }
}
