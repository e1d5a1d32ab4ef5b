import Accounts
import Centres
import Documents
import Events
import Kernel
import Languages
import Sheets

/// The plan or the report of a school year in the two tables that schools use: inside the institution, and outside of it; of each person, and of all.
struct SchoolPaper {
    let record: SchoolRecord
    let kind: SchoolPaperKind
    let t: Texts

    var title: String {
        let year = Value.schoolYear(record.year)
        return t(kind == .plan ? T.portfolio.planTitle(year: year) : T.portfolio.reportTitle(year: year))
    }

    var paper: Paper {
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: t.shown(record.school.name), head: "\(t.shown(record.school.name)) · \(title)",
            page: t(T.portfolio.paperPage(page: "{page}", pages: "{pages}")))
        paper.sections = (record.lines.count > 1 && kind == .report ? [overview] : []) + record.lines.enumerated().flatMap { place, line in
            sections(line, isFirst: place == 0)
        }
        paper.signatories = [.init(name: "", role: t(T.portfolio.signCoordinator)), .init(name: "", role: t(T.portfolio.signHead))]
        paper.notes = kind == .report ? [t(T.portfolio.reportNote)] : []
        return paper
    }

    /// Who stands where.
    private var overview: Paper.Section {
        let requirements = record.pack?.requirements ?? []
        let columns = [Paper.Column(t(T.portfolio.bearer), share: 3, strong: true)] + requirements.map {
            Paper.Column($0.title.wording(in: t.language).text, share: 2, align: .center)
        }
        let rows = record.lines.map { line in
            [Paper.Cell(line.name.listed)] + (line.standing?.lines ?? []).map { standing in
                Paper.Cell(
                    t(T.portfolio.cell(sum: .number(standing.sumWithSaid), least: .number(standing.requirement.least))), tone: standing.isFulfilled ? nil : .pencil)
            }
        }
        return Paper.Section(title: t(T.portfolio.matrix), table: Paper.Table(columns: columns, rows: rows))
    }

    private func sections(_ line: SchoolRecord.Line, isFirst: Bool) -> [Paper.Section] {
        let name = line.name.full, job = line.job.isEmpty ? "" : ", \(line.job)"
        let goals = line.goals.map { $0.details.text }
        var inside = Paper.Section(
            title: "\(name)\(job) – \(t(T.portfolio.insideTable))", break: !isFirst && record.lines.count > 1,
            text: kind == .plan && !goals.isEmpty ? [t(T.portfolio.goalsLine(goals: .text(goals.joined(separator: "; "))))] : nil)
        inside.table = Paper.Table(columns: insideColumns, rows: insideRows(line), boxes: true)
        var outside = Paper.Section(title: "\(name) – \(t(T.portfolio.outsideTable))")
        outside.table = Paper.Table(columns: outsideColumns, rows: outsideRows(line), boxes: true)
        return [inside, outside]
    }

    // MARK: Inside

    private var insideColumns: [Paper.Column] {
        [
            .init(t(T.portfolio.activityName), share: 4), .init(t(T.portfolio.partColumn), share: 2),
            .init(t(kind == .plan ? T.portfolio.byWhen : T.portfolio.day), mm: 26),
            .init(t(T.portfolio.points), mm: 18, align: .right),
        ]
    }

    private func insideRows(_ line: SchoolRecord.Line) -> [[Paper.Cell]] {
        let entries = kind == .plan ? line.planned.filter { $0.details.kind == .inside } : record.inside(line)
        let rows: [[Paper.Cell]] = entries.map { entry in
            let details = entry.details
            return [
                .init(t.shown(details.title)), .init(t(details.isLed ? T.portfolio.led : T.portfolio.attended)), .init(t.day(details.day, .numeric)),
                .init(details.points.map { t.number($0) } ?? ""),
            ]
        }
        return ended(rows, entries.reduce(0) { $0 + ($1.details.points ?? 0) }, 4)
    }

    // MARK: Outside

    private var outsideColumns: [Paper.Column] {
        [
            .init(t(T.portfolio.what), share: 5), .init(t(T.portfolio.catalogueNumber), mm: 26), .init(t(kind == .plan ? T.portfolio.byWhen : T.portfolio.day), mm: 26),
            .init(t(T.portfolio.competence), mm: 28), .init(t(T.portfolio.points), mm: 18, align: .right),
        ]
    }

    private func outsideRows(_ line: SchoolRecord.Line) -> [[Paper.Cell]] {
        if kind == .plan {
            let planned = line.planned.filter { $0.details.kind != .inside }
            let rows: [[Paper.Cell]] = planned.map { entry in
                let details = entry.details
                return [
                    .init(t.shown(details.title)), .init(details.number), .init(t.day(details.day, .numeric)), .init(details.competence),
                    .init(details.points.map { t.number($0) } ?? ""),
                ]
            }
            return ended(rows, planned.reduce(0) { $0 + ($1.details.points ?? 0) }, 5)
        }
        let done = record.outside(line)
        let rows: [[Paper.Cell]] = done.map { evidence, told in
            [
                .init(t.shown(told.title), language: told.language.rawValue), .init(told.number), .init(t.day(evidence.day, .numeric)), .init(told.competence),
                .init(points(evidence) > 0 ? t.number(points(evidence)) : ""),
            ]
        }
        return ended(rows, done.reduce(0) { $0 + points($1.evidence) }, 5)
    }

    /// As the paper of it says, else as the pack of the year does.
    private func points(_ evidence: Evidence) -> Int { record.pack?.points(of: evidence) ?? evidence.points ?? 0 }

    /// With a last row of the sum; a table without rows has one to write in.
    private func ended(_ rows: [[Paper.Cell]], _ sum: Int, _ columns: Int) -> [[Paper.Cell]] {
        guard !rows.isEmpty else { return [Array(repeating: "", count: columns)] }
        return rows + [[Paper.Cell(t(T.portfolio.total))] + Array(repeating: "", count: columns - 2) + [Paper.Cell(t.number(sum))]]
    }

    // MARK: As a sheet

    var sheet: Sheet {
        let requirements = record.pack?.requirements ?? []
        let columns = [Sheet.Column(t(T.portfolio.bearer), width: 30), Sheet.Column(t(T.portfolio.job), width: 24)]
            + requirements.flatMap { requirement in
                let name = requirement.title.wording(in: t.language).text
                return [Sheet.Column(name, width: 18), Sheet.Column(t(T.portfolio.asked(name: .text(name))), width: 18)]
            } + [Sheet.Column(t(T.portfolio.pointsOutside), width: 14)]
        let rows = record.lines.map { line -> [Sheets.Cell] in
            [.text(line.name.listed), .text(line.job)]
                + (line.standing?.lines ?? []).flatMap { [Sheets.Cell.number($0.sumWithSaid), .number($0.requirement.least)] }
                + [.number(record.outside(line).reduce(0) { $0 + points($1.evidence) })]
        }
        return Sheet(title, columns: columns, rows: rows)
    }
}
