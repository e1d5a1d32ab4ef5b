package import Centres
package import Kernel
import Languages
import Storage

/// An issue on its way: who gets it is written down when it begins; then letters are written, so many a minute, until nobody waits.
///
/// A letter and the word that it was written stand in one act. So nobody gets an issue twice and nobody is missed, wherever the program stops.
package enum IssueSendStore {
    /// So many letters are written in one act: longer the database should not wait.
    static let atOnce = 250

    /// To whom it would go now.
    package static func audience(of issue: NewsletterIssue, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> NewsletterAudience {
        let segment = try issue.draft.segment.flatMap { id in try SegmentStore.segments("id = \(id)", in: act).first?.draft }
        return try SegmentStore.audience(of: issue.newsletter, segment, seal, at: centre, in: act)
    }

    /// How many did not get it, and why.
    package static func skipped(_ id: NewsletterIssue.ID, in act: Act) throws -> [SkipReason: Int] {
        let rows = try act.db.rows("SELECT why, count(*) AS readers FROM newsletter_recipient WHERE issue = \(id) AND state = 'skipped' GROUP BY why")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["why"], try $0["readers"]) })
    }

    // MARK: Begin, stop, go on

    /// It is frozen: from now on nothing of it changes, and nobody joins those to whom it goes.
    package static func begin(_ id: NewsletterIssue.ID, _ seal: Seal, at centre: Centre.ID, in act: Act) throws {
        let issue = try IssueStore.held(id, at: centre, in: act)
        guard issue.isOpen else { throw Problem.conflict(T.newsletter.errorFrozen) }
        guard try NewsletterStore.runs(issue.newsletter, in: act) else { throw Problem.conflict(T.newsletter.errorEnded) }
        let readers = try audience(of: issue, seal, at: centre, in: act).readers
        guard !readers.isEmpty else { throw Problem.conflict(T.newsletter.errorNobody) }
        try begin(issue, to: readers, at: centre, in: act)
    }

    private static func begin(_ issue: NewsletterIssue, to readers: [NewsletterReader], at centre: Centre.ID, in act: Act) throws {
        let id = issue.id
        try IssueLineStore.freeze(issue, at: centre, in: act)
        let rows = readers.map { [id.stored, $0.subscriber.stored, Stored.text("waiting")] }
        try act.db.insert(many: Batch("newsletter_recipient", ["issue", "subscriber", "state"], rows: rows))
        try act.db.run("UPDATE newsletter_issue SET state = 'sending', begun = \(act.now), readers = \(readers.count) WHERE id = \(id)")
        try IssueStore.index(issue, in: act)
        try act.record(T.newsletter.deedBegun, .newsletterIssue(id), under: .newsletter(issue.newsletter), centre: centre, changes: [
            Change("readers", from: "", to: "\(readers.count)"),
        ])
        try act.touchPublicPages()
    }

    package static func stop(_ id: NewsletterIssue.ID, at centre: Centre.ID, in act: Act) throws {
        try move(id, from: .sending, to: .stopped, T.newsletter.deedStopped, at: centre, in: act)
    }

    package static func goOn(_ id: NewsletterIssue.ID, at centre: Centre.ID, in act: Act) throws {
        try move(id, from: .stopped, to: .sending, T.newsletter.deedResumed, at: centre, in: act)
    }

    private static func move(
        _ id: NewsletterIssue.ID, from before: NewsletterIssue.State, to after: NewsletterIssue.State, _ deed: Phrase, at centre: Centre.ID, in act: Act
    ) throws {
        let issue = try IssueStore.held(id, at: centre, in: act)
        guard issue.state == before else { throw Problem.conflict(T.newsletter.errorState) }
        try act.db.run("UPDATE newsletter_issue SET state = \(after) WHERE id = \(id)")
        try act.record(deed, .newsletterIssue(id), under: .newsletter(issue.newsletter), centre: centre)
    }

    // MARK: By the clock

    /// What is due begins; of what has begun the letters of this minute are written.
    package static func work(_ records: Records, _ seal: Seal) async throws {
        let due = try await records.read(as: .system) { act in
            try act.db.rows("SELECT id FROM newsletter_issue WHERE state = 'scheduled' AND due <= \(act.now) ORDER BY due, id")
                .map { try $0["id"] as NewsletterIssue.ID }
        }
        for id in due { try await records.write(by: .system) { try beginDue(id, seal, in: $0) } }
        let underway = try await records.read(as: .system) { act in
            try act.db.rows("SELECT id FROM newsletter_issue WHERE state = 'sending' ORDER BY begun, id").map { try $0["id"] as NewsletterIssue.ID }
        }
        for id in underway { while try await records.write(by: .system, { try step(id, seal, in: $0) }) {} }
    }

    /// An issue that nobody would get any more, or whose newsletter has ended, is a draft again; staff see it on their page of the day.
    private static func beginDue(_ id: NewsletterIssue.ID, _ seal: Seal, in act: Act) throws {
        try act.db.hold("newsletter_issue", id.value)
        guard let issue = try IssueStore.issues("i.id = \(id)", in: act).first, issue.state == .scheduled, issue.due.map({ $0 <= act.now }) ?? false,
              let centre: Centre.ID = try act.db.value("SELECT centre FROM newsletter WHERE id = \(issue.newsletter)") else { return }
        guard try NewsletterStore.runs(issue.newsletter, in: act) else { return try putBack(issue, T.newsletter.deedEndedBefore, at: centre, in: act) }
        let readers = try audience(of: issue, seal, at: centre, in: act).readers
        guard !readers.isEmpty else { return try putBack(issue, T.newsletter.deedNobody, at: centre, in: act) }
        try begin(issue, to: readers, at: centre, in: act)
    }

    private static func putBack(_ issue: NewsletterIssue, _ deed: Phrase, at centre: Centre.ID, in act: Act) throws {
        try act.db.run("UPDATE newsletter_issue SET state = 'draft', due = NULL WHERE id = \(issue.id)")
        try act.record(deed, .newsletterIssue(issue.id), under: .newsletter(issue.newsletter), centre: centre)
    }

    /// Writes the next letters, as many as the centre's pace leaves in this minute after all of its issues.
    /// - Returns: whether more may be written in this minute.
    static func step(_ id: NewsletterIssue.ID, _ seal: Seal, in act: Act) throws -> Bool {
        try act.db.hold("newsletter_issue", id.value)
        guard let row = try act.db.row("""
            SELECT i.*, n.centre FROM newsletter_issue i JOIN newsletter n ON n.id = i.newsletter WHERE i.id = \(id) AND i.state = 'sending'
            """), let issue = try IssueStore.issues("i.id = \(id)", in: act).first else { return false }
        let centre: Centre.ID = try row["centre"], minute = Int(act.now.seconds / 60)
        try act.db.hold("centre", centre.value)
        let left = try NewsletterStore.rule(of: centre, in: act).left(after: sent(at: centre, during: minute, in: act))
        guard left > 0 else { return false }
        let waiting = try waiting(issue, most: min(left, atOnce), in: act)
        let stops = try SubscriberStore.stops(of: issue.newsletter, at: centre, in: act)
        var written: [Int64] = [], skipped: [SkipReason: [Int64]] = [:]
        let press = try NewsletterLetters.Press(issue, in: Set(waiting.map(\.language)), seal, at: centre, in: act)
        for one in waiting {
            if let reason = one.skipped(by: stops, seal) { skipped[reason, default: []].append(one.row) } else {
                try press.write(to: one, in: act)
                written.append(one.row)
            }
        }
        try mark(written, "state = 'sent'", in: act)
        for (reason, rows) in skipped { try mark(rows, "state = 'skipped', why = \(reason)", in: act) }
        let last: Int = try row["paced"], before: Int = try last == minute ? row["paced_count"] : 0
        try act.db.run("""
            UPDATE newsletter_issue SET sent = sent + \(written.count), skipped = skipped + \(waiting.count - written.count), paced = \(minute),
                paced_count = \(before + written.count) WHERE id = \(id)
            """)
        guard waiting.count < min(left, atOnce) else { return true }
        try act.db.run("UPDATE newsletter_issue SET state = 'finished', finished = \(act.now) WHERE id = \(id)")
        try act.record(T.newsletter.deedFinished, .newsletterIssue(id), under: .newsletter(issue.newsletter), centre: centre)
        return false
    }

    /// How many letters of all its issues a centre has written in a minute.
    private static func sent(at centre: Centre.ID, during minute: Int, in act: Act) throws -> Int {
        try act.db.count("""
            SELECT CAST(coalesce(sum(i.paced_count), 0) AS BIGINT) FROM newsletter_issue i JOIN newsletter n ON n.id = i.newsletter
            WHERE n.centre = \(centre) AND i.paced = \(minute)
            """)
    }

    private static func mark(_ rows: [Int64], _ change: SQL, in act: Act) throws {
        guard !rows.isEmpty else { return }
        try act.db.run("UPDATE newsletter_recipient SET \(change), done = \(act.now) WHERE id IN \(list: rows)")
    }

    private static func waiting(_ issue: NewsletterIssue, most: Int, in act: Act) throws -> [WaitingReader] {
        try act.db.rows("""
            SELECT r.id, r.subscriber, s.person, s.address, s.language, c.given, p.email, p.given_name, p.family_name, p.language AS own_language, p.verified, p.erased
            FROM newsletter_recipient r LEFT JOIN newsletter_subscriber s ON s.id = r.subscriber LEFT JOIN person p ON p.id = s.person
            LEFT JOIN newsletter_consent c ON c.subscriber = s.id AND c.newsletter = \(issue.newsletter) AND c.ended IS NULL AND c.given IS NOT NULL
            WHERE r.issue = \(issue.id) AND r.state = 'waiting' ORDER BY r.id LIMIT \(most)
            """).map(WaitingReader.init)
    }
}
