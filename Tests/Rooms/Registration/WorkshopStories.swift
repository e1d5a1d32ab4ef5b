import Accounts
import Events
import Kernel
import Languages
import Registration
import Sheets
import Storage
import Testing
import Town

/// Who applies for a conference chooses among its workshops, under the one rule about seats.
@Suite struct WorkshopStories {
    @Test func `workshops are chosen with the application, told before, and stand in the letter`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        let ids = try await town.workshops(event).map { "\($0.workshop.id)" }
        #expect(ids.count == 3, "the opening is everybody's")
        let form = try await town.ana.opens("/events/\(event)/registration")
        #expect(form.shows("Змај од папира") && form.shows("Учионица 3") && form.shows(town.say(T.registration.seatsLeftShort(count: 1))) && !form.shows("Отварање"))
        let clash = try await town.ana.sends("/registration", ["workshops1": ids[0], "workshops2": ids[1]])
        #expect(clash.status == 422 && clash.shows(town.say(T.registration.workshopsClash(one: .title("Змај од папира"), other: .title("Музика без нота")))))
        #expect(try await town.count("registration WHERE event = \(event)") == 0)
        let page = try await town.ana.sends("/registration", ["workshops1": ids[0], "workshops2": ids[2]])
        #expect(page.shows(town.say(T.registration.isAdmitted)) && page.shows("Змај од папира") && page.shows("Игре напољу") && !page.shows("Музика без нота"))
        try await town.settles()
        let letter = try #require(town.mail.to("ana@bistrik.example").last).plain
        #expect(letter.contains("Змај од папира") && letter.contains("Игре напољу"))
        let full = try await town.goran.opens("/events/\(event)/registration")
        #expect(full.shows(town.say(T.registration.workshopFull(place: 1))))
        #expect(try await town.stranger.opens("/events/\(event)").shows("Музика без нота"))
    }

    @Test func `whoever chooses a full one waits there, sees where there are seats, and moves up when one is freed`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        let ana = try await town.applies(town.ana, to: event, choosing: [0]), branko = try await town.applies(town.branko, to: event, choosing: [0])
        let milena = try await town.applies(town.milena, to: event, choosing: [0, 2])
        #expect(branko.state == .admitted, "the event itself has seats")
        #expect(try await town.choices(branko.id).map(\.place) == [1])
        #expect(try await town.choices(milena.id).map(\.standing) == [.waiting, .admitted])
        let page = try await town.branko.opens("/registrations/\(branko.id)")
        #expect(page.shows(town.say(T.registration.workshopWaits(place: 1), .srLatn)))
        #expect(page.shows(town.say(T.registration.workshopOthers(titles: .title("Музика без нота")), .srLatn)))

        try await town.ana.withdraws(ana.id)
        #expect(try await town.choices(branko.id).map(\.standing) == [.admitted], "the first who waits")
        #expect(try await town.choices(milena.id).first?.place == 1, "the next moves up")
        try await town.settles()
        let told = town.say(T.registration.letterWorkshopSeat(workshop: .title("Змај од папира")), .srLatn)
        #expect(town.mail.to("branko@bistrik.example").last?.plain.contains(told) == true)
        #expect(try await town.count("workshop_choice WHERE registration = \(ana.id)") == 0)
    }

    @Test func `the choice is changed until the deadline, by its bearer and nobody else; later by staff`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        let ana = try await town.applies(town.ana, to: event, choosing: [0]), ids = try await town.workshops(event).map { "\($0.workshop.id)" }
        let path = "/registrations/\(ana.id)/workshops"
        try await town.ana.opens(path)
        let said = try await town.ana.sends(path, ["workshops1": ids[1]])
        #expect(said.shows(town.say(T.registration.saidWorkshops)) && said.shows("Музика без нота"))
        #expect(try await town.choices(ana.id).map { "\($0.workshop.id)" } == [ids[1]])
        #expect(try await town.journal("registration", ana.id.value).contains("registration.workshopsChanged"))
        #expect(try await town.goran.opens(path).status == 404)
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").last?.plain.contains("Музика без нота") == true)

        town.clock.passes(days: 31)
        try await town.ana.enters()
        let late = try await town.ana.opens("/registrations/\(ana.id)")
        #expect(late.link(town.say(T.registration.workshopsChange)) == nil)
        let deadline = try await town.event(event).plan.deadline
        await #expect(throws: Problem.conflict(T.registration.workshopsClosed(deadline: .day(deadline)))) {
            try await town.ana.does { try WorkshopStore.choose([], of: ana.id, in: $0) }
        }
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens(path)
        try await town.vesna.sends(path, ["workshops1": ids[0]])
        #expect(try await town.choices(ana.id).map { "\($0.workshop.id)" } == [ids[0]])
    }

    @Test func `who waits for a workshop stands on the person's own page and among what staff have to do today`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        _ = try await town.applies(town.goran, to: event, choosing: [0])
        let ana = try await town.applies(town.ana, to: event, choosing: [0, 2])
        let told = town.say(T.registration.mineWorkshopWaits(workshop: .title("Змај од папира"), place: 1))
        #expect(try await town.ana.opens("/me").shows(told))
        #expect(try await !town.goran.opens("/me").shows(town.say(T.registration.mineWorkshopWaits(workshop: .title("Змај од папира"), place: 1))))
        let waits = town.say(T.registration.todayWorkshopWaits(count: 1, workshops: .list([.title("Змај од папира")])))
        let today = try await town.vesna.opens("/staff")
        #expect(today.shows(waits) && today.link(town.say(T.registration.todayWorkshopAct)) == "/sr/staff/events/\(event)/workshops")

        try await town.vesna.does { try WorkshopStore.choose([], of: ana.id, in: $0) }
        #expect(try await !town.vesna.opens("/staff").shows(waits))
        #expect(try await !town.ana.opens("/me").shows(told))
        let none = town.say(T.registration.todayUnchosen(count: 1))
        #expect(try await !town.vesna.opens("/staff").shows(none), "she can still choose herself")
        town.clock.passes(days: 31)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(none))
    }

    @Test func `a workshop has a name in each language in which it was written, and nobody is written to for that`() async throws {
        let town = try await Town()
        let event = try await town.conference(in: 3)
        _ = try await town.applies(town.ana, to: event, choosing: [0])
        try await town.settles()
        let letters = town.mail.to(town.ana.email).count, path = "/staff/events/\(event)/edit"
        try await town.vesna.opens(path)
        let nameless = try await town.vesna.sends("/edit", ["workshop1": "", "workshop-lt1": "Atidarymas", "save": "yes"])
        #expect(nameless.status == 422 && nameless.html.contains("#field-workshop1") && nameless.carried("workshop-lt1") == "Atidarymas")
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/edit", ["workshop-lt2": "Popierinis aitvaras", "save": "yes"]).status == 200)
        #expect(try await town.vesna.opens(path).carried("workshop-lt2") == "Popierinis aitvaras")
        #expect(try await town.choices(town.registrations(for: event)[0].id).count == 1, "it is the same workshop")
        let lithuanian = try await town.stranger.opens("/lt/events/\(event)")
        #expect(lithuanian.shows("Popierinis aitvaras") && !lithuanian.shows("Zmaj od papira"))
        #expect(try await town.stranger.opens("/events/\(event)").shows("Змај од папира"))
        #expect(try await town.stranger.opens("/en/events/\(event)").html.contains("<span lang=\"sr-Latn\">Zmaj od papira</span>"), "nobody wrote it in English")
        _ = try await town.applies(town.ruta, to: event, choosing: [0])
        try await town.settles()
        #expect(town.mail.to(town.ruta.email).last?.plain.contains("Popierinis aitvaras") == true)
        #expect(town.mail.to(town.ana.email).count == letters)
        try await town.change(event) { $0.sessions.remove(at: 1) }
        #expect(try await town.count("event_session_text") == 0)
    }

    @Test func `staff see who is in which workshop, on the page and in two tables`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        _ = try await town.applies(town.ana, to: event, choosing: [0])
        _ = try await town.applies(town.branko, to: event, choosing: [0, 2])
        _ = try await town.applies(town.goran, to: event, choosing: [])
        let path = "/staff/events/\(event)/workshops"
        #expect(try await town.vesna.opens("/staff/events/\(event)").link(town.say(T.registration.workshops)) == "/sr\(path)")
        let page = try await town.vesna.opens(path)
        #expect(page.shows("Ђорђевић") && page.shows(town.say(T.registration.workshopTaken(taken: 1, seats: 1))))
        #expect(page.shows(town.say(T.registration.workshopsUnchosen(count: 1))))
        let list = try Table.read(try await town.vesna.opens("\(path).xlsx").bytes)
        #expect(list.rows.count == 3)
        let whole = try Table.read(try await town.vesna.opens("/staff/events/\(event)/list.xlsx").bytes)
        #expect(whole.rows.contains { row in row.cells.contains { cell in if case .text(let text) = cell { text.contains("Игре напољу") } else { false } } })
        #expect(try await town.ana.opens(path).status == 404)
        let seminar = try await town.seminar()
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/workshops").status == 404)
    }
}
