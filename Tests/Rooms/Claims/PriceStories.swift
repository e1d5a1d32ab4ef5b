import Accounts
import Centres
@testable import Claims
import Events
import Kernel
import Languages
@testable import Registration
import Storage
import Testing
import Town

/// The price list, and when things cost less.
@Suite struct PriceStories {
    @Test func `a price is written, read by everybody, and ends`() async throws {
        let town = try await Town()
        #expect(try await town.stranger.opens("/prices").shows(town.say(T.claims.pricesNone)))
        try await town.vesna.opens("/staff/prices/new")
        let bare = try await town.vesna.sends("/staff/prices/new", ["name": "", "amount": "35 €", "ends": "1.1.2020."])
        #expect(bare.status == 422 && bare.shows(town.say(T.claims.errorCurrency(currency: .text("RSD")))) && bare.shows(town.say(T.claims.errorEnds)))
        let fields: KeyValuePairs = ["kind": "hall", "name": "Велика сала, дан", "amount": "12.000", "ends": "31.12.2026.", "basis": "Одлука 7/2026"]
        #expect(try await town.vesna.sends("/staff/prices/new", fields).status == 200)
        let page = try await town.stranger.opens("/prices")
        #expect(page.shows("Велика сала, дан") && page.shows("12.000"))
        #expect(try await town.stranger.opens("/prices.pdf").status == 200)
        town.clock.passes(days: 400)
        #expect(try await !town.stranger.opens("/prices").shows("Велика сала, дан"))
        try await town.ana.enters()
        #expect(try await town.ana.opens("/staff/prices").status == 404)
    }

    @Test func `one of ten is free, the tenth; when one leaves in time nobody is`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana), people = try await town.crowd(of: 12)
        try await town.reduction(.oneIn, people: 10)
        let registrations = try await town.does { act in
            try people.prefix(10).map { try RegistrationStore.apply($0, for: seminar, Application(school: school, payer: .school), in: act) }
        }
        // Two who pay by themselves are not counted.
        try await town.does { act in
            for person in people.suffix(2) { _ = try RegistrationStore.apply(person, for: seminar, Application(school: school, payer: .own), in: act) }
        }
        func free() async throws -> [Claim] { try await town.claims(of: seminar).filter { !$0.isCancelled && $0.amount.isZero } }
        #expect(try await free().map(\.registration) == [registrations[9].id])
        let tenth = try #require(try await free().first)
        #expect(tenth.reduction == "Попуст one_in" && tenth.state(on: town.today) == .free)
        try await town.vesna.does { try RegistrationStore.withdrawByStaff(registrations[0].id, because: "Молба", in: $0) }
        #expect(try await free().isEmpty, "nine of a school have none free")
        #expect(try await town.claim(of: registrations[9]).amount == .rsd(3500))
        try await town.agrees()
    }

    @Test func `one of ten moves to another date, and no free place goes along or stays behind`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), same = try await town.paidSeminar("Иста обука", inDays: 50)
        let dear = try await town.paidSeminar("Скупља обука", fee: .rsd(5000), inDays: 60), school = try await town.school(of: town.ana)
        try await town.reduction(.oneIn, people: 10)
        let people = try await town.crowd(of: 10)
        let seats = try await town.does { act in
            try people.map { try RegistrationStore.apply($0, for: seminar, Application(school: school, payer: .school), in: act) }
        }
        func free(_ event: Event.ID) async throws -> Int { try await town.claims(of: event).count { !$0.isCancelled && $0.amount.isZero } }
        #expect(try await free(seminar) == 1)
        // The tenth, who came free, goes to another date of the same price.
        let moved = try await town.vesna.does { try RegistrationStore.move(seats[9].id, to: same, because: "Молба", in: $0) }
        #expect(try await free(seminar) == 0, "nine of a school have none free")
        #expect(try await town.claim(of: moved).amount == .rsd(3500), "and one alone has none either")
        try await town.agrees()
        _ = try await town.vesna.does { try RegistrationStore.move(moved.id, to: seminar, because: "Молба", in: $0) }
        #expect(try await free(seminar) == 1)
        #expect(try await free(same) == 0)
        // Another of them goes to a date of another price.
        _ = try await town.vesna.does { try RegistrationStore.move(seats[0].id, to: dear, because: "Молба", in: $0) }
        #expect(try await free(seminar) == 0)
        #expect(try await free(dear) == 0)
        try await town.agrees()
    }

    @Test func `a member pays less, and so does who comes early`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today
        try await town.reduction(.member, percent: 20, days: 365)
        try await town.reduction(.early, percent: 10, days: 30)
        let membership = try await town.vesna.does { try PriceStore.add(PriceDetails(.membership, "Чланарина", .rsd(1000), from: today), at: centre, in: $0) }
        let payer = try await town.payer(.person(town.ana.id))
        try await town.vesna.opens("/staff/claims/new?price=\(membership)&payer=\(payer)")
        #expect(try await town.vesna.sends("/staff/claims/new").status == 200)
        let seminar = try await town.paidSeminar(), near = try await town.paidSeminar("Ускоро", inDays: 20)
        #expect(try await town.claim(of: town.ana.applies(to: seminar)).amount == .rsd(3150), "the membership is not paid yet")
        let claim = try await town.finds { try #require(try ClaimStore.claims("c.listed = \(membership)", in: $0).first) }
        #expect(claim.what == "Чланарина" && claim.amount == .rsd(1000))
        try await town.paid(claim.shares[0])
        #expect(try await town.claim(of: town.ana.applies(to: near)).amount == .rsd(2800))
        #expect(try await town.claim(of: town.branko.applies(to: near)).amount == .rsd(3500))
        try await town.agrees()
    }

    @Test func `how long there is to pay is the centre's own rule, from a day on`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar()
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.opens("/settings/claims")
        #expect(try await town.vesna.sends("/settings/claims", ["starts": "", "due": "400"]).status == 422)
        #expect(try await town.vesna.sends("/settings/claims", ["starts": "1.2.2026.", "due": "8", "keep": "10", "basis": "члан 28"]).status == 200)
        #expect(try await town.claim(of: town.ana.applies(to: seminar)).due == town.today.adding(days: 8))
        #expect(try await town.ana.opens("/settings/claims").status == 404)
    }
}
