package import Contests
package import Kernel
package import Languages

/// Who took part in a contest, in numbers.
package struct JuryFigures: Sendable {
    package struct Line: Sendable, Hashable {
        package let name: String
        package let works: Int
        package let prizes: Int

        package init(_ name: String, works: Int, prizes: Int) { (self.name, self.works, self.prizes) = (name, works, prizes) }
    }

    package let contest: Contest
    package let works: Int
    package let mentors: Int
    package let bySchool: [Line]
    package let byMunicipality: [Line]
    package let byCategory: [Line]
    /// Schools near the centre from which no work has come to any of its contests.
    package let neverReached: [String]
}
