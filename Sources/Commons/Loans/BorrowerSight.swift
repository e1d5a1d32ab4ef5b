import Centres
package import Kernel
package import Library

/// Doors that rooms above add to the card of a borrower: what is printed for them.
package struct BorrowerDoorsAsked: Question {
    package typealias Answer = [LibraryDoor]
    package let borrower: Borrower.ID

    package init(_ borrower: Borrower.ID) { self.borrower = borrower }
}

/// A borrower with what they have, had and wait for.
struct BorrowerSight {
    let borrower: Borrower
    let loans: [LoanLine]
    let past: [LoanLine]
    let reservations: [ReservationLine]
    let desk: DeskRule
}

/// What the form of a new borrower offers.
struct NewBorrowerSight {
    /// Schools that the words find.
    let found: [School]
    let nearby: [School]
}
