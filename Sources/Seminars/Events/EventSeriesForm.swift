import Forms
import Kernel
import Languages

extension EventSeries {
    /// Days that were typed, one in each line, or so many more every so many weeks.
    /// - Parameter first: of the event that is the pattern.
    init(_ typed: Typed, after first: Day, today: Day) throws {
        var faults = Faults()
        let lines = typed.lines("days").split(whereSeparator: \.isNewline).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
        var days: [Day] = []
        for (index, line) in lines.prefix(Self.most).enumerated() {
            if let day = Day(typed: line) { days.append(day) } else { faults.add("days", T.events.seriesDayWrong(number: .number(index + 1), line: .text(line))) }
        }
        if lines.isEmpty {
            let weeks = faults.number(typed, "weeks", in: Self.weekLimits, empty: 1), times = faults.number(typed, "times", in: 1...Self.most)
            if let weeks, let times { days = EventSeries(from: first, everyWeeks: weeks, times: times).days }
        }
        faults.require(lines.count <= Self.most, "days", T.events.seriesTooMany(count: Self.most))
        for day in days where day < today { faults.add("days", T.events.seriesPassed(day: .day(day))) }
        faults.require(!days.contains(first), "days", T.events.seriesSame(day: .day(first)))
        try faults.check()
        self.init(days: days)
    }
}
