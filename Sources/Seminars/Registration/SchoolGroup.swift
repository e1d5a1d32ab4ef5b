package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// Several people of a school for whom it asks in one act. Each seat is an application of its own, under the one rule of seats; here stands what they
/// have in common.
package struct SchoolGroup: Sendable {
    package typealias ID = Kernel.ID<SchoolGroup>

    package let id: ID
    package let event: Event.ID
    package let school: School.ID
    /// Who applied on its behalf.
    package let person: Person.ID
    package let applied: Instant
    /// Whether all of them come or none.
    package let isWhole: Bool
    /// The last day on which its seats may be named; nil where none was asked for without a name.
    package let namesUntil: Day?
    /// Until when the head may approve; nil when nobody is asked, or has answered. Until then it keeps its places.
    package let approveUntil: Instant?
    /// Counts the changes: of two who change at once the second is told.
    package let version: Int

    init(row: Row) throws {
        (id, event, school, person, applied) = (try row["id"], try row["event"], try row["school"], try row["person"], try row["applied"])
        let until: String? = try row["names_until"]
        (isWhole, namesUntil, approveUntil, version) = (try row["whole"], until.flatMap { Day(iso: $0) }, try row["approve_until"], try row["version"])
    }

    /// So many days before the names must be there the school is reminded.
    static let reminderDays = 3

    /// The last day on which seats of an event are named.
    /// - Returns: nil when it is too late to ask for seats without a name.
    static func lastDayOfNames(_ event: Event, _ rules: SeatRules, today: Day) -> Day? {
        guard let first = event.days?.lowerBound else { return nil }
        let last = first.adding(days: -rules.namesDays)
        return today < last ? last : nil
    }
}

/// A seat of a school's group.
package struct SchoolSeat: Sendable, Hashable {
    package let group: SchoolGroup.ID
    package let isUnnamed: Bool
}

/// What a school asks for in one act.
package struct SchoolGroupAsked: Sendable {
    /// Of the roster, each with who pays for the seat.
    package var people: [(person: Person.ID, payer: Payer)]
    /// How many seats are named later.
    package var unnamed: Int
    /// Who pays for those.
    package var payer: Payer
    package var isWhole: Bool
    package var note: String

    package init(people: [(person: Person.ID, payer: Payer)], unnamed: Int = 0, payer: Payer, isWhole: Bool = false, note: String = "") {
        (self.people, self.unnamed, self.payer, self.isWhole, self.note) = (people, unnamed, payer, isWhole, note)
    }

    var seats: Int { people.count + unnamed }
    static let unnamedMost = 200
}

extension Subject {
    static func schoolGroup(_ id: SchoolGroup.ID) -> Subject { .other("school_group", id.value) }
}

extension Day {
    /// So many working days later, from Monday to Friday. Holidays count as working days: nobody waits longer for them.
    func adding(workingDays: Int) -> Day {
        var (day, left) = (self, workingDays)
        while left > 0 {
            day = day.adding(days: 1)
            if day.weekday != .saturday, day.weekday != .sunday { left -= 1 }
        }
        return day
    }
}
