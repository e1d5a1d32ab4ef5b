import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Journals at the desk: what is subscribed to, what has come, what is missed.
enum JournalPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    @Sendable static func subscribe(_ visit: Visit) async throws -> Answer {
        let (id, centre, language): (LibraryTitle.ID, _, _) = (try visit.id("title"), visit.centre.id, visit.language)
        let currency = try await visit.read { try CentreStore.centre(centre, in: $0) }.currency
        return try await visit.submit {
            let draft = try SubscriptionDraft(visit.typed, currency, language)
            return try await visit.act { act in
                try JournalStore.subscribe(draft, to: id, at: centre, in: act)
                return Redirect(visit.link("/staff/library/\(id)/issues"), T.library.subscribed)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func arrive(_ visit: Visit) async throws -> Answer {
        let today = visit.today, isTaken = visit.typed.has("take"), shelf = visit.typed["shelf"]
        return try await change(visit, T.library.issueArrived) { issue, title, centre, act in
            var copy = isTaken ? CopyDraft(acquired: today) : nil
            copy?.shelf = String(shelf.prefix(TextLimit.label.rawValue))
            try JournalStore.arrive(issue, of: title, on: today, as: copy, at: centre, in: act)
        }
    }

    @Sendable static func claim(_ visit: Visit) async throws -> Answer {
        let today = visit.today
        return try await change(visit, T.library.issueClaimed) { try JournalStore.claim($0, of: $1, on: today, at: $2, in: $3) }
    }

    private static func change(
        _ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Issue.ID, LibraryTitle.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let (id, issue, centre): (LibraryTitle.ID, Issue.ID, _) = (try visit.id("title"), try visit.id("issue"), visit.centre.id)
        return try await visit.submit {
            try await visit.act { act in
                try deed(issue, id, centre, act)
                return Redirect(visit.link("/staff/library/\(id)/issues"), said)
            }
        } again: { try await screen(visit, $0) }
    }

    /// What a centre still waits for although it should be here.
    @Sendable static func missing(_ visit: Visit) async throws -> Answer {
        let (centre, today) = (visit.centre.id, visit.today)
        return visit.page(JournalViews(reader: visit.reader).missing(try await visit.read { try JournalStore.missing(at: centre, today: today, in: $0) }))
    }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil) async throws -> Screen {
        let (id, centre): (LibraryTitle.ID, _) = (try visit.id("title"), visit.centre.id)
        let (title, subscriptions) = try await visit.read { act in
            let title = try TitleStore.title(id, at: centre, in: act)
            guard title.kind == .journal else { throw Problem.missing }
            return (title, try JournalStore.subscriptions(of: id, in: act))
        }
        return JournalViews(reader: visit.reader).show(title, subscriptions, form ?? visit.form(SubscriptionDraft.empty(on: visit.today)))
    }
}

extension SubscriptionDraft {
    init(_ typed: Typed, _ currency: Currency, _ language: Language) throws {
        var faults = Faults()
        let first = faults.day(typed, "first", language), last = faults.day(typed, "last", language)
        let count = faults.number(typed, "issues", in: Self.countBounds), price = Money(typed: typed["price"], currency)
        let isPrice = typed["price"].isEmpty || price.map { $0.minor >= 0 } == true
        faults.require(isPrice, "price", T.library.errorPrice(example: .text(currency == .rsd ? "1.250,00" : "12,50")))
        faults.limit(typed["source"], "source", .line)
        if let first, let last {
            faults.require(first <= last, "last", T.library.errorDaysTurned)
            faults.require(first.days(until: last) <= Self.daysMost, "last", T.library.errorDaysLong)
        }
        try faults.check()
        guard let first, let last, let count else { throw Problem.missing }
        self.init(first...last, count: count, price: typed["price"].isEmpty ? nil : price?.minor, source: typed["source"])
    }

    static func empty(on today: Day) -> Typed {
        Typed(["first": "\(today.year)-01-01", "last": "\(today.year)-12-31", "issues": "12"] as KeyValuePairs)
    }
}
