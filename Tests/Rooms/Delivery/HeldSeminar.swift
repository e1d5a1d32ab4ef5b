import Catalogue
import Centres
import Delivery
import Events
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// A seminar on the days on which it is held.
struct HeldSeminar: Sendable {
    let town: Town
    let event: Event.ID
    let sessions: [DatedSession]
    /// In the order in which they applied.
    let registrations: [Registration]

    /// Everybody named applies for a seminar in five weeks, which is confirmed.
    init(_ town: Town, lasting count: Int = 1, seats: Int = 20, from schools: [ID<SchoolTag>?] = [], _ people: [Someone]) async throws {
        self.town = town
        let event = try await town.seminar(seats: seats, lasting: count)
        self.event = event
        var registrations: [Registration] = []
        for (index, person) in people.enumerated() {
            registrations.append(try await person.applies(to: event, school: index < schools.count ? schools[index] : nil))
        }
        self.registrations = registrations
        try await town.vesna.does { try EventStore.confirm(event, in: $0) }
        let zone = town.zone
        sessions = try await town.finds { try EventStore.event(event, in: $0).sessions(in: zone) }
    }

    /// The clock moves to so many minutes after the beginning of a session; those who were signed in enter again.
    func begins(_ session: Int = 0, minutes: Int = 0) async throws {
        town.clock.becomes(sessions[session].start.adding(minutes: minutes))
        for person in [town.ana, town.branko, town.milena, town.ruta, town.goran] { try await person.enters() }
        try await town.vesna.enters(withFactor: true)
    }

    func marks(_ registration: Int, _ mark: Mark?, in session: Int = 0, missed: Int = 0, because reason: String = "", source: MarkSource = .door) async throws {
        let new = Attendance(
            registration: registrations[registration].id, session: sessions[session].id, mark: mark, missed: missed, source: source, at: town.clock.now)
        let event = event
        try await town.vesna.does { _ = try AttendanceStore.mark([new], of: event, because: reason, in: $0) }
    }

    /// Somebody marks as present who, and where, may be of another event.
    func marks(_ registration: Registration.ID, in session: DatedSession.ID, by someone: Someone) async throws {
        let (event, new) = (event, Attendance(registration: registration, session: session, mark: .present, source: .door, at: town.clock.now))
        try await someone.does { _ = try AttendanceStore.mark([new], of: event, in: $0) }
    }

    var roll: Roll {
        get async throws {
            let event = event
            return try await town.finds { try Roll(EventStore.event(event, in: $0), in: $0) }
        }
    }

    func mark(_ registration: Int, in session: Int = 0) async throws -> Attendance? {
        try await roll.mark(registrations[registration].id, sessions[session].id)
    }

    func isComplete(_ registration: Int) async throws -> Bool {
        let (event, id) = (event, registrations[registration].id)
        return try await town.finds { try AttendanceStore.completions(of: event, in: $0) }.first { $0.registration == id }?.isComplete ?? false
    }

    var path: String { "/staff/events/\(event)" }
    /// A page of one session.
    func page(_ name: String, of session: Int = 0) -> String { "\(path)/sessions/\(sessions[session].id)/\(name)" }
    func door(_ session: Int = 0) -> String { page("door", of: session) }

    /// Everybody goes home, and it is noted that it was held.
    func ends() async throws {
        try await begins(sessions.count - 1, minutes: 500)
        let event = event
        try await town.vesna.does { try EventStore.markHeld(event, in: $0) }
    }

    /// Its attendance is settled; from now on a change needs a reason.
    func closes() async throws {
        let event = event
        try await town.vesna.does { try EventStore.close(event, in: $0) }
    }

    /// Весна writes down somebody who came without having applied.
    func walksIn(_ values: KeyValuePairs<String, String>) async throws -> Page {
        try await town.vesna.opens(page("walk-in"))
        return try await town.vesna.sends("/walk-in", values)
    }

    /// Presses a button of the door's page that is open.
    func taps(_ someone: Someone, _ button: String) async throws {
        let form = try #require(someone.browser.page.forms.first { form in form.action.hasSuffix("/door") && form.fields.contains { $0.name == "act" } })
        try await someone.browser.post(form, ["tap": button])
    }

    /// A refusal and nothing else.
    func refuses(_ reason: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void) async {
        do {
            try await body()
            Issue.record("not refused", sourceLocation: sourceLocation)
        } catch let problem as Problem {
            let said = problem.faults.map { town.say($0.phrase) }.joined(separator: " ")
            #expect(said.contains(reason), "\(problem)", sourceLocation: sourceLocation)
        } catch { Issue.record(error, sourceLocation: sourceLocation) }
    }
}
