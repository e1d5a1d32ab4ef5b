package import Kernel
package import Languages
package import Sheets

/// Finds out how a file is meant to be read: by what somebody said, by what was said of the last file of these heads, by the heads, by what stands below them.
package struct ImportProposal {
    private let columns: [ImportColumn]
    /// The column of a folded head, in any language.
    private let known: [String: String]
    /// Words of the heads that may stand among others, the longest first.
    private let words: [(stems: [String], said: String, column: String)]
    private let lastTime: ImportMemory

    package init(_ kind: any Importable.Type, lastTime: ImportMemory = ImportMemory(), in act: Act) {
        self.init(kind.columns, lastTime: lastTime, in: act)
    }

    package init(_ columns: [ImportColumn], lastTime: ImportMemory = ImportMemory(), in act: Act) {
        self.init(columns, lastTime: lastTime) { act.spellings(of: $0) }
    }

    init(_ columns: [ImportColumn], lastTime: ImportMemory = ImportMemory(), spellings: (Phrase) -> [String]) {
        self.columns = columns
        self.lastTime = lastTime
        let all = columns.flatMap { column in (column.spellings + spellings(column.label)).map { (said: $0, column: column.name) } }
        known = Dictionary(all.map { (Self.folded($0.said), $0.column) }, uniquingKeysWith: { first, _ in first })
        words = all.map { (Self.stems($0.said), $0.said, $0.column) }
            .filter { $0.0.joined().count >= 3 && !Self.general.contains($0.0) }
            .sorted { ($0.0.count, $0.0.joined().count) > ($1.0.count, $1.0.joined().count) }
    }

    /// Words that say nothing when they stand beside others: *broj učesnika* is no number of a programme.
    private static let general = Set(["broj", "nr", "numeris", "naziv", "ime", "name", "title", "code", "kodas", "id", "vrsta", "tip", "k", "p", "mb",
        "zaposleni", "nastavnik", "učesnik", "polaznik", "dalyvis"].map(stems))

    // MARK: The whole

    package func reading(of file: SheetFile, saying: ImportSaying = ImportSaying()) -> ImportReading {
        let tab = saying.tab.flatMap { file.tabs.indices.contains($0) ? $0 : nil } ?? self.tab(of: file)
        let lines = file.tabs[tab].lines
        let header = saying.header ?? self.header(of: lines)
        let heads = lines.first { $0.number == header }?.cells.map(\.text) ?? []
        let rows = lines.filter { $0.number > header }
        let width = rows.prefix(1_000).reduce(heads.count) { max($0, $1.width) }
        let columns = (0..<width).map { ImportReading.Column(place: $0, head: $0 < heads.count ? heads[$0] : "") }
        return ImportReading(tab: tab, header: header, columns: meant(columns, Array(rows.prefix(Self.looked)), saying))
    }

    /// So many lines are looked at.
    private static let looked = 60

    /// The sheet in sight with the heads that say most.
    private func tab(of file: SheetFile) -> Int {
        let seen = file.tabs.indices.filter { !file.tabs[$0].isHidden && !file.tabs[$0].lines.isEmpty }
        let all = seen.isEmpty ? file.tabs.indices.filter { !file.tabs[$0].lines.isEmpty } : seen
        let scores = all.map { place in file.tabs[place].lines.prefix(Self.looked).map { score($0) }.max() ?? 0 }
        return scores.indices.max { scores[$0] < scores[$1] }.map { all[$0] } ?? 0
    }

    /// The line whose cells are heads; 0 when already the first of them is a row.
    private func header(of lines: [SheetLine]) -> Int {
        let first = lines.prefix(Self.looked)
        if let last = first.first(where: { lastTime.meanings(of: $0.cells.map(\.text)) != nil }) { return last.number }
        let scores = first.map { score($0) }
        if let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= Self.enough { return first[first.startIndex + best].number }
        guard let widest = first.map(\.width).max(), let head = first.first(where: { $0.width * 2 > widest }) else { return 0 }
        let isRow = head.cells.contains { cell in columns.contains { $0.looks?(cell.text) ?? false } }
        return isRow ? 0 : head.number
    }

    /// How much a line says as heads: known ones count ten, those that hold known words three.
    private func score(_ line: SheetLine) -> Int {
        var found: [String: Int] = [:]
        for cell in line.cells {
            guard case .text = cell else { continue }
            if let name = known[Self.folded(cell.text)] {
                found[name] = 10
            } else if cell.text.count < 60, let held = held(in: cell.text) {
                found[held.column] = max(found[held.column] ?? 0, 3)
            }
        }
        return found.values.reduce(0, +)
    }

    /// A single known head, or three that hold known words.
    private static let enough = 9

    // MARK: Columns

    private func meant(_ columns: [ImportReading.Column], _ rows: [SheetLine], _ saying: ImportSaying) -> [ImportReading.Column] {
        var columns = columns
        if let said = saying.meanings {
            for place in columns.indices { put(said[place].flatMap { $0.isEmpty ? nil : $0 }, .said, &columns[place]) }
            return columns
        }
        if let meanings = lastTime.meanings(of: columns.map(\.head)) {
            for place in columns.indices { put(meanings[place], .lastTime, &columns[place]) }
            return columns
        }
        var taken: [String: String] = [:]
        func take(_ name: String, _ reason: ImportReading.Reason, _ place: Int) {
            let parts = self.columns.first { $0.name == name }?.parts ?? []
            let same = ([name] + parts).compactMap { taken[$0] }.first
            if let same {
                if reason == .head { columns[place].reason = .twice(same) }
                return
            }
            put(name, reason, &columns[place])
            for name in [name] + parts { taken[name] = columns[place].head }
        }
        let whole = Set(self.columns.filter { !$0.parts.isEmpty }.map(\.name))
        // Parts before what stands for them together.
        for isWhole in [false, true] {
            for column in columns {
                if let name = known[Self.folded(column.head)], whole.contains(name) == isWhole { take(name, .head, column.place) }
            }
        }
        for column in columns where column.meaning == nil && column.reason == nil {
            if let held = held(in: column.head) { take(held.column, .headHolds(held.said), column.place) }
        }
        for column in columns where column.meaning == nil && column.reason == nil {
            let cells = rows.compactMap { column.place < $0.cells.count && !$0.cells[column.place].isEmpty ? $0.cells[column.place].text : nil }
            if let (name, count) = looking(cells, besides: taken) { take(name, .cells(count, of: cells.count), column.place) }
        }
        return columns
    }

    private func put(_ meaning: String?, _ reason: ImportReading.Reason, _ column: inout ImportReading.Column) {
        column.meaning = meaning.flatMap { name in columns.contains { $0.name == name } ? name : nil }
        column.reason = column.meaning == nil ? nil : reason
    }

    /// The known head that stands in another, with all its words.
    private func held(in head: String) -> (said: String, column: String)? {
        let stems = Set(Self.stems(head))
        guard stems.count > 0 else { return nil }
        return words.first { $0.stems.allSatisfy(stems.contains) }.map { ($0.said, $0.column) }
    }

    /// The one kind of column that at least three of five cells look like.
    private func looking(_ cells: [String], besides taken: [String: String]) -> (column: String, count: Int)? {
        guard !cells.isEmpty else { return nil }
        let counts = columns.compactMap { column in
            column.looks.map { looks in (column: column.name, count: cells.count(where: looks)) }
        }.filter { $0.count * 5 >= cells.count * 3 && taken[$0.column] == nil }
        return counts.max { $0.count < $1.count }
    }

    static func folded(_ head: String) -> String { Fold.tokens(head).joined(separator: " ") }

    private static func stems(_ text: String) -> [String] { Fold.tokens(text).map { Stem.of($0, in: .sr) ?? $0 } }
}
