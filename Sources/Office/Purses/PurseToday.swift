import Forms
import Kernel
import Languages
import Look
import Web

/// What of sources needs a hand today: one that ends soon with money left, one that is nearly taken.
enum PurseToday {
    @Sendable static func tell(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        guard act.by.coordinates(asked.centre.id) else { return TodayPart() }
        let today = asked.today, t = asked.t, purses = try PurseStore.usable(at: asked.centre.id, on: today, in: act)
        let sums = try PurseMoneyStore.sums(of: purses.map(\.id), year: today.year, in: act)
        return TodayPart(lines: purses.flatMap { purse -> [TodayPart.Line] in
            guard let sum = sums[purse.id], let percent = sum.percent else { return [] }
            let name = t.run(purse.name)
            if let ends = purse.details.ends, let days = purse.daysLeft(on: today), days <= Purse.soon, sum.left > 0 {
                let left = Money(minor: min(sum.left, Money.most), purse.currency) ?? .nothing(purse.currency)
                return [TodayPart.Line(.waiting, ends, name, T.purses.todayEnds(day: .day(ends), left: .money(left)), T.common.show, path: purse.path)]
            }
            guard percent >= PurseSum.nearlyTaken else { return [] }
            return [TodayPart.Line(
                percent > 100 ? .bad : .waiting, today, name, T.purses.todayNearlyTaken(percent: .number(percent)), T.common.show, path: purse.path)]
        })
    }
}
