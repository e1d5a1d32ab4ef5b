import Crypto
import Foundation
import Kernel
import Languages

/// What a file does, decided line by line before anything is written.
struct ImportPlan<Kind: Importable> {
    let kind: Kind
    let lines: [Line]
    let ignored: [String]
    let notes: [Phrase]

    struct Line {
        let read: ImportLine
        let title: String
        let fate: Fate
        /// What was made of it, also where it is refused; only of the first lines, for a page that shows them.
        var entry: Kind.Entry?
    }

    enum Fate {
        case added(Kind.Key, Kind.Entry)
        case changed(ID<Kind.Identified>, from: Kind.Entry, to: Kind.Entry)
        case unchanged
        case refused
    }

    /// - Parameter most: how many lines are decided; nil for all.
    init(_ list: ImportedList, most: Int? = nil, in act: Act) throws {
        var kind = try Kind(in: act)
        let table = try ImportTable(list, columns: Kind.columns)
        kind.look(at: table)
        var seen: [Kind.Key: (line: Int, entry: Kind.Entry?)] = [:]
        (ignored, notes) = (list.reading.ignored, table.notes)
        lines = table.lines.prefix(most ?? .max).map { Self.decide($0, kind, &seen, keepsEntry: most != nil) }
        self.kind = kind
    }

    private static func decide(
        _ line: ImportLine, _ kind: Kind, _ seen: inout [Kind.Key: (line: Int, entry: Kind.Entry?)], keepsEntry: Bool
    ) -> Line {
        var line = line
        let key = kind.key(of: &line)
        let standing = key.flatMap { kind.standing($0) }
        let entry = kind.entry(of: &line, over: standing?.entry)
        let title = entry.map { kind.title(of: $0) } ?? line["name"]
        let kept = keepsEntry ? entry : nil
        if let key {
            if let first = seen[key] {
                if let entry, let known = first.entry, line.faults.isEmpty, kind.repeats(entry, known) {
                    line.doubt(entry == known ? T.imports.rowSame(line: .number(first.line)) : T.imports.rowRepeats(line: .number(first.line)))
                    return Line(read: line, title: title, fate: .unchanged, entry: kept)
                }
                line.refuse(nil, T.imports.rowTwice(line: .number(first.line)))
            } else {
                seen[key] = (line.number, line.faults.isEmpty ? entry : nil)
            }
        }
        guard let key, let entry, line.faults.isEmpty else { return Line(read: line, title: title, fate: .refused, entry: kept) }
        guard let standing else { return Line(read: line, title: title, fate: .added(key, entry), entry: kept) }
        let fate: Fate = entry == standing.entry ? .unchanged : .changed(standing.id, from: standing.entry, to: entry)
        return Line(read: line, title: title, fate: fate, entry: kept)
    }

    var counts: ImportCounts {
        lines.reduce(into: ImportCounts()) { counts, line in
            switch line.fate {
            case .added: counts.added += 1
            case .changed: counts.changed += 1
            case .unchanged: counts.unchanged += 1
            case .refused: counts.refused += 1
            }
        }
    }
}

extension ImportPlan {
    func preview() throws -> ImportPreview {
        let labels = Dictionary(uniqueKeysWithValues: Kind.columns.map { ($0.name, $0.label) })
        return ImportPreview(steps: lines.map { step($0, labels) }, ignored: ignored, notes: notes, counts: counts, outcome: try outcome())
    }

    private func step(_ line: Line, _ labels: [String: Phrase]) -> ImportStep {
        let (way, differences): (ImportStep.Way, [ImportStep.Difference]) = switch line.fate {
        case .added: (.added, [])
        case .changed(_, let before, let after): (.changed, self.differences(before, after, labels))
        case .unchanged: (.unchanged, [])
        case .refused: (.refused, [])
        }
        let faults = line.read.faults.map { fault in (column: fault.column.flatMap { labels[$0] }, phrase: fault.phrase) }
        return ImportStep(line: line.read.number, title: line.title, way: way, differences: differences, faults: faults, doubts: line.read.doubts, values: values(line, labels))
    }

    /// What the row would hold; beside it what stands in the file under columns that are no part of it, such as its key.
    private func values(_ line: Line, _ labels: [String: Phrase]) -> [(column: String, value: Value)] {
        guard let entry = line.entry else { return [] }
        let values = kind.values(of: entry).map { (column: $0.column, value: $0.value) }
        return values + labels.keys.filter { name in !values.contains { $0.column == name } }.map { (column: $0, value: .text(line.read[$0])) }
    }

    private func differences(_ before: Kind.Entry, _ after: Kind.Entry, _ labels: [String: Phrase]) -> [ImportStep.Difference] {
        zip(kind.values(of: before), kind.values(of: after)).compactMap { before, after in
            guard before.value != after.value, let label = labels[after.column] else { return nil }
            return ImportStep.Difference(column: label, before: before.value, after: after.value)
        }
    }

    /// A digest of what happens to each line, and of what each changed row is before.
    private func outcome() throws -> String {
        let coder = JSONEncoder()
        coder.outputFormatting = .sortedKeys
        var hash = SHA256()
        for line in lines {
            switch line.fate {
            case .added: hash.update(data: Data("+\(line.read.number)".utf8))
            case .unchanged: hash.update(data: Data("=\(line.read.number)".utf8))
            case .refused: hash.update(data: Data("-\(line.read.number)".utf8))
            case .changed(_, let before, _):
                hash.update(data: Data("~\(line.read.number)".utf8))
                hash.update(data: try coder.encode(before))
            }
        }
        return Hex.text(hash.finalize().prefix(12))
    }
}
