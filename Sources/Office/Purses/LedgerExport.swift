import Foundation
import Kernel
import Languages
import Sheets

/// The ledger for the bookkeeper's own program: a row for each line, debit and credit in two columns, written as it is read.
struct LedgerExport {
    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    let t: Texts
    let accounts: [LedgerAccount.ID: (code: String, name: String)]
    let kinds: [String: String]
    let purses: [Int64: String]

    /// More rows than that no sheet of a workbook holds; the next begins.
    private static let sheetMost = 1_000_000

    init(t: Texts, accounts: [LedgerAccount], kinds: [LedgerKind], purses: [Purse]) {
        self.t = t
        self.accounts = Dictionary(accounts.map { ($0.id, (code: $0.code, name: $0.name.isEmpty ? t($0.role.label) : $0.name)) }) { first, _ in first }
        self.kinds = Dictionary(kinds.map { ($0.code, t($0.name)) }) { first, _ in first }
        self.purses = Dictionary(purses.map { ($0.id.value, $0.name) }) { first, _ in first }
    }

    private var columns: [Sheet.Column] {
        [
            Sheet.Column(t(T.purses.entry), width: 10), Sheet.Column(t(T.purses.day), width: 12, .date), Sheet.Column(t(T.purses.entryKind), width: 20),
            Sheet.Column(t(T.purses.words), width: 40), Sheet.Column(t(T.purses.code), width: 12), Sheet.Column(t(T.purses.account), width: 26),
            Sheet.Column(t(T.purses.debit), width: 16, .decimal(2)), Sheet.Column(t(T.purses.credit), width: 16, .decimal(2)),
            Sheet.Column(t(T.purses.currency), width: 8), Sheet.Column(t(T.purses.purse), width: 30), Sheet.Column(t(T.purses.year), width: 8),
            Sheet.Column(t(T.purses.eventNumber), width: 12), Sheet.Column(t(T.purses.shareNumber), width: 12), Sheet.Column(t(T.purses.note), width: 30),
        ]
    }

    /// As a workbook.
    func xlsx(_ each: ((LedgerListStore.Line) throws -> Void) throws -> Void) throws -> [UInt8] {
        let writer = try SheetWriter(), name = t(T.purses.ledger), columns = columns
        var rows = 0
        try writer.begin(name, columns: columns)
        try each { line in
            if rows == Self.sheetMost {
                try writer.begin(name, columns: columns)
                rows = 0
            }
            rows += 1
            try writer.add(cells(line))
        }
        return try writer.finish()
    }

    private func cells(_ line: LedgerListStore.Line) -> [Cell] {
        let account = accounts[line.account], debit = max(0, line.amount), credit = max(0, -line.amount)
        func number(_ number: Int64?) -> Cell { number.map { .number(Int($0)) } ?? .empty }
        func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
        return [
            .number(Int(line.entry)), .date(line.day), .text(kinds[line.kind] ?? line.kind), text(line.words), text(account?.code ?? ""), text(account?.name ?? ""),
            debit == 0 ? .empty : .number(Money.decimal(debit)), credit == 0 ? .empty : .number(Money.decimal(credit)), .text(line.currency),
            text(line.purse.flatMap { purses[$0] } ?? ""), line.year.map { .number($0) } ?? .empty, number(line.event), number(line.share), text(line.note),
        ]
    }

    /// As text with commas and points, for programs: written byte by byte, for a year may have a million lines.
    func csv(_ each: ((LedgerListStore.Line) throws -> Void) throws -> Void) throws -> [UInt8] {
        var bytes = Sheet("", columns: columns).csv(.plain)
        bytes.reserveCapacity(1 << 20)
        let accounts = accounts.mapValues { Array("\(Self.quoted($0.code)),\(Self.quoted($0.name))".utf8) }
        let kinds = kinds.mapValues { Array(Self.quoted($0).utf8) }, purses = purses.mapValues { Array(Self.quoted($0).utf8) }, comma = UInt8(ascii: ",")
        func add(_ number: Int64?) { if let number { bytes.append(contentsOf: String(number).utf8) } }
        func add(_ text: String) { if !text.isEmpty { Self.add(text, to: &bytes) } }
        func add(money minor: Int) {
            guard minor > 0 else { return }
            bytes.append(contentsOf: String(minor / 100).utf8)
            bytes.append(UInt8(ascii: "."))
            bytes.append(UInt8(ascii: "0") + UInt8(minor % 100 / 10))
            bytes.append(UInt8(ascii: "0") + UInt8(minor % 10))
        }
        try each { line in
            add(line.entry); bytes.append(comma)
            bytes.append(contentsOf: line.day.utf8); bytes.append(comma)
            if let kind = kinds[line.kind] { bytes.append(contentsOf: kind) } else { add(line.kind) }
            bytes.append(comma)
            add(line.words); bytes.append(comma)
            bytes.append(contentsOf: accounts[line.account] ?? [comma]); bytes.append(comma)
            add(money: line.amount); bytes.append(comma)
            add(money: -line.amount); bytes.append(comma)
            bytes.append(contentsOf: line.currency.utf8); bytes.append(comma)
            if let purse = line.purse.flatMap({ purses[$0] }) { bytes.append(contentsOf: purse) }
            bytes.append(comma)
            add(line.year.flatMap { Int64(exactly: $0) }); bytes.append(comma)
            add(line.event); bytes.append(comma)
            add(line.share); bytes.append(comma)
            add(line.note)
            bytes.append(contentsOf: [0x0D, 0x0A])
        }
        return bytes
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        if !text.isEmpty { add(text, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text that cannot run as a formula and does not end its cell. What needs more than quotation marks, `Sheet` writes.
    private static func add(_ text: String, to bytes: inout [UInt8]) {
        var isPlain = true, isStrange = false, isFirst = true
        for byte in text.utf8 {
            switch byte {
            case 0: isStrange = true
            case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
                if isFirst { isStrange = true } else if byte < 0x20 { isPlain = false }
            case 0x22, 0x2C, 0x3B, 0x0A: isPlain = false
            default: break
            }
            isFirst = false
        }
        if isStrange {
            bytes.append(contentsOf: Sheet("", columns: [""], rows: [[.text(text)]]).csv(.plain).dropFirst(2).dropLast(2))
        } else if isPlain {
            bytes.append(contentsOf: text.utf8)
        } else {
            bytes.append(0x22)
            for byte in text.utf8 {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
    }
}

extension Money {
    /// An amount of hundredths as a number of whole ones.
    fileprivate static func decimal(_ minor: Int) -> Decimal { Decimal(sign: .plus, exponent: -2, significand: Decimal(minor)) }
}
