import Centres
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town

/// Letters and notices in a centre's own words.
@Suite struct OwnWordStories {
    private func directed() async throws -> Town {
        let town = try await Town()
        try await town.vesna.becomes(.director, at: town.centre)
        return town
    }

    @Test func `a letter speaks in the centre's words, in each script; others stay as they are; and all goes back`() async throws {
        let town = try await directed()
        let seminar = try await town.seminar("Приче", seats: 9)
        try await town.vesna.opens("/settings/letters/admitted")
        let saved = try await town.vesna.sends("/settings/letters/admitted", [
            "words0-sr": "Чекамо вас: {title}", "words1-sr": "место за „{title}“ је ваше. Понесите оловку.",
        ])
        #expect(saved.status == 200 && saved.shows("Чекамо вас: Приче"), "the look is filled with the next seminar")
        #expect(try await town.vesna.opens("/settings/letters").shows(town.say(T.centres.wordsOwn)))
        _ = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        _ = try await town.ruta.applies(to: seminar)
        let (ana, branko, ruta) = (
            try await town.letter(to: town.ana.email), try await town.letter(to: town.branko.email), try await town.letter(to: town.ruta.email))
        #expect(ana?.subject == "Чекамо вас: Приче" && branko?.subject == "Čekamo vas: Priče")
        #expect(ruta?.subject == town.say(T.registration.letterAdmittedSubject(title: .text("Priče")), .lt), "nobody wrote in Lithuanian")
        #expect(ana?.text.contains("Понесите оловку.") == true)
        try await town.vesna.opens("/settings/letters/admitted")
        try await town.vesna.sends("/settings/letters/admitted/reset")
        #expect(try await town.count("centre_word") == 0)
        _ = try await town.milena.applies(to: seminar)
        #expect(try await town.letter(to: town.milena.email)?.subject == town.say(T.registration.letterAdmittedSubject(title: .text("Приче"))))
        #expect(try await town.journal("centre", town.centre.value).suffix(2) == ["centres.wordsChanged", "centres.wordsReset"])
    }

    @Test(arguments: [
        ("words0-sr", "Имате место", T.centres.wordMissing(places: .list([.text("{title}")]))),
        ("words1-sr", "за {title} и {seminar}", T.centres.wordUnknown(place: .text("{seminar}"))),
        ("words1-en", "You have a seat: {title", T.centres.wordBraces(example: .text("{title}"))),
    ])
    func `a text with a place that nothing fills, or without one that must be, is refused at its field`(_ field: String, _ text: String, _ fault: Phrase) async throws {
        let town = try await directed()
        try await town.vesna.opens("/settings/letters/admitted")
        let form = try #require(try town.vesna.browser.page.form("/settings/letters/admitted"))
        let typed = Page.Form(action: form.action, fields: form.fields.filter { $0.name != field } + [(name: field, value: text)])
        let page = try await town.vesna.browser.post(typed)
        #expect(page.status == 422 && page.shows(town.say(fault)) && page.html.contains("#field-\(field)"), "\(page.text)")
        #expect(page.carried(field) == text)
        #expect(try await town.count("centre_word") == 0)
    }

    @Test func `letters of entering, of seats that change hands and of what staff change are the centre's own too`() async throws {
        let town = try await directed()
        let (seminar, other) = (try await town.seminar("Приче", seats: 9), try await town.seminar("Бајке", inDays: 42))
        func set(_ kind: String, _ words: KeyValuePairs<String, String>) async throws -> Page {
            try await town.vesna.opens("/settings/letters/\(kind)")
            return try await town.vesna.sends("/settings/letters/\(kind)", words)
        }
        _ = try await set("moved", ["words0-sr": "Нови дан: {title}"])
        let wrong = try await set("moved", ["words1-sr": "преместили смо „{title}“ на {new}."])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.centres.wordMissing(places: .list([.text("{old}")])))))
        #expect(try await set("enter", ["words0-sr": "Ваша врата"]).shows("Ваша врата"))
        #expect(try await set("handed-over", ["words0-sr": "Уступљено: {title}"]).shows("Весна Ћирић"), "filled with whoever looks")
        let ana = try await town.ana.applies(to: seminar)
        _ = try await town.vesna.does { try RegistrationStore.move(ana.id, to: other, because: "Молба", in: $0) }
        #expect(try await town.letter(to: town.ana.email)?.subject == "Нови дан: Бајке")
        try await town.stranger.opens("/sign-in")
        try await town.stranger.sends("/sign-in", ["email": town.ana.email])
        try await town.settles()
        let letter = try await town.letter(to: town.ana.email)
        #expect(letter?.subject == "Ваша врата")
    }

    @Test func `a look keeps nothing, and a shipped text that has changed is told`() async throws {
        let town = try await directed()
        try await town.vesna.opens("/settings/letters/lapsed")
        let look = try await town.vesna.sends("/settings/letters/lapsed", ["words0-sr": "Прошло је: {title}", "look": "yes"])
        #expect(look.shows(town.say(T.centres.letterLookTyped)) && look.shows("Прошло је:"))
        #expect(try await town.count("centre_word") == 0)
        try await town.vesna.sends("/settings/letters/lapsed")
        #expect(try await town.count("centre_word") == 1)
        try await town.does { try $0.db.run("UPDATE centre_word SET shipped = 'Раније {title}'") }
        #expect(try await town.vesna.opens("/settings/letters").shows(town.say(T.centres.wordsOld)))
        #expect(try await town.vesna.opens("/settings/letters/lapsed").shows("Раније {title}"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.centres.wordsOldToday)))
    }

    @Test func `terms stand on the form in the centre's words; a coordinator does not set them`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        #expect(try await town.vesna.opens("/settings/letters/terms").status == 404)
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.opens("/settings/letters/terms")
        try await town.vesna.sends("/settings/letters/terms", ["words0-sr": "Ко не дође, јавља се до подне."])
        #expect(try await town.stranger.opens("/events/\(seminar)/registration").shows("Ко не дође, јавља се до подне."))
        #expect(try await town.stranger.opens("/sr-Latn/events/\(seminar)/registration").shows("Ko ne dođe"))
    }

    @Test func `each text belongs to one kind of letter`() {
        let names = Rooms.exchange.all(LetterKind.self).flatMap { $0.keys.map(\.name.description) }
        #expect(names.count > 20 && Set(names).count == names.count)
        #expect(Set(Rooms.exchange.all(LetterKind.self).map(\.name)).count == Rooms.exchange.all(LetterKind.self).count)
    }
}
