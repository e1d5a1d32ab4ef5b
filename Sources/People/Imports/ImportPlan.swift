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
        var fate: Fate
        /// Of whom it may speak; empty where that is sure.
        var doubt: ImportDoubt?
        /// What was made of it, also where it is refused; only of the first lines, for a page that shows them.
        var entry: Kind.Entry?
    }

    enum Fate {
        /// - Parameter apart: those of whom somebody said that they are others.
        case added(Kind.Key, Kind.Entry, apart: [ID<Kind.Identified>])
        case changed(ID<Kind.Identified>, from: Kind.Entry, to: Kind.Entry)
        case unchanged
        /// Of whom it speaks is not said yet.
        case doubtful
        /// Somebody said that it is left out.
        case left
        case refused
    }

    /// - Parameters:
    ///   - choices: what was said of doubtful lines, by their numbers; nil where nobody can be asked, who refuses them.
    ///   - most: how many lines are decided; nil for all.
    init(_ list: ImportedList, _ choices: [Int: ImportChoice]?, most: Int? = nil, in act: Act) throws {
        var kind = try Kind(in: act)
        let table = try ImportTable(list, columns: Kind.columns)
        kind.look(at: table)
        (ignored, notes) = (list.reading.ignored, table.notes)
        var deciding = ImportDeciding(kind, choices, keepsEntry: most != nil)
        for line in table.lines.prefix(most ?? .max) { deciding.decide(line) }
        (self.kind, lines) = (deciding.kind, deciding.lines)
    }

    var counts: ImportCounts {
        lines.reduce(into: ImportCounts()) { counts, line in
            switch line.fate {
            case .added: counts.added += 1
            case .changed: counts.changed += 1
            case .unchanged: counts.unchanged += 1
            case .doubtful: counts.doubtful += 1
            case .left: counts.left += 1
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
        case .doubtful: (.doubtful, [])
        case .left: (.left, [])
        case .refused: (.refused, [])
        }
        let faults = line.read.faults.map { fault in (column: fault.column.flatMap { labels[$0] }, phrase: fault.phrase) }
        return ImportStep(line: line.read.number, title: line.title, way: way, differences: differences, faults: faults, doubts: line.read.doubts,
            doubt: line.doubt, values: values(line, labels))
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
            case .doubtful: hash.update(data: Data("?\(line.read.number)".utf8))
            case .left, .refused: hash.update(data: Data("-\(line.read.number)".utf8))
            case .changed(let id, let before, _):
                hash.update(data: Data("~\(line.read.number) \(id)".utf8))
                hash.update(data: try coder.encode(before))
            }
        }
        return Hex.text(hash.finalize().prefix(12))
    }
}
