package import Catalogue
package import Centres
package import Forms
import Kernel
package import Languages

/// One event of a list before it is shown: what the list is narrowed and ordered by, and nothing else, since a list may have thousands of them.
/// What is shown of it is a `ListedEvent`, which is read for one page only.
package struct EventEntry: Sendable, Hashable {
    package let id: Event.ID
    package let form: EventForm.ID
    package let state: EventState
    package let starts: Instant?
    package let municipality: Municipality.ID?
    package let area: CycleCode.ID?
    package let competence: CycleCode.ID?
    package let isFree: Bool

    package init(
        id: Event.ID, form: EventForm.ID = .seminar, state: EventState = .announced, starts: Instant?, municipality: Municipality.ID? = nil,
        area: CycleCode.ID? = nil, competence: CycleCode.ID? = nil, isFree: Bool = false
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

/// The entries that a filter leaves, with how many each further choice would leave. All is counted from the same entries.
package struct EventListing: Sendable {
    package let filter: EventFilter
    /// What the filter leaves, in order.
    package let found: [EventEntry]
    private let choices: [EventFacet: [Choice]]
    private let distances: [Municipality.ID: Double]

    package typealias Choice = (value: String, count: Int)

    /// - Parameters:
    ///   - entries: what the scope and the words of the filter leave, in their usual order.
    ///   - distances: in kilometres from the municipality that the filter names.
    package init(_ entries: [EventEntry], _ filter: EventFilter, zone: Zone, distances: [Municipality.ID: Double] = [:]) {
        self.filter = filter
        self.distances = distances
        let keys = entries.map { EventKeys($0, filter.scope, zone) }
        let wanted = filter.chosen.map { facet, value in (facet, key: keys.lazy.compactMap { $0[facet] }.first { facet.value(of: $0, filter.scope) == value }) }
        func isLeft(_ keys: EventKeys, but facet: EventFacet? = nil) -> Bool {
            wanted.allSatisfy { $0.0 == facet || ($0.key != nil && keys[$0.0] == $0.key) }
        }
        choices = EventFacet.allCases.reduce(into: [:]) { choices, facet in
            choices[facet] = Self.counted(keys.lazy.filter { isLeft($0, but: facet) }.compactMap { $0[facet] }).map { (facet.value(of: $0, filter.scope), $1) }
        }
        let found = zip(entries, keys).filter { isLeft($1) }.map(\.0)
        guard filter.near != nil else { self.found = found; return }
        func distance(_ entry: EventEntry) -> Double { entry.municipality.flatMap { distances[$0] } ?? .infinity }
        self.found = found.enumerated().sorted { (distance($0.element), $0.offset) < (distance($1.element), $1.offset) }.map(\.element)
    }

    /// The choices of one facet, each with how many events it leaves while the other facets stay as they are; in the order of the events.
    package func choices(_ facet: EventFacet) -> [Choice] { choices[facet] ?? [] }

    /// How often each number comes, ordered by where it comes first.
    private static func counted(_ numbers: some Sequence<Int64>) -> [(Int64, Int)] {
        var places: [Int64: Int] = [:]
        var counts: [(Int64, Int)] = []
        for number in numbers {
            if let place = places[number] {
                counts[place].1 += 1
            } else {
                places[number] = counts.count
                counts.append((number, 1))
            }
        }
        return counts
    }

    /// Distances in kilometres from one of these municipalities to those of them that are on the map.
    package static func distances(from id: Municipality.ID?, among towns: [Municipality]) -> [Municipality.ID: Double] {
        guard let start = towns.first(where: { $0.id == id })?.seat else { return [:] }
        return towns.reduce(into: [:]) { distances, town in distances[town.id] = town.seat.map { start.kilometres(to: $0) } }
    }

    /// How far an event is from the municipality that was chosen.
    package func kilometres(to event: ListedEvent) -> Int? {
        event.municipality.flatMap { distances[$0] }.map { Int($0.rounded()) }
    }

    package var paging: Paging { Paging(filter.page, count: found.count) }
    /// The entries of this page.
    package var shown: [EventEntry] { Array(found.dropFirst(paging.offset).prefix(Paging.size)) }
}

/// What one event says to each facet, as numbers: a list compares thousands of them and writes out a few.
private struct EventKeys {
    private let when, place, area, competence, fee: Int64?
    private let form: Int64

    init(_ entry: EventEntry, _ scope: EventFilter.Scope, _ zone: Zone) {
        when = entry.starts.map { starts in
            let day = zone.day(of: starts)
            return Int64(scope == .past ? SchoolYear(containing: day).start : day.monthDays.lowerBound.number)
        }
        place = entry.municipality?.value
        area = entry.area?.value
        competence = entry.competence?.value
        form = entry.form.value
        fee = entry.isFree ? 0 : nil
    }

    subscript(_ facet: EventFacet) -> Int64? {
        switch facet {
        case .when: when
        case .place: place
        case .area: area
        case .competence: competence
        case .form: form
        case .fee: fee
        }
    }
}

extension EventFacet {
    /// The value as it stands in an address.
    fileprivate func value(of key: Int64, _ scope: EventFilter.Scope) -> String {
        switch self {
        case .when: scope == .past ? "\(key)" : Day(number: Int(key)).map { String($0.iso.prefix(7)) } ?? ""
        case .place, .area, .competence, .form: "\(key)"
        case .fee: "free"
        }
    }
}
