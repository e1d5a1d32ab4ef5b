package import Centres
package import Kernel
package import Languages
package import Projects
package import Storage

/// A source of money of a centre: who gives it, on what it rests, from when to when, and what it may pay for.
package struct Purse: Sendable {
    package typealias ID = Kernel.ID<Purse>

    package let id: ID
    package let centre: Centre.ID
    package let details: PurseDetails
    package let rules: [PurseRule]
    /// Since when nothing is taken of it, whatever its days say.
    package let closed: Day?

    package init(id: ID, centre: Centre.ID, details: PurseDetails, rules: [PurseRule] = [], closed: Day? = nil) {
        (self.id, self.centre, self.details, self.rules, self.closed) = (id, centre, details, rules, closed)
    }

    package var name: String { details.name }
    package var kind: PurseKind { details.kind }
    package var currency: Currency { details.currency }
    package var path: String { "/staff/purses/\(id)" }

    /// Whether something may be taken of it that day, as far as its days say.
    package func isUsable(on day: Day) -> Bool { details.starts <= day && details.ends.map { day <= $0 } ?? true && closed.map { day < $0 } ?? true }

    /// So many days are left of it; nil where it has no end, or nothing is taken of it any more.
    package func daysLeft(on day: Day) -> Int? { isUsable(on: day) ? details.ends.map { day.days(until: $0) } : nil }

    /// What all its takings together may not exceed, whatever the years; the smallest where several are written.
    package var totalMost: PurseRule? { rules.filter { $0.kind == .totalMost }.min { $0.amount < $1.amount } }
}

/// The seven from which a centre lives.
package enum PurseKind: String, CaseIterable, Sendable, Storable {
    case founder, own, ministry, municipality, project, school, donor
}

/// What a centre writes of a source.
package struct PurseDetails: Sendable, Hashable {
    package var kind: PurseKind
    package var name: String
    /// Whose money it is; and of which line of that project's budget, where it is that line's alone.
    package var project: Project.ID?
    package var budgetLine: BudgetLine.ID?
    package var giver: String
    package var article: String
    package var starts: Day
    package var ends: Day?
    package var currency: Currency
    package var decidedOn: Day?
    package var decidedBy: String
    /// The number of the paper.
    package var decision: String

    package init(
        _ kind: PurseKind, _ name: String, project: Project.ID? = nil, budgetLine: BudgetLine.ID? = nil, giver: String = "", article: String = "", from starts: Day,
        to ends: Day? = nil, _ currency: Currency, decidedOn: Day? = nil, by decidedBy: String = "", decision: String = ""
    ) {
        (self.kind, self.name, self.project, self.budgetLine, self.giver, self.article) = (kind, name, project, budgetLine, giver, article)
        (self.starts, self.ends, self.currency) = (starts, ends, currency)
        (self.decidedOn, self.decidedBy, self.decision) = (decidedOn, decidedBy, decision)
    }
}

extension Purse {
    /// So many days before its last it is told what is left.
    package static let soon = 30
}

extension Subject {
    package static func purse(_ id: Purse.ID) -> Subject { .other("purse", id.value) }
}
