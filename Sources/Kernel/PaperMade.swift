package import Languages

/// A paper has been made or signed that the centre's book of documents should know: an invoice, a contract, minutes. Whoever makes it states it in the
/// same act; the room that keeps the book writes it down once, however often it is stated.
package struct PaperMade: Fact {
    /// Which room's paper it is and of which kind, such as `invoice`: with `row` what it is known by.
    package let kind: String
    package let row: Int64
    package let centre: ID<CentreTag>
    /// The number that it already bears, or nothing.
    package let number: String
    /// What it is, in the language of the centre, as it stands on it.
    package let title: String
    /// Whom it went to or came from, or nothing.
    package let other: String
    package let day: Day
    /// The page of the program on which it is read, without the language before it.
    package let page: String

    package init(kind: String, row: Int64, centre: ID<CentreTag>, number: String, title: String, other: String = "", day: Day, page: String) {
        self.kind = kind
        self.row = row
        self.centre = centre
        self.number = number
        self.title = title
        self.other = other
        self.day = day
        self.page = page
    }
}
