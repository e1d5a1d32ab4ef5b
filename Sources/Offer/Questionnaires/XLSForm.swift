import Kernel
import Languages
package import Sheets

/// A questionnaire as a workbook in the shape of XLSForm (xlsform.org): the sheets *survey*, *choices* and *settings*, the languages side by side. It is what survey
/// offices edit; what XLSForm knows and we do not is named when it comes in.
package enum XLSForm {
    static let languages: [(Language, String)] = [(.sr, "Srpski (sr)"), (.lt, "Lietuvių (lt)"), (.en, "English (en)")]

    /// Column in which we keep what XLSForm has no word for: that a question is about who answers.
    static let about = "zbornica_about"
    static let lead = "lead", thanks = "thanks"

    // MARK: Out

    package static func file(_ content: QuestionnaireContent) throws -> [UInt8] {
        let writer = try SheetWriter()
        let labels = languages.map { Sheet.Column("label::\($0.1)", width: 40) }, hints = languages.map { Sheet.Column("hint::\($0.1)", width: 24) }
        try writer.begin("survey", columns: ["type", "name"] + labels + hints + ["required", "relevant", "constraint", "appearance", "parameters", Sheet.Column(about)])
        var rows = XLSFormRows()
        if !content.lead.isEmpty { rows.add("note", lead, content.lead) }
        for (place, section) in content.sections.enumerated() { rows.add(section, place) }
        if !content.thanks.isEmpty { rows.add("note", thanks, content.thanks) }
        for row in rows.survey { try writer.add(row) }
        try writer.begin("choices", columns: ["list_name", "name"] + labels)
        for row in rows.choices { try writer.add(row) }
        try writer.begin("settings", columns: ["form_title", "form_id", "default_language"] + languages.map { Sheet.Column("title::\($0.1)", width: 40) })
        let own = content.title.said(in: .sr)
        try writer.add(cells([own.text, "zbornica", languages.first { $0.0 == own.language }?.1 ?? ""]) + cells(languages.map { content.title[$0.0] }))
        return try writer.finish()
    }

    static func cells(_ texts: [String]) -> [Cell] { texts.map { $0.isEmpty ? .empty : .text($0) } }
}

private struct XLSFormRows {
    var survey: [[Cell]] = []
    var choices: [[Cell]] = []
    private var lists: Set<String> = []

    mutating func add(
        _ type: String, _ name: String, _ words: QuestionWords, hint: QuestionWords = QuestionWords(), required: String = "", relevant: String = "",
        constraint: String = "", appearance: String = "", parameters: String = "", about: String = ""
    ) {
        let languages = XLSForm.languages.map(\.0)
        survey.append(XLSForm.cells(
            [type, name] + languages.map { words[$0] } + languages.map { hint[$0] } + [required, relevant, constraint, appearance, parameters, about]))
    }

    mutating func add(_ section: QuestionSection, _ place: Int) {
        let name = "section\(place + 1)", kind = section.isForEach ? "repeat" : "group"
        add("begin_\(kind)", name, section.title, appearance: "field-list")
        if !section.lead.isEmpty { add("note", "\(name)_lead", section.lead) }
        for question in section.questions { add(question) }
        add("end_\(kind)", name, QuestionWords())
    }

    private mutating func add(_ question: Question) {
        let relevant = question.shownIf.map(\.xlsForm).joined(separator: " and ")
        let required = question.isRequired ? "yes" : ""
        func row(_ type: String, constraint: String = "", appearance: String = "") {
            add(
                type, question.code, question.words, hint: question.hint, required: required, relevant: relevant, constraint: constraint, appearance: appearance,
                parameters: question.isShuffled ? "randomize=true" : "", about: question.isAboutReader ? "yes" : "")
        }
        switch question.kind {
        case .scale:
            row("select_one \(list(question))", appearance: "likert")
        case .choice: row("select_one \(list(question))")
        case .choices: row("select_multiple \(list(question))", constraint: question.most.map { "count-selected(.) <= \($0)" } ?? "")
        case .text: row("text", appearance: "multiline")
        case .number: row("integer", constraint: question.bounds.map { ". >= \($0.lowerBound) and . <= \($0.upperBound)" } ?? "")
        case .date: row("date")
        }
    }

    /// The name of the question's list of choices, which is written once.
    private mutating func list(_ question: Question) -> String {
        let offered = question.scale.map(\.choices) ?? question.choices
        // Scales of the same steps and words share a list; a mark of the words tells them from others.
        let mark = TextKey.mark(of: offered.flatMap { choice in XLSForm.languages.map { choice.words[$0.0] } }.joined(separator: "|")) % 10_000
        let name = question.scale.map { "scale_\($0.lowest)_\($0.highest)_\(mark)" } ?? "list_\(question.code)"
        if lists.insert(name).inserted {
            choices += offered.map { choice in XLSForm.cells([name, choice.code] + XLSForm.languages.map { choice.words[$0.0] }) }
        }
        return name
    }
}

extension Question.Scale {
    /// Its steps as choices; the words of an end stand behind the number.
    fileprivate var choices: [Question.Choice] {
        steps.map { step in
            var words = QuestionWords()
            for (language, _) in XLSForm.languages {
                let end = step == lowest ? low[language] : step == highest ? high[language] : ""
                if !end.isEmpty || !(low[language].isEmpty && high[language].isEmpty) { words[language] = end.isEmpty ? "\(step)" : "\(step) – \(end)" }
            }
            if words.isEmpty { words.sr = "\(step)" }
            return Question.Choice("\(step)", words)
        }
    }
}

extension Question.Condition {
    fileprivate var xlsForm: String {
        switch relation {
        case .is: "selected(${\(question)}, '\(value)')"
        case .isNot: "not(selected(${\(question)}, '\(value)'))"
        case .atLeast: "${\(question)} >= \(value)"
        case .atMost: "${\(question)} <= \(value)"
        }
    }
}
