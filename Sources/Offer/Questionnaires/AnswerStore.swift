import Foundation
import Centres
package import Kernel
package import Languages
import Storage

/// What people answer: a draft under their own link, an envelope that waits, and at last rows that nobody can be found by.
package enum AnswerStore {
    // MARK: Drafts

    package static func draft(of link: AnswerLink, _ seal: Seal, in act: Act) throws -> Answers {
        guard let sealed = try act.db.value("SELECT sealed FROM survey_draft WHERE id = \(link.draft(seal))", as: [UInt8].self) else { return Answers() }
        return try Answers(written: String(decoding: seal.open(sealed, for: purpose(of: link, seal)), as: UTF8.self))
    }

    package static func keep(_ answers: Answers, under link: AnswerLink, on day: Day, _ seal: Seal, in act: Act) throws {
        let sealed = try seal.seal(Array(answers.written.utf8), for: purpose(of: link, seal))
        try act.db.run("""
            INSERT INTO survey_draft (id, survey, day, sealed) VALUES (\(link.draft(seal)), \(link.survey), \(day), \(sealed))
            ON CONFLICT (id) DO UPDATE SET day = excluded.day, sealed = excluded.sealed
            """)
    }

    private static func purpose(of link: AnswerLink, _ seal: Seal) -> String { "answer \(link.text(seal))" }

    // MARK: Given

    package static func isGiven(_ link: AnswerLink, _ seal: Seal, in act: Act) throws -> Bool {
        let name = link.envelope(seal)
        return try act.db.exists("SELECT id FROM survey_envelope WHERE id = \(name) UNION ALL SELECT id FROM survey_answered WHERE id = \(name)")
    }

    /// Puts an answer into its envelope. Nothing of who gave it or when stands beside it, and no journal tells of it.
    /// - Returns: false when this link had been answered before: then nothing changes.
    @discardableResult
    package static func give(_ answers: Answers, under link: AnswerLink, _ seal: Seal, in act: Act) throws -> Bool {
        try act.db.hold("survey", link.survey.value)
        let look = act.looking, survey = try SurveyStore.survey(link.survey, in: look)
        let today = try CentreStore.centre(survey.centre, in: look).zone.day(of: act.now)
        guard survey.state(on: today) == .open else { throw Problem.conflict(T.questionnaires.isOver) }
        try act.db.run("DELETE FROM survey_draft WHERE id = \(link.draft(seal))")
        if try isGiven(link, seal, in: act) { return false }
        let kept = answers.only(survey.content, survey.subjects), name = link.envelope(seal)
        let sealed = try seal.seal(Array(kept.written.utf8), for: "envelope \(name)")
        try act.db.run("INSERT INTO survey_envelope (id, survey, sealed) VALUES (\(name), \(survey.id), \(sealed))")
        return true
    }

    // MARK: Moved

    /// Moves what may move of all askings, and ends those that are over. What cannot be opened any more, after the key was lost, is dropped: whoever gave it
    /// can answer anew.
    package static func moveAll(_ records: Records, _ seal: Seal) async throws {
        let ready = try await records.read(as: .system) { act in
            try act.db.rows("""
                SELECT s.id, s.last_day, count(e.id) AS waiting FROM survey s LEFT JOIN survey_envelope e ON e.survey = s.id WHERE s.ended IS NULL
                GROUP BY s.id, s.last_day
                """).map { (id: try $0["id"] as Survey.ID, waiting: try $0["waiting"] as Int) }
        }
        for (id, waiting) in ready {
            let isLast = try await records.read(as: .system) { act in try isOver(SurveyStore.survey(id, in: act), in: act) }
            if isLast || AnswerBatch.size(waiting: waiting, isLast: false) > 0 { try await move(id, isLast: isLast, records, seal) }
        }
    }

    private static func isOver(_ survey: Survey, in act: Act) throws -> Bool {
        try survey.until < (CentreStore.centre(survey.centre, in: act).zone.day(of: act.now))
    }

    /// - Parameter isLast: nobody can answer any more: what is left moves, or is destroyed.
    static func move(_ id: Survey.ID, isLast: Bool, _ records: Records, _ seal: Seal) async throws {
        let waiting = try await records.read(as: .system) { act in
            try act.db.rows("SELECT id, sealed FROM survey_envelope WHERE survey = \(id)").map { (name: try $0["id"] as String, sealed: try $0["sealed"] as [UInt8]) }
        }
        let opened = waiting.map { name, sealed in
            (name: name, answers: try? Answers(written: String(decoding: seal.open(sealed, for: "envelope \(name)"), as: UTF8.self)))
        }
        let lost = opened.filter { $0.answers == nil }.map(\.name), good = opened.filter { $0.answers != nil }.shuffled()
        let batch = good.prefix(AnswerBatch.size(waiting: good.count, isLast: isLast)).map { MovedAnswer(envelope: $0.name, answers: $0.answers ?? Answers()) }
        let names = batch.map(\.envelope).shuffled()
        try await records.write(by: .system) { act in
            try act.db.hold("survey", id.value)
            let survey = try SurveyStore.survey(id, in: act)
            // It may have been ended by another copy, or made longer, since it was looked at.
            guard try survey.ended == nil && (!isLast || isOver(survey, in: act)) else { return }
            let still = try Set(act.db.rows("SELECT id FROM survey_envelope WHERE survey = \(id)").map { try $0["id"] as String })
            // Another copy moved some meanwhile, or somebody answered before the end was held: the next tick looks anew.
            guard still.isSuperset(of: names), isLast ? still.count == waiting.count : still.count - names.count >= AnswerBatch.least else { return }
            let today = try CentreStore.centre(survey.centre, in: act).zone.day(of: act.now)
            try write(batch, of: survey, on: today, in: act)
            for name in names + lost { try act.db.run("DELETE FROM survey_envelope WHERE id = \(name)") }
            try act.db.insert(many: Batch("survey_answered", ["id", "survey"], rows: names.map { [.text($0), id.stored] }))
            try act.db.run("UPDATE survey SET moved = moved + \(batch.count) WHERE id = \(id)")
            if isLast { try end(survey, left: good.count - batch.count, in: act) }
        }
    }

    /// Answers that came all at once from elsewhere, and the end of their asking.
    package static func bring(_ answers: [Answers], to id: Survey.ID, in act: Act) throws {
        let survey = try SurveyStore.survey(id, in: act)
        guard survey.ended == nil, answers.count >= AnswerBatch.least else { throw Problem.conflict(T.questionnaires.isOver) }
        let batch = answers.shuffled().map { MovedAnswer(envelope: "", answers: $0.only(survey.content, survey.subjects)) }
        try write(batch, of: survey, on: CentreStore.centre(survey.centre, in: act).zone.day(of: act.now), in: act)
        try act.db.run("UPDATE survey SET moved = \(batch.count), ended = \(act.now) WHERE id = \(id)")
    }

    private static func end(_ survey: Survey, left: Int, in act: Act) throws {
        try act.db.run("DELETE FROM survey_envelope WHERE survey = \(survey.id)")
        try act.db.run("DELETE FROM survey_draft WHERE survey = \(survey.id)")
        try act.db.run("UPDATE survey SET ended = \(act.now), destroyed = \(left) WHERE id = \(survey.id)")
        try act.record(T.questionnaires.endedDeed, .survey(survey.id), centre: survey.centre)
        try act.state(SurveyEnded(survey: survey.id))
    }

    private static func write(_ batch: [MovedAnswer], of survey: Survey, on day: Day, in act: Act) throws {
        var rows: [[Stored]] = [], words: [(id: String, row: [Stored])] = [], tally: [TallyKey: Int] = [:]
        let about = survey.content.questions.filter(\.isAboutReader).map(\.code), scales = Set(survey.content.questions.filter { $0.kind == .scale }.map(\.code))
        for moved in batch {
            var counted = Answers()
            for (key, values) in moved.answers.values {
                guard let question = survey.content.question(key.question) else { continue }
                let written = moved.words[key] ?? []
                for (id, text) in zip(written, question.isCounted ? [] : values) {
                    words.append((id, [.text(id), survey.id.stored, .text(key.question), .int(key.subject), .text(text)]))
                }
                guard question.isCounted else { continue }
                counted[key] = values
                for value in values + [Tally.answered] {
                    tally[TallyKey(key, value), default: 0] += 1
                    guard scales.contains(key.question) else { continue }
                    for code in about { tally[TallyKey(key, value, by: code, moved.answers[AnswerKey(code)].first ?? ""), default: 0] += 1 }
                }
            }
            rows.append([.text(moved.id), survey.id.stored, day.stored, .text(try counted.written)])
        }
        try act.db.insert(many: Batch("survey_answer", ["id", "survey", "day", "given"], rows: rows))
        // By their random names: what one person wrote to two questions does not stand together.
        try act.db.insert(many: Batch("survey_words", ["id", "survey", "question", "turn", "words"], rows: words.sorted { $0.id < $1.id }.map(\.row)))
        for (key, count) in tally.sorted(by: { $0.key < $1.key }) {
            try act.db.run("""
                INSERT INTO survey_tally (survey, by_question, by_value, question, turn, value, answers)
                VALUES (\(survey.id), \(key.byQuestion), \(key.byValue), \(key.key.question), \(key.key.subject), \(key.value), \(count))
                ON CONFLICT (survey, by_question, by_value, question, turn, value) DO UPDATE SET answers = survey_tally.answers + excluded.answers
                """)
        }
    }

    /// So many days after an asking has ended, what one person answered, what was written and who was asked go; the counts stay.
    package static let keptDays = 730

    /// Drafts of those who never came back, and what old askings held beside their counts.
    package static func forget(in act: Act) throws {
        try act.db.run("DELETE FROM survey_draft WHERE day < \(Zone.utc.day(of: act.now).adding(days: -60))")
        let old: SQL = "survey IN (SELECT id FROM survey WHERE ended < \(act.now.adding(days: -keptDays)))"
        for table: SQL in ["survey_answer", "survey_words", "survey_answered", "survey_invite"] { try act.db.run("DELETE FROM \(table) WHERE \(old)") }
    }
}

/// What is counted: a value of a question, by all, or by those who chose a value of a question about who answers.
private struct TallyKey: Hashable, Comparable {
    let key: AnswerKey
    let value: String
    let byQuestion: String
    let byValue: String

    init(_ key: AnswerKey, _ value: String, by question: String = "", _ chosen: String = "") {
        (self.key, self.value, byQuestion, byValue) = (key, value, question, chosen)
    }

    static func < (left: TallyKey, right: TallyKey) -> Bool {
        (left.byQuestion, left.byValue, left.key.question, left.key.subject, left.value)
            < (right.byQuestion, right.byValue, right.key.question, right.key.subject, right.value)
    }
}

/// One answer on its way out of its envelope. Its random names are drawn before the act, which may run twice.
private struct MovedAnswer: Sendable {
    let envelope: String
    let answers: Answers
    let id = Token.random().text
    let words: [AnswerKey: [String]]

    init(envelope: String, answers: Answers) {
        (self.envelope, self.answers) = (envelope, answers)
        words = answers.values.mapValues { $0.map { _ in Token.random().text } }
    }
}

/// Nobody can answer any more, and what came can be looked at.
package struct SurveyEnded: Fact {
    package let survey: Survey.ID
}
