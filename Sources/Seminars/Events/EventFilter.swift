import Kernel
package import Languages
package import Web

/// One way to narrow a list of events; the raw value is its name in an address: `?where=17&area=3`.
package enum EventFacet: String, CaseIterable, Sendable {
    /// The month of the start as `2026-02`; among past events the school year as `2025`.
    case when
    /// A municipality.
    case place = "where"
    /// Of the programme.
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
    package var near: Int64?
    /// From 1.
    package var page: Int

    package init(_ query: Typed) {
        scope = query["view"] == "past" ? .past : .coming
        words = query["q"]
        chosen = EventFacet.allCases.reduce(into: [:]) { chosen, facet in
            let value = query[facet.rawValue]
            if !value.isEmpty { chosen[facet] = value }
        }
        near = ID<Void>(query["near"])?.value
        page = max(1, query.number("page") ?? 1)
    }
}

/// Of one event, what a list is narrowed and ordered by.
package struct EventEntry: Sendable, Hashable {
    package let id: Event.ID
    package let form: EventForm
    package let state: EventState
    package let starts: Instant?
    package let municipality: Int64?
    package let area: Int64?
    package let competence: Int64?
    package let isFree: Bool

    package init(
        id: Event.ID, form: EventForm = .seminar, state: EventState = .announced, starts: Instant?, municipality: Int64? = nil,
        area: Int64? = nil, competence: Int64? = nil, isFree: Bool = false
    ) {
        self.id = id
        self.form = form
        self.state = state
        self.starts = starts
        self.municipality = municipality
        self.area = area
        self.competence = competence
        self.isFree = isFree
    }
}

/// A list of events as a filter leaves it, with what each further choice would leave: all counted from the same rows.
package struct EventListing: Sendable {
    package let filter: EventFilter
    /// What the filter leaves, in order.
    package let found: [EventEntry]
    private let entries: [EventEntry]
    private let zone: Zone
    private let distances: [Int64: Double]
    package static let perPage = 25

    /// - Parameters:
    ///   - entries: of the filter's scope and words, in their usual order.
    ///   - distances: in kilometres from the municipality that the filter names.
    package init(_ entries: [EventEntry], _ filter: EventFilter, zone: Zone, distances: [Int64: Double] = [:]) {
        self.filter = filter
        self.entries = entries
        self.zone = zone
        self.distances = distances
        let found = entries.filter { entry in filter.chosen.allSatisfy { Self.value(of: entry, $0, filter.scope, zone) == $1 } }
        guard filter.near != nil else { self.found = found; return }
        func distance(_ entry: EventEntry) -> Double { entry.municipality.flatMap { distances[$0] } ?? .infinity }
        self.found = found.enumerated().sorted { (distance($0.element), $0.offset) < (distance($1.element), $1.offset) }.map(\.element)
    }

    /// The choices of one facet with how many each leaves, the other choices staying as they are; in the order in which events come.
    package func choices(_ facet: EventFacet) -> [(value: String, count: Int)] {
        let others = filter.chosen.filter { $0.key != facet }
        var order: [String] = []
        var counts: [String: Int] = [:]
        for entry in entries where others.allSatisfy({ Self.value(of: entry, $0, filter.scope, zone) == $1 }) {
            guard let value = Self.value(of: entry, facet, filter.scope, zone) else { continue }
            if counts[value] == nil { order.append(value) }
            counts[value, default: 0] += 1
        }
        return order.map { ($0, counts[$0] ?? 0) }
    }

    /// How far an event is from the municipality that was chosen.
    package func kilometres(to event: Event) -> Int? {
        event.plan.municipality.flatMap { distances[$0] }.map { Int($0.rounded()) }
    }

    package var pages: Int { max(1, (found.count + Self.perPage - 1) / Self.perPage) }
    package var page: Int { min(filter.page, pages) }
    /// The places of this page's rows among all, from 0.
    package var places: Range<Int> { (page - 1) * Self.perPage..<min(page * Self.perPage, found.count) }

    private static func value(of entry: EventEntry, _ facet: EventFacet, _ scope: EventFilter.Scope, _ zone: Zone) -> String? {
        switch facet {
        case .when:
            entry.starts.map { starts in
                let day = zone.day(of: starts)
                return scope == .past ? "\(SchoolYear(containing: day).start)" : String(day.iso.prefix(7))
            }
        case .place: entry.municipality.map { "\($0)" }
        case .area: entry.area.map { "\($0)" }
        case .competence: entry.competence.map { "\($0)" }
        case .form: entry.form.rawValue
        case .fee: entry.isFree ? "free" : nil
        }
    }
}
