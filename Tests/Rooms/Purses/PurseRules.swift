import Accounts
import Centres
import Events
import Kernel
import Languages
import Needs
@testable import Purses
import Schools
import Testing

/// What a source may pay for, what balances, how a year goes down.
@Suite struct PurseRules {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    private static func day(_ text: String) -> Day { Day(iso: text) ?? .zero }

    private static func purse(_ rules: [PurseRule] = [], to ends: Day? = day("2026-12-31"), _ currency: Currency = .rsd, closed: Day? = nil) -> Purse {
        let details = PurseDetails(.municipality, "Град", article: "Уговор 5/26", from: day("2026-01-01"), to: ends, currency)
        return Purse(id: Purse.ID(1), centre: Centre.ID(1), details: details, rules: rules, closed: closed)
    }

    private static func use(_ amount: Money = .rsd(3_000), on day: String = "2026-05-04") -> PurseUse { PurseUse(amount, on: Self.day(day)) }

    @Test func `a source pays in its days, in its currency, for those whom its rules name, and says by which article not`() {
        let plenty = PurseStanding(left: 10_000_000)
        let municipality = PurseRule(.municipality, 7, article: "члан 3"), other = PurseRule(.municipality, 8)
        var named = Self.use()
        (named.municipality, named.school, named.job, named.topics) = (Municipality.ID(7), School.ID(4), "наставник физике", [Topic.ID(5), Topic.ID(6)])
        named.eventForm = .seminar
        let cases: [(use: PurseUse, purse: Purse, reasons: [PurseRefusal.Reason], article: String)] = [
            (Self.use(), Self.purse(), [], ""),
            (Self.use(on: "2025-12-31"), Self.purse(), [.early(Self.day("2026-01-01"))], "Уговор 5/26"),
            (Self.use(on: "2026-12-31"), Self.purse(), [], ""),
            (Self.use(on: "2027-01-01"), Self.purse(), [.ended(Self.day("2026-12-31"))], "Уговор 5/26"),
            (Self.use(on: "2030-01-01"), Self.purse(to: nil), [], ""),
            (Self.use(on: "2026-05-04"), Self.purse(closed: Self.day("2026-05-04")), [.closed(Self.day("2026-05-04"))], ""),
            (Self.use(on: "2026-05-03"), Self.purse(closed: Self.day("2026-05-04")), [], ""),
            (Self.use(.eur(30)), Self.purse(), [.currency(.rsd)], ""),
            (Self.use(.rsd(0)), Self.purse(), [.nothing], ""),
            (Self.use(.rsd(-5)), Self.purse(), [.nothing], ""),
            (named, Self.purse([municipality, other]), [], ""),
            (named, Self.purse([other, PurseRule(.municipality, 9, article: "члан 4")]), [.municipality], "члан 4"),
            (Self.use(), Self.purse([municipality]), [.municipality], "члан 3"),
            (named, Self.purse([PurseRule(.school, 5)]), [.school], "Уговор 5/26"), (named, Self.purse([PurseRule(.school, 4)]), [], ""),
            (named, Self.purse([PurseRule(.job, "Nastavnik")]), [], ""), (named, Self.purse([PurseRule(.job, "васпитач")]), [.job], "Уговор 5/26"),
            (Self.use(), Self.purse([PurseRule(.job, "васпитач")]), [.job], "Уговор 5/26"),
            (named, Self.purse([PurseRule(.topic, 6)]), [], ""), (named, Self.purse([PurseRule(.topic, 9)]), [.topic], "Уговор 5/26"),
            (named, Self.purse([PurseRule(.event, 1)]), [], ""), (named, Self.purse([PurseRule(.event, 2)]), [.event], "Уговор 5/26"),
            (named, Self.purse([other, PurseRule(.school, 5), PurseRule(.topic, 9)]), [.municipality, .school, .topic], "Уговор 5/26"),
        ]
        for one in cases {
            let found = PurseCheck.refusals(of: one.use, from: one.purse, plenty)
            #expect(found.map(\.reason) == one.reasons, "\(one)")
            #expect(found.first?.article ?? "" == one.article, "\(one)")
        }
    }

