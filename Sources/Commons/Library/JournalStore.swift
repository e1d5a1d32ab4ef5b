package import Centres
package import Kernel
package import Languages
import Storage

/// Subscriptions and issues as rows.
package enum JournalStore {
    // MARK: Reads

    /// Of a journal, the newest first.
    package static func subscriptions(of title: LibraryTitle.ID, in act: Act) throws -> [Subscription] {
        let rows = try act.db.rows("SELECT * FROM subscription WHERE title = \(title) ORDER BY first_day DESC, id DESC LIMIT 100")
        guard !rows.isEmpty else { return [] }
        let ids: [Subscription.ID] = try rows.map { try $0["id"] }
        let issues = try act.db.rows("SELECT * FROM issue WHERE subscription IN \(list: ids) ORDER BY expected, id").reduce(into: [Subscription.ID: [Issue]]()) {
            $0[try $1["subscription"], default: []].append(try Issue(row: $1))
        }
        return try rows.map { row in
            let id: Subscription.ID = try row["id"], first: Day = try row["first_day"], last: Day = try row["last_day"]
            return Subscription(
                id: id, title: try row["title"], draft: SubscriptionDraft(first...last, count: try row["issues"], price: try row["price"], source: try row["source"]),
                issues: issues[id] ?? [])
        }
    }

    /// What a centre still waits for although it should be here, the oldest first.
    package static func missing(at centre: Centre.ID, today: Day, in act: Act) throws -> [MissingIssue] {
        guard act.by.keepsLibrary(of: centre) else { throw Problem.missing }
        let rows = try act.db.rows("""
            SELECT i.*, s.title FROM issue i JOIN subscription s ON s.id = i.subscription JOIN title t ON t.id = s.title
            WHERE t.centre = \(centre) AND i.arrived IS NULL AND i.expected < \(today.adding(days: -Issue.lateDays)) ORDER BY i.expected, i.id LIMIT 500
            """)
        let titles = try TitleStore.titles(Array(Set(rows.map { try $0["title"] as LibraryTitle.ID })), in: act)
        return try rows.compactMap { row in try titles[row["title"]].map { MissingIssue(title: $0, issue: try Issue(row: row)) } }
    }

    // MARK: Verbs

    package static func subscribe(_ draft: SubscriptionDraft, to id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws {
        let title = try TitleStore.held(id, at: centre, in: act)
        guard title.kind == .journal else { throw Problem.conflict(T.library.errorNoJournal) }
        let currency = try CentreStore.centre(centre, in: act).currency
        let subscription = Subscription.ID(try act.db.insert("""
            INSERT INTO subscription (title, first_day, last_day, issues, price, currency, source)
            VALUES (\(id), \(draft.days.lowerBound), \(draft.days.upperBound), \(draft.count), \(draft.price), \(currency), \(draft.source)) RETURNING id
            """))
        for (number, day) in draft.expected {
            try act.db.run("INSERT INTO issue (subscription, number, expected) VALUES (\(subscription), \(number), \(day))")
        }
        try act.record(T.library.subscribed, .title(id), centre: centre)
        try act.touchPublicPages()
    }

    /// An issue has come. It is a copy of the journal from then on where it is taken in.
    package static func arrive(_ id: Issue.ID, of title: LibraryTitle.ID, on day: Day, as copy: CopyDraft?, at centre: Centre.ID, in act: Act) throws {
        let issue = try held(id, of: title, at: centre, in: act)
        guard issue.arrived == nil else { throw Problem.conflict(T.library.errorArrived(number: .text(issue.number))) }
        let taken = try copy.map { try CopyStore.takeIn([$0], of: title, at: centre, in: act) }?.first
        try act.db.run("UPDATE issue SET arrived = \(day), copy = \(taken) WHERE id = \(id)")
        try act.record(T.library.issueArrived, .title(title), centre: centre)
    }

    /// The publisher is asked where it stays.
    package static func claim(_ id: Issue.ID, of title: LibraryTitle.ID, on day: Day, at centre: Centre.ID, in act: Act) throws {
        let issue = try held(id, of: title, at: centre, in: act)
        guard issue.arrived == nil else { throw Problem.conflict(T.library.errorArrived(number: .text(issue.number))) }
        try act.db.run("UPDATE issue SET claimed = \(day) WHERE id = \(id)")
        try act.record(T.library.issueClaimed, .title(title), centre: centre)
    }

    private static func held(_ id: Issue.ID, of title: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> Issue {
        _ = try TitleStore.held(title, at: centre, in: act)
        let row = try act.db.row("SELECT i.* FROM issue i JOIN subscription s ON s.id = i.subscription WHERE i.id = \(id) AND s.title = \(title)")
        guard let row else { throw Problem.missing }
        return try Issue(row: row)
    }
}

extension Issue {
    init(row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        expected = try row["expected"]
        arrived = try row["arrived"]
        claimed = try row["claimed"]
        copy = try row["copy"]
    }
}
