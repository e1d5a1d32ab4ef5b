import Accounts
import Events
import Foundation
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// What the desk says of letters is what happens to them.
@Suite struct LetterStories {
    /// A seminar for which Ана and Branko have applied, and Зора by phone, who has no address.
    private func seminar(_ town: Town) async throws -> Event.ID {
        let seminar = try await town.seminar(seats: 5)
        _ = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        try await town.vesna.opens("/staff/events/\(seminar)/add")
        try await town.vesna.sends("/staff/events/\(seminar)/add", ["given_name": "Зора", "family_name": "Њежић", "phone": "064 111 222", "payer": "free"])
        return seminar
    }

    private func previews(_ text: String, for seminar: Event.ID, _ town: Town) async throws -> Page {
        try await town.vesna.opens("/staff/events/\(seminar)/message")
        return try await town.vesna.sends("/staff/events/\(seminar)/message", ["to": "admitted", "subject": "Распоред", "text": text])
    }

    @Test func `the preview of a message is the letter, which greets once and ends a sentence once`() async throws {
        let town = try await Town()
        let seminar = try await seminar(town)
        let preview = try await previews("Видимо се {датум}.\n\nПонесите рачунар.", for: seminar, town)
        let form = try #require(preview.form("/staff/events/\(seminar)/message"))
        try await town.vesna.browser.post(form.acting("/sr/staff/events/\(seminar)/message/send"))
        let letter = try #require(try await town.letter(to: town.ana.email)).text
        #expect(letter.hasPrefix("Добар дан,\n") && letter.contains("Видимо се") && letter.contains("\n\nСрдачан поздрав,\n\n") && !letter.contains(".."))
        for line in letter.split(separator: "\n") where !line.contains("http") && !line.hasSuffix(":") {
            #expect(preview.shows(line.split(separator: ": ").last.map(String.init) ?? ""), "\(line)")
        }
        let own = try await previews("Здраво, {име}!", for: seminar, town)
        #expect(own.shows("Здраво, Ана Ђорђевић!") && !own.shows("Добар дан"))
    }

    @Test func `a letter says what was moved from which day to which, and what was put off or called off by its form`() async throws {
        let town = try await Town()
        let first = try await town.seminar("Разговор који помаже"), other = try await town.seminar("Разговор који помаже", inDays: 60)
        let ana = try await town.ana.applies(to: first)
        _ = try await town.vesna.does { try RegistrationStore.move(ana.id, to: other, because: "Молба", in: $0) }
        let moved = try #require(try await town.letter(to: town.ana.email)).text
        let today = town.zone.day(of: town.clock.now)
        let (old, new) = (Language.sr.write(today.adding(days: 35), .inSentence), Language.sr.write(today.adding(days: 60), .plain))
        #expect(moved.contains("вашу пријаву за „Разговор који помаже“ преместили смо са \(old) на \(new)\n"))
        try await town.vesna.postpones(other, because: "Снег")
        #expect(try #require(try await town.letter(to: town.ana.email)).text.contains("одложено је: семинар „Разговор који помаже“.\n"))
        try await town.vesna.cancels(other, because: "Снег")
        let cancelled = try #require(try await town.letter(to: town.ana.email)).text
        #expect(cancelled.contains("отказано је и неће се одржати: семинар „Разговор који помаже“.\n"))
    }

    @Test(arguments: [
        (24, "имаћете 24 сата да", "laikas – 24 valandos"), (48, "имаћете 48 сати да", "laikas – 48 valandos"), (21, "имаћете 21 сат да", "laikas – 21 valanda."),
    ])
    func `the hours that an offer waits agree with their number`(hours: Int, serbian: String, lithuanian: String) async throws {
        let town = try await Town()
        try await town.does { try $0.db.run("UPDATE centre SET offer_hours = \(hours)") }
        let seminar = try await town.seminar(seats: 1)
        _ = try await town.ana.applies(to: seminar)
        let goran = try await town.goran.applies(to: seminar)
        #expect(try await town.goran.opens("/registrations/\(goran.id)").shows(serbian))
        #expect(try await town.goran.opens("/lt/registrations/\(goran.id)").shows(lithuanian))
    }

