import Forms
import HTML
import Kernel
import Languages
import Look

/// Means by who answered. A group of fewer than five is not shown, nor one by which it could be found.
struct GroupTables: View {
    let reader: Reader
    let survey: Survey
    let by: Question
    let groups: [String: [AnswerKey: Tally]]
    private var t: Texts { reader.t }

    var body: Markup {
        HTML::p(.class("muted")) { t(T.questionnaires.groupsHint(least: .number(AnswerBatch.least))) }
        ForEach(survey.content.sections) { section in
            ForEach(section.asked(of: survey.subjects)) { subject in
                let questions = section.questions.filter { $0.kind == .scale }
                if !questions.isEmpty {
                    let title = t.run(section.title)
                    h2 { title }
                    if let named = survey.subjects.first(where: { $0.id == subject }), section.isForEach { h3 { t.run(name: named.name, .sr) } }
                    DataTable(t(T.questionnaires.means), rows: questions, columns: [Column(t(T.questionnaires.question), .name) { question in
                        let words = t.run(question.words)
                        words
                    }] + choices.map { choice in
                        Column(choice.run, .number) { question in cell(question, subject, choice.code) }
                    }, isCaptionHidden: true)
                }
            }
        }
    }

    private var choices: [(code: String, run: Run)] {
        by.choices.map { choice in
            let words = t.run(choice.words)
            return (choice.code, words)
        } + [("", Run(t(T.questionnaires.notSaid)))]
    }

    private func cell(_ question: Question, _ subject: Int64, _ group: String) -> String {
        let key = AnswerKey(question.code, subject)
        guard SmallGroups.shown(groups.mapValues { $0[key]?.answers ?? 0 }).contains(group), let tally = groups[group]?[key] else { return "–" }
        return t.mean(of: tally)
    }
}
