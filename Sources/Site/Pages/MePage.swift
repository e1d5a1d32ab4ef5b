import Catalogue
import Certificates
import Delivery
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Registration
import Web

/// *Моја страница*: what is coming, what waits for me, what was.
enum MePage {
    private struct Line: Sendable {
        let registration: Registration
        let event: Event
        let centre: Centre
        let place: Int?
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (today, centre) = (visit.today, visit.centre.id)
        let doors = try await visit.read { act in act.by.coordinates(centre) ? [] : try ReportStore.sessions(on: today, at: centre, in: act) }
        let (lines, certificates) = try await visit.read { act -> ([Line], [Certificate]) in
            let registrations = try RegistrationStore.all(of: person, in: act)
            let events = try EventStore.events(registrations.map(\.event), in: act)
            let byId = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
            let centres = Dictionary(uniqueKeysWithValues: try CentreStore.all(in: act).map { ($0.id, $0) })
            let places = try RegistrationStore.places(of: person, in: act)
            let lines = registrations.compactMap { registration -> Line? in
                guard let event = byId[registration.event], let centre = centres[event.centre] else { return nil }
                return Line(registration: registration, event: event, centre: centre, place: places[registration.id])
            }
            return (lines, try CertificateStore.certificates(of: person, in: act))
        }
        return view(visit, lines, doors, certificates)
    }

    private static func view(_ visit: Visit, _ lines: [Line], _ doors: [(event: Event, session: DatedSession)], _ certificates: [Certificate]) -> Answer {
        let t = visit.t
        let now = visit.now
        let asked = lines.filter { $0.registration.state == .offered || $0.registration.state == .unconfirmed }
        let coming = lines.filter { line in
            (line.registration.state == .admitted || line.registration.state == .waiting) && (line.event.ends.map { now < $0 } ?? true) && line.event.state != .cancelled
        }.sorted { ($0.event.starts?.seconds ?? .max) < ($1.event.starts?.seconds ?? .max) }
        let shown = Set((asked + coming).map(\.registration.id))
        let past = lines.filter { !shown.contains($0.registration.id) }
        return visit.page(t(T.site.me), isIndexed: false) {
            Heading(t(T.site.me), lead: visit.actor.name)
            if !doors.isEmpty {
                h2 { t(T.site.meDoors) }
                ActList(doors.map { door in
                    ActList.Line(
                        .waiting, when: t.times(door.session.begins, to: door.session.ends), door.event.title(in: visit.language).text,
                        act: Look.Link(t(T.delivery.door), href: visit.link("/staff/events/\(door.event.id)/sessions/\(door.session.id)/door")))
                })
            }
            if lines.isEmpty {
                EmptyState(t(T.site.meEmpty), t(T.site.meEmptyText)) { LinkButton(t(T.site.events), href: visit.link("/events")) }
            }
            if !asked.isEmpty {
                h2 { t(T.site.meWaits) }
                ActList(asked.map { line in
                    ActList.Line(
                        .waiting, when: line.registration.offeredUntil.map { t(T.registration.untilShort(until: .instant($0))) } ?? "",
                        line.event.title(in: visit.language).text, detail: t(line.registration.state.name),
                        act: Look.Link(t(line.registration.state == .offered ? T.registration.accept : T.registration.letterOpen), href: visit.link("/registrations/\(line.registration.id)")))
                })
            }
            if !coming.isEmpty {
                h2 { t(T.site.meComing) }
                list(visit, coming)
            }
            if !certificates.isEmpty {
                h2 { t(T.certificates.mineTitle) }
                OwnCertificateViews.list(certificates, visit)
            }
            if !past.isEmpty {
                h2 { t(T.site.mePast) }
                list(visit, past)
            }
            h2 { t(T.site.meAccount) }
            ul {
                li { a(.href(visit.link("/me/account"))) { t(T.site.meAccountLink) } }
                if visit.actor.isStaff { li { a(.href(visit.link("/staff"))) { t(T.site.today) } } }
            }
        }
    }

    private static func list(_ visit: Visit, _ lines: [Line]) -> some HTML {
        let t = visit.t
        return EventList(lines.map { line in
            let title = line.event.title(in: visit.language)
            let first = line.event.plan.sessions.first
            let state = line.registration.state
            let isOver = line.event.state == .cancelled || state == .admitted && line.event.ends.map { $0 <= visit.now } ?? false
            let word = line.place.map { t(T.registration.isWaiting(place: .number($0))) } ?? t(isOver ? line.event.state.name : state.name)
            return EventLine(
                title: title.text, href: visit.link("/registrations/\(line.registration.id)"),
                day: first.map { t.day($0.day, .short) } ?? "", hours: first.map { t.times($0.begins, to: $0.ends) } ?? "", begins: line.event.starts?.iso ?? "",
                place: first.map { t.shown(EventSummary.place($0, of: line.event)) } ?? "",
                facts: line.event.state == .postponed ? [t(line.event.state.name)] : [],
                state: Chip(isOver ? .neutral : state.tone, word), lang: title.language.htmlLang)
        }, level: 3)
    }
}
