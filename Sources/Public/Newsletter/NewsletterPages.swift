import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Newsletters as the centre's people set them up: what there is, who is asked, how fast letters leave.
enum NewsletterPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let (newsletters, readers) = try await visit.read { (try NewsletterStore.all(of: centre, in: $0), try NewsletterStore.readers(of: centre, in: $0)) }
        return visit.page(NewsletterViews(reader: visit.reader).list(newsletters, readers))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        visit.page(NewsletterViews(reader: visit.reader).form(nil, readers: 0, visit.form(NewsletterDraft(isOpen: true, texts: [:]).typed), invite: visit.form()))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let draft = try NewsletterDraft(visit.typed)
            return try await visit.act { act in
                _ = try NewsletterStore.add(draft, to: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/kinds"), T.newsletter.saidAdded)
            }
        } again: { NewsletterViews(reader: visit.reader).form(nil, readers: 0, $0, invite: visit.form()) }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, form: FilledForm? = nil, invite: FilledForm? = nil) async throws -> Screen {
        let (centre, id): (_, Newsletter.ID) = (visit.centre.id, try visit.id("newsletter"))
        let (newsletter, readers) = try await visit.read { act in
            (try NewsletterStore.newsletter(id, at: centre, in: act), try NewsletterStore.readers(of: centre, in: act)[id] ?? 0)
        }
        return NewsletterViews(reader: visit.reader).form(newsletter, readers: readers, form ?? visit.form(newsletter.draft.typed), invite: invite ?? visit.form())
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, Newsletter.ID) = (visit.centre.id, try visit.id("newsletter"))
        return try await visit.submit {
            let draft = try NewsletterDraft(visit.typed)
            return try await visit.act { act in
                try NewsletterStore.edit(id, to: draft, at: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/kinds/\(id)"), T.common.saved)
            }
        } again: { try await screen(visit, form: $0) }
    }

    @Sendable static func end(_ visit: Visit) async throws -> Answer {
        let (centre, id, isEnded): (_, Newsletter.ID, _) = (visit.centre.id, try visit.id("newsletter"), !visit.typed.has("reopen"))
        return try await visit.submit {
            try await visit.act { act in
                try NewsletterStore.set(id, isEnded: isEnded, at: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/kinds/\(id)"), isEnded ? T.newsletter.saidEnded : T.newsletter.saidReopened)
            }
        } again: { try await screen(visit, invite: $0) }
    }

    /// Letters go to those who said on paper that they want it; each says yes by the link, or nothing comes of it.
    @Sendable static func invite(_ visit: Visit) async throws -> Answer {
        let (centre, id): (_, Newsletter.ID) = (visit.centre.id, try visit.id("newsletter"))
        let (seal, site) = (visit.seal, visit.site), own = visit.language, t = visit.t
        return try await visit.submit {
            let form = try InviteForm(visit.typed)
            return try await visit.act { act in
                let newsletter = try NewsletterStore.newsletter(id, at: centre, in: act), words = t(ConsentWords.phrase(newsletter, t, site: site))
                let count = try SubscriberStore.invite(form.addresses, to: id, words: words, in: own, seal, at: centre, in: act)
                return Redirect(visit.link("/staff/newsletters/kinds/\(id)"), T.newsletter.saidInvited(count: count))
            }
        } again: { try await screen(visit, invite: $0) }
    }

    // MARK: The rule

    @Sendable static func rule(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        let rule = try await visit.read { try NewsletterStore.rule(of: centre, in: $0) }
        return visit.page(NewsletterViews(reader: visit.reader).rule(visit.form(rule.typed)))
    }

    @Sendable static func saveRule(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            let rule = try NewsletterRule(visit.typed)
            return try await visit.act { act in
                try NewsletterStore.set(rule, of: centre, in: act)
                return Redirect(visit.link("/settings/newsletters"), T.common.saved)
            }
        } again: { NewsletterViews(reader: visit.reader).rule($0) }
    }
}
