import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// Somebody's applications at a centre, on the card that the centre's people see.
enum RegistrationCard {
    @Sendable static func tell(_ asked: CardAsked, in act: Act) throws -> MePart? {
        let registrations = try RegistrationStore.all(of: asked.person, in: act).filter(\.hasCounted)
        let events = try EventStore.events(registrations.map(\.event), in: act).filter { $0.centre == asked.centre }
        let byId = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        let lines = registrations.compactMap { registration in byId[registration.event].map { (registration, $0) } }
        return MePart((10, lines.isEmpty ? nil : PagePart(T.registration.cardTitle) { reader in
            ForEach(lines) { registration, event in
                let day = event.starts.map { [Run(reader.t.day(reader.centre.zone.day(of: $0), .numeric))] } ?? []
                PersonLine(
                    reader.t.run(event.title(in: reader.language)), href: reader.link("/staff/events/\(event.id)"), detail: day,
                    state: Chip(registration.state.tone, reader.t(registration.state.name)))
            }
        }))
    }
}
