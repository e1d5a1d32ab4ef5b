package import Accounts
import Centres
package import Events
package import Kernel
import Languages
import Look
import Queues
import Workshop

/// Letters about notes and publications. None holds what somebody wrote of somebody else's work but to whose work it is.
package enum CommunityLetters {
    package enum BookNews: Sendable { case taken, declined(String), version, published }

    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("practice-asked", T.community.kindAsked, tellsEvent: false) {
            [T.community.letterAskedSubject(title: $0.part), T.community.letterAsked(title: $0.part), T.community.letterAskedHow]
        },
        LetterKind("practice-named", T.community.kindNamed, tellsEvent: false) {
            [T.community.letterNamedSubject(title: $0.part), T.community.letterNamed(title: $0.part)]
        },
        LetterKind("practice-back", T.community.kindBack, tellsEvent: false) {
            [T.community.letterBackSubject(title: $0.part), T.community.letterBack(title: $0.part)]
        },
        LetterKind("practice-published", T.community.kindPublished, tellsEvent: false) {
            [T.community.letterPublishedSubject(title: $0.part), T.community.letterPublished(title: $0.part), T.community.letterPublishedPoints]
        },
        LetterKind("practice-idea", T.community.kindIdea, tellsEvent: false) {
            [T.community.letterIdeaSubject(title: $0.part), T.community.letterIdea(title: $0.part), T.community.letterIdeaNext]
        },
        LetterKind("practice-tried", T.community.kindTried, tellsEvent: false) {
            [
                T.community.letterTriedSubject(title: $0.part), T.community.letterTried(title: $0.part),
                T.community.letterTriedBy(name: $0.name, title: $0.part), T.community.letterTriedOutcome(outcome: "…"), T.community.letterTriedWords(words: "…"),
            ]
        },
        LetterKind("practice-shown", T.community.kindShown, tellsEvent: false) {
            [T.community.letterShownSubject(title: $0.part), T.community.letterShown(title: $0.part)]
        },
        LetterKind("publication", T.community.kindBook, tellsEvent: false) {
            [
                T.community.letterBookSubject(title: $0.part), T.community.letterBookTaken(title: $0.part), T.community.letterBookDeclined(title: $0.part),
                T.community.letterBookReason(reason: "…"), T.community.letterBookVersion(title: $0.part), T.community.letterBookPublished(title: $0.part),
            ]
        },
    ]

    static func asked(_ practice: Practice, review: PracticeReview.ID, to person: Person.ID, in act: Act) throws {
        try write(
            practice.centre, to: person, T.community.letterAskedSubject(title: title(practice)),
            [T.community.letterAsked(title: title(practice)), T.community.letterAskedHow],
            T.community.letterAskedAct, "/me/reviews/\(review)", .practice(practice.id), in: act)
    }

    static func named(_ practice: Practice, to person: Person.ID, in act: Act) throws {
        try write(
            practice.centre, to: person, T.community.letterNamedSubject(title: title(practice)), [T.community.letterNamed(title: title(practice))],
            T.community.letterNamedAct, "/me/practices", .practice(practice.id), in: act)
    }

    static func givenBack(_ practice: Practice, to person: Person.ID, in act: Act) throws {
        try write(
            practice.centre, to: person, T.community.letterBackSubject(title: title(practice)), [T.community.letterBack(title: title(practice))],
            T.community.letterBackAct, "/me/practices/\(practice.id)", .practice(practice.id), in: act)
    }

    static func published(_ practice: Practice, to person: Person.ID, in act: Act) throws {
        try write(
            practice.centre, to: person, T.community.letterPublishedSubject(title: title(practice)),
            [T.community.letterPublished(title: title(practice)), T.community.letterPublishedPoints], T.community.letterPublishedAct, practice.path,
            .practice(practice.id), in: act)
    }

    /// A programme begins with what they wrote.
    static func becameIdea(_ practice: Practice, _ proposal: Proposal.ID, to person: Person.ID, in act: Act) throws {
        try write(
            practice.centre, to: person, T.community.letterIdeaSubject(title: title(practice)),
            [T.community.letterIdea(title: title(practice)), T.community.letterIdeaNext], T.community.letterIdeaAct, "/proposals/\(proposal)",
            .practice(practice.id), in: act)
    }

    /// - Parameter name: nil where whoever tried it does not let it be known.
    static func tried(_ practice: Practice, _ said: SaidTry, by name: String?, to person: Person.ID, in act: Act) throws {
        var lines = [name.map { T.community.letterTriedBy(name: .text($0), title: title(practice)) } ?? T.community.letterTried(title: title(practice))]
        lines.append(T.community.letterTriedOutcome(outcome: .phrase(said.outcome.name)))
        if !said.words.isEmpty { lines.append(T.community.letterTriedWords(words: .text(String(said.words.prefix(TextLimit.note.rawValue))))) }
        try write(
            practice.centre, to: person, T.community.letterTriedSubject(title: title(practice)), lines, T.community.letterTriedAct,
            practice.path, .practice(practice.id), in: act)
    }

    static func shown(_ practice: Practice, at event: Event, to person: Person.ID, in act: Act) throws {
        try write(
            practice.centre, to: person, T.community.letterShownSubject(title: title(practice)), [T.community.letterShown(title: title(practice))],
            T.community.letterShownAct, "/events/\(event.id)", .practice(practice.id), in: act)
    }

    static func book(_ one: Publication, _ news: BookNews, to person: Person.ID, in act: Act) throws {
        let title = Value.title(one.draft.title)
        let lines: [Phrase] = switch news {
        case .taken: [T.community.letterBookTaken(title: title)]
        case .declined(let reason): [T.community.letterBookDeclined(title: title), T.community.letterBookReason(reason: .text(reason))]
        case .version: [T.community.letterBookVersion(title: title)]
        case .published: [T.community.letterBookPublished(title: title), T.community.letterPublishedPoints]
        }
        let path = if case .published = news { one.path } else { "/me/publications/\(one.id)" }
        try write(
            one.centre, to: person, T.community.letterBookSubject(title: title), lines, T.community.letterBookAct, path, .publication(one.id), in: act)
    }

    private static func title(_ practice: Practice) -> Value { .title(practice.title) }

    private static func write(
        _ centre: ID<CentreTag>, to id: Person.ID, _ subject: Phrase, _ lines: [Phrase], _ label: Phrase, _ path: String, _ about: Subject, in act: Act
    ) throws {
        try PersonLetter.send(to: id, of: centre, about: about, in: act) { t in
            PersonLetter(subject: t(subject), paragraphs: lines.map { t($0) }, action: (t(label), path))
        }
    }
}
