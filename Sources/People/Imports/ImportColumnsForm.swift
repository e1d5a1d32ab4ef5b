import Forms
import Kernel
import Languages

/// What the page of the columns asks.
enum ImportColumnsForm {
    static let (tab, header) = ("tab", "header")
    static func column(_ place: Int) -> String { "column-\(place)" }

    /// Where the list begins, as an address or a form says it.
    static func place(_ typed: Typed, over saying: ImportSaying) -> ImportSaying {
        guard typed.has(tab) || typed.has(header) else { return saying }
        let tab = typed.number(Self.tab, in: 0...10_000) ?? saying.tab
        return ImportSaying(tab: tab, header: typed.number(header, in: 0...10_000_000))
    }

    /// All that was chosen.
    static func saying(_ typed: Typed) -> ImportSaying {
        let chosen = typed.fields.compactMap { field in
            Int(typed: field.name.dropFirst("column-".count), in: 0...10_000).flatMap { field.name == column($0) ? ($0, typed[field.name]) : nil }
        }
        return ImportSaying(
            tab: typed.number(tab, in: 0...10_000), header: typed.number(header, in: 0...10_000_000),
            meanings: Dictionary(chosen, uniquingKeysWith: { first, _ in first }))
    }

    /// - Throws: a problem at each column that means what another one means, and one for each that must be there and is not.
    static func check(_ reading: ImportReading, _ kind: [ImportColumn]) throws {
        let faults = reading.doubled(of: kind).map { column in
            let meaning = kind.first { $0.name == column.meaning }
            let names = Set([column.meaning ?? ""] + (meaning?.parts ?? []))
            let first = reading.columns.first { other in
                let parts = kind.first { $0.name == other.meaning }?.parts ?? []
                return other.place < column.place && !names.isDisjoint(with: [other.meaning ?? "-"] + parts)
            }
            return Problem.Fault(
                self.column(column.place),
                T.imports.columnChosenTwice(meaning: meaning.map { .phrase($0.label) } ?? "", column: .text(first.map(\.name) ?? "")))
        } + reading.missing(of: kind).map { Problem.Fault(nil, T.imports.columnNeeded(column: .phrase($0.label))) }
        if !faults.isEmpty { throw Problem(.invalid, faults) }
    }
}