    @Test func `who has no address is not counted as written to, and stands with the telephone where others are told`() async throws {
        let town = try await Town()
        let seminar = try await seminar(town)
        let preview = try await previews("Понесите рачунар.", for: seminar, town)
        #expect(preview.shows(town.say(T.registration.messageCount(count: 2))))
        #expect(preview.shows("Зора Њежић") && preview.shows("064 111 222"))
        let asks = try await town.vesna.opens("/staff/events/\(seminar)/cancel")
        #expect(asks.shows(town.say(T.events.tells(count: 2))) && asks.shows(town.say(T.events.tellOtherwise(count: 1))) && asks.shows("064 111 222"))
        let zora = try #require(try await town.registrations(for: seminar).last)
        let form = try #require(try await town.vesna.opens("/staff/events/\(seminar)").form("/staff/registrations/\(zora.id)/remark"))
        let said = try await town.vesna.browser.post(form.acting("/sr/staff/registrations/\(zora.id)/refuse"), ["reason": "Није за ову групу"])
        #expect(said.shows(town.say(T.registration.saidUntold(name: .text("Зора Њежић"), phone: .text("064 111 222")))))
        #expect(!said.shows(town.say(T.registration.saidRefused(name: .text("Зора Њежић")))))
    }

    @Test func `an event that did not happen is cancelled after one of its people deleted the account`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 5)
        _ = try await town.ana.applies(to: seminar)
        _ = try await town.branko.applies(to: seminar)
        town.clock.passes(days: 60)
        try await town.ana.does { try AccountStore.erase(town.ana.id, in: $0) }
        try await town.vesna.cancels(seminar, because: "Поплава")
        #expect(try await town.newest().state == .cancelled)
        #expect(try #require(try await town.letter(to: town.branko.email)).text.contains("Poplava"), "he reads Latin")
        #expect(try await town.letter(to: town.ana.email)?.text.contains("Поплава") != true)
    }

    @Test func `a letter that did not arrive stands at the application and at the person, until the address is another`() async throws {
        let town = try await Town()
        let seminar = try await seminar(town)
        let said = town.say(T.accounts.letterNotArrived)
        #expect(try await !town.vesna.opens("/staff/events/\(seminar)").shows(said))
        try await town.does { try $0.db.run("UPDATE letter SET state = 'dead', fault = 'nobody there' WHERE person = \(town.branko.id)") }
        let desk = try await town.vesna.opens("/staff/events/\(seminar)")
        #expect(desk.html.components(separatedBy: said).count == 3, "as a mark and as a way to the letter, in one row")
        try await town.vesna.becomes(.administrator)
        #expect(try await town.vesna.opens("/people/\(town.branko.id)").shows(said))
        #expect(try await !town.vesna.opens("/people/\(town.ana.id)").shows(said))
        try await town.does { try $0.db.run("UPDATE person SET email = 'nov@bistrik.example' WHERE id = \(town.branko.id)") }
        #expect(try await !town.vesna.opens("/staff/events/\(seminar)").shows(said))
    }

    @Test func `a letter about what is off says when it was to be, not when it is`() async throws {
        let town = try await Town()
        let seminar = try await seminar(town)
        try await town.vesna.does { try EventStore.postpone(seminar, because: "Поплава", in: $0) }
        let letter = try #require(try await town.letter(to: town.ana.email)).text
        #expect(letter.contains("\(town.say(T.events.whenWas)): среда, 11.\u{a0}март\u{a0}2026.") && !letter.contains("\(town.say(T.events.when)):"))
    }

    @Test func `who has not confirmed is written nothing but the link`() async throws {
        let town = try await Town()
        let seminar = try await seminar(town)
        try await town.stranger.opens("/events/\(seminar)/registration")
        try await town.stranger.sends("/events/\(seminar)/registration", [
            "given_name": "Јелка", "family_name": "Права", "email": "jelka@skola.example", "payer": "self",
        ])
        let jelka = try #require(try await town.registrations(for: seminar).last)
        try await town.vesna.opens("/staff/events/\(seminar)/message")
        let page = try await town.vesna.sends(
            "/staff/events/\(seminar)/message", ["to": "chosen", "chosen": "\(jelka.id)", "subject": "Распоред", "text": "Здраво, {име}!"])
        #expect(page.shows(town.say(T.registration.messageCount(count: 0))) && page.form("/message/send") == nil)
        #expect(try await town.letters(to: "jelka@skola.example") == 1)
    }
}
