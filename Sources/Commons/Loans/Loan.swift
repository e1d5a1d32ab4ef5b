package import Centres
package import Kernel
package import Languages
package import Library
package import Storage

/// A time in which one copy is somebody's: booked ahead, out, or over.
package struct Loan: Sendable {
    package typealias ID = Kernel.ID<Loan>

    package enum State: String, CaseIterable, Sendable, Storable {
        case booked, out, back, lost, cancelled

        /// Whether nobody else can have the copy in its days.
        package var holds: Bool { self == .booked || self == .out }

        package var name: Phrase {
            switch self {
            case .booked: T.loans.stateBooked
            case .out: T.loans.stateOut
            case .back: T.loans.stateBack
            case .lost: T.loans.stateLost
            case .cancelled: T.loans.stateCancelled
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let copy: Copy.ID
    /// Nil where it came back so long ago that it stands no more who had it.
    package let borrower: Borrower.ID?
    package let borrowerKind: BorrowerKind
    package let state: State
    /// With the days for setting up and for the way.
    package let held: ClosedRange<Day>
    package let due: Day
    package let out: Instant?
    package let back: Instant?
    package let renewed: Int
    package let deposit: Int
    package let damage: String
    package let told: Reminder?
    package let made: Instant

    package func isOverdue(on today: Day) -> Bool { state == .out && due < today }
}

/// Days in which a copy is held, and by what: as a calendar shows them.
package struct HeldPeriod: Sendable, Hashable {
    package let loan: Loan.ID
    package let copy: Copy.ID
    package let state: Loan.State
    package let days: ClosedRange<Day>
    package let due: Day
    package let borrower: Borrower.ID?

    /// What is out past its day is held until it comes back, as far as anybody knows.
    package func days(asOf today: Day) -> ClosedRange<Day> { state == .out && days.upperBound < today ? days.lowerBound...today : days }
}

extension [HeldPeriod] {
    /// The first of them that has a day in common with some days.
    package func holder(of days: ClosedRange<Day>, except loan: Loan.ID? = nil) -> HeldPeriod? {
        filter { $0.state.holds && $0.loan != loan && $0.days.overlaps(days) }.min { $0.days.lowerBound < $1.days.lowerBound }
    }
}

/// What is told of a loan whose day comes or has passed, in the order in which it is told.
package enum Reminder: String, CaseIterable, Sendable, Storable, Comparable {
    case before, one, seven, twentyone

    private var order: Int {
        switch self {
        case .before: 0
        case .one: 1
        case .seven: 2
        case .twentyone: 3
        }
    }

    package static func < (left: Reminder, right: Reminder) -> Bool { left.order < right.order }

    package var isLate: Bool { self != .before }

    /// What has come due to be told of a loan; nil while nothing has.
    /// - Parameter beforeDays: so long before the day; none, and nothing is told before it.
    package static func of(due: Day, on today: Day, beforeDays: Int) -> Reminder? {
        let late = due.days(until: today)
        if late >= 21 { return .twentyone }
        if late >= 7 { return .seven }
        if late >= 1 { return .one }
        return beforeDays > 0 && -late <= beforeDays ? .before : nil
    }

    /// In local time: letters do not come in the night.
    static let hour = 7
}
