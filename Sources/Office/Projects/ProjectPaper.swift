package import Files
package import Kernel
package import Languages

/// Something that a call asks for: who brings it and by when.
package struct ProjectCheck: Sendable {
    package typealias ID = Kernel.ID<ProjectCheck>

    package let id: ID
    package let name: String
    package let responsible: String
    package let due: Day?
    /// The day on which it was ready.
    package let done: Day?
    package let file: StoredFile?

    package func isLate(on today: Day) -> Bool { done == nil && due.map { $0 < today } == true }
}

/// A report that whoever gives the money waits for.
package struct ProjectReport: Sendable {
    package typealias ID = Kernel.ID<ProjectReport>

    package let id: ID
    package let project: Project.ID
    package let title: String
    /// To whom it goes.
    package let recipient: String
    package let due: Day
    package let sent: Day?
    package let file: StoredFile?

    package init(id: ID, project: Project.ID, title: String, recipient: String, due: Day, sent: Day?, file: StoredFile?) {
        (self.id, self.project, self.title, self.recipient, self.due, self.sent, self.file) = (id, project, title, recipient, due, sent, file)
    }

    package func isLate(on today: Day) -> Bool { sent == nil && due < today }
}

/// A file of a project, for those who work in it.
package struct ProjectFile: Sendable {
    package typealias ID = Kernel.ID<ProjectFile>

    package let id: ID
    package let title: String
    package let file: StoredFile
    package let added: Instant
}

/// How many years a closed project stands with the names and hours of its people, from a day on.
package struct ProjectRule: Sendable, Hashable {
    package let since: Day
    package let years: Int

    package init(since: Day, years: Int) { (self.since, self.years) = (since, years) }

    /// What holds where a centre has said nothing: those who give money ask for papers so long.
    package static let usual = 7
    package static let bounds = 3...30

    /// The years that hold for a project that was closed on a day.
    package static func years(_ rules: [ProjectRule], closed day: Day) -> Int {
        rules.filter { $0.since <= day }.max { $0.since < $1.since }?.years ?? usual
    }

    /// Whether the time of a project is over.
    package static func isOver(_ rules: [ProjectRule], closed day: Day, today: Day) -> Bool { day.adding(years: years(rules, closed: day)) < today }
}
