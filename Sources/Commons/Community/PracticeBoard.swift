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
