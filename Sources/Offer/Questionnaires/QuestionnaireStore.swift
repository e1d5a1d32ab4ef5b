package import Centres
package import Kernel
import Languages
import Storage

/// Questionnaires and their versions as rows.
package enum QuestionnaireStore {
    private static let newest: SQL = """
        SELECT q.id, q.centre, q.purpose, q.retired, v.id AS version, v.number, v.content, (SELECT min(s.id) FROM survey s WHERE s.version = v.id) AS asked
        FROM questionnaire q JOIN questionnaire_version v ON v.questionnaire = q.id
            AND v.number = (SELECT max(number) FROM questionnaire_version WHERE questionnaire = q.id)
        """

    /// Those of a centre, the newest first.
    package static func questionnaires(of centre: Centre.ID, for purpose: Questionnaire.Purpose? = nil, in act: Act) throws -> [Questionnaire] {
        let narrowed: SQL = purpose.map { " AND q.purpose = \($0) AND q.retired IS NULL" } ?? ""
        return try act.db.rows("\(newest) WHERE q.centre = \(centre)\(narrowed) ORDER BY q.id DESC").map(Questionnaire.init(row:))
    }

    /// Those of a centre by their titles, the newest first.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [Questionnaire] {
        Array(try questionnaires(of: centre, in: act).filter { one in
            let title = one.content.title
            return Fold.finds(words, in: title.languages.map { title[$0] }.joined(separator: " "))
        }.prefix(limit))
    }

    /// One that the actor may change; for everybody else it is not there.
    package static func changeable(_ id: Questionnaire.ID, in act: Act) throws -> Questionnaire {
        guard let row = try act.db.row("\(newest) WHERE q.id = \(id)") else { throw Problem.missing }
        let questionnaire = try Questionnaire(row: row)
        guard act.by.coordinates(questionnaire.centre) else { throw Problem.missing }
        return questionnaire
    }

    @discardableResult
    package static func add(_ content: QuestionnaireContent, for purpose: Questionnaire.Purpose, to centre: Centre.ID, in act: Act) throws -> Questionnaire.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = Questionnaire.ID(try act.db.insert("INSERT INTO questionnaire (centre, purpose) VALUES (\(centre), \(purpose)) RETURNING id"))
        try act.db.run("INSERT INTO questionnaire_version (questionnaire, number, content, written) VALUES (\(id), 1, \(content.written()), \(act.now))")
        try act.record(T.questionnaires.added, .questionnaire(id), centre: centre)
        return id
    }

    /// Writes it anew. What somebody was asked with stays as it was: then this is the next version, and old answers keep theirs.
    /// - Parameter change: makes the new content of the newest one, so that two who change it at once both do.
    package static func edit(_ id: Questionnaire.ID, in act: Act, _ change: (inout QuestionnaireContent) throws -> Void) throws {
        _ = try changeable(id, in: act)
        try act.db.hold("questionnaire", id.value)
        let questionnaire = try changeable(id, in: act)
        var content = questionnaire.content
        try change(&content)
        guard content != questionnaire.content else { return }
        if questionnaire.isFixed {
            try act.db.run("""
                INSERT INTO questionnaire_version (questionnaire, number, content, written)
                VALUES (\(id), \(questionnaire.number + 1), \(content.written()), \(act.now))
                """)
            try act.record(T.questionnaires.versioned(number: .number(questionnaire.number + 1)), .questionnaire(id), centre: questionnaire.centre)
        } else {
            try act.db.run("UPDATE questionnaire_version SET content = \(content.written()), written = \(act.now) WHERE id = \(questionnaire.version)")
            try act.record(T.questionnaires.changed, .questionnaire(id), centre: questionnaire.centre)
        }
    }

    /// What is not used any more is not offered; its answers stay.
    package static func setRetired(_ isRetired: Bool, _ id: Questionnaire.ID, in act: Act) throws {
        let questionnaire = try changeable(id, in: act)
        guard questionnaire.isRetired != isRetired else { return }
        try act.db.run("UPDATE questionnaire SET retired = \(isRetired ? act.now : nil) WHERE id = \(id)")
        try act.record(isRetired ? T.questionnaires.retired : T.questionnaires.reinstated, .questionnaire(id), centre: questionnaire.centre)
    }
}

extension Questionnaire {
    init(row: Row) throws {
        let retired: Instant? = try row["retired"], asked: Int64? = try row["asked"]
        guard let content = QuestionnaireContent(written: try row["content"]) else { throw StorageError.column("no questionnaire in its column") }
        self.init(
            id: try row["id"], centre: try row["centre"], purpose: try row["purpose"], isRetired: retired != nil, version: try row["version"],
            number: try row["number"], isFixed: asked != nil, content: content)
    }
}

extension Subject {
    package static func questionnaire(_ id: Questionnaire.ID) -> Subject { .other("questionnaire", id.value) }
    package static func survey(_ id: Survey.ID) -> Subject { .other("survey", id.value) }
}
