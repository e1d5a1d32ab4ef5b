import Accounts
package import Centres
import Foundation
import Hummingbird
import Kernel
package import Languages
import Logging
import Mail
import NIOConcurrencyHelpers
import Operation
import Queues
package import Site
import Storage
import Testing
import Web

/// A small town with a centre, its people and a clock that the story moves. Each story has a town of its own, on a database of its own.
///
/// Ана and Бранко teach, Весна coordinates the centre, Милена coordinates a school, Rūta coordinates in Lithuania, Горан must see nothing.
/// They are inventions.
package final class Town: Sendable {
    package let app: App
    package let clock: TownClock
    package let mail: Mailbag
    package let log: Logbook
    package let centre: Centre.ID
    package let ana, branko, vesna, milena, ruta, goran: Someone
    /// A stranger who has not signed in.
    package let stranger: Browser
    private let place: Place
    /// The doors of the house, opened once: that takes longer than a page.
    private let responder: RouterResponder<WebContext>

    /// Wednesday, 4 February 2026, nine in the morning in Belgrade.
    package static let morning = Instant(seconds: 1_770_192_000)

    /// - Parameter environment: settings, as variables.
    package init(at now: Instant = Town.morning, environment: [String: String] = [:]) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "town-\(UUID().uuidString)")
        let carried = try Self.carried.get()
        place = try await Ground.place(in: folder, carried: carried)
        let database = try place.open(connections: 3)
        let clock = TownClock(now)
        let mail = Mailbag()
        self.clock = clock
        self.mail = mail
        let log = Logbook()
        self.log = log
        let settings = try Settings(data: nil, environment: environment)
        let app = try App(
            place: place, database: database, carried: carried, settings: settings, address: "http://localhost", isDemonstration: false,
            logger: log.logger, courier: mail, clock: { clock.now })
        self.app = app
        let responder = app.router.buildResponder()
        self.responder = responder
        stranger = Browser(responder)
        let zone = try #require(Zone("Europe/Belgrade"))
        let people = try await app.records.write(by: .system) { act -> (Centre.ID, [Person.ID]) in
            let centre = try CentreStore.found(
                name: "Центар за стручно усавршавање Бистрик", nameInLithuanian: "Bistriko švietimo centras", nameInEnglish: "Bistrik Teachers’ Centre",
                country: .serbia, zone: zone, language: .sr, currency: .rsd, street: "Школска 1, Бистрик", phone: "025 111 222", email: "centar@bistrik.example", in: act)
            func person(_ given: String, _ family: String, _ email: String, _ language: Language) throws -> Person.ID {
                try PersonStore.add(PersonName(given: given, family: family), email: email, verified: act.now, language: language, in: act)
            }
            let people = [
                try person("Ана", "Ђорђевић", "ana@bistrik.example", .sr), try person("Бранко", "Његован", "branko@bistrik.example", .srLatn),
                try person("Весна", "Ћирић", "vesna@bistrik.example", .sr), try person("Милена", "Џелатовић", "milena@bistrik.example", .sr),
                try person("Rūta", "Žemaitytė", "ruta@bistrik.example", .lt), try person("Горан", "Љубић", "goran@bistrik.example", .sr),
            ]
            try PersonStore.grant(Grant(.coordinator, centre: centre), to: people[2], in: act)
            return (centre, people)
        }
        centre = people.0
        func someone(_ index: Int, _ email: String, _ language: String) -> Someone {
            Someone(id: people.1[index], email: email, app: app, browser: Browser(responder, language: language))
        }
        ana = someone(0, "ana@bistrik.example", "sr")
        branko = someone(1, "branko@bistrik.example", "sr-Latn")
        vesna = someone(2, "vesna@bistrik.example", "sr")
        milena = someone(3, "milena@bistrik.example", "sr")
        ruta = someone(4, "ruta@bistrik.example", "lt")
        goran = someone(5, "goran@bistrik.example", "sr")
        for person in [ana, branko, milena, ruta, goran] { try await person.enters() }
        try await vesna.enters(withFactor: true)
    }

    /// What the program carries is the same in every town, and reading it takes longer than most stories.
    private static let carried = Result { try Carried() }

    deinit { Ground.clear(place) }

    package var zone: Zone { Zone("Europe/Belgrade") ?? .utc }

    /// Another browser, of nobody.
    package func newBrowser(language: String = "sr", host: String = "localhost") -> Browser {
        Browser(responder, host: host, language: language)
    }

    /// A text as the town's people read it.
    package func say(_ phrase: Phrase, _ language: Language = .sr) -> String {
        app.carried.words.texts(language, in: zone)(phrase)
    }

    /// Lets the queue work and the post go out.
    package func settles() async throws {
        try await app.jobs.drain()
        try await app.post.deliver()
    }
}
