import Forms
import Kernel
import Languages

/// What was typed of a hall, and the other way round.
extension HallDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let seats = faults.numberOrNothing(typed, "seats", in: Self.seatsLimits)
        let setup = faults.number(typed, "setup", in: Self.minutesLimits, empty: 0) ?? 0
        let clearing = faults.number(typed, "clearing", in: Self.minutesLimits, empty: 0) ?? 0
        self.init(name: typed["name"], seats: seats, address: typed["address"], setup: setup, clearing: clearing)
        check(&faults)
        try faults.check()
    }

    var typed: Typed {
        Typed(["name": name, "seats": seats.map(String.init) ?? "", "address": address, "setup": "\(setup)", "clearing": "\(clearing)"])
    }
}
