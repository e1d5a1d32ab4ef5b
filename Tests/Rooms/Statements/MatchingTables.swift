import Claims
import Kernel
import Languages
@testable import Statements
import Testing

/// What a payment is for: certain by a right reference alone, proposed by all else, silently never.
@Suite struct MatchingTables {
    private static let day = Day(year: 2026, month: 10, day: 1) ?? .zero

    /// A share of a payer, by numbers that say which: 1 owes, 11 is what.
    private func share(_ id: Int64, _ amount: Money, due: Int = 10) -> OpenShare { share(id, of: 1, "ОШ „Шарена сова“", amount, due: due) }

    private func share(_ id: Int64, of payer: Int64, _ name: String, _ amount: Money, person: String = "", due: Int = 10) -> OpenShare {
        OpenShare(
            ClaimShare.ID(id), payer: ClaimPayer.ID(payer), payerName: name, personName: person, what: "Обука", open: amount,
            reference: Reference(year: 2026, event: 26, share: id).base, due: Self.day.adding(days: due), made: Self.day.adding(days: -20))
    }

    private func reference(_ id: Int64, model: String = "97") -> BroughtReference {
        let whole = Reference(year: 2026, event: 26, share: id)
        return BroughtReference(model: model, number: whole.control + whole.base)
    }

    private func paid(_ amount: Money, _ references: [BroughtReference] = [], name: String = "", account: String = "", purpose: String = "", days: Int = 0) -> PaidIn {
        PaidIn(amount, on: Self.day.adding(days: days), name: name, account: account, references: references, purpose: purpose)
    }

    private func ids(_ match: Match?) -> [Int64] { match?.parts.map { $0.share.id.value } ?? [] }

    @Test func `a right reference is certain, in whatever way it is written`() {
        let matching = Matching([share(1, .rsd(3_500)), share(2, .rsd(3_500))]), whole = Reference(year: 2026, event: 26, share: 2)
        let ways = [
            BroughtReference(model: "97", number: whole.control + whole.base), BroughtReference(number: whole.control + whole.base),
            BroughtReference(number: whole.model97), BroughtReference(model: "97", number: whole.written), BroughtReference(model: "00", number: whole.model97),
            BroughtReference(model: "RF", number: whole.creditor), BroughtReference(number: whole.creditorWritten),
        ]
        for way in ways {
            let match = matching.certain(paid(.rsd(3_500), [way]))
            #expect(ids(match) == [2] && match?.isCertain == true && match?.rest.isZero == true, "\(way)")
        }
        // The second reference of an order counts as well.
        #expect(ids(matching.certain(paid(.rsd(3_500), [BroughtReference(model: "99", number: "12"), reference(2)]))) == [2])
        for other in [BroughtReference(), BroughtReference(model: "97", number: "0000000"), reference(3), BroughtReference(number: whole.base)] {
            #expect(matching.certain(paid(.rsd(3_500), [other])) == nil, "\(other)")
        }
        #expect(matching.certain(paid(.rsd(-3_500), [reference(2)])) == nil, "what goes out pays nothing")
        #expect(matching.certain(paid(.eur(35), [reference(2)])) == nil, "another currency")
    }

    @Test func `a part is a part, and too much leaves a rest`() {
        let matching = Matching([share(1, .rsd(3_500))])
        let less = matching.certain(paid(.rsd(1_000), [reference(1)]))
        #expect(less?.parts.first?.amount == .rsd(1_000) && less?.rest == .rsd(0) && less?.reasons == [.reference, .partial])
        let more = matching.certain(paid(.rsd(4_000), [reference(1)]))
        #expect(more?.parts.first?.amount == .rsd(3_500) && more?.rest == .rsd(500) && more?.reasons == [.reference, .tooMuch])
    }

    @Test func `what was settled is owed no more, and a second payment of it is told`() {
        var matching = Matching([share(1, .rsd(3_500))])
        let first = paid(.rsd(3_500), [reference(1)])
        #expect(!matching.isSettled(first))
        if let match = matching.certain(first) { matching.settle(match) }
        #expect(matching.certain(first) == nil && matching.isSettled(first) && matching.proposals(first).isEmpty)
    }

