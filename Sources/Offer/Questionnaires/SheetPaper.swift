import Centres
import Documents
import Languages
import Look

/// Sheets of paper as the template `form` reads them: a questionnaire in one language, once for each code.
struct SheetPaper: Encodable, Sendable {
    let language: String
    let title: Words
    let subtitle: Words?
    let centre: Paper.Office
    let page: String
    let label: String
    let codes: [String]
    let lead: [Words]
    let how: String
    let promise: String
    let sections: [Section]

    /// A text, which names its language where that is not the paper's.
    struct Words: Encodable, Sendable {
        let text: String
        let language: String?
    }

    struct Section: Encodable, Sendable {
        let title: Words?
        let lead: Words?
        var blocks: [Block]
    }

    /// Questions that are answered in one way; what stays empty is not said.
    struct Block: Encodable, Sendable {
        let kind: String
        var name: Words?
        var ends: Words?
        var steps: [String]?
        var questions: [Asked]?
        var question: Asked?
        var choices: [Words]?
        var lines: Int?
    }

    struct Asked: Encodable, Sendable {
        let number: String
        let words: Words
        let hint: Words?
        let given: Words?
    }
}

extension SheetPaper {
    init(_ survey: Survey, codes: [String], _ centre: Centre, _ logo: CentreLogo?, _ t: Texts) {
        let writer = SheetWriter(survey: survey, t: t), content = survey.content
        self.init(
            language: t.language.rawValue, title: writer.words(t.run(content.title)), subtitle: survey.topic.isEmpty ? nil : writer.words(t.run(survey.topic)),
            centre: .init(centre, logo, t), page: t(T.questionnaires.sheetPage(page: "{page}", pages: "{pages}")), label: t(T.questionnaires.sheetCode), codes: codes,
            lead: writer.lines(t.run(content.lead)), how: t(T.questionnaires.sheetHow), promise: t(T.questionnaires.sheetPromise(least: .number(AnswerBatch.least))),
            sections: writer.sections)
    }
}

private struct SheetWriter {
    let survey: Survey
    let t: Texts

    func words(_ run: Run) -> SheetPaper.Words { SheetPaper.Words(text: run.text, language: run.lang.map { $0 == Language.sr.htmlLang ? Language.sr.rawValue : $0 }) }

    func lines(_ run: Run) -> [SheetPaper.Words] { run.text.split(separator: "\n").map { words(Run(String($0), lang: run.lang)) } }

    private func said(_ words: QuestionWords) -> SheetPaper.Words? { words.isEmpty ? nil : self.words(t.run(words)) }

    /// A section that is asked for several has one heading, and a name above each turn.
    var sections: [SheetPaper.Section] {
        var sections: [SheetPaper.Section] = [], last: QuestionSection?
        for (section, subject, questions) in survey.sheet {
            var blocks = self.blocks(questions)
            if let subject, section.isForEach { blocks.insert(SheetPaper.Block(kind: "name", name: words(t.run(name: subject.name, .sr))), at: 0) }
            if last == section, section.isForEach {
                sections[sections.count - 1].blocks += blocks
            } else {
                sections.append(SheetPaper.Section(title: said(section.title), lead: said(section.lead), blocks: blocks))
            }
            last = section
        }
        return sections
    }

    /// Neighbours with one scale stand together.
    private func blocks(_ questions: [SheetQuestion]) -> [SheetPaper.Block] {
        var blocks: [SheetPaper.Block] = [], scale: Question.Scale?
        for one in questions {
            if one.question.kind == .scale, let own = one.question.scale, own == scale {
                blocks[blocks.count - 1].questions?.append(asked(one))
            } else {
                blocks.append(block(one))
            }
            scale = one.question.kind == .scale ? one.question.scale : nil
        }
        return blocks
    }

    private func block(_ one: SheetQuestion) -> SheetPaper.Block {
        switch one.question.kind {
        case .scale:
            let scale = one.question.scale ?? Question.Scale(1, 5)
            return SheetPaper.Block(kind: "scale", ends: ends(scale), steps: scale.steps.map { "\($0)" }, questions: [asked(one)])
        case .choice, .choices:
            return SheetPaper.Block(kind: "choice", question: asked(one), choices: one.question.choices.map { words(t.run($0.words)) })
        case .text: return SheetPaper.Block(kind: "lines", question: asked(one), lines: 3)
        case .number, .date: return SheetPaper.Block(kind: "box", question: asked(one))
        }
    }

    private func ends(_ scale: Question.Scale) -> SheetPaper.Words? {
        let (low, high) = (t.run(scale.low), t.run(scale.high))
        let ends = [(scale.lowest, low), (scale.highest, high)].filter { !$0.1.text.isEmpty }.map { "\($0.0) – \($0.1.text)" }
        return ends.isEmpty ? nil : words(Run(ends.joined(separator: ", "), lang: low.lang ?? high.lang))
    }

    private func asked(_ one: SheetQuestion) -> SheetPaper.Asked {
        let question = one.question
        let hint: Run? = if !question.hint.isEmpty { t.run(question.hint) } else {
            switch question.kind {
            case .choices: Run(question.most.map { t(T.questionnaires.atMost(count: $0)) } ?? t(T.questionnaires.sheetSeveral))
            case .number: question.bounds.map { Run(t(T.questionnaires.between(least: .number($0.lowerBound), most: .number($0.upperBound)))) }
            default: nil
            }
        }
        let given = question.shownIf.compactMap { self.given($0, one.subject) }
        return SheetPaper.Asked(
            number: "\(one.number).", words: words(t.run(question.words)), hint: hint.map(words),
            given: given.isEmpty ? nil : words(Run(given.joined(separator: " "))))
    }

    /// When a question is answered at all, in words: what a page on a screen works out by itself.
    private func given(_ condition: Question.Condition, _ subject: Int64) -> String? {
        let all = survey.sheet.flatMap(\.questions).filter { $0.question.code == condition.question }
        guard let asked = all.first(where: { $0.subject == subject }) ?? all.first else { return nil }
        let value = asked.question.choices.first { $0.code == condition.value }.map { t.run($0.words).text } ?? condition.value
        let (number, said) = (Value.number(asked.number), Value.text(value))
        let phrase = switch condition.relation {
        case .is: T.questionnaires.sheetIfIs(number: number, value: said)
        case .isNot: T.questionnaires.sheetIfIsNot(number: number, value: said)
        case .atLeast: T.questionnaires.sheetIfAtLeast(number: number, value: said)
        case .atMost: T.questionnaires.sheetIfAtMost(number: number, value: said)
        }
        return t(phrase)
    }
}
