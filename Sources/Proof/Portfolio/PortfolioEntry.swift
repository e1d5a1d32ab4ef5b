package import Accounts
package import Centres
package import Files
package import Kernel
package import Languages
package import Storage

/// Something that a person puts into the portfolio: a certificate of somebody else with its scan, what was done inside the school, what was written; or
/// what is planned and not done yet.
package struct PortfolioEntry: Sendable, Hashable {
    package typealias ID = Kernel.ID<PortfolioEntry>

    package enum State: String, CaseIterable, Sendable, Storable {
        case planned
        /// Nobody has looked at it.
        case unchecked
        /// Somebody of the centre has seen the paper, or somebody of the school knows of it.
        case checked
        case refused

        package var name: Phrase {
            switch self {
            case .planned: T.portfolio.statePlanned
            case .unchecked: T.portfolio.stateUnchecked
            case .checked: T.portfolio.stateChecked
            case .refused: T.portfolio.stateRefused
            }
        }
    }

    package let id: ID
    package let person: Person.ID
    package let state: State
    package let details: EntryDetails
    package let file: StoredFile.ID?
    /// Why it was refused.
    package let reason: String
    package let decided: Instant?
    package let decidedBy: Person.ID?
    /// When its bearer last wrote it: a decision is about what was seen.
    package let written: Instant

    /// As rules count it; nil for what was refused, and for what is only planned.
    package var evidence: Evidence? {
        let standing: EvidenceStanding
        switch state {
        case .planned, .refused: return nil
        case .checked: standing = .proved
        case .unchecked: standing = .said
        }
        return Evidence(
            .entry(id), details.kind, isLed: details.isLed, day: details.day, hours: details.hours, days: details.days, credits: details.credits,
            points: details.points, isPriority: details.isPriority, isInternational: details.isInternational,
            words: Fold.indexText("\(details.title) \(details.competence)"), standing: standing)
    }
}

/// What is told of an entry.
package struct EntryDetails: Sendable, Hashable {
    package var kind: EvidenceKind
    package var title: String
    package var day: Day
    package var isLed = false
    package var organiser = ""
    package var number = ""
    package var competence = ""
    package var hours = 0
    package var days = 1
    package var credits = 0
    package var points: Int?
    package var isPriority = false
    package var isInternational = false
    /// Inside which it was.
    package var school: School.ID?
    /// The line of the school's table that gave its points.
    package var line: PointsTable.Line.ID?
    package var goal: PortfolioGoal.ID?
    package var note = ""
    /// Of what is planned: whether the school sees it.
    package var isShared = false

    package init(_ kind: EvidenceKind, _ title: String, on day: Day) { (self.kind, self.title, self.day) = (kind, title, day) }

    static let hourBounds = 0...1000
    static let dayBounds = 0...365
    static let pointBounds = 0...1000
}

/// What a person means to learn in a school year.
package struct PortfolioGoal: Sendable, Hashable {
    package typealias ID = Kernel.ID<PortfolioGoal>

    package let id: ID
    package let details: GoalDetails
}

package struct GoalDetails: Sendable, Hashable {
    package var year: SchoolYear
    package var text: String
    package var competence = ""
    /// Whether the school sees it.
    package var isShared = false
    package var isReached = false
    /// What came of it, in their own words: nobody else reads it.
    package var reflection = ""

    package init(_ text: String, in year: SchoolYear) { (self.text, self.year) = (text, year) }

    static let longest = TextLimit.note.rawValue
}

/// What a school gives for what its people do inside it, from a day on.
package struct PointsTable: Sendable, Hashable {
    package typealias ID = Kernel.ID<PointsTable>

    package struct Line: Sendable, Hashable {
        package typealias ID = Kernel.ID<Line>

        package let id: ID
        package let activity: String
        /// Of whoever leads it, and of whoever attends; nil where that cannot be.
        package let leading: Int?
        package let attending: Int?

        package func points(led isLed: Bool) -> Int? { isLed ? leading : attending }
    }

    package let id: ID
    package let school: School.ID
    package let since: Day
    package let lines: [Line]
}

/// Since when somebody works in education, and which title they have.
package struct Career: Sendable, Hashable {
    package var worksSince: Day?
    /// The name of a title of the rule pack.
    package var title = ""
    package var titleSince: Day?

    package init(worksSince: Day? = nil, title: String = "", titleSince: Day? = nil) {
        (self.worksSince, self.title, self.titleSince) = (worksSince, title, titleSince)
    }
}

/// A working day on which somebody was away for training and paid.
package struct LeaveDay: Sendable, Hashable {
    package let day: Day
    package let reason: String
}
