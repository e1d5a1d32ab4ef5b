package import Kernel
package import Languages
package import Storage

/// How often each value was chosen in answer to one question, for one of those whom it is about.
package struct Tally: Hashable, Sendable {
    package var counts: [String: Int] = [:]

    /// Under this value stands how many answered the question at all: of several choices one person makes many.
    static let answered = ""

    package init(_ counts: [String: Int] = [:]) { self.counts = counts }

    package var answers: Int { counts[Self.answered] ?? 0 }
    /// Whether enough people stand behind it to be shown.
    package var isShown: Bool { answers >= AnswerBatch.least }

    package func count(_ value: String) -> Int { counts[value] ?? 0 }

    /// Of those who answered, in percent, rounded half up.
    package func share(_ value: String) -> Int { (200 * count(value) + answers) / (2 * max(1, answers)) }

    /// Of numbers: their mean, in hundredths, rounded half up; nil where too few answered.
    package var mean: Int? {
        guard isShown else { return nil }
        let numbers = counts.compactMap { value, count in Int(typed: value, in: Question.numbers).map { (value: $0, count: count) } }
        let count = numbers.reduce(0) { $0 + $1.count }, sum = numbers.reduce(0) { $0 + $1.value * $1.count }
        return count == 0 ? nil : (200 * sum + count) / (2 * count)
    }

    package mutating func add(_ values: [String]) {
        guard !values.isEmpty else { return }
        for value in values + [Self.answered] { counts[value, default: 0] += 1 }
    }

    package static func + (left: Tally, right: Tally) -> Tally { Tally(left.counts.merging(right.counts, uniquingKeysWith: +)) }
}

/// What somebody wrote, apart from all else that they answered.
package struct WrittenAnswer: Sendable {
    package let id: String
    package let key: AnswerKey
    package let words: String
    package let state: State

    /// The centre's people read it before anybody else does.
    package enum State: String, CaseIterable, Sendable, Storable { case new, shown, hidden }

    /// Which of all that was written somebody reads.
    package enum Choice: Sendable {
        /// Of each question the first few, the unread before all others.
        case first
        /// What the centre's people have read and let be shown.
        case shown
        /// What was not hidden.
        case notHidden
    }

    /// So many of each question stand beside its other answers; the rest has pages of its own.
    package static let first = 10
}

/// What came of an asking.
package struct Summary: Sendable {
    package let survey: Survey
    package let tallies: [AnswerKey: Tally]
    package let written: [WrittenAnswer]
    /// How many there are of all that was written.
    package let counts: [AnswerKey: [WrittenAnswer.State: Int]]

    /// Nothing is shown of fewer than five answers.
    package var isShown: Bool { survey.moved >= AnswerBatch.least }

    package func tally(_ question: Question, _ subject: Int64 = 0) -> Tally { tallies[AnswerKey(question.code, subject)] ?? Tally() }

    package func written(_ question: Question, _ subject: Int64 = 0) -> [WrittenAnswer] {
        written.filter { $0.key == AnswerKey(question.code, subject) }
    }

    package var unread: Int { counts.values.reduce(0) { $0 + ($1[.new] ?? 0) } }

    /// How many were written in answer to a question.
    package func count(_ question: Question, _ subject: Int64 = 0) -> Int { counts[AnswerKey(question.code, subject)]?.values.reduce(0, +) ?? 0 }
}

/// Which of several groups may be shown beside their sum. Groups of fewer than five are not; and where what is hidden could be found by taking the shown ones from
/// the sum, the smallest of these are hidden too, until at least five people stand behind what is hidden.
package enum SmallGroups {
    package static func shown<Key: Hashable & Comparable>(_ groups: [Key: Int]) -> Set<Key> {
        let there = groups.filter { $0.value > 0 }
        var hidden = Set(there.filter { $0.value < AnswerBatch.least }.keys)
        let bySize = there.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        for (key, _) in bySize where !hidden.isEmpty && !hidden.contains(key) {
            let behind = hidden.reduce(0) { $0 + (there[$1] ?? 0) }
            if behind >= AnswerBatch.least && hidden.count > 1 { break }
            hidden.insert(key)
        }
        return Set(there.keys).subtracting(hidden)
    }
}
