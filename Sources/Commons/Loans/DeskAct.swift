package import Accounts
package import Kernel
package import Languages
package import Library
package import Storage

/// One thing that was done at the desk.
package struct DeskAct: Sendable {
    package typealias ID = Kernel.ID<DeskAct>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        case lend, `return`, renew, site

        package var name: Phrase {
            switch self {
            case .lend: T.loans.actLend
            case .return: T.loans.actReturn
            case .renew: T.loans.actRenew
            case .site: T.loans.actSite
            }
        }
    }

    package let id: ID
    package let at: Instant
    package let kind: Kind
    package let copy: Copy.ID
    package let loan: Loan.ID?
    /// The one that was served by it, or that is ready by it.
    package let reservation: Reservation.ID?
    /// As it was before it was renewed.
    package let due: Day?
    package let heldUntil: Day?
    package let copyState: CopyState?
    package let isUndone: Bool
}

/// One thing that was done at the desk, as it is shown there.
package struct DeskLine: Sendable {
    package let act: DeskAct
    package let title: LibraryTitle
    package let copy: Copy
    package let loan: Loan?
    package let borrower: Borrower?
    /// For whom the copy is set aside now.
    package let keptFor: Borrower?
    package let keptUntil: Day?
}

/// What the desk says of what was scanned last: by a colour, a sound and words.
package enum DeskSign: String, Sendable { case good, waiting, bad }

/// What a scan leads to.
package enum DeskAnswer: Sendable, Hashable {
    /// A card: whoever stands at the desk now.
    case opened(Borrower.ID)
    case done(DeskAct.ID)
    /// The scanner's echo of what was done a moment ago.
    case echo(DeskAct.ID)
    /// A copy that stands on the shelf, and nobody is here to whom it could be lent.
    case onShelf(Copy.ID)
}

/// All that the desk shows.
package struct DeskSight: Sendable {
    /// Who stands at it.
    package var borrower: Borrower?
    package var loans: [LoanLine] = []
    package var reservations: [ReservationLine] = []
    /// Found by words.
    package var found: [Borrower] = []
    /// Those found who have no card yet.
    package var people: [Person] = []
    /// What was done last, the newest first.
    package var acts: [DeskLine] = []
    /// The one of which the sign speaks.
    package var done: DeskLine?
    package var isEcho = false
    /// A copy that was scanned and is lent to nobody.
    package var copy: (copy: Copy, title: LibraryTitle)?
    /// What of the borrower is overdue.
    package var overdue = 0
    package let today: Day
    package let currency: Currency

    package init(today: Day, _ currency: Currency) { (self.today, self.currency) = (today, currency) }

    /// The one that can be taken back.
    package var last: DeskLine? { acts.first { !$0.act.isUndone } }
}
