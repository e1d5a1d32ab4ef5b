package import Accounts
package import Kernel
import Languages
import Storage

/// What happens to newsletters when something happens to a person, and when the time of a row is over.
package enum NewsletterKeepingStore {
    /// To whom an issue went is known so long; the numbers stay.
    static let recipientDays = 366
    /// A consent that ended is kept so long, to show that it was there.
    static let consentYears = 3
    static let bounceDays = 366

    /// Whoever had newsletters by an address alone and now has an account with it has them by the account.
    static func adopt(_ person: Person.ID, in act: Act) throws {
        guard let address = try PersonStore.present(person, in: act)?.email else { return }
        let rows = try act.db.rows("SELECT id, centre FROM newsletter_subscriber WHERE person IS NULL AND address = \(address) ORDER BY id")
        for row in rows {
            let id: Subscriber.ID = try row["id"], centre: Kernel.ID<CentreTag> = try row["centre"]
            guard try SubscriberStore.subscriber(of: person, at: centre, in: act) == nil else { continue }
            try act.db.run("UPDATE newsletter_subscriber SET person = \(person), address = '' WHERE id = \(id)")
        }
    }

    /// The account goes, and with it all that it agreed to. Where somebody had left or letters came back, the mark stays, so that nobody writes there again.
    static func forget(_ person: Person.ID, in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM newsletter_subscriber WHERE person = \(person) ORDER BY id") { try forget(subscriber: row["id"], in: act) }
    }

    private static func forget(subscriber id: Subscriber.ID, in act: Act) throws {
        try act.db.run("UPDATE newsletter_recipient SET subscriber = NULL WHERE subscriber = \(id)")
        try act.db.run("DELETE FROM newsletter_bounce WHERE subscriber = \(id)")
        try act.db.run("DELETE FROM newsletter_interest WHERE subscriber = \(id)")
        try act.db.run("DELETE FROM newsletter_consent WHERE subscriber = \(id)")
        try act.db.run("DELETE FROM newsletter_subscriber WHERE id = \(id)")
    }

    /// Every night.
    package static func forgetOld(in act: Act) throws {
        // Nobody pressed the button: it is as if nobody had asked.
        try act.db.run("DELETE FROM newsletter_consent WHERE given IS NULL AND asked < \(act.now.adding(days: -ConfirmLink.days))")
        try act.db.run("DELETE FROM newsletter_consent WHERE ended < \(act.now.adding(days: -365 * consentYears))")
        try act.db.run("DELETE FROM newsletter_bounce WHERE made < \(act.now.adding(days: -bounceDays))")
        try act.db.run("""
            DELETE FROM newsletter_recipient WHERE issue IN (SELECT id FROM newsletter_issue WHERE finished < \(act.now.adding(days: -recipientDays)))
            """)
        let empty = try act.db.rows("""
            SELECT s.id FROM newsletter_subscriber s
            WHERE s.person IS NULL AND NOT EXISTS (SELECT 1 FROM newsletter_consent c WHERE c.subscriber = s.id) ORDER BY s.id LIMIT 2000
            """)
        for row in empty { try forget(subscriber: row["id"], in: act) }
        // Somebody asked with an address that had left, and nobody pressed the button: the address goes again.
        try act.db.run("""
            UPDATE newsletter_subscriber SET address = '' WHERE person IS NULL AND address <> '' AND NOT EXISTS (
                SELECT 1 FROM newsletter_consent c WHERE c.subscriber = newsletter_subscriber.id AND c.ended IS NULL)
            """)
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let mine: SQL = "SELECT id FROM newsletter_subscriber WHERE person = \(person)"
        func moment(_ row: Row, _ name: String) throws -> String { try (row[name] as Instant?)?.iso ?? "" }
        var held = HeldData("newsletter_consent", try act.db.rows("SELECT * FROM newsletter_consent WHERE subscriber IN (\(mine)) ORDER BY id").map { row in
            let newsletter: Newsletter.ID = try row["newsletter"], version: Int = try row["version"]
            return [
                "newsletter": newsletter.description, "words": try row["words"], "version": "\(version)", "way": try row["way"], "asked": try moment(row, "asked"),
                "given": try moment(row, "given"), "ended": try moment(row, "ended"), "ended_by": try (row["ended_by"] as String?) ?? "",
            ]
        })
        held.add("newsletter_interest", try act.db.rows("SELECT topic FROM newsletter_interest WHERE subscriber IN (\(mine)) ORDER BY topic").map { row in
            let topic: Int64 = try row["topic"]
            return ["topic": "\(topic)"]
        })
        held.add("newsletter_recipient", try act.db.rows("""
            SELECT issue, state, done FROM newsletter_recipient WHERE subscriber IN (\(mine)) ORDER BY id
            """).map { row in
            let issue: NewsletterIssue.ID = try row["issue"]
            return ["issue": issue.description, "state": try row["state"], "done": try moment(row, "done")]
        })
        held.add("newsletter_bounce", try act.db.rows("SELECT status, note, made FROM newsletter_bounce WHERE subscriber IN (\(mine)) ORDER BY id").map { row in
            ["status": try row["status"], "note": try row["note"], "made": try moment(row, "made")]
        })
        return held
    }
}
