import Centres
import Kernel
import Languages
import Markdown

/// A publication as it is set: title page, imprint, contents, texts with their authors.
package struct BookPaper {
    let sight: BookSight
    let centre: Centre
    let t: Texts
    /// Of printing, where the editor has said none.
    let year: Int

    struct Content: Encodable, Sendable {
        let language: String
        let title: String
        let byline: String
        let publisher: String
        let place: String
        let imprint: [String]
        let cip: String
        let cipTitle: String
        let contents: String?
        let parts: [Part]
    }

    /// One text of a book.
    struct Part: Encodable, Sendable {
        /// Nil where the book is one work alone.
        let title: String?
        let byline: String
        let language: String
        let blocks: [Piece]
    }

    /// A piece of a text: a block or words, as the template reads it.
    package struct Piece: Encodable, Sendable {
        var kind: String
        var text: String?
        var level: Int?
        var start: Int?
        var address: String?
        var words: [Piece]?
        var items: [[Piece]]?
        var rows: [[[Piece]]]?

        init(_ kind: String, text: String? = nil, level: Int? = nil, start: Int? = nil, address: String? = nil, words: [Piece]? = nil) {
            (self.kind, self.text, self.level, self.start, self.address, self.words) = (kind, text, level, start, address, words)
        }
    }

    var content: Content {
        let book = sight.book, isCollection = book.kind == .collection, own = book.draft.language
        let parts = isCollection ? sight.parts.map(part) : [Part(title: nil, byline: "", language: own.rawValue, blocks: Self.blocks(sight.text))]
        let byline = book.imprint.byline.isEmpty && !isCollection ? book.authors.map(\.name).joined(separator: ", ") : book.imprint.byline
        return Content(
            language: own.rawValue, title: book.draft.title, byline: byline, publisher: centre.name(in: own), place: centre.street, imprint: imprint(byline),
            cip: book.imprint.cip, cipTitle: t(T.community.cipTitle), contents: isCollection ? t(T.community.contents) : nil, parts: parts)
    }

    private func imprint(_ byline: String) -> [String] {
        let book = sight.book
        var lines = [book.draft.title, byline].filter { !$0.isEmpty }
        lines.append(t(T.community.publisher(name: .text(centre.name(in: book.draft.language)), year: .text("\(book.imprint.year ?? year)"))))
        if !book.draft.readers.isEmpty { lines.append(t(T.community.forReaders(readers: .text(book.draft.readers)))) }
        lines.append(t(book.draft.licence.name) + (book.draft.licence.address.map { " (\($0))" } ?? ""))
        if !book.imprint.isbn.isEmpty { lines.append("ISBN \(book.imprint.isbn)") }
        return lines
    }

    private func part(_ practice: Practice) -> Part {
        let draft = practice.draft, own = t.speaking(draft.language)
        let facts = ([draft.subject] + draft.grades.list.map { own(Grades.name(of: $0)) }).filter { !$0.isEmpty }.joined(separator: ", ")
        var blocks = [Piece("paragraph", words: [Piece("emphasis", words: [Piece("text", text: facts)])])]
        if !draft.summary.isEmpty { blocks.append(Piece("paragraph", words: [Piece("text", text: draft.summary)])) }
        for section in draft.sections { blocks += [Piece("heading", level: 1, words: [Piece("text", text: own(section.title))])] + Self.blocks(section.text, deeper: 1) }
        let byline = practice.named.map { [$0.name, $0.schoolName].filter { !$0.isEmpty }.joined(separator: ", ") }.joined(separator: "; ")
        return Part(title: draft.title, byline: byline, language: draft.language.rawValue, blocks: blocks)
    }

    // MARK: Markdown as pieces

    /// Each heading is at most one step deeper than the one before it, as those who hear the book need it.
    package static func blocks(_ text: String, deeper: Int = 0) -> [Piece] {
        var last = deeper
        return Markdown(text).blocks.map { one in
            var piece = block(one, deeper)
            if let level = piece.level { (piece.level, last) = (min(level, last + 1), min(level, last + 1)) }
            return piece
        }
    }

    private static func block(_ block: Markdown.Block, _ deeper: Int) -> Piece {
        switch block {
        case .paragraph(let words): return Piece("paragraph", words: words.map(word))
        case .heading(let level, let words): return Piece("heading", level: min(level + deeper, 3), words: words.map(word))
        case .list(let start, let items):
            var piece = Piece(start == nil ? "list" : "numbers", start: start)
            piece.items = items.map { $0.map { self.block($0, deeper) } }
            return piece
        case .quote(let blocks):
            var piece = Piece("quote")
            piece.items = [blocks.map { self.block($0, deeper) }]
            return piece
        case .code(let text): return Piece("code", text: text)
        case .rule: return Piece("rule")
        case .table(let head, let rows):
            var piece = Piece("table")
            piece.rows = ([head] + rows).map { row in row.map { $0.map(word) } }
            return piece
        }
    }

    private static func word(_ word: Markdown.Inline) -> Piece {
        switch word {
        case .text(let text): Piece("text", text: text)
        case .emphasis(let words): Piece("emphasis", words: words.map(self.word))
        case .strong(let words): Piece("strong", words: words.map(self.word))
        case .code(let text): Piece("mono", text: text)
        case .link(let address, let words): Piece("link", address: address, words: words.map(self.word))
        case .newLine: Piece("break")
        }
    }
}
