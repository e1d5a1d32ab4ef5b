import Delivery
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Questionnaires

struct EvaluationViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ desk: EvaluationDesk, _ form: FilledForm) -> Screen {
        let event = desk.event, title = event.title(in: t.language), path = reader.link("/staff/events/\(event.id)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: path)]
        return Screen(t(T.evaluation.title), trail: trail) {
            FormFaults(form)
            Heading(t.run(title), kind: Run(t(T.evaluation.title)))
            if let evaluation = desk.evaluation {
                standing(evaluation, desk)
                if evaluation.summary.isShown {
                    trend(desk)
                    agreed(desk, path, form)
                    SummaryViews(reader: reader, summary: evaluation.summary).content(of: nil, asStaff: true)
                }
            } else {
                notBegun(desk, path)
            }
        }
    }

    @HTMLBuilder private func notBegun(_ desk: EvaluationDesk, _ path: String) -> some HTML {
        if desk.rule == nil {
            EmptyState(t(T.evaluation.noRuleTitle), t(T.evaluation.noRule)) { LinkButton(t(T.evaluation.toRule), href: reader.link("/settings/evaluation")) }
        } else if let starts = desk.event.starts, starts <= reader.now, !desk.event.state.isOff {
            HTML::p { t(T.evaluation.beginText) }
            Form(action: path + "/evaluation", hidden: reader.hidden) { Buttons { Submit(t(T.evaluation.beginAct)) } }
            onPaper(path)
        } else {
            EmptyState(t(T.evaluation.comesTitle), t(T.evaluation.comes)) { Empty() }
            if desk.event.ends != nil, !desk.event.state.isOff, desk.event.state != .draft { onPaper(path) }
        }
    }

    private func onPaper(_ path: String) -> some HTML {
        Disclosure(t(T.questionnaires.paper), isOpen: false) {
            HTML::p { t(T.evaluation.paperText) }
            ButtonForm(t(T.evaluation.paperAct), .quiet, action: path + "/evaluation/paper", hidden: reader.hidden)
        }
    }

    @HTMLBuilder private func standing(_ evaluation: Evaluation, _ desk: EvaluationDesk) -> some HTML {
        let survey = reader.link("/staff/surveys/\(evaluation.survey.id)")
        if let standing = desk.standing, standing.invited > 0 { AnsweredMeter(standing, t) }
        if !evaluation.summary.isShown {
            let least = Value.number(AnswerBatch.least)
            HTML::p { t(evaluation.survey.ended == nil ? T.evaluation.notYet(least: least) : T.evaluation.never(least: least)) }
        }
        Buttons {
            LinkButton(t(T.evaluation.toSurvey), href: survey, .quiet)
            if evaluation.summary.isShown {
                LinkButton(t(T.questionnaires.summaryPDF), href: survey + "/summary.pdf", .quiet)
                LinkButton(t(T.questionnaires.exportXLSX), href: survey + "/export", .quiet)
                PrintButton(t(T.common.print))
            }
        }
    }

    // MARK: Beside others

    @HTMLBuilder private func trend(_ desk: EvaluationDesk) -> some HTML {
        let shown = desk.programme.filter { $0.grade.mean != nil }
        if let grade = desk.evaluation?.grade, let mean = grade.mean {
            Figures([
                Figures.Figure(t.mean(mean), t(T.evaluation.grade)),
                Figures.Figure(t.mean(desk.centre.mean), t(T.evaluation.centreMean)),
            ])
        }
        if shown.count > 1 {
            BarChart(t(T.evaluation.trend), description: t(T.evaluation.trendHint), shown.map { point in
                BarChart.Bar(Run(t.day(point.day, .numeric)), point.grade.mean ?? 0, t.mean(of: point.grade), isMarked: point.event == desk.event.id)
            })
        }
    }

    /// What was agreed after earlier events of this programme, beside what people say now; and the way to agree on something.
    @HTMLBuilder private func agreed(_ desk: EvaluationDesk, _ path: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.evaluation.improvements) }
        if desk.conclusions.isEmpty {
            HTML::p { t(T.evaluation.improvementsNone) }
        } else {
            ImprovementList(conclusions: desk.conclusions, reader: reader)
        }
        Disclosure(t(T.evaluation.improve), isOpen: form.problem != nil) {
            Form(action: path + "/evaluation/improve", hidden: reader.hidden, isGuarded: true) {
                form.field(T.evaluation.improvement, "text", .full, most: TextLimit.note.rawValue).area(rows: 3)
                FieldRow {
                    form.field(T.evaluation.owner, "owner").text()
                    form.day(T.evaluation.due, "due")
                }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    // MARK: A trainer's own

    func own(_ event: Event, _ evaluation: Evaluation, of trainer: String) -> Screen {
        let title = event.title(in: t.language)
        let trail = [Look.Link(t(T.delivery.groups), href: reader.link("/me/groups")), Look.Link(t.run(title), href: reader.link("/me/groups/\(event.id)"))]
        return Screen(t(T.evaluation.title), trail: trail, isIndexed: false) {
            Heading(t.run(title), kind: Run(t(T.evaluation.title)), lead: Run(t(T.questionnaires.answersCount(count: evaluation.survey.moved))))
            if evaluation.summary.isShown {
                if let mean = evaluation.grade.mean { Figures([Figures.Figure(t.mean(mean), t(T.evaluation.grade))]) }
                HTML::p { t(T.evaluation.ownHint) }
                SummaryViews(reader: reader, summary: evaluation.summary).content(of: evaluation.survey.subjects.first { $0.name == trainer }?.id ?? 0, asStaff: false)
            } else {
                HTML::p { t(T.evaluation.notYet(least: .number(AnswerBatch.least))) }
            }
        }
    }
}

/// What was agreed, with what became of it.
struct ImprovementList: View {
    let conclusions: [Conclusion]
    let reader: Reader

    var body: Markup {
        let t = reader.t
        ForEach(conclusions) { conclusion in
            let details = conclusion.details
            PersonLine(
                t.run(details.text), href: reader.link("/staff/conclusions/\(conclusion.id)"),
                detail: [t.run(details.owner), Run(details.due.map { t.day($0, .numeric) } ?? ""), t.run(conclusion.outcome)].filter { !$0.text.isEmpty },
                state: conclusion.done != nil ? Chip(.good, t(T.evaluation.done)) : Chip(isLate(conclusion) ? .bad : .waiting, t(T.evaluation.open)))
        }
    }

    private func isLate(_ conclusion: Conclusion) -> Bool { conclusion.details.due.map { $0 < reader.today } ?? false }
}
