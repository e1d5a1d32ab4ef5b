import Languages
package import Sheets

/// The forms in which banks and treasuries hand out statements.
package enum StatementKind: String, CaseIterable, Sendable {
    case halcom, asseco, rol, treasury, camt
    /// A list whose columns somebody named.
    case list
}

/// A file of statements, read whole or refused whole.
package struct StatementFile: Sendable {
    package let kind: StatementKind
    package let statements: [BroughtStatement]
    /// In which letters it was written; nil where the file says so itself.
    package let charset: Charset?
    /// Whether they may be other letters as well.
    package let isSure: Bool

    /// So many lines a file brings at most: a year of a busy centre.
    package static let linesMost = 20_000

    /// - Parameter recap: the recapitulation that Halcom's programs write beside a statement.
    package init(_ bytes: [UInt8], recap: [UInt8]? = nil) throws(StatementProblem) {
        let plain = try Self.text(bytes), recap = try recap.map { bytes throws(StatementProblem) in try Self.text(bytes).text }
        let (kind, statements) = try Self.read(plain.text, recap: recap)
        guard statements.contains(where: { !$0.account.isEmpty || !$0.lines.isEmpty }) else { throw .empty }
        guard statements.reduce(0, { $0 + $1.lines.count }) <= Self.linesMost else { throw .tooLarge }
        (self.kind, self.statements) = (kind, statements)
        (charset, isSure) = (plain.charset == .utf8 ? nil : plain.charset, plain.isSure)
    }

    private static func text(_ bytes: [UInt8]) throws(StatementProblem) -> PlainText {
        var limits = Limits()
        limits.bytes = 16 << 20
        if bytes.starts(with: Array("%PDF".utf8)) { throw .printed }
        do throws(SheetProblem) { return try PlainText(bytes, limits: limits) } catch {
            if case .tooMuch = error.what { throw .tooLarge }
            throw .unknown
        }
    }

    private static func read(_ text: String, recap: String?) throws(StatementProblem) -> (StatementKind, [BroughtStatement]) {
        let head = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        switch head.first {
        case "<":
            let root: XMLPart
            do throws(SheetProblem) { root = try XMLPart(document: String(head)) } catch { throw Self.problem(error) }
            return try read(root)
        case "{", "[":
            guard let root = XMLPart(json: String(head)) else { throw .damaged }
            return (.treasury, [try TreasuryStatement.read(root)])
        default:
            guard HalcomStatement.isOne(text) else { throw .unknown }
            return (.halcom, try HalcomStatement.read(text, recap: recap))
        }
    }

    private static func read(_ root: XMLPart) throws(StatementProblem) -> (StatementKind, [BroughtStatement]) {
        switch root.name.lowercased() {
        case "stmtrs", "pmtnotification": return (.asseco, [try AssecoStatement.read(root)])
        case "stmtrslist":
            var all: [BroughtStatement] = []
            for part in root.parts where ["stmtrs", "pmtnotification"].contains(part.name) { all.append(try AssecoStatement.read(part)) }
            return (.asseco, all)
        case "transakcioniracunprivredaizvod", "racunprivredaizvod": return (.rol, [try RolStatement.read(root)])
        case "document":
            guard let message = root["BkToCstmrStmt"] else { throw .unknown }
            return (.camt, try Camt053Statement.read(message))
        default:
            guard TreasuryStatement.isOne(root) else { throw .unknown }
            return (.treasury, [try TreasuryStatement.read(root)])
        }
    }

    private static func problem(_ problem: SheetProblem) -> StatementProblem {
        if case .tooMuch = problem.what { .tooLarge } else { .damaged }
    }
}
