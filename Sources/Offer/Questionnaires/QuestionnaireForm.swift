import Forms
import Kernel
import Languages

/// What was typed of a questionnaire, its sections and questions, and the other way round. Each text is typed in the languages side by side.
extension QuestionWords {
    /// - Parameter name: of the fields, to which each language adds its own: `words_sr`.
    init(_ typed: Typed, _ name: String, _ faults: inout Faults, most: TextLimit = .sentence, isRequired: Bool = false) {
        self.init()
        for language in Self.languages {
            let field = "\(name)_\(language.rawValue)", text = typed.lines(field)
            faults.limit(text, field, most)
            self[language] = text
        }
        faults.require(!isRequired || !isEmpty, "\(name)_sr", T.questionnaires.errorWords)
    }

    func typed(_ name: String) -> [(name: String, value: String)] { Self.languages.map { ("\(name)_\($0.rawValue)", self[$0]) } }
}

extension QuestionnaireContent {
    /// Its own words, without the questions.
    mutating func read(_ typed: Typed) throws {
        var faults = Faults()
        title = QuestionWords(typed, "title", &faults, isRequired: true)
        lead = QuestionWords(typed, "lead", &faults, most: .note)
        thanks = QuestionWords(typed, "thanks", &faults, most: .note)
        try faults.check()
    }

    var typed: Typed { Typed(title.typed("title") + lead.typed("lead") + thanks.typed("thanks")) }
}

extension QuestionSection {
    mutating func read(_ typed: Typed) throws {
        var faults = Faults()
        title = QuestionWords(typed, "title", &faults, isRequired: true)
        lead = QuestionWords(typed, "lead", &faults, most: .note)
        isForEach = typed.has("each")
        try faults.check()
    }

    var typed: Typed { Typed(title.typed("title") + lead.typed("lead") + (isForEach ? [("each", "yes")] : [])) }
}

extension Question {
    /// - Parameter old: the question that is changed, whose choices keep their codes by their places.
    init(_ typed: Typed, old: Question?) throws {
        var faults = Faults()
        let kind = Kind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let code = old?.code ?? typed["code"]
        faults.require(Self.isCode(code), "code", T.questionnaires.errorCode)
        self.init(code, kind ?? .text, QuestionWords(typed, "words", &faults, isRequired: true))
        hint = QuestionWords(typed, "hint", &faults)
        isRequired = typed.has("required")
        isShuffled = typed.has("shuffled")
        isAboutReader = typed.has("about") && (self.kind == .choice)
        switch self.kind {
        case .scale: readScale(typed, &faults)
        case .choice, .choices: readChoices(typed, old, &faults)
        case .number: readBounds(typed, &faults)
        case .text, .date: break
        }
        readConditions(typed)
        try faults.check()
    }

    private mutating func readScale(_ typed: Typed, _ faults: inout Faults) {
        let lowest = faults.number(typed, "lowest", in: Scale.bounds), highest = faults.number(typed, "highest", in: Scale.bounds)
        scale = Scale(lowest ?? 1, highest ?? 5, low: QuestionWords(typed, "low", &faults), high: QuestionWords(typed, "high", &faults))
        if let lowest, let highest { faults.require(lowest < highest, "highest", T.questionnaires.errorScale) }
    }

    /// One choice in each line, in each language as many lines.
    private mutating func readChoices(_ typed: Typed, _ old: Question?, _ faults: inout Faults) {
        let lines = QuestionWords.languages.map { language in
            faults.limit(typed.lines("choices_\(language.rawValue)"), "choices_\(language.rawValue)", .letter)
            return (language, typed.lines("choices_\(language.rawValue)").split(separator: "\n").map { WrittenText.line(String($0)) }.filter { !$0.isEmpty })
        }
        let count = lines.map(\.1.count).max() ?? 0
        faults.require((2...Self.mostChoices).contains(count), "choices_sr", T.questionnaires.errorChoices(most: .number(Self.mostChoices)))
        for (language, said) in lines where !said.isEmpty && said.count != count {
            faults.add("choices_\(language.rawValue)", T.questionnaires.errorLines(count: count))
        }
        var codes = old?.choices.map(\.code) ?? []
        while codes.count < count { codes.append((1...).lazy.map { "c\($0)" }.first { !codes.contains($0) } ?? "c") }
        choices = (0..<count).map { place in
            var words = QuestionWords()
            for (language, said) in lines where place < said.count { words[language] = said[place] }
            return Choice(codes[place], words)
        }
        if !typed["most"].isEmpty { most = faults.number(typed, "most", in: 1...Self.mostChoices) }
    }

    private mutating func readBounds(_ typed: Typed, _ faults: inout Faults) {
        let from = faults.numberOrNothing(typed, "from", in: Self.numbers), to = faults.numberOrNothing(typed, "to", in: Self.numbers)
        guard from != nil || to != nil else { return }
        faults.require((from ?? 0) <= (to ?? 1_000_000), "to", T.questionnaires.errorBounds)
        if (from ?? 0) <= (to ?? 1_000_000) { bounds = (from ?? 0)...(to ?? 1_000_000) }
    }

    private mutating func readConditions(_ typed: Typed) {
        shownIf = (1...Self.conditionsTyped).compactMap { row in
            guard !typed["if\(row)"].isEmpty, let relation = Condition.Relation(rawValue: typed["relation\(row)"]) else { return nil }
            return Condition(typed["if\(row)"], relation, typed["value\(row)"])
        }
    }

    static let conditionsTyped = 2

    var typed: Typed {
        var fields: [(name: String, value: String)] = [("kind", kind.rawValue), ("code", code)] + words.typed("words") + hint.typed("hint")
        if isRequired { fields.append(("required", "yes")) }
        if isShuffled { fields.append(("shuffled", "yes")) }
        if isAboutReader { fields.append(("about", "yes")) }
        if let scale {
            fields += [("lowest", "\(scale.lowest)"), ("highest", "\(scale.highest)")] + scale.low.typed("low") + scale.high.typed("high")
        }
        for language in QuestionWords.languages where choices.contains(where: { !$0.words[language].isEmpty }) {
            fields.append(("choices_\(language.rawValue)", choices.map { $0.words[language] }.joined(separator: "\n")))
        }
        if let most { fields.append(("most", "\(most)")) }
        if let bounds { fields += [("from", "\(bounds.lowerBound)"), ("to", "\(bounds.upperBound)")] }
        for (place, condition) in shownIf.prefix(Self.conditionsTyped).enumerated() {
            fields += [("if\(place + 1)", condition.question), ("relation\(place + 1)", condition.relation.rawValue), ("value\(place + 1)", condition.value)]
        }
        return Typed(fields)
    }
}