    @Test func `ceilings count what was taken, and the last dinar is still given`() {
        let person = PurseRule(.personMost, amount: 500_000, article: "члан 6"), event = PurseRule(.eventMost, amount: 2_000_000)
        let total = PurseRule(.totalMost, amount: 5_000_000)
        var use = Self.use()
        (use.person, use.event) = (Person.ID(3), Event.ID(9))
        let cases: [(rules: [PurseRule], standing: PurseStanding, reasons: [PurseRefusal.Reason])] = [
            ([], PurseStanding(left: 300_000), []),
            ([], PurseStanding(left: 299_999), [.left(Money(minor: 299_999, .rsd)!)]),
            ([], PurseStanding(left: -5), [.left(.rsd(0))]),
            ([], PurseStanding(left: nil), [.unplanned(2026)]),
            ([total], PurseStanding(left: nil, taken: 4_700_000), []),
            ([total], PurseStanding(left: nil, taken: 4_700_001), [.totalMost(.rsd(50_000), left: Money(minor: 299_999, .rsd)!)]),
            ([person], PurseStanding(left: 900_000, takenByPerson: 200_000), []),
            ([person], PurseStanding(left: 900_000, takenByPerson: 200_001), [.personMost(.rsd(5_000), left: Money(minor: 299_999, .rsd)!)]),
            ([event], PurseStanding(left: 900_000, takenByEvent: 1_700_000), []),
            ([event], PurseStanding(left: 900_000, takenByEvent: 1_900_000), [.eventMost(.rsd(20_000), left: .rsd(1_000))]),
            ([person, total], PurseStanding(left: 1, taken: 5_000_000, takenByPerson: 500_000), [
                .personMost(.rsd(5_000), left: .rsd(0)), .totalMost(.rsd(50_000), left: .rsd(0)), .left(Money(minor: 1, .rsd)!),
            ]),
        ]
        for one in cases { #expect(PurseCheck.refusals(of: use, from: Self.purse(one.rules), one.standing).map(\.reason) == one.reasons, "\(one)") }
        // Nobody in particular: no ceiling for one person or one event is asked.
        #expect(PurseCheck.refusals(of: Self.use(), from: Self.purse([person, event]), PurseStanding(left: 300_000, takenByPerson: 500_000)) == [])
    }

    @Test func `what does not sum to nothing in each currency is no entry`() throws {
        let kind = LedgerKind("test", T.purses.kindReserved), day = Self.day("2026-05-04"), mark = LedgerMark()
        func lines(_ amounts: [Money]) -> [LedgerPost] { amounts.map { LedgerPost(.bank, $0, mark) } }
        #expect(throws: LedgerPosting.Unbalanced(currency: nil, sum: 0)) { try LedgerPosting(kind, on: day, lines: []) }
        #expect(throws: LedgerPosting.Unbalanced(currency: nil, sum: 0)) { try LedgerPosting(kind, on: day, lines: lines([.rsd(0)])) }
        #expect(throws: LedgerPosting.Unbalanced(currency: .rsd, sum: 100)) { try LedgerPosting(kind, on: day, lines: lines([.rsd(5), .rsd(-4)])) }
        #expect(throws: LedgerPosting.Unbalanced(currency: .rsd, sum: 500)) { try LedgerPosting(kind, on: day, lines: lines([.rsd(5), .eur(-5)])) }
        #expect(throws: LedgerPosting.Unbalanced(currency: nil, sum: 0)) { try LedgerPosting(kind, on: day, .rsd(0), from: .bank, to: .income, mark) }
        #expect(try LedgerPosting(kind, on: day, lines: lines([.rsd(5), .rsd(-5), .eur(2), .eur(-2), .rsd(0)])).lines.count == 4)
        let moved = try LedgerPosting(kind, on: day, .rsd(5), from: .receivable, to: .bank, mark).lines
        #expect(moved.map(\.role) == [.bank, .receivable] && moved.map(\.amount) == [.rsd(5), .rsd(-5)])
        var dice = Dice(state: 3)
        for _ in 0..<300 {
            var amounts = (0..<(1 + dice.roll(5))).compactMap { _ in Money(minor: dice.roll(2_000_001) - 1_000_000, Currency.allCases[dice.roll(2)]) }
            let sums = Dictionary(grouping: amounts, by: \.currency).mapValues { $0.reduce(0) { $0 + $1.minor } }
            let isWhole = sums.values.allSatisfy { $0 == 0 } && amounts.contains { !$0.isZero }
            #expect(((try? LedgerPosting(kind, on: day, lines: lines(amounts))) != nil) == isWhole, "\(amounts)")
            amounts += sums.compactMap { Money(minor: -$1, $0) }
            if amounts.contains(where: { !$0.isZero }) { #expect((try? LedgerPosting(kind, on: day, lines: lines(amounts))) != nil, "\(amounts)") }
        }
    }

    @Test func `a year goes down by months, and is never drawn further than today`() {
        let changes: [BurnDown.Change] = [
            .init(month: 2, reserved: 400), .init(month: 4, reserved: -400, spent: 500), .init(month: 4, spent: 50), .init(month: 5, spent: -50),
        ]
        let year = BurnDown(2026, planned: 1_200, changes, today: Self.day("2026-06-10"))
        #expect(year.months.map(\.month) == [1, 2, 3, 4, 5, 6])
        #expect(year.months.map(\.sum.reserved) == [0, 400, 400, 0, 0, 0] && year.months.map(\.sum.spent) == [0, 0, 0, 550, 500, 500])
        #expect(year.months.map(\.sum.left) == [1_200, 800, 800, 650, 700, 700] && year.whole == 1_200 && year.even(3) == 300)
        #expect(BurnDown(2025, planned: nil, [], today: Self.day("2026-06-10")).months.count == 12)
        #expect(BurnDown(2027, planned: 5, [], today: Self.day("2026-06-10")).months.isEmpty)
        #expect(BurnDown(2026, planned: 100, [.init(month: 8, reserved: 300)], today: Self.day("2026-06-10")).months.count == 8, "what is dated ahead is drawn")
        #expect(BurnDown(2026, planned: 100, [.init(month: 1, reserved: 300)], today: Self.day("2026-06-10")).whole == 300)
        #expect(PurseSum(planned: 300, reserved: 100, spent: 170).percent == 90 && PurseSum(planned: 0, spent: 5).percent == nil && PurseSum(spent: 5).percent == nil)
        #expect(PurseSum(planned: nil, spent: 1) + PurseSum(planned: 5, reserved: 2) == PurseSum(planned: 5, reserved: 2, spent: 1))
    }
}
