import Catalogue
import Events
import FollowUp
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs
import Registration
import Web

/// A programme's page with its dates: the catalogue tells what it is, the rooms above when it is held.
enum ProgrammePage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let centre = visit.centre.id
        let (programme, lineage, events, seats, standing, topics, use) = try await visit.read { act in
            let events = try EventStore.dates(of: id, in: act)
            return (
                try ProgrammeStore.programme(id, in: act), try ProgrammeStore.lineage(of: id, in: act), events, try RegistrationStore.seats(of: events, in: act),
                try WouldComeStore.standing(of: .programme(id), at: centre, in: act), try TopicStore.topics(of: id, in: act),
                try UseFigureStore.told(of: id, in: act))
        }
        let t = visit.t
        let address = visit.centre.origin + visit.link("/programmes/\(id)")
        return visit.page(Screen(
            t.shown(programme.title), description: programme.goal.isEmpty ? nil : t.shown(programme.goal),
            trail: [Look.Link(t(T.catalogue.programmes), href: visit.link("/programmes"))], isIndexed: !programme.isWithdrawn,
            data: programme.isWithdrawn ? nil : programme.course(t, address: address)
        ) {
            ProgrammeView(programme, lineage: lineage, t: t, href: { visit.link("/programmes/\($0)") }) {
                dates(programme, events, seats, visit)
                WouldComeCard(standing: standing, topics: topics, reader: visit.reader)
                if let use { Card { UseViews(reader: visit.reader).card(use) } }
            }
        })
    }

    /// When the programme is held.
    private static func dates(_ programme: Programme, _ events: [ListedEvent], _ seats: [Event.ID: Seats], _ visit: Visit) -> some HTML {
        let t = visit.t
        return Card {
            HTML::p { a(.href(visit.link("/programmes?with=\(programme.id)"))) { t(T.catalogue.compareWith) } }
            h2 { t(T.catalogue.dates) }
            if events.isEmpty {
                HTML::p { t(programme.isWithdrawn || programme.cycle.isOver(on: visit.today) ? T.catalogue.noMoreDates : T.catalogue.noDates) }
                HTML::p { a(.href(visit.link("/events"))) { t(T.events.all) } }
            } else {
                ul {
                    ForEach(events) { event in
                        li {
                            a(.href(visit.link("/events/\(event.id)"))) { event.days.map { t.days($0) } ?? t.run(event.title(in: t.language)).text }
                            if let chip = SeatsViews(reader: visit.reader).chip(event, seats[event.id]) { br(); chip }
                        }
                    }
                }
            }
        }
    }
}

/// Who would come to it, and the topics that it serves.
private struct WouldComeCard: View {
    let standing: WouldCome
    let topics: [Topic]
    let reader: Reader

    var body: some HTML {
        if standing.isOpen || standing.people > 0 || !topics.isEmpty {
            Card {
                WouldComeViews(reader: reader).card(standing)
                if !topics.isEmpty { ul { ForEach(topics) { topic in li { TopicViews(reader: reader).link(topic) } } } }
            }
        }
    }
}
