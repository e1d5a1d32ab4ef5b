package import Centres
import Kernel
package import Languages
import Web

/// What a centre has, and what came and went in a year.
package struct StockFigures: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package var titles = 0
        package var copies = 0
    }

    /// Copies in one group, and what they cost together, in minor units.
    package struct Sum: Sendable, Hashable {
        package let label: String
        package let copies: Int
        package let price: Int
    }

    package let year: Int
    /// At the end of the year, or today.
    package let stock: [TitleKind: Line]
    package let origins: [CopyOrigin: Sum]
    /// Bought copies by the money they were bought with.
    package let sources: [Sum]
    package let writtenOff: [TitleKind: Sum]
    package let currency: Currency
}

/// What rooms above know of a year: loans by kind and month, what was lent most.
package struct LibraryFiguresAsked: Question {
    package typealias Answer = TitlePagePart
    package let centre: Centre.ID
    package let year: Int

    package init(centre: Centre.ID, year: Int) { (self.centre, self.year) = (centre, year) }
}
