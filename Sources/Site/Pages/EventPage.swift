import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Registration
import Web

/// The page of one event: what, when, where, for how much, and the one act.
enum EventPage {
    private struct Shown: Sendable {
        let event: Event
        let centre: Centre
        let seats: Seats
        let own: Registration?
        let programme: Programme?
        let town: Municipality?
        let others: [ListedEvent]
        let otherSeats: [Event.ID: Seats]
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let shown = try await visit.read { act -> Shown in
            let event = try EventStore.event(id, in: act)
            let others = try event.plan.programme.map { try EventStore.dates(of: $0, besides: id, in: act) } ?? []
            return Shown(
                event: event, centre: try CentreStore.centre(event.centre, in: act), seats: try RegistrationStore.seats(of: event, in: act),
                own: try act.by.person.flatMap { try RegistrationStore.open(of: $0, for: id, in: act) },
                programme: try EventStore.programme(event.plan.programme, in: act), town: try event.plan.municipality.map { try MunicipalityStore.municipality($0, in: act) },
                others: others, otherSeats: try RegistrationStore.seats(of: others, in: act))
        }
        let (event, centre, t, now) = (shown.event, shown.centre, visit.t, visit.now)
        let title = event.title(in: t.language)
        let summary = event.summary(in: t.language)
        let isOpen = event.isOpen(at: now, in: centre.zone)
        let address = "\(visit.centre.origin)\(visit.link("/events/\(id)"))"
        return visit.page(
            title.text, description: summary.text.isEmpty ? nil : summary.text, trail: [Look.Link(t(T.events.all), href: visit.link("/events"))],
            isIndexed: event.state.isPublic, data: event.state.isPublic ? event.data(t, centre, left: isOpen ? shown.seats.left : 0, address: address) : nil
        ) {
            Beside {
                Heading(
                    title.text, kind: t(event.form.name), lead: summary.text.isEmpty ? nil : summary.text, lang: t.lang(of: title.language),
                    leadLang: t.lang(of: summary.language))
            } card: {
                EventSeats(event: event, seats: shown.seats, own: shown.own, zone: centre.zone, now: now, t: t, link: visit.link)
            } content: {
                news(event, t)
                EventGroup(event: event, taken: shown.seats.taken, decision: event.decision(centre.rules, in: centre.zone), t: t)
                EventFacts(
                    event, programme: shown.programme, town: shown.town, organiser: event.centre == visit.centre.id ? nil : centre.name(in: t.language), t)
                if event.state == .announced || event.state == .confirmed, !event.isOver(at: now) {
                    HTML::p { a(.href(visit.link("/events/\(id)/calendar.ics"))) { t(T.events.addToCalendar) } }
                }
                EventContent(event, programme: shown.programme, t) { visit.link("/programmes/\($0)") }
                others(shown, visit)
            }
        }
    }

    @Sendable static func calendar(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (event, centre) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            return (event, try CentreStore.centre(event.centre, in: act))
        }
        let isOff = event.state == .cancelled || event.state == .postponed
        let calendar = EventCalendar(of: centre, visit.t, origin: centre.origin(default: visit.records.address), method: isOff ? .cancel : .publish, stamped: visit.now)
        return .text(calendar.text([event]), type: "text/calendar; charset=utf-8; method=\(isOff ? "CANCEL" : "PUBLISH")", name: "\(id).ics")
    }

    /// What has become of it, before anything else is read.
    @HTMLBuilder
    private static func news(_ event: Event, _ t: Texts) -> some HTML {
        switch event.state {
        case .draft: Notice(.info, t(T.events.draftTitle)) { HTML::p { t(T.events.draftText) } }
        case .postponed, .cancelled:
            Notice(event.state == .cancelled ? .bad : .waiting, t(event.state == .cancelled ? T.events.cancelledTitle : T.events.postponedTitle)) {
                HTML::p { t.run(event.reason, event.wording(event.reason).language) }
                HTML::p { t(event.state == .cancelled ? T.events.cancelledNext : T.events.postponedNext) }
            }
        case .announced, .confirmed, .held, .closed: Empty()
        }
    }

    /// The way on: other dates of the same programme; without them the list.
    @HTMLBuilder
    private static func others(_ shown: Shown, _ visit: Visit) -> some HTML {
        let t = visit.t
        if !shown.others.isEmpty {
            h2 { t(T.events.otherDates) }
            EventList(shown.others.map { SeatsViews(reader: visit.reader).line($0, shown.otherSeats[$0.id]) }, level: 3)
        } else if !shown.event.isOpen(at: visit.now, in: shown.centre.zone) {
            HTML::p { a(.href(visit.link("/events"))) { t(T.events.seeOthers) } }
        }
    }
}
