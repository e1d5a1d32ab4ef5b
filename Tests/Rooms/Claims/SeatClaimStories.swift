import Accounts
import Certificates
@testable import Claims
import Events
import Kernel
import Languages
import Purses
import Registration
import Schools
import Storage
import Testing
import Town

/// A claim follows its seat.
@Suite struct SeatClaimStories {
    @Test func `whoever gets a seat owes its fee; whoever gives it back in time owes nothing`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar()
        let ana = try await town.ana.applies(to: seminar), claim = try await town.claim(of: ana)
        #expect(claim.amount == .rsd(3500) && claim.person == town.ana.id && claim.what.hasPrefix("Дигитална учионица") && claim.due == town.today.adding(days: 15))
        #expect(claim.shares.count == 1 && claim.shares[0].payerName == "Ана Ђорђевић" && claim.shares[0].rest == .rsd(3500))
        let reference = try #require(claim.shares[0].reference)
        #expect(reference.base == Reference(year: 2026, event: seminar.value, share: claim.shares[0].id.value).base)
        #expect(try await town.balances(claim.shares[0].id) == [.receivable: 350_000, .income: -350_000])
        _ = try await town.branko.applies(to: seminar, payer: .free)
        #expect(try await town.claims(of: seminar).count == 1, "nobody pays for that one")
        try await town.ana.withdraws(ana.id)
        let over = try await town.claim(claim.id)
        #expect(over.isCancelled && over.rest.isZero && over.state(on: town.today) == .cancelled)
        #expect(try await town.balances(claim.shares[0].id).isEmpty)
        #expect(try await town.journal("claim", claim.id.value).count == 2)
        try await town.agrees()
    }

    @Test func `a free seminar claims nothing, and whoever waits owes nothing yet`() async throws {
        let town = try await Town(), free = try await town.seminar()
        _ = try await town.ana.applies(to: free)
        #expect(try await town.claims(of: free).isEmpty)
        let full = try await town.paidSeminar("Пуна сала", seats: 1)
        let ana = try await town.ana.applies(to: full), branko = try await town.branko.applies(to: full)
        #expect(branko.state == .waiting)
        #expect(try await town.claims(of: full).map(\.person) == [town.ana.id])
        // The fee is raised while Бранко waits: he was told the earlier one.
        try await town.change(full) { $0.fee = .rsd(5000) }
        #expect(try await town.claim(of: ana).amount == .rsd(3500), "a claim keeps the price of its application")
        try await town.ana.withdraws(ana.id)
        try await town.branko.accepts(branko.id)
        #expect(try await town.claim(of: branko).amount == .rsd(3500))
        let goran = try await town.goran.applies(to: full)
        try await town.branko.withdraws(branko.id)
        try await town.goran.accepts(goran.id)
        #expect(try await town.claim(of: goran).amount == .rsd(5000))
        try await town.agrees()
    }

    @Test func `withdrawn late, or after something was paid: somebody decides`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar()
        let ana = try await town.ana.applies(to: seminar), branko = try await town.branko.applies(to: seminar)
        try await town.paid(town.claim(of: ana).shares[0], .rsd(1000))
        try await town.ana.withdraws(ana.id)
        town.clock.passes(days: 16)
        try await town.branko.withdraws(branko.id)
        for registration in [ana, branko] { #expect(try await !town.claim(of: registration).isCancelled) }
        try await town.vesna.enters(withFactor: true)
        let today = try await town.vesna.opens("/staff")
        #expect(today.shows(town.say(T.claims.todayDecide(name: .text("Бранко Његован")))))
        let claim = try await town.claim(of: ana)
        let page = try await town.vesna.opens(claim.path)
        #expect(page.shows(town.say(T.claims.decideTitle)))
        #expect(try await town.vesna.sends("/cancel", ["reason": ""]).status == 422)
        let cancelled = try await town.vesna.sends("/cancel", ["reason": "Болест"])
        #expect(cancelled.shows(town.say(T.claims.saidCancelled)) && cancelled.shows("Болест"))
        let over = try await town.claim(claim.id)
        #expect(over.rest == Money(minor: -100_000, .rsd) && over.state(on: town.today) == .back)
        #expect(try await town.letter(to: town.ana.email)?.subject.contains("Дигитална учионица") == true)
        let again = try await town.vesna.sends("/money", ["deed": "refunded", "amount": "2.000", "day": "20.2.2026."])
        #expect(again.status == 409 && again.shows(town.say(T.claims.errorNotPaid(paid: .money(.rsd(1000))))), "\(again.status)")
        let refunded = try await town.vesna.sends("/money", ["deed": "refunded", "amount": "1.000", "day": "20.2.2026."])
        #expect(refunded.status == 200)
        #expect(try await town.claim(claim.id).rest.isZero)
        try await town.agrees()
    }

    @Test func `seat transfer the day before: the paid place goes to a colleague, the invoice stays, the certificate has the new name`() async throws {
        let town = try await Town(), school = try await town.school(of: town.ana, town.branko, town.goran)
        var before: Claim?
        let held = try await Certified(town, [town.ana, town.goran], isMarked: false, fee: .rsd(3500), school: school) { registrations in
            let claim = try await town.claim(of: registrations[0])
            try await town.does { try ClaimShareStore.setInvoiced(true, claim.shares.map(\.id), in: $0) }
            try await town.paid(claim.shares[0])
            before = try await town.claim(claim.id)
            for person in [town.ana, town.branko] { try await person.enters() }
            try await town.ana.opens("/registrations/\(registrations[0].id)")
            try await town.ana.sends("/registrations/\(registrations[0].id)/hand-over", ["colleague": "branko@bistrik.example"])
            try await town.branko.opens("/registrations/\(registrations[0].id)/hand-over")
            try await town.branko.sends("/registrations/\(registrations[0].id)/hand-over/accept")
        }
        let claim = try #require(before), after = try await town.claim(claim.id)
        #expect(claim.personName == "Ана Ђорђевић" && after.personName == "Бранко Његован", "the name changes")
        #expect(after.shares[0].id == claim.shares[0].id && after.shares[0].reference == claim.shares[0].reference && after.shares[0].payerName == "ОШ „Свитац“")
        #expect(after.shares[0].isInvoiced && after.shares[0].rest.isZero && after.amount == claim.amount && !after.isCancelled)
        #expect(try await town.claims(of: held.event).count == 2, "no second claim for the seat")
        let seats = try await town.registrations(for: held.event).filter { $0.state == .admitted }
        #expect(Set(seats.map(\.person)) == [town.branko.id, town.goran.id])
        #expect(after.registration == seats.first { $0.person == town.branko.id }?.id)
        try await held.marks(seats)
        let papers = try await held.issues()
        #expect(papers.contains { $0.person == town.branko.id } && !papers.contains { $0.person == town.ana.id })
        #expect(try await town.letter(to: town.ana.email)?.subject.contains("Враћамо") != true, "nothing is given back")
        #expect(try await town.journal("claim", claim.id.value).contains(T.claims.passedDeed.key.name.description))
        try await town.agrees()
    }

    @Test func `the event is cancelled after somebody paid`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana)
        try await town.milena.looksAfter(school, as: .head)
        let ana = try await town.ana.applies(to: seminar, payer: .school, school: school), branko = try await town.branko.applies(to: seminar)
        try await town.paid(town.claim(of: ana).shares[0])
        try await town.vesna.cancels(seminar, because: "Нема довољно пријава.")
        let (paid, open) = (try await town.claim(of: ana), try await town.claim(of: branko))
        #expect(paid.rest == Money(minor: -350_000, .rsd) && paid.state(on: town.today) == .back)
        #expect(open.rest.isZero && open.state(on: town.today) == .cancelled)
        #expect(try await town.letter(to: town.milena.email)?.text.contains("3.500") == true, "its head is told")
        #expect(try await town.balances(paid.shares[0].id) == [.receivable: -350_000, .bank: 350_000])
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.claims.todayBack(sum: .money(.rsd(3500))))))
        #expect(try await town.vesna.opens("/staff/claims?state=back").shows("Ана Ђорђевић"))
        try await town.agrees()
    }

    @Test func `another payer, another event, another name`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana)
        let ana = try await town.ana.applies(to: seminar), claim = try await town.claim(of: ana)
        func edits(_ payer: Payer) async throws {
            try await town.vesna.opens("/staff/registrations/\(ana.id)/edit")
            try await town.vesna.sends("/edit", ["payer": payer.rawValue, "schoolId": "\(school)", "reason": "Школа је јавила."])
        }
        try await edits(.school)
        #expect(try await town.claim(claim.id).shares.map(\.payerName) == ["ОШ „Свитац“"])
        try await edits(.free)
        #expect(try await town.claim(claim.id).isCancelled)
        try await edits(.school)
        let second = try await town.claim(of: ana)
        #expect(second.id != claim.id && !second.isCancelled && second.amount == .rsd(3500))
        // Once it is paid the payer stays.
        try await town.paid(second.shares[0])
        try await edits(.own)
        #expect(try await town.claim(second.id).shares.map(\.payerName) == ["ОШ „Свитац“"])
        try await town.agrees()

        let dear = try await town.paidSeminar("Скупља обука", fee: .rsd(5000), inDays: 50), same = try await town.paidSeminar("Иста обука", inDays: 60)
        let branko = try await town.branko.applies(to: seminar), own = try await town.claim(of: branko)
        let moved = try await town.vesna.does { try RegistrationStore.move(branko.id, to: same, because: "Молба", in: $0) }
        let passed = try await town.claim(of: moved)
        #expect(passed.id == own.id && passed.event == same && passed.what.hasPrefix("Иста обука"))
        let again = try await town.vesna.does { try RegistrationStore.move(moved.id, to: dear, because: "Молба", in: $0) }
        #expect(try await town.claim(own.id).isCancelled)
        #expect(try await town.claim(of: again).amount == .rsd(5000))
        try await town.agrees()
    }
}
