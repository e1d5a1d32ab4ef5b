import Accounts
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// The one rule about seats, through its verbs.
@Suite struct QueueStories {
    @Test func `the last seat goes to the first, the second waits, is offered it and takes it`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        #expect(ana.state == .admitted)
        #expect(branko.state == .waiting)
        try await town.ana.withdraws(ana.id)
        let offered = try await town.registration(branko.id)
        #expect(offered.state == .offered)
        #expect(offered.offeredUntil == town.clock.now.adding(hours: 48))
        try await town.branko.accepts(branko.id)
        #expect(try await town.registration(branko.id).state == .admitted)
        try await town.settles()
        #expect(town.mail.to("branko@bistrik.example").count == 3)
        #expect(try await town.journal("registration", branko.id.value) == ["registration.queued", "registration.offered", "registration.accepted"])
    }

    @Test func `a newcomer never passes the queue, even while a seat is free`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        // At night no offer is sent; the seat stays free, and it is Branko's.
        try await town.later(hours: 14)
        try await town.ana.withdraws(ana.id)
        #expect(try await town.registration(branko.id).state == .waiting)
        let milena = try await town.milena.applies(to: seminar)
        #expect(milena.state == .waiting)
        try await town.later(hours: 9)
        #expect(try await town.registration(branko.id).state == .offered)
        #expect(try await town.registration(milena.id).state == .waiting)
    }

    @Test func `an offer that nobody takes lapses, says so, goes on to the next, and one may apply again`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        let milena = try await town.milena.applies(to: seminar)
        try await town.ana.withdraws(ana.id)
        try await town.later(hours: 48)
        #expect(try await town.registration(branko.id).state == .lapsed)
        #expect(try await town.registration(milena.id).state == .offered)
        await #expect(throws: Problem.self) { try await town.branko.accepts(branko.id) }
        #expect(try await town.branko.applies(to: seminar).state == .waiting)
    }

    @Test func `an offer that has passed cannot be taken, even if nobody has noticed yet`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        try await town.ana.withdraws(ana.id)
        town.clock.passes(hours: 48)
        await #expect(throws: Problem.self) { try await town.branko.accepts(branko.id) }
    }

    @Test func `no offer lasts past the cut-off, and after it none is made`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1, inDays: 4, deadline: town.zone.day(of: town.clock.now))
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        let milena = try await town.milena.applies(to: seminar)
        try await town.ana.withdraws(ana.id)
        // Three days before the start: that is in 24 hours, not in 48.
        #expect(try await town.registration(branko.id).offeredUntil == town.clock.now.adding(days: 1))
        try await town.later(days: 1)
        #expect(try await town.registration(branko.id).state == .lapsed)
        #expect(try await town.registration(milena.id).state == .waiting)
        // Now staff fill the seat; the next in the queue needs no reason.
        try await town.vesna.admits(milena.id)
        #expect(try await town.registration(milena.id).state == .admitted)
    }

    @Test func `skipping somebody asks for a reason and never makes a seat that is not there`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        let milena = try await town.milena.applies(to: seminar)
        await #expect(throws: Problem.conflict(T.registration.noFreeSeat)) {
            try await town.vesna.admits(milena.id, because: "хитно")
        }
        try await town.later(hours: 14)
        try await town.ana.withdraws(ana.id)
        await #expect(throws: Problem.invalid("reason", T.registration.skipReasonMissing)) {
            try await town.vesna.admits(milena.id)
        }
        try await town.vesna.admits(milena.id, because: "једина из своје школе")
        #expect(try await town.registration(milena.id).reason == "једина из своје школе")
        #expect(try await town.registration(branko.id).state == .waiting)
    }

    @Test func `seats lowered below the taken throw nobody out and stop offers; more seats move the queue`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 2)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        let milena = try await town.milena.applies(to: seminar)
        try await town.change(seminar) { $0.seats = 1 }
        #expect(try await town.registration(ana.id).state == .admitted)
        #expect(try await town.registration(branko.id).state == .admitted)
        try await town.ana.withdraws(ana.id)
        #expect(try await town.registration(milena.id).state == .waiting)
        try await town.change(seminar) { $0.seats = 2 }
        #expect(try await town.registration(milena.id).state == .offered)
    }

    @Test func `nobody applies twice, after the deadline, or for what is not announced`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        await #expect(throws: Problem.self) { try await town.ana.applies(to: seminar) }
        let draft = try await town.seminar(announced: false)
        await #expect(throws: Problem.missing) { try await town.ana.applies(to: draft) }
        town.clock.passes(days: 21)
        await #expect(throws: Problem.self) { try await town.branko.applies(to: seminar) }
    }

    @Test func `a stranger's hand reaches nobody else's application`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let ana = try await town.ana.applies(to: seminar)
        await #expect(throws: Problem.missing) { try await town.goran.withdraws(ana.id) }
        await #expect(throws: Problem.missing) { try await town.goran.accepts(ana.id) }
        await #expect(throws: Problem.missing) { try await town.goran.refuses(ana.id, because: "x") }
        await #expect(throws: Problem.missing) { try await town.goran.admits(ana.id) }
        #expect(try await town.registration(ana.id).state == .admitted)
    }

    @Test func `cancelling tells everybody concerned in the same act, in each one's script`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        _ = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        try await town.settles()
        let before = town.mail.all.count
        try await town.vesna.cancels(seminar, because: "Болест реализатора")
        try await town.settles()
        #expect(town.mail.all.count == before + 2)
        await #expect(throws: Problem.self) { try await town.milena.applies(to: seminar) }
    }

    @Test func `two hundred at once for thirty seats: thirty are admitted, the rest stand in one queue`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 30)
        let people = try await town.crowd(of: 200)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in people {
                group.addTask {
                    let actor = Actor(person: person, name: "")
                    _ = try await town.records.write(by: actor) { try RegistrationStore.apply(person, for: seminar, Application(payer: .own), in: $0) }
                }
            }
            try await group.waitForAll()
        }
        let waiting = try await town.registrations(for: seminar).filter { $0.state == .waiting }
        let (seats, places) = try await town.finds { act in
            (try RegistrationStore.seats(of: EventStore.event(seminar, in: act), in: act), try waiting.map { try RegistrationStore.place(of: $0, in: act) })
        }
        #expect(seats == Seats(seats: 30, taken: 30, waiting: 170))
        #expect(places == (1...170).map { $0 })
    }
}
