import Accounts
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// What becomes of chosen workshops when the event, the seat or the person changes.
@Suite struct WorkshopChangeStories {
    private func titles(_ town: Town, _ registration: Registration.ID) async throws -> [String] {
        try await town.choices(registration).map { "\($0.workshop.session.title) \($0.standing.rawValue)" }
    }

    @Test func `whoever waits for the conference has wishes, which are decided when a seat is offered`() async throws {
        let town = try await Town()
        let event = try await town.conference(seats: 1)
        let ana = try await town.applies(town.ana, to: event, choosing: [0]), branko = try await town.applies(town.branko, to: event, choosing: [0])
        #expect(branko.state == .waiting)
        #expect(try await titles(town, branko.id) == ["Змај од папира wished"])
        #expect(try await town.branko.opens("/registrations/\(branko.id)").shows(town.say(T.registration.workshopWished, .srLatn)))
        try await town.ana.withdraws(ana.id)
        #expect(try await town.registration(branko.id).state == .offered)
        #expect(try await titles(town, branko.id) == ["Змај од папира admitted"], "the seat in the workshop waits with the offer")
        try await town.later(days: 3)
        #expect(try await town.registration(branko.id).state == .lapsed)
        #expect(try await titles(town, branko.id) == [], "and goes with it")
    }

    @Test func `a workshop never becomes smaller than those in it, and a larger one takes in who waits`() async throws {
        let town = try await Town()
        let event = try await town.conference(in: 2)
        _ = try await town.applies(town.ana, to: event, choosing: [0])
        _ = try await town.applies(town.branko, to: event, choosing: [0])
        let milena = try await town.applies(town.milena, to: event, choosing: [0])
        let path = "/staff/events/\(event)/edit"
        try await town.vesna.opens(path)
        let small = try await town.vesna.sends("/edit", ["own2": "1", "save": "yes"])
        let fault = T.registration.workshopTooSmall(title: .title("Змај од папира"), seats: 1, taken: 2)
        #expect(small.status == 422 && small.shows(town.say(fault)))
        #expect(try await titles(town, milena.id) == ["Змај од папира waiting"])
        try await town.settles()
        let letters = town.mail.to("ana@bistrik.example").count
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/edit", ["own2": "3", "save": "yes"]).status == 200)
        #expect(try await titles(town, milena.id) == ["Змај од папира admitted"])
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").count == letters, "other seats are no news for who has one")
        #expect(town.mail.to("milena@bistrik.example").last?.plain.contains("Змај од папира") == true)
    }

    @Test func `a renamed, moved or reordered workshop keeps its people, and one that goes takes nobody elsewhere`() async throws {
        let town = try await Town()
        let event = try await town.conference(in: 2)
        let ana = try await town.applies(town.ana, to: event, choosing: [0]), goran = try await town.applies(town.goran, to: event, choosing: [1, 2])
        try await town.change(event) { plan in
            plan.sessions.swapAt(1, 2)
            plan.sessions[2].title = "Змај и ветар"
        }
        #expect(try await titles(town, ana.id) == ["Змај и ветар admitted"])
        #expect(try await titles(town, goran.id) == ["Музика без нота admitted", "Игре напољу admitted"])
        // What he chose is at one time now: he keeps the first seat, and the letter says so.
        try await town.change(event) { plan in (plan.sessions[3].begins, plan.sessions[3].ends) = (ClockTime(hour: 12, minute: 0)!, ClockTime(hour: 14, minute: 0)!) }
        #expect(try await titles(town, goran.id) == ["Музика без нота admitted"])
        try await town.change(event) { $0.sessions.removeAll { $0.title == "Змај и ветар" } }
        #expect(try await titles(town, ana.id) == [])
        #expect(try await town.workshops(event).map(\.seats.taken) == [1, 0])
        try await town.change(event) { plan in
            for index in plan.sessions.indices { plan.sessions[index].seats = 0 }
        }
        #expect(try await town.count("workshop_choice") == 0, "what is everybody's is chosen no longer")
    }

    @Test func `a seat that is handed over takes its workshops along`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        let ana = try await town.applies(town.ana, to: event, choosing: [0])
        _ = try await town.applies(town.branko, to: event, choosing: [0])
        try await town.vesna.opens("/staff/registrations/\(ana.id)/hand-over")
        try await town.vesna.sends("/hand-over", ["given_name": "Јелка", "family_name": "Бран", "email": "jelka@skola.example", "reason": "Школа шаље другу"])
        let new = try #require(try await town.registrations(for: event).first { $0.state == .admitted && $0.person != town.branko.id })
        #expect(new.id != ana.id)
        #expect(try await titles(town, new.id) == ["Змај од папира admitted"], "nobody who waits is passed, for the seat stays the school's")
    }

    @Test func `what was chosen is the person's to see and goes with the account`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        let ana = try await town.applies(town.ana, to: event, choosing: [0]), branko = try await town.applies(town.branko, to: event, choosing: [0])
        let person = town.ana.id
        try await town.ana.opens("/me")
        #expect(try await String(decoding: town.ana.opens("/me/account/data").bytes, as: UTF8.self).contains("Змај од папира"))
        try await town.does { try RegistrationStore.end(person, in: $0) }
        #expect(try await titles(town, ana.id) == [])
        #expect(try await titles(town, branko.id) == ["Змај од папира admitted"])
    }

    @Test func `a workshop of another event, or none, is refused`() async throws {
        let town = try await Town()
        let (event, other) = (try await town.conference(), try await town.conference())
        let foreign = try await town.workshops(other)[0].workshop.id, seminar = try await town.seminar()
        let ana = town.ana.id
        for target in [event, seminar] {
            await #expect(throws: Problem.invalid("workshops1", T.common.errorChoose)) {
                try await town.ana.does { _ = try RegistrationStore.apply(ana, for: target, Application(payer: .free, workshops: [foreign]), in: $0) }
            }
        }
        #expect(try await town.count("registration") == 0)
    }
}
