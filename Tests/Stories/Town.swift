import Accounts
import Centres
import Foundation
import Hummingbird
import Kernel
import Languages
import Logging
import Mail
import NIOConcurrencyHelpers
import Queues
import Site
import Storage
import Testing
import Web

/// A small town with a centre, its people and a clock that the story moves. Each story has a town of its own, on a database of its own.
///
/// Ана and Бранко teach, Весна coordinates the centre, Милена coordinates a school, Rūta coordinates in Lithuania, Горан must see nothing.
/// They are inventions.
final class Town: Sendable {
    let app: App
    let clock: TownClock
    let mail: Mailbag
    let centre: Centre.ID
    let ana, branko, vesna, milena, ruta, goran: Someone
    /// A stranger who has not signed in.
    let stranger: Browser
    private let folder: URL

    /// Wednesday, 4 February 2026, nine in the morning in Belgrade.
    static let morning = Instant(seconds: 1_770_192_000)

    /// - Parameter environment: settings, as variables.
    init(at now: Instant = Town.morning, environment: [String: String] = [:]) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "town-\(UUID().uuidString)")
        let carried = try Carried()
        let place = try await Ground.place(in: folder, carried: carried)
        let database = try place.open(connections: 3)
        let clock = TownClock(now)
        let mail = Mailbag()
        self.clock = clock
        self.mail = mail
        let settings = try Settings(data: nil, environment: environment)
        let app = try App(
            place: place, database: database, carried: carried, settings: settings, address: "http://localhost", isDemonstration: false,
            logger: Logger(label: "town"), courier: mail, clock: { clock.now })
        self.app = app
        let responder = app.router.buildResponder()
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

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Another browser, of nobody.
    func newBrowser(language: String = "sr", host: String = "localhost") -> Browser {
        Browser(app.router.buildResponder(), host: host, language: language)
    }

    /// A text as the town's people read it.
    func say(_ phrase: Phrase, _ language: Language = .sr) -> String {
        app.carried.words.texts(language, in: Zone("Europe/Belgrade") ?? .utc)(phrase)
    }

    /// Lets the queue work and the post go out.
    func settles() async throws {
        try await app.jobs.drain()
        try await app.post.deliver()
    }

    func journal(_ noun: String, _ id: Int64) async throws -> [String] {
        try await app.records.read(as: .system) { act in
            try act.db.rows("SELECT deed FROM journal WHERE noun = \(noun) AND subject = \(id) ORDER BY id").map { try $0["deed"] }
        }
    }
}

/// One of the cast, with a browser.
final class Someone: Sendable {
    let id: Person.ID
    let email: String
    let browser: Browser
    private let app: App

    init(id: Person.ID, email: String, app: App, browser: Browser) {
        self.id = id
        self.email = email
        self.app = app
        self.browser = browser
    }

    /// Is signed in; how one signs in has stories of its own.
    func enters(withFactor: Bool = false) async throws {
        let token = Token.random()
        let id = id
        try await app.records.write(by: .system) { act in
            try SessionStore.begin(token, person: id, isStaff: withFactor, hasFactor: withFactor, device: "story", in: act)
        }
        browser.set(cookie: "session", token.text)
    }

    @discardableResult
    func opens(_ path: String) async throws -> Page { try await browser.opens(path) }

    @discardableResult
    func sends(_ action: String, _ values: KeyValuePairs<String, String> = [:], sourceLocation: SourceLocation = #_sourceLocation) async throws -> Page {
        try await browser.sends(action, values, sourceLocation: sourceLocation)
    }
}

/// The town's clock: it stands until the story moves it.
final class TownClock: Sendable {
    private let time: NIOLockedValueBox<Instant>
    init(_ now: Instant) { time = NIOLockedValueBox(now) }
    var now: Instant { time.withLockedValue { $0 } }
    func passes(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
        time.withLockedValue { $0 = $0.adding(days: days).adding(hours: hours).adding(minutes: minutes).adding(seconds: seconds) }
    }
    func becomes(_ instant: Instant) { time.withLockedValue { $0 = instant } }
}

/// What the postman brought.
final class Mailbag: Courier {
    struct Piece: Sendable {
        let to: String
        let text: String

        /// The words of the plain part, decoded.
        var plain: String {
            let parts = text.components(separatedBy: "\r\n--").compactMap { part -> String? in
                let pieces = part.components(separatedBy: "\r\n\r\n")
                guard pieces[0].contains("text/plain"), pieces.count > 1 else { return nil }
                let body = pieces.dropFirst().joined(separator: "\r\n\r\n")
                if pieces[0].lowercased().contains("base64") {
                    return Data(base64Encoded: body.filter { !$0.isWhitespace }).map { String(decoding: $0, as: UTF8.self) }
                }
                let joined = body.replacingOccurrences(of: "=\r\n", with: "")
                return joined.replacingOccurrences(of: "=", with: "%").removingPercentEncoding ?? joined
            }
            return parts.first ?? ""
        }
    }
    private let pieces = NIOLockedValueBox<[Piece]>([])
    private let fails = NIOLockedValueBox(false)

    var all: [Piece] { pieces.withLockedValue { $0 } }
    var last: Piece? { all.last }
    func to(_ address: String) -> [Piece] { all.filter { $0.to == address } }
    /// The mail server is down, or up again.
    func stops(_ down: Bool) { fails.withLockedValue { $0 = down } }

    func deliver(_ parcel: Parcel) async throws {
        if fails.withLockedValue({ $0 }) { throw DeliveryProblem(.temporary, "the server is down") }
        for address in parcel.to {
            pieces.withLockedValue { $0.append(Piece(to: address.text, text: String(decoding: parcel.bytes, as: UTF8.self))) }
        }
    }
}

extension Mailbag {
    /// The path of the first way in that a letter to this address holds.
    func link(to address: String) -> String? {
        guard let text = to(address).last?.plain, let match = text.firstMatch(of: /http:\/\/localhost(\/\S*\/enter\/[A-Za-z0-9]+)/) else { return nil }
        return String(match.1)
    }
}
