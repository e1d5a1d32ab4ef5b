import Centres
import Documents
import Kernel
import Languages
import Look
import Planning

/// A report as an office hands it in.
struct ReportPaper {
    let t: Texts
    let office: Centre
    let logo: CentreLogo?
    let folder: ReportFolder
    private var words: ReportWords { ReportWords(t: t, currency: folder.currency) }

    var paper: Paper {
        let report = folder.report, title = t(report.title), days = report.year.days
        let place = folder.municipality.map { t.shown($0) }
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: [place ?? "", t.days(days)].filter { !$0.isEmpty }.joined(separator: " · "),
            head: "\(office.name(in: t.language)) · \(title)", page: t(T.reports.paperPage(page: "{page}", pages: "{pages}")),
            centre: Paper.Office(office, logo, t))
        paper.marks = [
            .init(t(T.reports.number), report.number.isEmpty ? "–" : report.number),
            .init(t(T.reports.signedOn), report.signed.map { t.day($0, .numeric) } ?? "–"),
        ]
        let first: [ReportFigure] = [.events, .persons, .participations, .schools, .hours, .grade]
        paper.facts = first.compactMap { figure in
            folder.figure(figure).map { .init(t(figure.name), words.number(.now, of: $0, in: .summary)) }
        }
        paper.sections = folder.tables.map(section)
        paper.signatories = [.init(name: "", role: t(T.reports.signDirector))]
        paper.seal = t(T.reports.seal)
        paper.notes = [t(T.reports.paperRule(number: .number(report.countedBy), way: .phrase(report.way.name), at: .instant(report.reckoned)))]
        if folder.tables.contains(where: { words.hidden($0) != nil }) { paper.notes.append(t(T.reports.paperHidden)) }
        switch report.state {
        case .draft: paper.notes.append(t(T.reports.paperDraft))
        case .withdrawn: paper.notes.append("\(t(T.reports.stateWithdrawn)): \(t.shown(report.reason))")
        case .signed: break
        }
        return paper
    }

    private func section(_ table: ReportTable) -> Paper.Section {
        let text = folder.texts[table.part].map { $0.split(separator: "\n").map { t.shown(String($0)) } } ?? []
        if table.isHeldBack || table.isEmpty {
            return Paper.Section(title: t(table.part.name), text: text + [t(table.isHeldBack ? T.reports.heldBack : T.reports.nothing)])
        }
        return Paper.Section(title: t(table.part.name), text: text.isEmpty ? nil : text, table: lines(table))
    }

    private func lines(_ table: ReportTable) -> Paper.Table {
        let fields = words.fields(table), part = table.part, listed = words.listed(table)
        let hasDetail = listed.contains { !words.detail($0, of: part).isEmpty } && part != .summary
        var columns: [Paper.Column] = [.init(t(part.head), share: 5, strong: true)]
        if hasDetail { columns.append(.init(t(T.reports.detail), share: 4)) }
        columns += fields.map { field in
            let isDrawn = part.isDrawn && field == fields.first
            return Paper.Column(t(field.name), mm: isDrawn ? 46 : field.unit == .money || part == .summary ? 34 : 23, align: .right)
        }
        let most = fields.first.flatMap { field in listed.compactMap { $0.isHidden ? nil : $0.values[field] }.max() } ?? 1
        var rows = listed.map { line in
            let detail = hasDetail ? words.detail(line, of: part).joined(separator: " · ") : nil
            return row(words.name(line, of: part).text, words.isLate(line, in: part) ? .pencil : nil, detail, fields.map { field in
                let isDrawn = part.isDrawn && field == fields.first && !line.isHidden
                return Paper.Cell(words.number(field, of: line, in: part), bar: isDrawn ? Double(line.values[field] ?? 0) / Double(max(1, most)) : nil)
            })
        }
        rows += table.rests.map { rest in
            let place = rest.under.flatMap { under in table.lines.first { $0.under == under }?.detail }.map { t.shown($0) } ?? ""
            return row(words.rest(table, rest), .muted, hasDetail ? place : nil, fields.map { Paper.Cell(words.number($0, of: rest, in: part)) })
        }
        if let sum = table.sum {
            rows.append(row(t(T.reports.together), nil, hasDetail ? "" : nil, fields.map { field in
                Paper.Cell(sum[field].map { words.written($0, field.unit) } ?? "")
            }))
        }
        return Paper.Table(columns: columns, rows: rows)
    }

    private func row(_ name: String, _ tone: Paper.Cell.Tone?, _ detail: String?, _ numbers: [Paper.Cell]) -> [Paper.Cell] {
        [Paper.Cell(name, tone: tone)] + (detail.map { [Paper.Cell($0)] } ?? []) + numbers
    }
}
