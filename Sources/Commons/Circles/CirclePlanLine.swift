package import Kernel
package import Languages

/// A line of what a circle means to do in a school year.
package struct CirclePlanLine: Sendable {
    package typealias ID = Kernel.ID<CirclePlanLine>

    package let id: ID
    package let year: SchoolYear
    package let details: CirclePlanDetails
    package let done: Day?
    /// Whether it was left over from the year before.
    package let isCarried: Bool
    /// How many conclusions serve it.
    package let conclusions: Int
}

package struct CirclePlanDetails: Sendable, Hashable {
    package var text: String
    /// When, in words.
    package var term: String
    package var responsible: String
    package var indicator: String

    package init(_ text: String, term: String = "", responsible: String = "", indicator: String = "") {
        (self.text, self.term, self.responsible, self.indicator) = (text, term, responsible, indicator)
    }

    /// A plan is a few lines.
    package static let linesMost = 30
}
