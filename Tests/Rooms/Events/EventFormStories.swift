import Accounts
import Catalogue
import Centres
import Events
import Forms
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// A form of event is a row: those that every centre has, and one that a centre makes for itself.
@Suite struct EventFormStories {
    @Test func `the forms that every centre has stand as rows, and agree with themselves`() async throws {
        let town = try await Town()
        let centre = town.centre
        let forms = try await town.finds { try EventFormStore.forms(of: centre, in: $0) }
        #expect(forms.count == 15 && forms.allSatisfy { $0.centre == nil })
        var first = try #require(forms.first)
        #expect(first.details.name == "Семинар")
        (first.details.name, first.details.nameInLithuanian) = ("", "")
        #expect(first == .seminar, "the row says what the program supposes")
        for form in forms {
            var faults = Faults()
            form.details.check(&faults)
            #expect(faults.isEmpty, "\(form.details.nameInEnglish)")
            #expect(!form.details.name.isEmpty && !form.details.nameInLithuanian.isEmpty, "\(form.details.nameInEnglish)")
        }
    }

    @Test func `a centre makes a form of its own, and an event of it is named by it everywhere`() async throws {
        let town = try await Town()
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/settings").link(town.say(T.events.forms)) != nil)
        let round = try await town.form("Round table")
        try await town.vesna.opens("/settings/forms/new?like=\(round.id)")
        let wrong = try await town.vesna.sends("/settings/forms/new", ["name": "Округли сто", "paper": "certificate"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.events.formPaperWithoutAttendance)))
        let made = try await town.vesna.sends("/settings/forms/new", ["name": "Клуб читалаца", "paper": "none"])
        #expect(made.shows(town.say(T.events.formAdded)) && made.shows("Клуб читалаца"))
        let centre = town.centre
        let forms = try await town.finds { try EventFormStore.forms(of: centre, in: $0) }
        let own = try #require(forms.last)
        #expect(own.applying == .none && own.has(.conclusions))

        // Nothing is asked that it does not have.
        let page = try await town.vesna.opens("/staff/events/new?form=\(own.id)")
        #expect(page.shows("Клуб читалаца") && !page.html.contains("name=\"seats\"") && !page.html.contains("name=\"fee\""))
        try await town.vesna.sends("/staff/events/new", [
            "title": "О Андрићу", "day1": "25.3.2026.", "begins1": "18", "ends1": "20", "place1": "Библиотека", "announce": "yes",
        ])
        let event = try #require(try await town.value("SELECT max(id) AS id FROM event", as: Event.ID.self))
        let shown = try await town.stranger.opens("/events/\(event)")
        #expect(shown.shows("Клуб читалаца") && shown.shows(town.say(T.events.nobodyApplies)) && !shown.html.contains("/registration\""))
        #expect(shown.html.contains("\"keywords\":\"Клуб читалаца\"") && !shown.html.contains("\"offers\""))
        #expect(try await town.stranger.opens("/events").shows("Клуб читалаца"))
        #expect(try await town.stranger.opens("/events?q=klub+citalaca").shows("О Андрићу"))
        #expect(try await town.stranger.opens("/events?form=\(own.id)").shows("О Андрићу"))
        #expect(try await !town.stranger.opens("/events?form=1").shows("О Андрићу"))
        #expect(try await town.ana.opens("/events/\(event)/registration").shows(town.say(T.registration.refusedNotNeeded)))

        // It is put away: no new one is made, and this one stays what it is.
        try await town.vesna.opens("/settings/forms")
        #expect(try await town.vesna.sends("/forms/\(own.id)/close").shows(town.say(T.events.formClosed)))
        #expect(try await !town.vesna.opens("/staff/events/new").shows("Клуб читалаца"))
        #expect(try await town.stranger.opens("/events/\(event)").shows("Клуб читалаца"))
    }

    @Test func `nobody but the director of the centre touches its forms`() async throws {
        let town = try await Town()
        #expect(try await town.vesna.opens("/settings/forms").status == 404, "a coordinator")
        let round = try await town.form("Round table")
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/settings/forms/\(round.id)").status == 404, "what every centre has is nobody's to change")
    }

    @Test func `a hall that is hired is no stranger's affair`() async throws {
        let town = try await Town()
        let hire = try await town.occasion("Room hire", "Годишња скупштина удружења")
        #expect(try await town.stranger.opens("/events/\(hire)").status == 404)
        #expect(try await !town.stranger.opens("/events").shows("Годишња скупштина"))
        #expect(try await !town.stranger.opens("/events?q=skupstina").shows("Годишња скупштина"))
        #expect(try await !town.stranger.opens("/events?view=month&month=2026-03").shows("Годишња скупштина"))
        #expect(try await !town.stranger.opens("/events.ics").text.contains("Годишња"))
        #expect(try await town.vesna.opens("/staff/events/\(hire)").shows("Изнајмљивање сале"))
    }
}
