package import Centres
import Kernel
package import Languages
package import Web

/// Which copies of a centre are with somebody, and until when. Answered by the room that lends; who lends or takes back calls `touchSeats()`.
package struct CopiesOutAsked: Question {
    package typealias Answer = [Copy.ID: CopyOut]
    package let centre: Centre.ID

    package init(centre: Centre.ID) { self.centre = centre }
}

/// A copy is with somebody, or waits for somebody.
package struct CopyOut: Sendable, Hashable {
    /// The day on which it is due; nil while it waits on the shelf for whoever reserved it.
    package let due: Day?

    package init(due: Day?) { self.due = due }
}

/// What rooms above bring to the page of a title that everybody reads: how it is reserved or booked. The page is kept for strangers, so that what is brought
/// leads to pages and has no form of its own.
package struct TitlePageAsked: Question {
    package typealias Answer = TitlePagePart
    package let title: LibraryTitle
    package let copies: [Copy]
    package let today: Day

    package init(_ title: LibraryTitle, _ copies: [Copy], today: Day) { (self.title, self.copies, self.today) = (title, copies, today) }
}

/// What rooms above bring to the desk's page of a title: who has its copies, who waits, how it is booked.
package struct TitleDeskAsked: Question {
    package typealias Answer = TitlePagePart
    package let title: LibraryTitle
    package let copies: [Copy]
    package let today: Day

    package init(_ title: LibraryTitle, _ copies: [Copy], today: Day) { (self.title, self.copies, self.today) = (title, copies, today) }
}

/// A part of a page of a title, with its place among the others.
package struct TitlePagePart: Sendable {
    package let place: Int
    package let part: PagePart

    package init(at place: Int, _ part: PagePart) { (self.place, self.part) = (place, part) }
}

/// Doors that rooms above add to the desk of the library: what it prints.
package struct LibraryDoorsAsked: Question {
    package typealias Answer = [LibraryDoor]
    package init() {}
}

/// A door beside a page, with its words.
package struct LibraryDoor: Sendable {
    package let label: Phrase
    package let path: String

    package init(_ label: Phrase, _ path: String) { (self.label, self.path) = (label, path) }
}

/// Whether a copy may leave the inventory, go to be mended, or go back to the shelf. Whoever lends it throws where it is with somebody.
package struct CopyStateChanging: Fact {
    package let copy: Copy
    package let to: CopyState

    package init(_ copy: Copy, to state: CopyState) { (self.copy, to) = (copy, state) }
}

/// A copy that was taken in by mistake leaves the book, as if it had never been there. Rooms above forget what they know of it, or throw where it must stay.
package struct CopyRemoving: Fact {
    package let copy: Copy

    package init(_ copy: Copy) { self.copy = copy }
}

/// The same of a title that has no copies.
package struct TitleRemoving: Fact {
    package let title: LibraryTitle.ID

    package init(_ title: LibraryTitle.ID) { self.title = title }
}
