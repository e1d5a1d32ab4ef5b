@testable import Claims
import Kernel
import Languages
import Purses
import Testing

/// A claim in parts.
@Suite struct SplitRules {
    private let ana = ClaimPayer.ID(1), school = ClaimPayer.ID(2), purse = Purse.ID(1)

    private func fault(_ field: String, _ parts: ClaimPart...) -> Phrase? {
        do { try ClaimSplit.faults(of: parts, of: .rsd(3500)).check() } catch let problem as Problem { return problem.fault(at: field) } catch {}
        return nil
    }

    @Test func `parts add up, are worth something, and are somebody's`() {
        #expect(fault("amount-1", ClaimPart(ana, .rsd(1500)), ClaimPart(school, .rsd(2000))) == nil)
        #expect(fault("amount-1", ClaimPart(nil, from: purse, .rsd(3500))) == nil, "a source may bear all of it")
        #expect(fault("amount-1", ClaimPart(ana, .rsd(1500)), ClaimPart(school, .rsd(1900))) == T.claims.errorSum(sum: .money(.rsd(3400)), whole: .money(.rsd(3500))))
        #expect(fault("amount-1", ClaimPart(ana, .rsd(3501))) == T.claims.errorSum(sum: .money(.rsd(3501)), whole: .money(.rsd(3500))))
        #expect(fault("amount-2", ClaimPart(ana, .rsd(3500)), ClaimPart(school, .rsd(0))) == T.claims.errorNothing)
        let less = ClaimPart(school, Money(minor: -150_000, .rsd)!)
        #expect(fault("amount-2", ClaimPart(ana, .rsd(5000)), less) == T.claims.errorNothing, "nothing is paid by paying less")
        #expect(fault("amount-1", ClaimPart(ana, .eur(30))) == T.claims.errorCurrency(currency: .text("RSD")))
        #expect(fault("payer-1", ClaimPart(nil, .rsd(3500))) == T.claims.errorNobody)
        #expect(fault("payer-2", ClaimPart(ana, .rsd(1500)), ClaimPart(ana, .rsd(2000))) == T.claims.errorTwice)
        #expect(fault("payer-2", ClaimPart(ana, from: purse, .rsd(1500)), ClaimPart(ana, .rsd(2000))) == nil, "from two sources")
        #expect(fault("amount-1") == T.claims.errorParts(most: .number(ClaimSplit.most)))
    }

    @Test(arguments: 1...8) func `equal parts add up to the whole`(_ count: Int) {
        for minor in [1, 7, 100, 350_001, 999_999] {
            let parts = ClaimSplit.equal(Money(minor: minor, .rsd)!, by: count)
            #expect(parts.map(\.minor).reduce(0, +) == minor && parts.count == count)
            #expect((parts.map(\.minor).max() ?? 0) - (parts.map(\.minor).min() ?? 0) <= 1)
        }
        #expect(ClaimSplit.equal(.rsd(10), by: 0).isEmpty)
    }

    @Test func `a day until which there is time to pay`() {
        let rule = ClaimRule(from: Day(year: 2026, month: 1, day: 1)!), today = Day(year: 2026, month: 2, day: 4)!
        #expect(rule.due(asked: today, first: nil) == today.adding(days: 15))
        #expect(rule.due(asked: today, first: today.adding(days: 35)) == today.adding(days: 15))
        #expect(rule.due(asked: today, first: today.adding(days: 5)) == today.adding(days: 5), "before it begins")
        #expect(rule.due(asked: today, first: today.adding(days: -1)) == today, "never on a day that is over")
    }
}
