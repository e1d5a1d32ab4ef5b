package import Languages

/// One question. It is data: what it asks, how it is answered, when it is shown.
package struct Question: Hashable, Sendable {
    /// What it is known by within its questionnaire, in files and in conditions: small letters, digits, `_`.
    package var code: String
    package var kind: Kind
    package var words: QuestionWords
    package var hint = QuestionWords()
    package var isRequired = false
    package var scale: Scale?
    package var choices: [Choice] = []
    /// Of several choices: at most so many.
    package var most: Int?
    /// Of a number.
    package var bounds: ClosedRange<Int>?
    /// Each reader gets the choices in another order.
    package var isShuffled = false
    /// About whoever answers, such as their job: answers are then also shown by its choices, where enough people stand behind each.
    package var isAboutReader = false
    /// It is shown when all of these hold.
    package var shownIf: [Condition] = []

    package enum Kind: String, CaseIterable, Sendable, Codable { case scale, choice, choices, text, number, date }

    /// Steps from the lowest to the highest, with words for both ends.
    package struct Scale: Hashable, Sendable, Codable {
        package var lowest: Int
        package var highest: Int
        package var low: QuestionWords
        package var high: QuestionWords

        package static let bounds = 0...10

        package init(_ lowest: Int, _ highest: Int, low: QuestionWords = QuestionWords(), high: QuestionWords = QuestionWords()) {
            (self.lowest, self.highest, self.low, self.high) = (lowest, highest, low, high)
        }

        package var steps: ClosedRange<Int> { lowest...max(lowest, highest) }
    }

    package struct Choice: Hashable, Sendable, Codable {
        package var code: String
        package var words: QuestionWords

        package init(_ code: String, _ words: QuestionWords) { (self.code, self.words) = (code, words) }
    }

    /// What an earlier answer must be.
    package struct Condition: Hashable, Sendable, Codable {
        package var question: String
        package var relation: Relation
        package var value: String

        package enum Relation: String, CaseIterable, Sendable, Codable { case `is`, isNot, atLeast, atMost }

        package init(_ question: String, _ relation: Relation, _ value: String) { (self.question, self.relation, self.value) = (question, relation, value) }

        /// - Parameter given: the answers to that question; nothing where it was passed over.
        package func holds(_ given: [String]) -> Bool {
            switch relation {
            case .is: given.contains(value)
            case .isNot: !given.isEmpty && !given.contains(value)
            case .atLeast: compares(given) { $0 >= $1 }
            case .atMost: compares(given) { $0 <= $1 }
            }
        }

        private func compares(_ given: [String], _ isRight: (Int, Int) -> Bool) -> Bool {
            guard let first = given.first.flatMap({ Int(typed: $0, in: Question.numbers) }), let value = Int(typed: value, in: Question.numbers) else { return false }
            return isRight(first, value)
        }
    }

    package init(_ code: String, _ kind: Kind, _ words: QuestionWords) { (self.code, self.kind, self.words) = (code, kind, words) }

    /// Whatever number an answer may be.
    package static let numbers = 0...1_000_000

    /// Whether answers are counted rather than read.
    package var isCounted: Bool { kind != .text && kind != .date }
}

/// Questions under one heading, asked on one page.
package struct QuestionSection: Hashable, Sendable {
    package var title: QuestionWords
    package var lead = QuestionWords()
    /// It is asked once for each of those whom the asking is about, such as the trainers of a seminar.
    package var isForEach = false
    package var questions: [Question] = []

    package init(_ title: QuestionWords, _ questions: [Question] = []) { (self.title, self.questions) = (title, questions) }
}

/// All that a questionnaire asks.
package struct QuestionnaireContent: Hashable, Sendable {
    package var title: QuestionWords
    package var lead = QuestionWords()
    package var thanks = QuestionWords()
    package var sections: [QuestionSection] = []

    package init(_ title: QuestionWords, _ sections: [QuestionSection] = []) { (self.title, self.sections) = (title, sections) }

    package var questions: [Question] { sections.flatMap(\.questions) }

    package func question(_ code: String) -> Question? { questions.first { $0.code == code } }

    /// Those in which its title is said.
    package var languages: [Language] { title.languages }
}
