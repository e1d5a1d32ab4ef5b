import Events
import Forms
import Kernel
import Languages
import Look
import Queues

/// What somebody wants to see of the outbox: letters in one state, to whom or about what words find, about one event, in an order, page by page.
struct OutboxQuestion: Sendable {
    let state: LetterState?
    let words: [String]
    let event: Event.ID?
    let order: Order
    let isReversed: Bool
    let page: Int?

    /// The newest stand first when nothing else is asked.
    enum Order: String { case written, address }

    private static let wordsMax = 6

    init(_ query: Typed) {
        state = LetterState(rawValue: query["state"])
        words = query["q"].split(whereSeparator: \.isWhitespace).prefix(Self.wordsMax).map(String.init)
        event = Event.ID(query["event"])
        let sort = query["sort"]
        order = Order(rawValue: sort.hasPrefix("-") ? String(sort.dropFirst()) : sort) ?? .written
        isReversed = sort.isEmpty || sort.hasPrefix("-")
        page = query.page
    }

    /// The head of a column that sorts by it: pressed again, it turns the order round.
    func sorting(by order: Order, _ reader: Reader) -> Sorting {
        let isCurrent = self.order == order
        return Sorting(
            href: reader.here("sort", isCurrent && !isReversed ? "-\(order.rawValue)" : order.rawValue), isCurrent ? (isReversed ? .descending : .ascending) : .none)
    }
}

/// A page of the outbox.
struct Outbox: Sendable {
    let question: OutboxQuestion
    /// Whose letters alone are shown.
    let event: Event?
    let letters: [LetterRow]
    let counts: [LetterState: Int]
    let paging: Paging

    var total: Int { counts.values.reduce(0, +) }
}
