package import Accounts
package import Events
package import Kernel
package import Languages
package import Registration
import Site
import Storage

extension Town {
    /// An announced seminar: by default in five weeks, one day from nine to three, free of charge.
    package func seminar(
        _ title: String = "Дигитална учионица", seats: Int = 2, min: Int = 0, inDays days: Int = 35, lasting sessions: Int = 1, deadline: Day? = nil,
        announced: Bool = true
    ) async throws -> Event.ID {
        let first = zone.day(of: clock.now).adding(days: days)
        let (nine, three) = (ClockTime(hour: 9, minute: 0)!, ClockTime(hour: 15, minute: 0)!)
        let plan = EventPlan(
            language: .sr, seatsMin: min, seats: seats, deadline: deadline ?? first.adding(days: -15), fee: .rsd(0), payers: [.own, .school, .free], points: 8,
            texts: [.sr: EventText(title: title)],
            sessions: (0..<sessions).map { EventSession(day: first.adding(days: $0), begins: nine, ends: three, place: "Бистрик, Школска 1") })
        let centre = centre
        return try await vesna.does { act in
            let id = try EventStore.draft(.seminar, plan, centre: centre, in: act)
            if announced { try EventStore.announce(id, limits: nil, in: act) }
            return id
        }
    }

    package func event(_ id: Event.ID) async throws -> Event {
        try await finds { try EventStore.event(id, in: $0) }
    }

    package func registration(_ id: Registration.ID) async throws -> Registration {
        try await finds { try RegistrationStore.registration(id, in: $0) }
    }

    /// So many people whom nobody knows by name, each with an address.
    package func crowd(of count: Int) async throws -> [Person.ID] {
        try await does { act in
            try (0..<count).map { number in
                let name = PersonName(given: "Полазник", family: "\(number)")
                return try PersonStore.add(name, email: "p\(number)@bistrik.example", verified: act.now, language: .sr, in: act)
            }
        }
    }

    /// All applications for an event; those that count in the queue stand in its order, before the others.
    package func registrations(for event: Event.ID) async throws -> [Registration] {
        try await finds { act in
            try act.db.rows("SELECT * FROM registration WHERE event = \(event) ORDER BY queued NULLS LAST, id").map(Registration.init(row:))
        }
    }

    package func change(_ event: Event.ID, _ change: @escaping @Sendable (inout EventPlan) -> Void) async throws {
        try await vesna.does { act in
            var plan = try EventStore.event(event, in: act).plan
            change(&plan)
            try EventStore.change(event, plan, limits: nil, in: act)
        }
    }

    /// Moves the clock and lets what is due happen, event by event, as the schedule does.
    package func later(days: Int = 0, hours: Int = 0, minutes: Int = 0) async throws {
        clock.passes(days: days, hours: hours, minutes: minutes)
        let due = try await finds { try RegistrationStore.due(in: $0) }
        for event in due { try await does { try RegistrationStore.advance(event, in: $0) } }
    }
}

extension Someone {
    package func cancels(_ event: Event.ID, because reason: String) async throws {
        try await does { try EventStore.cancel(event, because: reason, in: $0) }
    }

    package func postpones(_ event: Event.ID, because reason: String) async throws {
        try await does { try EventStore.postpone(event, because: reason, in: $0) }
    }

    package func applies(to event: Event.ID, payer: Payer = .own, school: ID<SchoolTag>? = nil) async throws -> Registration {
        let id = id
        return try await does { try RegistrationStore.apply(id, for: event, Application(school: school, payer: payer), in: $0) }
    }

    package func withdraws(_ registration: Registration.ID) async throws {
        try await does { try RegistrationStore.withdraw(registration, in: $0) }
    }

    /// Takes the seat that was offered.
    package func accepts(_ registration: Registration.ID) async throws {
        try await does { try RegistrationStore.accept(registration, in: $0) }
    }

    package func admits(_ registration: Registration.ID, because reason: String = "") async throws {
        try await does { try RegistrationStore.admit(registration, because: reason, in: $0) }
    }

    package func refuses(_ registration: Registration.ID, because reason: String) async throws {
        try await does { try RegistrationStore.refuse(registration, because: reason, in: $0) }
    }
}
