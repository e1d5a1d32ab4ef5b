import Delivery
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Questionnaires

/// How good the centre's events were by those who were there: what fell, what rose, what is to be done.
struct QualityViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ points: [Int64: [EvaluationPoint]], _ open: [Conclusion]) -> Screen {
        let all = points.values.flatMap(\.self).sorted { ($0.day, $0.event) > ($1.day, $1.event) }
        let changes = EvaluationChange.all(points.filter { $0.key != 0 })
        return Screen(t(T.evaluation.quality)) {
            Heading(t(T.evaluation.quality), lead: t(T.evaluation.qualityLead))
            if all.isEmpty {
                EmptyState(t(T.evaluation.nothingTitle), t(T.evaluation.nothing)) {
                    LinkButton(t(T.evaluation.toRule), href: reader.link("/settings/evaluation"), .quiet)
                }
            } else {
                years(all)
                change(T.evaluation.fell, changes.filter { ($0.difference ?? 0) < 0 })
                change(T.evaluation.rose, changes.filter { ($0.difference ?? 0) > 0 }.reversed())
                if !open.isEmpty {
                    h2 { t(T.evaluation.improvements) }
                    ImprovementList(conclusions: open, reader: reader)
                }
                table(all)
            }
        }
    }

    /// The centre's mean of each calendar year.
    private func years(_ all: [EvaluationPoint]) -> some HTML {
        let years = Dictionary(grouping: all, by: \.day.year).sorted { $0.key < $1.key }
        return BarChart(t(T.evaluation.years), description: t(T.evaluation.yearsHint), years.map { year, points in
            let grade = points.grade
            return BarChart.Bar(Run("\(year)"), grade.mean ?? 0, t.mean(of: grade), isMarked: year == reader.today.year)
        })
    }

    @HTMLBuilder private func change(_ title: Phrase, _ changes: [EvaluationChange]) -> some HTML {
        if !changes.isEmpty {
            h2 { t(title) }
            ForEach(changes.prefix(5)) { change in
                let event = change.last.title
                PersonLine(
                    t.run(event.text, event.language), href: reader.link("/staff/events/\(change.last.event)/evaluation"),
                    detail: [Run(t(T.evaluation.fromTo(
                        before: .text(t.mean(change.before.grade.mean)), now: .text(t.mean(change.last.grade.mean)))))])
            }
        }
    }

    private func table(_ all: [EvaluationPoint]) -> some HTML {
        DataTable(t(T.evaluation.all), rows: Array(all.prefix(100)), columns: [
            Column(t(T.evaluation.event), .name) { point in
                a(.href(reader.link("/staff/events/\(point.event)/evaluation"))) { t.run(point.title.text, point.title.language) }
            },
            Column(t(T.evaluation.day)) { point in t.day(point.day, .numeric) },
            Column(t(T.evaluation.grade), .number) { point in t.mean(point.grade.mean) },
            Column(t(T.questionnaires.answers), .number) { point in
                point.grade.isShown ? t.number(point.grade.answers) : t(T.questionnaires.fewerThan(least: .number(AnswerBatch.least)))
            },
        ])
    }
}
