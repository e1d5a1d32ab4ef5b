import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Who writes a proposal, what they agree to, and what they say of themselves.
enum AuthorPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func invite(_ visit: Visit) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal"), typed = visit.typed, seal = visit.seal
        return try await visit.submit {
            let invited = try InvitedAuthor(typed)
            return try await visit.act { act in
                try ProposalAuthorStore.invite(
                    invited.name, invited.email, author: invited.isAuthor, realiser: invited.isRealiser, of: id, seal, in: act)
                return Redirect(visit.link("/proposals/\(id)/authors"), T.workshop.saidInvited)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let (id, author): (Proposal.ID, ProposalAuthor.ID) = (try visit.id("proposal"), try visit.id("author"))
        return try await visit.submit {
            try await visit.act { act in
                try ProposalAuthorStore.remove(author, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)/authors"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Proposal.ID = try visit.id("proposal"), seal = visit.seal
        let dossier = try await visit.read { try ProposalStore.dossier(id, in: $0) }
        let own = dossier.authors.first { $0.person == visit.actor.person && $0.agreed == nil && $0.declined == nil }
        return AuthorViews(reader: visit.reader).list(dossier, consent: own.map { ConsentLink($0.id, of: id).text(seal) }, form)
    }

    // MARK: Consent, by a link

    @Sendable static func consent(_ visit: Visit) async throws -> Answer { visit.page(try await consentScreen(visit, nil)) }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let link = try link(visit), centre = visit.centre.id, agrees = visit.typed.has("agrees"), words = visit.typed.lines("biography")
        return try await visit.submit {
            var faults = Faults()
            faults.limit(words, "biography", .letter)
            try faults.check()
            return try await visit.act { act in
                try ProposalAuthorStore.answer(agrees, words, under: link, at: centre, in: act)
                return Redirect(visit.link("/consents/\(link.text(visit.seal))"), agrees ? T.workshop.saidAgreed : T.workshop.saidDeclined)
            }
        } again: { try await consentScreen(visit, $0) }
    }

    private static func link(_ visit: Visit) throws -> ConsentLink {
        guard let link = ConsentLink(visit.parameters["link"] ?? "", visit.seal) else { throw Problem.missing }
        return link
    }

    private static func consentScreen(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let link = try link(visit), centre = visit.centre.id
        let (author, proposal) = try await visit.read { try ProposalAuthorStore.asked(link, at: centre, in: $0) }
        // A link that was passed on does not show what somebody wrote of themselves elsewhere.
        let isOwn = visit.actor.person == author.person
        let opened = visit.form(Typed(["biography": isOwn ? author.biography : ""]))
        return AuthorViews(reader: visit.reader).consent(author, proposal, link.text(visit.seal), form ?? opened)
    }

    // MARK: Biography

    @Sendable static func biography(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let text = try await visit.read { try ProposalAuthorStore.biography(of: person, in: $0) }
        return visit.page(AuthorViews(reader: visit.reader).biography(visit.form(Typed(["biography": text]))))
    }

    @Sendable static func setBiography(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let text = visit.typed.lines("biography")
        return try await visit.submit {
            var faults = Faults()
            faults.limit(text, "biography", .letter)
            try faults.check()
            return try await visit.act { act in
                try ProposalAuthorStore.write(text, of: person, in: act)
                return Redirect(visit.link("/me/proposals"), T.common.saved)
            }
        } again: { AuthorViews(reader: visit.reader).biography($0) }
    }
}
