import Forms
import Kernel
import Languages

/// What was typed of a withdrawal, and what stands in the form before.
extension Programme.Withdrawal {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let (day, reason) = (Day(typed: typed["day"]), typed["reason"])
        faults.require(day != nil, "day", T.catalogue.dayMissing)
        faults.require(!reason.isEmpty, "reason", T.catalogue.reasonMissing)
        faults.limit(reason, "reason")
        try faults.check()
        guard let day else { throw Problem.missing }
        self.init(day: day, reason: reason)
    }

    /// An empty form of that day.
    static func empty(on today: Day) -> Typed { Typed(["day": today.iso]) }
}
