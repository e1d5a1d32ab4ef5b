import Forms
import Kernel
import Languages

extension NeedPoints {
    /// Reads what somebody typed.
    init(_ typed: Typed) throws {
        var faults = Faults(), points: [NeedPart: Int] = [:]
        for part in NeedPart.allCases { points[part] = faults.number(typed, "points-\(part.rawValue)", in: Self.bounds) }
        try faults.check()
        self.init(points)
        guard !isNothing else { throw Problem.invalid("points-due", T.registration.needAllZero) }
    }

    var typed: Typed { Typed(NeedPart.allCases.map { (name: "points-\($0.rawValue)", value: "\(self[$0])") }) }
}

extension Day {
    /// The last day whose applications are ranked, as it was typed.
    init(need typed: Typed, today: Day) throws {
        guard let day = Day(typed: typed["day"]) else { throw Problem.invalid("day", T.common.errorDay(example: .day(today, .numeric))) }
        self = day
    }
}
