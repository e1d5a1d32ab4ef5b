import Events
import Forms
import Kernel

/// What a school's page wants to show of the events: which, and how many. It stands whole in the address of the frame.
struct WidgetFrame: Sendable {
    /// By what a frame is narrowed.
    static let facets: [EventFacet] = [.area, .place, .competence]
    static let bounds = 1...20
    private static let usual = 5

    let filter: EventFilter
    let most: Int

    init(_ query: Typed) {
        var filter = EventFilter(.nothing)
        filter.chosen = Self.facets.reduce(into: [:]) { chosen, facet in
            if !query[facet.rawValue].isEmpty { chosen[facet] = query[facet.rawValue] }
        }
        self.filter = filter
        most = query.number("most", in: Self.bounds) ?? Self.usual
    }

    /// As it stands in an address.
    var query: String {
        let chosen = Self.facets.compactMap { facet in filter.chosen[facet].map { (name: facet.rawValue, value: $0) } }
        return Typed(chosen + (most == Self.usual ? [] : [(name: "most", value: "\(most)")])).query
    }

    /// So high a frame is in points of a screen: a line of each event and its day, and what stands above and below.
    var height: Int { 120 + most * 62 }

    /// What can be chosen of a facet.
    struct Choices: Sendable {
        let facet: EventFacet
        let values: [Value]
    }

    struct Value: Sendable {
        let value: String
        let name: String
        let count: Int
    }
}
