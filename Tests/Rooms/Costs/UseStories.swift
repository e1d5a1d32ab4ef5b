import Accounts
import Centres
import Claims
@testable import Costs
import Delivery
import Events
import Kernel
import Languages
import Purses
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// How money of a year was used, by municipality and school.
@Suite struct UseStories {
    /// A seminar that was held, with so many people of a school, and costs that a source paid.
    private func held(_ town: Town, _ school: School.ID, _ count: Int, costs dinars: Int, from purse: Purse.ID) async throws -> Event.ID {
        let event = try await town.seminar("Приче које лече", seats: 60), centre = town.centre
        let people = try await town.crowd(of: count)
        let registrations = try await town.does { act in
            try people.map { person in
                try EmploymentStore.add(person, at: school, in: act)
                return try RegistrationStore.apply(person, for: event, Application(school: school, payer: .free), in: act).id
            }
        }
        try await holds(event, registrations, town)
        try await town.vesna.does { act in
            let day = try CostStore.today(at: centre, in: act)
            let cost = try CostStore.add(CostDraft(.hall, "Сала", .rsd(dinars), of: event), at: centre, in: act)
            try CostStore.reserve(cost, from: purse, at: centre, in: act)
            try CostStore.spend(CostBill(.rsd(dinars), on: day), on: cost, at: centre, in: act)
        }
        return event
    }

    /// Everybody who has a seat was there.
    private func holds(_ event: Event.ID, _ registrations: [Registration.ID], _ town: Town) async throws {
        let zone = town.zone
        try await town.vesna.does { try EventStore.confirm(event, in: $0) }
        town.clock.passes(days: 36)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.does { act in
            for session in try EventStore.event(event, in: act).sessions(in: zone) {
                _ = try AttendanceStore.mark(registrations.map {
                    Attendance(registration: $0, session: session.id, mark: .present, missed: 0, source: .door, at: session.start.adding(minutes: 5))
                }, of: event, in: act)
            }
            try EventStore.markHeld(event, in: act)
        }
    }

    @Test func `what a seat still owes is no money that its source has paid`() async throws {
        let town = try await Town(), purse = try await town.source(), school = try await town.workplace("ОШ „Бистрик“"), centre = town.centre, day = town.today
        let event = try await town.paid(fee: 1_000), people = try await town.crowd(of: 6)
        let seats = try await town.does { act in
            try people.map { person in
                try EmploymentStore.add(person, at: school, in: act)
                return try RegistrationStore.apply(person, for: event, Application(school: school, payer: .school), in: act).id
            }
        }
        // The source stands for all six seats: one is paid, one in part.
        try await town.vesna.does { act in
            for (place, seat) in seats.enumerated() {
                guard let claim = try ClaimStore.claim(of: seat, in: act), let payer = claim.shares.first?.payer else { throw Problem.missing }
                try ClaimShareStore.split(claim.id, into: [ClaimPart(payer, from: purse, claim.amount)], at: centre, in: act)
                guard place < 2, let share = try ClaimStore.claim(of: seat, in: act)?.shares.first else { continue }
                try ClaimMoneyStore.paid(share.id, place == 0 ? share.rest : .rsd(400), on: day, "Извод", in: act)
            }
        }
        try await holds(event, seats, town)
        let year = town.today.year, book = try await town.vesna.does { try RationalUseStore.use(of: year, at: centre, in: $0) }
        let together = try #require(book.use.together)
        #expect(together.people == 6 && together.money == 1_400_00)
        #expect(try await together.money + book.loose == town.sum(purse).spent, "what the ledger says was spent")
    }

    @Test func `money of sources is told by school and sums to what was spent`() async throws {
        let town = try await Town(), purse = try await town.source(), school = try await town.workplace("ОШ „Бистрик“")
        _ = try await held(town, school, 7, costs: 10_000, from: purse)
        let centre = town.centre, year = town.today.year
        let book = try await town.vesna.does { try RationalUseStore.use(of: year, at: centre, in: $0) }
        let together = try #require(book.use.together)
        #expect(together.people == 7 && together.money == 10_000_00 && together.minutes == 7 * 360 && together.perPerson == 1_428_57)
        #expect(try await together.money + book.loose == town.sum(purse).spent, "what the ledger says was spent")
        let page = try await town.vesna.opens("/staff/purses/use")
        #expect(page.shows("ОШ „Бистрик“") && page.shows("1.428,57"))
        #expect(try await town.vesna.opens("/staff/purses/use?year=\(year - 1)").shows(town.say(T.costs.useNone)))
        let sheet = try await town.vesna.opens("/staff/purses/use.xlsx?year=\(year)")
        #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4b]))
        // The year after it stands beside the other one.
        let next = try await town.vesna.does { try RationalUseStore.use(of: year + 1, at: centre, in: $0) }
        #expect(next.use.before?.money == 10_000_00 && next.use.together == nil)
    }

    @Test func `four people tell nothing, and money without people is told by itself`() async throws {
        let town = try await Town(), purse = try await town.source(), school = try await town.workplace("ОШ „Мала“"), centre = town.centre
        _ = try await held(town, school, 4, costs: 4_000, from: purse)
        let year = town.today.year, day = town.today
        try await town.vesna.does { act in
            let cost = try CostStore.add(CostDraft(.other, "Претплата", .rsd(500)), at: centre, in: act)
            try CostStore.reserve(cost, from: purse, at: centre, in: act)
            try CostStore.spend(CostBill(.rsd(500), on: day), on: cost, at: centre, in: act)
        }
        let book = try await town.vesna.does { try RationalUseStore.use(of: year, at: centre, in: $0) }
        #expect(book.use.together == nil && book.loose == 500_00)
        let page = try await town.vesna.opens("/staff/purses/use")
        #expect(page.shows(town.say(T.costs.useNone)) && !page.shows("ОШ „Мала“"))
    }

    @Test func `the other way is chosen among places on the map`() async throws {
        let town = try await Town()
        let place = try await town.does { act in
            try MunicipalityStore.add(
                MunicipalityDraft(name: "Даљина", seat: Coordinates(latitude: 44.8, longitude: 20.4)), key: MunicipalityKey(country: .serbia, number: "902"), in: act)
        }
        try await town.vesna.opens("/staff/purses/use")
        try await town.vesna.sends("/staff/purses/use", ["place": "\(place)"])
        #expect(try await town.value("SELECT municipality FROM other_way", as: Int64.self) == place.value)
        try await town.vesna.opens("/staff/purses/use")
        try await town.vesna.sends("/staff/purses/use", ["place": ""])
        #expect(try await town.count("other_way") == 0)
    }
}
