import Foundation
package import Languages
package import Storage

/// What an act was done to.
package struct Subject: Sendable, Hashable {
    package let noun: String
    package let id: Int64

    init(noun: String, id: Int64) {
        self.noun = noun
        self.id = id
    }

    package static func person(_ id: ID<PersonTag>) -> Subject { Subject(noun: "person", id: id.value) }
    package static func centre(_ id: ID<CentreTag>) -> Subject { Subject(noun: "centre", id: id.value) }
    package static func school(_ id: ID<SchoolTag>) -> Subject { Subject(noun: "school", id: id.value) }
    /// A room above names its own nouns: those it speaks of often in an extension of `Subject`.
    package static func other(_ noun: StaticString, _ id: Int64) -> Subject { Subject(noun: noun.description, id: id) }
}

/// How long the values of a change may be remembered; the fact that it changed stays.
package enum Retention: String, Sendable, Storable {
    case short, years, register
}

/// A changed field, from and to, as a person would read it.
package struct Change: Sendable {
    package let field: String
    package let before: String
    package let after: String

    package init(_ field: String, from before: String, to after: String) {
        self.field = field
        self.before = before
        self.after = after
    }
}

extension Act {
    /// Leaves a row in the journal. The deed is a text of the room, so that it can be read in every language.
    package func record(
        _ deed: Phrase, _ subject: Subject, under: Subject? = nil, centre: ID<CentreTag>? = nil,
        changes: [Change] = [], retention: Retention = .years
    ) throws {
        let changes = changes.filter { $0.before != $0.after }
        let row = try db.insert("""
            INSERT INTO journal (at, person, centre, deed, noun, subject, under_noun, under, fields)
            VALUES (\(now), \(by.person), \(centre), \(deed.key.name.description), \(subject.noun), \(subject.id),
                    \(under?.noun), \(under?.id), \(changes.map(\.field).joined(separator: " "))) RETURNING id
            """)
        guard !changes.isEmpty else { return }
        let values = Dictionary(changes.map { ($0.field, [$0.before, $0.after]) }, uniquingKeysWith: { _, last in last })
        let json = String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
        try db.run("INSERT INTO journal_detail (journal, retention, changes) VALUES (\(row), \(retention), \(json))")
    }
}

/// Something that was done at another moment than the act that tells of it.
package struct PastDeed: Sendable {
    package let at: Instant
    let person: ID<PersonTag>?
    let centre: ID<CentreTag>?
    let deed: Phrase
    let subject: Subject
    let under: Subject?

    package init(
        _ deed: Phrase, _ subject: Subject, under: Subject? = nil, centre: ID<CentreTag>? = nil, by person: ID<PersonTag>?, at: Instant
    ) {
        (self.deed, self.subject, self.under, self.centre, self.person, self.at) = (deed, subject, under, centre, person, at)
    }
}

extension Act {
    /// Leaves many rows in the journal, in the order in which it was done.
    package func record(many lines: [PastDeed]) throws {
        try db.insert(many: Batch("journal", ["at", "person", "centre", "deed", "noun", "subject", "under_noun", "under"], rows: lines.map { line in
            [
                line.at.stored, line.person.stored, line.centre.stored, .text(line.deed.key.name.description), .text(line.subject.noun), .int(line.subject.id),
                (line.under?.noun).stored, (line.under?.id).stored,
            ]
        }))
    }
}

extension Act {
    /// Forgets the values that the journal holds about a person, but for what a register must keep; that something was done stays.
    package func forgetJournal(of person: ID<PersonTag>) throws {
        try db.run("""
            DELETE FROM journal_detail WHERE retention <> 'register'
                AND journal IN (SELECT id FROM journal WHERE noun = 'person' AND subject = \(person))
            """)
    }

    /// Forgets every value that the journal holds about one thing.
    /// - Parameter isRegister: whether also what a register must keep.
    package func forgetJournal(about subject: Subject, register isRegister: Bool = true) throws {
        try db.run("""
            DELETE FROM journal_detail WHERE (retention <> 'register' OR \(isRegister))
                AND journal IN (SELECT id FROM journal WHERE noun = \(subject.noun) AND subject = \(subject.id))
            """)
    }

    /// Forgets one value of things of a kind wherever somebody's name stands in it: a list of names tells of each of them.
    package func forgetJournal(naming name: String, field: String, noun: String) throws {
        let details = try db.rows("SELECT d.journal, d.changes FROM journal_detail d JOIN journal j ON j.id = d.journal WHERE j.noun = \(noun)")
        for detail in details {
            let json: String = try detail["changes"]
            var changes = try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
            guard let values = changes[field], values.contains(where: { $0.contains(name) }) else { continue }
            changes[field] = nil
            let left = String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
            try db.run("UPDATE journal_detail SET changes = \(left) WHERE journal = \(detail["journal"] as Int64)")
        }
    }

    /// How long values of the short kind are remembered.
    private static let shortDays = 90

    package func forgetShortJournal() throws {
        try db.run("""
            DELETE FROM journal_detail WHERE retention = 'short' AND journal IN (SELECT id FROM journal WHERE at < \(now.adding(days: -Self.shortDays)))
            """)
    }
}

/// One row of the journal, as it is shown.
package struct JournalEntry: Sendable {
    package let id: Int64
    package let at: Instant
    package let person: ID<PersonTag>?
    package let deed: String
    package let subject: Subject
    package let changes: [String: [String]]

    /// Everything that was done to a subject and to what belongs to it, newest first.
    package static func about(_ subject: Subject, limit: Int = 100, in act: Act) throws -> [JournalEntry] {
        try act.db.rows("""
            SELECT j.*, d.changes FROM journal j LEFT JOIN journal_detail d ON d.journal = j.id
            WHERE (j.noun = \(subject.noun) AND j.subject = \(subject.id)) OR (j.under_noun = \(subject.noun) AND j.under = \(subject.id))
            ORDER BY j.id DESC LIMIT \(limit)
            """).map(JournalEntry.init(row:))
    }

    /// The last time that this was done to it.
    package static func newest(_ deed: Phrase, _ subject: Subject, in act: Act) throws -> JournalEntry? {
        try act.db.row("""
            SELECT j.*, NULL AS changes FROM journal j
            WHERE j.noun = \(subject.noun) AND j.subject = \(subject.id) AND j.deed = \(deed.key.name.description) ORDER BY j.id DESC LIMIT 1
            """).map(JournalEntry.init(row:))
    }

    /// When something was last done to each of many things of one kind: one query.
    package static func last(_ noun: StaticString, _ subjects: [Int64], in act: Act) throws -> [Int64: Instant] {
        guard !subjects.isEmpty else { return [:] }
        let rows = try act.db.rows("""
            SELECT subject, max(at) AS at FROM journal WHERE noun = \(noun.description) AND subject IN \(list: subjects) GROUP BY subject
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["subject"], try $0["at"]) })
    }

    package init(row: Row) throws {
        id = try row["id"]
        at = try row["at"]
        person = try row["person"]
        deed = try row["deed"]
        subject = Subject(noun: try row["noun"], id: try row["subject"])
        let json: String? = try row["changes"]
        changes = try json.map { try JSONDecoder().decode([String: [String]].self, from: Data($0.utf8)) } ?? [:]
    }
}
