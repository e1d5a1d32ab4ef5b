import Accounts
import Centres
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// Seats that change hands, and letters that cannot leave.
@Suite struct ColleagueStories {
    @Test func `a seat goes to a colleague of the same school, past no queue that is not theirs`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar, payer: .school, school: school)
        _ = try await town.milena.applies(to: seminar)
        try await town.ana.opens("/registrations/\(ana.id)")
        let refused = try await town.ana.sends("/registrations/\(ana.id)/hand-over", ["colleague": "goran@bistrik.example"])
        #expect(refused.status == 422 && refused.shows(town.say(T.registration.handOverOtherSchool)))
        #expect(refused.shows(town.say(T.registration.notHandedOver)) && !refused.shows(town.say(T.registration.notSent)))
        #expect(refused.form("/hand-over")?.fields.contains { $0 == ("colleague", "goran@bistrik.example") } == true)
        let offered = try await town.ana.sends("/registrations/\(ana.id)/hand-over", ["colleague": "branko@bistrik.example"])
        #expect(offered.shows(town.say(T.registration.handOverWaitsFor(name: .text("Бранко Његован")))))
        #expect(try await town.registration(ana.id).state == .admitted, "until the colleague takes it")
        #expect(try await town.states(seminar) == ["admitted", "waiting"])
        #expect(try await town.goran.opens("/registrations/\(ana.id)/hand-over").status == 404)
        #expect(try await town.letter(to: town.branko.email)?.subject == town.say(T.registration.letterHandOverSubject(title: .text("Digitalna učionica")), .srLatn))
        #expect(try await town.branko.opens("/me").shows(town.say(T.registration.handOverWaits, .srLatn)))
        try await town.branko.opens("/registrations/\(ana.id)/hand-over")
        try await town.branko.sends("/registrations/\(ana.id)/hand-over/accept")
        #expect(try await town.letter(to: town.ana.email)?.subject == town.say(T.registration.letterHandedOverSubject(title: .text("Дигитална учионица"))))
        #expect(try await town.letter(to: town.branko.email)?.text.contains("Ана Ђорђевић") == true)
        #expect(try await town.states(seminar) == ["admitted", "waiting", "withdrawn"])
        let branko = try await town.finds { try RegistrationStore.open(of: town.branko.id, for: seminar, in: $0) }
        #expect(branko?.state == .admitted && branko?.payer == .school)
    }

    @Test func `nothing changes hands once it has begun`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar, school: school)
        town.clock.passes(days: 36)
        await #expect(throws: Problem.conflict(T.registration.tooLateStarted)) {
            try await town.ana.does { try RegistrationStore.offerHandOver(ana.id, to: town.branko.id, in: $0) }
        }
    }

    @Test func `an offered seat that is declined or taken back stays with its bearer`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar, school: school)
        func offers() async throws { try await town.ana.does { try RegistrationStore.offerHandOver(ana.id, to: town.branko.id, in: $0) } }
        try await offers()
        try await town.branko.does { try RegistrationStore.declineHandOver(ana.id, in: $0) }
        #expect(try await town.letter(to: town.ana.email)?.subject == town.say(T.registration.letterDeclinedSubject(title: .text("Дигитална учионица"))))
        try await offers()
        try await town.ana.opens("/registrations/\(ana.id)")
        try await town.ana.sends("/registrations/\(ana.id)/hand-over/take-back")
        await #expect(throws: Problem.missing) { try await town.branko.does { _ = try RegistrationStore.acceptHandOver(ana.id, in: $0) } }
        try await offers()
        try await town.ana.withdraws(ana.id)
        await #expect(throws: Problem.missing) { try await town.branko.does { _ = try RegistrationStore.acceptHandOver(ana.id, in: $0) } }
        #expect(try await town.states(seminar) == ["withdrawn"])
    }

    @Test func `moving to another date frees the seat here and asks the rule there`() async throws {
        let town = try await Town()
        let first = try await town.seminar(seats: 1)
        let second = try await town.seminar("Дигитална учионица, други пут", seats: 1, inDays: 50)
        let ana = try await town.ana.applies(to: first)
        let branko = try await town.branko.applies(to: first)
        _ = try await town.milena.applies(to: second)
        let moved = try await town.vesna.does { try RegistrationStore.move(ana.id, to: second, because: "по договору", in: $0) }
        #expect(moved.state == .waiting)
        #expect(try await town.registration(ana.id).state == .moved)
        #expect(try await town.registration(branko.id).state == .offered)
    }

    @Test func `a stopped mail server loses no letter: it leaves when the server is back`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        town.mail.stops(true)
        _ = try await town.ana.applies(to: seminar)
        try await town.settles()
        #expect(town.mail.all.isEmpty)
        town.mail.stops(false)
        town.clock.passes(minutes: 2)
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").count == 1)
        try await town.settles()
        #expect(town.mail.all.count == 1)
    }
}
