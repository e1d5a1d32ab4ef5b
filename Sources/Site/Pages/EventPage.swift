import Catalogue
import Centres
import Delivery
import Events
import Forms
import Guests
import Kernel
import Languages
import Look
import Materials
import NetworkFront
import Papers
import Projects
import Publishing
import Registration
import Web

/// One event, for everybody who may see it.
enum EventPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let language = visit.language
        let (opened, others, seats) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            let opened = OpenedEvent(
                event: event, centre: try CentreStore.centre(event.centre, in: act), seats: try RegistrationStore.seats(of: event, in: act),
                workshops: try WorkshopStore.open(event, in: act), packages: try EventPackageStore.packages(with: id, in: act),
                own: try act.by.person.flatMap { try RegistrationStore.open(of: $0, for: id, in: act) },
                programme: try EventStore.programme(event.plan.programme, in: act),
                town: try EventTownStore.town(of: event, in: act), speakers: try GuestStore.speakers(of: id, in: act),
                talks: TalkProgramme(event: event, talks: event.form.has(.talks) ? try TalkStore.talks(of: id, in: act) : []),
                call: try PaperCallStore.shown(of: event, in: act),
                conclusions: event.form.has(.conclusions) && (event.state == .held || event.state == .closed) ? try ConclusionStore.all(of: id, in: act) : [],
                projects: try ProjectStore.published(with: id, in: act), partners: try JointEventStore.partners(of: id, in: act),
                materials: try MaterialStore.materials(of: event, in: act),
                mayKeepMaterials: act.by.isSignedIn ? try MaterialStore.sight(of: event, in: act).isTeam : false,
                share: try EventShareStore.path(of: id, language, in: act),
                opens: try HeadStartStore.opens(id, today: visit.today, in: act))
            let others = try event.plan.programme.map { try EventStore.dates(of: $0, besides: id, in: act) } ?? []
            return (opened, others, try RegistrationStore.seats(of: others, in: act))
        }
        let views = SeatsViews(reader: visit.reader)
        let lines = others.map { views.line($0, seats[$0.id]) }
        return visit.page(EventPageViews(reader: visit.reader).page(opened, others: lines))
    }

    @Sendable static func calendar(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (event, centre, changes, installation) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            return (event, try CentreStore.centre(event.centre, in: act), try EventStore.changes(of: [event], in: act), try act.installation)
        }
        let isOff = event.state.isOff
        let calendar = EventCalendar(
            of: centre, visit.t, origin: centre.origin(default: visit.records.address), stamped: visit.now)
        return .text(calendar.text([event], isOff ? .cancel : .publish, changes: changes, from: installation),
            type: "text/calendar; charset=utf-8; method=\(isOff ? "CANCEL" : "PUBLISH")", name: "\(id).ics")
    }
}
