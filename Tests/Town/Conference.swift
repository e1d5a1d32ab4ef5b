package import Events
import Kernel
import Languages
package import Registration

extension Town {
    /// A conference with a common part at nine, two workshops at eleven, each with so many seats, and one at one o'clock.
    package func conference(
        seats: Int = 50, in workshops: Int = 1, afternoon: Int = 10, _ change: @escaping @Sendable (inout EventPlan) -> Void = { _ in }
    ) async throws -> Event.ID {
        try await occasion("Conference", "Примери добре праксе", seats: seats) { plan in
            let day = plan.sessions[0].day
            func session(_ from: Int, _ to: Int, _ place: String, _ title: String, _ seats: Int) -> EventSession {
                EventSession(day: day, begins: ClockTime(hour: from, minute: 0)!, ends: ClockTime(hour: to, minute: 0)!, place: place, title: title, seats: seats)
            }
            plan.sessions = [
                session(9, 11, "Велика сала", "Отварање", 0), session(11, 13, "Учионица 2", "Змај од папира", workshops),
                session(11, 13, "Учионица 3", "Музика без нота", workshops), session(13, 14, "Двориште", "Игре напољу", afternoon),
            ]
            change(&plan)
        }
    }

    package func workshops(_ event: Event.ID) async throws -> [OpenWorkshop] { try await finds { try WorkshopStore.open(try EventStore.event(event, in: $0), in: $0) } }

    package func choices(_ registration: Registration.ID) async throws -> [WorkshopChoice] {
        let event = try await self.registration(registration).event
        return try await finds { try WorkshopStore.choices(of: try EventStore.event(event, in: $0), only: registration, in: $0) }
    }

    package func applies(_ someone: Someone, to event: Event.ID, choosing places: [Int]) async throws -> Registration {
        let ids = try await workshops(event).map(\.workshop.id), person = someone.id
        return try await someone.does { act in
            try RegistrationStore.apply(person, for: event, Application(payer: .free, workshops: places.map { ids[$0] }), in: act)
        }
    }
}
