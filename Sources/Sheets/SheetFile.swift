/// A file as it came: all its tabs, line by line, and what is known of how it was read.
public struct SheetFile: Sendable {
    public enum Form: Hashable, Sendable {
        /// - Parameter isSure: whether no other charset would read other letters just as well.
        case text(Charset, CSV.Delimiter, isSure: Bool)
        /// - Parameter hasMacros: it carries a program, which nothing here runs.
        case workbook(hasMacros: Bool)
    }

    /// A sheet of the file; a text file is one without a name.
    public struct Tab: Sendable {
        public let name: String
        public let isHidden: Bool
        public let lines: [SheetLine]
        /// Cells that were given the value of the merged cell they are part of.
        public let merged: Int

        init(name: String, isHidden: Bool = false, lines: [SheetLine], merged: Int = 0) {
            (self.name, self.isHidden, self.lines, self.merged) = (name, isHidden, lines, merged)
        }
    }

    public let form: Form
    public let tabs: [Tab]

    /// Reads XLSX, ODS or CSV, told apart by their content.
    /// - Throws: `.oldExcel` for what `OldExcel` reads.
    public init(reading bytes: [UInt8], limits: Limits = Limits()) throws(SheetProblem) {
        guard bytes.count <= limits.bytes else { throw SheetProblem(.tooMuch(.bytes, limit: limits.bytes)) }
        switch Kind(of: bytes) {
        case .zip:
            (form, tabs) = try bytes.withUnsafeBufferPointer { bytes throws(SheetProblem) in
                let archive = try Archive(bytes, limits: limits)
                if try OpenDocument.isOne(archive) { return (.workbook(hasMacros: false), try OpenDocument(in: archive, limits).tabs) }
                let book = try XLSX(in: archive, limits)
                return (.workbook(hasMacros: book.hasMacros), book.tabs)
            }
        case .compound: throw SheetProblem(Self.isLocked(bytes) ? .locked : .oldExcel)
        case .picture: throw SheetProblem(.unknownKind)
        case .text:
            let csv = try CSV(reading: bytes, limits: limits)
            (form, tabs) = (.text(csv.charset, csv.delimiter, isSure: csv.isSure), [Tab(name: "", lines: csv.lines)])
        }
        guard tabs.contains(where: { !$0.lines.isEmpty }) else { throw SheetProblem(.empty) }
    }

    /// A workbook under a password is a file of the old form with the whole of it inside, under this name in UTF-16.
    private static func isLocked(_ bytes: [UInt8]) -> Bool { bytes.prefix(1 << 16).firstRange(of: Array("EncryptedPackage".utf8).flatMap { [$0, 0] }) != nil }

    /// The tab with that name, letter case and blanks apart.
    public func tab(_ name: String) -> Int? { tabs.firstIndex { Columns.key($0.name) == Columns.key(name) } }

    /// The table of a tab under a row of heads.
    /// - Parameter header: the number of the line that holds the heads; nil for the first, 0 where there is none and every line is a row.
    public func table(_ tab: Int, header: Int? = nil) throws(SheetProblem) -> Table {
        let isText = if case .text = form { true } else { false }
        let sheet = tabs[tab]
        return try Table(name: sheet.name, lines: sheet.lines, header: header, widens: !isText)
    }
}

/// What a file is, by its first bytes.
private enum Kind {
    case zip, compound, picture, text

    init(of bytes: [UInt8]) {
        self =
            if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { .zip }
            else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { .compound }
            else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) { .picture }
            else { .text }
    }
}
