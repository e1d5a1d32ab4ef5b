@testable import Accounts
import Centres
import Forms
import Kernel
import Languages
import Operation
import Site
import Storage
import Synchronization
import Testing
import Town
import Web

@Suite struct NewcomerStories {
    private func signsUp(_ town: Town, _ browser: Browser, _ email: String = "nova@skola.example") async throws -> String {
        try await browser.opens("/sign-up")
        try await browser.sends("/sign-up", ["given_name": "Нова", "family_name": "Колегиница", "email": email])
        return try await town.mailedLink(to: email)
    }

    @Test func `whoever gives the same new address at the same moment gets the same answer`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        func crowd(_ count: Int, at path: String, _ email: String) async throws -> [Page] {
            let browsers = (0..<count).map { _ in town.newBrowser() }
            for browser in browsers { try await browser.opens(path) }
            return try await withThrowingTaskGroup(of: Page.self) { group in
                for (place, browser) in browsers.enumerated() {
                    group.addTask {
                        try await browser.sends(path, ["given_name": "Нова", "family_name": "Колегиница \(place)", "email": email, "payer": "self"], follows: false)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        for round in 0..<4 {
            for (path, email) in [("/events/\(seminar)/registration", "prva\(round)@skola.example"), ("/sign-up", "druga\(round)@skola.example")] {
                let statuses = try await crowd(5, at: path, email).map(\.status)
                #expect(statuses == Array(repeating: statuses[0], count: 5) && statuses[0] < 400, "\(path): \(statuses)")
                #expect(try await town.count("person WHERE email = '\(email)'") == 1)
            }
        }
        let name = PersonName(given: "Нова", family: "Колегиница")
        await #expect(throws: Problem.conflict(T.accounts.emailTaken)) {
            try await town.does { _ = try PersonStore.add(name, email: "prva0@skola.example", verified: nil, language: .sr, in: $0) }
        }
    }

    private func person(_ email: String, in town: Town) async throws -> Person? {
        try await town.finds { try PersonStore.person(email: email, in: $0) }
    }

    @Test func `an account is opened with a name and an address, and counts from the click`() async throws {
        let town = try await Town()
        let browser = town.newBrowser()
        let link = try await signsUp(town, browser)
        let newcomer = try #require(try await person("nova@skola.example", in: town))
        #expect(newcomer.verified == nil && newcomer.isNewcomer)
        town.clock.passes(days: 2)
        try await browser.opens(link)
        let inside = try await browser.sends(link)
        #expect(inside.shows("Нова Колегиница"))
        let known = try #require(try await person("nova@skola.example", in: town))
        #expect(known.verified == town.clock.now && !known.isNewcomer)
    }

    @Test func `what is missing is told field by field and nothing typed is lost`() async throws {
        let town = try await Town()
        try await town.stranger.opens("/sign-up")
        let page = try await town.stranger.sends("/sign-up", ["given_name": "Нова", "family_name": "", "email": "nova@skola"])
        #expect(page.status == 422)
        #expect(page.carried("given_name") == "Нова" && page.carried("email") == "nova@skola")
        #expect(page.shows(town.say(T.accounts.nameMissing)) && page.shows(town.say(T.forms.emailHost(host: "skola"))))
        #expect(page.link(town.say(T.accounts.dataMore)) == "/sr/data-protection", "why it is asked stands beside the fields")
    }

    @Test func `after seven days an unproved newcomer is forgotten; who proved, or was added by staff, stays`() async throws {
        let town = try await Town()
        let late = try await signsUp(town, town.newBrowser(), "late@skola.example")
        let browser = town.newBrowser()
        let link = try await signsUp(town, browser)
        try await browser.opens(link)
        try await browser.sends(link)
        try await town.does { act in
            _ = try PersonStore.add(PersonName(given: "Стара", family: "Књига"), email: "stara@skola.example", verified: nil, language: .sr, in: act)
        }
        town.clock.passes(days: 6, hours: 23)
        #expect(try await town.does { try PersonStore.purgeUnverified(in: $0) } == 0)
        town.clock.passes(hours: 1)
        #expect(try await town.does { try PersonStore.purgeUnverified(in: $0) } == 1)
        #expect(try await person("late@skola.example", in: town) == nil)
        #expect(try await person("stara@skola.example", in: town)?.name.family == "Књига")
        #expect(try await town.stranger.opens(late).status == 404)
    }

    @Test func `only the proof says yes to what was asked in somebody's name`() async throws {
        let town = try await Town()
        let seen = Mutex<[Person.ID]>([])
        var exchange = Exchange()
        exchange.on(PersonVerified.self) { fact, _ in seen.withLock { $0.append(fact.person) } }
        let records = Records(
            database: town.records.database, words: town.app.carried.words, address: "http://localhost", exchange: exchange, clock: { town.clock.now })
        func use(_ person: Person.ID, _ purpose: SignInLink.Purpose) async throws -> SignInLink {
            let token = Token.random()
            return try await records.write(by: .visitor) { act in
                _ = try SignInLinks.issue(for: person, purpose: purpose, onward: "/me", token: token, in: act)
                return try SignInLinks.use(token, in: act)
            }
        }
        #expect(try await use(town.ana.id, .enter).letsIn)
        #expect(seen.withLock { $0 }.isEmpty, "entering says nothing about applications")
        #expect(try await !use(town.ana.id, .verify).letsIn, "a link that lives for days does not let into an account in use")
        #expect(seen.withLock { $0 } == [town.ana.id])
        let newcomer = try await records.write(by: .visitor) { act in
            try PersonStore.newcomer(name: PersonName(given: "Нова", family: "Особа"), email: "Nova@skola.example", language: .sr, in: act)
        }
        #expect(try await use(newcomer, .enter).letsIn)
        #expect(seen.withLock { $0 } == [town.ana.id], "nor does a newcomer's")
        #expect(try await !use(newcomer, .verify).letsIn)
        #expect(seen.withLock { $0 } == [town.ana.id, newcomer])
    }

    @Test func `a name counts with the click on the link that it was typed with; somebody known keeps the name`() async throws {
        let town = try await Town()
        let (stranger, owner) = (town.newBrowser(), town.newBrowser())
        _ = try await signsUp(town, stranger)
        try await owner.opens("/sign-up")
        try await owner.sends("/sign-up", ["given_name": "Права", "family_name": "Особа", "email": "nova@skola.example"])
        let link = try await town.mailedLink(to: "nova@skola.example")
        #expect(try await person("nova@skola.example", in: town)?.name.full == "Нова Колегиница")
        let asks = try await owner.opens(link)
        #expect(asks.shows("Права Особа") && !asks.shows("Нова Колегиница"))
        try await owner.sends(link)
        #expect(try await person("nova@skola.example", in: town)?.name.full == "Права Особа")
    }

    /// Whoever types a name decides what a centre writes to strangers, so that it writes nothing of the kind.
    @Test func `no letter to an address that nobody proved says a word that was typed`() async throws {
        let town = try await Town()
        let words = ["Купите", "Повољно", "Одмах"]
        let named: KeyValuePairs = ["given_name": "Купите", "family_name": "Повољно", "email": "victim@skola.example"]
        for _ in 0..<2 {
            try await town.stranger.opens("/sign-up")
            try await town.stranger.sends("/sign-up", named)
        }
        let seminar = try await town.seminar()
        try await town.stranger.opens("/events/\(seminar)/registration")
        try await town.stranger.sends("/events/\(seminar)/registration", [
            "given_name": "Купите", "family_name": "Повољно", "email": "victim@skola.example", "payer": "self", "note": "Одмах",
        ])
        try await town.stranger.opens("/sign-in")
        try await town.stranger.sends("/sign-in", ["email": "victim@skola.example"])
        // Somebody known takes the words as a name, and an address that is another's.
        try await town.goran.does { try AccountStore.rename(town.goran.id, to: PersonName(given: "Купите", family: "Повољно"), in: $0) }
        try await town.proves(town.goran, for: "/me/account/email")
        try await town.goran.sends("/me/account/email", ["email": "other@skola.example"])
        let letters = try await town.finds { act in
            try act.db.rows("""
                SELECT name, subject, text, html, coalesce(calendar, '') AS calendar FROM letter
                WHERE address IN ('victim@skola.example', 'other@skola.example')
                """)
                .map { row in try ["name", "subject", "text", "html", "calendar"].map { try row[$0] as String }.joined(separator: "\n") }
        }
        #expect(letters.count == 5)
        for letter in letters { #expect(words.allSatisfy { !letter.contains($0) }) }
    }

    @Test(arguments: [
        "http://buy.example", "Ана buy.example", "ana@buy.example", "www buy", "buy/now", "Ana a-b.lt", "\\\\host",
    ]) func `a name is no address`(name: String) async throws {
        let town = try await Town()
        try await town.stranger.opens("/sign-up")
        let page = try await town.stranger.sends("/sign-up", ["given_name": name, "family_name": "Особа", "email": "nova@skola.example"])
        #expect(page.status == 422 && page.shows(town.say(T.accounts.nameHoldsAddress)))
        #expect(PersonName(given: "Ана", family: name).holdsAddress)
    }

    @Test func `names as they are written are taken`() {
        for name in ["Ђ. Ана", "О’Браjен", "Др Ана", "J.R.R.", "М.Петровић", "Ана-Марија", "Жан Д’Арк", "Ana Wwwilson", "д-р Јова"] {
            #expect(!PersonName(given: name, family: "Особа").holdsAddress, "\(name)")
        }
    }

    @Test func `whoever was known keeps the name that a stranger types`() async throws {
        let town = try await Town()
        let people = try await town.records.write(by: .visitor) { act in
            let first = try PersonStore.newcomer(name: PersonName(given: "Ана", family: "Погрешна"), email: "nova@skola.example", language: .sr, in: act)
            let second = try PersonStore.newcomer(name: PersonName(given: "Нова", family: "Права"), email: "nova@skola.example", language: .sr, in: act)
            let known = try PersonStore.newcomer(name: PersonName(given: "Лажна", family: "Ана"), email: town.ana.email, language: .sr, in: act)
            return [first, second, known]
        }
        #expect(people[0] == people[1] && people[2] == town.ana.id)
        #expect(try await person("nova@skola.example", in: town)?.name.full == "Ана Погрешна", "until a click says otherwise")
        #expect(try await town.ana.person.name.full == "Ана Ђорђевић")
    }
}
