package import Accounts
package import Centres
import Events
package import Kernel
import Languages
import Questionnaires
import Storage

/// The marks of trainers, read from the counts of evaluations.
package enum TrainerMarkStore {
    package static func marks(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> TrainerMarks {
        let points = try points(of: person, at: centre, in: act)
        return TrainerMarks(points: points, centre: points.isEmpty ? [:] : try years(of: centre, in: act))
    }

    static func isEvaluated(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> Bool {
        try act.db.exists("""
            SELECT 1 FROM event_trainer t JOIN evaluation v ON v.event = t.event JOIN survey s ON s.id = v.survey
            WHERE t.person = \(person) AND s.centre = \(centre) AND s.moved >= \(AnswerBatch.least)
            """)
    }

    /// Who led an event is found in its evaluation by the name, as it stood there when it began.
    private static func points(of person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [EvaluationPoint] {
        let rows = try act.db.rows("""
            SELECT v.event, v.survey, t.name FROM event_trainer t JOIN evaluation v ON v.event = t.event JOIN survey s ON s.id = v.survey
            WHERE t.person = \(person) AND s.centre = \(centre) AND s.moved >= \(AnswerBatch.least) ORDER BY s.first_day, v.event LIMIT 400
            """).map { (event: try $0["event"] as Event.ID, survey: try $0["survey"] as Survey.ID, name: try $0["name"] as String) }
        let tallies = try SummaryStore.tallies(of: rows.map(\.survey), in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(rows.map(\.event), in: act).map { ($0.id, $0) })
        return try rows.compactMap { row in
            let survey = try SurveyStore.survey(row.survey, in: act), codes = survey.content.trainerMarks
            guard let event = events[row.event], let own = survey.subjects.first(where: { $0.name == row.name }) else { return nil }
            let grade = (tallies[row.survey] ?? [:]).filter { $0.key.subject == own.id && codes.contains($0.key.question) && $0.value.isShown }.values.reduce(Tally(), +)
            return grade.isShown ? EvaluationPoint(event: event.id, day: survey.from, title: event.title(in: event.plan.language), grade: grade) : nil
        }
    }

    private static func years(of centre: Centre.ID, in act: Act) throws -> [Int: Tally] {
        try act.db.rows("""
            SELECT substr(s.first_day, 1, 4) AS year, s.version, t.question, t.value, sum(t.answers) AS answers
            FROM survey_tally t JOIN survey s ON s.id = t.survey JOIN evaluation v ON v.survey = s.id
            WHERE s.centre = \(centre) AND s.moved >= \(AnswerBatch.least) AND t.by_question = '' AND t.turn > 0 AND EXISTS (
                SELECT 1 FROM survey_tally a WHERE a.survey = t.survey AND a.by_question = '' AND a.by_value = '' AND a.question = t.question AND a.turn = t.turn
                    AND a.value = '' AND a.answers >= \(AnswerBatch.least))
            GROUP BY substr(s.first_day, 1, 4), s.version, t.question, t.value
            """).reduce(into: [:]) { years, row in
            let question: String = try row["question"], year = Int(typed: try row["year"] as String, in: 1...9_999) ?? 0
            guard try SurveyStore.content(of: row["version"], in: act).trainerMarks.contains(question) else { return }
            years[year, default: Tally()].counts[try row["value"], default: 0] += try row["answers"]
        }
    }
}
