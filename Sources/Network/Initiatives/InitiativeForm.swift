import Accounts
import Centres
import Circles
import Forms
import Kernel
import Languages
import Markdown
import Publishing

// What was typed about initiatives, and the other way round.

extension Faults {
    fileprivate mutating func dayTyped(_ typed: Typed, _ field: String, own: Language) -> Day? {
        let day = Day(typed: typed[field])
        require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        return day
    }

    /// Words that must stand there and have an end.
    fileprivate mutating func words(_ text: String, _ field: String, _ limit: TextLimit) {
        require(!text.isEmpty, field, T.common.errorMissing)
        self.limit(text, field, limit)
    }

    /// A row chosen from a list, or none.
    fileprivate mutating func chosen<Of>(_ typed: Typed, _ field: String) -> ID<Of>? {
        guard !typed[field].isEmpty else { return nil }
        let id = ID<Of>(typed[field])
        require(id != nil, field, T.common.errorChoose)
        return id
    }
}

extension FilledForm {
    /// What stands in several forms of one page: what came back where one came back, else what is known.
    func over(_ known: Typed) -> FilledForm {
        let typed = typed
        return FilledForm(Typed(typed.fields + known.fields.filter { field in !typed.fields.contains { $0.name == field.name } }), problem, t)
    }
}

extension InitiativeDetails {
    /// The deadline is a day and a minute of the centre's own time.
    init(_ typed: Typed, _ zone: Zone, own: Language) throws {
        var faults = Faults()
        let language = Language(rawValue: typed["language"]), day = faults.dayTyped(typed, "deadline", own: own), time = ClockTime(typed: typed["time"])
        faults.require(language != nil, "language", T.common.errorChoose)
        faults.require(time != nil, "time", T.initiatives.errorTime)
        var deadline: Instant?
        if let day, let time {
            deadline = try? zone.instant(day, time)
            faults.require(deadline != nil, "time", T.initiatives.errorTime)
        }
        self.init(
            title: typed["title"], recipient: typed["recipient"], reasons: typed.lines("reasons"), language: language ?? .sr,
            deadline: deadline ?? Instant(seconds: 0),
            keeper: faults.chosen(typed, "keeper"))
        faults.words(title, "title", .sentence)
        faults.words(recipient, "recipient", .line)
        faults.limit(reasons, "reasons", .letter)
        if let dropped = Markdown(reasons).dropped.first { faults.add("reasons", dropped.phrase) }
        try faults.check()
    }

    func typed(in zone: Zone) -> Typed {
        Typed([
            "title": title, "recipient": recipient, "reasons": reasons, "language": language.rawValue, "deadline": zone.day(of: deadline).iso,
            "time": zone.time(of: deadline).iso, "keeper": keeper?.description ?? "",
        ])
    }
}

/// An article as it was typed.
struct ArticleForm {
    let heading: String
    let text: String
    /// Its number; nil behind all others.
    let place: Int?

    init(_ typed: Typed) throws {
        var faults = Faults()
        (heading, text) = (typed["heading"], typed.lines("text"))
        faults.limit(heading, "heading", .sentence)
        faults.words(text, "text", .letter)
        place = faults.numberOrNothing(typed, "place", in: 1...InitiativeArticle.most)
        try faults.check()
    }

    static func typed(_ article: InitiativeArticle, _ place: Int) -> Typed { Typed(["heading": article.heading, "text": article.text, "place": "\(place)"]) }
}

/// Who is asked, as it was chosen.
struct PartiesForm {
    let centres: Set<Centre.ID>
    let circles: Set<Circle.ID>
    let outside: [String]

    /// More institutions outside than these nobody asks.
    static let most = 60

    init(_ typed: Typed) throws {
        var faults = Faults()
        let (centres, circles) = (typed.all("centres").map { Centre.ID($0) }, typed.all("circles").map { Circle.ID($0) })
        faults.require(!centres.contains(nil), "centres", T.common.errorChoose)
        faults.require(!circles.contains(nil), "circles", T.common.errorChoose)
        (self.centres, self.circles) = (Set(centres.compactMap(\.self)), Set(circles.compactMap(\.self)))
        var seen: Set<String> = []
        outside = typed.lines("outside").split(whereSeparator: \.isNewline).map { WrittenText.line(String($0)) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        faults.require(outside.count <= Self.most, "outside", T.initiatives.errorOutside(most: .number(Self.most)))
        for name in outside { if faults.isEmpty { faults.limit(name, "outside", .line) } }
        try faults.check()
    }

    static func typed(_ sight: InitiativeSight) -> Typed {
        Typed(
            sight.parties.compactMap(\.centre).map { ("centres", "\($0.id)") } + sight.circles.map { ("circles", "\($0.id)") }
                + [("outside", sight.parties.filter { $0.centre == nil }.map(\.name).joined(separator: "\n"))])
    }
}

/// Where somebody stands, as it was typed.
struct PositionForm {
    let standing: InitiativeStanding
    let words: String
    /// Somebody outside, whose letter is written down.
    let party: InitiativeParty.ID?

    init(_ typed: Typed) throws {
        var faults = Faults()
        let standing = InitiativeStanding(rawValue: typed["standing"])
        faults.require(standing != nil, "standing", T.common.errorChoose)
        words = typed.lines("words")
        faults.limit(words, "words", .note)
        party = faults.chosen(typed, "party")
        try faults.check()
        self.standing = standing ?? .abstain
    }
}

/// A comment as it was typed.
struct InitiativeCommentForm {
    let article: InitiativeArticle.ID?
    let text: String

    init(_ typed: Typed) throws {
        var faults = Faults()
        article = faults.chosen(typed, "article")
        text = typed.lines("remark")
        faults.words(text, "remark", .note)
        try faults.check()
    }
}

extension SendingDraft {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let recipient = typed["recipient"], way = typed["way"]
        faults.words(recipient, "recipient", .line)
        faults.limit(way, "way", .label)
        let day = faults.dayTyped(typed, "day", own: own), due = faults.dayTyped(typed, "due", own: own)
        try faults.check()
        self.init(to: recipient, on: day ?? .zero, by: way, due: due ?? .zero)
    }
}

/// What came back, as it was typed: each sending has fields of its own.
struct AnswerForm {
    let day: Day
    let words: String

    init(_ typed: Typed, _ sending: InitiativeSending.ID, own: Language) throws {
        var faults = Faults()
        let day = faults.dayTyped(typed, "day-\(sending)", own: own)
        words = typed.lines("words-\(sending)")
        faults.limit(words, "words-\(sending)", .note)
        try faults.check()
        self.day = day ?? .zero
    }
}

/// What became of it, as it was typed.
struct OutcomeForm {
    let outcome: InitiativeOutcome
    let day: Day

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let kind = InitiativeOutcome.Kind(rawValue: typed["kind"]), words = typed.lines("outcome"), proof = typed["proof"]
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.limit(words, "outcome", .note)
        faults.limit(proof, "proof", .sentence)
        let day = faults.dayTyped(typed, "ended", own: own)
        try faults.check()
        (outcome, self.day) = (InitiativeOutcome(kind ?? .silence, words: words, proof: proof), day ?? .zero)
    }
}

/// Words that stand alone in a form.
enum InitiativeWords {
    static func read(_ typed: Typed, _ field: String, _ limit: TextLimit) throws -> String {
        let text = typed.lines(field)
        var faults = Faults()
        faults.limit(text, field, limit)
        try faults.check()
        return text
    }
}
