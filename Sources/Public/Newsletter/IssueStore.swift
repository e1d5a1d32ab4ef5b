package import Centres
package import Kernel
package import Languages
import Storage

/// Issues as rows: written, scheduled, and as everybody reads them once they have begun.
package enum IssueStore {
    // MARK: Reads

    /// - Throws: `Problem.missing` unless it has begun, or the actor writes for the centre.
    package static func issue(_ id: NewsletterIssue.ID, at centre: Centre.ID, in act: Act) throws -> NewsletterIssue {
        guard let issue = try issues("i.id = \(id) AND n.centre = \(centre)", in: act).first, issue.begun != nil || act.by.coordinates(centre) else {
            throw Problem.missing
        }
        return issue
    }

    /// For whoever writes for the centre.
    package static func written(_ id: NewsletterIssue.ID, at centre: Centre.ID, in act: Act) throws -> NewsletterIssue {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try issue(id, at: centre, in: act)
    }

    /// All that a centre has written, what is not finished first.
    package static func desk(at centre: Centre.ID, limit: Int, offset: Int = 0, in act: Act) throws -> [NewsletterIssue] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let order: SQL = "CASE i.state WHEN 'finished' THEN 1 ELSE 0 END, i.begun DESC NULLS FIRST, i.id DESC LIMIT \(limit) OFFSET \(offset)"
        return try issues("n.centre = \(centre)", order: order, in: act)
    }

    /// What somebody stopped, and what begins by itself until then.
    package static func underway(at centre: Centre.ID, until moment: Instant, in act: Act) throws -> [NewsletterIssue] {
        try issues("n.centre = \(centre) AND (i.state = 'stopped' OR (i.state = 'scheduled' AND i.due <= \(moment)))", order: "i.due, i.id", in: act)
    }

    package static func count(at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) FROM newsletter_issue i JOIN newsletter n ON n.id = i.newsletter WHERE n.centre = \(centre)")
    }

    /// What everybody reads, the newest first.
    package static func archive(
        of centre: Centre.ID, _ newsletter: Newsletter.ID? = nil, limit: Int, offset: Int = 0, in act: Act
    ) throws -> [NewsletterIssue] {
        let only: SQL = newsletter.map { "AND i.newsletter = \($0)" } ?? ""
        return try issues("n.centre = \(centre) AND i.begun IS NOT NULL \(only)", order: "i.begun DESC, i.id DESC LIMIT \(limit) OFFSET \(offset)", in: act)
    }

    package static func archived(of centre: Centre.ID, _ newsletter: Newsletter.ID? = nil, in act: Act) throws -> Int {
        let only: SQL = newsletter.map { "AND i.newsletter = \($0)" } ?? ""
        return try act.db.count("""
            SELECT count(*) FROM newsletter_issue i JOIN newsletter n ON n.id = i.newsletter WHERE n.centre = \(centre) AND i.begun IS NOT NULL \(only)
            """)
    }

    /// Those that words find, the best first.
    package static func found(_ words: String, of centre: Centre.ID, limit: Int, in act: Act) throws -> [NewsletterIssue] {
        let rows = try act.db.rows("""
            SELECT i.id FROM newsletter_issue i JOIN newsletter n ON n.id = i.newsletter JOIN \(act.db.found("newsletter_issue", typed: words)) f ON f.subject = i.id
            WHERE n.centre = \(centre) AND i.begun IS NOT NULL ORDER BY f.grade, i.begun DESC, i.id DESC LIMIT \(limit)
            """)
        let ids: [NewsletterIssue.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let all = Dictionary(uniqueKeysWithValues: try issues("i.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return ids.compactMap { all[$0] }
    }

    /// - Parameter condition: over `newsletter_issue i` and its `newsletter n`.
    static func issues(_ condition: SQL, order: SQL = "i.id", in act: Act) throws -> [NewsletterIssue] {
        let rows = try act.db.rows("SELECT i.* FROM newsletter_issue i JOIN newsletter n ON n.id = i.newsletter WHERE \(condition) ORDER BY \(order)")
        guard !rows.isEmpty else { return [] }
        let ids: [NewsletterIssue.ID] = try rows.map { try $0["id"] }
        var texts: [NewsletterIssue.ID: [Language: IssueText]] = [:], picks: [NewsletterIssue.ID: [IssuePick]] = [:]
        for row in try act.db.rows("SELECT * FROM newsletter_issue_text WHERE issue IN \(list: ids)") {
            texts[try row["issue"], default: [:]][try row["language"]] = IssueText(try row["title"], try row["text"])
        }
        for row in try act.db.rows("SELECT * FROM newsletter_issue_pick WHERE issue IN \(list: ids) ORDER BY id") {
            if let pick = try pick(row) { picks[try row["issue"], default: []].append(pick) }
        }
        return try rows.map { try NewsletterIssue(row: $0, texts: texts[$0["id"]] ?? [:], picks: picks[$0["id"]] ?? []) }
    }

    private static func pick(_ row: Row) throws -> IssuePick? {
        if let value: Int64 = try row["offer"] { return .offer(.init(value)) }
        if let value: Int64 = try row["event"] { return .event(.init(value)) }
        if let value: Int64 = try row["article"] { return .news(.init(value)) }
        if let value: Int64 = try row["practice"] { return .practice(.init(value)) }
        return nil
    }

    // MARK: Verbs

    package static func add(_ draft: IssueDraft, to newsletter: Newsletter.ID, at centre: Centre.ID, in act: Act) throws -> NewsletterIssue.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard try NewsletterStore.newsletter(newsletter, at: centre, in: act).ended == nil else { throw Problem.invalid("newsletter", T.newsletter.errorEnded) }
        try check(draft, at: centre, in: act)
        let id = NewsletterIssue.ID(try act.db.insert("""
            INSERT INTO newsletter_issue (newsletter, segment, state, made) VALUES (\(newsletter), \(draft.segment), 'draft', \(act.now)) RETURNING id
            """))
        try write(draft, of: id, in: act)
        try act.record(T.newsletter.deedWritten, .newsletterIssue(id), under: .newsletter(newsletter), centre: centre, changes: changes(from: nil, to: draft))
        return id
    }

    /// - Parameter seen: the count of edits that whoever saves has seen.
    package static func edit(_ id: NewsletterIssue.ID, to draft: IssueDraft, seen: Int?, at centre: Centre.ID, in act: Act) throws {
        let issue = try held(id, at: centre, in: act)
        guard issue.isOpen else { throw Problem.conflict(T.newsletter.errorFrozen) }
        if let seen, seen != issue.edits { throw Problem.conflict(T.newsletter.errorMeanwhile) }
        try check(draft, at: centre, in: act)
        try act.db.run("UPDATE newsletter_issue SET segment = \(draft.segment), edits = edits + 1 WHERE id = \(id)")
        try act.db.run("DELETE FROM newsletter_issue_text WHERE issue = \(id)")
        try act.db.run("DELETE FROM newsletter_issue_pick WHERE issue = \(id)")
        try write(draft, of: id, in: act)
        try act.record(
            T.newsletter.deedWritten, .newsletterIssue(id), under: .newsletter(issue.newsletter), centre: centre, changes: changes(from: issue.draft, to: draft))
    }

    /// It begins by itself at that moment.
    package static func schedule(_ id: NewsletterIssue.ID, at moment: Instant, of centre: Centre.ID, in act: Act) throws {
        let issue = try held(id, at: centre, in: act)
        guard issue.isOpen else { throw Problem.conflict(T.newsletter.errorFrozen) }
        guard moment > act.now else { throw Problem.invalid("day", T.newsletter.errorPast) }
        guard try NewsletterStore.runs(issue.newsletter, in: act) else { throw Problem.conflict(T.newsletter.errorEnded) }
        try act.db.run("UPDATE newsletter_issue SET state = 'scheduled', due = \(moment) WHERE id = \(id)")
        try act.record(T.newsletter.deedScheduled, .newsletterIssue(id), under: .newsletter(issue.newsletter), centre: centre, changes: [
            Change("due", from: issue.due?.iso ?? "", to: moment.iso),
        ])
    }

    /// It waits for another decision.
    package static func recall(_ id: NewsletterIssue.ID, at centre: Centre.ID, in act: Act) throws {
        let issue = try held(id, at: centre, in: act)
        guard issue.state == .scheduled else { throw Problem.conflict(T.newsletter.errorFrozen) }
        try act.db.run("UPDATE newsletter_issue SET state = 'draft', due = NULL WHERE id = \(id)")
        try act.record(T.newsletter.deedRecalled, .newsletterIssue(id), under: .newsletter(issue.newsletter), centre: centre)
    }

    /// A draft goes, as if it had never been.
    package static func drop(_ id: NewsletterIssue.ID, at centre: Centre.ID, in act: Act) throws {
        let issue = try held(id, at: centre, in: act)
        guard issue.isOpen else { throw Problem.conflict(T.newsletter.errorFrozen) }
        try act.db.run("DELETE FROM newsletter_issue_text WHERE issue = \(id)")
        try act.db.run("DELETE FROM newsletter_issue_pick WHERE issue = \(id)")
        try act.db.run("DELETE FROM newsletter_issue WHERE id = \(id)")
        try act.record(T.newsletter.deedDropped, .newsletter(issue.newsletter), centre: centre)
    }

    /// The issue, held for its guard.
    static func held(_ id: NewsletterIssue.ID, at centre: Centre.ID, in act: Act) throws -> NewsletterIssue {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("newsletter_issue", id.value)
        return try issue(id, at: centre, in: act)
    }

    /// What an issue names is of the centre, and everybody may read it.
    private static func check(_ draft: IssueDraft, at centre: Centre.ID, in act: Act) throws {
        if let segment = draft.segment { _ = try SegmentStore.segment(segment, at: centre, in: act) }
        guard try IssueLineStore.standing(draft.picks, at: centre, in: act).count == draft.picks.count else { throw Problem.invalid("pick", T.newsletter.errorPickGone) }
    }

    private static func write(_ draft: IssueDraft, of id: NewsletterIssue.ID, in act: Act) throws {
        for (language, text) in draft.texts {
            try act.db.run("INSERT INTO newsletter_issue_text (issue, language, title, text) VALUES (\(id), \(language), \(text.title), \(text.text))")
        }
        for pick in draft.picks {
            switch pick {
            case .offer(let one): try act.db.run("INSERT INTO newsletter_issue_pick (issue, offer) VALUES (\(id), \(one))")
            case .event(let one): try act.db.run("INSERT INTO newsletter_issue_pick (issue, event) VALUES (\(id), \(one))")
            case .news(let one): try act.db.run("INSERT INTO newsletter_issue_pick (issue, article) VALUES (\(id), \(one))")
            case .practice(let one): try act.db.run("INSERT INTO newsletter_issue_pick (issue, practice) VALUES (\(id), \(one))")
            }
        }
    }

    private static func changes(from before: IssueDraft?, to after: IssueDraft) -> [Change] {
        [
            Change("segment", from: before?.segment.map { "\($0)" } ?? "", to: after.segment.map { "\($0)" } ?? ""),
            Change("picks", from: before.map { "\($0.picks.count)" } ?? "", to: "\(after.picks.count)"),
        ] + IssueDraft.languages.flatMap { language in
            let (old, new) = (before?.texts[language], after.texts[language])
            return [
                Change("title \(language.rawValue)", from: old?.title ?? "", to: new?.title ?? ""),
                Change("text \(language.rawValue)", from: old?.text ?? "", to: new?.text ?? ""),
            ]
        }
    }

    // MARK: Words that are found

    static func index(_ issue: NewsletterIssue, in act: Act) throws {
        let texts = issue.draft.texts
        try act.db.index("newsletter_issue", issue.id.value, SearchText(
            titles: texts.map { ($1.title, $0) }, bodies: texts.map { (IssueText.plain($1.text), $0) }))
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws { for issue in try issues("i.begun IS NOT NULL", in: act) { try index(issue, in: act) } }
}
