extension CSV {
    /// For whom a file is written.
    public enum Dialect: Sendable {
        /// Spreadsheets in Serbia and Lithuania: UTF-8 with a byte order mark, `;`, decimal comma.
        case office
        /// Programs: UTF-8 without a mark, `,`, decimal point.
        case plain
    }
}

extension Sheet {
    /// The sheet as CSV with CRLF at the ends of lines. People's texts cannot run as formulas; dates stay ISO.
    public func csv(_ dialect: CSV.Dialect = .office) -> [UInt8] {
        var bytes: [UInt8] = dialect == .office ? [0xEF, 0xBB, 0xBF] : []
        for row in [columns.map { .text($0.title) }] + rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { bytes.append(dialect == .office ? CSV.Delimiter.semicolon.rawValue : CSV.Delimiter.comma.rawValue) }
                bytes.append(contentsOf: dialect.text(of: cell).utf8)
            }
            bytes.append(contentsOf: [0x0D, 0x0A])
        }
        return bytes
    }
}

extension CSV.Dialect {
    fileprivate func text(of cell: Cell) -> String {
        switch cell {
        case .empty: ""
        // A zero would make readers take the file for no text at all.
        case .text(let text), .error(let text): quoted(FormulaGuard.put(on: text.replacing("\0", with: "")))
        case .number where self == .office: cell.text.replacing(".", with: ",")
        case .number, .date, .truth: quoted(cell.text)
        }
    }

    private func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D].contains($0) }) else { return text }
        // By bytes: a mark that stands on a quotation mark makes one letter of the two, which is no quotation mark any more.
        let doubled = text.utf8.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
        return String(decoding: [0x22] + doubled + [0x22], as: UTF8.self)
    }
}