    @Test func `an invoice's reference pays its shares, the oldest first`() {
        let invoice = Reference("26000010000077"), matching = Matching(
            [share(1, .rsd(3_500), due: 9), share(2, .rsd(2_000), due: 5), share(3, .rsd(100))], papers: ["26000010000077": [.init(1), .init(2)]])
        let whole = matching.certain(paid(.rsd(5_500), [BroughtReference(number: invoice?.model97 ?? "")]))
        #expect(ids(whole) == [2, 1] && whole?.rest.isZero == true && whole?.reasons == [.reference])
        #expect(ids(matching.certain(paid(.rsd(1_000), [BroughtReference(number: invoice?.model97 ?? "")]))) == [2])
    }

    @Test func `a typing error in a reference is proposed and never certain`() {
        let matching = Matching([share(1, .rsd(3_500)), share(2, of: 2, "ОШ „Бистрик“", .rsd(4_000))])
        let right = Array(reference(1).number)
        var wrongs: [String] = []
        for place in right.indices {
            var other = right
            other[place] = right[place] == "7" ? "3" : "7"
            wrongs.append(String(other))
            if place + 1 < right.count, right[place] != right[place + 1] {
                var swapped = right
                swapped.swapAt(place, place + 1)
                wrongs.append(String(swapped))
            }
            var shorter = right
            shorter.remove(at: place)
            wrongs.append(String(shorter))
        }
        for wrong in wrongs {
            let payment = paid(.rsd(3_500), [BroughtReference(model: "97", number: wrong)], name: "OS SARENA SOVA")
            #expect(matching.certain(payment) == nil, "\(wrong)")
            let best = matching.proposals(payment).first
            #expect(ids(best) == [1] && best?.reasons.contains(.referenceMistyped) == true && (80..<Match.certain).contains(best?.confidence ?? 0), "\(wrong)")
        }
    }

    @Test func `a name, an amount and a date make a proposal with its reasons`() {
        let matching = Matching([
            share(1, .rsd(3_500)), share(2, of: 2, "ОШ „Бистрик“", .rsd(3_500)), share(3, of: 3, "Марија Петровић", .rsd(2_000), person: "Марија Петровић"),
        ])
        let best = matching.proposals(paid(.rsd(3_500), name: "OS SARENA SOVA, SOMBOR")).first
        #expect(ids(best) == [1] && best?.reasons == [.name, .amount, .date] && best?.confidence == 90)
        // The same without the date, and without the name: two owe it.
        #expect(matching.proposals(paid(.rsd(3_500), name: "OS SARENA SOVA", days: 200)).first?.confidence == 85)
        let alone = matching.proposals(paid(.rsd(3_500)))
        #expect(alone.allSatisfy { $0.confidence < 60 && $0.reasons.contains(.alike(2)) })
        // A name cut off by the bank, and words that say nothing.
        let short = matching.proposals(paid(.rsd(3_500), name: "OSNOVNA SKOLA SAREN")).first
        #expect(ids(short) == [1] && short?.reasons.contains(.partOfName) == true && (short?.confidence ?? 100) < 80)
        #expect(ids(matching.proposals(paid(.rsd(2_000), name: "PETROVIC JOVAN", purpose: "kotizacija za Mariju Petrović")).first) == [3])
        #expect(matching.proposals(paid(.rsd(77), name: "NEKO DRUGI")).isEmpty)
        // The account that has paid for them before.
        let known = Matching([share(1, .rsd(3_500)), share(2, of: 2, "ОШ „Бистрик“", .rsd(3_500))], accounts: ["840": [ClaimPayer.ID(2)]])
        let by = known.proposals(paid(.rsd(3_500), account: "840")).first
        #expect(ids(by) == [2] && by?.reasons.contains(.account) == true && (by?.confidence ?? 0) >= 85)
    }

    @Test func `several claims in one payment are found`() {
        let matching = Matching([share(1, .rsd(3_500)), share(2, .rsd(2_000)), share(3, .rsd(1_250)), share(4, of: 2, "ОШ „Бистрик“", .rsd(9_000))])
        let two = matching.proposals(paid(.rsd(4_750), name: "OŠ ŠARENA SOVA")).first
        #expect(ids(two) == [1, 3] && two?.reasons.contains(.several(2)) == true && two?.rest.isZero == true)
        let all = matching.proposals(paid(.rsd(6_750), name: "OŠ ŠARENA SOVA")).first
        #expect(ids(all) == [1, 2, 3] && all?.reasons.contains(.all) == true && (all?.confidence ?? 0) > (two?.confidence ?? 100))
        let more = matching.proposals(paid(.rsd(7_000), name: "OŠ ŠARENA SOVA")).first
        #expect(ids(more) == [1, 2, 3] && more?.rest == .rsd(250) && more?.reasons.contains(.tooMuch) == true)
        // The one that is named by its reference first, the rest by who paid.
        var rest = matching
        if let match = rest.certain(paid(.rsd(5_500), [reference(1)], name: "OŠ ŠARENA SOVA")) { rest.settle(match) }
        #expect(ids(rest.proposals(paid(.rsd(2_000), name: "OŠ ŠARENA SOVA")).first) == [2])
    }

