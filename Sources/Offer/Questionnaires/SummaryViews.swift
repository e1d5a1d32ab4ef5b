package import Forms
package import HTML
import Kernel
import Languages
import Look

/// What came of an asking, drawn and said.
package struct SummaryViews {
    let reader: Reader
    let summary: Summary
    private var t: Texts { reader.t }
    private var survey: Survey { summary.survey }

    package init(reader: Reader, summary: Summary) { (self.reader, self.summary) = (reader, summary) }

    func page(by group: Question?, _ groups: [String: [AnswerKey: Tally]]) -> Screen {
        let path = reader.link("/staff/surveys/\(survey.id)"), name = SurveyViews(reader: reader).name(survey)
        let trail = [Look.Link(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires")), Look.Link(name, href: path)]
        return Screen(t(T.questionnaires.summary), trail: trail) {
            Heading(name, kind: Run(t(T.questionnaires.summary)), lead: Run(t(T.questionnaires.answersCount(count: survey.moved))))
            if summary.isShown {
                by(path)
                if group != nil, !survey.showsGroups {
                    Notice(.neutral) { HTML::p { t(T.questionnaires.groupsLater) } }
                } else if let group {
                    GroupTables(reader: reader, survey: survey, by: group, groups: groups)
                } else {
                    content(of: nil, asStaff: true)
                }
                Buttons {
                    LinkButton(t(T.questionnaires.summaryPDF), href: path + "/summary.pdf", .quiet)
                    LinkButton(t(T.questionnaires.exportXLSX), href: path + "/export", .quiet)
                    PrintButton(t(T.common.print))
                }
            } else {
                EmptyState(t(T.questionnaires.tooFewTitle), t(T.questionnaires.tooFew(least: .number(AnswerBatch.least)))) { Empty() }
            }
        }
    }

    /// Ways to look at the same: all together, or by who answered.
    @HTMLBuilder private func by(_ path: String) -> some HTML {
        let about = survey.content.questions.filter(\.isAboutReader)
        if !about.isEmpty {
            let all = NavItem(t(T.questionnaires.byNothing), href: path + "/summary", isCurrent: reader.query["by"].isEmpty)
            Tabs(t(T.questionnaires.byLabel), [all] + about.map { question in
                NavItem(t.said(question.words), href: path + "/summary?by=\(question.code)", isCurrent: reader.query["by"] == question.code)
            })
        }
    }

    /// All questions with their answers.
    /// - Parameters:
    ///   - subject: whose alone, such as one trainer's; nil for all.
    ///   - asStaff: whether what was written can be shown and hidden; others see what is shown.
    @HTMLBuilder package func content(of subject: Int64?, asStaff: Bool) -> some HTML {
        if let ended = survey.ended, ended < reader.now.adding(days: -AnswerStore.keptDays) {
            Notice(.neutral) { HTML::p { t(T.questionnaires.isForgotten(years: .number(AnswerStore.keptDays / 365))) } }
        }
        if asStaff, summary.unread > 0 { Notice(.waiting) { HTML::p { t(T.questionnaires.unread(count: summary.unread)) } } }
        ForEach(survey.content.sections.filter { subject == nil || $0.isForEach }) { section in
            let title = t.run(section.title)
            HTML::section {
                h2 { title }
                ForEach(section.asked(of: survey.subjects).filter { subject == nil || $0 == subject }) { one in
                    if section.isForEach, let named = survey.subjects.first(where: { $0.id == one }) { h3 { t.run(name: named.name, .sr) } }
                    scales(section.questions.filter { $0.kind == .scale }, one)
                    ForEach(section.questions.filter { $0.kind != .scale }) { question in answer(question, one, asStaff: asStaff) }
                }
            }
        }
    }

    // MARK: Scales, side by side

    @HTMLBuilder private func scales(_ questions: [Question], _ subject: Int64) -> some HTML {
        if !questions.isEmpty {
            DataTable(t(T.questionnaires.means), rows: questions, columns: [
                Column(t(T.questionnaires.question), .name) { question in
                    let words = t.run(question.words)
                    words
                },
                Column(t(T.questionnaires.mean), .number) { question in t.mean(summary.tally(question, subject).mean) },
                Column(t(T.questionnaires.answers), .number) { question in
                    let tally = summary.tally(question, subject)
                    tally.isShown || tally.answers == 0 ? t.number(tally.answers) : t(T.questionnaires.fewerThan(least: .number(AnswerBatch.least)))
                },
                Column(t(T.questionnaires.distribution)) { question in distribution(question, subject) },
            ], isCaptionHidden: true)
        }
    }

    @HTMLBuilder private func distribution(_ question: Question, _ subject: Int64) -> some HTML {
        let tally = summary.tally(question, subject)
        if tally.isShown, let scale = question.scale { ScaleDrawing(scale: scale, tally: tally, t: t) } else { "–" }
    }

    // MARK: Choices, numbers, words

    @HTMLBuilder private func answer(_ question: Question, _ subject: Int64, asStaff: Bool) -> some HTML {
        let words = t.run(question.words), tally = summary.tally(question, subject)
        switch question.kind {
        case .text, .date: written(question, subject, asStaff: asStaff)
        case .choice, .choices:
            if tally.isShown {
                BarChart(words.text, description: t(T.questionnaires.answersCount(count: tally.answers)), question.choices.map { choice in
                    let said = t.run(choice.words), count = tally.count(choice.code)
                    return BarChart.Bar(said, count, t(T.questionnaires.countShare(count: count, share: .number(tally.share(choice.code)))))
                })
            } else {
                few(words)
            }
        case .number, .scale:
            if tally.isShown {
                Facts { FactLine(words) { t.mean(of: tally) } }
            } else {
                few(words)
            }
        }
    }

    private func few(_ words: Run) -> some HTML {
        Facts { FactLine(words) { t(T.questionnaires.fewerThan(least: .number(AnswerBatch.least))) } }
    }

    @HTMLBuilder private func written(_ question: Question, _ subject: Int64, asStaff: Bool) -> some HTML {
        let words = t.run(question.words), all = summary.written(question, subject), shown = asStaff ? all : all.filter { $0.state == .shown }
        h3 { words }
        if shown.isEmpty {
            HTML::p(.class("muted")) { t(T.questionnaires.nothingWritten) }
        } else if asStaff {
            let count = summary.count(question, subject)
            WrittenForm(answers: shown, survey: survey.id, back: "", reader: reader)
            if count > shown.count {
                HTML::p {
                    a(.href(reader.link("/staff/surveys/\(survey.id)/words?question=\(question.code)&turn=\(subject)"))) { t(T.questionnaires.allWritten(count: count)) }
                }
            }
        } else {
            ForEach(shown) { one in WrittenWords(one.words, t) }
        }
    }
}

/// How answers spread over a scale: bars side by side, said aloud as counts.
struct ScaleDrawing: View {
    let scale: Question.Scale
    let tally: Tally
    let t: Texts

    private static let height = 32, step = 14

    var body: Markup {
        let counts = scale.steps.map { tally.count("\($0)") }, most = max(1, counts.max() ?? 1)
        let said = zip(scale.steps, counts).map { "\($0): \($1)" }.joined(separator: ", ")
        svg(.class("scale-drawing"), .viewBox("0 0 \(Self.step * counts.count) \(Self.height)"), .role("img"), .aria("label", said)) {
            ForEach(Array(counts.enumerated())) { place, count in
                let height = max(count > 0 ? 2 : 0, count * Self.height / most)
                SVG.rect(.x("\(place * Self.step + 1)"), .y("\(Self.height - height)"), .width(Self.step - 2), .height(height))
            }
        }
    }
}
