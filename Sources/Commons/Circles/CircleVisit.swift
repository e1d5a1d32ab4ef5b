package import Accounts
package import Centres
package import Kernel
package import Languages
package import Portfolio
package import Storage

/// A lesson to which one teacher invited another, as both sign it.
package struct CircleVisit: Sendable {
    package typealias ID = Kernel.ID<CircleVisit>

    package enum Part: String, CaseIterable, Sendable, Storable {
        case host, guest

        package var name: Phrase { self == .host ? T.circles.host : T.circles.guest }
    }

    package struct Side: Sendable {
        package typealias ID = Kernel.ID<Side>

        package let id: ID
        package let part: Part
        package let person: Person.ID
        package let name: String
        package let school: School.ID?
        package let schoolName: String
        package let signed: Instant?
        package let confirmed: Instant?
        package let points: Int?
    }

    package let id: ID
    package let circle: Circle.ID
    package let details: CircleVisitDetails
    package let sides: [Side]

    package subscript(_ part: Part) -> Side? { sides.first { $0.part == part } }
    package var isSigned: Bool { sides.count == Part.allCases.count && sides.allSatisfy { $0.signed != nil } }
    /// After so many days whoever has not signed is asked once more.
    package static let againDays = 7
}

package struct CircleVisitDetails: Sendable, Hashable {
    package var day: Day
    package var lesson: String
    package var seen: String
    package var host: Person.ID
    package var guest: Person.ID

    package init(day: Day, lesson: String, seen: String, host: Person.ID, guest: Person.ID) {
        (self.day, self.lesson, self.seen, self.host, self.guest) = (day, lesson, seen, host, guest)
    }
}

/// One side of a visit as the team of its school sees it.
package struct SchoolVisit: Sendable {
    package let visit: CircleVisit
    package let side: CircleVisit.Side
    /// Lines of the school's table that give points for it.
    package let lines: [PointsTable.Line]
    package let isOwn: Bool

    package func points(by line: PointsTable.Line) -> Int? { side.part == .host ? line.leading : line.attending }
}
