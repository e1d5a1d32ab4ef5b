package import Languages

/// A table of a report, finished: lines with their numbers, what they come to, and what is not told of single ones.
package struct ReportTable: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        /// The row that it is about, and the line of which it is a part.
        package var subject: Int64?
        package var under: Int64?
        /// What it is called: words of people, or a code of the program (`ReportPart.hasCodes`).
        package let name: String
        package let detail: String
        package let day: Day?
        package var values: [ReportField: Int]
        /// Its numbers are not told: too few people stand behind them, or somebody else’s could be found.
        package var isHidden: Bool

        package init(
            _ name: String, of subject: Int64? = nil, under: Int64? = nil, detail: String = "", on day: Day? = nil, _ values: [ReportField: Int],
            isHidden: Bool = false
        ) {
            (self.name, self.subject, self.under, self.detail, self.day) = (name, subject, under, detail, day)
            (self.values, self.isHidden) = (values, isHidden)
        }
    }

    package let part: ReportPart
    package var lines: [Line]
    /// Nil where it is not told, or where lines do not add up to anything.
    package var sum: [ReportField: Int]?
    /// Hidden lines together, where enough people stand behind them: `under` says of which group.
    package var rests: [Line]
    /// Nothing of it is told: too few people stand behind it, or changed since another report told of them.
    package var isHeldBack: Bool

    package init(_ part: ReportPart, _ lines: [Line] = [], sum: [ReportField: Int]? = nil, rests: [Line] = [], isHeldBack: Bool = false) {
        (self.part, self.lines, self.sum, self.rests, self.isHeldBack) = (part, lines, sum, rests, isHeldBack)
    }

    package var shown: [Line] { lines.filter { !$0.isHidden } }
    package var hiddenCount: Int { lines.count(where: \.isHidden) }
    package var isEmpty: Bool { lines.isEmpty }

    /// The same with its numbers added up: where lines do not share anything.
    package func summed(_ fields: [ReportField]) -> ReportTable {
        guard !lines.isEmpty else { return self }
        var table = self
        table.sum = Dictionary(uniqueKeysWithValues: fields.map { field in (field, lines.reduce(0) { $0 + ($1.values[field] ?? 0) }) })
        return table
    }
}

/// All that a report tells, with the words that staff wrote beside its tables.
package struct ReportFolder: Sendable {
    package let report: Report
    package let tables: [ReportTable]
    package let texts: [ReportPart: String]
    package let currency: Currency
    /// Of which alone it tells, by its name.
    package let municipality: String?
    /// By which people were counted.
    package let rule: CountingRule

    package init(
        report: Report, tables: [ReportTable], texts: [ReportPart: String] = [:], currency: Currency, municipality: String? = nil, rule: CountingRule = .first
    ) {
        (self.report, self.tables, self.texts, self.currency, self.municipality, self.rule) = (report, tables, texts, currency, municipality, rule)
    }

    package func table(_ part: ReportPart) -> ReportTable { tables.first { $0.part == part } ?? ReportTable(part) }

    /// A figure of the summary.
    package func figure(_ figure: ReportFigure) -> ReportTable.Line? { table(.summary).lines.first { $0.name == figure.rawValue } }
}
