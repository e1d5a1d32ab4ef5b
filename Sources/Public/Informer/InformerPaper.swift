import Community
import Documents
import Kernel
import Languages
import Publishing

/// An issue as it is set: the value that the template `informer` reads, with the codes that lead to the pages.
struct InformerPaper {
    enum Format: String, Encodable, Sendable {
        /// A page of an office; pages that are folded into a booklet.
        case a4, a5
    }

    let issue: InformerIssue
    let format: Format
    /// Scheme and host of the centre, and the words of the issue.
    let origin: String
    let t: Texts

    struct Content: Encodable, Sendable {
        let language: String
        let paper: Format
        let title: String
        let name: String
        let month: String
        let year: String
        let number: String
        let centre: String
        let address: [String]
        let contents: String
        let page = "{page}"
        let words: Editorial?
        let news: News?
        let areas: Areas?
        let dates: Dates?
        let practice: Practised?
        let shelf: Shelf?
        let held: Held?
        let scan: String
        let colophon: [String]
        let site: Code?
    }

    /// A text in its own language.
    struct Words: Encodable, Sendable {
        let text: String
        let language: String

        init(_ words: InformerIssue.Words) { (text, language) = (words.text, words.language.rawValue) }
    }

    /// A QR code as a template draws it.
    struct Code: Encodable, Sendable {
        let path: String
        let extent: Int
        let alt: String

        init?(_ address: String) {
            guard let code = QRCode(address) else { return nil }
            (path, extent, alt) = (code.path, code.extent, address)
        }
    }

    struct Editorial: Encodable, Sendable {
        let title: String
        let language: String
        let blocks: [BookPaper.Piece]
        let sign: String
    }

    struct News: Encodable, Sendable {
        struct Line: Encodable, Sendable {
            let title: Words
            let day: String
            let summary: Words?
            let code: Code?
        }

        let title: String
        let lines: [Line]
    }

    struct Entry: Encodable, Sendable {
        let title: Words
        let kind: String
        let when: String
        let hours: String
        let place: String
        let facts: [String]
        let code: Code?
    }

    struct Areas: Encodable, Sendable {
        struct Part: Encodable, Sendable {
            let title: String
            let lines: [Entry]
        }

        let title: String
        let parts: [Part]
    }

    struct Dates: Encodable, Sendable {
        struct Part: Encodable, Sendable {
            let day: String?
            let weekday: String?
            let title: String
            let lines: [Entry]
        }

        let title: String
        let parts: [Part]
    }

    struct Practised: Encodable, Sendable {
        let title: String
        let name: Words
        let byline: String
        let summary: Words?
        let code: Code?
    }

    struct Shelf: Encodable, Sendable {
        struct Line: Encodable, Sendable {
            let title: String
            let byline: String
            let kind: String
        }

        let title: String
        let note: String
        let lines: [Line]
    }

    struct Held: Encodable, Sendable {
        struct Line: Encodable, Sendable {
            let title: Words
            let when: String
            let people: String
        }

        let title: String
        let facts: [Paper.Fact]
        let lines: [Line]
    }

    var title: String { "\(t(T.informer.title)) · \(issue.month)" }
    /// What a file of it is called.
    var name: String { "\(t(T.informer.title)) \(issue.year)-\(issue.number)" }

    var content: Content {
        Content(
            language: t.language.rawValue, paper: format, title: title, name: t(T.informer.title), month: monthAlone, year: year,
            number: t(T.informer.numberOf(number: .number(issue.number))), centre: issue.centre, address: issue.address, contents: t(T.informer.contents),
            words: editorial, news: news, areas: areas, dates: dates, practice: practice, shelf: shelf, held: held,
            scan: issue.areas.isEmpty ? "" : t(T.informer.scan), colophon: colophon, site: code("/informers"))
    }

    /// The name of the month without its year, for the cover.
    private var monthAlone: String {
        let year = "\(issue.year)"
        let words = issue.month.split { $0.isWhitespace || $0 == "\u{a0}" || $0 == "\u{202f}" }.filter { !$0.hasPrefix(year) && $0 != "m." }
        return words.isEmpty ? issue.month : words.joined(separator: " ")
    }

    private var year: String {
        switch t.language {
        case .sr, .srLatn: "\(issue.year)."
        case .lt: "\(issue.year) m."
        case .en: "\(issue.year)"
        }
    }

    private func code(_ path: String?) -> Code? { path.flatMap { Code("\(origin)/\(t.language.rawValue)\($0)") } }

    private var editorial: Editorial? {
        issue.words.map { words in
            Editorial(title: t(T.informer.editorial), language: words.language.rawValue, blocks: BookPaper.blocks(words.text), sign: issue.sign)
        }
    }

    private var news: News? {
        guard !issue.news.isEmpty else { return nil }
        return News(title: t(T.publishing.news), lines: issue.news.map { piece in
            News.Line(title: Words(piece.title), day: piece.day, summary: piece.summary.map(Words.init), code: code(piece.path))
        })
    }

    private func entry(_ entry: InformerIssue.Entry, hasCode: Bool) -> Entry {
        Entry(
            title: Words(entry.title), kind: entry.kind, when: entry.when, hours: entry.hours, place: t.shown(entry.place), facts: entry.facts.map { t.shown($0) },
            code: hasCode ? code(entry.path) : nil)
    }

    private var areas: Areas? {
        guard !issue.areas.isEmpty else { return nil }
        return Areas(title: t(T.informer.byArea), parts: issue.areas.map { area in
            Areas.Part(title: t.shown(area.title), lines: area.entries.map { entry($0, hasCode: true) })
        })
    }

    private var dates: Dates? {
        let dates = issue.dates
        guard !dates.isEmpty else { return nil }
        return Dates(title: t(T.informer.byDate), parts: dates.map { day, entries in
            Dates.Part(
                day: day.map { "\($0.civil.day)" }, weekday: day.map { t.weekday($0.weekday, short: true) }, title: day == nil ? t(T.informer.duringMonth) : "",
                lines: entries.map { entry($0, hasCode: false) })
        })
    }

    private var practice: Practised? {
        issue.practice.map { one -> Practised in
            let byline = (one.authors + [t.shown(one.subject)]).filter { !$0.isEmpty }.joined(separator: " · ")
            return Practised(title: t(T.informer.practice), name: Words(one.title), byline: byline, summary: one.summary.map(Words.init), code: code(one.path))
        }
    }

    private var shelf: Shelf? {
        guard !issue.shelf.isEmpty else { return nil }
        return Shelf(title: t(T.informer.shelf), note: t(T.informer.shelfNote), lines: issue.shelf.map { one in
            Shelf.Line(title: t.shown(one.title), byline: t.shown(one.byline), kind: one.kind)
        })
    }

    private var held: Held? {
        guard !issue.held.isEmpty else { return nil }
        var facts = [Paper.Fact(t(T.informer.figureHeld), t.number(issue.held.count))]
        if issue.people > 0 { facts.append(.init(t(T.informer.figurePeople), t.number(issue.people))) }
        return Held(title: t(T.informer.held(month: .text(issue.heldIn))), facts: facts, lines: issue.held.map { one in
            Held.Line(title: Words(one.title), when: one.when, people: one.people.map { t(T.informer.peopleCame(count: $0)) } ?? "")
        })
    }

    private var colophon: [String] {
        let edition = issue.edition > 1 ? [t(T.informer.editionOf(number: .number(issue.edition)))] : []
        return [t(T.informer.publisher(centre: .text(issue.centre)))] + edition + [t(T.informer.closedOn(day: .day(issue.closed)))]
    }
}
