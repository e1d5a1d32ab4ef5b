import Kernel
import Languages
package import Sheets

/// What a workbook in the shape of XLSForm says, with what of it we cannot ask.
package struct XLSFormReading {
    package private(set) var content: QuestionnaireContent
    /// Names of the questions, and what stood there that is not understood, such as *calculate*.
    package private(set) var unknown: [(name: String, what: String)] = []
    private var lists: [String: [Question.Choice]] = [:]
    private let other: QuestionWords

    /// - Parameter other: what the choice is called that *or_other* adds.
    /// - Throws: a problem at the field *file*.
    package init(_ file: SheetFile, other: QuestionWords) throws {
        self.other = other
        content = QuestionnaireContent(QuestionWords())
        guard let surveyTab = file.tab("survey") else { throw Problem.invalid("file", T.questionnaires.errorNoSurvey) }
        guard let survey = try? file.table(surveyTab) else { throw Problem.invalid("file", T.questionnaires.errorNoSurvey) }
        if let tab = file.tab("choices"), let table = try? file.table(tab) { readLists(table) }
        if let tab = file.tab("settings"), let table = try? file.table(tab), let row = table.rows.first {
            content.title = Self.words(row, "title")
            if content.title.isEmpty { content.title.sr = row["form_title"] }
        }
        for row in survey.rows { read(row) }
        content.sections.removeAll { $0.questions.isEmpty }
    }

    private mutating func readLists(_ table: Table) {
        for row in table.rows where !row["list_name", "list name"].isEmpty && !row["name", "value"].isEmpty {
            lists[row["list_name", "list name"], default: []].append(Question.Choice(row["name", "value"], Self.words(row, "label")))
        }
    }

    private mutating func read(_ row: TableRow) {
        let parts = row["type"].split(separator: " ").map(String.init), name = row["name"], words = Self.words(row, "label")
        guard let type = parts.first else { return }
        switch (type, parts.count > 1 ? parts[1] : "") {
        case ("begin_group", _), ("begin", "group"), ("begin_repeat", _), ("begin", "repeat"):
            var section = QuestionSection(words)
            section.isForEach = row["type"].hasSuffix("repeat")
            content.sections.append(section)
        case ("end_group", _), ("end_repeat", _), ("end", _): content.sections.append(QuestionSection(QuestionWords()))
        case ("note", _): note(name, words)
        case ("select_one", let list): addChoice(.choice, list, row, words, withOther: parts.last == "or_other")
        case ("select_multiple", let list): addChoice(.choices, list, row, words, withOther: parts.last == "or_other")
        case ("text", _): add(Question(name, .text, words), row)
        case ("integer", _), ("decimal", _): add(Question(name, .number, words), row)
        case ("date", _): add(Question(name, .date, words), row)
        // What the program itself notes down is nothing that we would keep.
        case ("start", _), ("end", _), ("today", _), ("deviceid", _), ("audit", _): break
        default: unknown.append((name, row["type"]))
        }
    }

    private mutating func note(_ name: String, _ words: QuestionWords) {
        if name == XLSForm.lead {
            content.lead = words
        } else if name == XLSForm.thanks {
            content.thanks = words
        } else if !content.sections.isEmpty, content.sections[content.sections.count - 1].questions.isEmpty {
            content.sections[content.sections.count - 1].lead = words
        } else {
            unknown.append((name, "note"))
        }
    }

    /// What XLSForm calls *or_other*: one choice more, and words for whoever chose it.
    private mutating func addChoice(_ kind: Question.Kind, _ list: String, _ row: TableRow, _ words: QuestionWords, withOther: Bool) {
        let other = Question.Choice("other", other)
        let isTaken = lists[list]?.contains { $0.code == other.code } ?? false
        add(choice(kind, (lists[list] ?? []) + (withOther && !isTaken ? [other] : []), row, words), row)
        guard withOther, let asked = content.sections.last?.questions.last else { return }
        var more = Question("\(asked.code.prefix(34))_other", .text, other.words)
        more.shownIf = [.init(asked.code, .is, other.code)]
        content.sections[content.sections.count - 1].questions.append(more)
    }

    /// Choices that are numbers one after another are a scale.
    private func choice(_ kind: Question.Kind, _ choices: [Question.Choice], _ row: TableRow, _ words: QuestionWords) -> Question {
        var question = Question(row["name"], kind, words)
        let steps = choices.compactMap { Int(typed: $0.code, in: Question.Scale.bounds) }
        if kind == .choice, steps.count == choices.count, let lowest = steps.first, let highest = steps.last, lowest < highest, steps == Array(lowest...highest),
            let first = choices.first, let last = choices.last {
            question.kind = .scale
            question.scale = Question.Scale(lowest, highest, low: first.words.withoutNumber, high: last.words.withoutNumber)
        } else {
            question.choices = choices
        }
        return question
    }

    private mutating func add(_ asked: Question, _ row: TableRow) {
        var question = asked
        question.hint = Self.words(row, "hint")
        question.isRequired = ["yes", "true", "1"].contains(row["required"].lowercased())
        question.isShuffled = row["parameters"].contains("randomize=true")
        question.isAboutReader = row[XLSForm.about] == "yes" && question.kind == .choice
        if let limits = Self.limits(row["constraint"]) {
            if question.kind == .number { question.bounds = limits } else if question.kind == .choices { question.most = limits.upperBound }
        }
        for part in row["relevant"].split(separator: " and ", omittingEmptySubsequences: true) {
            if let condition = Question.Condition(xlsForm: String(part)) { question.shownIf.append(condition) } else { unknown.append((question.code, String(part))) }
        }
        if content.sections.isEmpty { content.sections.append(QuestionSection(QuestionWords())) }
        content.sections[content.sections.count - 1].questions.append(question)
    }

    /// The numbers of `. >= 1 and . <= 5` or `count-selected(.) <= 3`.
    private static func limits(_ text: String) -> ClosedRange<Int>? {
        var least = 0, most = 1_000_000, found = false
        for part in text.split(separator: " and ") {
            let pieces = part.split(separator: " ")
            guard pieces.count == 3, let number = Int(typed: String(pieces[2]), in: Question.numbers) else { continue }
            switch pieces[1] {
            case ">=": least = number
            case "<=": most = number
            default: continue
            }
            found = true
        }
        return found && least <= most ? least...most : nil
    }

    /// The texts of a column in our languages, by `label::Srpski (sr)` or any name that ends in the language's code; without a language it is Serbian.
    private static func words(_ row: TableRow, _ column: String) -> QuestionWords {
        var words = QuestionWords(sr: row[column].isEmpty ? nil : row[column])
        for (language, name) in XLSForm.languages {
            let text = row["\(column)::\(name)", "\(column)::\(language.rawValue)", "\(column)::(\(language.rawValue))"]
            if !text.isEmpty { words[language] = text }
        }
        return words
    }
}

