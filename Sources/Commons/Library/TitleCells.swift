import Centres
import Events
import Imports
import Kernel
import Languages

/// How the cells of a list of titles are read.
extension TitleImport {
    /// A record of a library that could not be read says why in place of what it holds.
    func readRecord(_ line: inout ImportLine) {
        switch line["record"] {
        case "cut": line.refuse(nil, T.library.recordCut)
        case "damaged": line.refuse(nil, T.library.recordDamaged)
        case "untitled": line.refuse(nil, T.library.recordUntitled)
        case "charset": line.refuse(nil, T.library.recordCharset)
        case "mended": line.doubt(T.library.recordMended)
        case let said where said.hasPrefix("read "): line.doubt(T.library.recordRead(charset: .text(String(said.dropFirst(5)))))
        default: break
        }
    }

    /// - Parameter isNew: whether nothing is known of it yet: a line of a title that stands here changes only what it tells.
    func read(_ draft: inout TitleDraft, _ line: inout ImportLine, isNew: Bool) {
        for (column, place) in [
            ("title", \TitleDraft.name), ("subtitle", \.subtitle), ("publisher", \.publisher), ("place", \.place), ("edition", \.edition), ("extent", \.extent),
            ("series", \.series), ("udc", \.udc), ("link", \.link),
        ] as [(String, WritableKeyPath<TitleDraft, String>)] where !line[column].isEmpty {
            // Another script or other capitals are no other words: what stands there first stays.
            if TitleEntry.key(draft[keyPath: place]) != TitleEntry.key(line[column]) { draft[keyPath: place] = line[column] }
        }
        if !line["about"].isEmpty { draft.summary = line.lines("about") }
        if !line.code("cobiss").isEmpty { draft.cobiss = line.code("cobiss") }
        if let names = names(line.lines("authors"), ";\n"), names.map(TitleEntry.key) != draft.authors.map(TitleEntry.key) {
            draft.authors = Array(names.prefix(TitleDraft.authorsMost))
        }
        if let subjects = names(line.lines("subjects"), line.lines("subjects").contains { ";\n".contains($0) } ? ";\n" : ",") { draft.subjects = subjects }
        word("kind", words.kinds, &line) { draft.kind = $0 }
        word("language", words.languages, &line) { draft.language = $0 }
        word("audience", words.audiences, &line) { draft.audience = $0 }
        readNumbers(&draft, &line)
        if draft.kind == .book, line["kind"].isEmpty, isNew, !draft.issn.isEmpty, draft.isbn.isEmpty { draft.kind = .journal }
        for word in MixedAlphabet.words(in: draft.name) { line.doubt(T.library.mixedAlphabet(word: .text(word))) }
    }

    /// A number with a wrong digit is left out and told, for the book stands there all the same.
    private func readNumbers(_ draft: inout TitleDraft, _ line: inout ImportLine) {
        if !line["isbn"].isEmpty {
            if let number = BookNumber(line["isbn"]) { draft.isbn = number.digits } else { line.doubt(T.library.doubtISBN(number: .text(line["isbn"]))) }
        }
        if !line["issn"].isEmpty {
            if let number = JournalNumber(line["issn"]) { draft.issn = number.text } else { line.doubt(T.library.doubtISSN(number: .text(line["issn"]))) }
        }
        guard !line["year"].isEmpty else { return }
        // *cop. 2009*, *[2011]*, *2009-2011*: the first four digits.
        let digits = line["year"].split { !$0.isASCII || !$0.isWholeNumber }.first { $0.count == 4 }
        if let year = digits.flatMap({ Int(typed: String($0), in: TitleDraft.yearBounds) }) {
            draft.year = year
        } else {
            line.doubt(T.library.doubtYear(year: .text(line["year"])))
        }
    }

    private func names(_ cell: String, _ marks: String) -> [String]? {
        let names = cell.split { marks.contains($0) }.map { WrittenText.line(String($0)) }.filter { !$0.isEmpty }
        return names.isEmpty ? nil : names
    }

    private func word<Word>(_ column: String, _ table: [String: Word], _ line: inout ImportLine, take: (Word) -> Void) {
        guard !line[column].isEmpty else { return }
        if let word = table[TitleWords.key(line[column])] { take(word) } else { line.doubt(T.library.doubtWord(word: .text(line[column]))) }
    }

    // MARK: Copies

    /// Those of the line: as many as it counts, one where it tells anything of a copy, none else.
    func copies(of line: inout ImportLine, _ currency: Currency) -> [CopyDraft] {
        var draft = CopyDraft(acquired: today)
        (draft.former, draft.label, draft.shelf) = (line.code("former"), LibraryCode.cleaned(line.code("label")), line["shelf"])
        (draft.condition, draft.source, draft.note) = (line["condition"], line["source"], line.lines("note"))
        let tells = ["former", "label", "shelf", "condition", "price", "origin", "source", "acquired"].contains { !line[$0].isEmpty }
        word("origin", words.origins, &line) { draft.origin = $0 }
        if !line["price"].isEmpty {
            if let price = Money(typed: line["price"], currency), price.minor >= 0 { draft.price = price.minor } else {
                line.doubt(T.library.doubtPrice(price: .text(line["price"])))
            }
        }
        if !line["acquired"].isEmpty {
            if let days = WrittenDays.read(line["acquired"]), days.lowerBound <= today { draft.acquired = days.lowerBound.iso } else {
                line.doubt(T.library.doubtDay(day: .text(line["acquired"])))
            }
        }
        var count = tells ? 1 : 0
        if !line["copies"].isEmpty {
            if let number = Int(typed: line.code("copies"), in: 0...CopyDraft.countMost) { count = number } else {
                line.refuse("copies", T.common.errorNumberBetween(least: 0, most: .number(CopyDraft.countMost)))
            }
        }
        guard count > 1 else { return count == 1 ? [draft] : [] }
        // One label cannot stand on several.
        (draft.former, draft.label) = ("", "")
        return Array(repeating: draft, count: count)
    }
}

extension CopyDraft {
    /// What a list tells of a copy that stands here: what it leaves out stays.
    func over(_ current: CopyDraft) -> CopyDraft {
        var draft = self
        if draft.label.isEmpty { draft.label = current.label }
        if draft.former.isEmpty { draft.former = current.former }
        if draft.shelf.isEmpty { draft.shelf = current.shelf }
        if draft.condition.isEmpty { draft.condition = current.condition }
        if draft.source.isEmpty { draft.source = current.source }
        if draft.note.isEmpty { draft.note = current.note }
        if draft.price == nil { draft.price = current.price }
        (draft.acquired, draft.origin) = (current.acquired, current.origin)
        return draft
    }
}
