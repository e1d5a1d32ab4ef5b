import Centres
import Documents
import Languages
import Look

/// What came of an asking, to be handed on: the same rules of small numbers as on the page, and of what people wrote only what the centre has let be shown.
struct SummaryPaper {
    let summary: Summary
    let centre: Centre
    let logo: CentreLogo?
    let t: Texts
    private var survey: Survey { summary.survey }

    init(_ summary: Summary, _ centre: Centre, _ logo: CentreLogo?, _ t: Texts) {
        (self.summary, self.centre, self.logo, self.t) = (summary, centre, logo, t)
    }

    var paper: Paper {
        let title = t.said(survey.content.title), topic = t.shown(survey.topic)
        var paper = Paper(
            language: t.language.rawValue, title: title, subtitle: topic.isEmpty ? nil : topic, head: topic.isEmpty ? title : "\(title) · \(topic)",
            page: t(T.questionnaires.sheetPage(page: "{page}", pages: "{pages}")), centre: .init(centre, logo, t))
        paper.facts = [
            Paper.Fact(t(T.questionnaires.answers), t.number(survey.moved)),
            Paper.Fact(t(T.questionnaires.asked), t(T.questionnaires.between(least: .day(survey.from), most: .day(survey.until)))),
        ]
        paper.sections = survey.content.sections.flatMap { section in section.asked(of: survey.subjects).flatMap { sections(section, $0) } }
        paper.notes = [t(T.questionnaires.paperRule(least: .number(AnswerBatch.least)))]
        return paper
    }

    private func sections(_ section: QuestionSection, _ subject: Int64) -> [Paper.Section] {
        let named = section.isForEach ? survey.subjects.first { $0.id == subject }?.name : nil, title = [t.said(section.title), named ?? ""].filter { !$0.isEmpty }
        let scales = section.questions.filter { $0.kind == .scale }, others = section.questions.filter { $0.kind != .scale }
        let marks = scales.isEmpty ? [] : [Paper.Section(title: title.joined(separator: ": "), table: marks(scales, subject))]
        return marks + others.map { part($0, subject, of: named) }
    }

    private func marks(_ questions: [Question], _ subject: Int64) -> Paper.Table {
        Paper.Table(
            columns: [
                Paper.Column(t(T.questionnaires.question), share: 1), Paper.Column(t(T.questionnaires.mean), mm: 18, align: .right),
                Paper.Column(t(T.questionnaires.answers), mm: 24, align: .right), Paper.Column(t(T.questionnaires.distribution), mm: 44),
            ],
            rows: questions.map { question in
                let tally = summary.tally(question, subject), scale = question.scale ?? Question.Scale(1, 5)
                let cells: [Paper.Cell] = [words(question.words), .init(t.mean(tally.mean))]
                guard tally.isShown else { return cells + [.init(tally.answers == 0 ? t.number(0) : few, tone: .muted), "–"] }
                let counts = scale.steps.map { tally.count("\($0)") }
                let said = zip(scale.steps, counts).map { "\($0): \($1)" }.joined(separator: ", ")
                return cells + [.init(t.number(tally.answers)), .init(said, counts: counts, steps: scale.steps.map { "\($0)" })]
            })
    }

    private func part(_ question: Question, _ subject: Int64, of name: String?) -> Paper.Section {
        let title = [name ?? "", t.said(question.words)].filter { !$0.isEmpty }.joined(separator: ": "), tally = summary.tally(question, subject)
        switch question.kind {
        case .choice, .choices:
            guard tally.isShown else { return Paper.Section(title: title, text: [tally.answers == 0 ? t(T.questionnaires.nothingCame) : few]) }
            return Paper.Section(title: title, table: Paper.Table(
                columns: [
                    Paper.Column(t(T.questionnaires.choices), share: 1),
                    Paper.Column(t(T.questionnaires.answersCount(count: tally.answers)), mm: 60, align: .right),
                ],
                rows: question.choices.map { choice in
                    let count = tally.count(choice.code), share = tally.share(choice.code)
                    return [words(choice.words), .init(t(T.questionnaires.countShare(count: count, share: .number(share))), bar: Double(share) / 100)]
                }))
        case .number, .scale: return Paper.Section(title: title, text: [tally.isShown ? t.mean(of: tally) : few])
        case .text, .date:
            let written = summary.written(question, subject).filter { $0.state == .shown }.map { t.shown($0.words) }
            return Paper.Section(title: title, text: written.isEmpty ? [t(T.questionnaires.nothingShown)] : written.map { "– \($0)" })
        }
    }

    private var few: String { t(T.questionnaires.fewerThan(least: .number(AnswerBatch.least))) }

    private func words(_ words: QuestionWords) -> Paper.Cell {
        let run = t.run(words)
        return Paper.Cell(run.text, language: run.lang.map { $0 == Language.sr.htmlLang ? Language.sr.rawValue : $0 })
    }
}
