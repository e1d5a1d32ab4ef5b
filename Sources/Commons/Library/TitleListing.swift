import Kernel
package import Languages

/// What a page of the list of titles shows.
package struct TitleListing: Sendable {
    package let words: String
    package let filters: TitleFilters
    package let isNewest: Bool
    /// Those of this page, in their order.
    package let shown: [TitleShown]
    package let count: Int
    package let counts: TitleCounts
    package let subjects: [String: String]
    /// How many titles the centre has at all.
    package let stock: Int
}

/// What a row of the list depends on, beside the title's own record.
package struct TitleShown: Sendable, Hashable {
    package let id: LibraryTitle.ID
    package let standing: TitleStanding
}

/// A title as a list shows it.
package struct TitleLine: Sendable {
    package let id: LibraryTitle.ID
    package let kind: TitleKind
    package let name: String
    package let subtitle: String
    package let language: TitleLanguage
    package let authors: [String]
    package let year: Int?
    package let standing: TitleStanding
}

/// How its copies stand now.
package struct TitleStanding: Sendable, Hashable {
    /// Copies that were not written off.
    package var copies = 0
    package var here = 0
    /// When the next one is due; nil where none is out.
    package var due: Day?

    package init(copies: Int = 0, here: Int = 0, due: Day? = nil) { (self.copies, self.here, self.due) = (copies, here, due) }

    package init(_ copies: [Copy], out: [Copy.ID: CopyOut]) {
        self.init()
        for copy in copies where copy.state != .off {
            self.copies += 1
            guard copy.isLendable else { continue }
            if let one = out[copy.id] {
                if let day = one.due { due = due.map { min($0, day) } ?? day }
            } else {
                here += 1
            }
        }
    }
}
