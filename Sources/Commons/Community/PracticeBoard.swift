package import Accounts
package import Centres
package import Kernel
package import Languages

/// What the centre's people see of all notes.
package struct PracticeBoard: Sendable {
    package struct Line: Sendable {
        package let practice: Practice
        package let reviews: [PracticeReview]

        package var outcome: ReviewRound.Outcome { ReviewRound.outcome(reviews.map { $0.said?.verdict }) }
    }

    package struct Used: Sendable {
        package let practice: Practice
        package let reuse: PracticeReuse
    }

    /// On their way, the oldest first.
    package let lines: [Line]
    package let used: [Used]
    package let wished: [Used]
    package let published: Int

    package var ready: [Line] { lines.filter { $0.practice.state == .review && $0.outcome == .good } }
    package var lacking: [Line] {
        lines.filter { line in
            if line.practice.state == .review, case .lacks = line.outcome { return true }
            return false
        }
    }
}

/// What a programme begins with that comes from a note: the one place where the room of proposals takes it.
package struct ProgrammeIdea: Sendable {
    package let practice: Practice.ID
    package let centre: Centre.ID
    package let language: Language
    package let title: String
    /// In Markdown.
    package let text: String
    package let authors: [Person.ID]

    package init(of practice: Practice) {
        self.practice = practice.id
        centre = practice.centre
        language = practice.language
        title = practice.title
        text = ([practice.draft.summary] + practice.draft.sections.map(\.text)).filter { !$0.isEmpty }.joined(separator: "\n\n")
        authors = practice.named.map(\.person)
    }
}
