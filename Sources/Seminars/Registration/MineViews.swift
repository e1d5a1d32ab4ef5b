import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// A person's applications on *Моја страница*.
struct MineViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func nothing() -> EmptyState {
        EmptyState(t(T.registration.mineEmpty), t(T.registration.mineEmptyText)) { LinkButton(t(T.events.all), href: reader.link("/events")) }
    }

    /// What waits for the person's word.
    func waiting(_ lines: [RegistrationMine.Line]) -> Markup {
        Markup(ActList(lines.map { line in
            let isOffer = line.registration.state == .offered
            return ActList.Line(
                .waiting, when: line.registration.offeredUntil.map { t(T.registration.untilShort(until: .instant($0))) } ?? "",
                t.run(line.event.title(in: reader.language)), detail: t(line.registration.state.name),
                act: Look.Link(t(isOffer ? T.registration.accept : T.registration.letterOpen), href: path(line)))
        }))
    }

    func list(_ lines: [RegistrationMine.Line]) -> Markup { Markup(EventList(lines.map(line), level: 3)) }

    private func line(_ line: RegistrationMine.Line) -> EventLine {
        let state = line.registration.state
        let isOver = line.event.state == .cancelled || state == .admitted && line.event.ends.map { $0 <= reader.now } ?? false
        let waits = state == .waiting && !isOver ? T.registration.isCollectedShort : isOver ? line.event.state.name : state.name
        let word = line.place.map { t(T.registration.isWaiting(place: .number($0))) } ?? t(waits)
        var shown = line.event.line(reader, href: path(line), state: Chip(isOver ? .neutral : state.tone, word))
        if line.event.state == .postponed { shown.facts = [t(line.event.state.name)] }
        shown.facts += line.waits.map { t(T.registration.mineWorkshopWaits(workshop: $0.workshop.name(in: line.event, t.language), place: .number($0.place ?? 0))) }
        return shown
    }

    private func path(_ line: RegistrationMine.Line) -> String { reader.link("/registrations/\(line.registration.id)") }
}
