import Accounts
import Centres
import Events
import Guests
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// Guests and speakers are asked by letter and answer by its link, without an account.
@Suite struct InvitationStories {
    /// The way into the answer that the newest letter to an address brings.
    private func link(_ town: Town, to address: String) throws -> String {
        let text = try #require(town.mail.to(address).last?.plain)
        let match = try #require(text.firstMatch(of: /\/answers\/[A-Za-z0-9]+/))
        return String(match.0)
    }

    @Test func `the preview and the letter speak in the centre's own words, in the language of whoever is asked`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.director, at: town.centre)
        let day = try await town.occasion("In-school event", "Дан отворених врата", seats: 5)
        try await town.vesna.opens("/settings/letters/guest")
        try await town.vesna.sends("/settings/letters/guest", ["words1-sr": "радо бисмо вас видели: {form} „{title}“."])
        try await town.vesna.does { act in
            try GuestStore.add([NewGuest(.guest, name: "Градска управа", email: "uprava@bistrik.example")], to: day, in: act)
        }
        let event = try await town.vesna.opens("/events/\(day)")
        #expect(event.link(town.say(T.registration.toGuests)) == "/sr/staff/events/\(day)/guests", "the way from the event's page")
        #expect(try await town.stranger.opens("/events/\(day)").link(town.say(T.registration.toGuests)) == nil)
        #expect(try await town.vesna.opens("/staff/events/\(day)/guests/ask").shows("радо бисмо вас видели"))
        try await town.vesna.sends("/guests/ask")
        try await town.settles()
        #expect(town.mail.to("uprava@bistrik.example").last?.plain.contains("радо бисмо вас видели") == true)
    }

    @Test func `an invitation is written once, answered by its link, reminded of, and changed`() async throws {
        let town = try await Town()
        let day = try await town.occasion("In-school event", "Дан отворених врата", seats: 5)
        let path = "/staff/events/\(day)/guests"
        #expect(try await town.vesna.opens("/staff/events/\(day)").link(town.say(T.registration.toGuests)) == "/sr\(path)")
        try await town.vesna.opens(path)
        let wrong = try await town.vesna.sends("\(path)/list", ["list": "Градска управа, uprava@bistrik.example\nБез адресе\nНеко, није-адреса@"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.guests.lineNoAddress(number: 3, address: .text("није-адреса@")))))
        #expect(try await town.count("guest") == 0)
        let added = try await town.vesna.sends("\(path)/list", ["list": "Градска управа, uprava@bistrik.example\nАна Ђорђевић; ana@bistrik.example\nСусед Јова"])
        #expect(added.shows(town.say(T.guests.saidAdded(count: 3))))
        try await town.vesna.sends("\(path)/list", ["list": "Опет управа, UPRAVA@bistrik.example"])
        #expect(try await town.count("guest") == 3, "one address is asked once")

        let preview = try await town.vesna.opens("\(path)/ask")
        #expect(preview.shows(town.say(T.guests.askLead(count: 2))) && preview.shows("Дан отворених врата"))
        let sent = try await town.vesna.sends("/guests/ask", ["text": "Деца су припремила изложбу."])
        #expect(sent.shows(town.say(T.guests.saidAsked(count: 2))))
        try await town.settles()
        #expect(town.mail.to("uprava@bistrik.example").count == 1)
        #expect(try #require(town.mail.to("uprava@bistrik.example").last?.plain).contains("Деца су припремила изложбу."))
        #expect(try await town.count("letter WHERE secret = \(true) AND text <> ''") == 0, "links that let in are not kept")

        // Nobody signs in. Four of them want to come, then the neighbour calls; five seats are there.
        let answer = try link(town, to: "uprava@bistrik.example")
        let page = try await town.stranger.opens(answer)
        #expect(page.shows(town.say(T.guests.youAreInvited)) && page.shows("Градска управа"))
        #expect(try await town.stranger.sends(answer).status == 422)
        let said = try await town.stranger.sends(answer, ["answer": "comes", "people": "4", "note": "Долазимо аутобусом"])
        #expect(said.shows(town.say(T.guests.thanks)))
        try await town.vesna.opens(path)
        let neighbour = try #require(try await town.value("SELECT id FROM guest WHERE name = 'Сусед Јова'", as: Int64.self))
        let full = try await town.vesna.sends("/staff/guests/\(neighbour)/answer", ["answer": "comes", "people": "2"])
        #expect(full.status == 422 && full.shows(town.say(T.guests.noRoom(count: 1))))
        try await town.vesna.sends("/staff/guests/\(neighbour)/answer", ["people": "1"])
        let list = try await town.vesna.opens(path)
        #expect(list.shows("Долазимо аутобусом") && list.shows(town.say(T.guests.peopleOf(seats: 5))))

        // Whoever is silent is reminded a week before, once; the first letter's link still leads in.
        let early = try link(town, to: "ana@bistrik.example")
        town.clock.passes(days: 29)
        try await GuestStore.remindAll(town.records)
        try await GuestStore.remindAll(town.records)
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").count == 2 && town.mail.to("uprava@bistrik.example").count == 1)
        #expect(try link(town, to: "ana@bistrik.example") != early)
        #expect(try await town.stranger.opens(early).status == 200)
        #expect(try await town.stranger.sends(early, ["answer": "declines"]).shows(town.say(T.guests.thanks)))

        try await town.vesna.cancels(day, because: "Школа је затворена")
        try await town.settles()
        #expect(town.mail.to("uprava@bistrik.example").count == 2 && town.mail.to("ana@bistrik.example").count == 2, "who does not come need not know")
        let over = try await town.stranger.opens(answer)
        #expect(over.shows(town.say(T.guests.answerOver)) && over.form("/answers") == nil)
    }

    @Test func `a link that nobody mailed leads nowhere, and nobody else sees the list`() async throws {
        let town = try await Town()
        let day = try await town.occasion("In-school event", seats: 5)
        #expect(try await town.stranger.opens("/answers/nothing").status == 404)
        #expect(try await town.ana.opens("/staff/events/\(day)/guests").status == 404)
        #expect(try await town.stranger.opens("/events/\(day)").shows(town.say(T.registration.refusedInvited)))
        let ana = town.ana.id
        await #expect(throws: Problem.conflict(T.registration.refusedInvited)) {
            try await town.ana.does { _ = try RegistrationStore.apply(ana, for: day, Application(payer: .free), in: $0) }
        }
    }

    @Test func `the institutions of the territory are invited at once`() async throws {
        let valley = try await Valley()
        let town = valley.town
        try await town.vesna.enters(withFactor: true)
        try await town.imports("schools", Valley.schools)
        let day = try await town.occasion("In-school event", seats: 50)
        try await town.vesna.opens("/staff/events/\(day)/guests")
        #expect(try await town.vesna.sends("/guests/schools").shows(town.say(T.guests.saidAdded(count: 1))), "one of them has an address")
        #expect(try await town.count("guest WHERE school IS NOT NULL") == 1)
    }

    @Test func `a speaker is asked, agrees, and stands on the page with the topic`() async throws {
        let town = try await Town()
        let table = try await town.occasion("Round table", "Улога директора")
        let path = "/staff/events/\(table)/guests"
        try await town.vesna.opens(path)
        try await town.vesna.sends(path, ["part": "speaker", "name": "Милена Џелатовић", "email": "milena@bistrik.example", "topic": "Школа у граду"])
        #expect(try await !town.stranger.opens("/events/\(table)").shows("Школа у граду"), "nobody is announced who has not agreed")
        try await town.vesna.opens("\(path)/ask")
        try await town.vesna.sends("/guests/ask")
        try await town.settles()
        let answer = try link(town, to: "milena@bistrik.example")
        #expect(try await town.stranger.opens(answer).shows(town.say(T.guests.youAreAskedToSpeak)))
        try await town.stranger.sends(answer, ["answer": "comes", "topic": "Школа у малом граду"])
        let page = try await town.stranger.opens("/events/\(table)")
        #expect(page.shows("Милена Џелатовић") && page.shows("Школа у малом граду"))
    }

    @Test func `what is known of guests is forgotten when it is over`() async throws {
        let town = try await Town()
        let table = try await town.occasion("Round table", inDays: 10)
        try await town.vesna.does { act in
            try GuestStore.add([NewGuest(.guest, name: "Сусед Јова", email: "jova@bistrik.example"), NewGuest(.speaker, name: "Милена Џелатовић")], to: table, in: act)
        }
        town.clock.passes(days: 11)
        try await town.vesna.does { try EventStore.markHeld(table, in: $0) }
        town.clock.passes(days: 31)
        try await town.does { try GuestStore.forgetOld(in: $0) }
        #expect(try await town.count("guest WHERE email <> ''") == 0)
        #expect(try await town.count("guest") == 2)
        town.clock.passes(days: 340)
        try await town.does { try GuestStore.forgetOld(in: $0) }
        #expect(try await town.value("SELECT name FROM guest") == "Милена Џелатовић")
    }
}
