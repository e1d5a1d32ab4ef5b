import Forms
import HTML
import Kernel
import Languages
import Look
import Web

extension Visit {
    /// An act of signing: whoever acts has the right to it, and shows the second factor here and now, however lately it was shown at the door.
    func sign(_ verb: @escaping @Sendable (Signer, Act) throws -> Redirect) async throws -> Answer {
        let (code, seal, actor, centre) = (typed["factor"], seal, actor, centre.id)
        guard try await read({ try Signer.right(of: actor, at: centre, in: $0) }) != nil else { throw Problem.conflict(T.certificates.noRight) }
        try await count(Attempts("second factor", of: actor.person?.description ?? "", limit: 10, within: 900))
        return try await act { act in try verb(Signer(code: code, of: actor, at: centre, seal: seal, in: act), act) }
    }
}

/// Where the second factor is typed.
struct FactorField: View {
    let visit: Visit
    /// Nobody of a demonstration has a telephone.
    let isDemonstration: Bool
    let problem: Problem?

    init(_ visit: Visit, isDemonstration: Bool, _ problem: Problem?) {
        (self.visit, self.isDemonstration, self.problem) = (visit, isDemonstration, problem)
    }

    var body: some HTML {
        let t = visit.t
        Field(
            t(T.certificates.factor), name: "factor", hint: t(isDemonstration ? T.certificates.factorDemonstration : T.certificates.factorHint),
            error: visit.mistake("code", problem), optional: isDemonstration ? t(T.common.optional) : nil, width: .short, autocomplete: "one-time-code"
        ).text()
    }
}
