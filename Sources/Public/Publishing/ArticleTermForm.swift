import Forms
import Kernel
import Languages

/// What was typed of an article's term, and the other way round.
extension ArticleTerm {
    init(_ typed: Typed, as kind: Article.Kind, in zone: Zone, today: Day, _ faults: inout Faults) {
        self.init(
            starts: Self.moment(typed, "starts", zone, today, &faults), ends: Self.moment(typed, "ends", zone, today, &faults))
        guard kind == .information else { return }
        checked = Day(typed: typed["checked"])
        faults.require(checked != nil, "checked", T.common.errorDay(example: .day(today, .numeric)))
        (source, link) = (typed["source"], typed["link"])
    }

    /// A day without a time is its first minute.
    private static func moment(_ typed: Typed, _ name: String, _ zone: Zone, _ today: Day, _ faults: inout Faults) -> Instant? {
        let (dayText, timeText) = (typed["\(name)Day"], typed["\(name)Time"])
        if dayText.isEmpty {
            faults.require(timeText.isEmpty, "\(name)Day", T.common.errorDay(example: .day(today, .numeric)))
            return nil
        }
        let day = Day(typed: dayText), time = timeText.isEmpty ? ClockTime.midnight : ClockTime(typed: timeText)
        faults.require(day != nil, "\(name)Day", T.common.errorDay(example: .day(today, .numeric)))
        faults.require(time != nil, "\(name)Time", T.publishing.errorTime)
        guard let day, let time else { return nil }
        do { return try zone.instant(day, time) } catch {
            faults.add("\(name)Time", T.publishing.errorTime)
            return nil
        }
    }

    func typed(in zone: Zone) -> [(name: String, value: String)] {
        func moment(_ name: String, _ instant: Instant?) -> [(name: String, value: String)] {
            [("\(name)Day", instant.map { zone.day(of: $0).iso } ?? ""), ("\(name)Time", instant.map { zone.time(of: $0).iso } ?? "")]
        }
        return moment("starts", starts) + moment("ends", ends) + [("checked", checked?.iso ?? ""), ("source", source), ("link", link)]
    }
}
