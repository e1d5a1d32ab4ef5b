import Centres
import Kernel
import Languages
import NIOConcurrencyHelpers
import Registration
import Testing
import Town

/// What an application asks the database. Hundreds come in the first minutes after an announcement, so each question counts.
@Suite struct QuestionStories {
    @Test func `a form asks the database seven times, its sending twenty times`() async throws {
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
        // Who reads (2), the version of what is kept, seats and own application, clashes, schools, the wish for papers.
        #expect(asked[1] <= 7, "the form: \(asked[1])")
        // Who sends (2), payers, school; then in the act: its token (2), wish, employment, the event (4) and its centre, seats and own application,
        // the row, the journal, the letter (2) and the entry in the calendar, the count of changes.
        #expect(asked[2] <= 20, "the sending: \(asked[2])")
    }
}
