import Forms
import Kernel
import Languages

/// Loans of a centre, narrowed down.
struct LoanList {
    enum Filter: String, CaseIterable, Sendable {
        case out, overdue, booked, lost

        var name: Phrase {
            switch self {
            case .out: T.loans.filterOut
            case .overdue: T.loans.filterOverdue
            case .booked: T.loans.filterBooked
            case .lost: T.loans.filterLost
            }
        }
    }

    let filter: Filter
    let counts: [Filter: Int]
    let lines: [LoanLine]
    let paging: Paging
}
