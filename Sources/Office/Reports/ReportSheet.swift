import Kernel
import Languages
import Look
import Sheets

/// A report as a workbook: a sheet for each of its tables, with the same numbers and the same strokes. And the rows from which it was reckoned.
struct ReportSheet {
    let t: Texts
    let folder: ReportFolder
    private var words: ReportWords { ReportWords(t: t, currency: folder.currency) }

    var sheets: [Sheet] { folder.tables.map(sheet) }

    private func sheet(_ table: ReportTable) -> Sheet {
        let fields = words.fields(table), part = table.part
        let columns = [Sheet.Column(t(part.head), width: 44), Sheet.Column(t(T.reports.detail), width: 40), Sheet.Column(t(T.reports.day), width: 12, .date)]
            + fields.map { Sheet.Column(t($0.name), width: 16, part == .summary ? .plain : .decimal($0.unit == .count ? 0 : 2)) }
        var rows = words.listed(table).map { line -> [Sheets.Cell] in
            [.text(words.name(line, of: part).text), .text(t.shown(line.detail)), line.day.map { .date($0.iso) } ?? .empty]
                + fields.map { words.cell($0, of: line, in: part) }
        }
        rows += table.rests.map { rest in [.text(words.rest(table, rest)), .empty, .empty] + fields.map { words.cell($0, of: rest, in: part) } }
        if let sum = table.sum {
            let line = ReportTable.Line("", sum)
            rows.append([.text(t(T.reports.together)), .empty, .empty] + fields.map { words.cell($0, of: line, in: part) })
        }
        if table.isHeldBack { rows.append([.text(t(T.reports.heldBack))]) }
        return Sheet(t(part.name), columns: columns, rows: rows)
    }

    /// Participations one by one, people as numbers; and the events.
    func rows(_ source: ReportSource) -> [Sheet] {
        let facts = source.facts, numbers = source.numbers
        let visits = facts.visits.sorted { ($0.event, $0.person) < ($1.event, $1.person) }.map { visit -> [Sheets.Cell] in
            let school = visit.school.flatMap { facts.schools[$0] }
            return [
                .number(Int(visit.event.value)), .number(numbers[visit.person] ?? 0), .text(school.map { t.shown($0.name) } ?? ""),
                .text(school?.municipality.flatMap { facts.municipalities[$0] }.map { t.shown($0) } ?? ""),
                .text(facts.jobs[visit.person].map { t.shown($0) } ?? ""), .number(visit.minutes), .number(visit.points),
            ]
        }
        let events = facts.events.map { event -> [Sheets.Cell] in
            [
                .number(Int(event.id.value)), .text(t.shown(event.title)), .date(event.day.iso), .text(t.shown(event.detail)),
                .number(event.isProgramme ? 1 : 0), event.visitors.map { .number($0) } ?? .empty,
            ]
        }
        return [
            Sheet(t(T.reports.fieldParticipations), columns: [
                Sheet.Column(t(T.reports.eventNumber), width: 12, .decimal(0)), Sheet.Column(t(T.reports.personNumber), width: 12, .decimal(0)),
                Sheet.Column(t(T.reports.headSchool), width: 40), Sheet.Column(t(T.reports.headPlace), width: 24),
                Sheet.Column(t(T.reports.headJob), width: 28),
                Sheet.Column(t(T.reports.minutes), width: 10, .decimal(0)), Sheet.Column(t(T.reports.fieldPoints), width: 10, .decimal(0)),
            ], rows: visits),
            Sheet(t(T.reports.headEvent), columns: [
                Sheet.Column(t(T.reports.eventNumber), width: 12, .decimal(0)), Sheet.Column(t(T.reports.headEvent), width: 48),
                Sheet.Column(t(T.reports.day), width: 12, .date), Sheet.Column(t(T.reports.detail), width: 40),
                Sheet.Column(t(T.reports.isProgramme), width: 12, .decimal(0)), Sheet.Column(t(T.reports.fieldVisitors), width: 12, .decimal(0)),
            ], rows: events),
        ]
    }
}
