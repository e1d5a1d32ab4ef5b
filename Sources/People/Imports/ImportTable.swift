import Kernel
package import Languages
package import Sheets

/// A file with how it is read.
package struct ImportedList: Sendable {
    package let file: SheetFile
    package let reading: ImportReading
    /// It was made of an old workbook, whose hidden rows nobody can tell.
    let isOld: Bool

    package init(_ file: SheetFile, _ reading: ImportReading, isOld: Bool = false) { (self.file, self.reading, self.isOld) = (file, reading, isOld) }

    /// Of the sheet that is read.
    var lines: Int { file.tabs[reading.tab].lines.count }

    /// Whether nothing of how it is read was guessed and nothing is missing; whole names in one column are always shown first.
    package func isClear(for columns: [ImportColumn]) -> Bool {
        let isKnown = if case .text(let charset, _, let isSure) = file.form { charset.isUsual && isSure } else { true }
        let isWhole = reading.columns.contains { column in column.reason == .head && columns.contains { $0.name == column.meaning && !$0.parts.isEmpty } }
        return isKnown && !isWhole && reading.isCertain && reading.missing(of: columns).isEmpty && reading.doubled(of: columns).isEmpty
    }
}

/// The lines of a list under the columns of a kind, without what only stands between them: sums, numbers of columns, heads that are repeated on each page.
package struct ImportTable {
    package let lines: [ImportLine]
    /// What is known of how the file was read.
    package let notes: [Phrase]
    private let heads: [String: String]

    /// - Throws: `Problem` at `file` when a column is missing or stands there twice, or nothing stands under the heads.
    package init(_ list: ImportedList, columns: [ImportColumn]) throws {
        let reading = list.reading
        try reading.check(columns)
        let table: Table
        do { table = try list.file.table(reading.tab, header: reading.header) } catch { throw Problem.invalid("file", ImportFile.phrase(error)) }
        var notes = Self.notes(list)
        let places = reading.places
        let required = Set(columns.filter(\.isRequired).flatMap { column in
            [column.name] + columns.filter { $0.parts.contains(column.name) }.map(\.name)
        }).compactMap { places[$0] }
        var lines: [ImportLine] = []
        lines.reserveCapacity(table.rows.count)
        let header = table.header.map(ImportProposal.folded)
        for row in table.rows {
            if let between = RowBetween(row, heads: header, isFirst: lines.isEmpty, required: required) {
                notes.append(between.note(row.line))
            } else {
                var line = ImportLine(row, places: places)
                line.check(columns)
                lines.append(line)
            }
        }
        let hidden = table.rows.count(where: \.isHidden)
        if hidden > 0 { notes.append(T.imports.noteHidden(count: hidden)) }
        (self.lines, self.notes) = (lines, notes)
        heads = places.mapValues { table.header[$0] }
        guard !lines.isEmpty else { throw Problem.invalid("file", T.imports.fileWithoutRows) }
    }

    /// The head under which a column of the kind stands.
    package func head(of column: String) -> String { heads[column] ?? "" }

    /// What the file itself tells, whatever its columns mean.
    static func notes(_ list: ImportedList) -> [Phrase] {
        let (file, reading) = (list.file, list.reading), tab = file.tabs[reading.tab]
        var notes: [Phrase] = []
        switch file.form {
        case .text(let charset, _, _) where !charset.isUsual: notes.append(T.imports.noteOldCharset(charset: .text(charset.rawValue)))
        case .text(let charset, _, false): notes.append(T.imports.noteCharset(charset: .text(charset.rawValue)))
        default: break
        }
        if file.tabs.count(where: { !$0.lines.isEmpty }) > 1 { notes.append(T.imports.noteTab(tab: .text(tab.name))) }
        if reading.header > (tab.lines.first?.number ?? 0) { notes.append(T.imports.noteHeader(line: .number(reading.header))) }
        if reading.header == 0 { notes.append(T.imports.noteNoHeader) }
        if list.isOld { notes.append(T.imports.noteOldHidden) }
        if tab.merged > 0 { notes.append(T.imports.noteMerged(count: tab.merged)) }
        return notes
    }
}

