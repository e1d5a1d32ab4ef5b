import Forms
import Kernel
import Languages
import Look
import Queues
package import Web

/// A fresh link to one's own address, for whoever has neither password nor second factor and wants to change what lets into the account.
package enum ProofPages {
    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        try await AccountPages.own(visit) { visit.page(ProofViews(reader: visit.reader).ask($0, onward: Onward(visit.query["onward"]), visit.form())) }
    }

    @Sendable package static func send(_ visit: Visit) async throws -> Answer {
        let onward = Onward(visit.typed["onward"])
        return try await AccountPages.own(visit) { person in
            try await visit.submit {
                try await visit.count(Attempts("prove", of: person.id.description, limit: 5, within: 900))
                let token = Token.random()
                return try await visit.act { act in
                    let link = try SignInLinks.issue(for: person.id, purpose: .prove, onward: onward.path, token: token, origin: visit.centre.origin, in: act)
                    try PersonLetters.prove(person, link: link, from: visit.centre, in: act).map(act.send)
                    return Redirect(visit.link("/me/account"), T.accounts.proofSent(email: .text(person.email ?? "")))
                }
            } again: { form in
                ProofViews(reader: visit.reader).ask(person, onward: onward, form)
            }
        }
    }

    /// A page behind which the account could be given away: it stands open only for whoever can show anew that it is they.
    package static func guarded(_ visit: Visit, _ page: (Person, OwnProof) async throws -> Answer) async throws -> Answer {
        try await AccountPages.own(visit) { person in
            let session = visit.session
            let proof = try await visit.read { try OwnProof.asked(of: person.id, session, in: $0) }
            guard proof != .link || session?.isProved(at: visit.now) == true else {
                return .redirect(visit.link("/me/account/proof?\(Typed(["onward": visit.path]).query)"))
            }
            return try await page(person, proof)
        }
    }
}
