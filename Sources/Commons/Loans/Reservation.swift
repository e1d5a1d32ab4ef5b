package import Centres
package import Kernel
package import Languages
package import Library
package import Storage

/// Somebody waits for a title: for whichever copy of it is free first.
package struct Reservation: Sendable {
    package typealias ID = Kernel.ID<Reservation>

    package enum State: String, CaseIterable, Sendable, Storable {
        case waiting, ready, lent, lapsed, cancelled

        package var isOpen: Bool { self == .waiting || self == .ready }

        package var name: Phrase {
            switch self {
            case .waiting: T.loans.reservedWaiting
            case .ready: T.loans.reservedReady
            case .lent: T.loans.reservedLent
            case .lapsed: T.loans.reservedLapsed
            case .cancelled: T.loans.reservedCancelled
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let title: LibraryTitle.ID
    package let borrower: Borrower.ID
    package let state: State
    /// That is set aside.
    package let copy: Copy.ID?
    package let made: Instant
    package let keepUntil: Day?
}

/// Who of those that wait gets which of the copies that are free: the one who waits longest the first of them, and so on.
package enum ReservationQueue {
    package static func serve(_ waiting: [Reservation.ID], _ free: [Copy.ID]) -> [(reservation: Reservation.ID, copy: Copy.ID)] {
        zip(waiting.sorted(), free.sorted()).map { (reservation: $0, copy: $1) }
    }

    /// The place of one in the queue, from one on; nil for who does not wait.
    package static func place(of reservation: Reservation.ID, in waiting: [Reservation.ID]) -> Int? {
        waiting.sorted().firstIndex(of: reservation).map { $0 + 1 }
    }
}