extension ImportReading {
    /// - Throws: `Problem` at `file` when a column that must be there is missing, with what was found, or two say the same.
    func check(_ kind: [ImportColumn]) throws {
        let doubled = doubled(of: kind) + columns.filter { column in if case .twice = column.reason { true } else { false } }
        if let column = doubled.first { throw Problem.invalid("file", T.imports.columnTwice(column: .text(column.head))) }
        let missing = missing(of: kind)
        guard let first = missing.first else { return }
        let heads = columns.map(\.head).filter { !$0.isEmpty }
        let spellings = Value.text(first.spellings.joined(separator: ", "))
        if heads.isEmpty { throw Problem.invalid("file", T.imports.columnMissing(column: .phrase(first.label), spellings: spellings)) }
        let found = heads.prefix(12).joined(separator: ", ") + (heads.count > 12 ? " …" : "")
        throw Problem.invalid("file", T.imports.columnMissingAmong(column: .phrase(first.label), found: .text(found), spellings: spellings))
    }
}

/// A row that stands between the rows of a list and is none of them.
private enum RowBetween {
    /// A sum, with its words.
    case sum(String)
    /// 1, 2, 3 under the heads.
    case numbers
    /// The heads once more, as at the top of each printed page.
    case heads
    /// A remark below the list: who signed, and when.
    case remark(String)

    init?(_ row: TableRow, heads: [String], isFirst: Bool, required: [Int]) {
        let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
        if isFirst, filled.count > 2, filled.enumerated().allSatisfy({ row.cells[$0.element].text.trimmingSuffix(".") == "\($0.offset + 1)" }) {
            self = .numbers
            return
        }
        if filled.count > 1, filled.allSatisfy({ place in !heads[place].isEmpty && ImportProposal.folded(row.cells[place].text) == heads[place] }) {
            self = .heads
            return
        }
        let texts = filled.map { row.cells[$0].text }
        if texts.count == 1, required.count > 1, let text = texts.first, text.contains(":"), !text.contains("@"), !Self.isSum(text) {
            self = .remark(text)
            return
        }
        // A sum alone among numbers, in whatever column they stand.
        if let word = texts.first(where: Self.isOnlySum), texts.allSatisfy({ Self.isOnlySum($0) || $0.allSatisfy { $0.isNumber || " .,".contains($0) } }) {
            self = .sum(word)
            return
        }
        // Where something stands that a row must have, it is a row, whatever its words begin with.
        let isRow = required.contains { !row.cells[$0].isEmpty && !Self.isSum(row.cells[$0].text) }
        guard !isRow, let word = filled.map({ row.cells[$0].text }).first(where: Self.isSum) else { return nil }
        self = .sum(word)
    }

    func note(_ line: Int) -> Phrase {
        switch self {
        case .sum(let word): T.imports.noteSum(line: .number(line), word: .text(word))
        case .numbers: T.imports.noteNumbers(line: .number(line))
        case .heads: T.imports.noteHeads(line: .number(line))
        case .remark(let text): T.imports.noteRemark(line: .number(line), text: .text(text.count > 60 ? text.prefix(60) + "…" : text))
        }
    }

    private static func isSum(_ text: String) -> Bool {
        let tokens = Fold.tokens(text)
        if tokens.isEmpty { return ["∑", "Σ", "∑:", "Σ:"].contains(text) }
        return words.contains(tokens[0]) || (tokens.count > 1 && words.contains(tokens[0] + tokens[1]))
    }

    /// With nothing beside it but a number.
    private static func isOnlySum(_ text: String) -> Bool {
        let tokens = Fold.tokens(text).filter { !$0.allSatisfy(\.isNumber) }
        return isSum(text) && tokens.count <= 2 && (tokens.count < 2 || words.contains(tokens.joined()))
    }

    private static let words: Set<String> = [
        "ukupno", "svega", "sveukupno", "zbir", "zbirno", "suma", "total", "viso", "iviso", "isviso", "bendrai", "ukupanbroj", "brojzaposlenih", "brojucesnika",
        "brojpolaznika",
    ]
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
