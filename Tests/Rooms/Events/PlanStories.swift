import Accounts
import Centres
import Events
import Kernel
import Languages
import Storage
import Testing
import Town
import Web

/// How a seminar is planned and announced, through the form.
@Suite struct PlanStories {
    @Test func `Весна announces a seminar of two days and everybody can read it`() async throws {
        let town = try await Town()
        let programme = try await town.programme()
        let hall = try await town.hall()
        try await town.plans(["programme": "\(programme)", "hall1": "\(hall)", "summary": "Час који ученици воде сами.", "announce": "yes"])
        let event = try await town.newest()
        #expect(event.state == .announced)
        #expect(event.plan.sessions.map(\.day.iso) == ["2026-03-14", "2026-03-15"])
        #expect(event.plan.sessions.map(\.ends.iso) == ["15:00", "14:00"])
        #expect(event.plan.fee == .rsd(3500))
        #expect(event.plan.deadline.iso == "2026-02-27")
        #expect(event.plan.trainers == [Trainer(name: "Бранко Његован", person: town.branko.id)])

        let page = try await town.stranger.opens("/events/\(event.id)")
        for words in ["Дигитална учионица", "Час који ученици воде сами.", "субота, 14. март 2026.", "недеља, 15. март 2026.", "Сала 1", "3.500 динара", "Планира час"] {
            #expect(page.shows(words), "\(words)")
        }
        #expect(page.shows(town.say(T.events.missing(count: 20))))
        #expect(page.link(town.say(T.events.apply)) == "/sr/events/\(event.id)/registration")
        let latin = try await town.newBrowser(language: "sr-Latn").opens("/events/\(event.id)")
        #expect(latin.shows("Digitalna učionica") && latin.shows("Čas koji učenici vode sami."))
        // The trainer's name is never converted.
        #expect(latin.shows("Бранко Његован"))
        let english = try await town.newBrowser(language: "en").opens("/events/\(event.id)")
        #expect(english.html.contains("<h1 lang=\"sr-Latn\">Digitalna učionica</h1>"))
    }

