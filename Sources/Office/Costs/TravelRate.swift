package import Kernel
package import Languages
package import Storage

/// What a kilometre or a day away is paid, from a day on. Amounts are data: they change with decisions.
package struct TravelRate: Sendable {
    package typealias ID = Kernel.ID<TravelRate>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        case kilometre, allowance

        package var name: Phrase { self == .kilometre ? T.costs.rateKilometre : T.costs.rateAllowance }
    }

    package let id: ID
    package let draft: TravelRateDraft

    package init(id: ID, _ draft: TravelRateDraft) { (self.id, self.draft) = (id, draft) }
}

package struct TravelRateDraft: Sendable, Hashable {
    package var kind: TravelRate.Kind
    /// Of an allowance: from so many hours on it is paid.
    package var hours: Int
    package var amount: Money
    package var days: RuleDays

    package init(_ kind: TravelRate.Kind, hours: Int = 0, _ amount: Money, _ days: RuleDays) {
        (self.kind, self.hours, self.amount, self.days) = (kind, kind == .allowance ? hours : 0, amount, days)
    }

    package static let hoursBounds = 1...24
}

/// What is paid of a journey by the rates of the day on which it began.
package struct TravelReckoning: Sendable, Hashable {
    /// Of the own car; in hundredths.
    package let kilometres: Int
    package let allowance: Int
    /// Tickets and tolls, as papers say.
    package let tickets: Int

    package var together: Int { kilometres + allowance + tickets }

    /// - Parameters:
    ///   - minutes: how long it took, from leaving to being back.
    ///   - km: of the own car, there and back.
    ///   - rates: those that hold on the day of leaving.
    package init(minutes: Int, km: Int, tickets: Int, by rates: TravelRates) {
        kilometres = max(0, km) * (rates.kilometre ?? 0)
        allowance = rates.allowance(minutes: minutes)
        self.tickets = max(0, tickets)
    }
}

/// The rates that hold on one day.
package struct TravelRates: Sendable, Hashable {
    /// Of one kilometre, in hundredths; nil where none was decided.
    package let kilometre: Int?
    /// From so many hours on so much; the fewest hours first.
    package let allowances: [Step]

    package struct Step: Sendable, Hashable {
        package let hours: Int
        package let amount: Int

        package init(hours: Int, amount: Int) { (self.hours, self.amount) = (hours, amount) }
    }

    package init(kilometre: Int?, allowances: [Step]) { (self.kilometre, self.allowances) = (kilometre, allowances.sorted { $0.hours < $1.hours }) }

    package init(on day: Day, among rates: [TravelRateDraft], in currency: Currency) {
        let rates = rates.filter { $0.amount.currency == currency }
        let hours = Set(rates.filter { $0.kind == .allowance }.map(\.hours))
        self.init(
            kilometre: rates.filter { $0.kind == .kilometre }.holding(on: day, \.days)?.amount.minor,
            allowances: hours.compactMap { hours in
                rates.filter { $0.kind == .allowance && $0.hours == hours }.holding(on: day, \.days).map { Step(hours: hours, amount: $0.amount.minor) }
            })
    }

    /// A whole day is paid as the longest step; what is left of the last one as the longest that it reaches.
    package func allowance(minutes: Int) -> Int {
        guard minutes > 0, let whole = allowances.last else { return 0 }
        let (days, left) = (minutes / Self.dayMinutes, minutes % Self.dayMinutes)
        return days * whole.amount + (allowances.last { $0.hours * 60 <= left }?.amount ?? 0)
    }

    private static let dayMinutes = 24 * 60
}
