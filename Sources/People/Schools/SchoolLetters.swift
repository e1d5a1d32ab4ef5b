import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues

/// Letters to those who look after a school, or are asked to.
enum SchoolLetters {
    static let kinds: [LetterKind] = [
        LetterKind("school-asked", T.schools.kindAsked, tellsEvent: false) {
            [T.schools.letterAskedSubject(school: $0.part), T.schools.letterAsked(school: $0.part, duty: $0.form), T.schools.letterAskedNext]
        },
        LetterKind("school-colleague", T.schools.kindColleague, tellsEvent: false) {
            [T.schools.letterColleagueSubject(school: $0.part), T.schools.letterColleague(school: $0.part), T.schools.letterColleagueNext]
        },
    ]

    /// A newcomer enters by the link of the letter; whoever is known signs in as always.
    static func asked(_ invitation: SchoolInvitation, of school: School, token: Token, in act: Act) throws {
        let person = try PersonStore.person(invitation.person, in: act)
        let path = "/me/schools/invitations/\(invitation.id)", centre = try CentreStore.centre(invitation.centre, in: act)
        let link = person.isNewcomer
            ? try SignInLinks.issue(
                for: person.id, purpose: .verify, onward: path, token: token, name: invitation.name, origin: centre.origin(default: act.address), in: act) : nil
        try write(person, from: centre, path: path, secret: link, about: .school(school.id), in: act) { t in
            let name = Value.title(school.name(in: t.language))
            guard let duty = invitation.part.duty else {
                return (T.schools.letterColleagueSubject(school: name), [T.schools.letterColleague(school: name), T.schools.letterColleagueNext], T.schools.letterAskedAct)
            }
            return (
                T.schools.letterAskedSubject(school: name), [T.schools.letterAsked(school: name, duty: .phrase(duty.name)), T.schools.letterAskedNext],
                T.schools.letterAskedAct)
        }
    }

    static func ended(_ id: Person.ID, of school: School, from centre: Centre.ID, in act: Act) throws {
        let centre = try CentreStore.centre(centre, in: act)
        try write(PersonStore.person(id, in: act), from: centre, path: "/me", about: .school(school.id), in: act) { t in
            let name = Value.title(school.name(in: t.language))
            return (T.schools.letterEndedSubject(school: name), [T.schools.letterEnded(school: name)], T.schools.letterEndedAct)
        }
    }

    static func write(
        _ person: Person, from centre: Centre, path: String, secret: String? = nil, about: Subject, facts: (Texts) -> [(label: String, value: String)] = { _ in [] },
        in act: Act, _ words: (Texts) -> (subject: Phrase, paragraphs: [Phrase], act: Phrase)
    ) throws {
        guard let address = person.email else { return }
        let t = try act.texts(person.language, of: centre)
        let words = words(t)
        let link = secret ?? "\(centre.origin(default: act.address))/\(t.language.rawValue)\(path)"
        let frame = LetterFrame(
            language: t.language, greeting: t(T.accounts.greeting), paragraphs: words.paragraphs.map { t($0) }, facts: facts(t),
            action: Look.Link(t(words.act), href: link), closing: t(T.accounts.closing), sender: centre.name(in: t.language))
        try act.send(Letter(
            to: address, name: person.provedName ?? "", person: person.id, centre: centre.id, language: t.language, subject: t(words.subject), text: frame.text,
            html: frame.html, about: about, isSecret: secret != nil))
    }
}
