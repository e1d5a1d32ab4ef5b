import Accounts
import Events
import Kernel
import Languages
import Registration
import Site
import Storage

extension Town {
    var zone: Zone { Zone("Europe/Belgrade") ?? .utc }

    /// An announced seminar: by default in five weeks, one day from nine to three, free of charge.
    func seminar(
        _ title: String = "Дигитална учионица", seats: Int = 2, min: Int = 0, inDays days: Int = 35, lasting sessions: Int = 1, deadline: Day? = nil, announced: Bool = true
    ) async throws -> Event.ID {
        let first = zone.day(of: clock.now).adding(days: days)
        let plan = EventPlan(
            language: .sr, seatsMin: min, seats: seats, deadline: deadline ?? first.adding(days: -15), fee: .rsd(0), payers: [.own, .school, .free], points: 8,
            texts: [.sr: EventText(title: title)],
            sessions: (0..<sessions).map { EventSession(day: first.adding(days: $0), begins: ClockTime(hour: 9, minute: 0)!, ends: ClockTime(hour: 15, minute: 0)!, place: "Бистрик, Школска 1") })
        let centre = centre
        return try await does(vesna) { act in
            let id = try EventStore.draft(.seminar, plan, centre: centre, in: act)
            if announced { try EventStore.announce(id, limits: nil, in: act) }
            return id
        }
    }

    /// One act in somebody's name, with the rights that this person has.
    func does<T: Sendable>(_ someone: Someone, _ body: @escaping @Sendable (Act) throws -> T) async throws -> T {
        let id = someone.id
        let actor = try await app.records.read(as: .system) { try PersonStore.actor(id, in: $0) } ?? .visitor
        return try await app.records.write(by: actor, body)
    }

    func applies(_ someone: Someone, for event: Event.ID, payer: Payer = .own, school: ID<SchoolTag>? = nil) async throws -> Registration {
        let id = someone.id
        return try await does(someone) { try RegistrationStore.apply(id, for: event, Application(school: school, payer: payer), in: $0) }
    }

    func registration(_ id: Registration.ID) async throws -> Registration {
        try await app.records.read(as: .system) { try RegistrationStore.registration(id, in: $0) }
    }

    func change(_ event: Event.ID, _ change: @escaping @Sendable (inout EventPlan) -> Void) async throws {
        try await does(vesna) { act in
            var plan = try EventStore.event(event, in: act).plan
            change(&plan)
            try EventStore.change(event, plan, limits: nil, in: act)
        }
    }

    /// Moves the clock and lets what is due happen, event by event, as the schedule does.
    func later(days: Int = 0, hours: Int = 0, minutes: Int = 0) async throws {
        clock.passes(days: days, hours: hours, minutes: minutes)
        let due = try await app.records.read(as: .system) { try RegistrationStore.due(in: $0) }
        for event in due { try await app.records.write(by: .system) { try RegistrationStore.advance(event, in: $0) } }
    }
}
