import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Issues as the centre's people write them, try how they look, and see them go.
enum IssuePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let (centre, page) = (visit.centre.id, visit.query.page)
        let (issues, newsletters, paging) = try await visit.read { act in
            let paging = Paging(page, count: try IssueStore.count(at: centre, in: act))
            return (
                try IssueStore.desk(at: centre, limit: Paging.size, offset: paging.offset, in: act), try NewsletterStore.all(of: centre, in: act), paging)
        }
        return visit.page(IssueDeskViews(reader: visit.reader).list(issues, newsletters, paging))
    }

    // MARK: Writing

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        visit.page(try await form(visit, nil, visit.form(Typed(["newsletter": visit.query["newsletter"]]))))
    }

    private static func form(_ visit: Visit, _ issue: NewsletterIssue?, _ form: FilledForm) async throws -> Screen {
        let (centre, language) = (visit.centre.id, visit.language)
        let choices = try await visit.read { act in
            IssueChoices(
                newsletters: try NewsletterStore.offered(of: centre, in: act), segments: try SegmentStore.all(of: centre, in: act),
                lines: try IssueLineStore.candidates(at: centre, besides: issue?.draft.picks ?? [], language, in: act))
        }
        return IssueFormViews(reader: visit.reader).form(issue, choices, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let draft = try IssueDraft(visit.typed)
            guard let newsletter = Newsletter.ID(visit.typed["newsletter"]) else { throw Problem.invalid("newsletter", T.common.errorChoose) }
            return try await visit.act { act in
                let id = try IssueStore.add(draft, to: newsletter, at: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/issues/\(id)"), T.newsletter.saidWritten)
            }
        } again: { try await form(visit, nil, $0) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let issue = try await issue(visit)
        guard issue.isOpen else { throw Problem.missing }
        return visit.page(try await form(visit, issue, visit.form(issue.draft.typed)))
    }

    private static func issue(_ visit: Visit) async throws -> NewsletterIssue {
        let (centre, id): (_, NewsletterIssue.ID) = (visit.centre.id, try visit.id("issue"))
        return try await visit.read { try IssueStore.written(id, at: centre, in: $0) }
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let issue = try await issue(visit), centre = visit.centre.id
        return try await visit.submit {
            let draft = try IssueDraft(visit.typed), seen = visit.typed.number("seen", in: 0...1_000_000)
            return try await visit.act { act in
                try IssueStore.edit(issue.id, to: draft, seen: seen, at: centre, in: act)
                return Redirect(visit.link(issue.deskPath), T.common.saved)
            }
        } again: { try await form(visit, issue, $0) }
    }

    // MARK: One issue

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, id, seal): (_, NewsletterIssue.ID, _) = (visit.centre.id, try visit.id("issue"), visit.seal)
        let sight = try await visit.read { act in
            let issue = try IssueStore.written(id, at: centre, in: act)
            // A draft that was dropped may have had the same number.
            let journal = try JournalEntry.about(.newsletterIssue(id), limit: 30, in: act).filter { $0.at >= issue.made }
            let people = try PersonStore.names(of: Set(journal.compactMap(\.person)), in: act)
            return IssueSight(
                issue: issue, newsletter: try NewsletterStore.newsletter(issue.newsletter, at: centre, in: act),
                segment: try issue.draft.segment.map { try SegmentStore.segment($0, at: centre, in: act) },
                audience: try issue.isOpen ? IssueSendStore.audience(of: issue, seal, at: centre, in: act) : nil, rule: try NewsletterStore.rule(of: centre, in: act),
                skipped: try IssueSendStore.skipped(id, in: act), history: journal.map { line in (line, line.person.flatMap { people[$0] } ?? "") })
        }
        return IssueDeskViews(reader: visit.reader).show(sight, form)
    }

    /// As it would be read in a language and a script, as a letter and as plain text.
    @Sendable static func preview(_ visit: Visit) async throws -> Answer {
        let issue = try await issue(visit), id = visit.centre.id, origin = visit.centre.origin
        let language = Language(rawValue: visit.query["in"]) ?? visit.language
        let (sheet, plain) = try await visit.read { act in
            let sheet = try IssueLineStore.sheet(issue, at: id, language, in: act), centre = try CentreStore.centre(id, in: act)
            return (sheet, NewsletterLetters.plain(sheet, try act.texts(language, of: centre), at: centre, origin: origin))
        }
        return visit.page(IssueDeskViews(reader: visit.reader).preview(issue, sheet, plain: plain, language))
    }

    // MARK: What becomes of it

    private static func change(
        _ visit: Visit, _ said: Phrase, onward: String? = nil, _ deed: @escaping @Sendable (NewsletterIssue.ID, ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let (centre, id): (_, NewsletterIssue.ID) = (visit.centre.id, try visit.id("issue"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link(onward ?? "/staff/newsletters/issues/\(id)"), said)
            }
        } again: { try await screen(visit, $0) }
    }

    /// A letter to whoever presses the button, in the language in which it is looked at.
    @Sendable static func trial(_ visit: Visit) async throws -> Answer {
        let language = Language(rawValue: visit.typed["in"]) ?? visit.language
        guard let person = visit.actor.person else { throw Problem.missing }
        return try await change(visit, T.newsletter.saidTrial) { id, centre, act in
            let issue = try IssueStore.written(id, at: centre, in: act)
            try NewsletterLetters.trial(issue, to: try PersonStore.person(person, in: act), in: language, at: centre, in: act)
        }
    }

    @Sendable static func schedule(_ visit: Visit) async throws -> Answer {
        let (today, zone) = (visit.today, visit.centre.zone)
        return try await change(visit, T.newsletter.saidScheduled) { id, centre, act in
            try IssueStore.schedule(id, at: try ScheduleForm(visit.typed, today: today, zone).moment, of: centre, in: act)
        }
    }

    @Sendable static func recall(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.newsletter.saidRecalled) { try IssueStore.recall($0, at: $1, in: $2) }
    }

    @Sendable static func drop(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.newsletter.saidDropped, onward: "/staff/newsletters") { try IssueStore.drop($0, at: $1, in: $2) }
    }

    /// What would happen, before it does: an issue that has begun is not taken back.
    @Sendable static func askSend(_ visit: Visit) async throws -> Answer {
        let issue = try await issue(visit), (centre, seal) = (visit.centre.id, visit.seal)
        guard issue.isOpen else { throw Problem.missing }
        let (audience, rule) = try await visit.read { act in
            (try IssueSendStore.audience(of: issue, seal, at: centre, in: act), try NewsletterStore.rule(of: centre, in: act))
        }
        return visit.page(IssueDeskViews(reader: visit.reader).askSend(issue, audience, rule))
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let seal = visit.seal
        return try await change(visit, T.newsletter.saidBegun) { try IssueSendStore.begin($0, seal, at: $1, in: $2) }
    }

    @Sendable static func stop(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.newsletter.saidStopped) { try IssueSendStore.stop($0, at: $1, in: $2) }
    }

    @Sendable static func goOn(_ visit: Visit) async throws -> Answer {
        try await change(visit, T.newsletter.saidResumed) { try IssueSendStore.goOn($0, at: $1, in: $2) }
    }
}
