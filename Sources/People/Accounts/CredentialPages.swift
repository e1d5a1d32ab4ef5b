import Forms
import Foundation
import Kernel
import Languages
import Look
import Queues
package import Web

/// What lets into one's account and what ends it: the address, the password, the copy of one's data, the deletion.
package enum CredentialPages {
    @Sendable package static func showEmail(_ visit: Visit) async throws -> Answer {
        try await ProofPages.guarded(visit) { visit.page(AccountViews(reader: visit.reader).email($0, $1, visit.form())) }
    }

    /// A link goes to the new address; only its use changes anything. Whether another account has that address only its owner learns.
    @Sendable package static func email(_ visit: Visit) async throws -> Answer {
        try await ProofPages.guarded(visit) { person, proof in
            try await visit.submit {
                let email = try EmailAddress(visit.typed)
                guard email.text != person.email else { throw Problem.invalid("email", T.accounts.emailSame) }
                try await visit.count(
                    Attempts("change email", of: person.id.description, limit: 5, within: 3_600), Attempts("enter by link", of: email.text, limit: 5, within: 900))
                let (shown, token) = (try await OwnProof.shown(visit, by: person.id), Token.random())
                return try await visit.act { act in
                    try shown.take(in: act)
                    if let other = try PersonStore.person(email: email.text, in: act) {
                        try PersonLetters.taken(other, from: visit.centre, in: act).map(act.send)
                    } else {
                        let link = try SignInLinks.issue(
                            for: person.id, purpose: .change, onward: "/me/account", token: token, email: email.text, origin: visit.centre.origin, in: act)
                        try act.send(PersonLetters.change(person, to: email.text, link: link, from: visit.centre, in: act))
                    }
                    return Redirect(visit.link("/me/account"), T.accounts.changeSent(email: .text(email.text)))
                }
            } again: { form in
                AccountViews(reader: visit.reader).email(person, proof, form)
            }
        }
    }

    @Sendable package static func showPassword(_ visit: Visit) async throws -> Answer {
        try await ProofPages.guarded(visit) { person, proof in
            let has = try await visit.read { try AccountStore.hasPassword(person.id, in: $0) }
            return visit.page(AccountViews(reader: visit.reader).password(person, isSet: has, proof, visit.form()))
        }
    }

    @Sendable package static func password(_ visit: Visit) async throws -> Answer {
        let isRemoval = visit.typed.has("remove")
        return try await ProofPages.guarded(visit) { person, proof in
            let has = try await visit.read { try AccountStore.hasPassword(person.id, in: $0) }
            return try await visit.submit {
                let password = visit.typed.secret("password")
                if !isRemoval, let fault = Password.fault(password, email: person.email) { throw Problem.invalid("password", fault) }
                try await visit.count(Attempts("set password", of: person.id.description, limit: 10, within: 3_600))
                let shown = try await OwnProof.shown(visit, by: person.id)
                let hash = isRemoval ? nil : try await Password.hash(password)
                return try await visit.act { act in
                    try shown.take(in: act)
                    try AccountStore.setPassword(hash, of: person.id, here: visit.session, in: act)
                    let what = isRemoval ? T.accounts.changedPasswordRemoved : T.accounts.changedPassword
                    try PersonLetters.changed(person, what, from: visit.centre, in: act).map(act.send)
                    return Redirect(visit.link("/me/account"), isRemoval ? T.accounts.passwordRemovedSaid : T.accounts.passwordSetSaid)
                }
            } again: { form in
                AccountViews(reader: visit.reader).password(person, isSet: has, proof, form)
            }
        }
    }

    /// Everything that is held about the person, as a file.
    @Sendable package static func data(_ visit: Visit) async throws -> Answer {
        try await AccountPages.own(visit) { person in
            let held = try await visit.read { try AccountStore.held(about: person.id, in: $0) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return .file(bytes: Array(try encoder.encode(held)), type: "application/json; charset=utf-8", name: "\(visit.t(T.accounts.dataFile))-\(visit.today.iso).json")
        }
    }

    @Sendable package static func showErase(_ visit: Visit) async throws -> Answer {
        try await ProofPages.guarded(visit) { visit.page(AccountViews(reader: visit.reader).erase($1, visit.form())) }
    }

    @Sendable package static func erase(_ visit: Visit) async throws -> Answer {
        try await ProofPages.guarded(visit) { person, proof in
            try await visit.submit {
                let shown = try await OwnProof.shown(visit, by: person.id)
                return try await visit.act { act in
                    try shown.take(in: act)
                    try PersonLetters.changed(person, T.accounts.changedErased, from: visit.centre, in: act).map(act.send)
                    try AccountStore.erase(person.id, in: act)
                    return Redirect(visit.link(""), T.accounts.erasedSaid, session: .end)
                }
            } again: { form in
                AccountViews(reader: visit.reader).erase(proof, form)
            }
        }
    }
}
