import Forms
import Kernel
import Languages
import Look
import Web

/// Changing a questionnaire, a piece at a time: its words, its sections, its questions.
enum QuestionEditPages {
    @Sendable static func words(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        return visit.page(QuestionnaireEditViews(reader: visit.reader).words(questionnaire, visit.form(questionnaire.content.typed)))
    }

    @Sendable static func saveWords(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        return try await edit(questionnaire, visit) { content in
            try content.read(visit.typed)
        } again: { form in
            QuestionnaireEditViews(reader: visit.reader).words(questionnaire, form)
        }
    }

    // MARK: Sections

    @Sendable static func section(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit), place = try place(visit, questionnaire)
        let typed = place.map { questionnaire.content.sections[$0].typed } ?? .nothing
        return visit.page(QuestionnaireEditViews(reader: visit.reader).section(questionnaire, place, visit.form(typed)))
    }

    @Sendable static func saveSection(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit), place = try place(visit, questionnaire)
        return try await edit(questionnaire, visit) { content in
            if let place {
                try content.change(place) { try $0.read(visit.typed) }
            } else {
                var section = QuestionSection(QuestionWords())
                try section.read(visit.typed)
                content.sections.append(section)
            }
        } again: { form in
            QuestionnaireEditViews(reader: visit.reader).section(questionnaire, place, form)
        }
    }

    @Sendable static func moveSection(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        guard let place = try place(visit, questionnaire) else { throw Problem.missing }
        return try await edit(questionnaire, visit) { content in
            guard content.sections.indices.contains(place) else { throw Problem.missing }
            switch visit.typed["deed"] {
            case "up" where place > 0: content.sections.swapAt(place, place - 1)
            case "down" where place + 1 < content.sections.count: content.sections.swapAt(place, place + 1)
            case "remove": content.sections.remove(at: place)
            default: break
            }
        } again: { form in
            QuestionnaireViews(reader: visit.reader).page(questionnaire, [], form)
        }
    }

    /// The section that the address names by its number from 1; nil for a new one.
    private static func place(_ visit: Visit, _ questionnaire: Questionnaire) throws -> Int? {
        guard let text = visit.parameters["section"] else { return nil }
        guard let number = Int(typed: text, in: 1...QuestionnaireContent.mostQuestions), number <= questionnaire.content.sections.count else { throw Problem.missing }
        return number - 1
    }

    // MARK: Questions

    @Sendable static func newQuestion(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        guard let place = try place(visit, questionnaire) else { throw Problem.missing }
        let usual = visit.form(Typed(["kind": "scale", "lowest": "1", "highest": "5"]))
        return visit.page(QuestionnaireEditViews(reader: visit.reader).question(questionnaire, nil, in: place, usual))
    }

    @Sendable static func addQuestion(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        guard let place = try place(visit, questionnaire) else { throw Problem.missing }
        let (asksOther, other) = other(visit)
        return try await edit(questionnaire, visit) { content in
            let typed = visit.typed["code"].isEmpty ? visit.typed.with("code", content.freeCode) : visit.typed
            let question = try Question(typed, old: nil)
            if content.question(question.code) != nil { throw Problem.invalid("code", T.questionnaires.errorCodeTaken) }
            try content.change(place) { $0.questions.append(question) }
            try content.checkConditions(of: question)
            if asksOther { try content.askOther(of: question, other) }
        } again: { form in
            QuestionnaireEditViews(reader: visit.reader).question(questionnaire, nil, in: place, form)
        }
    }

    @Sendable static func question(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        let (place, question) = try question(visit, questionnaire)
        return visit.page(QuestionnaireEditViews(reader: visit.reader).question(questionnaire, question, in: place, visit.form(question.typed)))
    }

    @Sendable static func saveQuestion(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        let (place, old) = try question(visit, questionnaire)
        let (asksOther, other) = other(visit)
        return try await edit(questionnaire, visit) { content in
            let (section, index) = try content.place(of: old.code), question = try Question(visit.typed, old: content.sections[section].questions[index])
            content.sections[section].questions[index] = question
            try content.checkConditions(of: question)
            if asksOther { try content.askOther(of: question, other) }
        } again: { form in
            QuestionnaireEditViews(reader: visit.reader).question(questionnaire, old, in: place, form)
        }
    }

    /// Whether the last of the choices asks for words, and how in each language.
    private static func other(_ visit: Visit) -> (Bool, QuestionWords) {
        (visit.typed.has("other"), QuestionWords(T.questionnaires.otherWords, visit.records.words))
    }

    @Sendable static func moveQuestion(_ visit: Visit) async throws -> Answer {
        let questionnaire = try await QuestionnairePages.questionnaire(visit)
        let (_, question) = try question(visit, questionnaire)
        return try await edit(questionnaire, visit) { content in
            let (section, index) = try content.place(of: question.code)
            switch visit.typed["deed"] {
            case "up" where index > 0: content.sections[section].questions.swapAt(index, index - 1)
            case "down" where index + 1 < content.sections[section].questions.count: content.sections[section].questions.swapAt(index, index + 1)
            case "remove": content.sections[section].questions.remove(at: index)
            default: break
            }
        } again: { form in
            QuestionnaireViews(reader: visit.reader).page(questionnaire, [], form)
        }
    }

    private static func question(_ visit: Visit, _ questionnaire: Questionnaire) throws -> (Int, Question) {
        let (section, index) = try questionnaire.content.place(of: visit.parameters["code"] ?? "")
        return (section, questionnaire.content.sections[section].questions[index])
    }

    // MARK: One change

    private static func edit(
        _ questionnaire: Questionnaire, _ visit: Visit, _ change: @escaping @Sendable (inout QuestionnaireContent) throws -> Void,
        again: (FilledForm) throws -> Screen
    ) async throws -> Answer {
        try await visit.submit {
            try await visit.act { act in
                try QuestionnaireStore.edit(questionnaire.id, in: act, change)
                return Redirect(visit.link("/staff/questionnaires/\(questionnaire.id)"), questionnaire.isFixed ? T.questionnaires.saidVersion : T.common.saved)
            }
        } again: { try again($0) }
    }
}

