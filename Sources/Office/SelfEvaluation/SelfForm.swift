import Forms
import Kernel
import Languages

// What was typed about self-evaluation, and the other way round.

private func dayTyped(_ typed: Typed, _ field: String, own: Language, _ faults: inout Faults) -> Day? {
    let day = Day(typed: typed[field])
    faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
    return day
}

extension SelfAnswer {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let score = typed["score"].isEmpty ? nil : faults.number(typed, "score", in: 1...SelfRule.levelBounds.upperBound)
        let edits = typed.number("edits", in: 0...1_000_000) ?? 0
        self.init(typed.lines("words"), score: score, edits: edits)
        faults.limit(words, "words", .letter)
        try faults.check()
    }

    var typed: Typed { Typed([("words", words), ("score", score.map { "\($0)" } ?? ""), ("edits", "\(edits)")]) }
}

extension SelfFeatureDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(typed["title"], hint: typed.lines("note"), facts: SelfFact.allCases.filter { typed.all("facts").contains($0.rawValue) })
        faults.require(!name.isEmpty, "title", T.common.errorMissing)
        faults.limit(name, "title", .sentence)
        faults.limit(hint, "note", .note)
        try faults.check()
    }

    var typed: Typed { Typed([("title", name), ("note", hint)] + facts.map { ("facts", $0.rawValue) }) }
}

extension SelfRule {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let since = dayTyped(typed, "since", own: own, &faults)
        let levels = faults.number(typed, "levels", in: Self.levelBounds)
        let month = faults.number(typed, "filingMonth", in: 1...12), day = faults.number(typed, "filingDay", in: 1...31)
        if let month, let day { faults.require(Day(year: 2023, month: month, day: day) != nil, "filingDay", T.selfevaluation.errorNoSuchDay) }
        faults.limit(typed["article"], "article", .sentence)
        try faults.check()
        self.init(since: since ?? .zero, levels: levels ?? 4, month: month ?? 11, day: day ?? 15, article: typed["article"])
    }

    var typed: Typed {
        Typed(["since": since.iso, "levels": "\(levels)", "filingMonth": "\(month)", "filingDay": "\(day)", "article": article])
    }
}

extension Accreditation {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let first = dayTyped(typed, "first", own: own, &faults), last = dayTyped(typed, "last", own: own, &faults)
        if let first, let last { faults.require(first <= last, "last", T.selfevaluation.errorBackwards) }
        faults.limit(typed["decision"], "decision", .sentence)
        try faults.check()
        let from = first ?? .zero
        self.init(from...max(from, last ?? from), act: typed["decision"])
    }
}

/// Which years a report is about: as many as an accreditation asks for.
struct SelfSpan {
    static let most = 6
    let years: ClosedRange<Int>

    init(_ query: Typed, today: Day) {
        let last = query.number("to", in: SelfYear.bounds) ?? today.year, first = query.number("from", in: SelfYear.bounds) ?? last - 2
        years = max(min(first, last), last - Self.most + 1)...last
    }
}
