import Centres
import Events
import Forms
import Kernel
import Languages

/// What an address asks the front of the network for.
struct NetworkFilter: Sendable {
    /// The centre whose events are shown; nil for all.
    var centre: Centre.ID?
    /// A municipality from which distances are counted; the nearest first.
    var near: Municipality.ID?
    var page: Int?

    init(_ query: Typed) { (centre, near, page) = (Centre.ID(query["centre"]), Municipality.ID(query["near"]), query.page) }
}

/// An event of any centre in the common list.
struct NetworkEntry: Sendable {
    let event: Event.ID
    let centre: Centre.ID
    /// Where it is held; the seat of the centre where nothing is said.
    let town: Municipality.ID?
    let starts: Instant
}

/// The common list, before a page of it is shown.
struct NetworkListing: Sendable {
    let found: [NetworkEntry]
    /// Whole kilometres from the chosen municipality to those on the map.
    let distances: [Municipality.ID: Int]

    /// By time; where a municipality is chosen the nearest first, and what has no place on the map last.
    init(_ entries: [NetworkEntry], _ filter: NetworkFilter, towns: [Municipality.ID: Municipality]) {
        let start = filter.near.flatMap { towns[$0]?.seat }
        let distances = start.map { start in towns.compactMapValues { town in town.seat.map { Int(start.kilometres(to: $0).rounded()) } } } ?? [:]
        self.distances = distances
        let ordered = entries.filter { filter.centre == nil || $0.centre == filter.centre }.sorted { ($0.starts, $0.event.value) < ($1.starts, $1.event.value) }
        func distance(_ entry: NetworkEntry) -> Int { entry.town.flatMap { distances[$0] } ?? .max }
        found = start == nil ? ordered : ordered.enumerated().sorted { (distance($0.element), $0.offset) < (distance($1.element), $1.offset) }.map(\.element)
    }
}

/// What the front page of the network shows, read in one look.
struct NetworkSight: Sendable {
    let filter: NetworkFilter
    let centres: [Centre]
    let towns: [Municipality.ID: Municipality]
    /// How many events of each centre are to come.
    let counts: [Centre.ID: Int]
    let listing: NetworkListing
    let events: [ListedEvent]
    let paging: Paging
    /// Who offers an event besides the centre that holds it.
    let partners: [Event.ID: [Centre.ID]]

    func centre(_ id: Centre.ID) -> Centre? { centres.first { $0.id == id } }

    /// Municipalities from which distances can be counted, in the order of an alphabet.
    func places(_ alphabet: Alphabet) -> [Municipality] {
        let keyed = towns.values.filter { $0.seat != nil }.map { (town: $0, key: SortKey.make($0.name, alphabet: alphabet)) }
        return keyed.sorted { one, other in
            one.key == other.key ? one.town.id < other.town.id : one.key.lexicographicallyPrecedes(other.key)
        }.map(\.town)
    }
}
