import Forms
import Kernel
import Languages

/// What was typed of a rule of completion, and the other way round.
extension CompletionRule {
    /// - Parameter today: for the example of a day, where none was typed.
    init(_ typed: Typed, today: Day) throws {
        var faults = Faults()
        let since = Day(typed: typed["since"])
        faults.require(since != nil, "since", T.common.errorDay(example: .day(today, .numeric)))
        let percent = faults.number(typed, "percent", in: CompletionRule.percents), minutes = faults.number(typed, "minutes", in: CompletionRule.minutes)
        try faults.check()
        self.init(since: since, percent: percent ?? 0, countsExcused: typed["excused"] == "yes", minutesMissed: minutes ?? 0)
    }

    var typed: Typed {
        Typed(["since": since?.iso ?? "", "percent": "\(percent)", "minutes": "\(minutesMissed)", "excused": countsExcused ? "yes" : ""])
    }
}
