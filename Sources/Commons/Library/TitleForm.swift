import Catalogue
import Forms
import Kernel
import Languages

/// What was typed of a title, and the other way round.
extension TitleDraft {
    /// - Parameter programmes: those that a kit may belong to.
    init(_ typed: Typed, programmes: [ProgrammeChoice]) throws {
        var faults = Faults()
        let kind = TitleKind(rawValue: typed["kind"]), language = TitleLanguage(typed["language"]), audience = TitleAudience(rawValue: typed["audience"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.require(language != nil, "language", T.common.errorChoose)
        faults.require(audience != nil, "audience", T.common.errorChoose)
        self.init(typed["title"], kind ?? .book, in: language ?? .serbian)
        faults.require(!name.isEmpty, "title", T.common.errorMissing)
        (subtitle, publisher, place, edition, extent) = (typed["subtitle"], typed["publisher"], typed["place"], typed["edition"], typed["extent"])
        (series, cobiss, udc, summary, link) = (typed["series"], typed["cobiss"], typed["udc"], typed.lines("about"), typed["link"])
        (authors, subjects, self.audience) = (Self.lines(typed.lines("authors")), Self.lines(typed.lines("subjects")), audience ?? .any)
        year = faults.numberOrNothing(typed, "year", in: Self.yearBounds)
        isbn = Self.bookNumber(typed["isbn"], &faults)
        issn = Self.journalNumber(typed["issn"], &faults)
        programme = Self.programme(typed["programme"], among: programmes, &faults)
        faults.require(programme == nil || self.kind == .kit, "programme", T.library.errorProgrammeKit)
        faults.require(link.isEmpty || link.hasPrefix("https://") || link.hasPrefix("http://"), "link", T.library.errorLink)
        faults.require(self.kind != .digital || !link.isEmpty, "link", T.library.errorLinkMissing)
        faults.require(authors.count <= Self.authorsMost, "authors", T.library.errorAuthors(most: .number(Self.authorsMost)))
        check(&faults)
        try faults.check()
    }

    /// That no text is longer than its column.
    func check(_ faults: inout Faults) {
        for (field, text, most) in [
            ("title", name, .sentence), ("subtitle", subtitle, .sentence), ("publisher", publisher, .sentence), ("place", place, .line), ("edition", edition, .line),
            ("extent", extent, .line), ("series", series, .sentence), ("cobiss", cobiss, .number), ("udc", udc, .label), ("about", summary, .text),
            ("link", link, .sentence), ("authors", authorLines, .note), ("subjects", subjectLines, .note),
        ] as [(String, String, TextLimit)] { faults.limit(text, field, most) }
    }

    private static func bookNumber(_ text: String, _ faults: inout Faults) -> String {
        let number = BookNumber(text)
        faults.require(text.isEmpty || number != nil, "isbn", T.library.errorISBN)
        return number?.digits ?? ""
    }

    private static func journalNumber(_ text: String, _ faults: inout Faults) -> String {
        let number = JournalNumber(text)
        faults.require(text.isEmpty || number != nil, "issn", T.library.errorISSN)
        return number?.text ?? ""
    }

    /// By its number in the catalogue.
    private static func programme(_ number: String, among programmes: [ProgrammeChoice], _ faults: inout Faults) -> Programme.ID? {
        guard !number.isEmpty else { return nil }
        let found = programmes.filter { $0.number == number }
        faults.require(found.count == 1, "programme", found.isEmpty ? T.library.errorProgramme(number: .text(number)) : T.library.errorProgrammes(number: .text(number)))
        return found.first?.id
    }

    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
    }

    /// The same as a form holds it.
    func typed(_ programmes: [ProgrammeChoice]) -> Typed {
        Typed([
            ("title", name), ("subtitle", subtitle), ("kind", kind.rawValue), ("language", language.code), ("authors", authorLines), ("publisher", publisher),
            ("place", place), ("year", year.map { "\($0)" } ?? ""), ("edition", edition), ("extent", extent), ("series", series), ("isbn", isbn), ("issn", issn),
            ("cobiss", cobiss), ("udc", udc), ("subjects", subjectLines), ("audience", audience.rawValue), ("about", summary), ("link", link),
            ("programme", programme.flatMap { id in programmes.first { $0.id == id }?.number } ?? ""),
        ])
    }

    /// An empty form.
    static func empty(in language: Language) -> Typed {
        Typed(["kind": TitleKind.book.rawValue, "language": language == .lt ? "lt" : "sr", "audience": TitleAudience.any.rawValue] as KeyValuePairs)
    }
}

extension TitleFilters {
    init(_ query: Typed) {
        self.init()
        kind = TitleKind(rawValue: query["kind"])
        audience = TitleAudience(rawValue: query["audience"])
        language = TitleLanguage(query["language"])
        subject = query["subject"].isEmpty ? nil : TitleEntry.key(query["subject"])
        isHere = query["here"] == "yes"
    }
}

/// Parts of a kit as they are typed: one a line, the count behind a semicolon or an ×.
enum PartsForm {
    static let most = 200
    static let countMost = 10_000

    static func read(_ typed: Typed) throws -> [(name: String, count: Int)] {
        var faults = Faults()
        let lines = TitleDraft.lines(typed.rows("parts"))
        faults.require(lines.count <= most, "parts", T.library.errorParts(most: .number(most)))
        let parts = lines.map { line -> (name: String, count: Int) in
            let marks = line.lastIndex { $0 == ";" || $0 == "×" }
            let name = marks.map { WrittenText.line(String(line[..<$0])) } ?? line
            let said = marks.map { WrittenText.line(String(line[line.index(after: $0)...])) } ?? "1"
            let count = Int(typed: said, in: 1...countMost)
            faults.require(count != nil && !name.isEmpty, "parts", T.library.errorPart(line: .text(line)))
            faults.limit(name, "parts", .line)
            return (name, count ?? 1)
        }
        try faults.check()
        return parts
    }

    static func typed(_ parts: [TitlePart]) -> Typed { Typed(["parts": parts.map { "\($0.name); \($0.count)" }.joined(separator: "\n")] as KeyValuePairs) }
}
