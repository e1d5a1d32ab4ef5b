package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// A group that comes to a session with its teacher: numbers by grade, and no name of a pupil.
package struct ClubBooking: Sendable {
    package typealias ID = Kernel.ID<ClubBooking>

    package enum State: String, CaseIterable, Sendable, Storable {
        case booked, waiting, cancelled

        package var name: Phrase {
            switch self {
            case .booked: T.club.bookingBooked
            case .waiting: T.club.bookingWaiting
            case .cancelled: T.club.bookingCancelled
            }
        }
    }

    package let id: ID
    package let session: ClubSession.ID
    package let draft: ClubBookingDraft
    package let schoolName: String
    /// The teacher.
    package let person: Person.ID?
    package let personName: String
    package let state: State
    package let made: Instant
    /// Pupils and adults who came, once that is told.
    package let came: (pupils: Int, adults: Int)?

    package var school: School.ID? { draft.school }
    package var pupils: Int { draft.pupils }
    package var path: String { "/me/club/bookings/\(id)" }
}

/// What is asked for when a group is to come.
package struct ClubBookingDraft: Sendable, Hashable {
    package var school: School.ID?
    /// Of the group, such as 5b.
    package var name: String
    /// So many pupils of each grade.
    package var grades: [Int: Int]
    package var adults: Int
    package var note: String

    package init(school: School.ID? = nil, name: String = "", grades: [Int: Int], adults: Int = 1, note: String = "") {
        (self.school, self.name, self.grades, self.adults, self.note) = (school, name, grades, adults, note)
    }

    package var pupils: Int { grades.values.reduce(0, +) }

    package static let pupilsBounds = 1...200
    package static let adultsBounds = 0...20
    /// A group without anybody who looks after it does not come.
    package static let adultsLeast = 1
    /// So many lines for grades a form has.
    package static let lines = 3

    /// Grades that the topic is not for.
    package func strays(from grades: ClosedRange<Int>?) -> [Int] {
        guard let grades else { return [] }
        return self.grades.keys.filter { !grades.contains($0) }.sorted()
    }
}

/// Somebody's booking with the session that it is for.
package struct ClubVisit: Sendable {
    package let booking: ClubBooking
    package let session: ClubSession
    /// Its place in the queue, while it waits.
    package let turn: Int?
}

/// A school for which somebody may book.
package struct ClubSchool: Sendable, Hashable {
    package let id: School.ID
    package let name: String
}
