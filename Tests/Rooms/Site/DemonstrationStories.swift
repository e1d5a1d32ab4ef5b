import Accounts
import Catalogue
import Centres
import Certificates
import Delivery
import Demo
import Events
import Files
import Foundation
import Kernel
import Languages
import Logging
import Operation
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// What the demonstration shows must be what the rules allow: whoever tries the program learns the trade from it.
@Suite struct DemonstrationStories {
    @Test func `the small centre keeps the rules`() async throws {
        let app = try await filled(size: .small)
        try await keepsTheRules(app)
        await app.records.database.close()
    }

    /// Two centres instead of twelve, and the same rules.
    @Test func `a land of several centres keeps the rules`() async throws {
        let told = Lines()
        let app = try await filled(size: .national, scale: .hamlet) { told.add($0) }
        try await keepsTheRules(app)
        let records = app.records
        try await records.read(as: .system) { act in
            let centres = try CentreStore.all(in: act)
            #expect(centres.count == 2 && centres.map(\.host) == [nil, "lipograd.localhost"])
            for centre in centres {
                let applications = try act.db.count("""
                    SELECT count(*) FROM registration r JOIN event e ON e.id = r.event WHERE e.centre = \(centre.id)
                    """)
                #expect(applications > 500, "\(centre.name): \(applications)")
                #expect(try act.db.count("SELECT count(*) FROM certificate WHERE centre = \(centre.id)") > 100)
                for state in ["closed", "held", "announced", "confirmed"] {
                    #expect(try act.db.exists("SELECT 1 AS found FROM event WHERE centre = \(centre.id) AND state = \(state) LIMIT 1"), "\(centre.name): none \(state)")
                }
            }
        }
        #expect(told.all.map { app.carried.words.texts(.en, in: .utc)($0) }.map { $0.prefix(7) } == ["2 centr", "1 of 2:", "2 of 2:"])

        // Whatever comes next gets numbers of its own, and what was brought is found.
        let next = try await records.write(by: .system) { act in
            try PersonStore.add(PersonName(given: "Нова", family: "Особа"), email: "nova@bistrik.example", verified: nil, language: .sr, in: act)
        }
        #expect(try await records.read(as: .system) { try PersonStore.person(next, in: $0).name.given } == "Нова")
        let (people, papers) = try await records.read(as: .system) { act in
            let centre = try CentreStore.all(in: act)[1].id
            return (
                try PersonStore.search("nastavnik-17@skole-lipograd.example", sorted: .azbuka, in: act),
                try CertificateStore.search("кроз огледе", at: centre, in: act))
        }
        #expect(people.count == 1 && !papers.isEmpty)
        await records.database.close()
    }

    /// What comes with many others stands in its row as it would have when it came alone: no column is forgotten.
    @Test func `who and what is brought stands as what was written one by one`() async throws {
        let town = try await Town()
        let valley = try await town.does { act in
            let place = try MunicipalityStore.add(
                MunicipalityDraft(name: "Долина", district: "", seat: nil), key: MunicipalityKey(country: .serbia, number: "9"), in: act)
            return try SchoolStore.open(SchoolDetails(name: "Школа", kind: .primary, municipality: place), in: act)
        }
        let seminar = try await town.seminar(seats: 1)
        let name = PersonName(given: "Зора", family: "Ђурђевац")
        let people = try await town.does { act in
            let first = try PersonStore.add(name, email: "zora@bistrik.example", verified: act.now, language: .sr, occupation: "педагог", in: act)
            try EmploymentStore.add(first, at: valley, job: "педагог", in: act)
            let other = Person.ID(try act.db.nextNumber(of: "person"))
            let brought = BroughtPerson(other, name, email: "zora.2@bistrik.example", language: .sr, occupation: "педагог", school: valley, came: act.now)
            try PersonStore.bring([brought], in: act)
            return [first, other]
        }
        try await same("person", "id", people, but: ["id", "email"], town)
        try await same("employment", "person", people, but: ["id", "person"], town)

        let events = try await town.does { act in
            let event = try EventStore.event(seminar, in: act)
            let other = Event.ID(try act.db.nextNumber(of: "event"))
            let session = EventSession.ID(try act.db.nextNumber(of: "event_session"))
            let centre = try CentreStore.centre(event.centre, in: act)
            let brought = try BroughtEvent(
                other, event.plan, sessions: [session], .announced, limits: nil, halls: event.halls, of: centre, announced: act.now, settled: nil, by: town.vesna.id)
            try EventStore.bring([brought], in: act)
            return [seminar, other]
        }
        for table in ["event", "event_session", "event_text"] as [StaticString] {
            try await same(table, table.description == "event" ? "id" : "event", events, but: ["id", "event"], town)
        }

        try await town.does { act in
            for (place, person) in people.enumerated() {
                let application = Application(school: valley, payer: .own)
                _ = try RegistrationStore.apply(person, for: seminar, application, in: act)
                guard place == 1 else { continue }
                let brought = BroughtGroup(of: try EventStore.event(events[1], in: act), from: try act.db.nextNumber(of: "registration"), people.map {
                    BroughtGroup.Applicant($0, school: valley, payer: .own, at: act.now)
                })
                #expect(brought.rows.map(\.state) == [.admitted, .waiting], "the same rule about seats")
                try RegistrationStore.bring([brought], in: act)
            }
        }
        try await same("registration", "event", events, but: ["id", "event"], town)
        try await same("invitation", "event", events, but: ["id", "event"], town)
    }

