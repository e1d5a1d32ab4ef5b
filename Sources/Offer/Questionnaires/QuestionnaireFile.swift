import Foundation

// A questionnaire as a file of its own, JSON: `docs/questionnaires.md` tells its fields. What is not said is what it is by default.

extension Question: Codable {
    private enum Field: String, CodingKey { case code, kind, words, hint, required, scale, choices, most, from, to, shuffled, aboutReader, shownIf }

    package init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: Field.self)
        self.init(try file.decode(String.self, forKey: .code), try file.decode(Kind.self, forKey: .kind), try file.decode(QuestionWords.self, forKey: .words))
        hint = try file.decodeIfPresent(QuestionWords.self, forKey: .hint) ?? hint
        isRequired = try file.decodeIfPresent(Bool.self, forKey: .required) ?? false
        scale = try file.decodeIfPresent(Scale.self, forKey: .scale)
        choices = try file.decodeIfPresent([Choice].self, forKey: .choices) ?? []
        most = try file.decodeIfPresent(Int.self, forKey: .most)
        if let from = try file.decodeIfPresent(Int.self, forKey: .from), let to = try file.decodeIfPresent(Int.self, forKey: .to), from <= to { bounds = from...to }
        isShuffled = try file.decodeIfPresent(Bool.self, forKey: .shuffled) ?? false
        isAboutReader = try file.decodeIfPresent(Bool.self, forKey: .aboutReader) ?? false
        shownIf = try file.decodeIfPresent([Condition].self, forKey: .shownIf) ?? []
    }

    package func encode(to encoder: any Encoder) throws {
        var file = encoder.container(keyedBy: Field.self)
        try file.encode(code, forKey: .code)
        try file.encode(kind, forKey: .kind)
        try file.encode(words, forKey: .words)
        if !hint.isEmpty { try file.encode(hint, forKey: .hint) }
        if isRequired { try file.encode(true, forKey: .required) }
        try file.encodeIfPresent(scale, forKey: .scale)
        if !choices.isEmpty { try file.encode(choices, forKey: .choices) }
        try file.encodeIfPresent(most, forKey: .most)
        try file.encodeIfPresent(bounds?.lowerBound, forKey: .from)
        try file.encodeIfPresent(bounds?.upperBound, forKey: .to)
        if isShuffled { try file.encode(true, forKey: .shuffled) }
        if isAboutReader { try file.encode(true, forKey: .aboutReader) }
        if !shownIf.isEmpty { try file.encode(shownIf, forKey: .shownIf) }
    }
}

extension QuestionSection: Codable {
    private enum Field: String, CodingKey { case title, lead, forEach, questions }

    package init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: Field.self)
        self.init(try file.decode(QuestionWords.self, forKey: .title), try file.decode([Question].self, forKey: .questions))
        lead = try file.decodeIfPresent(QuestionWords.self, forKey: .lead) ?? lead
        isForEach = try file.decodeIfPresent(Bool.self, forKey: .forEach) ?? false
    }

    package func encode(to encoder: any Encoder) throws {
        var file = encoder.container(keyedBy: Field.self)
        try file.encode(title, forKey: .title)
        if !lead.isEmpty { try file.encode(lead, forKey: .lead) }
        if isForEach { try file.encode(true, forKey: .forEach) }
        try file.encode(questions, forKey: .questions)
    }
}

extension QuestionnaireContent: Codable {
    private enum Field: String, CodingKey { case title, lead, thanks, sections }

    package init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: Field.self)
        self.init(try file.decode(QuestionWords.self, forKey: .title), try file.decode([QuestionSection].self, forKey: .sections))
        lead = try file.decodeIfPresent(QuestionWords.self, forKey: .lead) ?? lead
        thanks = try file.decodeIfPresent(QuestionWords.self, forKey: .thanks) ?? thanks
    }

    package func encode(to encoder: any Encoder) throws {
        var file = encoder.container(keyedBy: Field.self)
        try file.encode(title, forKey: .title)
        if !lead.isEmpty { try file.encode(lead, forKey: .lead) }
        if !thanks.isEmpty { try file.encode(thanks, forKey: .thanks) }
        try file.encode(sections, forKey: .sections)
    }

    /// As a file, always the same for the same questions.
    package func written(isPretty: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = isPretty ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// - Returns: nil for what is no questionnaire.
    package init?(written text: String) {
        guard let content = try? JSONDecoder().decode(QuestionnaireContent.self, from: Data(text.utf8)) else { return nil }
        self = content
    }
}
