package import Centres
package import Languages

/// What a circle did in a school year, in numbers.
package struct CircleReport: Sendable {
    /// One meeting that was held.
    package struct Line: Sendable {
        package let meeting: CircleMeeting
        package let present: Int
        package let members: Int
        package let hasQuorum: Bool
        package let isSigned: Bool
        package let votes: Int
        package let conclusions: Int
    }

    /// One school: its people, and how often they came.
    package struct SchoolLine: Sendable {
        package let name: String
        package let members: Int
        package var attended: Int
    }

    package let circle: Circle
    package let year: SchoolYear
    package let chair: String
    package let members: Int
    package let joined: Int
    package let left: Int
    package let meetings: [Line]
    package let schools: [SchoolLine]
    package let conclusions: [CircleConclusion]
    package let visits: Int
    package let visitsSigned: Int
    package let plan: [CirclePlanLine]

    package var sum: ConclusionSum { ConclusionSum(conclusions.map(\.state)) }
}
