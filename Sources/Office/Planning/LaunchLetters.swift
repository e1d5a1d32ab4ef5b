import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
import Queues

/// Letters to those who said that they would come, or wished in their plan what is offered now.
enum LaunchLetters {
    static let kinds: [LetterKind] = [
        LetterKind("launch", T.planning.kindLaunch) { [T.planning.letterLaunchSubject(title: $0.title), T.planning.letterLaunch(title: $0.title)] },
        LetterKind("wished", T.planning.kindWished) { [T.planning.letterWishedSubject(title: $0.title), T.planning.letterWished(title: $0.title)] },
    ]

    /// What somebody said of it.
    enum Reason { case wouldCome, wished }

    /// - Parameter opens: the day from which everybody may apply; nil where all may at once.
    static func opened(_ event: Event, to id: Person.ID, because reason: Reason, before opens: Day?, in act: Act) throws {
        let person = try PersonStore.person(id, in: act), centre = try CentreStore.centre(event.centre, in: act)
        guard let email = person.email, person.verified != nil else { return }
        let t = try act.texts(person.language, of: centre), title = Value.text(event.title(in: person.language).text)
        let (subject, text) = switch reason {
        case .wouldCome: (T.planning.letterLaunchSubject(title: title), T.planning.letterLaunch(title: title))
        case .wished: (T.planning.letterWishedSubject(title: title), T.planning.letterWished(title: title))
        }
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting), paragraphs: [t(text)] + (opens.map { [t(T.planning.letterFirst(day: .day($0)))] } ?? []),
            action: Look.Link(t(T.planning.letterLaunchAct), href: "\(centre.origin(default: act.address))/\(person.language.rawValue)/events/\(event.id)"),
            closing: t(T.accounts.closing), sender: centre.name(in: person.language))
        try act.send(Letter(
            to: email, name: person.name.full, person: id, centre: centre.id, language: person.language, subject: t(subject),
            text: frame.text, html: frame.html, about: .event(event.id)))
    }
}
