package import Forms
import Kernel
import Languages
import Look

/// What somebody wants to see of an event's people: those in one state, those whom words find, in an order, page by page.
package struct DeskQuestion: Sendable {
    package var state: RegistrationState?
    /// Of a name, an address or a school; each must be found.
    package var words: [String] = []
    package var order = Order.name
    package var isReversed = false
    package var page: Int?
    /// Whether all stand on one page, as in a table to take away.
    package var isWhole = true

    package enum Order: String, CaseIterable, Sendable {
        case name, school, payer, applied, state
    }

    package static let everybody = DeskQuestion()

    package init() {}

    /// So many words are looked for.
    private static let wordsMax = 6

    /// - Parameter query: of the desk's address.
    package init(_ query: Typed) {
        state = RegistrationState(rawValue: query["state"])
        words = query["q"].split(whereSeparator: \.isWhitespace).prefix(Self.wordsMax).map(String.init)
        let sort = query["sort"]
        isReversed = sort.hasPrefix("-")
        order = Order(rawValue: sort.hasPrefix("-") ? String(sort.dropFirst()) : sort) ?? .name
        page = query.page
        isWhole = query["all"] == "yes"
    }

    /// As it stands in the address of the desk, and nothing else with it: the way back to where an act began.
    package var query: String {
        let fields = [("state", state?.rawValue ?? ""), ("q", words.joined(separator: " ")), ("sort", sort), ("page", page.map { "\($0)" } ?? "")]
        return Typed(fields.map { (name: $0, value: $1) }).query
    }

    /// The order as an address says it; empty for the usual one.
    package var sort: String { order == .name && !isReversed ? "" : (isReversed ? "-" : "") + order.rawValue }

    /// The orders to choose from, as an address says them.
    static let sorts: [(value: String, name: Phrase)] = [
        ("", T.registration.sortName), ("school", T.registration.school), ("payer", T.registration.payer), ("applied", T.registration.sortApplied),
        ("-applied", T.registration.sortNewest), ("state", T.registration.state),
    ]

    /// The head of a column that sorts by it: pressed again, it turns the order round.
    func sorting(by order: Order, _ reader: Reader) -> Sorting {
        let isCurrent = self.order == order
        let next = isCurrent && !isReversed ? "-\(order.rawValue)" : order == .name ? nil : order.rawValue
        return Sorting(href: reader.here("sort", next), isCurrent ? (isReversed ? .descending : .ascending) : .none)
    }
}
