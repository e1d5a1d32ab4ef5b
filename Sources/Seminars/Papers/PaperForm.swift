import Accounts
import Events
import Forms
import Kernel
import Languages
import Mail

extension PaperDraft {
    /// A proposal as it was typed. Only what cannot be kept is wrong here; what is missing is told when it is sent.
    init(_ typed: Typed, _ call: PaperCallDetails) throws {
        var faults = Faults()
        let text = PaperText(
            title: typed["title"], abstract: typed.lines("abstract"), keywords: typed["keywords"], kind: typed["kind"], note: typed.lines("note"))
        faults.require(!text.title.isEmpty, "title", T.common.errorMissing)
        faults.limit(text.title, "title", most: Self.longestTitle)
        faults.limit(text.abstract, "abstract", most: Self.longestAbstract)
        faults.limit(text.keywords, "keywords", most: Self.longestTitle)
        faults.limit(text.note, "note", most: Self.longestNote)
        faults.require(text.kind.isEmpty || call.kinds.contains(text.kind), "kind", T.common.errorChoose)
        var authors: [PaperAuthor] = []
        for row in 1...PaperCallDetails.authorLimits.upperBound {
            let (name, school) = (typed["name\(row)"], typed["school\(row)"])
            let email = typed["email\(row)"].isEmpty ? "" : faults.address(typed["email\(row)"], "email\(row)")?.text.lowercased()
            guard !name.isEmpty || !school.isEmpty || email != "" else { continue }
            faults.require(!name.isEmpty, "name\(row)", T.common.errorMissing)
            for (field, value) in [("name\(row)", name), ("school\(row)", school)] { faults.limit(value, field, most: PaperAuthor.longest) }
            authors.append(PaperAuthor(name: name, email: email ?? "", school: school))
        }
        try faults.check()
        self.init(text, authors: authors)
    }

    var typed: Typed {
        let rows = authors.enumerated().flatMap { index, author in
            [("name\(index + 1)", author.name), ("email\(index + 1)", author.email), ("school\(index + 1)", author.school)]
        }
        return Typed([
            ("title", text.title), ("abstract", text.abstract), ("keywords", text.keywords), ("kind", text.kind), ("note", text.note),
        ] + rows)
    }
}

extension Judgement {
    init(_ typed: Typed, _ call: PaperCall) throws {
        var faults = Faults()
        let recommendation = Recommendation(rawValue: typed["recommendation"])
        faults.require(recommendation != nil, "recommendation", T.common.errorChoose)
        let (words, note) = (typed.lines("words"), typed.lines("note"))
        faults.limit(words, "words", .letter)
        faults.limit(note, "note", .note)
        var marks: [PaperCriterion.ID: Int] = [:]
        for criterion in call.criteria {
            let mark = typed.number("mark\(criterion.id)", in: 1...call.details.bestMark)
            faults.require(mark != nil, "mark\(criterion.id)", T.common.errorChoose)
            marks[criterion.id] = mark
        }
        try faults.check()
        guard let recommendation else { throw Problem.invalid("recommendation", T.common.errorChoose) }
        self.init(marks: marks, recommendation, words: words, note: note)
    }
}

extension Review {
    /// What stands in its form.
    var typed: Typed {
        Typed([("recommendation", recommendation?.rawValue ?? ""), ("words", words), ("note", note)] + marks.map { ("mark\($0.key)", "\($0.value)") })
    }
}

extension PaperPlace {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let (begins, ends) = (ClockTime(typed: typed["begins"]), ClockTime(typed: typed["ends"]))
        let session = ID<EventSession>(typed["session"])
        faults.require(session != nil, "session", T.common.errorChoose)
        faults.require(begins != nil, "begins", T.events.errorTime)
        faults.require(ends != nil, "ends", T.events.errorTime)
        try faults.check()
        guard let session, let begins, let ends else { throw Problem.missing }
        self.init(session: session, begins: begins, ends: ends)
    }
}
