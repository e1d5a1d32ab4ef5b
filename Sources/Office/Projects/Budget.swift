package import Kernel
package import Languages

/// A line of a project's budget, in the currency of the project.
package struct BudgetLine: Sendable {
    package typealias ID = Kernel.ID<BudgetLine>

    package let id: ID
    package let details: BudgetLineDetails
    package let spendings: [BudgetSpending]
    /// What rooms above know of it beside what was typed.
    package let known: BudgetKnown

    package init(id: ID, details: BudgetLineDetails, spendings: [BudgetSpending], known: BudgetKnown = BudgetKnown()) {
        (self.id, self.details, self.spendings, self.known) = (id, details, spendings, known)
    }

    package var sum: BudgetSum {
        BudgetSum(
            planned: details.planned, reserved: details.reserved + known.reserved,
            spent: spendings.reduce(0) { $0 + $1.amount } + known.spent)
    }
}

package struct BudgetLineDetails: Sendable, Hashable {
    package var name: String
    package var source: String
    /// Hundredths.
    package var planned: Int
    package var reserved: Int

    package init(_ name: String, source: String = "", planned: Int, reserved: Int = 0) {
        (self.name, self.source, self.planned, self.reserved) = (name, source, planned, reserved)
    }
}

/// What was spent by a paper.
package struct BudgetSpending: Sendable, Hashable {
    package typealias ID = Kernel.ID<BudgetSpending>

    package let id: ID
    package let day: Day
    package let paper: String
    package let words: String
    /// Hundredths.
    package let amount: Int

    package init(id: ID, day: Day, paper: String, words: String, amount: Int) {
        (self.id, self.day, self.paper, self.words, self.amount) = (id, day, paper, words, amount)
    }
}

/// Planned, reserved, spent, and what is left: sums over lines. An amount has a greatest value, a million of which still fit into one number.
package struct BudgetSum: Sendable, Hashable {
    package var planned = 0
    package var reserved = 0
    package var spent = 0

    package init(planned: Int = 0, reserved: Int = 0, spent: Int = 0) { (self.planned, self.reserved, self.spent) = (planned, reserved, spent) }

    /// Less than nothing where more was taken than planned.
    package var left: Int { planned - reserved - spent }
    package var isOver: Bool { left < 0 }
    /// What was taken beyond the plan.
    package var excess: Int { max(0, -left) }

    package static func + (one: BudgetSum, other: BudgetSum) -> BudgetSum {
        BudgetSum(planned: one.planned + other.planned, reserved: one.reserved + other.reserved, spent: one.spent + other.spent)
    }

    package static func of(_ lines: [BudgetLine]) -> BudgetSum { lines.reduce(BudgetSum()) { $0 + $1.sum } }

    /// The same by source of money, in the order of the sources' names.
    package static func bySource(_ lines: [BudgetLine]) -> [(source: String, sum: BudgetSum)] {
        Dictionary(grouping: lines, by: \.details.source).map { ($0.key, of($0.value)) }.sorted { $0.source < $1.source }
    }
}

/// What of a line's money stands in books that this room does not keep.
package struct BudgetKnown: Sendable, Hashable {
    /// Hundredths, in the currency of the project.
    package var reserved: Int
    package var spent: Int

    package init(reserved: Int = 0, spent: Int = 0) { (self.reserved, self.spent) = (reserved, spent) }
}

/// What was reserved and spent of a project's lines by papers that another room keeps: asked of the rooms above, whose sums stand beside what was typed.
package struct BudgetAsked: Question {
    package typealias Answer = [BudgetLine.ID: BudgetKnown]
    package let project: Project.ID
    package let lines: [BudgetLine.ID]

    package init(project: Project.ID, lines: [BudgetLine.ID]) { (self.project, self.lines) = (project, lines) }
}

/// A line of a budget is about to go: a room above whose money stands on it may refuse.
package struct BudgetLineRemoving: Fact { package let line: BudgetLine.ID }
