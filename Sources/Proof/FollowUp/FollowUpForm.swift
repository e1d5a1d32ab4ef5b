import Forms
import Kernel
import Languages

/// What was typed of the rule, and the other way round.
extension FollowUpRule {
    /// What ended before today was promised nothing, and is not asked about anew.
    init(_ typed: Typed, today: Day, own: Language) throws {
        var faults = Faults()
        let since = Day(typed: typed["since"])
        faults.require(since != nil, "since", T.common.errorDay(example: own.isSerbian ? "1.9.2026." : "2026-09-01"))
        if let since { faults.require(since >= today, "since", T.followup.errorSince) }
        let first = faults.number(typed, "firstDays", in: Self.dayBounds), second = faults.number(typed, "secondDays", in: Self.dayBounds)
        if let first, let second { faults.require(second > first, "secondDays", T.followup.errorOrder) }
        let open = faults.number(typed, "openDays", in: Self.openBounds), bias = faults.number(typed, "bias", in: Self.biasBounds)
        try faults.check()
        self.init(since: since ?? today, asks: typed.has("asks"), firstDays: first ?? 30, secondDays: second ?? 90, openDays: open ?? 21, bias: bias ?? 50)
    }

    var typed: Typed {
        let fields = [
            ("since", since.iso), ("firstDays", "\(firstDays)"), ("secondDays", "\(secondDays)"), ("openDays", "\(openDays)"), ("bias", "\(bias)"),
        ]
        return Typed(fields + (asks ? [("asks", "yes")] : []))
    }
}
