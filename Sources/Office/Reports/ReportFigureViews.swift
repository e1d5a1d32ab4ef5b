import Forms
import HTML
import Kernel
import Languages
import Look

/// A figure that opens: to events, and from an event to its people.
struct ReportFigureViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func open(_ opening: ReportOpening, _ folder: ReportFolder) -> Screen {
        let report = opening.report, words = ReportWords(t: t, currency: folder.currency), unit = opening.figure.unit
        return Screen(t(opening.figure.name), trail: ReportListViews.trail(reader, report)) {
            Heading(t(opening.figure.name), kind: t(report.title), lead: t(opening.figure.definition))
            Figures([
                .init(opening.told.map { words.written($0, unit) } ?? "–", t(T.reports.toldThen)),
                .init(opening.now.map { words.written($0, unit) } ?? "–", t(T.reports.wouldBeNow), opening.told == opening.now ? .good : .waiting),
            ])
            HTML::p(.class("small muted")) {
                t(T.reports.ruleNumber(number: .number(opening.figure.version(countedBy: report.countedBy)), way: .phrase(report.way.name)))
            }
            if opening.told != opening.now {
                Notice(.waiting) { HTML::p { t(T.reports.isOther); " "; a(.href(reader.link("\(report.path)/difference"))) { t(T.reports.difference) } } }
            }
            if opening.figure == .persons { HTML::p { t(T.reports.personsOnce) } }
            if opening.lines.isEmpty { EmptyState(t(T.reports.nothing), t(T.reports.nothingText)) { Empty() } } else { lines(opening, words) }
        }
    }

    private func lines(_ opening: ReportOpening, _ words: ReportWords) -> some HTML {
        DataTable(t(T.reports.ofEvents), rows: opening.lines, columns: [
            Column(t(T.reports.headEvent), .name) { line in
                a(.href(reader.link("\(opening.report.path)/people?event=\(line.event.id)"))) { t.run(line.event.title) }
                HTML::p(.class("hint")) { t.run(([t.day(line.event.day, .numeric), line.event.detail].filter { !$0.isEmpty }).joined(separator: " · ")) }
                if line.told == nil { Chip(.info, t(T.reports.sinceThen)) }
            },
            Column(t(T.reports.fieldPersons), .number) { line in t.number(line.sum.persons) },
            Column(t(T.reports.fieldParticipations), .number) { line in t.number(line.sum.came) },
            Column(t(T.reports.toldThen), .number) { line in line.told.map { t.number($0) } ?? "–" },
            Column(t(T.reports.fieldHours), .number) { line in t.number(line.sum.hours) },
            Column(t(T.reports.fieldPoints), .number) { line in t.number(line.sum.points) },
            Column(t(T.reports.fieldGrade), .number) { line in line.event.grade.map { words.written($0, .hundredths) } ?? "–" },
        ], onPhone: .scroll, isCaptionHidden: true)
    }

    func rows(_ rows: ReportRows) -> Screen {
        Screen(t.shown(rows.event.title), trail: ReportListViews.trail(reader, rows.report)) {
            Heading(t.run(rows.event.title), kind: Run(t(rows.report.title)), lead: Run(t(T.reports.rowsLead)))
            Buttons { LinkButton(t(T.reports.openEvent), href: reader.link("/staff/events/\(rows.event.id)"), .quiet) }
            if rows.rows.isEmpty {
                EmptyState(t(T.reports.nobody), t(T.reports.nobodyText)) { Empty() }
            } else {
                DataTable(t(T.reports.people), rows: rows.rows, columns: [
                    Column(t(T.reports.person), .name) { row in
                        if let name = row.name {
                            a(.href(reader.link("/staff/people/\(row.person)"))) { t.run(name: name, t.language) }
                        } else {
                            t(T.reports.erased)
                        }
                    },
                    Column(t(T.reports.headSchool)) { row in row.school.isEmpty ? Run("–") : t.run(row.school) },
                    Column(t(T.reports.minutes), .number) { row in t.number(row.visit.minutes) },
                    Column(t(T.reports.fieldPoints), .number) { row in t.number(row.visit.points) },
                ], isCaptionHidden: true)
            }
        }
    }
}
