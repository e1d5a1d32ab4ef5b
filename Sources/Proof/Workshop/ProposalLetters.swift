import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues

/// Letters to those who write proposals and those who judge them.
package enum ProposalLetters {
    package enum Kind: Sendable { case review, returned, passed, corrections, approved, rejected, deadline }

    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("proposal-consent", T.workshop.kindConsent, tellsEvent: false) {
            [T.workshop.letterConsentSubject(title: $0.part), T.workshop.letterConsent(name: $0.name, title: $0.part), T.workshop.letterConsentHow]
        },
        LetterKind("proposal-review", T.workshop.kindReview, tellsEvent: false) {
            [T.workshop.letterReviewSubject(title: $0.part), T.workshop.letterReview(title: $0.part)]
        },
        LetterKind("proposal-returned", T.workshop.kindReturned, tellsEvent: false) {
            [T.workshop.letterReturnedSubject(title: $0.part), T.workshop.letterReturned(title: $0.part)]
        },
        LetterKind("proposal-passed", T.workshop.kindPassed, tellsEvent: false) {
            [T.workshop.letterPassedSubject(title: $0.part), T.workshop.letterPassed(title: $0.part)]
        },
        LetterKind("proposal-corrections", T.workshop.kindCorrections, tellsEvent: false) {
            [T.workshop.letterCorrectionsSubject(title: $0.part), T.workshop.letterCorrections(title: $0.part)]
        },
        LetterKind("proposal-approved", T.workshop.kindApproved, tellsEvent: false) {
            [T.workshop.letterApprovedSubject(title: $0.part), T.workshop.letterApproved(title: $0.part)]
        },
        LetterKind("proposal-rejected", T.workshop.kindRejected, tellsEvent: false) {
            [T.workshop.letterRejectedSubject(title: $0.part), T.workshop.letterRejected(title: $0.part)]
        },
        LetterKind("proposal-deadline", T.workshop.kindDeadline, tellsEvent: false) {
            [T.workshop.letterDeadlineSubject(title: $0.part), T.workshop.letterDeadline(title: $0.part, day: $0.day)]
        },
    ]

    /// Asks somebody to agree to be named. The link is theirs alone, so its text is erased once it was sent.
    static func consent(_ link: ConsentLink, to id: Person.ID, _ proposal: Proposal, _ seal: Seal, in act: Act) throws {
        let name = try act.by.person.map { try PersonStore.person($0, in: act).name.full } ?? ""
        try send(to: id, proposal, isSecret: true, in: act) { t, title in
            (T.workshop.letterConsentSubject(title: title), [t(T.workshop.letterConsent(name: .text(name), title: title)), t(T.workshop.letterConsentHow)],
                (T.workshop.toConsent, "/consents/\(link.text(seal))"))
        }
    }

    static func write(_ kind: Kind, to id: Person.ID, _ proposal: Proposal, until day: Day? = nil, in act: Act) throws {
        try send(to: id, proposal, isSecret: false, in: act) { t, title in
            let own = (T.workshop.toProposal, "/proposals/\(proposal.id)")
            switch kind {
            case .review:
                let review = (T.workshop.toReview, "/staff/workshop/\(proposal.id)/review")
                return (T.workshop.letterReviewSubject(title: title), [t(T.workshop.letterReview(title: title))], review)
            case .returned: return (T.workshop.letterReturnedSubject(title: title), [t(T.workshop.letterReturned(title: title))], own)
            case .passed: return (T.workshop.letterPassedSubject(title: title), [t(T.workshop.letterPassed(title: title))], own)
            case .corrections: return (T.workshop.letterCorrectionsSubject(title: title), [t(T.workshop.letterCorrections(title: title))], own)
            case .approved: return (T.workshop.letterApprovedSubject(title: title), [t(T.workshop.letterApproved(title: title))], own)
            case .rejected: return (T.workshop.letterRejectedSubject(title: title), [t(T.workshop.letterRejected(title: title))], own)
            case .deadline:
                return (T.workshop.letterDeadlineSubject(title: title), [t(T.workshop.letterDeadline(title: title, day: day.map { .day($0) } ?? "…"))], own)
            }
        }
    }

    private static func send(
        to id: Person.ID, _ proposal: Proposal, isSecret: Bool, in act: Act,
        words: (Texts, Value) -> (subject: Phrase, paragraphs: [String], act: (label: Phrase, path: String))
    ) throws {
        let person = try PersonStore.person(id, in: act), centre = try CentreStore.centre(proposal.centre, in: act)
        // A link of one's own may go to an address that is not proved yet: it is what proves it.
        guard let email = person.email, isSecret || person.verified != nil else { return }
        let t = try act.texts(person.language, of: centre), origin = "\(centre.origin(default: act.address))/\(person.language.rawValue)"
        let written = words(t, .title(proposal.facts.title))
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting), paragraphs: written.paragraphs,
            action: Look.Link(t(written.act.label), href: origin + written.act.path), closing: t(T.accounts.closing), sender: centre.name(in: person.language))
        try act.send(Letter(
            to: email, name: person.provedName ?? "", person: id, centre: centre.id, language: person.language, subject: t(written.subject), text: frame.text,
            html: frame.html, about: .proposal(proposal.id), isSecret: isSecret))
    }
}
