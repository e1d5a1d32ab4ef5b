import Forms
import Kernel
import Languages

/// What was typed of a rule of completion, and the other way round.
extension CompletionRule {
    /// - Parameter today: for the example of a day, where none was typed.
    init(_ typed: Typed, today: Day) throws {
        var faults = Faults()
        let (since, percent, minutes) = (Day(typed: typed["since"]), typed.number("percent"), typed.number("minutes"))
        faults.require(since != nil, "since", T.common.errorDay(example: .day(today, .numeric)))
        faults.require(percent != nil, "percent", T.common.errorNumber)
        faults.require(minutes != nil, "minutes", T.common.errorNumber)
        try faults.check()
        self.init(since: since, percent: percent ?? 0, countsExcused: typed["excused"] == "yes", minutesMissed: minutes ?? 0)
    }

    var typed: Typed {
        Typed(["since": since?.iso ?? "", "percent": "\(percent)", "minutes": "\(minutesMissed)", "excused": countsExcused ? "yes" : ""])
    }
}