    @Test func `a reference among the words is proposed`() {
        let matching = Matching([share(1, .rsd(3_500)), share(2, of: 2, "ОШ „Бистрик“", .rsd(2_000))])
        let words = paid(.rsd(2_000), purpose: "kotizacija poziv \(reference(2).number)")
        #expect(matching.certain(words) == nil && ids(matching.proposals(words).first) == [2])
        let bare = paid(.rsd(2_000), [BroughtReference(number: Reference(year: 2026, event: 26, share: 2).base)])
        #expect(matching.certain(bare) == nil && ids(matching.proposals(bare).first) == [2])
    }

    @Test func `sums are found, the oldest first, and others are told`() {
        #expect(PaySum.find(10, in: [1, 2, 3, 4]) == PaySum.Found(places: [0, 1, 2, 3], isOnly: true))
        #expect(PaySum.find(5, in: [5, 2, 3]) == PaySum.Found(places: [0], isOnly: false))
        #expect(PaySum.find(7, in: [3, 4, 4]) == PaySum.Found(places: [0, 1], isOnly: false))
        #expect(PaySum.find(100, in: [3, 4]) == nil && PaySum.find(0, in: [3]) == nil && PaySum.find(3, in: []) == nil)
    }

    /// Whatever is found adds up; whatever a choice of places adds up to is found.
    @Test func `by chance too`() {
        var dice: UInt64 = 11
        func roll(_ below: Int) -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(dice >> 33) % below
        }
        for _ in 0..<300 {
            let amounts = (0..<(1 + roll(14))).map { _ in 1 + roll(50_000) }
            let chosen = amounts.indices.filter { _ in roll(2) == 0 }, sum = chosen.reduce(0) { $0 + amounts[$1] }
            if sum > 0, let found = PaySum.find(sum, in: amounts) {
                #expect(found.places.reduce(0) { $0 + amounts[$1] } == sum && Set(found.places).count == found.places.count)
            } else {
                #expect(sum == 0, "\(sum) of \(amounts)")
            }
        }
        // What is paid, and what is left, is never more or less than what came in; no share gets more than it is owed.
        for _ in 0..<300 {
            var shares: [OpenShare] = []
            for id in 1...(1 + roll(9)) { shares.append(share(Int64(id), of: Int64(1 + roll(3)), "ОШ „Сова \(roll(3))“", .rsd(1 + roll(900)))) }
            let amount = Money.rsd(1 + roll(3_000)), matching = Matching(shares)
            let payment = paid(amount, [reference(Int64(1 + roll(12)))], name: "OS SOVA \(roll(3))")
            for match in matching.proposals(payment) + [matching.certain(payment)].compactMap(\.self) {
                #expect(match.paid + match.rest.minor == amount.minor && match.rest.minor >= 0 && !match.parts.isEmpty)
                #expect(match.parts.allSatisfy { $0.amount.minor > 0 && $0.amount.minor <= $0.share.open.minor })
                #expect(Set(match.parts.map(\.share.id)).count == match.parts.count && Set(match.parts.map(\.share.payer)).count == 1)
            }
        }
    }

    @Test func `two thousand lines over five thousand claims take no time`() {
        func amount(_ number: Int) -> Money { .rsd(1_000 + number % 37 * 100) }
        let shares = (1...5_000).map { number in share(Int64(number), of: Int64(number / 20), "ОШ „Сова \(number / 20)“", amount(number)) }
        var matching = Matching(shares), settled = 0
        for line in 1...2_000 {
            let references = line % 3 == 0 ? [] : [reference(Int64(line))]
            let payment = paid(amount(line), references, name: "OS SOVA \(line / 20)")
            if let match = matching.certain(payment) {
                matching.settle(match)
                settled += 1
            } else {
                _ = matching.proposals(payment)
            }
        }
        #expect(settled == 1_334)
    }
}
