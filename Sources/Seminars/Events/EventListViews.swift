import Catalogue
import Centres
package import Forms
package import HTML
import Kernel
import Languages
package import Look

/// What a centre announces, for everybody: as a list, as a month, and what has been.
package struct EventListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    /// - Parameters:
    ///   - rows: of the events of this page, in the order of the list.
    ///   - aside: what the rooms above have to say beside the list.
    package func list(_ listing: EventListing, of ground: EventGround, _ rows: [Written], aside: Markup) -> Screen {
        let isPast = listing.filter.scope == .past
        return Screen(t(T.events.all), description: t(T.events.listLead), isIndexed: reader.query.query.isEmpty) {
            Heading(t(T.events.all), lead: t(T.events.listLead))
            tabs(current: isPast ? "past" : "")
            EventFilters(listing, of: ground, reader)
            aside
            if rows.isEmpty {
                nothing(isPast: isPast)
            } else {
                HTML::p(.class("muted")) {
                    t(T.events.found(count: listing.found.count))
                    if !isPast { " · "; a(.href(reader.link("/events.ics"))) { t(T.events.follow) } }
                }
                EventList(written: rows)
                listing.paging.links(reader)
            }
        }
    }

    package func month(_ month: EventMonth, _ listing: EventListing, of ground: EventGround, _ events: [Event], aside: Markup) -> Screen {
        Screen(t(T.events.all), isIndexed: false) {
            Heading(t(T.events.all), lead: t(T.events.listLead))
            tabs(current: "month")
            EventFilters(listing, of: ground, facets: EventFacet.allCases.filter { $0 != .when }, reader)
            aside
            EventMonthViews(reader: reader).calendar(month, events)
            if events.isEmpty { HTML::p(.class("muted")) { t(T.events.nothingInMonth) } }
        }
    }

    private func tabs(current: String) -> some HTML {
        let kept = reader.query.with("page", nil).with("month", nil).with("when", nil)
        return Tabs(t(T.events.views), [("", T.events.tabComing), ("month", T.events.tabMonth), ("past", T.events.tabPast)].map { view, name in
            let query = kept.with("view", view).query
            return NavItem(t(name), href: reader.link("/events") + (query.isEmpty ? "" : "?\(query)"), isCurrent: view == current)
        })
    }

    /// What a row says beside the event itself.
    package struct RowKey: Hashable, Sendable {
        package let event: Event.ID
        /// Whether there is a seat; the rooms above know.
        let chip: Chip?
        let kilometres: Int?

        package init(_ event: ListedEvent, in listing: EventListing, _ chip: Chip?) {
            self.event = event.id
            self.chip = chip
            kilometres = listing.kilometres(to: event)
        }

        /// An event has one row at a time, nearly always: its number tells them apart.
        package func hash(into hasher: inout Hasher) { hasher.combine(event) }
    }

    package func rows(_ keys: [RowKey], _ listing: EventListing, of ground: EventGround, _ events: [ListedEvent]) -> [RowKey: Written] {
        let towns = Dictionary(uniqueKeysWithValues: ground.towns.map { ($0.id, $0) }), events = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        let competences = listing.shown.reduce(into: [:]) { $0[$1.id] = $1.competence.flatMap { ground.codes[$0] } }
        return keys.reduce(into: [:]) { rows, key in
            guard let event = events[key.event] else { return }
            let line = event.line(
                reader, town: event.municipality.flatMap { towns[$0] }, competence: competences[event.id], distance: key.kilometres, state: key.chip)
            rows[key] = Written(EventRow(line), in: t.language)
        }
    }

    @HTMLBuilder
    private func nothing(isPast: Bool) -> some HTML {
        if !reader.query.with("view", nil).with("page", nil).query.isEmpty {
            EmptyState(t(T.events.nothingTitle), t(T.events.nothingText)) {
                LinkButton(t(T.common.clear), href: reader.link("/events") + (isPast ? "?view=past" : ""), .quiet)
            }
        } else if isPast {
            EmptyState(t(T.events.noneYetTitle), t(T.events.noneYetText)) { LinkButton(t(T.events.tabComing), href: reader.link("/events"), .quiet) }
        } else {
            EmptyState(t(T.events.noneComingTitle), t(T.events.noneComingText)) {
                Buttons {
                    LinkButton(t(T.catalogue.programmes), href: reader.link("/programmes"), .quiet)
                    LinkButton(t(T.events.tabPast), href: reader.link("/events?view=past"), .quiet)
                }
            }
        }
    }
}
