package import Accounts
package import Events
package import Kernel
package import Languages
package import Storage

/// A big day of science: an event with stands, people who look after them by shifts, and visitors who are counted.
package struct ClubDay: Sendable {
    package typealias ID = Kernel.ID<ClubDay>

    package let id: ID
    package let event: Event
    package let stands: [ClubStand]

    package var path: String { "/club/days/\(id)" }
    package var deskPath: String { "/staff/club/days/\(id)" }
    package var day: Day? { event.plan.sessions.map(\.day).min() }
    package var counted: ClubVisitors { stands.reduce(ClubVisitors()) { $0 + $1.counted } }
    package var shifts: [ClubShift] { stands.flatMap(\.shifts) }

    package func isHelped(by person: Person.ID?) -> Bool { person != nil && shifts.contains { $0.people.contains { $0.id == person } } }
    package func stand(of shift: ClubShift.ID) -> ClubStand? { stands.first { $0.shifts.contains { $0.id == shift } } }
}

package struct ClubStand: Sendable {
    package typealias ID = Kernel.ID<ClubStand>

    package let id: ID
    package let number: Int
    package let draft: ClubStandDraft
    package let shifts: [ClubShift]
    package let counted: ClubVisitors

    package var tallyPath: String { "/me/club/tally/\(id)" }
}

package struct ClubStandDraft: Sendable, Hashable {
    package var name: String
    package var summary: String
    package var place: String

    package init(_ name: String, summary: String = "", place: String = "") { (self.name, self.summary, self.place) = (name, summary, place) }

    package static let most = 60
}

/// Some hours at a stand, and who is there.
package struct ClubShift: Sendable {
    package typealias ID = Kernel.ID<ClubShift>

    package struct Volunteer: Sendable, Hashable {
        package let id: Person.ID
        package let name: String
    }

    package let id: ID
    package let hours: Range<Instant>
    package let needed: Int
    package let people: [Volunteer]

    package var lacks: Int { max(0, needed - people.count) }

    package static let neededBounds = 1...50

    /// Two shifts that one person cannot both have.
    package func overlaps(_ other: ClubShift) -> Bool { hours.overlaps(other.hours) }
}

/// Who was counted by one press of a button.
package enum ClubTally: String, CaseIterable, Sendable, Storable {
    case pupil, teacher, other

    package var name: Phrase {
        switch self {
        case .pupil: T.club.pupils
        case .teacher: T.club.teachers
        case .other: T.club.others
        }
    }

    /// The buttons: one, and a handful.
    package static let steps = [1, 5, 10]

    /// As a button carries it: `pupil-5`.
    package static func read(_ text: String) -> (kind: ClubTally, number: Int)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = ClubTally(rawValue: String(parts[0])), let number = steps.first(where: { "\($0)" == parts[1] }) else { return nil }
        return (kind, number)
    }
}

extension ClubVisitors {
    package init(_ counts: [ClubTally: Int]) { self.init(pupils: counts[.pupil] ?? 0, teachers: counts[.teacher] ?? 0, others: counts[.other] ?? 0) }

    package subscript(_ kind: ClubTally) -> Int {
        switch kind {
        case .pupil: pupils
        case .teacher: teachers
        case .other: others
        }
    }
}
