import Forms
import HTML
import Kernel
import Languages
import Look

struct CircleReportViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ report: CircleReport, _ below: [CircleReport], _ sight: CircleSight) -> Screen {
        let frame = CircleFrame(reader, sight), year = report.year
        return frame.screen(.report) {
            h2 { t(T.circles.reportOf(year: .schoolYear(year))) }
            frame.years(year, "report")
            Buttons { LinkButton(t(T.circles.printReport), href: reader.link("\(sight.circle.path)/report.pdf?year=\(year.start)"), .quiet, icon: .print) }
            figures(report)
            meetings(report)
            schools(report)
            if report.sum.all > 0 {
                h2 { t(T.circles.conclusions) }
                CircleConclusionViews(reader: reader).bar(report.sum)
            }
            if !below.isEmpty {
                h2 { t(T.circles.circlesBelow) }
                table(below)
            }
        }
    }

    private func figures(_ report: CircleReport) -> some HTML {
        Figures([
            Figures.Figure(t.number(report.meetings.count), t(T.circles.meetings)), Figures.Figure(t.number(report.members), t(T.circles.members)),
            Figures.Figure(t(T.circles.doneOf(done: .number(report.sum[.done]), all: .number(report.sum.all))), t(T.circles.conclusionsDone)),
            Figures.Figure(t.number(report.visitsSigned), t(T.circles.visitsSigned)),
            Figures.Figure(t(T.circles.doneOf(done: .number(report.plan.count { $0.done != nil }), all: .number(report.plan.count))), t(T.circles.planDone)),
        ])
    }

    @HTMLBuilder private func meetings(_ report: CircleReport) -> some HTML {
        h2 { t(T.circles.meetings) }
        if report.meetings.isEmpty { HTML::p { t(T.circles.noMeetings) } } else {
            DataTable(t(T.circles.meetings), rows: report.meetings, columns: [
                Column(t(T.circles.day), .name) { line in
                    a(.href(reader.link("\(report.circle.path)/meetings/\(line.meeting.id)"))) { t.day(line.meeting.details.day, .plain) }
                },
                Column(t(T.circles.present), .number) { line in t(T.circles.doneOf(done: .number(line.present), all: .number(line.members))) },
                Column(t(T.circles.quorum)) { line in t(line.hasQuorum ? T.common.yes : T.common.no) },
                Column(t(T.circles.votes), .number) { line in t.number(line.votes) },
                Column(t(T.circles.conclusions), .number) { line in t.number(line.conclusions) },
                Column(t(T.circles.minutes)) { line in line.isSigned ? Chip(.good, t(T.circles.signed)) : Chip(.waiting, t(T.circles.draft)) },
            ], isCaptionHidden: true)
        }
    }

    @HTMLBuilder private func schools(_ report: CircleReport) -> some HTML {
        if !report.schools.isEmpty {
            h2 { t(T.circles.bySchool) }
            DataTable(t(T.circles.bySchool), rows: report.schools, columns: [
                Column(t(T.circles.school), .name) { line in line.name.isEmpty ? Run(t(T.circles.noSchool)) : t.run(line.name) },
                Column(t(T.circles.members), .number) { line in t.number(line.members) },
                Column(t(T.circles.attendances), .number) { line in t.number(line.attended) },
            ], isCaptionHidden: true)
        }
    }

    private func table(_ reports: [CircleReport]) -> some HTML {
        DataTable(t(T.circles.circlesBelow), rows: reports, columns: [
            Column(t(T.circles.name), .name) { report in
                a(.href(reader.link("\(report.circle.path)/report?year=\(report.year.start)"))) { t.run(report.circle.details.name) }
            },
            Column(t(T.circles.chair)) { report in report.chair.isEmpty ? "–" : report.chair },
            Column(t(T.circles.meetings), .number) { report in t.number(report.meetings.count) },
            Column(t(T.circles.members), .number) { report in t.number(report.members) },
            Column(t(T.circles.conclusionsDone), .number) { report in
                t(T.circles.doneOf(done: .number(report.sum[.done]), all: .number(report.sum.all)))
            },
            Column(t(T.circles.visitsSigned), .number) { report in t.number(report.visitsSigned) },
        ], isCaptionHidden: true)
    }
}
