import Accounts
import Forms
import Kernel
import Languages
import Web

extension Visit {
    /// An act of signing: whoever acts has the right to it, and shows the second factor here and now, however lately it was shown on entering. Wrong codes
    /// count as they do there; a right one is no try, so that signing much keeps nobody from entering.
    func sign(_ verb: @escaping @Sendable (Signer, Act) throws -> Redirect) async throws -> Answer {
        let (code, seal, actor, centre) = (typed["code"], seal, actor, centre.id)
        guard try await read({ try SigningStore.right(of: actor, at: centre, in: $0) }) != nil else { throw Problem.conflict(T.certificates.noRight) }
        let tries = Attempts.secondFactor(of: actor.person)
        try await count(tries)
        return try await act { act in
            let signer = try SigningStore.signer(code: code, at: centre, seal: seal, in: act)
            try tries.forgive(in: act)
            return try verb(signer, act)
        }
    }
}
