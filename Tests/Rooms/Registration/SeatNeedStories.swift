import Accounts
import Centres
import Events
import Foundation
import Kernel
import Languages
import Schools
import Storage
import Testing
import Town
@testable import Registration

/// Seats that are given by need, by a rule that everybody reads beforehand.
@Suite struct SeatNeedStories {
    private func today(_ town: Town) -> Day { town.zone.day(of: town.clock.now) }

    /// Five more days to apply, on which all applications are ranked.
    private func ranks(_ town: Town, _ seminar: Event.ID) async throws -> Day {
        let day = today(town).adding(days: 5)
        try await town.vesna.does { try SeatNeedStore.set(until: day, seed: Token(text: "seed"), for: seminar, in: $0) }
        return day
    }

    @Test func `who needs a seat more comes before who was quicker, each sees why, and anybody can count it again`() async throws {
        let town = try await Town(), seminar = try await town.seminar(seats: 1), day = today(town).adding(days: 5)
        try await town.vesna.opens("/staff/events/\(seminar)/need")
        let set = try await town.vesna.sends("/staff/events/\(seminar)/need", ["day": day.iso])
        #expect(set.status == 200 && set.shows(town.say(T.registration.needShort(day: .day(day)))), "\(set.text.prefix(400))")
        let rule = try await town.stranger.opens("/events/\(seminar)/need")
        let draw = try #require(try await town.finds { try SeatNeedStore.draw(of: seminar, in: $0) })
        #expect(rule.shows(draw.commitment) && !rule.shows(draw.seed), "the digest is told, the seed is not")
        #expect(try await town.stranger.opens("/events/\(seminar)").shows(town.say(T.registration.needShort(day: .day(day)))))

        let other = try await town.seminar("Друго", seats: 5, inDays: 36)
        _ = try await town.branko.applies(to: other)
        let branko = try await town.branko.applies(to: seminar)
        try await town.ana.opens("/events/\(seminar)/registration")
        let page = try await town.ana.sends("/events/\(seminar)/registration", ["payer": "self"])
        #expect(page.shows(town.say(T.registration.isCollected(day: .day(day)))) && page.shows(town.say(T.registration.partFresh)))
        #expect(page.shows(town.say(T.registration.saidCollected)))
        let ana = try #require(try await town.registrations(for: seminar).last)
        #expect(branko.state == .waiting && ana.state == .waiting)
        let desk = try await town.vesna.opens("/staff/events/\(seminar)/need")
        #expect(desk.shows(town.say(T.registration.partFresh)) && desk.shows("Бранко"))
        await #expect(throws: Problem.self) { try await town.vesna.does { try RegistrationStore.admit(branko.id, because: "хитно", in: $0) } }

        // A minute before the day is over nothing happens, and at night neither.
        try await town.settles()
        let written = town.mail.to("ana@bistrik.example").count
        #expect(written == 1)
        for instant in [town.zone.endOfDay(day).adding(minutes: -1), town.zone.endOfDay(day).adding(minutes: 1)] {
            town.clock.becomes(instant)
            try await SeatNeedStore.giveAll(town.records)
            #expect(try await town.registration(ana.id).state == .waiting)
        }
        let late = try await town.goran.applies(to: seminar)
        town.clock.passes(hours: 9)
        try await SeatNeedStore.giveAll(town.records)
        #expect(try await town.registration(ana.id).state == .admitted)
        for one in [branko, late] { #expect(try await town.registration(one.id).state == .waiting) }
        let order = try await town.registrations(for: seminar).filter { $0.state == .waiting }.map(\.id)
        #expect(order == [branko.id, late.id], "who came too late waits behind")
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").count == written + 1 && town.mail.to("branko@bistrik.example").count == 3)
        #expect(try await town.ana.opens("/registrations/\(ana.id)").shows(town.say(T.registration.partFresh)))
        #expect(try await town.journal("event", seminar.value).contains("registration.needGiven"))

        let told = try await town.stranger.opens("/events/\(seminar)/need.json")
        let file = FileManager.default.temporaryDirectory.appending(path: "need-\(UUID().uuidString).json")
        try Data(told.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try Judge("ranked.py", [file.path]).said == "2 lots ranked again\n")
        #expect(try await town.stranger.opens("/events/\(seminar)/need").shows(draw.seed))

        // Nobody gives twice, and a seat that is given up goes on by the rank.
        try await SeatNeedStore.giveAll(town.records)
        try await town.ana.withdraws(ana.id)
        #expect(try await town.registration(branko.id).state == .offered)
    }

    @Test func `what cannot be is refused with the way out`() async throws {
        let town = try await Town(), seminar = try await town.seminar(seats: 1)
        try await town.vesna.opens("/staff/events/\(seminar)/need")
        for (day, fault) in [
            (today(town).adding(days: -1), T.registration.needPast), (today(town).adding(days: 34), T.registration.needLate(day: .day(today(town).adding(days: 33)))),
        ] {
            let page = try await town.vesna.sends("/staff/events/\(seminar)/need", ["day": day.iso])
            #expect(page.status == 422 && page.shows(town.say(fault)), "\(day)")
        }
        _ = try await town.ana.applies(to: seminar)
        let page = try await town.vesna.sends("/staff/events/\(seminar)/need", ["day": today(town).adding(days: 5).iso])
        #expect(page.status != 200 && page.shows(town.say(T.registration.needAfterApplications)))
        #expect(try await town.count("seat_draw") == 0)

        // Nothing but the lottery is no rule.
        try await town.branko.becomes(.director, at: town.centre)
        try await town.branko.enters(withFactor: true)
        try await town.branko.opens("/settings/need")
        let nothing = try await town.branko.sends("/settings/need", [
            "points-due": "0", "points-fresh": "0", "points-school": "0", "points-wish": "0", "points-small": "0", "points-missed": "0",
        ])
        #expect(nothing.status == 422 && nothing.shows(town.say(T.registration.needAllZero, .srLatn)))
        let more = try await town.branko.sends("/settings/need", ["points-wish": "7"])
        #expect(more.status == 200)
        let centre = town.centre
        #expect(try await town.finds { try SeatNeedStore.points(of: centre, in: $0) }[.wish] == 7)
        #expect(try await town.vesna.opens("/settings/need").status != 200)
        for other in [town.ana, town.milena] { #expect(try await other.opens("/staff/events/\(seminar)/need").status != 200) }
        #expect(try await town.stranger.opens("/events/\(seminar)/need").status == 404)
    }

    @Test func `it can be taken back while nobody has applied, and is forgotten with a draft`() async throws {
        let town = try await Town(), seminar = try await town.seminar(seats: 1)
        _ = try await ranks(town, seminar)
        try await town.vesna.does { try SeatNeedStore.remove(from: seminar, in: $0) }
        #expect(try await town.ana.applies(to: seminar).state == .admitted)
        let draft = try await town.seminar("Нацрт", announced: false)
        _ = try await ranks(town, draft)
        try await town.vesna.does { try EventStore.discard(draft, in: $0) }
        #expect(try await town.count("seat_draw") == 0)
    }

    @Test func `an event that is moved before the day gives its seats a day before it begins`() async throws {
        let town = try await Town(), seminar = try await town.seminar(seats: 1)
        _ = try await ranks(town, seminar)
        let ana = try await town.ana.applies(to: seminar), soon = today(town).adding(days: 2)
        try await town.change(seminar) { plan in
            for index in plan.sessions.indices { plan.sessions[index].day = soon }
            plan.deadline = soon
        }
        try await SeatNeedStore.giveAll(town.records)
        #expect(try await town.registration(ana.id).state == .waiting)
        town.clock.passes(days: 1)
        try await SeatNeedStore.giveAll(town.records)
        #expect(try await town.registration(ana.id).state == .admitted)
    }

    @Test func `the account goes, the rank stays without its reasons`() async throws {
        let town = try await Town(), seminar = try await town.seminar(seats: 1)
        _ = try await ranks(town, seminar)
        let ana = try await town.ana.applies(to: seminar), person = town.ana.id
        town.clock.passes(days: 6)
        try await SeatNeedStore.giveAll(town.records)
        #expect(try await town.value("SELECT parts FROM seat_rank WHERE registration = \(ana.id)", as: String.self)?.contains("fresh") == true)
        let held = try await town.finds { try SeatNeedStore.held(about: person, in: $0) }
        #expect(held.all["seat_rank"]?.first?["place"] == "1")
        try await town.does { try RegistrationStore.end(person, in: $0) }
        #expect(try await town.value("SELECT parts FROM seat_rank WHERE registration = \(ana.id)", as: String.self) == "")
    }
}

/// The rule as a table.
@Suite struct SeatNeedRules {
    @Test func `more points come first, and equal ones by their tickets`() {
        let lots = [SeatLot(number: 1, points: 10), SeatLot(number: 2, points: 30), SeatLot(number: 3, points: 10), SeatLot(number: 4, points: -5)]
        let ranked = SeatLot.ranked(lots, "seed")
        #expect(ranked.map(\.points) == [30, 10, 10, -5])
        #expect(ranked == SeatLot.ranked(lots.reversed(), "seed"), "the same lots and seed always come to the same rank")
        // printf 'seed:1' | sha256sum
        #expect(SeatLot(number: 1, points: 0).ticket("seed") == "81e4ba3bc2097d85ac4734eb3ad794fd4a2980b2e0b22569418e60e5550b4c32")
        #expect(SeatLot.mean([40, 0, 0]) == 13 && SeatLot.mean([-15, 0]) == -8 && SeatLot.mean([]) == 0)
    }

    @Test func `points have a sum, below zero too, and are read as they were written`() {
        var points = NeedPoints()
        #expect(points.sum([.due, .missed]) == 25 && points.sum([.missed]) == -15 && points.sum([]) == 0)
        points[.due] = 7
        #expect(NeedPoints(text: points.text) == points)
        #expect(NeedPoints(text: "due=x luck=3 wish=4000")[.due] == NeedPart.due.usual)
        #expect(NeedPoints(Dictionary(uniqueKeysWithValues: NeedPart.allCases.map { ($0, 0) })).isNothing)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func `whatever the lots, nobody with fewer points comes before somebody with more`(_ seed: UInt64) {
        var state = seed
        func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        let lots = (1...(1 + roll(30))).map { SeatLot(number: $0, points: roll(4) * 10 - 5, seats: 1 + roll(4), isWhole: roll(2) == 0) }, free = roll(20)
        let ranked = SeatLot.ranked(lots, "\(seed)"), coming = Seats.coming(ranked.map { Seats.Waiter(seats: $0.seats, isWhole: $0.isWhole) }, free: free)
        #expect(coming.reduce(0) { $0 + ranked[$1].seats } <= free && coming == Array(0..<coming.count))
        #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.points >= $1.points } && Set(ranked) == Set(lots))
    }
}

/// The same through all its rows: people alone, groups that come whole, seats without a name.
@Suite struct SeatNeedProperties {
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `seats are given by the rank, to no more than there are, and no whole group is divided`(_ seed: UInt64) async throws {
        var state = seed
        func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        let town = try await Town(), seats = 3 + roll(6), seminar = try await town.seminar(seats: seats), other = try await town.seminar("Друго", seats: 9, inDays: 36)
        let people = try await town.crowd(of: 20), staff = Array(people.prefix(12)), keeper = town.milena.id, school = try await town.school()
        try await town.milena.looksAfter(school)
        try await town.does { act in for person in staff { try EmploymentStore.add(person, at: school, in: act) } }
        let milena = try #require(try await town.finds { try PersonStore.actor(keeper, in: $0) }), day = town.zone.day(of: town.clock.now).adding(days: 5)
        try await town.vesna.does { try SeatNeedStore.set(until: day, seed: Token(text: "seed \(seed)"), for: seminar, in: $0) }
        for person in people where roll(3) == 0 {
            try await town.records.write(by: Actor(person: person, name: "")) { _ = try RegistrationStore.apply(person, for: other, Application(payer: .free), in: $0) }
        }
        var from = 0
        for _ in 0..<3 {
            let size = 1 + roll(3), chosen = staff[from..<(from + size)].map { (person: $0, payer: Payer.free) }, isWhole = roll(2) == 0
            let asked = SchoolGroupAsked(people: chosen, unnamed: min(roll(2), seats - size), payer: .free, isWhole: isWhole)
            from += size
            try await town.records.write(by: milena) { _ = try SchoolGroupStore.apply(asked, for: seminar, by: school, in: $0) }
        }
        for person in people[12...] {
            try await town.records.write(by: Actor(person: person, name: "")) { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: .free), in: $0) }
        }
        #expect(try await town.count("registration WHERE event = \(seminar) AND state <> 'waiting'") == 0)
        town.clock.passes(days: 6)
        try await SeatNeedStore.giveAll(town.records)
        let ranks = try await town.finds { try SeatNeedStore.ranks(of: seminar, in: $0) }, all = try await town.registrations(for: seminar)
        let admitted = all.filter { $0.state == .admitted }
        #expect(ranks.count == all.count && !admitted.isEmpty && admitted.reduce(0) { $0 + $1.people } <= seats)
        #expect(Set(ranks.filter(\.came).map(\.registration)) == Set(admitted.map(\.id)))
        #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0.lot.points >= $1.lot.points })
        #expect((ranks.filter(\.came).map(\.place).max() ?? 0) <= (ranks.filter { !$0.came }.map(\.place).min() ?? .max))
        for lot in Dictionary(grouping: ranks, by: \.lot.number).values { #expect(Set(lot.map(\.came)).count == 1, "a whole group is divided") }
        // The first that did not come in would not have fitted.
        if let first = ranks.first(where: { !$0.came }) { #expect(admitted.reduce(0) { $0 + $1.people } + first.lot.seats > seats) }
        #expect(all.filter { $0.state == .waiting }.map(\.id) == ranks.filter { !$0.came }.map(\.registration))
    }
}
