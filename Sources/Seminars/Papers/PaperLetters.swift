import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
import Queues

/// Letters to authors and reviewers, each in its reader's language.
enum PaperLetters {
    private struct Words {
        var subject: Phrase
        var paragraphs: [String]
        var facts: [(label: String, value: String)] = []
        var act: (label: Phrase, path: String)?
    }

    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("paper-received", T.papers.kindReceived, tellsEvent: false) {
            [T.papers.letterReceivedSubject(title: $0.part), T.papers.letterReceived(title: $0.part, event: $0.title), T.papers.letterUntil(day: $0.day)]
        },
        LetterKind("paper-received-again", T.papers.kindReceivedAgain, tellsEvent: false) {
            [T.papers.letterReceivedAgainSubject(title: $0.part), T.papers.letterReceivedAgain(title: $0.part, event: $0.title)]
        },
        LetterKind("paper-author", T.papers.kindNamed, tellsEvent: false) {
            [
                T.papers.letterNamedSubject(event: $0.title), T.papers.letterNamed(title: $0.part, event: $0.title, name: $0.name),
                T.papers.letterNamedObject(email: "…"),
            ]
        },
        LetterKind("paper-accepted", T.papers.kindAccepted, tellsEvent: false) {
            [T.papers.letterAcceptedSubject(title: $0.part), T.papers.letterAccepted(title: $0.part, event: $0.title)]
        },
        LetterKind("paper-changes", T.papers.kindChanges, tellsEvent: false) {
            [T.papers.letterChangesSubject(title: $0.part), T.papers.letterChanges(title: $0.part, event: $0.title, day: $0.day)]
        },
        LetterKind("paper-refused", T.papers.kindRefused, tellsEvent: false) {
            [T.papers.letterRefusedSubject(title: $0.part), T.papers.letterRefused(title: $0.part, event: $0.title)]
        },
        LetterKind("paper-redecided", T.papers.kindRedecided, tellsEvent: false) {
            [T.papers.letterRedecidedSubject(title: $0.part), T.papers.letterRedecided(title: $0.part, event: $0.title)]
        },
        LetterKind("paper-cancelled", T.papers.kindCancelled, tellsEvent: false) {
            [T.papers.letterCancelledSubject(event: $0.title), T.papers.letterCancelled(event: $0.title)]
        },
        LetterKind("paper-postponed", T.papers.kindPostponed, tellsEvent: false) {
            [T.papers.letterPostponedSubject(event: $0.title), T.papers.letterPostponed(event: $0.title)]
        },
        LetterKind("paper-handed", T.papers.kindHanded, tellsEvent: false) {
            [
                T.papers.letterHandedSubject(event: $0.title), T.papers.letterHanded(count: 3, event: $0.title), T.papers.letterHandedUntil(day: $0.day),
                T.papers.letterHandedHow,
            ]
        },
        LetterKind("paper-late", T.papers.kindLate, tellsEvent: false) {
            [T.papers.letterLateSubject(event: $0.title), T.papers.letterLate(count: 3, event: $0.title, day: $0.day), T.papers.letterLateWay]
        },
    ]

    // MARK: To authors

    static func received(_ paper: Paper, _ call: PaperCall, _ event: Event, in act: Act) throws {
        try write(to: paper.person.map { try PersonStore.person($0, in: act) }, about: paper.id, event, in: act) { t, title in
            let own = Value.title(paper.draft?.text.title ?? "")
            return Words(
                subject: paper.round == 1 ? T.papers.letterReceivedSubject(title: own) : T.papers.letterReceivedAgainSubject(title: own),
                paragraphs: [
                    t(paper.round == 1 ? T.papers.letterReceived(title: own, event: title) : T.papers.letterReceivedAgain(title: own, event: title)),
                    t(T.papers.letterUntil(day: .day(call.deadline(in: paper.round)))),
                ],
                act: (T.papers.letterOpen, "/papers/\(paper.id)"))
        }
    }

    /// Whoever was named as an author by another learns of it, and how to object.
    static func named(_ paper: Paper, _ event: Event, in act: Act) throws {
        guard let person = try paper.person.map({ try PersonStore.person($0, in: act) }) else { return }
        let centre = try CentreStore.centre(event.centre, in: act)
        for author in paper.authors where !author.email.isEmpty && author.email != person.email {
            let known = try PersonStore.person(email: author.email, in: act)
            try send(
                to: author.email, name: known?.provedName ?? "", person: known?.id, known?.language ?? event.plan.language, about: paper.id, event, centre, in: act
            ) { t, title in
                Words(subject: T.papers.letterNamedSubject(event: title), paragraphs: [
                    t(T.papers.letterNamed(title: .title(paper.draft?.text.title ?? ""), event: title, name: .text(person.name.full))),
                    t(T.papers.letterNamedObject(email: .text(centre.email))),
                ])
            }
        }
    }

    /// What the centre decided, with what the reviewers said to the author. It leaves after a while, in which the decision can be taken back in silence.
    /// - Parameter anew: whether another decision was told before.
    static func decided(_ paper: Paper, _ reviews: [Review], _ call: PaperCall, _ event: Event, anew: Bool, in act: Act) throws {
        let author = try paper.person.map { try PersonStore.person($0, in: act) }
        try write(to: author, about: paper.id, event, due: act.now.adding(seconds: Paper.graceSeconds), in: act) { t, title in
            let own = Value.title(paper.version?.text.title ?? "")
            let (subject, said): (Phrase, Phrase) = switch paper.state {
            case .accepted: (T.papers.letterAcceptedSubject(title: own), T.papers.letterAccepted(title: own, event: title))
            case .changes:
                (T.papers.letterChangesSubject(title: own), T.papers.letterChanges(title: own, event: title, day: .day(call.details.days.again)))
            default: (T.papers.letterRefusedSubject(title: own), T.papers.letterRefused(title: own, event: title))
            }
            let words = reviews.filter { $0.round == paper.round && $0.given != nil && !$0.words.isEmpty }.enumerated().flatMap { index, review in
                [t(T.papers.reviewOf(number: .number(index + 1))) + ":"] + parted(review.words, t)
            }
            return Words(
                subject: anew ? T.papers.letterRedecidedSubject(title: own) : subject,
                paragraphs: (anew ? [t(T.papers.letterRedecided(title: own, event: title))] : []) + [t(said)] + parted(paper.words, t) + words,
                act: (paper.state == .changes ? T.papers.letterWriteAgain : T.papers.letterOpen, "/papers/\(paper.id)"))
        }
    }

    /// The event will not be held, or not on its day.
    static func off(_ papers: [Paper], _ event: Event, in act: Act) throws {
        for paper in papers {
            try write(to: paper.person.map { try PersonStore.person($0, in: act) }, about: paper.id, event, in: act) { t, title in
                Words(
                    subject: event.state == .cancelled ? T.papers.letterCancelledSubject(event: title) : T.papers.letterPostponedSubject(event: title),
                    paragraphs: [t(event.state == .cancelled ? T.papers.letterCancelled(event: title) : T.papers.letterPostponed(event: title))]
                        + parted(event.reason, t))
            }
        }
    }

    // MARK: To reviewers

    static func handed(_ count: Int, to person: Person, _ call: PaperCall, _ event: Event, round: Int, in act: Act) throws {
        try write(to: person, about: nil, event, in: act) { t, title in
            Words(
                subject: T.papers.letterHandedSubject(event: title),
                paragraphs: [
                    t(round == 1 ? T.papers.letterHanded(count: count, event: title) : T.papers.letterHandedAgain(count: count, event: title)),
                    t(T.papers.letterHandedUntil(day: .day(call.reviewed(in: round)))), t(T.papers.letterHandedHow),
                ],
                act: (T.papers.letterRead, "/reviews"))
        }
    }

    static func late(_ count: Int, to person: Person, _ call: PaperCall, _ event: Event, round: Int, in act: Act) throws {
        try write(to: person, about: nil, event, in: act) { t, title in
            Words(
                subject: T.papers.letterLateSubject(event: title),
                paragraphs: [t(T.papers.letterLate(count: count, event: title, day: .day(call.reviewed(in: round)))), t(T.papers.letterLateWay)],
                act: (T.papers.letterRead, "/reviews"))
        }
    }

    // MARK: How they are written

    private static func parted(_ words: String, _ t: Texts) -> [String] { words.split(separator: "\n\n").map { t.shown(String($0)) } }

    /// To somebody with a proved address; to nobody else.
    private static func write(
        to person: Person?, about paper: Paper.ID?, _ event: Event, due: Instant? = nil, in act: Act, _ words: (Texts, Value) throws -> Words
    ) throws {
        guard let person, let email = person.email, person.verified != nil else { return }
        let centre = try CentreStore.centre(event.centre, in: act)
        try send(to: email, name: person.name.full, person: person.id, person.language, about: paper, event, centre, due: due, in: act, words)
    }

    private static func send(
        to email: String, name: String, person: Person.ID?, _ language: Language, about paper: Paper.ID?, _ event: Event, _ centre: Centre, due: Instant? = nil,
        in act: Act, _ words: (Texts, Value) throws -> Words
    ) throws {
        let t = try act.texts(language, of: centre), said = try words(t, .text(event.title(in: language).text))
        let origin = "\(centre.origin(default: act.address))/\(language.rawValue)"
        let frame = LetterFrame(
            language: language, greeting: t(T.accounts.greeting), paragraphs: said.paragraphs, facts: said.facts,
            action: said.act.map { Look.Link(t($0.label), href: origin + $0.path) }, closing: t(T.accounts.closing), sender: centre.name(in: language))
        try act.send(Letter(
            to: email, name: name, person: person, centre: event.centre, language: language, subject: t(said.subject), text: frame.text, html: frame.html,
            about: paper.map { .paper($0) } ?? .event(event.id), due: due))
    }
}
