/// What somebody has, waits for and answers for at a centre.
struct MyLoans {
    /// Their own cards.
    let own: [Borrower]
    let loans: [LoanLine]
    let reservations: [ReservationLine]
    /// Institutions and pupils for whom they answer, with what these have.
    let answered: [(borrower: Borrower, lines: [LoanLine])]
}
