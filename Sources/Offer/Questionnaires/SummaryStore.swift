package import Kernel
package import Languages
import Storage

/// What came of askings, read from the counts that are kept of the answers.
package enum SummaryStore {
    /// Two queries, however many answered.
    package static func summary(of survey: Survey, in act: Act) throws -> Summary {
        Summary(survey: survey, tallies: try tallies(of: [survey.id], in: act)[survey.id] ?? [:], written: try written(of: survey.id, in: act))
    }

    /// The counts of several askings, for a trend.
    package static func tallies(of surveys: [Survey.ID], in act: Act) throws -> [Survey.ID: [AnswerKey: Tally]] {
        guard !surveys.isEmpty else { return [:] }
        return try act.db.rows("SELECT survey, question, turn, value, answers FROM survey_tally WHERE survey IN \(list: surveys)").reduce(into: [:]) { all, row in
            let key = AnswerKey(try row["question"], try row["turn"])
            all[try row["survey"], default: [:]][key, default: Tally()].counts[try row["value"]] = try row["answers"]
        }
    }

    private static func written(of survey: Survey.ID, in act: Act) throws -> [WrittenAnswer] {
        try act.db.rows("SELECT id, question, turn, words, state FROM survey_words WHERE survey = \(survey) ORDER BY id").map { row in
            WrittenAnswer(id: try row["id"], key: AnswerKey(try row["question"], try row["turn"]), words: try row["words"], state: try row["state"])
        }
    }

    /// Every answer by itself, without its words, in the order of their random names: nothing where too few came.
    package static func answers(of survey: Survey, in act: Act) throws -> [Answers] {
        guard survey.moved >= AnswerBatch.least else { return [] }
        return try act.db.rows("SELECT given FROM survey_answer WHERE survey = \(survey.id) ORDER BY id").map { try Answers(written: $0["given"] as String) }
    }

    /// The same counts for each choice of a question about who answers. Who passed it over stands under an empty choice.
    package static func groups(of survey: Survey, by question: Question, in act: Act) throws -> [String: [AnswerKey: Tally]] {
        try answers(of: survey, in: act).reduce(into: [:]) { groups, answers in
            let group = answers[AnswerKey(question.code)].first ?? ""
            for (key, values) in answers.values { groups[group, default: [:]][key, default: Tally()].add(values) }
        }
    }

    // MARK: What people wrote

    /// Shows or hides what was written, after somebody has read it.
    package static func screen(_ states: [String: WrittenAnswer.State], of id: Survey.ID, in act: Act) throws {
        let survey = try SurveyStore.changeable(id, in: act), before = try written(of: id, in: act)
        let changed = before.filter { states[$0.id].map { [state = $0.state] in $0 != state } ?? false }
        for one in changed { try act.db.run("UPDATE survey_words SET state = \(states[one.id] ?? one.state) WHERE id = \(one.id) AND survey = \(id)") }
        if !changed.isEmpty { try act.record(T.questionnaires.screened(count: changed.count), .survey(id), centre: survey.centre) }
    }
}
