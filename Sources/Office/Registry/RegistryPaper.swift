package import Kernel
package import Languages

/// A paper that the program made: it enters the register by itself, once, however often it is told.
package struct RegistryPaper: Sendable {
    /// Which room's paper it is and of which kind: with `row` what it is known by.
    package let kind: String
    package let row: Int64
    package let centre: ID<CentreTag>
    package var direction: RegistryDirection
    /// The number that it bears by itself, or nothing.
    package var number = ""
    /// What it is, in the language of the centre.
    package let title: String
    /// Whom it went to or came from, or nothing.
    package var other = ""
    package let day: Day
    /// The page on which it is read, behind the language.
    package var page = ""

    package init(
        _ kind: String, _ row: Int64, _ title: String, at centre: ID<CentreTag>, on day: Day, _ direction: RegistryDirection = .sent, number: String = "",
        other: String = "", page: String = ""
    ) {
        (self.kind, self.row, self.title, self.centre, self.day, self.direction) = (kind, row, title, centre, day, direction)
        (self.number, self.other, self.page) = (number, other, page)
    }

    /// As a room has stated it: what names nobody outside stays in the house.
    package init(_ fact: PaperMade) {
        self.init(
            fact.kind, fact.row, fact.title, at: fact.centre, on: fact.day, fact.other.isEmpty ? .inner : .sent, number: fact.number, other: fact.other,
            page: fact.page)
    }
}

/// A kind of papers that the program makes, in words: a room that makes some brings it, so that a centre can say which mark they get.
package struct RegistryKind: Sendable {
    package let kind: String
    package let name: Phrase

    package init(_ kind: StaticString, _ name: Phrase) { (self.kind, self.name) = (kind.description, name) }
}
