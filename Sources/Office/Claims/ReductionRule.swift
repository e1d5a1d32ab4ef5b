package import Kernel
package import Languages

/// A seat as rules of reductions look at it.
package struct ReducibleSeat: Sendable, Hashable {
    package let claim: Claim.ID
    package let price: Money
    /// How many people it seats: a group counts as many as it brings.
    package let people: Int
    /// On which day it was applied for.
    package let asked: Day
    /// For how many days the payer has been a member; nil for who is none.
    package let memberDays: Int?
    /// Whether its price stands: something was paid, invoiced, or divided by hand.
    package let isFixed: Bool
    /// By which rule a price that stands is less.
    package let fixed: Reduction.ID?

    package init(
        _ claim: Claim.ID, _ price: Money, people: Int = 1, asked: Day, memberDays: Int? = nil, isFixed: Bool = false, fixed: Reduction.ID? = nil
    ) {
        (self.claim, self.price, self.people, self.asked, self.memberDays, self.isFixed, self.fixed) = (claim, price, people, asked, memberDays, isFixed, fixed)
    }
}

/// The one rule about reductions, for all seats that one payer asked for at one event. Reductions are not added up: each seat gets the best.
package enum ReductionRule {
    /// What each seat whose price is open costs less.
    /// - Parameters:
    ///   - isSchool: whether a school pays for all of them; for people who pay alone nothing is counted together.
    ///   - first: the first day of the event.
    package static func reductions(of seats: [ReducibleSeat], isSchool: Bool, first: Day?, by rules: [Reduction]) -> [Claim.ID: Reduced] {
        let people = seats.map(\.people).reduce(0, +)
        var found: [Claim.ID: Reduced] = [:]
        for seat in seats where !seat.isFixed {
            let percents = rules.compactMap { rule in percent(rule, of: seat, together: isSchool ? people : 1, first: first).map { (rule, $0) } }
            guard let best = percents.max(by: { ($0.1, $1.0.id) < ($1.1, $0.0.id) }) else { continue }
            found[seat.claim] = Reduced(rule: best.0, minor: part(of: seat.price.minor, best.1))
        }
        guard isSchool else { return found }
        for (claim, rule) in free(of: seats, by: rules) {
            if let price = seats.first(where: { $0.claim == claim })?.price { found[claim] = Reduced(rule: rule, minor: price.minor) }
        }
        return found.filter { $0.value.minor > 0 }
    }

    /// So many hundredths of a price, halves up, never more than all of it.
    package static func part(of minor: Int, _ percent: Int) -> Int { min(minor, (minor * percent + 50) / 100) }

    /// The percents of a rule that holds for a seat; nil where it does not.
    private static func percent(_ rule: Reduction, of seat: ReducibleSeat, together people: Int, first: Day?) -> Int? {
        let details = rule.details
        guard details.holds(on: seat.asked), let percent = details.percent else { return nil }
        let holds = switch details.kind {
        case .oneIn: false
        case .member: seat.memberDays.map { $0 < details.days ?? .max } ?? false
        case .early: first.map { seat.asked.days(until: $0) >= details.days ?? .max } ?? false
        case .many: people >= details.people ?? .max
        }
        return holds ? percent : nil
    }

    /// Of so many one is free: the last whose prices are open. Those of a price that stands count, and so do the free ones among them. Only a seat of one
    /// person comes free: a group has a price of its own.
    private static func free(of seats: [ReducibleSeat], by rules: [Reduction]) -> [Claim.ID: Reduction] {
        var free: [Claim.ID: Reduction] = [:]
        for rule in rules.filter({ $0.details.kind == .oneIn }).sorted(by: { ($0.details.people ?? .max, $0.id) < ($1.details.people ?? .max, $1.id) }) {
            guard let each = rule.details.people, each > 1 else { continue }
            let counted = seats.filter { rule.details.holds(on: $0.asked) }
            let due = counted.map(\.people).reduce(0, +) / each - counted.count { $0.isFixed && $0.fixed == rule.id } - free.count
            let open = counted.filter { !$0.isFixed && $0.people == 1 && $0.price.minor > 0 && free[$0.claim] == nil }
            for seat in open.sorted(by: { $0.claim > $1.claim }).prefix(max(0, due)) { free[seat.claim] = rule }
        }
        return free
    }
}
