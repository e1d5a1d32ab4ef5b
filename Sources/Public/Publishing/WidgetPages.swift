import Catalogue
import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// What comes next, for the page of a school or a town: a part that any site may show in a frame, all of it or what a filter leaves.
enum WidgetPages {
    @Sendable static func events(_ visit: Visit) async throws -> Answer {
        let shown = try await shown(visit)
        return visit.widget(WidgetViews(reader: visit.reader).events(shown.events))
    }

    /// The words with which a school puts it into its own page.
    @Sendable static func code(_ visit: Visit) async throws -> Answer {
        let shown = try await shown(visit)
        return visit.page(WidgetCodeViews(reader: visit.reader).page(shown.frame, shown.choices, shown.events))
    }

    private struct Shown: Sendable {
        let frame: WidgetFrame
        let choices: [WidgetFrame.Choices]
        let events: [ListedEvent]
    }

    private static func shown(_ visit: Visit) async throws -> Shown {
        let (id, frame, language) = (visit.centre.id, WidgetFrame(visit.query), visit.language)
        return try await visit.read { act in
            let centre = try CentreStore.centre(id, in: act), ground = try EventStore.ground(of: centre, frame.filter, language.alphabet, in: act)
            let open = ground.entries.filter { ($0.state == .announced || $0.state == .confirmed) && $0.starts.map { $0 > act.now } ?? false }
            let listing = EventListing(open, frame.filter, zone: centre.zone)
            let choices = WidgetFrame.facets.map { facet in
                WidgetFrame.Choices(facet: facet, values: listing.choices(facet).map { choice in
                    WidgetFrame.Value(value: choice.value, name: Self.name(of: choice.value, facet, ground), count: choice.count)
                })
            }
            let ids = listing.found.prefix(frame.most).map(\.id)
            return Shown(frame: frame, choices: choices, events: try EventStore.listed(inOrder: Array(ids), in: act))
        }
    }

    private static func name(of value: String, _ facet: EventFacet, _ ground: EventGround) -> String {
        switch facet {
        case .place: Municipality.ID(value).flatMap { id in ground.towns.first { $0.id == id }?.name } ?? value
        case .area, .competence: CycleCode.ID(value).flatMap { ground.codes[$0]?.label } ?? value
        case .when, .form, .fee: value
        }
    }
}
