import Accounts
import Centres
import Events
import Forms
import HTTPTypes
import Kernel
import Languages
import Registration
import Sheets
import Storage
import Testing
import Town

/// Applying, waiting and withdrawing, by the pages.
@Suite struct ApplyingStories {
    @Test func `somebody who has applied sees the own application in place of the button`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let registration = try await town.ana.applies(to: seminar)
        let page = try await town.ana.opens("/events/\(seminar)")
        #expect(page.link(town.say(T.events.apply)) == nil)
        #expect(page.link(town.say(T.events.openApplication)) == "/sr/registrations/\(registration.id)")
        #expect(try await town.stranger.opens("/events/\(seminar)").link(town.say(T.events.apply)) != nil)
    }

    @Test func `the list of who applied says when as a moment, not as a text`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        try await town.vesna.enters(withFactor: true)
        let list = try Table.read(try await town.vesna.opens("/staff/events/\(seminar)/list.xlsx").bytes)
        let now = town.clock.now
        let moment = Cell.date("\(town.zone.day(of: now).iso)T\(town.zone.time(of: now).iso):00")
        #expect(try #require(list.rows.first).cells.contains(moment))
    }

    @Test func `a teacher applies in three presses, sees the seat and gets a letter in her script`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.ana.opens("/events/\(seminar)/registration")
        let page = try await town.ana.sends("/events/\(seminar)/registration", ["payer": "self"])
        #expect(page.status == 200)
        #expect(page.shows(town.say(T.registration.isAdmitted)))
        #expect(page.shows(town.say(T.registration.saidAdmitted)))
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").count == 1)
    }

    @Test func `the third of two seats waits, and is told the place, the rule and why`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 2)
        _ = try await town.milena.applies(to: seminar)
        _ = try await town.goran.applies(to: seminar)
        try await town.branko.opens("/events/\(seminar)/registration")
        let page = try await town.branko.sends("/events/\(seminar)/registration", ["payer": "self"])
        #expect(page.shows(town.say(T.registration.isWaiting(place: 1), .srLatn)))
        #expect(page.shows("2 je mesta") || page.shows(town.say(T.registration.whyWaiting(seats: 2, taken: 2, waiting: 1), .srLatn)))
    }

    @Test func `a form sent twice is one application with one answer`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let form = try #require(try await town.ana.opens("/events/\(seminar)/registration").form("/events/\(seminar)/registration"))
        let first = try await town.ana.browser.post(form, ["payer": "self"], follows: false)
        let second = try await town.ana.browser.post(form, ["payer": "self"], follows: false)
        #expect(first.location != nil && first.location == second.location)
        #expect(try await town.registrations(for: seminar).count == 1)
    }

    @Test func `a newcomer counts from the click, not before, and opening the link is not a click`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        try await town.stranger.opens("/events/\(seminar)/registration")
        let jelka: KeyValuePairs = ["given_name": "Јелка", "family_name": "О’Браjен <script>", "email": "jelka@skola.example", "payer": "self"]
        let sent = try await town.stranger.sends("/events/\(seminar)/registration", jelka)
        #expect(sent.shows(town.say(T.registration.sentTitle)))
        // Ana comes later but is known: the seat is hers, for nobody held it.
        #expect(try await town.ana.applies(to: seminar).state == .admitted)
        try await town.settles()
        let link = try #require(town.mail.link(to: "jelka@skola.example"))
        let opened = try await town.stranger.opens(link)
        #expect(opened.status == 200)
        #expect(try await town.states(seminar) == ["admitted", "unconfirmed"])
        let page = try await town.stranger.sends(link)
        #expect(page.shows(town.say(T.registration.isWaiting(place: 1))))
        #expect(try await town.states(seminar) == ["admitted", "waiting"])
        #expect(!page.html.contains("<script>О"))
    }

    @Test func `a click confirms what was typed with its own link, and shows it before; the rest waits for its own yes`() async throws {
        let town = try await Town()
        let (hers, foreign) = (try await town.seminar("Њена обука"), try await town.seminar("Туђа обука", inDays: 42))
        func applies(_ browser: Browser, _ event: Event.ID, _ family: String) async throws {
            try await browser.opens("/events/\(event)/registration")
            try await browser.sends("/events/\(event)/registration", [
                "given_name": "Јелка", "family_name": family, "email": "jelka@skola.example", "payer": "self",
            ])
        }
        let owner = town.newBrowser()
        try await applies(town.stranger, foreign, "Лажна")
        // The same event too, with another name: what a stranger typed before does not stand in the way.
        try await applies(town.stranger, hers, "Лажна")
        try await applies(owner, hers, "Права")
        try await town.settles()
        let link = try #require(town.mail.link(to: "jelka@skola.example"))
        let asks = try await owner.opens(link)
        #expect(asks.shows("Јелка Права") && asks.shows("Њена обука, 11. март") && !asks.shows("Туђа обука") && !asks.shows("Лажна"))
        let page = try await owner.sends(link)
        #expect(page.shows(town.say(T.registration.isAdmitted)))
        #expect(try await town.states(hers) == ["admitted", "withdrawn"])
        #expect(try await town.states(foreign) == ["unconfirmed"])
        let other = try #require(try await town.registrations(for: foreign).first)
        #expect(try await owner.opens("/me").shows("Туђа обука"))
        #expect(try await owner.opens("/registrations/\(other.id)").shows(town.say(T.registration.isUnconfirmed)))
        try await owner.sends("/registrations/\(other.id)/confirm")
        #expect(try await town.states(foreign) == ["admitted"])
    }

    @Test func `what is typed wrong is said at its field and everything typed stays`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.stranger.opens("/events/\(seminar)/registration")
        let typed: KeyValuePairs = [
            "given_name": "Јелка <b>", "family_name": "", "email": "није адреса", "note": "Треба ми рампа", "school": "школа које нема",
        ]
        let page = try await town.stranger.sends("/events/\(seminar)/registration", typed)
        #expect(page.status == 422)
        #expect(page.shows(town.say(T.common.errorMissing)) && page.shows(town.say(T.common.errorEmail)))
        #expect(page.shows(town.say(T.registration.payerMissing)) && page.shows(town.say(T.centres.schoolNotFound)))
        let form = try #require(page.form("/events/\(seminar)/registration"))
        #expect(form.fields.contains { $0 == ("given_name", "Јелка <b>") } && form.fields.contains { $0 == ("note", "Треба ми рампа") })
    }

    @Test func `a deadline that passes while the form is open refuses kindly`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.ana.opens("/events/\(seminar)/registration")
        town.clock.passes(days: 21)
        try await town.ana.enters()
        let page = try await town.ana.sends("/events/\(seminar)/registration", ["payer": "self"])
        #expect(page.status == 409)
        #expect(page.shows(town.say(T.registration.closedTitle)))
        #expect(try await town.states(seminar).isEmpty)
    }

    @Test func `an offered seat is confirmed by its button, and withdrawing asks first`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        try await town.ana.opens("/registrations/\(ana.id)/withdraw")
        #expect(try await town.states(seminar) == ["admitted", "waiting"])
        try await town.ana.sends("/registrations/\(ana.id)/withdraw")
        try await town.branko.opens("/registrations/\(branko.id)")
        let page = try await town.branko.sends("/registrations/\(branko.id)/accept")
        #expect(page.shows(town.say(T.registration.isAdmitted, .srLatn)))
        #expect(try await town.states(seminar) == ["admitted", "withdrawn"])
    }

    @Test func `nobody sees another's application, nor the desk without the right`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let ana = try await town.ana.applies(to: seminar)
        #expect(try await town.goran.opens("/registrations/\(ana.id)").status == 404)
        #expect(try await town.goran.opens("/staff/events/\(seminar)").status == 404)
        #expect(try await town.stranger.send(.get, "/sr/staff/events/\(seminar)").location?.contains("/sign-in") == true)
        #expect(try await town.vesna.opens("/staff/events/\(seminar)").status == 200)
    }

    @Test func `a form from another site or another browser is not taken`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let form = try #require(try await town.ana.opens("/events/\(seminar)/registration").form("/events/\(seminar)/registration"))
        let foreign = try await town.ana.browser.send(
            .post, form.action, body: Array("payer=self".utf8), type: "application/x-www-form-urlencoded", headers: [.origin: "https://evil.example"])
        #expect(foreign.status == 403)
        let stolen = town.newBrowser()
        stolen.set(cookie: "session", town.ana.browser.cookie("session"))
        let page = try await stolen.post(form, ["payer": "self"])
        #expect(page.status == 409)
        #expect(try await town.states(seminar).isEmpty)
    }

    @Test func `the desk admits, refuses with a reason, adds by phone, and tells everybody`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        func refuses(because reason: String) async throws -> Page {
            let form = try await town.vesna.opens("/staff/events/\(seminar)").form("/staff/registrations/\(ana.id)/remark")
            return try await town.vesna.browser.post(try #require(form).acting("/sr/staff/registrations/\(ana.id)/refuse"), ["reason": reason])
        }
        let silent = try await refuses(because: "")
        #expect(silent.status == 422 && silent.shows(town.say(T.registration.reasonMissing)))
        _ = try await refuses(because: "Није за ову циљну групу")
        #expect(try await town.registration(ana.id).state == .refused)
        #expect(try await town.registration(branko.id).state == .offered)
        try await town.vesna.opens("/staff/events/\(seminar)/add")
        let page = try await town.vesna.sends("/staff/events/\(seminar)/add", ["given_name": "Зора", "family_name": "Њежић", "payer": "free"])
        #expect(page.shows("Њежић Зора"))
        #expect(try await town.states(seminar) == ["offered", "refused", "waiting"])
    }

    @Test func `an address tells a centre nothing until its owner says yes`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.does { try $0.db.run("UPDATE person SET phone = '064 777 888', occupation = 'наставник физике' WHERE id = \(town.goran.id)") }
        func tells(_ text: String) -> [String] { ["Горан", "Љубић", "064 777 888", "наставник физике"].filter(text.contains) }

        try await town.vesna.opens("/staff/events/\(seminar)/add")
        let form: KeyValuePairs = ["given_name": "Неко", "family_name": "Други", "email": town.goran.email, "payer": "free"]
        let added = try await town.vesna.sends("/staff/events/\(seminar)/add", form)
        #expect(added.shows(town.say(T.registration.saidAsked)) && added.shows(town.goran.email))
        #expect(try await town.states(seminar) == ["unconfirmed"])
        try await town.settles()
        for path in ["/staff/events/\(seminar)", "/staff/letters", "/staff/letters/1"] {
            #expect(tells(try await town.vesna.opens(path).html) == [], "\(path)")
        }
        let sheet = try await town.vesna.opens("/staff/events/\(seminar)/list.xlsx")
        #expect(tells("\(try Table.read(sheet.bytes).rows)") == [])
        let id = try #require(try await town.registrations(for: seminar).first).id
        for verb in ["admit", "move", "refuse"] {
            try await town.vesna.opens("/staff/events/\(seminar)")
            let line = try #require(try town.vesna.browser.page.form("/staff/registrations/\(id)/remark"))
            #expect(tells(try await town.vesna.browser.post(line.acting("/sr/staff/registrations/\(id)/\(verb)"), ["reason": "проба"]).html) == [], "\(verb)")
        }
        try await town.settles()
        #expect(town.mail.to(town.goran.email).count == 1, "nobody is written to for what was never asked for")

        try await town.vesna.opens("/staff/events/\(seminar)/add")
        try await town.vesna.sends("/staff/events/\(seminar)/add", form)
        let link = try await town.mailedLink(to: town.goran.email)
        try await town.goran.opens(link)
        try await town.goran.sends(link)
        #expect(try await town.states(seminar).contains("admitted"))
        #expect(tells(try await town.vesna.opens("/staff/events/\(seminar)").html).count >= 3, "now the centre has to do with him")

        let other = try await town.seminar("Други семинар")
        try await town.vesna.opens("/staff/events/\(other)/add")
        try await town.vesna.sends("/staff/events/\(other)/add", form)
        #expect(try await town.states(other) == ["admitted"], "whom the centre knows it writes down at once")

        func atDoor(_ person: Someone) async throws -> Person.ID {
            let form = try DeskForm(Typed(["given_name": "Неко", "family_name": "Други", "email": person.email]), payers: [.free], found: [])
            return try await town.vesna.does { try RegistrationStore.person(atDoor: form, of: EventStore.event(other, in: $0), in: $0) }
        }
        #expect(try await atDoor(town.goran) == town.goran.id)
        await #expect(throws: Problem.self, "at the door there is no time to ask") { try await atDoor(town.milena) }
    }

    @Test func `a message goes to each in their own script, and names stay as written`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        try await town.settles()
        try await town.vesna.opens("/staff/events/\(seminar)/message")
        let message: KeyValuePairs = ["to": "admitted", "subject": "Распоред", "text": "Здраво, {име}! Почињемо у девет."]
        let preview = try await town.vesna.sends("/staff/events/\(seminar)/message", message)
        #expect(preview.shows("Почињемо у девет"))
        let form = try #require(preview.form("/staff/events/\(seminar)/message"))
        _ = try await town.vesna.browser.post(form.acting("/sr/staff/events/\(seminar)/message/send"))
        try await town.settles()
        #expect(town.mail.to("ana@bistrik.example").last?.plain.contains("Здраво, Ана Ђорђевић!") == true)
        #expect(town.mail.to("branko@bistrik.example").last?.plain.contains("Zdravo, Бранко Његован! Počinjemo u devet.") == true)
        #expect(town.mail.all.count == 4, "a seat for each, the message for each")
    }

    @Test func `a message for some goes to those who were picked, and to nobody else`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        try await town.settles()
        func writes(_ chosen: String) async throws -> Page {
            try await town.vesna.opens("/staff/events/\(seminar)/message")
            let message: KeyValuePairs = ["to": "chosen", "chosen": chosen, "subject": "Соба", "text": "Прва врата лево."]
            return try await town.vesna.sends("/staff/events/\(seminar)/message", message)
        }
        let nobody = try await writes("")
        #expect(nobody.status == 422 && nobody.shows(town.say(T.registration.messageChooseSomebody)) && nobody.shows("Прва врата лево."))
        let form = try #require(try await writes("\(branko.id)").form("/staff/events/\(seminar)/message"))
        try await town.vesna.browser.post(form.acting("/sr/staff/events/\(seminar)/message/send"))
        try await town.settles()
        #expect(town.mail.to("branko@bistrik.example").last?.plain.contains("Prva vrata levo.") == true)
        #expect(town.mail.all.count == 3, "a seat for each, the message for one")
    }
}

extension Town {
    /// States of all applications for an event, sorted.
    func states(_ event: Event.ID) async throws -> [String] { try await registrations(for: event).map(\.state.rawValue).sorted() }
}