    @Test func `every fault is said at its field and nothing typed is lost`() async throws {
        let town = try await Town()
        let page = try await town.plans([
            "day1": "31.2.2026.", "begins2": "9", "ends2": "8", "seats": "10", "seatsMin": "20", "fee": "много", "link1": "javascript:alert(1)",
            "title": "Шта је <script>alert('x')</script>?",
        ])
        #expect(page.status == 422)
        #expect(page.html.contains("value=\"31.2.2026.\"") && page.html.contains("value=\"много\""))
        for field in ["day1", "ends2", "seatsMin", "fee", "link1"] { #expect(page.html.contains("id=\"field-\(field)-error\""), "\(field)") }
        #expect(!page.html.contains("<script>alert"))
        #expect(page.shows("Шта је <script>alert('x')</script>?") || page.html.contains("&lt;script"))
        #expect(try await town.count("event") == 0)
    }

    @Test func `more rows keep what was typed, and a programme fills what is empty`() async throws {
        let town = try await Town()
        let programme = try await town.programme("Математика покретом", hours: 16)
        let more = try await town.plans(["more": "yes"])
        #expect(more.status == 200)
        #expect(more.html.contains("name=\"day6\"") && more.html.contains("value=\"14.3.2026.\""))
        let filled = try await town.plans(["title": "", "points": "", "trainers": "", "seats": "50", "programme": "\(programme)", "fill": "yes"])
        #expect(filled.html.contains("value=\"Математика покретом\"") && filled.html.contains("name=\"points\" ") && filled.html.contains("value=\"16\""))
        #expect(filled.html.contains("value=\"30\""))
        #expect(filled.html.contains("Бранко Његован"))
    }

    @Test func `a programme's points, places and years are its limits`() async throws {
        let town = try await Town()
        let programme = try await town.programme(hours: 8)
        let page = try await town.plans(["programme": "\(programme)", "points": "9", "seats": "31", "day2": "1.9.2028.", "announce": "yes"])
        #expect(page.status == 422)
        for field in ["points", "seats", "day2"] { #expect(page.html.contains("id=\"field-\(field)-error\""), "\(field)") }
    }

    @Test func `a draft is seen by nobody but the centre`() async throws {
        let town = try await Town()
        try await town.plans(["save": "yes"])
        let draft = try await town.newest()
        #expect(draft.state == .draft)
        for browser in [town.stranger, town.ana.browser, town.goran.browser] {
            #expect(try await browser.opens("/events/\(draft.id)").status == 404)
            #expect(try await browser.opens("/events/\(draft.id)/calendar.ics").status == 404)
            #expect(try await !browser.opens("/events").shows("Дигитална учионица"))
        }
        #expect(try await town.vesna.opens("/events/\(draft.id)").shows(town.say(T.events.draftTitle)))
        try await town.vesna.opens("/staff/events/\(draft.id)/discard")
        try await town.vesna.sends("/discard")
        #expect(try await town.vesna.opens("/events/\(draft.id)").status == 404)
    }

    @Test func `another centre's people find nothing of it, and teachers no desk at all`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        // Rūta coordinates a centre of her own and comes in through its door.
        try await town.does { [ruta = town.ruta.id, zone = town.zone] act in
            let centre = try CentreStore.found(
                name: "Švietimo centras", country: .lithuania, zone: zone, language: .lt, currency: .eur, email: "c@lt.example", host: "lt.example", in: act)
            try PersonStore.grant(Grant(.coordinator, centre: centre), to: ruta, in: act)
        }
        town.clock.passes(seconds: 5)
        let token = Token.random()
        try await town.does { [ruta = town.ruta.id] in
            try SessionStore.begin(token, person: ruta, isStaff: true, hasFactor: true, device: "story", in: $0)
        }
        let browser = town.newBrowser(language: "lt", host: "lt.example")
        browser.set(cookie: "session", token.text)
        #expect(try await browser.opens("/staff/events").status == 200)
        for verb in ["edit", "cancel", "postpone", "confirm"] { #expect(try await browser.opens("/staff/events/\(seminar)/\(verb)").status == 404, "\(verb)") }
        // Even with a form of another page of hers.
        let form = try #require(try await browser.opens("/staff/events/new").form("/staff/events/new"))
        let forged = Page.Form(action: "/lt/staff/events/\(seminar)/cancel", fields: form.fields)
        #expect(try await browser.post(forged, ["reason": "x"]).status == 404)
        #expect(try await browser.opens("/staff/events/new?copy=\(seminar)").status == 404)
        #expect(try await town.event(seminar).state == .announced)
        #expect(try await !browser.opens("/staff/events?state=all").shows("Дигитална учионица"))
        for someone in [town.ana, town.goran] { #expect(try await someone.opens("/staff/events/\(seminar)/edit").status == 404) }
    }

    @Test func `a hall that is taken is refused at its row, and a draft is warned`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.plans(["hall1": "\(hall)", "announce": "yes"])
        let first = try await town.newest()
        // The later day stands in the first row.
        let refused = try await town.plans([
            "title": "Читање", "day1": "15.3.2026.", "day2": "14.3.2026.", "begins2": "9", "hall2": "\(hall)", "trainers": "Јелена Марић", "announce": "yes",
        ])
        #expect(refused.status == 422 && refused.html.contains("id=\"field-hall2-error\"") && refused.shows("Дигитална учионица"))
        #expect(try await town.newest().id == first.id)
        try await town.plans(["title": "Читање", "hall1": "\(hall)", "trainers": "Јелена Марић", "save": "yes"])
        let second = try await town.newest()
        #expect(second.id != first.id && second.state == .draft)
        let page = try await town.vesna.opens("/staff/events/\(second.id)/announce")
        #expect(page.shows(town.say(T.events.clashTitle)) && page.shows("Сала 1"))
        #expect(page.link("Дигитална учионица") == "/sr/staff/events/\(first.id)")
        #expect(try await town.vesna.sends("/announce").status == 422)
        #expect(try await town.newest().state == .draft)
    }

    @Test func `other days are asked about before anybody is written to`() async throws {
        let town = try await Town()
        try await town.plans(["announce": "yes"])
        let event = try await town.newest()
        _ = try await town.ana.applies(to: event.id)
        try await town.settles()
        let before = town.mail.to(town.ana.email).count
        try await town.vesna.opens("/staff/events/\(event.id)/edit")
        let question = try await town.vesna.sends("/edit", ["day2": "21.3.2026."])
        #expect(question.shows(town.say(T.events.moveTells(count: 1))))
        #expect(try await town.newest().plan.sessions.map(\.day.day) == [14, 15])
        try await town.vesna.sends("/edit")
        #expect(try await town.newest().plan.sessions.map(\.day.day) == [14, 21])
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == before + 1)
    }

    @Test func `who saves over another's changes is told first, and loses nothing typed`() async throws {
        let town = try await Town()
        try await town.plans(["announce": "yes"])
        let event = try await town.newest()
        let open = try #require(try await town.vesna.opens("/staff/events/\(event.id)/edit").form("/edit"))
        try await town.vesna.opens("/staff/events/\(event.id)/edit")
        try await town.vesna.sends("/edit", ["title": "Прва измена"])
        let told = try await town.vesna.browser.post(open, ["title": "Друга измена"])
        #expect(told.status == 409 && told.shows("Весна Ћирић") && told.html.contains("value=\"Друга измена\""))
        #expect(try await town.newest().plan.texts[.sr]?.title == "Прва измена")
        try await town.vesna.sends("/edit")
        #expect(try await town.newest().plan.texts[.sr]?.title == "Друга измена")
    }

    @Test func `another title is changed at once`() async throws {
        let town = try await Town()
        try await town.plans(["announce": "yes"])
        let event = try await town.newest()
        _ = try await town.ana.applies(to: event.id)
        try await town.vesna.opens("/staff/events/\(event.id)/edit")
        try await town.vesna.sends("/edit", ["title": "О’Брајен & синови"])
        #expect(try await town.newest().plan.texts[.sr]?.title == "О’Брајен & синови")
    }

    @Test func `a copy has the same weekdays, hours and halls, and time to apply`() async throws {
        let town = try await Town()
        let hall = try await town.hall()
        try await town.plans(["hall1": "\(hall)", "deadline": "1.3.2026.", "announce": "yes"])
        let event = try await town.newest()
        town.clock.passes(days: 60)
        try await town.vesna.enters(withFactor: true)
        let copy = try await town.vesna.opens("/staff/events/new?copy=\(event.id)")
        #expect(copy.shows(town.say(T.events.copyText)) && !copy.html.contains("14.3.2026.") && copy.html.contains("3500"))
        try await town.vesna.sends("/staff/events/new?copy=\(event.id)", ["save": "yes"])
        let second = try await town.newest()
        #expect(second.id != event.id && second.state == .draft && second.plan.fee == .rsd(3500))
        // Saturday and Sunday again: the first ones for which three weeks are left.
        #expect(second.plan.sessions.map(\.day.iso) == ["2026-05-02", "2026-05-03"])
        #expect(second.plan.sessions.map(\.begins) == event.plan.sessions.map(\.begins) && second.plan.sessions.map(\.ends) == event.plan.sessions.map(\.ends))
        #expect(second.plan.sessions.map(\.hall) == event.plan.sessions.map(\.hall))
        #expect(second.plan.deadline.iso == "2026-04-17" && !second.plan.hasOwnDeadline, "somebody's own deadline is not copied")
    }

    @Test func `a deadline that nobody set follows the first day, one that was set is asked about`() async throws {
        let town = try await Town()
        try await town.plans(["announce": "yes"])
        let event = try await town.newest()
        #expect(event.plan.deadline.iso == "2026-02-27" && !event.plan.hasOwnDeadline)
        func moves(to day: String, _ more: KeyValuePairs<String, String> = [:]) async throws -> Page {
            let form = try #require(try await town.vesna.opens("/staff/events/\(event.id)/edit").form("/edit"))
            let fields = form.fields.filter { field in !["day1", "day2"].contains(field.name) && !more.contains { $0.key == field.name } }
            let typed = [(name: "day1", value: day), (name: "day2", value: ""), (name: "begins2", value: ""), (name: "ends2", value: "")]
            return try await town.vesna.browser.post(
                Page.Form(action: form.action, fields: fields.filter { field in !["begins2", "ends2", "place2", "hall2", "link2"].contains(field.name) } + typed
                    + more.map { (name: $0.key, value: $0.value) } + [(name: "save", value: "yes")]))
        }
        #expect(try await moves(to: "21.3.2026.").status == 200)
        #expect(try await town.newest().plan.deadline.iso == "2026-03-06", "moved twice, it still follows")
        #expect(try await moves(to: "28.3.2026.", ["deadline": "10.3.2026."]).status == 200)
        let asks = try await moves(to: "25.4.2026.")
        #expect(asks.shows(town.say(T.events.deadlineQuestion)) && asks.shows("10. април 2026") && asks.shows("10. март 2026"))
        let before = try await town.newest().plan
        #expect(before.deadline.iso == "2026-03-10" && before.sessions[0].day.iso == "2026-03-28", "nothing is done yet")
        try await town.vesna.sends("/edit", ["deadline": "10.3.2026."])
        let kept = try await town.newest().plan
        #expect(kept.deadline.iso == "2026-03-10" && kept.hasOwnDeadline && kept.sessions[0].day.iso == "2026-04-25")
        _ = try await moves(to: "30.5.2026.")
        try await town.vesna.sends("/edit", ["deadline": ""])
        let followed = try await town.newest().plan
        #expect(followed.deadline.iso == "2026-05-15" && !followed.hasOwnDeadline)
        #expect(try await moves(to: "6.6.2026.").shows(town.say(T.common.saved)))
    }
}
