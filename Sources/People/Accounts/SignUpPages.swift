import Forms
import Kernel
import Languages
import Look
import Queues
package import Web

/// Opening an account: a name and an address, then the letter that proves the address.
package enum SignUpPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(SignInViews(reader: visit.reader).signUp(visit.form())) }

    /// Whoever is known by the address gets a letter to enter by, everybody else one that proves it; the page says the same.
    @Sendable package static func open(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let named = try NamedPerson(visit.typed)
            try await visit.count(
                Attempts("enter by link", of: named.email.text, limit: 5, within: 900), Attempts("sign up from", from: visit.network, limit: 60, within: 3_600))
            let token = Token.random()
            return try await visit.act { act in
                let person = try PersonStore.person(PersonStore.newcomer(name: named.name, email: named.email.text, language: visit.language, in: act), in: act)
                let isKnown = !person.isNewcomer
                let link = try SignInLinks.issue(
                    for: person.id, purpose: isKnown ? .enter : .verify, onward: Onward.own.path, token: token, name: named.name, origin: visit.centre.origin, in: act)
                let letter = try isKnown ? PersonLetters.enter(person, link: link, from: visit.centre, in: act)
                    : PersonLetters.verify(person, link: link, from: visit.centre, in: act)
                try letter.map(act.send)
                return Redirect(visit.link("/sign-in/sent"))
            }
        } again: { form in
            SignInViews(reader: visit.reader).signUp(form)
        }
    }
}
