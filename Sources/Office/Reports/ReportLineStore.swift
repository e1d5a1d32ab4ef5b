import Events
import Kernel
import Languages
import Storage

/// Finished tables as rows: written when a report is reckoned, read ever after.
enum ReportLineStore {
    /// Takes the place of what was reckoned before.
    static func write(_ tables: [ReportTable], of report: Report.ID, in act: Act) throws {
        try drop(report, in: act)
        var lines = Batch("report_line", ["report", "part", "place", "role", "row_told", "row_within", "name", "detail", "day", "hidden"])
        var values = Batch("report_value", ["report", "part", "place", "field", "amount"])
        for table in tables {
            func add(_ line: ReportTable.Line, _ role: StaticString, _ place: Int) {
                lines.rows.append([
                    report.stored, table.part.stored, place.stored, .text(role.description), line.subject.stored, line.under.stored,
                    .text(cut(line.name, .sentence)), .text(cut(line.detail, .note)), line.day.stored, line.isHidden.stored,
                ])
                values.rows += line.values.sorted { $0.key.rawValue < $1.key.rawValue }.map { field, amount in
                    [report.stored, table.part.stored, place.stored, field.stored, amount.stored]
                }
            }
            for (place, line) in table.lines.enumerated() { add(line, "line", place + 1) }
            for (place, line) in table.rests.enumerated() { add(line, "rest", -place - 1) }
            if table.sum != nil || table.isHeldBack { add(ReportTable.Line("", table.sum ?? [:], isHidden: table.isHeldBack), "sum", 0) }
        }
        try act.db.insert(many: lines)
        try act.db.insert(many: values)
    }

    static func drop(_ report: Report.ID, in act: Act) throws {
        try act.db.run("DELETE FROM report_value WHERE report = \(report)")
        try act.db.run("DELETE FROM report_line WHERE report = \(report)")
    }

    private static func cut(_ text: String, _ limit: TextLimit) -> String {
        text.unicodeScalars.count <= limit.rawValue ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit.rawValue - 1))) + "…"
    }

    /// Tables of several reports, each in the order in which it was made.
    static func tables(of reports: [Report.ID], in act: Act) throws -> [Report.ID: [ReportPart: ReportTable]] {
        guard !reports.isEmpty else { return [:] }
        struct Key: Hashable { let report: Report.ID, part: ReportPart, place: Int }
        var values: [Key: [ReportField: Int]] = [:], tables: [Report.ID: [ReportPart: ReportTable]] = [:]
        for row in try act.db.rows("SELECT * FROM report_value WHERE report IN \(list: reports)") {
            // A field or a part that a new version of the program no longer knows is not shown.
            guard let part = ReportPart(rawValue: try row["part"]), let field = ReportField(rawValue: try row["field"]) else { continue }
            values[Key(report: try row["report"], part: part, place: try row["place"]), default: [:]][field] = try row["amount"]
        }
        for row in try act.db.rows("""
            SELECT * FROM report_line WHERE report IN \(list: reports) ORDER BY report, part, CASE WHEN place < 0 THEN 1 ELSE 0 END, abs(place)
            """) {
            guard let part = ReportPart(rawValue: try row["part"]) else { continue }
            let report: Report.ID = try row["report"], place: Int = try row["place"], role: String = try row["role"]
            let line = ReportTable.Line(
                try row["name"], of: try row["row_told"], under: try row["row_within"], detail: try row["detail"], on: try row["day"],
                values[Key(report: report, part: part, place: place)] ?? [:], isHidden: try row["hidden"])
            // In its place: a table that is taken out and put back is copied for each of its lines.
            func change(_ change: (inout ReportTable) -> Void) { change(&tables[report, default: [:]][part, default: ReportTable(part)]) }
            switch role {
            case "sum": change { if line.isHidden { $0.isHeldBack = true } else { $0.sum = line.values } }
            case "rest": change { $0.rests.append(line) }
            default: change { $0.lines.append(line) }
            }
        }
        return tables
    }

    // MARK: Of which events

    static func write(_ basis: [Event.ID: Int], of report: Report.ID, in act: Act) throws {
        try act.db.run("DELETE FROM report_event WHERE report = \(report)")
        try act.db.insert(many: Batch("report_event", ["report", "event", "came"], rows: basis.sorted { $0.key < $1.key }.map { event, came in
            [report.stored, event.stored, came.stored]
        }))
    }

    static func basis(of report: Report.ID, in act: Act) throws -> [Event.ID: Int] {
        let rows = try act.db.rows("SELECT event, came FROM report_event WHERE report = \(report)")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["event"], try $0["came"]) })
    }
}
