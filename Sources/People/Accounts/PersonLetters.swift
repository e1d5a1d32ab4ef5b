import Centres
package import Forms
package import Kernel
package import Languages
import Look
package import Queues

/// Letters about accounts, in the language of the person, in the name of the centre.
package enum PersonLetters {
    /// Those whose words a centre may choose. The link that lets somebody in is no part of the words: it stands in the button.
    static let kinds = [
        LetterKind("enter", T.accounts.kindEnter, tellsEvent: false) { _ in [T.accounts.enterSubject, T.accounts.enterText, T.accounts.enterNotYou] },
        LetterKind("verify", T.accounts.kindVerify, tellsEvent: false) { _ in [T.accounts.verifySubject, T.accounts.verifyText, T.accounts.verifyNotYou] },
        LetterKind("change", T.accounts.kindChange, tellsEvent: false) { _ in [T.accounts.changeSubject, T.accounts.changeText, T.accounts.changeNotYou] },
        LetterKind("prove", T.accounts.kindProve, tellsEvent: false) { _ in [T.accounts.proveSubject, T.accounts.proveText, T.accounts.proveNotYou] },
    ]

    /// The link to enter by.
    package static func enter(_ person: Person, link: String, from centre: CentreSign, in act: Act) throws -> Letter? {
        let t = try act.texts(person.language, of: centre)
        return letter(
            to: person, t, from: centre, subject: T.accounts.enterSubject, paragraphs: [T.accounts.enterText, T.accounts.enterNotYou],
            action: Look.Link(t(T.accounts.enterAct), href: link), isSecret: true)
    }

    /// Proves the address that a newcomer gave.
    package static func verify(_ person: Person, link: String, from centre: CentreSign, in act: Act) throws -> Letter? {
        let t = try act.texts(person.language, of: centre)
        return letter(
            to: person, t, from: centre, subject: T.accounts.verifySubject, paragraphs: [T.accounts.verifyText, T.accounts.verifyNotYou],
            action: Look.Link(t(T.accounts.verifyAct), href: link), isSecret: true)
    }

    /// Proves the address that a person wants to have from now on; it goes to that address.
    static func change(_ person: Person, to address: String, link: String, from centre: CentreSign, in act: Act) throws -> Letter {
        let t = try act.texts(person.language, of: centre)
        return letter(
            to: address, of: person, t, from: centre, subject: T.accounts.changeSubject, paragraphs: [T.accounts.changeText, T.accounts.changeNotYou],
            action: Look.Link(t(T.accounts.changeAct), href: link), isSecret: true)
    }

    /// Shows anew that it is the person, before the account is changed.
    static func prove(_ person: Person, link: String, from centre: CentreSign, in act: Act) throws -> Letter? {
        let t = try act.texts(person.language, of: centre)
        return letter(
            to: person, t, from: centre, subject: T.accounts.proveSubject, paragraphs: [T.accounts.proveText, T.accounts.proveNotYou],
            action: Look.Link(t(T.accounts.proveAct), href: link), isSecret: true)
    }

    /// Something about the account has changed, and its person should know even if somebody else did it.
    package static func changed(_ person: Person, _ what: Phrase, from centre: CentreSign, in act: Act) throws -> Letter? {
        let t = try act.texts(person.language, of: centre)
        return letter(to: person, t, from: centre, subject: T.accounts.changedSubject, paragraphs: [what, T.accounts.changedNotYou])
    }

    /// Somebody wanted to enter with an address that has no account. Only the owner of the address learns it.
    static func unknown(_ address: String, from centre: CentreSign, _ t: Texts) -> Letter {
        let link = Look.Link(t(T.accounts.signUpTitle), href: "\(centre.origin)/\(t.language.rawValue)/sign-up")
        return letter(
            to: address, of: nil, t, from: centre, subject: T.accounts.unknownSubject, paragraphs: [T.accounts.unknownText, T.accounts.unknownNotYou], action: link)
    }

    /// Somebody wanted to give an account this address, which is another account's already.
    static func taken(_ person: Person, from centre: CentreSign, in act: Act) throws -> Letter? {
        let t = try act.texts(person.language, of: centre)
        return letter(to: person, t, from: centre, subject: T.accounts.takenSubject, paragraphs: [T.accounts.takenText, T.accounts.unknownNotYou])
    }

    private static func letter(
        to person: Person, _ t: Texts, from centre: CentreSign, subject: Phrase, paragraphs: [Phrase], action: Look.Link? = nil, isSecret: Bool = false
    ) -> Letter? {
        person.email.map { letter(to: $0, of: person, t, from: centre, subject: subject, paragraphs: paragraphs, action: action, isSecret: isSecret) }
    }

    private static func letter(
        to address: String, of person: Person?, _ t: Texts, from centre: CentreSign, subject: Phrase, paragraphs: [Phrase],
        action: Look.Link? = nil, isSecret: Bool = false
    ) -> Letter {
        let sender = centre.name[t.language] ?? centre.name[centre.language] ?? ""
        let frame = LetterFrame(
            language: t.language, greeting: t(T.accounts.greeting), paragraphs: paragraphs.map { t($0) }, action: action, closing: t(T.accounts.closing),
            sender: sender)
        return Letter(
            to: address, name: person?.email == address ? person?.provedName ?? "" : "", person: person?.id, centre: centre.id, language: t.language,
            subject: t(subject), text: frame.text, html: frame.html, about: person.map { .person($0.id) }, isSecret: isSecret)
    }
}
