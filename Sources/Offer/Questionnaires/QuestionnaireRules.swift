package import Kernel
package import Languages

/// Why a questionnaire cannot be asked as it is.
package struct QuestionnaireFault: Hashable, Sendable {
    /// The code of the question; none for the whole.
    package let question: String?
    package let phrase: Phrase
}

extension QuestionnaireContent {
    package static let mostQuestions = 200

    /// What must be mended before it is asked; nothing in a sound one. A condition looks only at what stands before it, so that none goes round in a circle.
    package var faults: [QuestionnaireFault] {
        var faults: [QuestionnaireFault] = []
        func add(_ phrase: Phrase, at question: String? = nil, if isWrong: Bool) {
            if isWrong { faults.append(QuestionnaireFault(question: question, phrase: phrase)) }
        }
        add(T.questionnaires.faultTitle, if: title.isEmpty)
        add(T.questionnaires.faultNothing, if: questions.isEmpty)
        add(T.questionnaires.faultTooMany(most: .number(Self.mostQuestions)), if: questions.count > Self.mostQuestions)
        var before: [String: Question] = [:]
        for question in questions {
            faults += question.faults(before).map { QuestionnaireFault(question: question.code, phrase: $0) }
            add(T.questionnaires.faultTwice(code: .text(question.code)), at: question.code, if: before[question.code] != nil)
            before[question.code] = question
        }
        return faults
    }

    /// Texts that are said in some of its languages and not in all: it can be asked, but somebody reads another language then.
    package var untold: [(text: String, language: Language)] {
        let texts = [title, lead, thanks] + sections.flatMap { [$0.title, $0.lead] + $0.questions.flatMap(\.texts) }
        return texts.filter { !$0.isEmpty }.flatMap { text in
            languages.filter { text[$0].isEmpty }.map { (text.said(in: .sr).text, $0) }
        }
    }
}

extension Question {
    package static let mostChoices = 40

    fileprivate func faults(_ before: [String: Question]) -> [Phrase] {
        var faults: [Phrase] = []
        if !Self.isCode(code) { faults.append(T.questionnaires.faultCode(code: .text(code))) }
        if words.isEmpty { faults.append(T.questionnaires.faultWords(code: .text(code))) }
        switch kind {
        case .scale:
            if scale.map({ !Scale.bounds.contains($0.lowest) || !Scale.bounds.contains($0.highest) || $0.lowest >= $0.highest }) ?? true {
                faults.append(T.questionnaires.faultScale(code: .text(code)))
            }
        case .choice, .choices:
            if choices.count < 2 { faults.append(T.questionnaires.faultChoices(code: .text(code))) }
            if choices.count > Self.mostChoices { faults.append(T.questionnaires.faultChoicesMost(code: .text(code), most: .number(Self.mostChoices))) }
            if Set(choices.map(\.code)).count < choices.count || choices.contains(where: { !Self.isCode($0.code) || $0.words.isEmpty }) {
                faults.append(T.questionnaires.faultChoiceCodes(code: .text(code)))
            }
        case .text, .number, .date: break
        }
        for condition in shownIf {
            guard let asked = before[condition.question] else {
                faults.append(T.questionnaires.faultCondition(code: .text(code), other: .text(condition.question)))
                continue
            }
            if !asked.canAnswer(condition) {
                faults.append(T.questionnaires.faultConditionValue(code: .text(code), value: .text(condition.value), other: .text(asked.code)))
            }
        }
        return faults
    }

    /// Small letters, digits and `_`, a letter first.
    package static func isCode(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7a).contains(first), text.utf8.count <= 40 else { return false }
        return text.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5f }
    }

    /// Whether some answer to this question could make the condition true or false.
    private func canAnswer(_ condition: Condition) -> Bool {
        switch kind {
        case .scale: Int(typed: condition.value, in: scale?.steps ?? Scale.bounds) != nil
        case .choice, .choices: (condition.relation == .is || condition.relation == .isNot) && choices.contains { $0.code == condition.value }
        case .number: Int(typed: condition.value, in: Self.numbers) != nil
        case .text, .date: false
        }
    }

    fileprivate var texts: [QuestionWords] { [words, hint] + (scale.map { [$0.low, $0.high] } ?? []) + choices.map(\.words) }
}
