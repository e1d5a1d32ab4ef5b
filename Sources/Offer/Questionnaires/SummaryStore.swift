package import Kernel
package import Languages
import Storage

/// What came of askings, read from the counts that are kept of the answers.
package enum SummaryStore {
    /// Three queries, however many answered.
    package static func summary(of survey: Survey, reading choice: WrittenAnswer.Choice = .first, in act: Act) throws -> Summary {
        Summary(
            survey: survey, tallies: try tallies(of: [survey.id], in: act)[survey.id] ?? [:], written: try written(of: survey.id, choice, in: act),
            counts: try counts(of: survey.id, in: act))
    }

    /// The counts of several askings, for a trend.
    package static func tallies(of surveys: [Survey.ID], in act: Act) throws -> [Survey.ID: [AnswerKey: Tally]] {
        guard !surveys.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT survey, question, turn, value, answers FROM survey_tally WHERE survey IN \(list: surveys) AND by_question = ''
            """).reduce(into: [:]) { all, row in
            let key = AnswerKey(try row["question"], try row["turn"])
            all[try row["survey"], default: [:]][key, default: Tally()].counts[try row["value"]] = try row["answers"]
        }
    }

    // MARK: What people wrote

    /// The unread first; among themselves by their random names.
    private static let order: SQL = "CASE state WHEN 'new' THEN 0 WHEN 'shown' THEN 1 ELSE 2 END, id"
    private static let columns: SQL = "w.id, w.question, w.turn, w.words, w.state"

    private static func written(of survey: Survey.ID, _ choice: WrittenAnswer.Choice, in act: Act) throws -> [WrittenAnswer] {
        let from: SQL = switch choice {
        case .first:
            """
            survey_words w JOIN (
                SELECT id, row_number() OVER (PARTITION BY question, turn ORDER BY \(order)) AS place FROM survey_words WHERE survey = \(survey)
            ) p ON p.id = w.id WHERE p.place <= \(WrittenAnswer.first) ORDER BY p.place, w.id
            """
        case .shown: "survey_words w WHERE w.survey = \(survey) AND w.state = 'shown' ORDER BY w.id"
        case .notHidden: "survey_words w WHERE w.survey = \(survey) AND w.state <> 'hidden' ORDER BY w.id"
        }
        return try act.db.rows("SELECT \(columns) FROM \(from)").map(WrittenAnswer.init(row:))
    }

    private static func counts(of survey: Survey.ID, in act: Act) throws -> [AnswerKey: [WrittenAnswer.State: Int]] {
        try act.db.rows("SELECT question, turn, state, count(*) AS written FROM survey_words WHERE survey = \(survey) GROUP BY question, turn, state")
            .reduce(into: [:]) { counts, row in counts[AnswerKey(try row["question"], try row["turn"]), default: [:]][try row["state"]] = try row["written"] }
    }

    static func count(_ key: AnswerKey, of survey: Survey.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM survey_words WHERE survey = \(survey) AND question = \(key.question) AND turn = \(key.subject)")
    }

    /// A page of what was written in answer to one question.
    static func written(_ key: AnswerKey, of survey: Survey.ID, from offset: Int, count: Int, in act: Act) throws -> [WrittenAnswer] {
        try act.db.rows("""
            SELECT \(columns) FROM survey_words w WHERE w.survey = \(survey) AND w.question = \(key.question) AND w.turn = \(key.subject)
            ORDER BY \(order) LIMIT \(count) OFFSET \(offset)
            """).map(WrittenAnswer.init(row:))
    }

    // MARK: One by one, and by groups

    /// Every answer by itself, without its words, in the order of their random names: nothing where too few came.
    package static func answers(of survey: Survey, in act: Act) throws -> [Answers] {
        guard survey.moved >= AnswerBatch.least else { return [] }
        return try act.db.rows("SELECT given FROM survey_answer WHERE survey = \(survey.id) ORDER BY id").map { try Answers(written: $0["given"] as String) }
    }

    /// The same counts of marks for each choice of a question about who answers. Who passed it over stands under an empty choice. Nothing while people still
    /// answer: between two looks a group may grow by one, where all together grow by five.
    package static func groups(of survey: Survey, by question: Question, in act: Act) throws -> [String: [AnswerKey: Tally]] {
        guard survey.showsGroups else { return [:] }
        return try act.db.rows("""
            SELECT by_value, question, turn, value, answers FROM survey_tally WHERE survey = \(survey.id) AND by_question = \(question.code)
            """).reduce(into: [:]) { groups, row in
            let key = AnswerKey(try row["question"], try row["turn"])
            groups[try row["by_value"], default: [:]][key, default: Tally()].counts[try row["value"]] = try row["answers"]
        }
    }

    // MARK: What people wrote, and who may see it

    /// Shows or hides what was written, after somebody has read it.
    package static func screen(_ states: [String: WrittenAnswer.State], of id: Survey.ID, in act: Act) throws {
        let survey = try SurveyStore.changeable(id, in: act)
        let changed = try states.sorted { $0.key < $1.key }.count { name, state in
            try act.db.run("UPDATE survey_words SET state = \(state) WHERE id = \(name) AND survey = \(id) AND state <> \(state)") > 0
        }
        if changed > 0 { try act.record(T.questionnaires.screened(count: changed), .survey(id), centre: survey.centre) }
    }
}

extension WrittenAnswer {
    fileprivate init(row: Row) throws {
        self.init(id: try row["id"], key: AnswerKey(try row["question"], try row["turn"]), words: try row["words"], state: try row["state"])
    }
}
