import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues

/// What mentors are told by letter about works. No letter holds the name of a child or what a child called a work: the code says which it is.
enum ContestLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("contest-consents", T.contests.kindConsents, tellsEvent: false) {
            [T.contests.letterConsentsSubject(name: $0.part), T.contests.letterConsents(name: $0.part), T.contests.letterConsentsHow]
        },
        LetterKind("contest-late", T.contests.kindLate, tellsEvent: false) {
            [T.contests.letterLateSubject(code: "K7M2QX"), T.contests.letterLate(code: "K7M2QX", name: $0.part)]
        },
        LetterKind("contest-disqualified", T.contests.kindDisqualified, tellsEvent: false) {
            [
                T.contests.letterDisqualifiedSubject(code: "K7M2QX"), T.contests.letterDisqualified(code: "K7M2QX", name: $0.part),
                T.contests.letterReason(reason: "…"),
            ]
        },
        LetterKind("contest-starts", T.contests.kindStarts, tellsEvent: false) {
            [T.contests.letterStartsSubject(name: $0.part), T.contests.letterStarts(code: "K7M2QX", time: "18.30")]
        },
    ]

    static func consents(_ works: [ContestWork], _ contest: Contest, to mentor: Person.ID, in act: Act) throws {
        try write(to: mentor, of: contest, in: act) { t, name in
            PersonLetter(
                subject: t(T.contests.letterConsentsSubject(name: name)), paragraphs: [t(T.contests.letterConsents(name: name)), t(T.contests.letterConsentsHow)],
                facts: works.map { work in
                    (t(T.contests.codeOf(code: .text(work.code))), t(T.contests.consentsMissing(count: work.authors.count { !ConsentAnswer($0).isWhole })))
                }, action: (t(T.contests.toMyWorks), "/me/contests/\(contest.id)"))
        }
    }

    static func late(_ work: ContestWork, _ contest: Contest, in act: Act) throws {
        try tell(work, contest, T.contests.letterLateSubject(code: .text(work.code)), in: act) { name in [T.contests.letterLate(code: .text(work.code), name: name)] }
    }

    static func admitted(_ work: ContestWork, _ contest: Contest, in act: Act) throws {
        try tell(work, contest, T.contests.letterAdmittedSubject(code: .text(work.code)), in: act) { name in
            [T.contests.letterAdmitted(code: .text(work.code), name: name)]
        }
    }

    static func disqualified(_ work: ContestWork, _ contest: Contest, reason: String, in act: Act) throws {
        try tell(work, contest, T.contests.letterDisqualifiedSubject(code: .text(work.code)), in: act) { name in
            [T.contests.letterDisqualified(code: .text(work.code), name: name), T.contests.letterReason(reason: .text(reason))]
        }
    }

    static func restored(_ work: ContestWork, _ contest: Contest, in act: Act) throws {
        try tell(work, contest, T.contests.letterRestoredSubject(code: .text(work.code)), in: act) { name in
            [T.contests.letterRestored(code: .text(work.code), name: name)]
        }
    }

    /// When a performance begins, or that it begins at another time.
    static func starts(_ work: ContestWork, _ contest: Contest, at start: Instant, in act: Act) throws {
        guard let mentor = work.mentor else { return }
        try write(to: mentor, of: contest, in: act) { t, name in
            let time = Value.text(t.instant(start, .inSentence))
            return PersonLetter(
                subject: t(T.contests.letterStartsSubject(name: name)), paragraphs: [
                    t(work.starts == nil ? T.contests.letterStarts(code: .text(work.code), time: time) : T.contests.letterMoved(code: .text(work.code), time: time)),
                ],
                action: (t(T.contests.seeOrder), "\(contest.path)/order"))
        }
    }

    private static func tell(_ work: ContestWork, _ contest: Contest, _ subject: Phrase, in act: Act, _ lines: (Value) -> [Phrase]) throws {
        guard let mentor = work.mentor else { return }
        try write(to: mentor, of: contest, in: act) { t, name in
            PersonLetter(subject: t(subject), paragraphs: lines(name).map { t($0) }, action: (t(T.contests.toWork), "/me/works/\(work.id)"))
        }
    }

    private static func write(to id: Person.ID, of contest: Contest, in act: Act, _ written: (Texts, Value) -> PersonLetter) throws {
        try PersonLetter.send(to: id, of: contest.centre, about: .contest(contest.id), in: act) { t in written(t, .text(t.shown(contest.name))) }
    }
}
