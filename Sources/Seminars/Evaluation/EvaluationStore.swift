package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Questionnaires
import Storage

/// Which event is evaluated by which survey.
package enum EvaluationStore {
    // MARK: The rule

    package static func rule(of centre: Centre.ID, in act: Act) throws -> EvaluationRule? {
        try act.db.row("SELECT questionnaire, days, opens_proof, since FROM evaluation_rule WHERE centre = \(centre)").map(EvaluationRule.init(row:))
    }

    package static func set(_ rule: EvaluationRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        let questionnaire = try QuestionnaireStore.changeable(rule.questionnaire, in: act)
        guard questionnaire.centre == centre, questionnaire.content.faults.isEmpty, !questionnaire.isRetired else {
            throw Problem.invalid("questionnaire", T.evaluation.errorQuestionnaire)
        }
        try act.db.run("""
            INSERT INTO evaluation_rule (centre, questionnaire, days, opens_proof, since)
            VALUES (\(centre), \(rule.questionnaire), \(rule.days), \(rule.opensProof), \(rule.since))
            ON CONFLICT (centre) DO UPDATE SET questionnaire = excluded.questionnaire, days = excluded.days, opens_proof = excluded.opens_proof
            """)
        try act.record(T.evaluation.ruleSet, .centre(centre), centre: centre)
    }

    package static func removeRule(of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.run("DELETE FROM evaluation_rule WHERE centre = \(centre)")
        try act.record(T.evaluation.ruleRemoved, .centre(centre), centre: centre)
    }

    // MARK: One event

    package static func evaluation(of event: Event.ID, reading choice: WrittenAnswer.Choice = .first, in act: Act) throws -> Evaluation? {
        guard let survey = try survey(of: event, in: act) else { return nil }
        return Evaluation(event: event, summary: try SummaryStore.summary(of: SurveyStore.survey(survey, in: act), reading: choice, in: act))
    }

    package static func survey(of event: Event.ID, in act: Act) throws -> Survey.ID? { try act.db.value("SELECT survey FROM evaluation WHERE event = \(event)") }

    /// Asks everybody who was there, once.
    /// - Returns: to how many a letter went.
    @discardableResult
    package static func begin(_ id: Event.ID, _ seal: Seal, in act: Act) throws -> Int {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act), centre = try CentreStore.centre(event.centre, in: act)
        guard try survey(of: id, in: act) == nil else { throw Problem.conflict(T.evaluation.errorBegun) }
        guard let rule = try rule(of: event.centre, in: act) else { throw Problem.conflict(T.evaluation.errorNoRule) }
        guard let starts = event.starts, starts <= act.now, !event.state.isOff, event.state != .draft else { throw Problem.conflict(T.evaluation.errorEarly) }
        let people = try present(at: id, in: act)
        guard !people.isEmpty else { throw Problem.conflict(T.evaluation.errorNobody) }
        let survey = try begin(event, rule, on: centre.zone.day(of: act.now), in: act)
        return try SurveyLetters.ask(people, to: SurveyStore.survey(survey, in: act), seal, in: act)
    }

    /// Evaluates by sheets of paper, which are printed before the event and typed in from its last day on. Then nobody is asked by letter: they would answer twice.
    package static func beginOnPaper(_ id: Event.ID, in act: Act) throws -> Survey.ID {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act), zone = try CentreStore.centre(event.centre, in: act).zone
        guard try survey(of: id, in: act) == nil else { throw Problem.conflict(T.evaluation.errorBegun) }
        guard let rule = try rule(of: event.centre, in: act) else { throw Problem.conflict(T.evaluation.errorNoRule) }
        guard let ends = event.ends, !event.state.isOff, event.state != .draft else { throw Problem.conflict(T.evaluation.errorEarly) }
        return try begin(event, rule, on: max(zone.day(of: ends), zone.day(of: act.now)), in: act)
    }

    private static func begin(_ event: Event, _ rule: EvaluationRule, on day: Day, in act: Act) throws -> Survey.ID {
        var draft = SurveyDraft(from: day, until: day.adding(days: rule.days))
        draft.language = event.plan.language
        draft.topic = event.title(in: event.plan.language).text
        draft.subjects = subjects(of: event)
        let survey = try SurveyStore.begin(draft, with: rule.questionnaire, in: act)
        try act.db.run("INSERT INTO evaluation (event, survey) VALUES (\(event.id), \(survey))")
        try act.record(T.evaluation.begun, .event(event.id), centre: event.centre)
        return survey
    }

    /// Those about whom questions are asked again, by their places in the list.
    package static func subjects(of event: Event) -> [SurveySubject] {
        event.plan.trainers.enumerated().map { SurveySubject(id: Int64($0 + 1), name: $1.name) }
    }

    /// An evaluation that came on paper, or is invented: all its answers at once, which is over.
    package static func bring(_ answers: [Answers], of id: Event.ID, in act: Act) throws {
        let event = try EventStore.event(runBy: act.by, id, in: act), zone = try CentreStore.centre(event.centre, in: act).zone
        guard let rule = try rule(of: event.centre, in: act) else { throw Problem.conflict(T.evaluation.errorNoRule) }
        try AnswerStore.bring(answers, to: begin(event, rule, on: zone.day(of: act.now), in: act), in: act)
    }

    /// Whoever is marked as having been there; where nobody is marked yet, all who have a seat.
    private static func present(at event: Event.ID, in act: Act) throws -> [Person.ID] {
        func people(_ condition: SQL) throws -> [Person.ID] {
            try act.db.rows("""
                SELECT DISTINCT r.person FROM registration r JOIN person p ON p.id = r.person
                WHERE r.event = \(event) AND r.state = 'admitted' AND NOT r.unnamed AND p.erased IS NULL\(condition) ORDER BY r.person
                """).map { try $0["person"] }
        }
        let marked = try people(" AND EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left'))")
        return marked.isEmpty ? try people("") : marked
    }

    // MARK: By the clock

    /// Begins what is due, each event in an act of its own, and reminds once in the middle.
    package static func tend(_ records: Records, _ seal: Seal) async throws {
        let ready = try await records.read(as: .system) { try due(in: $0) }
        for event in ready { try await records.write(by: .system) { try beginIfStillDue(event, seal, in: $0) } }
        let late = try await records.read(as: .system) { try unreminded(in: $0) }
        for (event, survey) in late { try await records.write(by: .system) { try remind(event, survey, seal, in: $0) } }
    }

    /// Another copy of the program, or somebody of the centre, may have begun it meanwhile; and nobody may be there to ask.
    private static func beginIfStillDue(_ event: Event.ID, _ seal: Seal, in act: Act) throws {
        do { _ = try begin(event, seal, in: act) } catch let problem as Problem where problem.kind == .conflict {}
    }

    private static func remind(_ event: Event.ID, _ survey: Survey.ID, _ seal: Seal, in act: Act) throws {
        guard try act.db.run("UPDATE evaluation SET reminded = \(act.now) WHERE event = \(event) AND reminded IS NULL") > 0 else { return }
        _ = try SurveyLetters.remind(SurveyStore.survey(survey, in: act), seal, in: act)
    }

    private static func due(in act: Act) throws -> [Event.ID] {
        let earliest = act.now.adding(days: -EvaluationRule.daysBounds.upperBound - 1)
        let ended = try act.db.rows("""
            SELECT e.id, e.centre, e.ends FROM event e JOIN evaluation_rule r ON r.centre = e.centre LEFT JOIN evaluation v ON v.event = e.id
            WHERE e.ends < \(act.now) AND e.ends > \(earliest) AND e.state IN ('announced', 'confirmed', 'held', 'closed') AND v.event IS NULL
                AND EXISTS (SELECT 1 FROM registration g WHERE g.event = e.id AND g.state = 'admitted')
            ORDER BY e.id
            """)
        return try ended.filter { row in
            let centre = try CentreStore.centre(row["centre"], in: act)
            return try rule(of: centre.id, in: act)?.isDue(row["ends"], at: act.now, in: centre.zone) ?? false
        }.map { try $0["id"] }
    }

    private static func unreminded(in act: Act) throws -> [(Event.ID, Survey.ID)] {
        try act.db.rows("""
            SELECT v.event, v.survey FROM evaluation v JOIN survey s ON s.id = v.survey WHERE v.reminded IS NULL AND s.ended IS NULL ORDER BY v.event
            """).map { (event: try $0["event"] as Event.ID, survey: try $0["survey"] as Survey.ID) }.filter { _, id in
            let survey = try SurveyStore.survey(id, in: act), centre = try CentreStore.centre(survey.centre, in: act), today = centre.zone.day(of: act.now)
            guard let rule = try rule(of: centre.id, in: act) else { return false }
            return today >= rule.reminder(of: survey) && survey.state(on: today) == .open
        }
    }

    // MARK: Beside others

    /// Evaluations of a centre's events from a day on, by the numbers of their programmes; 0 where an event has none.
    package static func points(of centre: Centre.ID, since day: Day, programme: Int64? = nil, in act: Act) throws -> [Int64: [EvaluationPoint]] {
        let narrowed: SQL = programme.map { " AND e.programme = \($0)" } ?? ""
        let rows = try act.db.rows("""
            SELECT v.event, v.survey, e.programme, s.first_day FROM evaluation v JOIN survey s ON s.id = v.survey JOIN event e ON e.id = v.event
            WHERE e.centre = \(centre) AND s.first_day >= \(day)\(narrowed) ORDER BY s.first_day, v.event
            """)
        let tallies = try SummaryStore.tallies(of: rows.map { try $0["survey"] }, in: act)
        let contents = try SurveyStore.contents(of: rows.map { try $0["survey"] }, in: act)
        let events = Dictionary(uniqueKeysWithValues: try EventStore.events(rows.map { try $0["event"] }, in: act).map { ($0.id, $0) })
        return try rows.reduce(into: [:]) { points, row in
            let survey: Survey.ID = try row["survey"], id: Event.ID = try row["event"], programme: Int64? = try row["programme"]
            guard let event = events[id], let content = contents[survey] else { return }
            points[programme ?? 0, default: []].append(EvaluationPoint(
                event: id, day: try row["first_day"], title: event.title(in: event.plan.language), grade: content.grade(tallies[survey] ?? [:])))
        }
    }

    /// Events with words that nobody of the centre has read, the oldest first.
    static func unread(at centre: Centre.ID, in act: Act) throws -> [(event: Event.ID, unread: Int, day: Day)] {
        try act.db.rows("""
            SELECT v.event, count(*) AS unread, s.first_day FROM evaluation v JOIN survey s ON s.id = v.survey JOIN survey_words w ON w.survey = v.survey
            WHERE s.centre = \(centre) AND w.state = 'new' GROUP BY v.event, s.first_day ORDER BY s.first_day, v.event LIMIT 30
            """).map { (event: try $0["event"], unread: try $0["unread"], day: try $0["first_day"]) }
    }

    /// A draft that comes to nothing takes its evaluation along; it had none that anybody could answer.
    static func discard(_ event: Event.ID, in act: Act) throws { try act.db.run("DELETE FROM evaluation WHERE event = \(event)") }

    // MARK: What opens once it is answered

    /// Where somebody answers before a proof opens; nil where nothing is asked, it was answered, or it can no longer be.
    package static func asked(before person: Person.ID, of event: Event.ID, _ seal: Seal, in act: Act) throws -> String? {
        guard let id = try survey(of: event, in: act) else { return nil }
        let survey = try SurveyStore.survey(id, in: act), today = try CentreStore.centre(survey.centre, in: act).zone.day(of: act.now)
        guard try rule(of: survey.centre, in: act)?.opensProof == true, survey.state(on: today) == .open,
            let invite = try SurveyStore.invite(of: person, to: id, in: act) else { return nil }
        let link = AnswerLink.invited(invite, to: id)
        return try AnswerStore.isGiven(link, seal, in: act) ? nil : "/surveys/\(link.text(seal))"
    }
}
