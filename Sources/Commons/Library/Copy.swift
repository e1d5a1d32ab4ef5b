package import Centres
package import Kernel
package import Languages
import Storage

/// One thing that can be held in the hand, with its number in the centre's inventory book. Whether it is out is told by loans.
package struct Copy: Sendable, Hashable {
    package typealias ID = Kernel.ID<Copy>

    package let id: ID
    package let centre: Centre.ID
    package let title: LibraryTitle.ID
    package let number: Int
    package let state: CopyState
    package let draft: CopyDraft
    package let writtenOff: WriteOff?

    package init(id: ID, centre: Centre.ID, title: LibraryTitle.ID, number: Int, state: CopyState, draft: CopyDraft, writtenOff: WriteOff?) {
        (self.id, self.centre, self.title, self.number, self.state, self.draft, self.writtenOff) = (id, centre, title, number, state, draft, writtenOff)
    }

    /// What its barcode says.
    package var label: String { draft.label }
    /// Whether it may be lent as far as the shelf knows.
    package var isLendable: Bool { state == .shelf }
    package var deskPath: String { "/staff/library/copies/\(id)" }
}

/// Where it stands for the inventory; *out* is no state of it.
package enum CopyState: String, CaseIterable, Sendable, Codable, Storable {
    case shelf, repair, lost, off
}

/// How it came.
package enum CopyOrigin: String, CaseIterable, Sendable, Codable, Storable {
    case bought, given, exchanged, made
}

/// It left the inventory.
package struct WriteOff: Sendable, Hashable {
    package let day: Day
    /// The number of the decision by which it left.
    package let decision: String

    package init(_ day: Day, by decision: String) { (self.day, self.decision) = (day, decision) }
}

/// What is written down of a copy.
package struct CopyDraft: Sendable, Hashable, Codable {
    /// What its barcode says; empty for the one that its number makes.
    package var label = ""
    /// Its number in the book that was kept before.
    package var former = ""
    package var shelf = ""
    package var condition = ""
    /// In minor units of the centre's currency.
    package var price: Int?
    package var origin = CopyOrigin.bought
    package var source = ""
    package var acquired: String
    package var note = ""

    package init(acquired: Day) { self.acquired = acquired.iso }

    package static let countMost = 200
}
