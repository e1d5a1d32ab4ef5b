package import Centres
package import Forms
import Kernel

/// One way to narrow a list of events; the raw value is its name in an address: `?where=17&area=3`.
package enum EventFacet: String, CaseIterable, Sendable {
    /// The month of the start as `2026-02`; among past events the school year as `2025`.
    case when
    /// A municipality.
    case place = "where"
    /// What the programme is about.
    case area, competence
    case form
    /// `free` or nothing.
    case fee
}

/// What an address asks a list of events for. What it names and nobody knows finds nothing and breaks nothing.
package struct EventFilter: Sendable, Equatable {
    package enum Scope: String, Sendable { case coming, past }

    package var scope: Scope
    package var words: String
    package var chosen: [EventFacet: String]
    /// A municipality from which distances are counted; the nearest first.
    package var near: Municipality.ID?
    /// The page that was asked for; `Paging` knows which there are.
    package var page: Int?

    package init(_ query: Typed) {
        scope = query["view"] == "past" ? .past : .coming
        words = query["q"]
        chosen = EventFacet.allCases.reduce(into: [:]) { chosen, facet in
            let value = query[facet.rawValue]
            if !value.isEmpty { chosen[facet] = value }
        }
        near = Municipality.ID(query["near"])
        page = query.page
    }

    /// The same for the calendar of a month: the month says when, and its days keep their order, however near they are held.
    package var ofMonth: EventFilter {
        var filter = self
        filter.chosen[.when] = nil
        filter.near = nil
        return filter
    }
}
