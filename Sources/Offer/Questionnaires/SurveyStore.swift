package import Accounts
package import Centres
import Forms
import Foundation
package import Kernel
package import Languages
import Storage

/// Askings as rows: when they begin, whom they ask, when they end.
package enum SurveyStore {
    private static let joined: SQL = "survey s JOIN questionnaire_version v ON v.id = s.version"
    private static let columns: SQL = """
        s.id, s.centre, s.topic, s.subjects, s.language, s.sheets, s.open, s.first_day, s.last_day, s.ended, s.moved, s.destroyed, s.version, v.questionnaire,
        v.number
        """

    package static func surveys(of centre: Centre.ID, limit: Int = 200, in act: Act) throws -> [Survey] {
        try act.db.rows("SELECT \(columns) FROM \(joined) WHERE s.centre = \(centre) ORDER BY s.id DESC LIMIT \(limit)").map { try Survey(row: $0, in: act) }
    }

    package static func surveys(with questionnaire: Questionnaire.ID, in act: Act) throws -> [Survey] {
        try act.db.rows("SELECT \(columns) FROM \(joined) WHERE v.questionnaire = \(questionnaire) ORDER BY s.id DESC").map { try Survey(row: $0, in: act) }
    }

    package static func survey(_ id: Survey.ID, in act: Act) throws -> Survey {
        guard let row = try act.db.row("SELECT \(columns), \(ContentVersion.columns) FROM \(joined) WHERE s.id = \(id)") else { throw Problem.missing }
        try act.sees(row)
        return try Survey(row: row, in: act)
    }

    /// What a version asks. One with which somebody was asked is never changed, so that it is read once for all askings.
    package static func content(of version: Questionnaire.VersionID, in act: Act) throws -> QuestionnaireContent {
        try act.kept("questionnaire version \(version)") {
            guard let written = try act.db.value("SELECT content FROM questionnaire_version WHERE id = \(version)", as: String.self),
                let content = QuestionnaireContent(written: written)
            else { throw StorageError.column("no questionnaire in its column") }
            return content
        }
    }

    /// What was asked in several.
    package static func contents(of surveys: [Survey.ID], in act: Act) throws -> [Survey.ID: QuestionnaireContent] {
        guard !surveys.isEmpty else { return [:] }
        return try act.db.rows("SELECT id, version FROM survey WHERE id IN \(list: surveys)").reduce(into: [:]) { contents, row in
            contents[try row["id"]] = try content(of: row["version"], in: act)
        }
    }

    /// One that the actor may look after; for everybody else it is not there.
    package static func changeable(_ id: Survey.ID, in act: Act) throws -> Survey {
        let survey = try survey(id, in: act)
        guard act.by.coordinates(survey.centre) else { throw Problem.missing }
        return survey
    }

    /// Begins an asking with the newest version, which is fixed by that.
    package static func begin(_ draft: SurveyDraft, with id: Questionnaire.ID, in act: Act) throws -> Survey.ID {
        try act.db.hold("questionnaire", id.value)
        let questionnaire = try QuestionnaireStore.changeable(id, in: act)
        try draft.faults(questionnaire.content).check()
        let subjects = String(decoding: try JSONEncoder().encode(draft.subjects), as: UTF8.self)
        let survey = Survey.ID(try act.db.insert("""
            INSERT INTO survey (centre, version, topic, subjects, language, open, first_day, last_day)
            VALUES (\(questionnaire.centre), \(questionnaire.version), \(draft.topic), \(subjects), \(draft.language), \(draft.isOpen), \(draft.from), \(draft.until))
            RETURNING id
            """))
        try act.record(T.questionnaires.begun, .survey(survey), under: .questionnaire(id), centre: questionnaire.centre)
        return survey
    }

    /// It can be answered for longer; never shorter, for people rely on the day that they were told.
    package static func extend(_ id: Survey.ID, to day: Day, in act: Act) throws {
        try act.db.hold("survey", id.value)
        let survey = try changeable(id, in: act)
        guard survey.ended == nil else { throw Problem.conflict(T.questionnaires.isOver) }
        guard day <= survey.from.adding(days: SurveyDraft.longest) else { throw Problem.invalid("until", T.questionnaires.errorLong(days: .number(SurveyDraft.longest))) }
        guard day >= survey.until else { throw Problem.invalid("until", T.questionnaires.errorShorter(day: .day(survey.until))) }
        try act.db.run("UPDATE survey SET last_day = \(day) WHERE id = \(id)")
        try act.record(T.questionnaires.extended(day: .day(day)), .survey(id), centre: survey.centre)
    }

    // MARK: On paper

    /// Gives so many more sheets of paper numbers, each once.
    package static func addSheets(_ count: Int, to id: Survey.ID, in act: Act) throws -> ClosedRange<Int> {
        try act.db.hold("survey", id.value)
        let survey = try changeable(id, in: act), sheets = survey.sheets + count
        guard survey.ended == nil else { throw Problem.conflict(T.questionnaires.isOver) }
        guard SheetCode.atOnce.contains(count), sheets <= SheetCode.most else {
            throw Problem.invalid("count", T.questionnaires.errorManySheets(most: .number(SheetCode.most), there: .number(survey.sheets)))
        }
        try act.db.run("UPDATE survey SET sheets = \(sheets) WHERE id = \(id)")
        try act.record(T.questionnaires.sheetsAdded(count: count), .survey(id), centre: survey.centre)
        return survey.sheets + 1...sheets
    }

    // MARK: Who is asked by letter

    /// Asks those who were not asked yet.
    package static func invite(_ people: [Person.ID], to id: Survey.ID, in act: Act) throws -> [(invite: ID<SurveyInviteTag>, person: Person.ID)] {
        try people.compactMap { person in
            try act.db.row("INSERT INTO survey_invite (survey, person) VALUES (\(id), \(person)) ON CONFLICT (survey, person) DO NOTHING RETURNING id").map {
                (try $0["id"], person)
            }
        }
    }

    package static func invited(to id: Survey.ID, in act: Act) throws -> [(invite: ID<SurveyInviteTag>, person: Person.ID)] {
        try act.db.rows("SELECT id, person FROM survey_invite WHERE survey = \(id) ORDER BY id").map { (try $0["id"], try $0["person"]) }
    }

    /// The invitation of somebody, for what opens once they have answered.
    package static func invite(of person: Person.ID, to id: Survey.ID, in act: Act) throws -> ID<SurveyInviteTag>? {
        try act.db.value("SELECT id FROM survey_invite WHERE survey = \(id) AND person = \(person)")
    }

    /// What somebody is asked by letter at a centre, can still be answered and was not.
    static func waiting(for person: Person.ID, at centre: Centre.ID, on today: Day, _ seal: Seal, in act: Act) throws -> [(link: AnswerLink, survey: Survey)] {
        try act.db.rows("""
            SELECT i.id, i.survey FROM survey_invite i JOIN survey s ON s.id = i.survey
            WHERE i.person = \(person) AND s.centre = \(centre) AND s.ended IS NULL AND s.first_day <= \(today) AND s.last_day >= \(today) ORDER BY s.last_day, s.id
            """).compactMap { row in
            let link = AnswerLink.invited(try row["id"], to: try row["survey"])
            return try AnswerStore.isGiven(link, seal, in: act) ? nil : (link, try survey(link.survey, in: act))
        }
    }

    /// Askings of a centre by their topics and the titles of their questionnaires, the newest first.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [Survey] {
        let rows = try act.db.rows("SELECT id, topic, version FROM survey WHERE centre = \(centre) ORDER BY id DESC LIMIT 2000")
        let found = try rows.lazy.filter { row in
            let title = try content(of: row["version"], in: act).title, topic: String = try row["topic"]
            return Fold.finds(words, in: ([topic] + title.languages.map { title[$0] }).joined(separator: " "))
        }
        return try found.prefix(limit).map { try survey($0["id"], in: act) }
    }

    // MARK: Standing

    /// That somebody was asked goes with them; their answers were never theirs to find.
    static func forget(_ person: Person.ID, in act: Act) throws { try act.db.run("DELETE FROM survey_invite WHERE person = \(person)") }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let surveys = try act.db.rows("SELECT survey FROM survey_invite WHERE person = \(person) ORDER BY id").map { try $0["survey"] as Survey.ID }
        return HeldData("survey_invite", surveys.map { ["survey": "\($0)"] })
    }

    /// How many answers wait and cannot be looked at yet.
    package static func waiting(_ id: Survey.ID, in act: Act) throws -> Int { try act.db.count("SELECT count(*) FROM survey_envelope WHERE survey = \(id)") }

    /// Those of the links under which an answer was given. The seal makes names of the links that no table ties to anybody.
    package static func answered(_ links: [AnswerLink], _ seal: Seal, in act: Act) throws -> Set<AnswerLink> {
        guard let survey = links.first?.survey else { return [] }
        let names = try Set(act.db.rows("""
            SELECT id FROM survey_envelope WHERE survey = \(survey) UNION ALL SELECT id FROM survey_answered WHERE survey = \(survey)
            """).map { try $0["id"] as String })
        return Set(links.filter { names.contains($0.envelope(seal)) })
    }
}

extension Survey {
    init(row: Row, in act: Act) throws {
        let subjects: String = try row["subjects"], version: Questionnaire.VersionID = try row["version"]
        self.init(
            id: try row["id"], centre: try row["centre"], questionnaire: try row["questionnaire"], version: version, number: try row["number"],
            content: try SurveyStore.content(of: version, in: act), topic: try row["topic"],
            subjects: subjects == "[]" ? [] : try JSONDecoder().decode([SurveySubject].self, from: Data(subjects.utf8)), language: try row["language"],
            sheets: try row["sheets"], isOpen: try row["open"], from: try row["first_day"], until: try row["last_day"], ended: try row["ended"],
            moved: try row["moved"], destroyed: try row["destroyed"])
    }
}

extension SurveyDraft {
    static let longest = 365

    fileprivate func faults(_ content: QuestionnaireContent) -> Faults {
        var faults = Faults()
        faults.require(content.faults.isEmpty, "questionnaire", T.questionnaires.errorFaulty)
        faults.require(until >= from, "until", T.questionnaires.errorDays)
        faults.require(until <= from.adding(days: Self.longest), "until", T.questionnaires.errorLong(days: .number(Self.longest)))
        faults.limit(topic, "topic", .sentence)
        return faults
    }
}
