import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Mail
import Web

/// Newsletters for everybody: what there is and how to have it, issue by issue, and the pages behind the links of letters.
enum JoinPages {
    // MARK: The archive and the form

    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, page, chosen, person) = (visit.centre.id, visit.query.page, Newsletter.ID(visit.query["newsletter"]), visit.actor.person)
        let (sight, paging) = try await visit.read { act in
            let paging = Paging(page, count: try IssueStore.archived(of: centre, chosen, in: act))
            let subscriber = try person.flatMap { try SubscriberStore.subscriber(of: $0, at: centre, in: act) }
            let own = try subscriber.map { try SubscriberStore.consents(of: $0.id, in: act).filter(\.stands).map(\.newsletter) } ?? []
            return (ArchiveSight(
                newsletters: try NewsletterStore.all(of: centre, in: act),
                issues: try IssueStore.archive(of: centre, chosen, limit: Paging.size, offset: paging.offset, in: act), chosen: chosen, own: Set(own)), paging)
        }
        return NewsletterArchiveViews(reader: visit.reader).list(sight, paging, form)
    }

    /// Whatever was typed, the answer is the same: nobody learns whose address is known.
    @Sendable static func join(_ visit: Visit) async throws -> Answer {
        let (centre, seal, language, t, site) = (visit.centre.id, visit.seal, visit.language, visit.t, visit.site)
        return try await visit.submit {
            let form = try JoinForm(visit.typed)
            try await visit.count(
                Attempts("newsletter letter", of: form.address.text.lowercased(), limit: 5, within: 86_400),
                Attempts("newsletter join", from: visit.network, limit: 40, within: 3_600))
            return try await visit.act { act in
                let chosen = try NewsletterStore.offered(of: centre, in: act).filter { form.newsletters.contains($0.id) }
                let words = Dictionary(uniqueKeysWithValues: chosen.map { ($0.id, t(ConsentWords.phrase($0, t, site: site))) })
                try SubscriberStore.ask(form.address, for: words, in: language, seal, at: centre, in: act)
                return Redirect(visit.link("/newsletter"), T.newsletter.saidAsked(email: .text(form.address.text)))
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func feed(_ visit: Visit) async throws -> Answer {
        let (centre, language) = (visit.centre.id, visit.language)
        let entries = try await visit.read { act in
            try IssueStore.archive(of: centre, limit: IssueFeed.most, in: act).map { (issue: $0, sheet: try IssueLineStore.sheet($0, at: centre, language, in: act)) }
        }
        return .feed(bytes: Array(IssueFeed(visit.reader).text(entries).utf8), type: "application/atom+xml; charset=utf-8")
    }

    @Sendable static func issue(_ visit: Visit) async throws -> Answer {
        let (centre, language, id): (_, _, NewsletterIssue.ID) = (visit.centre.id, visit.language, try visit.id("issue"))
        let (issue, sheet) = try await visit.read { act in
            let issue = try IssueStore.issue(id, at: centre, in: act)
            guard issue.begun != nil else { throw Problem.missing }
            return (issue, try IssueLineStore.sheet(issue, at: centre, language, in: act))
        }
        return visit.page(NewsletterArchiveViews(reader: visit.reader).issue(issue, sheet))
    }

    // MARK: Saying yes

    /// Opening the link changes nothing: programs that look for bad mail open links too.
    @Sendable static func askConfirm(_ visit: Visit) async throws -> Answer {
        let (id, key, seal, centre): (Subscriber.ID, _, _, _) = (try visit.id("subscriber"), visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        let (consents, newsletters) = try await visit.read { act in
            (try SubscriberStore.asked(id, key: key, seal, at: centre, in: act), try NewsletterStore.all(of: centre, in: act))
        }
        return visit.page(LinkViews(reader: visit.reader).confirm(consents, newsletters))
    }

    @Sendable static func confirm(_ visit: Visit) async throws -> Answer {
        let (id, key, seal, centre): (Subscriber.ID, _, _, _) = (try visit.id("subscriber"), visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        return try await visit.act { act in
            try SubscriberStore.confirm(id, key: key, seal, at: centre, in: act)
            return Redirect(visit.link("/newsletter/confirm/\(id)/\(key)"), T.newsletter.saidConfirmed)
        }
    }

    // MARK: Leaving

    @Sendable static func askLeave(_ visit: Visit) async throws -> Answer { visit.page(try await leaving(visit)) }

    private static func leaving(_ visit: Visit) async throws -> Screen {
        let (id, newsletter): (Subscriber.ID, Newsletter.ID) = (try visit.id("subscriber"), try visit.id("newsletter"))
        let (key, seal, centre) = (visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        let (one, has, others) = try await visit.read { try SubscriberStore.leaving(id, newsletter, key: key, seal, at: centre, in: $0) }
        return LinkViews(reader: visit.reader).leave(one, has: has, others: others)
    }

    /// The button on the page, and the one click of a mail program (RFC 8058), which has no cookie and no mark of a form, and is answered with a page: the
    /// key in the address is all that it brings.
    @Sendable static func leave(_ visit: Visit) async throws -> Answer {
        let (id, newsletter): (Subscriber.ID, Newsletter.ID) = (try visit.id("subscriber"), try visit.id("newsletter"))
        let (key, seal, centre) = (visit.parameters["key"] ?? "", visit.seal, visit.centre.id)
        let isClick = visit.typed["List-Unsubscribe"] == "One-Click", isAll = visit.typed.has("all") && !isClick
        _ = try await visit.witnessed { act in
            try SubscriberStore.leave(id, newsletter, key: key, isAll: isAll, by: isClick ? .program : .page, seal, at: centre, in: act)
        }
        return visit.page(try await leaving(visit))
    }
}
