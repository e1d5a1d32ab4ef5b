import Forms
import Kernel
import Languages

/// The rule as it was typed, and the other way round.
extension PaymentRule {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init()
        (holdsPapers, reminds) = (typed.has("holdsPapers"), typed.has("reminds"))
        lateDays = faults.number(typed, "lateDays", in: Self.lateBounds) ?? lateDays
        againDays = faults.number(typed, "againDays", in: Self.againBounds) ?? againDays
        try faults.check()
    }

    var typed: Typed {
        Typed([
            (name: "lateDays", value: "\(lateDays)"), (name: "againDays", value: "\(againDays)"), (name: "holdsPapers", value: holdsPapers ? "yes" : ""),
            (name: "reminds", value: reminds ? "yes" : ""),
        ].filter { !$0.value.isEmpty })
    }
}
