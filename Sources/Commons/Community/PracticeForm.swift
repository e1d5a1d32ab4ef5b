import Forms
import Kernel
import Languages
import Markdown
import Publishing

/// What was typed of a note, and the other way round.
extension PracticeDraft {
    static let languages: [Language] = [.sr, .lt, .en]
    private static let competencesMost = 6

    /// - Parameter known: the codes that there are.
    init(_ typed: Typed, own: Language, known: Set<String>) throws {
        var faults = Faults()
        let language = Language(rawValue: typed["language"]) ?? (own == .srLatn ? .sr : own)
        let licence = Licence(rawValue: typed["licence"])
        faults.require(licence != nil, "licence", T.common.errorChoose)
        let codes = typed.all("competences").filter { !$0.isEmpty }
        faults.require(codes.allSatisfy(known.contains), "competences", T.common.errorChoose)
        faults.require(codes.count <= Self.competencesMost, "competences", T.community.errorCompetences(most: .number(Self.competencesMost)))
        let grades = typed.all("grades").compactMap { Int(typed: $0, in: Grades.all) }
        faults.require(grades.count == typed.all("grades").count, "grades", T.common.errorChoose)
        self.init(
            typed["title"], in: language, subject: typed["subject"], grades: Grades(grades), competences: codes, summary: typed["summary"], wanted: typed.lines("wanted"),
            done: typed.lines("done"), came: typed.lines("came"), change: typed.lines("change"), licence: licence ?? .by)
        faults.require(!title.isEmpty, "title", T.community.errorTitle)
        for (field, text) in [("title", title), ("subject", subject), ("summary", summary)] { faults.limit(text, field) }
        for (field, text) in [("wanted", wanted), ("done", done), ("came", came), ("change", change)] {
            faults.limit(text, field)
            faults.markdown(text, field)
        }
        faults.limit(codes.joined(separator: ";"), "competences", .sentence)
        try faults.check()
    }

    var typed: Typed {
        Typed([
            ("title", title), ("language", language.rawValue), ("subject", subject), ("summary", summary), ("wanted", wanted), ("done", done), ("came", came),
            ("change", change), ("licence", licence.rawValue),
        ] + grades.list.map { ("grades", "\($0)") } + competences.map { ("competences", $0) })
    }
}

extension Faults {
    /// What cannot stand in a text of Markdown is refused where it was typed: nothing disappears in silence.
    mutating func markdown(_ text: String, _ field: String) {
        if let dropped = Markdown(text).dropped.first { add(field, dropped.phrase) }
    }
}

extension SaidReview {
    init(_ typed: Typed) throws {
        var faults = Faults(), marks: [ReviewQuestion: Int] = [:]
        for question in ReviewQuestion.allCases {
            marks[question] = typed.number(question.rawValue, in: Self.markBounds)
            faults.require(marks[question] != nil, question.rawValue, T.common.errorChoose)
        }
        let words = typed.lines("words"), verdict = ReviewVerdict(rawValue: typed["verdict"])
        faults.require(verdict != nil, "verdict", T.common.errorChoose)
        faults.require(verdict != .revise || !words.isEmpty, "words", T.community.errorWhatToChange)
        faults.limit(words, "words")
        try faults.check()
        self.init(marks, words, verdict ?? .revise)
    }
}

extension SaidTry {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let outcome = TryOutcome(rawValue: typed["outcome"]), words = typed.lines("words")
        faults.require(outcome != nil, "outcome", T.common.errorChoose)
        faults.limit(words, "words")
        try faults.check()
        self.init(outcome ?? .partly, words: words, isNamed: typed.has("named"))
    }
}

extension PracticeFilters {
    init(_ query: Typed) {
        let subject = query["subject"], competence = query["competence"]
        self.init(
            subject: subject.isEmpty ? nil : PracticeEntry.key(subject), grade: query.number("grade", in: Grades.all), competence: competence.isEmpty ? nil : competence)
    }
}

extension PublicationDraft {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let licence = Licence(rawValue: typed["licence"])
        faults.require(licence != nil, "licence", T.common.errorChoose)
        self.init(
            typed["title"], in: Language(rawValue: typed["language"]) ?? (own == .srLatn ? .sr : own), readers: typed.lines("readers"), licence: licence ?? .by)
        faults.require(!title.isEmpty, "title", T.community.errorTitle)
        faults.limit(title, "title")
        faults.limit(readers, "readers")
        try faults.check()
    }

    var typed: Typed { Typed([("title", title), ("language", language.rawValue), ("readers", readers), ("licence", licence.rawValue)]) }
}

extension Imprint {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(byline: typed["byline"], isbn: typed["isbn"], cip: typed.lines("cip"))
        year = faults.numberOrNothing(typed, "year", in: Self.yearBounds)
        faults.require(isbn.isEmpty || ISBN(isbn) != nil, "isbn", T.community.errorISBN)
        for (field, text) in [("byline", byline), ("isbn", isbn), ("cip", cip)] { faults.limit(text, field) }
        try faults.check()
    }

    var fields: [(name: String, value: String)] { [("byline", byline), ("isbn", isbn), ("cip", cip), ("year", year.map { "\($0)" } ?? "")] }
}
