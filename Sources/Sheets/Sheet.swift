/// A table on its way out.
public struct Sheet: Sendable {
    public var name: String
    public var columns: [Column]
    public var rows: [[Cell]]

    public init(_ name: String, columns: [Column], rows: [[Cell]] = []) {
        (self.name, self.columns, self.rows) = (name, columns, rows)
    }

    /// A column and how its cells look.
    public struct Column: Sendable, ExpressibleByStringLiteral {
        /// The form of a column's numbers and dates. Texts are texts in any column.
        public enum Form: Hashable, Sendable {
            case plain
            /// Thousands are set apart; so many digits after the decimal mark.
            case decimal(Int)
            case date, dateAndTime, time
        }

        public var title: String
        /// In characters of the standard font.
        public var width: Double
        public var form: Form

        public init(_ title: String, width: Double = 18, _ form: Form = .plain) {
            (self.title, self.width, self.form) = (title, width, form)
        }

        public init(stringLiteral title: String) { self.init(title) }
    }

    /// The sheet as a workbook of its own.
    public func xlsx() throws(SheetProblem) -> [UInt8] { try [self].xlsx() }
}

extension [Sheet] {
    /// These sheets as one workbook, in their order.
    public func xlsx() throws(SheetProblem) -> [UInt8] {
        let writer = try SheetWriter()
        for sheet in self {
            try writer.begin(sheet.name, columns: sheet.columns)
            for row in sheet.rows { try writer.add(row) }
        }
        return try writer.finish()
    }
}
