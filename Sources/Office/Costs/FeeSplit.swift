package import Centres
package import Kernel
package import Languages
package import Storage

/// How what comes in for an event is divided, from a day on: so many of a hundred to the house, to whoever organises it, to those who lead it.
package struct FeeSplit: Sendable {
    package typealias ID = Kernel.ID<FeeSplit>

    package let id: ID
    package let draft: FeeSplitDraft

    package init(id: ID, _ draft: FeeSplitDraft) { (self.id, self.draft) = (id, draft) }

    /// So many of a hundred are paid on.
    package var away: Int { draft.parts.filter(\.role.isPaidOn).map(\.percent).reduce(0, +) }

    /// The parts of what came in; they sum to it.
    package func shares(of income: Int) -> [(part: FeeSplitDraft.Part, amount: Int)] {
        Array(zip(draft.parts, Division.parts(of: income, by: draft.parts.map(\.percent)))).map { (part: $0, amount: $1) }
    }
}

package struct FeeSplitDraft: Sendable, Hashable {
    package var name: String
    package var days: RuleDays
    package var parts: [Part]

    package init(_ name: String, _ days: RuleDays, _ parts: [Part]) { (self.name, self.days, self.parts) = (name, days, parts) }

    /// Who gets a part.
    package enum Role: String, CaseIterable, Sendable, Storable {
        case house, organisation, leads, authors, local

        /// Whether it leaves the house.
        package var isPaidOn: Bool { self == .leads || self == .authors || self == .local }

        package var name: Phrase {
            switch self {
            case .house: T.costs.roleHouse
            case .organisation: T.costs.roleOrganisation
            case .leads: T.costs.roleLeads
            case .authors: T.costs.roleAuthors
            case .local: T.costs.roleLocal
            }
        }
    }

    package struct Part: Sendable, Hashable {
        package let role: Role
        package let percent: Int

        package init(_ role: Role, _ percent: Int) { (self.role, self.percent) = (role, percent) }
    }

    /// Parts make a whole.
    package var isWhole: Bool { !parts.isEmpty && parts.allSatisfy { $0.percent > 0 } && parts.map(\.percent).reduce(0, +) == 100 }
}

/// From when to when something holds, and on what it rests.
package struct RuleDays: Sendable, Hashable {
    package var starts: Day
    /// The last day; nil where it holds until something else does.
    package var ends: Day?
    /// The decision or the article, in words.
    package var article: String

    package init(from starts: Day, to ends: Day? = nil, article: String = "") { (self.starts, self.ends, self.article) = (starts, ends, article) }

    package func hold(on day: Day) -> Bool { starts <= day && (ends.map { day <= $0 } ?? true) }
}

extension Sequence {
    /// What holds on a day: of several that hold, that which began last.
    package func holding(on day: Day, _ days: (Element) -> RuleDays) -> Element? {
        filter { days($0).hold(on: day) }.max { days($0).starts < days($1).starts }
    }
}
