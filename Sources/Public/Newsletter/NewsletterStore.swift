package import Centres
package import Kernel
import Languages
import Storage

/// Newsletters of a centre as rows, and its rule.
package enum NewsletterStore {
    // MARK: Reads

    /// Those of a centre, the oldest first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Newsletter] { try newsletters("centre = \(centre)", in: act) }

    /// Those that somebody can have.
    package static func offered(of centre: Centre.ID, in act: Act) throws -> [Newsletter] { try newsletters("centre = \(centre) AND ended IS NULL", in: act) }

    package static func newsletter(_ id: Newsletter.ID, at centre: Centre.ID, in act: Act) throws -> Newsletter {
        guard let newsletter = try newsletters("id = \(id) AND centre = \(centre)", in: act).first else { throw Problem.missing }
        return newsletter
    }

    /// Whether issues of it go out, held until the act is over.
    static func runs(_ id: Newsletter.ID, in act: Act) throws -> Bool {
        try act.db.hold("newsletter", id.value)
        return try act.db.exists("SELECT 1 AS stands FROM newsletter WHERE id = \(id) AND ended IS NULL")
    }

    private static func newsletters(_ condition: SQL, in act: Act) throws -> [Newsletter] {
        let rows = try act.db.rows("SELECT * FROM newsletter WHERE \(condition) ORDER BY id")
        guard !rows.isEmpty else { return [] }
        let ids: [Newsletter.ID] = try rows.map { try $0["id"] }
        var texts: [Newsletter.ID: [Language: NewsletterText]] = [:]
        for row in try act.db.rows("SELECT * FROM newsletter_text WHERE newsletter IN \(list: ids)") {
            texts[try row["newsletter"], default: [:]][try row["language"]] = NewsletterText(try row["name"], about: try row["about"])
        }
        return try rows.map { try Newsletter(row: $0, texts: texts[$0["id"]] ?? [:]) }
    }

    /// How many have each.
    package static func readers(of centre: Centre.ID, in act: Act) throws -> [Newsletter.ID: Int] {
        let rows = try act.db.rows("""
            SELECT c.newsletter, count(*) AS readers FROM newsletter_consent c JOIN newsletter n ON n.id = c.newsletter
            WHERE n.centre = \(centre) AND c.given IS NOT NULL AND c.ended IS NULL GROUP BY c.newsletter
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["newsletter"], try $0["readers"]) })
    }

    package static func rule(of centre: Centre.ID, in act: Act) throws -> NewsletterRule {
        try act.db.row("SELECT pace, bounces, days FROM newsletter_rule WHERE centre = \(centre)").map {
            NewsletterRule(pace: try $0["pace"], bounces: try $0["bounces"], days: try $0["days"])
        } ?? .usual
    }

    // MARK: Verbs

    package static func add(_ draft: NewsletterDraft, to centre: Centre.ID, in act: Act) throws -> Newsletter.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = Newsletter.ID(try act.db.insert("INSERT INTO newsletter (centre, is_open, made) VALUES (\(centre), \(draft.isOpen), \(act.now)) RETURNING id"))
        try write(draft, of: id, in: act)
        try act.record(T.newsletter.deedAdded, .newsletter(id), centre: centre, changes: changes(from: nil, to: draft))
        try act.touchPublicPages()
        return id
    }

    /// Whoever agreed before keeps it: what they agreed to stands in the log of consents.
    package static func edit(_ id: Newsletter.ID, to draft: NewsletterDraft, at centre: Centre.ID, in act: Act) throws {
        let newsletter = try held(id, at: centre, in: act)
        guard newsletter.draft != draft else { return }
        try act.db.run("UPDATE newsletter SET is_open = \(draft.isOpen), version = version + 1 WHERE id = \(id)")
        try act.db.run("DELETE FROM newsletter_text WHERE newsletter = \(id)")
        try write(draft, of: id, in: act)
        try act.record(T.newsletter.deedChanged, .newsletter(id), centre: centre, changes: changes(from: newsletter.draft, to: draft))
        try act.touchPublicPages()
    }

    /// Nothing of it is written any more; its issues stay in the archive.
    package static func set(_ id: Newsletter.ID, isEnded: Bool, at centre: Centre.ID, in act: Act) throws {
        let newsletter = try held(id, at: centre, in: act)
        guard (newsletter.ended != nil) != isEnded else { return }
        let isUnderway = try act.db.exists("SELECT 1 AS stands FROM newsletter_issue WHERE newsletter = \(id) AND state IN ('scheduled', 'sending', 'stopped') LIMIT 1")
        if isEnded, isUnderway { throw Problem.conflict(T.newsletter.errorUnderway) }
        try act.db.run("UPDATE newsletter SET ended = \(isEnded ? act.now : nil) WHERE id = \(id)")
        try act.record(isEnded ? T.newsletter.deedEnded : T.newsletter.deedReopened, .newsletter(id), centre: centre)
        try act.touchPublicPages()
    }

    package static func set(_ rule: NewsletterRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let before = try self.rule(of: centre, in: act)
        try act.db.run("""
            INSERT INTO newsletter_rule (centre, pace, bounces, days) VALUES (\(centre), \(rule.pace), \(rule.bounces), \(rule.days))
            ON CONFLICT (centre) DO UPDATE SET pace = excluded.pace, bounces = excluded.bounces, days = excluded.days
            """)
        try act.record(T.newsletter.deedRule, .centre(centre), centre: centre, changes: [
            Change("pace", from: "\(before.pace)", to: "\(rule.pace)"), Change("bounces", from: "\(before.bounces)", to: "\(rule.bounces)"),
            Change("days", from: "\(before.days)", to: "\(rule.days)"),
        ])
    }

    /// The newsletter, held for its guard.
    private static func held(_ id: Newsletter.ID, at centre: Centre.ID, in act: Act) throws -> Newsletter {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("newsletter", id.value)
        return try newsletter(id, at: centre, in: act)
    }

    private static func write(_ draft: NewsletterDraft, of id: Newsletter.ID, in act: Act) throws {
        for (language, text) in draft.texts {
            try act.db.run("INSERT INTO newsletter_text (newsletter, language, name, about) VALUES (\(id), \(language), \(text.name), \(text.about))")
        }
    }

    private static func changes(from before: NewsletterDraft?, to after: NewsletterDraft) -> [Change] {
        [Change("open", from: before.map { "\($0.isOpen)" } ?? "", to: "\(after.isOpen)")] + NewsletterDraft.languages.flatMap { language in
            let (old, new) = (before?.texts[language], after.texts[language])
            return [
                Change("name \(language.rawValue)", from: old?.name ?? "", to: new?.name ?? ""),
                Change("about \(language.rawValue)", from: old?.about ?? "", to: new?.about ?? ""),
            ]
        }
    }
}