    /// Whether the rows of one are those of the other.
    private func same<Owner>(_ table: StaticString, _ column: StaticString, _ owners: [Kernel.ID<Owner>], but other: Set<String>, _ town: Town) async throws {
        let rows = try await town.finds { act in
            try owners.map { owner in
                try act.db.rows("SELECT * FROM \(name: table) WHERE \(name: column) = \(owner) ORDER BY 1, 2").map { row in
                    zip(row.names, row.values).filter { !other.contains($0.0) }.map { "\($0.0): \($0.1)" }
                }
            }
        }
        #expect(rows[0] == rows[1] && !rows[0].isEmpty, "\(table)")
    }

    // MARK: The rules

    private func keepsTheRules(_ app: App) async throws {
        try await app.records.read(as: .system) { act in
            for centre in try CentreStore.all(in: act) {
                for event in try EventStore.ids(of: centre.id, in: EventState.allCases, words: "", in: act) {
                    try keepsTheRules(EventStore.event(event, in: act), centre, act)
                }
            }
            for cycle in try CycleStore.cycles(in: act) {
                #expect(cycle.name == "\(cycle.days.lowerBound.year)–\(cycle.days.upperBound.year)", "it is called as its key says")
            }
            #expect(try RegisterStore.chains(in: act).flatMap(\.faults) == [])
        }
        #expect(try await app.records.database.integrityFaults() == [])
        let inspection = await Inspection(app.place, settings: try Settings(data: nil, environment: [:]), carried: app.carried)
        let faults = inspection.findings.filter { $0.fault != nil && $0.subject != .backup && $0.subject != .typesetter }
        #expect(faults.map { "\($0.subject): \($0.fault.map { "\($0)" } ?? "")" } == [])
    }

    private func keepsTheRules(_ event: Event, _ centre: Centre, _ act: Act) throws {
        // What a list of earlier years tells has days and no hours, and a register of its own.
        guard !event.isEarlier else { return }
        let (plan, title) = (event.plan, event.title(in: .sr).text)
        #expect(plan.faults(of: event.form, limits: try EventStore.limits(of: plan.programme, in: act), zone: centre.zone, today: nil).isEmpty, "\(event.id) \(title)")
        if event.state.isAlive { #expect(try EventStore.clashes(of: event, in: act).isEmpty, "\(event.id) \(title)") }

        // Hours are spread over days: no more than eight of 45 minutes a day, and as many as its programme has.
        let days = Dictionary(grouping: event.stretches, by: \.day).mapValues { $0.reduce(0) { $0 + $1.ends.minutes - $1.begins.minutes } }
        #expect(days.values.allSatisfy { $0 <= 8 * 45 + 30 }, "\(event.id) \(title) has a day that is too long")
        if let programme = try EventStore.programme(plan.programme, in: act) {
            let hours = days.values.reduce(0) { $0 + $1 / 45 }
            #expect(hours >= programme.hours && hours < programme.hours + 2 * days.count, "\(event.id) \(title): \(hours) of \(programme.hours)")
        }

        // Nobody is there beyond the seats, and nobody waits beside a free one before it is too late to offer it.
        let seats = try RegistrationStore.seats(of: event, in: act)
        #expect(seats.taken <= seats.seats, "\(event.id) \(title)")
        #expect(seats.waiting == 0 || seats.offerable == 0 || event.state.isOff || event.starts ?? act.now < act.now, "\(event.id) \(title)")

        // Who completed what was held has one paper where papers were signed, and nobody else has.
        let complete = event.state == .held || event.state == .closed ? try AttendanceStore.completions(of: event.id, in: act).filter(\.isComplete).map(\.person) : []
        let papers: [Person.ID] = try act.db.rows("""
            SELECT person FROM certificate
            WHERE event = \(event.id) AND part = 'participant' AND state IN ('valid', 'prepared') AND duplicate_of IS NULL AND replaces IS NULL
            """).map { try $0["person"] }
        if event.state == .closed { #expect(!papers.isEmpty, "\(event.id) \(title)") }
        #expect(Set(papers).isSubset(of: complete) && Set(papers).count == papers.count, "\(event.id) \(title)")
    }

    // MARK: The place

    private func filled(size: Demo.Size, scale: DemoScale? = nil, tell: @escaping @Sendable (Phrase) -> Void = { _ in }) async throws -> App {
        let carried = try Carried()
        let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)")
        let place = try await Ground.place(in: folder, carried: carried)
        let app = try App(
            place: place, database: place.open(connections: 3), carried: carried, settings: Settings(data: nil, environment: [:]), address: "http://localhost",
            isDemonstration: true, logger: Logger(label: "demonstration"), clock: { Town.morning })
        try await Demo.fill(app.records, seal: app.installation.seal, files: FileFolder(app.installation.files), size: size, scale: scale, tell: tell)
        return app
    }
}

/// What was told meanwhile.
private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [Phrase] = []
    func add(_ line: Phrase) { lock.withLock { lines.append(line) } }
    var all: [Phrase] { lock.withLock { lines } }
}
