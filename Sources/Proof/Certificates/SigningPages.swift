import Forms
import Kernel
import Languages
import Web

extension Visit {
    /// An act of signing: whoever acts has the right to it, and shows the second factor here and now, however lately it was shown on entering.
    func sign(_ verb: @escaping @Sendable (Signer, Act) throws -> Redirect) async throws -> Answer {
        let (code, seal, actor, centre) = (typed["code"], seal, actor, centre.id)
        guard try await read({ try SigningStore.right(of: actor, at: centre, in: $0) }) != nil else { throw Problem.conflict(T.certificates.noRight) }
        try await count(Attempts("second factor", of: actor.person?.description ?? "", limit: 10, within: 900))
        return try await act { act in try verb(SigningStore.signer(code: code, at: centre, seal: seal, in: act), act) }
    }
}
