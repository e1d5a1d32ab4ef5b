package import Accounts
package import Kernel
package import Languages

/// Somebody who works in a project, with a share of a post from one day to another.
package struct ProjectPerson: Sendable {
    package typealias ID = Kernel.ID<ProjectPerson>

    package let id: ID
    package let project: Project.ID
    package let person: Person.ID?
    package let name: String
    /// What they do in it.
    package let part: String
    package let share: WorkShare

    package init(id: ID, project: Project.ID, person: Person.ID?, name: String, part: String, share: WorkShare) {
        (self.id, self.project, self.person, self.name, self.part, self.share) = (id, project, person, name, part, share)
    }
}

/// Percent of a post in some days.
package struct WorkShare: Sendable, Hashable {
    package var percent: Int
    package var days: ClosedRange<Day>

    package init(_ percent: Int, _ days: ClosedRange<Day>) { (self.percent, self.days) = (percent, days) }

    package static let bounds = 1...100

    /// The most that some shares are together on any day of some days.
    package static func most(_ shares: [WorkShare], in days: ClosedRange<Day>) -> Int {
        // The sum grows only where one of them begins.
        let steps = [days.lowerBound] + shares.map(\.days.lowerBound).filter(days.contains)
        return steps.map { day in shares.filter { $0.days.contains(day) }.reduce(0) { $0 + $1.percent } }.max() ?? 0
    }

    /// The first month in which some shares are more than a whole post.
    package static func overfull(_ shares: [WorkShare]) -> Day? {
        shares.map(\.days.lowerBound).sorted().first { day in shares.filter { $0.days.contains(day) }.reduce(0) { $0 + $1.percent } > 100 }
    }
}

/// A month of work: how many hours a post has, and how many of them are somebody's.
package struct WorkMonth: Sendable, Hashable {
    /// The first day.
    package let first: Day

    package init(containing day: Day) { first = day.monthDays.lowerBound }

    package var days: ClosedRange<Day> { first.monthDays }
    package var next: WorkMonth { WorkMonth(containing: first.adding(months: 1)) }

    /// Hours of a day in a week of forty.
    package static let dayHours = 8
    package static let hoursBounds = 0...300

    /// Hours of a whole post: every weekday counts, holidays too, for they are paid.
    package var post: Int { Self.dayHours * workdays(in: days) }

    private func workdays(in days: ClosedRange<Day>) -> Int { days.count { $0.weekday != .saturday && $0.weekday != .sunday } }

    /// Hours that a share gives in this month, rounded up.
    package func hours(of share: WorkShare) -> Int {
        guard share.days.overlaps(days) else { return 0 }
        let own = share.days.clamped(to: days)
        return (Self.dayHours * workdays(in: own) * share.percent + 99) / 100
    }

    /// All months that some days touch, at most so many.
    package static func all(in days: ClosedRange<Day>, most: Int = 120) -> [WorkMonth] {
        var months = [WorkMonth(containing: days.lowerBound)]
        while let last = months.last, last.next.first <= days.upperBound, months.count < most { months.append(last.next) }
        return months
    }
}

/// Hours of somebody in a month of a project.
package struct WorkHours: Sendable, Hashable {
    package let member: ProjectPerson.ID
    package let month: WorkMonth
    package let hours: Int
    package let words: String

    package init(_ member: ProjectPerson.ID, _ month: WorkMonth, _ hours: Int, words: String = "") {
        (self.member, self.month, self.hours, self.words) = (member, month, hours, words)
    }

    /// How many hours one may still write down in a month: never more than a whole post has, over all projects.
    package static func left(in month: WorkMonth, elsewhere: Int) -> Int { max(0, month.post - elsewhere) }
}
