import Centres
package import Kernel
package import Languages
package import Library

/// A loan as lists show it: what it is, who has it.
package struct LoanLine: Sendable {
    package let loan: Loan
    package let title: LibraryTitle
    package let copy: Copy
    package let borrower: Borrower?
    /// So many others wait for the title.
    package let waiting: Int

    package init(loan: Loan, title: LibraryTitle, copy: Copy, borrower: Borrower?, waiting: Int) {
        (self.loan, self.title, self.copy, self.borrower, self.waiting) = (loan, title, copy, borrower, waiting)
    }
}

/// A reservation as lists show it.
package struct ReservationLine: Sendable {
    package let reservation: Reservation
    package let title: LibraryTitle
    package let copy: Copy?
    package let borrower: Borrower?
    /// The place in the queue, from one on, while it waits.
    package let place: Int?
}
