import Events
import Foundation
import Kernel
import Languages
import Sheets

/// The list for an audit as a workbook: each entry with its paper.
struct EvidenceSheet {
    let t: Texts
    let evidence: PurseEvidence

    var sheet: Sheet {
        let columns = [
            Sheet.Column(t(T.purses.entry), width: 10), Sheet.Column(t(T.purses.day), width: 12, .date), Sheet.Column(t(T.purses.entryKind), width: 22),
            Sheet.Column(t(T.purses.words), width: 44), Sheet.Column(t(T.purses.forWhom), width: 26), Sheet.Column(t(T.purses.reserved), width: 16, .decimal(2)),
            Sheet.Column(t(T.purses.spent), width: 16, .decimal(2)), Sheet.Column(t(T.purses.currency), width: 8), Sheet.Column(t(T.purses.paper), width: 30),
            Sheet.Column(t(T.purses.eventNumber), width: 12),
        ]
        return Sheet(t(T.purses.evidence), columns: columns, rows: evidence.entries.map(row))
    }

    private func row(_ entry: LedgerEntry) -> [Cell] {
        let own = entry.lines.filter { $0.mark.purse == evidence.purse.id }
        func sum(_ role: LedgerRole) -> Cell {
            let minor = own.reduce(0) { $1.role == role ? $0 + $1.amount.minor : $0 }
            return minor == 0 ? .empty : .number(Decimal(minor) / 100)
        }
        let person = own.lazy.compactMap(\.mark.person).first.flatMap { evidence.names[$0.value] }, event = own.lazy.compactMap(\.mark.event).first
        return [
            .number(Int(entry.id.value)), .date(entry.day.iso), .text(evidence.kinds[entry.kind].map { t($0) } ?? entry.kind),
            .text(entry.words), person.map { .text($0) } ?? .empty, sum(.reserved), sum(.spent), .text(evidence.purse.currency.rawValue),
            evidence.papers[entry.id].map { .text($0.name) } ?? .empty, event.map { .number(Int($0.value)) } ?? .empty,
        ]
    }
}
