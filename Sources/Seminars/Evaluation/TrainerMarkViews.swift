import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Questionnaires

/// A trainer's marks over the years, the centre's mean beside.
struct TrainerMarkViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ marks: TrainerMarks) -> Screen {
        Screen(t(T.evaluation.trainerMarks), isIndexed: false) {
            Heading(t(T.evaluation.trainerMarks), lead: t(T.evaluation.trainerMarksLead))
            if marks.isEmpty {
                EmptyState(t(T.evaluation.nothingTitle), t(T.evaluation.trainerNothing)) { Empty() }
            } else {
                years(marks)
                table(marks) { reader.link("/me/groups/\($0.event)/evaluation") }
            }
        }
    }

    /// On the card that the centre's people see.
    @HTMLBuilder func part(_ marks: TrainerMarks) -> some HTML {
        years(marks)
        Disclosure(t(T.evaluation.all), isOpen: false) { table(marks) { reader.link("/staff/events/\($0.event)/evaluation") } }
    }

    private func years(_ marks: TrainerMarks) -> some HTML {
        BarChart(t(T.evaluation.years), description: t(T.evaluation.trainerYearsHint), marks.years.flatMap { year, own, centre in
            [
                BarChart.Bar(Run("\(year)"), own.mean ?? 0, t.mean(of: own), isMarked: true),
                BarChart.Bar(Run(t(T.evaluation.centreOf(year: .text("\(year)")))), centre.mean ?? 0, t.mean(of: centre)),
            ]
        })
    }

    private func table(_ marks: TrainerMarks, _ href: @escaping (EvaluationPoint) -> String) -> some HTML {
        DataTable(t(T.evaluation.all), rows: Array(marks.points.reversed().prefix(100)), columns: [
            Column(t(T.evaluation.event), .name) { point in a(.href(href(point))) { t.run(point.title.text, point.title.language) } },
            Column(t(T.evaluation.day)) { point in t.day(point.day, .numeric) },
            Column(t(T.questionnaires.mean), .number) { point in t.mean(point.grade.mean) },
        ])
    }
}
