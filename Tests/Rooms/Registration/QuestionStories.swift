import Centres
import Events
import Kernel
import Languages
import NIOConcurrencyHelpers
import Registration
import Testing
import Town

/// What an application asks the database. Hundreds come in the first minutes after an announcement, so each question counts.
@Suite struct QuestionStories {
    @Test func `a form asks the database five times, its sending fourteen times`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        let seminar = try await town.seminar()
        let path = "/events/\(seminar)/registration"
        let (browser, count) = try CountedDatabase.browser(of: town)
        var asked: [Int] = []
        func counts<T>(_ deed: () async throws -> T) async throws -> T {
            let before = count.withLockedValue { $0 }
            defer { asked.append(count.withLockedValue { $0 } - before) }
            return try await deed()
        }
        // Branko opens the form first, so that what is kept of the event is kept.
        for someone in [town.branko, town.ana] {
            for cookie in ["session", "browser"] { browser.set(cookie: cookie, someone.browser.cookie(cookie)) }
            _ = try await counts { try await browser.opens(path) }
        }
        let page = try await counts { try await browser.sends(path, ["payer": "school", "schoolId": "\(school)"], follows: false) }
        #expect(page.status == 303)
        #expect(try await town.registrations(for: seminar).first?.school == school)
        // Who reads, seats and own application with the version of what is kept, clashes, schools, the wish for papers.
        #expect(asked[1] <= 5, "the form: \(asked[1])")
        // Who sends, the version of what is kept, the school; then in the act: who it is, seats and own application with the version, the row, the work
        // there, the journal, the letter, the entry in the calendar, whether a program wants to hear of it, the count of changes, the token.
        #expect(asked[2] <= 14, "the sending: \(asked[2])")
    }

    @Test func `what another copy of the program changed is seen by whoever applies next`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let path = "/events/\(seminar)/registration"
        let (other, _) = try CountedDatabase.browser(of: town)
        for cookie in ["session", "browser"] { other.set(cookie: cookie, town.ana.browser.cookie(cookie)) }
        try await other.opens(path)
        try await town.vesna.does { try EventStore.cancel(seminar, because: "Болест реализатора", in: $0) }
        let page = try await other.sends(path, ["payer": "self"])
        #expect(page.status == 409 && page.shows(town.say(T.registration.refusedCancelled)))
        #expect(try await town.registrations(for: seminar).isEmpty)
    }

    @Test func `an act sees what it changed itself before`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let ana = town.ana.id
        try await town.ana.opens("/events/\(seminar)/registration")
        await #expect(throws: Problem.conflict(T.registration.refusedCancelled)) {
            try await town.vesna.does { act in
                try EventStore.cancel(seminar, because: "Болест реализатора", in: act)
                _ = try RegistrationStore.apply(ana, for: seminar, Application(payer: .own), in: act)
            }
        }
        #expect(try await town.ana.applies(to: seminar).state == .admitted, "nothing of that act stands, nor is anything of it kept")
    }
}
