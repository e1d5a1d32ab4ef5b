import Centres

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
