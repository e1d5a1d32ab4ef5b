package import Centres
package import Kernel
package import Languages

/// What is new at a school: what was planned and what was completed since somebody last heard of it. Rooms above answer, each with its lines.
package struct SchoolNewsAsked: Question {
    package typealias Answer = [SchoolNews]
    package let school: School.ID
    package let since: Instant
    /// The reader’s words, for titles and days.
    package let t: Texts
}

/// One thing that was planned or completed, and by whom.
package struct SchoolNews: Sendable {
    package enum Kind: Sendable { case planned, completed }

    package let kind: Kind
    package let title: String
    package let people: [String]

    package init(_ kind: Kind, _ title: String, _ people: [String]) { (self.kind, self.title, self.people) = (kind, title, people) }

    var label: Phrase {
        switch kind {
        case .planned: T.schools.newsPlanned(title: .text(title))
        case .completed: T.schools.newsCompleted(title: .text(title))
        }
    }
}
