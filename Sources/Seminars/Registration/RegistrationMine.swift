import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// A person's applications on *Моја страница*: what waits for an answer, what is coming, what was.
enum RegistrationMine {
    private struct Line: Sendable {
        let registration: Registration
        let event: Event
        let place: Int?

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
        let lines = registrations.compactMap { registration in
            byId[registration.event].map { Line(registration: registration, event: $0, place: places[registration.id]) }
        }
        let now = act.now
        let asked = lines.filter(\.isAsked)
        let coming = lines.filter { $0.isComing(at: now) }.sorted { ($0.event.starts?.seconds ?? .max) < ($1.event.starts?.seconds ?? .max) }
        let past = lines.filter { !$0.isAsked && !$0.isComing(at: now) }
        return MePart(
            (20, lines.isEmpty ? PagePart { empty($0) } : nil), (30, part(asked, T.registration.mineWaits, waiting)),
            (40, part(coming, T.registration.mineComing, list)), (60, part(past, T.registration.minePast, list)))
    }

    private static func part(_ lines: [Line], _ title: Phrase, _ show: @escaping @Sendable ([Line], Reader) -> Markup) -> PagePart? {
        lines.isEmpty ? nil : PagePart(title) { show(lines, $0) }
    }

    @HTMLBuilder private static func empty(_ reader: Reader) -> some HTML {
        EmptyState(reader.t(T.registration.mineEmpty), reader.t(T.registration.mineEmptyText)) { LinkButton(reader.t(T.events.all), href: reader.link("/events")) }
    }

    @Sendable private static func waiting(_ lines: [Line], _ reader: Reader) -> Markup {
        let t = reader.t
        return Markup(ActList(lines.map { line in
            let isOffer = line.registration.state == .offered
            return ActList.Line(
                .waiting, when: line.registration.offeredUntil.map { t(T.registration.untilShort(until: .instant($0))) } ?? "",
                line.event.title(in: reader.language).text, detail: t(line.registration.state.name),
                act: Look.Link(t(isOffer ? T.registration.accept : T.registration.letterOpen), href: reader.link("/registrations/\(line.registration.id)")))
        }))
    }

    @Sendable private static func list(_ lines: [Line], _ reader: Reader) -> Markup {
        Markup(EventList(lines.map { line($0, reader) }, level: 3))
    }

    private static func line(_ line: Line, _ reader: Reader) -> EventLine {
        let t = reader.t
        let state = line.registration.state
        let isOver = line.event.state == .cancelled || state == .admitted && line.event.ends.map { $0 <= reader.now } ?? false
        let word = line.place.map { t(T.registration.isWaiting(place: .number($0))) } ?? t(isOver ? line.event.state.name : state.name)
        var shown = line.event.line(t, href: reader.link("/registrations/\(line.registration.id)"), state: Chip(isOver ? .neutral : state.tone, word))
        if line.event.state == .postponed { shown.facts = [t(line.event.state.name)] }
        return shown
    }
}
