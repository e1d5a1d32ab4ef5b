import Kernel
import Languages
import Queues
package import Web

/// Opening an account: a name and an address, then the letter that proves the address.
package enum SignUpPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { SignInViews.signUp(visit) }

    /// Whoever is known by the address gets a letter to enter by, everybody else one that proves it; the page says the same.
    @Sendable package static func open(_ visit: Visit) async throws -> Answer {
        do {
            let (name, email) = try PersonName.withAddress(typed: visit.typed)
            try await visit.count(Attempts("enter by link", of: email.text, limit: 5, within: 900), Attempts("sign up from", of: visit.client, limit: 60, within: 3_600))
            let token = Token.random()
            return try await visit.act { act in
                let person = try PersonStore.person(PersonStore.newcomer(name: name, email: email.text, language: visit.language, in: act), in: act)
                let isKnown = !person.isNewcomer
                let link = try SignInLinks.issue(
                    for: person.id, purpose: isKnown ? .enter : .verify, onward: Onward.own.path, token: token, origin: visit.centre.origin, in: act)
                let letter = isKnown ? PersonLetters.enter(person, link: link, from: visit.centre, words: act.words)
                    : PersonLetters.verify(person, link: link, from: visit.centre, words: act.words)
                try letter.map(act.send)
                return Redirect(visit.link("/sign-in/sent"))
            }
        } catch let problem as Problem {
            return SignInViews.signUp(visit, problem)
        }
    }
}

extension PersonName {
    /// Reads the two fields of a name.
    /// - Throws: a problem with each field that is empty or too long.
    package init(typed: Typed) throws {
        var faults = Faults()
        self.init(typed: typed, &faults)
        try faults.check()
    }

    /// Reads a name and the field `email`, and tells all that is wrong with them at once.
    package static func withAddress(typed: Typed) throws -> (PersonName, EmailAddress) {
        var faults = Faults()
        let name = PersonName(typed: typed, &faults), email = EmailAddress(typed["email"])
        faults.require(email != nil, "email", T.common.errorEmail)
        try faults.check()
        guard let email else { throw Problem.invalid("email", T.common.errorEmail) }
        return (name, email)
    }

    private init(typed: Typed, _ faults: inout Faults) {
        let given = typed["given_name"].filter { !$0.isNewline }, family = typed["family_name"].filter { !$0.isNewline }
        for (field, text) in [("given_name", given), ("family_name", family)] {
            faults.require(!text.isEmpty, field, T.common.errorMissing)
            faults.require(text.count <= 80, field, T.common.errorTooLong(most: 80))
        }
        self.init(given: given, family: family)
    }
}
