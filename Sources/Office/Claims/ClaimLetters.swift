import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues
import Schools

/// What those who pay are told by letter.
enum ClaimLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("claim-back", T.claims.kindBack, tellsEvent: false) {
            [T.claims.letterBackSubject(title: $0.title), T.claims.letterBack(title: $0.title)]
        },
    ]

    /// What was paid is to be given back.
    static func back(_ share: ClaimShare, of claim: Claim, in act: Act) throws {
        guard let payer = try share.payer.flatMap({ try ClaimPayerStore.payers([$0], in: act)[$0] }) else { return }
        let people: [Person.ID], path: String
        switch payer.whose {
        case .person(let person): (people, path) = ([person].compactMap(\.self), "/me/payments")
        case .school(let school):
            people = try SchoolTeamStore.keepers(of: school, in: act).filter { $0.duty == .head }.map(\.person)
            path = "/me/schools/\(school)/payments"
        case .municipality, .body: return
        }
        for person in people { try write(to: person, share, claim, path, in: act) }
    }

    private static func write(to id: Person.ID, _ share: ClaimShare, _ claim: Claim, _ path: String, in act: Act) throws {
        guard let person = try PersonStore.present(id, in: act), let email = person.email, person.verified != nil else { return }
        let centre = try CentreStore.centre(claim.centre, in: act), t = try act.texts(person.language, of: centre)
        let origin = centre.origin(default: act.address), title = Value.title(claim.what)
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting), paragraphs: [t(T.claims.letterBack(title: title)), t(T.claims.letterBackNext)],
            facts: [
                (label: t(T.claims.paid), value: t.money(share.paid)),
                (label: t(T.claims.reference), value: share.reference?.written(in: share.currency) ?? "–"),
            ],
            action: Look.Link(t(T.claims.toPayments), href: "\(origin)/\(person.language.rawValue)\(path)"), closing: t(T.accounts.closing),
            sender: centre.name(in: person.language))
        try act.send(Letter(
            to: email, name: person.name.full, person: person.id, centre: centre.id, language: person.language, subject: t(T.claims.letterBackSubject(title: title)),
            text: frame.text, html: frame.html, about: .claim(claim.id)))
    }
}
