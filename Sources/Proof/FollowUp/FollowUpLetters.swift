package import Accounts
import Centres
package import Events
package import Kernel
package import Languages
import Look
import Queues

/// Letters that ask for a step, and what became of it. Their links are their readers' own, so staff do not see them, and their text is erased once they were sent.
package enum FollowUpLetters {
    package enum Kind: Sendable { case step, answer }

    /// Those whose words a centre may choose; what is promised of the link is not a centre's to word.
    static let kinds: [LetterKind] = [
        LetterKind("step", T.followup.kindStep, tellsEvent: false) {
            [T.followup.letterStepSubject(title: $0.title), T.followup.letterStep(title: $0.title), T.followup.letterStepUntil(day: $0.day)]
        },
        LetterKind("step-answer", T.followup.kindAnswer, tellsEvent: false) {
            [T.followup.letterAnswerSubject(title: $0.title), T.followup.letterAnswer(title: $0.title), T.followup.letterAnswerUntil(day: $0.day)]
        },
    ]

    /// - Returns: whether there is an address to which it can go.
    package static func write(_ kind: Kind, to id: Person.ID, _ link: StepLink, _ event: Event, until day: Day, _ seal: Seal, in act: Act) throws -> Bool {
        let person = try PersonStore.person(id, in: act), centre = try CentreStore.centre(event.centre, in: act)
        guard let email = person.email, person.verified != nil else { return false }
        let t = try act.texts(person.language, of: centre), origin = "\(centre.origin(default: act.address))/\(person.language.rawValue)"
        let title = Value.text(t.shown(event.title(in: person.language).text)), isStep = kind == .step
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting),
            paragraphs: [
                t(isStep ? T.followup.letterStep(title: title) : T.followup.letterAnswer(title: title)),
                t(isStep ? T.followup.letterStepUntil(day: .day(day)) : T.followup.letterAnswerUntil(day: .day(day))), t(T.followup.letterPromise),
            ],
            action: Look.Link(t(isStep ? T.followup.writeStep : T.followup.sayUse), href: "\(origin)/steps/\(link.text(seal))"), closing: t(T.accounts.closing),
            sender: centre.name(in: person.language))
        let subject = t(isStep ? T.followup.letterStepSubject(title: title) : T.followup.letterAnswerSubject(title: title))
        try act.send(Letter(
            to: email, name: person.name.full, person: id, centre: centre.id, language: person.language, subject: subject, text: frame.text, html: frame.html,
            about: .other("use_step", link.step.value), isSecret: true))
        return true
    }
}
