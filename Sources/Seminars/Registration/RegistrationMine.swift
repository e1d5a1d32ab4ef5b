import Accounts
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// A person's applications on *Моја страница*: what waits for an answer, what is coming, what was.
enum RegistrationMine {
    struct Line: Sendable {
        let registration: Registration
        let event: Event
        let place: Int?
        /// Workshops of it for which the person waits.
        let waits: [WorkshopChoice]

        var isAsked: Bool { registration.state == .offered || registration.state == .unconfirmed }

        func isComing(at now: Instant) -> Bool {
            (registration.state == .admitted || registration.state == .waiting) && event.state != .cancelled && event.ends.map { now < $0 } ?? true
        }
    }

    @Sendable static func tell(_ asked: MeAsked, in act: Act) throws -> MePart {
        let registrations = try RegistrationStore.all(of: asked.person, in: act)
        let events = try EventStore.events(registrations.map(\.event), in: act)
        let byId = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        let places = try RegistrationStore.places(of: asked.person, in: act)
        let lines = try registrations.compactMap { registration in
            try byId[registration.event].map { event in
                let waits = registration.state.hasSeat && !event.isOver(at: act.now)
                    ? try WorkshopStore.choices(of: event, only: registration.id, in: act).filter { $0.standing == .waiting } : []
                return Line(registration: registration, event: event, place: places[registration.id], waits: waits)
            }
        }
        let packages = try PackageMine.mine(registrations, in: act)
        let now = act.now
        let waiting = lines.filter(\.isAsked)
        let coming = lines.filter { $0.isComing(at: now) }.sorted { ($0.event.starts?.seconds ?? .max) < ($1.event.starts?.seconds ?? .max) }
        let past = lines.filter { !$0.isAsked && !$0.isComing(at: now) }
        let offers = try RegistrationStore.handOvers(to: asked.person, in: act)
        return MePart(
            (25, offers.isEmpty ? nil : PagePart(T.registration.handOverWaits) { HandOverViews(reader: $0).waiting(offers) }),
            (20, lines.isEmpty ? PagePart { MineViews(reader: $0).nothing() } : nil),
            (50, packages.isEmpty ? nil : PagePart(T.registration.packages) { reader in ul { ForEach(packages) { $0.line(reader) } } }),
            (30, part(waiting, T.registration.mineWaits) { $0.waiting($1) }),
            (40, part(coming, T.registration.mineComing) { $0.list($1) }), (60, part(past, T.registration.minePast) { $0.list($1) }))
    }

    private static func part(_ lines: [Line], _ title: Phrase, _ show: @escaping @Sendable (MineViews, [Line]) -> Markup) -> PagePart? {
        lines.isEmpty ? nil : PagePart(title) { show(MineViews(reader: $0), lines) }
    }
}
