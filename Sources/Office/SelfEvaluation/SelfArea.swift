package import Kernel
package import Languages

/// A field of work that a centre values, with its features.
package struct SelfArea: Sendable {
    package typealias ID = Kernel.ID<SelfArea>

    package let id: ID
    package let name: String
    package let ended: Day?
    package let features: [SelfFeature]

    package var isUsed: Bool { ended == nil }
}

/// One thing that is looked at, and which facts stand beside it.
package struct SelfFeature: Sendable {
    package typealias ID = Kernel.ID<SelfFeature>

    package let id: ID
    package let area: SelfArea.ID
    package let draft: SelfFeatureDraft
    package let ended: Day?

    package var name: String { draft.name }
}

package struct SelfFeatureDraft: Sendable, Hashable {
    package var name: String
    package var hint: String
    package var facts: [SelfFact]

    package init(_ name: String, hint: String = "", facts: [SelfFact] = []) { (self.name, self.hint, self.facts) = (name, hint, facts) }
}

/// The scale, and by which day of a year an accreditation is asked for: a rule with a day from which it holds, and where it is written.
package struct SelfRule: Sendable, Hashable {
    package var since: Day
    package var levels: Int
    package var month: Int
    package var day: Int
    package var article: String

    package init(since: Day, levels: Int = 4, month: Int = 11, day: Int = 15, article: String = "") {
        (self.since, self.levels, self.month, self.day, self.article) = (since, levels, month, day, article)
    }

    package static let levelBounds = 2...10

    /// The rule of a day; before the first of all rules what the program begins with, so that a first rule changes no year that was closed without one.
    package static func holding(on day: Day, _ rules: [SelfRule]) -> SelfRule {
        rules.filter { $0.since <= day }.max { $0.since < $1.since } ?? SelfRule(since: day)
    }

    /// The last day on which the next accreditation can be asked for, if the present one ends on that day: the filing day that comes before it.
    package func filing(before end: Day) -> Day? {
        [end.year, end.year - 1].compactMap { year in Day(year: year, month: month, day: day) }.first { $0 < end }
    }
}

/// For how long a centre may issue certificates.
package struct Accreditation: Sendable, Hashable {
    package typealias ID = Kernel.ID<Accreditation>

    package var days: ClosedRange<Day>
    /// By which it was given.
    package var act: String

    package init(_ days: ClosedRange<Day>, act: String = "") { (self.days, self.act) = (days, act) }

    /// Of several the one that ends last.
    package static func latest(_ all: [Accreditation]) -> Accreditation? { all.max { $0.days.upperBound < $1.days.upperBound } }
}
