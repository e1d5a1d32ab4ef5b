import Forms
import Kernel
import Languages

/// The answers of one page of a questionnaire as they were typed, and the other way round.
extension Answers {
    /// The field of a question.
    static func field(_ key: AnswerKey) -> String { key.subject == 0 ? "q_\(key.question)" : "q_\(key.question)-\(key.subject)" }

    /// Reads one section into what was answered before.
    /// - Parameter asksRequired: whether what must be answered is asked for; whoever goes back, or stops for today, need not.
    /// - Throws: a problem at each field that cannot be taken.
    mutating func read(_ typed: Typed, _ section: QuestionSection, _ subjects: [SurveySubject], asksRequired: Bool) throws {
        var faults = Faults()
        let before = self
        for subject in section.asked(of: subjects) {
            for question in section.questions {
                let key = AnswerKey(question.code, subject), field = Self.field(key)
                guard shows(question, for: subject) else {
                    self[key] = []
                    continue
                }
                self[key] = question.read(typed, field, &faults)
                // What only now is to be asked stood on no page yet.
                let isAsked = asksRequired && question.isRequired && before.shows(question, for: subject)
                faults.require(!isAsked || !self[key].isEmpty, field, T.questionnaires.errorRequired)
            }
        }
        try faults.check()
    }

    /// What stands in the fields of a section.
    func typed(_ section: QuestionSection, _ subjects: [SurveySubject]) -> Typed {
        Typed(section.asked(of: subjects).flatMap { subject in
            section.questions.flatMap { question in
                let key = AnswerKey(question.code, subject)
                return self[key].map { (name: Self.field(key), value: $0) }
            }
        })
    }
}

extension Question {
    /// - Returns: nothing where nothing was answered.
    func read(_ typed: Typed, _ field: String, _ faults: inout Faults) -> [String] {
        let given = typed.all(field).filter { !$0.isEmpty }
        switch kind {
        case .scale:
            guard let first = given.first else { return [] }
            guard let step = Int(typed: first, in: scale?.steps ?? Scale.bounds) else { return refused(field, &faults) }
            return ["\(step)"]
        case .choice:
            guard let first = given.first else { return [] }
            return choices.contains { $0.code == first } ? [first] : refused(field, &faults)
        case .choices:
            guard given.allSatisfy({ value in choices.contains { $0.code == value } }) else { return refused(field, &faults) }
            faults.require(given.count <= most ?? .max, field, T.questionnaires.errorMost(count: most ?? 0))
            return choices.map(\.code).filter(given.contains)
        case .text:
            let text = typed.lines(field)
            faults.limit(text, field, most: Answers.longestText)
            return text.isEmpty ? [] : [text]
        case .number:
            guard let first = given.first else { return [] }
            let bounds = bounds ?? Question.numbers
            guard let number = Int(typed: first, in: bounds) else {
                faults.add(field, T.questionnaires.errorNumber(least: .number(bounds.lowerBound), most: .number(bounds.upperBound)))
                return []
            }
            return ["\(number)"]
        case .date:
            guard let first = given.first else { return [] }
            guard let day = Day(typed: first) else {
                faults.add(field, T.questionnaires.errorDay)
                return []
            }
            return [day.iso]
        }
    }

    private func refused(_ field: String, _ faults: inout Faults) -> [String] {
        faults.add(field, T.questionnaires.errorAnswer)
        return []
    }
}