extension QuestionWords {
    /// Without the number before the words of an end of a scale.
    fileprivate var withoutNumber: QuestionWords {
        var words = QuestionWords()
        for language in languages {
            let parts = self[language].split(separator: " – ", maxSplits: 1)
            func isStep(_ text: some StringProtocol) -> Bool { Int(typed: text, in: Question.Scale.bounds) != nil }
            if let first = parts.first, parts.count == 2, isStep(first) {
                words[language] = String(parts[1])
            } else if !isStep(self[language]) {
                words[language] = self[language]
            }
        }
        return words
    }
}

extension Question.Condition {
    /// `selected(${job}, 'head')`, `${job} = 'head'`, `${years} >= 3`; nil for anything else.
    fileprivate init?(xlsForm text: String) {
        var text = text.trimmingPrefix { $0 == " " }[...]
        let isNegated = text.hasPrefix("not(")
        if isNegated { text = text.dropFirst(4).dropLast() }
        if text.hasPrefix("selected(") { text = text.dropFirst(9).dropLast() }
        guard text.hasPrefix("${"), let close = text.firstIndex(of: "}") else { return nil }
        let question = String(text[text.index(text.startIndex, offsetBy: 2)..<close]), rest = text[text.index(after: close)...].drop { $0 == " " || $0 == "," }
        let value = rest.drop { "=!<> ".contains($0) }.filter { $0 != "'" && $0 != "\"" }.split(separator: " ").first.map(String.init) ?? ""
        let relation: Relation = rest.hasPrefix("!=") || isNegated ? .isNot : rest.hasPrefix(">=") ? .atLeast : rest.hasPrefix("<=") ? .atMost : .is
        guard Question.isCode(question), !value.isEmpty else { return nil }
        self.init(question, relation, value)
    }
}
