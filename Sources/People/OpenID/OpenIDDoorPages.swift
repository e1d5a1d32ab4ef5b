import Accounts
import Forms
import Kernel
import Languages
import Look
import Queues
import Web

/// By which services somebody enters one's own account, added and taken away by its owner.
enum OpenIDDoorPages {
    static let path = "/me/account/doors"

    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (providers, own, isStaff) = try await visit.read { act in
            (try OpenIDStore.open(in: act), try OpenIDStore.identities(of: person, in: act), try PersonStore.actor(person, in: act)?.isStaff ?? false)
        }
        return visit.page(OpenIDViews(reader: visit.reader).doors(providers, own, isStaff: isStaff))
    }

    /// A new door gives the account away to whoever stands before it: first the owner shows anew that it is they.
    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        try await ProofPages.guarded(visit) { person, _ in try await OpenIDPages.leave(visit, path, for: person.id) }
    }

    private static func ticket(_ text: String, _ visit: Visit, of person: Person) throws -> OpenIDTicket {
        let seal = OpenIDSeal(seal: visit.seal, browser: visit.browser)
        guard let ticket = seal.ticket(text, at: visit.now), ticket.errand.person == person.id else { throw Problem.missing }
        return ticket
    }

    private static func screen(_ visit: Visit, _ text: String, _ person: Person, _ proof: OwnProof, _ form: FilledForm) async throws -> Screen {
        let ticket = try ticket(text, visit, of: person), provider = try await visit.read { try OpenIDStore.provider(ticket.errand.provider, in: $0) }
        return OpenIDViews(reader: visit.reader).confirm(ticket, text, provider, proof, form)
    }

    @Sendable static func ask(_ visit: Visit) async throws -> Answer {
        try await ProofPages.guarded(visit) { person, proof in visit.page(try await screen(visit, visit.query["ticket"], person, proof, visit.form())) }
    }

    @Sendable static func link(_ visit: Visit) async throws -> Answer {
        let text = visit.typed["ticket"]
        return try await ProofPages.guarded(visit) { person, proof in
            try await visit.submit {
                let ticket = try ticket(text, visit, of: person), shown = try await OwnProof.shown(visit, by: person.id)
                return try await visit.act { act in
                    try shown.take(in: act)
                    let provider = try OpenIDStore.provider(ticket.errand.provider, in: act)
                    try OpenIDStore.link(ticket, to: person.id, isByAddress: false, in: act)
                    try PersonLetters.changed(person, T.openid.changedLinked(name: .title(provider.draft.name)), from: visit.centre, in: act).map(act.send)
                    return Redirect(visit.link(path), T.openid.saidLinked)
                }
            } again: { try await screen(visit, text, person, proof, $0) }
        }
    }

    @Sendable static func unlink(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let id: OpenIDIdentity.ID = try visit.id("identity")
        return try await visit.act { act in
            try OpenIDStore.unlink(id, of: person, in: act)
            return Redirect(visit.link(path), T.openid.saidUnlinked)
        }
    }
}
