import Forms
package import Kernel
import Languages
package import Web

/// By what somebody shows anew that it is they, where the account itself could be given away. A browser's session alone never does: it may be a copy.
package enum OwnProof: Sendable {
    /// The centre's own people: a code of the second factor.
    case code
    /// Whoever has chosen a password.
    case password
    /// Everybody else: a fresh link to the address of the account, used in this browser.
    case link

    static let codeField = "code", passwordField = "current"

    /// Whoever no longer knows the password opens a fresh link instead; a second factor nothing replaces.
    static func asked(of person: Person.ID, _ session: Session?, in act: Act) throws -> OwnProof {
        if try SecondFactorStore.since(person, in: act) != nil { return .code }
        return try session?.isProved(at: act.now) != true && AccountStore.hasPassword(person, in: act) ? .password : .link
    }

    /// What the form brought.
    /// - Throws: a problem with the field when the password is wrong; a conflict when the link was used too long ago.
    package static func shown(_ visit: Visit, by person: Person.ID) async throws -> ShownProof {
        let session = visit.session
        let (proof, hash) = try await visit.read { (try asked(of: person, session, in: $0), try AccountStore.password(of: person, in: $0)) }
        switch proof {
        case .code:
            try await visit.count(Attempts.secondFactor(of: person))
            return ShownProof(person: person, code: visit.typed[codeField], seal: visit.seal)
        case .password:
            try await visit.count(Attempts("own password", of: person.description, limit: 10, within: 900))
            guard try await Password.matches(visit.typed.secret(passwordField), hash) else { throw Problem.invalid(passwordField, T.accounts.currentWrong) }
        case .link:
            guard session?.isProved(at: visit.now) == true else { throw Problem.conflict(T.accounts.proofGone) }
        }
        return ShownProof(person: person, code: nil, seal: visit.seal)
    }
}

/// A proof that was shown. A code is used up by the act that it is shown for, and only when that act is done.
package struct ShownProof: Sendable {
    fileprivate let person: Person.ID
    fileprivate let code: String?
    fileprivate let seal: Seal

    /// - Throws: an invalid code at its field.
    package func take(in act: Act) throws {
        guard let code else { return }
        try SecondFactorStore.prove(code, of: person, seal: seal, in: act)
        try Attempts.secondFactor(of: person).forgive(in: act)
    }
}
