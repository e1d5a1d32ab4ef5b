import Forms
import Kernel
import Languages

/// What was typed of one sheet of paper: its code, and behind it one field for each question, filled with the numbers that are crossed on it.
extension Answers {
    static let code = "code"

    /// - Throws: a problem at each field that says what cannot stand on the sheet. Nothing must be answered: a sheet is what it is.
    init(sheet typed: Typed, of survey: Survey) throws {
        self.init()
        var faults = Faults()
        for one in survey.sheet.flatMap(\.questions) { self[one.key] = one.question.readSheet(typed, Self.field(one.key), &faults) }
        try faults.check()
        if only(survey.content, survey.subjects).isEmpty { throw Problem.conflict(T.questionnaires.errorEmptySheet) }
    }
}

extension Question {
    fileprivate func readSheet(_ typed: Typed, _ field: String, _ faults: inout Faults) -> [String] {
        let text = typed[field]
        if kind == .text || text.isEmpty { return text.isEmpty ? [] : read(typed, field, &faults) }
        guard kind == .choice || kind == .choices else { return read(typed, field, &faults) }
        // Without anything between them digits are numbers of their own, as long as no choice has two.
        let parts = text.split { !$0.isNumber }.flatMap { part in choices.count < 10 ? part.map(String.init) : [String(part)] }
        let numbers = parts.map { Int(typed: $0, in: 1...max(1, choices.count)) }
        guard !numbers.contains(nil), kind == .choices || numbers.count == 1 else {
            faults.add(field, T.questionnaires.errorNumber(least: 1, most: .number(choices.count)))
            return []
        }
        let chosen = Set(numbers.compactMap { $0.map { choices[$0 - 1].code } })
        faults.require(chosen.count <= most ?? .max, field, T.questionnaires.errorMost(count: most ?? 0))
        return choices.map(\.code).filter(chosen.contains)
    }
}
