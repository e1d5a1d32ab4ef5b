package import Languages

/// Planned, reserved, spent and left of a source, in hundredths of its currency.
package struct PurseSum: Sendable, Hashable {
    /// Nil where no year of it was ever planned.
    package var planned: Int?
    package var reserved: Int
    package var spent: Int

    package init(planned: Int? = nil, reserved: Int = 0, spent: Int = 0) { (self.planned, self.reserved, self.spent) = (planned, reserved, spent) }

    package var taken: Int { reserved + spent }
    /// Nothing where no year of it was planned.
    package var left: Int { (planned ?? 0) - taken }
    /// What of it is taken, in hundredths of the plan, rounded down; nil without a plan.
    package var percent: Int? { planned.flatMap { $0 > 0 ? Int(Double(taken) * 100 / Double($0)) : nil } }

    /// A greatest amount is 10¹², so that sums of many stay within one number.
    package static func + (one: PurseSum, other: PurseSum) -> PurseSum {
        let planned: Int? = one.planned == nil && other.planned == nil ? nil : (one.planned ?? 0) + (other.planned ?? 0)
        return PurseSum(planned: planned, reserved: one.reserved + other.reserved, spent: one.spent + other.spent)
    }
}

/// What was decided of a source for a year.
package struct PurseYear: Sendable, Hashable {
    package let year: Int
    /// Hundredths.
    package let planned: Int
    package let decidedOn: Day
    package let decidedBy: String
    package let article: String

    package init(_ year: Int, planned: Int, decidedOn: Day, by decidedBy: String = "", article: String = "") {
        (self.year, self.planned, self.decidedOn, self.decidedBy, self.article) = (year, planned, decidedOn, decidedBy, article)
    }

    package static let bounds = 2000...2100
}

extension PurseSum {
    /// From so many hundredths on, a source is as good as taken.
    package static let nearlyTaken = 90
}
