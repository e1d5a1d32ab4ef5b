package import Accounts
package import Centres
package import Kernel
package import Languages

/// Somebody who belongs to a circle, or asks to.
package struct CircleMember: Sendable {
    package typealias ID = Kernel.ID<CircleMember>

    /// nil for a chair who sits in a council because of that alone.
    package let id: ID?
    package let person: Person.ID
    package let name: String
    package let school: School.ID?
    package let schoolName: String
    /// nil while it is only asked for.
    package let since: Day?
    package let until: Day?
    /// Whether what is written comes by letter.
    package let wantsDigest: Bool

    package func belongs(on day: Day) -> Bool {
        guard let since else { return false }
        return since <= day && (until.map { $0 >= day } ?? true)
    }
}

/// Somebody's term as chair, or as deputy.
package struct CircleChair: Sendable, Hashable {
    package typealias ID = Kernel.ID<CircleChair>

    package let id: ID
    package let person: Person.ID
    package let name: String
    package let isDeputy: Bool
    package let term: ClosedRange<Day>
    /// The meeting that elected them; nil where the centre has set it.
    package let meeting: CircleMeeting.ID?

    package func holds(on day: Day) -> Bool { term.contains(day) }
    /// So many days before the end of a term somebody should think of the next.
    package static let noticeDays = 30
    /// No term is longer.
    package static let yearsMost = 5
}

/// A circle as one who may see it sees it: who belongs to it and who leads it today, and what the reader may do.
package struct CircleSight: Sendable {
    package let circle: Circle
    /// Who belongs to it today, by name.
    package let members: [CircleMember]
    /// Terms, the newest first.
    package let chairs: [CircleChair]
    package let today: Day
    package let person: Person.ID?
    /// Whether the reader runs things for the centre.
    package let isStaff: Bool

    package init(_ circle: Circle, members: [CircleMember], chairs: [CircleChair], today: Day, person: Person.ID?, isStaff: Bool) {
        (self.circle, self.members, self.chairs, self.today, self.person, self.isStaff) = (circle, members, chairs, today, person, isStaff)
    }

    package var isMember: Bool { members.contains { $0.person == person } }
    /// The own term that holds today.
    package var leading: CircleChair? { chairs.first { $0.person == person && $0.holds(on: today) } }
    /// Whether the reader prepares meetings and keeps the list; nobody does where the circle has ended.
    package var mayRun: Bool { circle.closed == nil && (isStaff || leading != nil) }
    package var maySee: Bool { isStaff || isMember || leading != nil }
    /// Who leads it today.
    package var chair: CircleChair? { chairs.first { !$0.isDeputy && $0.holds(on: today) } }
    package var deputy: CircleChair? { chairs.first { $0.isDeputy && $0.holds(on: today) } }

    /// Why the reader may not do what only whoever leads it today may, in words that say who can; nil where they may.
    package var leadRefusal: Phrase? {
        if leading != nil { return nil }
        let able = [chair, deputy].compactMap { $0?.name }
        guard let own = chairs.filter({ $0.person == person && $0.term.upperBound < today }).max(by: { $0.term.upperBound < $1.term.upperBound }) else {
            return able.isEmpty ? T.circles.errorNoChair : T.circles.errorOnlyChair(names: .text(able.joined(separator: ", ")))
        }
        let day = Value.day(own.term.upperBound)
        return able.isEmpty ? T.circles.errorTermOver(day: day) : T.circles.errorTermOverWho(day: day, names: .text(able.joined(separator: ", ")))
    }

    /// The same for what the centre's people may too.
    package var runRefusal: Phrase? {
        if circle.closed != nil { return T.circles.errorClosed }
        return isStaff ? nil : leadRefusal
    }
}
