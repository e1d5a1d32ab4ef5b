import Centres
import Forms
import Kernel
package import Languages

extension PlannerAsk {
    /// Reads what somebody typed.
    /// - Parameters:
    ///   - today: nothing is planned into the past.
    ///   - towns: where a room may be lent.
    init(_ typed: Typed, today: Day, currency: Currency, towns: [Municipality.ID]) throws {
        var faults = Faults()
        let first = Day(typed: typed["first"]), last = Day(typed: typed["last"])
        faults.require(first != nil, "first", T.common.errorDay(example: "1.3.2027."))
        faults.require(last != nil, "last", T.common.errorDay(example: "30.6.2027."))
        if let first, let last {
            faults.require(first > today, "first", T.planning.errorTermPast)
            faults.require(last >= first, "last", T.planning.errorLastBefore)
            faults.require(first.days(until: last) <= Self.longest, "last", T.planning.errorTermLong)
        }
        let most = faults.number(typed, "most", in: Self.mostBounds), aDay = faults.number(typed, "aDay", in: Self.dayBounds)
        let cover = faults.number(typed, "cover", in: Self.percents), least = faults.number(typed, "least", in: Self.leastBounds)
        let coverSubject = faults.numberOrNothing(typed, "coverSubject", in: Self.subjectBounds)
        var purses: [Purse: Money] = [:]
        for purse in Purse.allCases {
            purses[purse] = faults.numberOrNothing(typed, "purse-\(purse.rawValue)", in: Self.money).flatMap { Money(minor: $0 * 100, currency) }
        }
        let fee = faults.numberOrNothing(typed, "trainerFee", in: Self.money), budget = faults.numberOrNothing(typed, "budget", in: Self.money)
        var weights = PlannerWeights()
        for name in PlannerWeights.Name.allCases { weights[name] = faults.number(typed, "weight-\(name.rawValue)", in: PlannerWeights.bounds) ?? name.usual }
        let chosen = typed.all("town").compactMap { Municipality.ID($0) }.filter(towns.contains)
        try faults.check()
        let start = first ?? today, end = max(start, last ?? today)
        self.init(
            days: start...end, most: most ?? 1, aDay: aDay ?? 1, cover: cover ?? 1, coverSubject: coverSubject, least: least ?? 1,
            trainerFee: Money(minor: (fee ?? 0) * 100, currency) ?? .nothing(currency),
            budget: budget.flatMap { Money(minor: $0 * 100, currency) }, purses: purses, worksDays: typed.has("working"), towns: chosen, weights: weights,
            effort: Effort(rawValue: typed["effort"]) ?? .normal)
    }

    /// Days of the longest term.
    private static let longest = 366
    /// In whole units of the currency.
    private static let money = 0...100_000_000

    var typed: Typed {
        var fields: [(String, String)] = [
            ("first", days.lowerBound.iso), ("last", days.upperBound.iso), ("most", "\(most)"), ("aDay", "\(aDay)"), ("cover", "\(cover)"), ("least", "\(least)"),
            ("trainerFee", trainerFee.minor > 0 ? "\(trainerFee.minor / 100)" : ""), ("budget", budget.map { "\($0.minor / 100)" } ?? ""), ("effort", effort.rawValue),
        ]
        if let coverSubject { fields.append(("coverSubject", "\(coverSubject)")) }
        for purse in Purse.allCases { if let money = purses[purse] { fields.append(("purse-\(purse.rawValue)", "\(money.minor / 100)")) } }
        if worksDays { fields.append(("working", "yes")) }
        fields += towns.map { ("town", "\($0)") }
        fields += PlannerWeights.Name.allCases.map { ("weight-\($0.rawValue)", "\(weights[$0])") }
        return Typed(fields)
    }

    /// What a centre asks when it has asked for nothing yet: the half of the school year that comes.
    package static func usual(today: Day, currency: Currency) -> PlannerAsk {
        let year = SchoolYear(containing: today), spring = year.first.adding(months: 5)
        let days = today.adding(days: 28) < spring.adding(months: -2) ? max(year.first, today.adding(days: 28))...spring.adding(days: -1) : nil
        let later = max(spring, today.adding(days: 28))
        return PlannerAsk(
            days: days ?? later...max(later, spring.adding(months: 5).adding(days: -1)), most: 30, aDay: 3, cover: 15, least: 15,
            trainerFee: .nothing(currency), budget: nil, worksDays: false, towns: [], weights: PlannerWeights(), effort: .normal)
    }
}
