import Kernel
import Languages
package import Look
import People
package import Web

/// An event as a row of a list, with its seats: the same wherever events are listed.
package enum EventLines {
    package static func line(_ event: Event, _ seats: Seats?, _ visit: Visit) -> EventLine {
        let t = visit.t
        let title = event.title(in: visit.language)
        let sessions = event.plan.sessions
        let first = sessions.first
        let day = first.map { first in
            let last = sessions.last?.day ?? first.day
            return last == first.day ? t.day(first.day, .short) : "\(t.day(first.day, .short)) – \(t.day(last, .short))"
        }
        var facts: [String] = []
        if event.plan.points > 0 { facts.append(t(T.events.pointsCount(count: event.plan.points))) }
        facts.append(event.plan.fee.isZero ? t(T.events.free) : t.money(event.plan.fee))
        return EventLine(
            title: title.text, href: visit.link("/events/\(event.id)"), day: day ?? "", hours: first.map { t.times($0.begins, to: $0.ends) } ?? "",
            begins: event.starts?.iso ?? "", place: first.map { t.shown(EventSummary.place($0, of: event)) } ?? "", facts: facts,
            state: chip(event, seats, visit), lang: title.language.htmlLang)
    }

    /// What matters most of an event's state to somebody who looks for a seat.
    package static func chip(_ event: Event, _ seats: Seats?, _ visit: Visit) -> Chip? {
        let t = visit.t
        switch event.state {
        case .cancelled: return Chip(.bad, t(event.state.name))
        case .postponed, .draft: return Chip(.waiting, t(event.state.name))
        case .held, .closed: return Chip(.neutral, t(event.state.name))
        case .announced, .confirmed:
            guard let seats else { return nil }
            guard event.isOpen(at: visit.now, in: visit.centre.zone) else { return Chip(.neutral, t(T.registration.closedShort)) }
            return seats.left > 0 ? Chip(.good, t(T.registration.seatsLeftShort(count: seats.left))) : Chip(.waiting, t(T.registration.fullShort))
        }
    }
}
