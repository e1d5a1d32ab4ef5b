import Accounts
import Centres
@testable import Claims
import Events
import Kernel
import Languages
import Purses
@testable import Registration
import Storage
import Testing
import Town

/// A claim is divided among those who pay it, and the sources it is paid from.
@Suite struct SplitStories {
    @Test func `half is the school's, half the teacher's, and it must add up`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana)
        let ana = try await town.ana.applies(to: seminar, payer: .school, school: school), claim = try await town.claim(of: ana)
        try await town.vesna.opens(claim.path)
        let payer = try #require(claim.shares[0].payer)
        func divides(_ amounts: (String, String)) async throws -> Page {
            try await town.vesna.sends("/split", ["payer-1": "\(payer)", "amount-1": amounts.0, "payer-2": "person", "amount-2": amounts.1])
        }
        let short = try await divides(("1.750", "1.700"))
        #expect(short.status == 422 && short.shows(town.say(T.claims.errorSum(sum: .money(.rsd(3450)), whole: .money(.rsd(3500))))))
        #expect(short.form("/split")?.fields.contains { $0 == ("amount-2", "1.700") } == true, "what was typed stays")
        let euro = try await divides(("1.750", "15 €"))
        #expect(euro.status == 422 && euro.shows(town.say(T.claims.errorCurrency(currency: .text("RSD")))))
        #expect(try await town.claim(claim.id).shares.count == 1)
        #expect(try await divides(("1.750", "1.750")).status == 200)
        let divided = try await town.claim(claim.id)
        #expect(divided.shares.map(\.payerName) == ["ОШ „Свитац“", "Ана Ђорђевић"] && divided.shares.allSatisfy { $0.amount == .rsd(1750) })
        #expect(Set(divided.shares.compactMap { $0.reference?.base }).count == 2 && !divided.shares.contains { $0.id == claim.shares[0].id })
        #expect(try await town.balances(claim.shares[0].id).isEmpty)
        // What is paid stays; the rest may be divided again.
        try await town.paid(divided.shares[0])
        try await town.vesna.opens(claim.path)
        #expect(try await town.vesna.sends("/split", ["payer-1": "\(payer)", "amount-1": "1.750"]).status == 200)
        let again = try await town.claim(claim.id)
        #expect(again.shares.count == 2 && again.shares.first { $0.id == divided.shares[0].id }?.paid == .rsd(1750))
        try await town.agrees()
    }

    @Test func `a source that ended yesterday pays for nothing, and says why`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), ana = try await town.ana.applies(to: seminar), claim = try await town.claim(of: ana)
        let (from, to) = (town.today.adding(days: -30), town.today.adding(days: -1))
        let purse = try await town.purse("Пројекат Искра", kind: .project, from: from, to: to, article: "Уговор 12/2025, члан 4")
        try await town.vesna.opens(claim.path)
        let refused = try await town.vesna.sends("/split", ["payer-1": "", "purse-1": "\(purse)", "amount-1": "3.500"])
        #expect(refused.status == 409 && refused.shows("Пројекат Искра") && refused.shows("Уговор 12/2025, члан 4"), "\(refused.text.prefix(400))")
        #expect(try await town.claim(claim.id).shares.map(\.id) == claim.shares.map(\.id), "nothing is half divided")
        try await town.agrees()
    }

    @Test func `a source pays for people of its own schools only`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), centre = town.centre
        let own = try await town.school(of: town.ana), other = try await town.school("ОШ „Кестен“", of: town.branko)
        let purse = try await town.purse("Општина Бистрик", kind: .municipality)
        try await town.vesna.does { try PurseStore.add(PurseRule(.school, own.value, article: "Одлука 3/2026"), to: purse, at: centre, in: $0) }
        let ana = try await town.claim(of: town.ana.applies(to: seminar, payer: .school, school: own))
        let branko = try await town.claim(of: town.branko.applies(to: seminar, payer: .school, school: other))
        func bears(_ claim: Claim) async throws {
            try await town.vesna.does { try ClaimShareStore.split(claim.id, into: [ClaimPart(nil, from: purse, claim.amount)], at: centre, in: $0) }
        }
        try await bears(ana)
        await #expect(throws: Problem.self) { try await bears(branko) }
        let borne = try await town.claim(ana.id).shares[0]
        #expect(borne.payer == nil && borne.purseName == "Општина Бистрик" && borne.rest == .rsd(3500))
        #expect(try await town.finds { try PurseMoneyStore.sum(of: purse, year: 2026, in: $0) }.reserved == 350_000)
        #expect(try await town.goran.opens(ana.path).status == 404)
        #expect(try await town.ana.opens("/me/payments").shows(town.say(T.claims.mineNone)))
        // The source has paid once the event was held and that cannot be taken back any more.
        town.clock.passes(days: 36)
        try await town.vesna.does { try EventStore.markHeld(seminar, in: $0) }
        try await ClaimKeepingStore.tend(town.records)
        #expect(try await town.claim(ana.id).rest == .rsd(3500), "not yet")
        town.clock.passes(days: 3)
        try await ClaimKeepingStore.tend(town.records)
        #expect(try await town.claim(ana.id).rest.isZero)
        let sum = try await town.finds { try PurseMoneyStore.sum(of: purse, year: 2026, in: $0) }
        #expect(sum.reserved == 0 && sum.spent == 350_000)
        try await town.agrees()
    }

    @Test func `two sources, one school; what is cancelled is free again`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana), centre = town.centre
        let (city, own) = (try await town.purse(), try await town.purse("Сопствена средства", kind: .own, planned: .rsd(2000)))
        let claim = try await town.claim(of: town.ana.applies(to: seminar, payer: .school, school: school)), payer = try #require(claim.shares[0].payer)
        func divides(_ first: Money, _ second: Money) async throws {
            let parts = [ClaimPart(payer, from: city, first), ClaimPart(payer, from: own, second)]
            try await town.vesna.does { try ClaimShareStore.split(claim.id, into: parts, at: centre, in: $0) }
        }
        await #expect(throws: Problem.self) { try await divides(.rsd(1000), .rsd(2500)) }
        try await divides(.rsd(2000), .rsd(1500))
        let shares = try await town.claim(claim.id).shares
        try await town.paid(shares[0])
        func sum(_ purse: Purse.ID) async throws -> PurseSum { try await town.finds { try PurseMoneyStore.sum(of: purse, year: 2026, in: $0) } }
        #expect(try await sum(city).spent == 200_000)
        #expect(try await sum(own).reserved == 150_000)
        try await town.vesna.does { try ClaimStore.cancel(claim.id, because: "Болест", at: centre, in: $0) }
        #expect(try await sum(own).reserved == 0)
        #expect(try await sum(city).spent == 200_000)
        let today = town.today
        try await town.vesna.does { try ClaimMoneyStore.refunded(shares[0].id, .rsd(2000), on: today, "враћено", in: $0) }
        #expect(try await sum(city).spent == 0)
        try await town.agrees()
    }

    @Test func `what was paid by mistake from a source is undone, and then the event is cancelled`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana), centre = town.centre, today = town.today
        let purse = try await town.purse(planned: .rsd(3500)), claim = try await town.claim(of: town.ana.applies(to: seminar, payer: .school, school: school))
        let payer = try #require(claim.shares[0].payer)
        try await town.vesna.does { try ClaimShareStore.split(claim.id, into: [ClaimPart(payer, from: purse, claim.amount)], at: centre, in: $0) }
        let share = try await town.claim(claim.id).shares[0]
        func sum() async throws -> PurseSum { try await town.finds { try PurseMoneyStore.sum(of: purse, year: today.year, in: $0) } }
        func undoes() async throws {
            try await town.vesna.does { _ = try ClaimMoneyStore.refunded(share.id, .rsd(3500), on: today, "погрешно", from: .unknownPayments, in: $0) }
        }
        try await town.paid(share)
        try await undoes()
        #expect(try await sum() == PurseSum(planned: 350_000, reserved: 350_000))
        try await town.agrees()
        // Its source is closed: the right payment comes later, and nothing is asked anew.
        try await town.vesna.does { try PurseStore.close(purse, on: today, at: centre, in: $0) }
        try await town.paid(share)
        #expect(try await sum() == PurseSum(planned: 350_000, spent: 350_000))
        try await undoes()
        try await town.vesna.cancels(seminar, because: "Нема довољно пријава.")
        let over = try await town.claim(claim.id)
        #expect(over.isCancelled && over.rest.isZero)
        #expect(try await sum() == PurseSum(planned: 350_000))
        try await town.agrees()
    }

    @Test func `what a debit note adds is asked of the source, and what is taken off is free again`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana), centre = town.centre, today = town.today
        let purse = try await town.purse(planned: .rsd(3800)), claim = try await town.claim(of: town.ana.applies(to: seminar, payer: .school, school: school))
        let payer = try #require(claim.shares[0].payer)
        try await town.vesna.does { try ClaimShareStore.split(claim.id, into: [ClaimPart(payer, from: purse, claim.amount)], at: centre, in: $0) }
        let share = try await town.claim(claim.id).shares[0].id
        func reserved() async throws -> Int { try await town.finds { try PurseMoneyStore.sum(of: purse, year: today.year, in: $0) }.reserved }
        func adds(_ amount: Money) async throws { try await town.vesna.does { _ = try ClaimMoneyStore.debited(share, amount, on: today, "KZ-1", in: $0) } }
        func takesOff(_ amount: Money) async throws { try await town.vesna.does { _ = try ClaimMoneyStore.credited(share, amount, on: today, "KO-1", in: $0) } }
        try await adds(.rsd(200))
        #expect(try await reserved() == 370_000)
        await #expect(throws: Problem.self, "the source has not so much") { try await adds(.rsd(101)) }
        try await takesOff(.rsd(200))
        try await takesOff(.rsd(1000))
        #expect(try await reserved() == 250_000)
        try await town.agrees()
        try await town.vesna.does { _ = try ClaimMoneyStore.writtenOff(share, .rsd(2500), on: today, "застарело", in: $0) }
        #expect(try await reserved() == 0)
        try await town.agrees()
    }

    @Test func `a source that refuses one seat keeps no other unpaid`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), centre = town.centre, today = town.today
        let (first, second) = (try await town.purse("Прва"), try await town.purse("Друга"))
        var claims: [Claim] = []
        for (person, purse) in [(town.ana, first), (town.branko, second)] {
            let claim = try await town.claim(of: person.applies(to: seminar))
            try await town.vesna.does { try ClaimShareStore.split(claim.id, into: [ClaimPart(nil, from: purse, claim.amount)], at: centre, in: $0) }
            claims.append(try await town.claim(claim.id))
        }
        let share = claims[0].shares[0].id.value
        // Somebody has given back by another way what was put aside for the first, and closed its source.
        try await town.vesna.does { act in
            try PurseMoneyStore.free(PurseUse(.rsd(3500), on: today, share: share), from: first, at: centre, in: act)
            try PurseStore.close(first, on: today, at: centre, in: act)
        }
        town.clock.passes(days: 36)
        try await town.vesna.does { try EventStore.markHeld(seminar, in: $0) }
        town.clock.passes(days: 3)
        await #expect(throws: Problem.self) { try await ClaimKeepingStore.tend(town.records) }
        #expect(try await town.claim(claims[0].id).rest == .rsd(3500))
        #expect(try await town.claim(claims[1].id).rest.isZero)
    }

    @Test func `ceilings of a source count for whoever has the seat now, and for the event at which it is`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), other = try await town.paidSeminar("Друга обука", inDays: 50), centre = town.centre
        let third = try await town.paidSeminar("Трећа обука", inDays: 60), school = try await town.school(of: town.ana, town.branko), purse = try await town.purse()
        try await town.vesna.does { act in
            for kind in [PurseRule.Kind.personMost, .eventMost] { try PurseStore.add(PurseRule(kind, amount: 350_000), to: purse, at: centre, in: act) }
        }
        func bears(_ seat: Registration) async throws {
            let claim = try await town.claim(of: seat)
            let part = ClaimPart(try #require(claim.shares[0].payer), from: purse, claim.amount)
            try await town.vesna.does { try ClaimShareStore.split(claim.id, into: [part], at: centre, in: $0) }
        }
        func taken(_ condition: SQL) async throws -> Int {
            try await town.finds { act in
                try act.db.count("""
                    SELECT CAST(coalesce(sum(l.amount), 0) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
                    WHERE a.role IN ('reserved', 'spent') AND \(condition)
                    """)
            }
        }
        let (ana, branko) = (town.ana.id, town.branko.id), first = try await town.ana.applies(to: seminar, payer: .school, school: school)
        try await bears(first)
        try await town.paid(town.claim(of: first).shares[0], .rsd(1000))
        try await town.ana.does { try RegistrationStore.offerHandOver(first.id, to: branko, in: $0) }
        let passed = try await town.branko.does { try RegistrationStore.acceptHandOver(first.id, in: $0) }
        #expect(try await taken("l.person = \(ana)") == 0)
        #expect(try await taken("l.person = \(branko)") == 350_000)
        #expect(try await town.claim(of: passed).shares[0].paid == .rsd(1000))
        // Ана may cost the source something again, Бранко may not.
        let second = try await town.ana.applies(to: other, payer: .school, school: school)
        try await bears(second)
        let more = try await town.branko.applies(to: third, payer: .school, school: school)
        await #expect(throws: Problem.self) { try await bears(more) }
        try await town.agrees()
        // What moves to another date counts there, whatever its source would say of it today.
        try await town.vesna.does { try PurseStore.close(purse, on: town.today, at: centre, in: $0) }
        let moved = try await town.vesna.does { try RegistrationStore.move(second.id, to: third, because: "Молба", in: $0) }
        #expect(try await taken("l.event = \(other)") == 0)
        #expect(try await taken("l.event = \(third)") == 350_000)
        let claim = try await town.claim(of: moved)
        try await town.vesna.does { try ClaimStore.cancel(claim.id, because: "Болест", at: centre, in: $0) }
        #expect(try await taken("l.person = \(ana)") == 0)
        let sum = try await town.finds { try PurseMoneyStore.sum(of: purse, year: 2026, in: $0) }
        #expect(sum.reserved == 250_000 && sum.spent == 100_000)
        try await town.agrees()
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `whatever happens to money, the ledger and the shares say the same`(_ seed: UInt64) async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana), centre = town.centre, today = town.today
        try await town.reduction(.oneIn, people: 4)
        let purse = try await town.purse(planned: .rsd(10_000)), people = try await town.crowd(of: 9)
        var dice = Dice(state: seed)
        let impossible = T.purses.errorGivesBack(purse: .title(""), most: .number(0)).key
        for step in 0..<80 {
            let person = people[dice.roll(people.count)], claims = try await town.claims(of: seminar), wanted = 1 + dice.roll(400_000)
            let claim = claims.isEmpty ? nil : claims[dice.roll(claims.count)], share = claim.flatMap { $0.shares.isEmpty ? nil : $0.shares[dice.roll($0.shares.count)] }
            let what = dice.roll(11), part = dice.roll(300_000), most = share.map { Self.most($0, what) } ?? 0
            // Every second time no more is asked for than there is.
            let amount = Money(minor: step % 2 == 0 ? wanted : min(wanted, max(1, most)), .rsd)!
            let mayFail = switch what {
            case 0...4: true
            case 5, 6, 7, 9: amount.minor > most
            case 8: share?.purse != nil
            default: claim?.isCancelled ?? false
            }
            do {
                try await town.vesna.does { act in
                    switch what {
                    case 0, 1, 2: _ = try RegistrationStore.apply(person, for: seminar, Application(school: school, payer: .school), in: act)
                    case 3:
                        guard let open = try RegistrationStore.open(of: person, for: seminar, in: act) else { return }
                        try RegistrationStore.withdrawByStaff(open.id, because: "Молба", in: act)
                    case 4:
                        guard let claim, let first = Money(minor: part, .rsd), let rest = Money(minor: claim.amount.minor - part, .rsd) else { return }
                        try ClaimShareStore.split(claim.id, into: [ClaimPart(claim.shares.first?.payer, first), ClaimPart(nil, from: purse, rest)], at: centre, in: act)
                    case 5: if let share { try ClaimMoneyStore.paid(share.id, amount, on: today, "уплата", in: act) }
                    case 6: if let share { try ClaimMoneyStore.refunded(share.id, amount, on: today, "повраћај", in: act) }
                    case 7: if let share { try ClaimMoneyStore.credited(share.id, amount, on: today, "одобрење", in: act) }
                    case 8: if let share { try ClaimMoneyStore.debited(share.id, amount, on: today, "задужење", in: act) }
                    case 9: if let share { try ClaimMoneyStore.writtenOff(share.id, amount, on: today, "отпис", in: act) }
                    default: if let claim { try ClaimStore.cancel(claim.id, because: "Одлука", at: centre, in: act) }
                    }
                }
            } catch let problem as Problem {
                let isExpected = mayFail && !problem.faults.contains { $0.phrase.key == impossible }
                #expect(isExpected, "step \(step), seed \(seed), deed \(what): \(problem)")
            }
            try await town.agrees()
            let sum = try await town.finds { try PurseMoneyStore.sum(of: purse, year: 2026, in: $0) }
            #expect(sum.reserved >= 0 && sum.spent >= 0 && sum.reserved + sum.spent <= 1_000_000, "step \(step), seed \(seed)")
        }
    }

    /// How much of a share may be paid, given back, taken off or written off.
    private static func most(_ share: ClaimShare, _ what: Int) -> Int {
        switch what {
        case 6: share.paid.minor
        case 7: share.amount.minor + share.debited.minor - share.credited.minor - share.lost.minor
        default: share.rest.minor
        }
    }
}