extension QuestionnaireContent {
    /// Asks for words where the last choice was chosen, such as *друго*: a question of its own behind it, unless there is one.
    fileprivate mutating func askOther(of question: Question, _ words: QuestionWords) throws {
        guard let last = question.choices.last?.code, !questions.contains(where: { $0.kind == .text && $0.shownIf == [.init(question.code, .is, last)] }) else { return }
        let (section, index) = try place(of: question.code), code = "\(question.code.prefix(34))_other"
        var asked = Question(self.question(code) == nil ? code : freeCode, .text, words)
        asked.shownIf = [.init(question.code, .is, last)]
        sections[section].questions.insert(asked, at: index + 1)
    }

    fileprivate var freeCode: String { (1...).lazy.map { "q\($0)" }.first { question($0) == nil } ?? "q" }

    fileprivate func place(of code: String) throws -> (section: Int, index: Int) {
        for (section, questions) in sections.map(\.questions).enumerated() {
            if let index = questions.firstIndex(where: { $0.code == code }) { return (section, index) }
        }
        throw Problem.missing
    }

    /// The form may be older than the questionnaire.
    fileprivate mutating func change(_ place: Int, _ change: (inout QuestionSection) throws -> Void) throws {
        guard sections.indices.contains(place) else { throw Problem.missing }
        try change(&sections[place])
    }

    /// A condition that can never be true is said at its field, not when somebody asks.
    fileprivate func checkConditions(of question: Question) throws {
        if let fault = faults.first(where: { $0.question == question.code }), !question.shownIf.isEmpty { throw Problem.invalid("if1", fault.phrase) }
    }
}
