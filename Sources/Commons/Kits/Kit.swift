import Kernel
package import Languages
package import Library

/// A title that travels: booked ahead, made ready, carried from school to school, counted when it leaves and when it is back.
package struct Kit: Sendable {
    package let title: LibraryTitle
    package let rule: KitRule
    package let copies: [Copy]
    package let parts: [TitlePart]
    package let shelf: KitShelf<Copy.ID>
    package let terms: [KitTerm]

    package var times: KitTimes { rule.times }
    /// Where everybody sees when it is free, behind the language.
    package var path: String { "/kits/\(title.id)" }
    package var deskPath: String { "/staff/kits/\(title.id)" }

    package func nextFree(from today: Day) -> Day? { shelf.nextFree(from: today, times) }
}

/// How a kit travels.
package struct KitRule: Sendable, Hashable {
    package var times: KitTimes
    /// So many days one school may have it, where its own people book.
    package var mostDays: Int
    /// So many days after an event on its programme it is for those who were there.
    package var termDays: Int
    /// For whoever books it.
    package var note: String

    package init(_ times: KitTimes = KitTimes(setUp: 1, transport: 1), mostDays: Int = 14, termDays: Int = 30, note: String = "") {
        (self.times, self.mostDays, self.termDays, self.note) = (times, mostDays, termDays, note)
    }

    package static let mostBounds = 1...90
    package static let termBounds = 0...120
}
