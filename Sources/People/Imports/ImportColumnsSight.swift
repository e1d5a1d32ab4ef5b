import Languages
import Sheets

/// A file as the page of its columns shows it.
struct ImportColumnsSight: Sendable {
    /// So many lines are shown as they will be read.
    static let shown = 20
    /// So many lines of the sheet as it is, from which the heads are chosen.
    private static let top = 10
    private static let samples = 3

    let draft: ImportDraft
    let kind: any Importable.Type
    let reading: ImportReading
    /// The sheets with their places.
    let tabs: [(place: Int, name: String, isHidden: Bool)]
    let lines: [SheetLine]
    /// The first lines as they will be read; nil while a column is missing.
    let preview: ImportPreview?
    /// What is known of how the file was read.
    let notes: [Phrase]
    private let rows: [SheetLine]

    init(_ draft: ImportDraft, _ kind: any Importable.Type, _ list: ImportedList, _ preview: ImportPreview?) {
        self.draft = draft
        self.kind = kind
        self.preview = preview
        notes = preview?.notes ?? ImportTable.notes(list)
        reading = list.reading
        tabs = list.file.tabs.enumerated().filter { !$0.element.lines.isEmpty }.map { ($0.offset, $0.element.name, $0.element.isHidden) }
        let all = list.file.tabs[list.reading.tab].lines
        let header = all.firstIndex { $0.number == list.reading.header } ?? 0
        lines = Array(all.prefix(max(Self.top, header + 2)))
        rows = Array(all.filter { $0.number > list.reading.header }.prefix(50))
    }

    /// What stands in the first rows of a column, each once.
    func samples(of column: ImportReading.Column) -> [String] {
        let texts = rows.compactMap { column.place < $0.cells.count ? WrittenText.line($0.cells[column.place].text) : nil }.filter { !$0.isEmpty }
        return Array(texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(Self.samples)).map(Self.short)
    }

    /// The columns of the kind that the first lines fill.
    var filled: [ImportColumn] {
        let meanings = Set(reading.columns.compactMap(\.meaning))
        let parts = Set(kind.columns.filter { meanings.contains($0.name) }.flatMap(\.parts))
        return kind.columns.filter { (meanings.contains($0.name) && $0.parts.isEmpty) || parts.contains($0.name) }
    }

    static func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
}
