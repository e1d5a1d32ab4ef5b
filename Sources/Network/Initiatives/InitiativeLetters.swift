import Accounts
import Centres
import Kernel
import Languages

/// What those who take part are told of.
enum InitiativeNews: Sendable {
    case asked, version(Int), near, adopted, dropped(String), closed(InitiativeOutcome.Kind)
    /// For whoever sees to it: the time is over; an answer did not come.
    case over, late(String, Day)
}

/// What people are told by letter about initiatives, each in the own language and script.
enum InitiativeLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("initiative-asked", T.initiatives.kindAsked, tellsEvent: false) { _ in [T.initiatives.letterAskedSubject, T.initiatives.letterAsked] },
        LetterKind("initiative-version", T.initiatives.kindVersion, tellsEvent: false) { _ in
            [T.initiatives.letterVersionSubject, T.initiatives.letterVersion]
        },
        LetterKind("initiative-near", T.initiatives.kindNear, tellsEvent: false) { _ in [T.initiatives.letterNearSubject, T.initiatives.letterNear] },
        LetterKind("initiative-adopted", T.initiatives.kindAdopted, tellsEvent: false) { _ in
            [T.initiatives.letterAdoptedSubject, T.initiatives.letterAdopted]
        },
    ]

    private static func words(_ news: InitiativeNews, _ one: Initiative) -> (subject: Phrase, text: Phrase, more: String?) {
        switch news {
        case .asked: (T.initiatives.letterAskedSubject, T.initiatives.letterAsked, nil)
        case .version: (T.initiatives.letterVersionSubject, T.initiatives.letterVersion, nil)
        case .near: (T.initiatives.letterNearSubject, T.initiatives.letterNear, nil)
        case .adopted: (T.initiatives.letterAdoptedSubject, T.initiatives.letterAdopted, nil)
        case .dropped(let reason): (T.initiatives.letterDroppedSubject, T.initiatives.letterDropped, reason)
        case .closed(let kind): (T.initiatives.letterClosedSubject(outcome: .phrase(kind.name)), T.initiatives.letterClosed, one.outcome?.words)
        case .over: (T.initiatives.letterOverSubject, T.initiatives.letterOver, nil)
        case .late(let recipient, let day):
            (T.initiatives.letterLateSubject, T.initiatives.letterLate(recipient: .title(recipient), day: .day(day)), nil)
        }
    }

    private static func tell(_ person: Person.ID, of centre: Centre.ID, _ news: InitiativeNews, _ one: Initiative, path: String, in act: Act) throws {
        let (subject, text, more) = words(news, one)
        try PersonLetter.send(to: person, of: centre, about: .initiative(one.id), in: act) { t in
            var facts = [
                (label: t(T.initiatives.initiative), value: t.shown(one.details.title)),
                (label: t(T.initiatives.recipient), value: t.shown(one.details.recipient)),
            ]
            if one.state.isWritten { facts.append((label: t(T.initiatives.deadline), value: t.instant(one.details.deadline))) }
            return PersonLetter(
                subject: t(subject), paragraphs: [t(text)] + [more].compactMap(\.self).filter { !$0.isEmpty }.map { t.shown($0) }, facts: facts,
                action: (t(T.initiatives.openIt), path))
        }
    }

    /// Those who run things at the centres that are asked; whoever does it now knows already.
    /// - Parameter only: nil for all.
    static func tellCentres(_ news: InitiativeNews, _ sight: InitiativeSight, only: Set<Centre.ID>? = nil, in act: Act) throws {
        for centre in sight.parties.compactMap(\.centre) where only?.contains(centre.id) ?? true {
            for one in try InitiativePartyStore.staff(of: centre.id, in: act) where one.id != act.by.person {
                try tell(one.id, of: centre.id, news, sight.initiative, path: sight.initiative.deskPath, in: act)
            }
        }
    }

    /// Members of the circles that are asked.
    /// - Parameter only: nil for all.
    static func tellMembers(_ news: InitiativeNews, _ sight: InitiativeSight, only: Set<Person.ID>? = nil, in act: Act) throws {
        let one = sight.initiative, path = one.state.isPublic ? one.path : one.ownPath
        for person in try InitiativePartyStore.members(of: sight, in: act) where person != act.by.person && only?.contains(person) ?? true {
            try tell(person, of: one.centre, news, one, path: path, in: act)
        }
    }

    static func tellKeeper(_ news: InitiativeNews, _ sight: InitiativeSight, in act: Act) throws {
        guard let keeper = sight.initiative.details.keeper else { return }
        try tell(keeper, of: sight.home.id, news, sight.initiative, path: sight.initiative.deskPath, in: act)
    }

    /// What the coordinating centre answers to somebody's comment.
    static func answered(_ person: Person.ID, _ comment: InitiativeComment, _ words: String, isTaken: Bool, _ sight: InitiativeSight, in act: Act) throws {
        let one = sight.initiative
        try PersonLetter.send(to: person, of: comment.centre ?? one.centre, about: .initiative(one.id), in: act) { t in
            PersonLetter(
                subject: t(T.initiatives.letterAnswerSubject), paragraphs: [t(isTaken ? T.initiatives.letterTaken : T.initiatives.letterAnswer)]
                    + (words.isEmpty ? [] : [t.shown(words)]),
                facts: [
                    (label: t(T.initiatives.initiative), value: t.shown(one.details.title)), (label: t(T.initiatives.comment), value: t.shown(comment.text)),
                ],
                action: (t(T.initiatives.openIt), comment.centre == nil ? one.ownPath : one.deskPath))
        }
    }
}
