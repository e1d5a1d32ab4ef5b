import Foundation
package import Kernel
package import Languages

/// For whom a question is asked where it is asked several times, such as a trainer: a place from 1, and the name that is shown.
package struct SurveySubject: Hashable, Sendable, Codable {
    package let id: Int64
    package let name: String

    package init(id: Int64, name: String) { (self.id, self.name) = (id, name) }
}

/// What a question is called among answers: its code, and behind a dot for whom it was asked.
package struct AnswerKey: Hashable, Sendable {
    package let question: String
    package let subject: Int64

    /// - Parameter subject: 0 where a question is asked once.
    package init(_ question: String, _ subject: Int64 = 0) { (self.question, self.subject) = (question, subject) }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard let code = parts.first else { return nil }
        self.init(String(code), parts.count > 1 ? Int64(Int(typed: parts[1], in: .min ... .max) ?? 0) : 0)
    }

    package var text: String { subject == 0 ? question : "\(question).\(subject)" }
}

/// What somebody answered: each question with one value, several, or words.
package struct Answers: Hashable, Sendable {
    package private(set) var values: [AnswerKey: [String]] = [:]

    package static let longestText = TextLimit.letter.rawValue

    package init() {}

    package subscript(_ key: AnswerKey) -> [String] {
        get { values[key] ?? [] }
        set { values[key] = newValue.isEmpty ? nil : newValue }
    }

    package var isEmpty: Bool { values.isEmpty }

    /// Whether a question is shown after what was answered before it. What a trainer's question depends on was asked of the same trainer, or once.
    package func shows(_ question: Question, for subject: Int64 = 0) -> Bool {
        question.shownIf.allSatisfy { condition in
            let own = self[AnswerKey(condition.question, subject)]
            return condition.holds(own.isEmpty ? self[AnswerKey(condition.question)] : own)
        }
    }

    /// Without what is not asked any more after an earlier answer was changed.
    package func only(_ content: QuestionnaireContent, _ subjects: [SurveySubject]) -> Answers {
        var kept = Answers()
        for section in content.sections {
            for subject in section.asked(of: subjects) {
                for question in section.questions where kept.shows(question, for: subject) {
                    let key = AnswerKey(question.code, subject)
                    kept[key] = self[key]
                }
            }
        }
        return kept
    }

    // MARK: As bytes

    package var written: String { get throws {
        let named = Dictionary(uniqueKeysWithValues: values.map { ($0.key.text, $0.value) }), encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(named), as: UTF8.self)
    } }

    package init(written text: some StringProtocol) throws {
        for (key, value) in try JSONDecoder().decode([String: [String]].self, from: Data(text.utf8)) {
            if let key = AnswerKey(key) { self[key] = value }
        }
    }
}

extension QuestionSection {
    /// The numbers of those for whom it is asked; 0 where it is asked once.
    package func asked(of subjects: [SurveySubject]) -> [Int64] { isForEach ? subjects.map(\.id) : [0] }
}
