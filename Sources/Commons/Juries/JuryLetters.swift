import Accounts
import Centres
import Contests
import Kernel
import Languages
import Look
import Queues

/// What jurors and mentors are told by letter, each in the own language and script. None holds a name of a pupil.
package enum JuryLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("jury-invited", T.juries.kindInvited, tellsEvent: false) {
            [T.juries.letterInvitedSubject(title: $0.title), T.juries.letterInvited(title: $0.title), T.juries.letterInvitedBlind]
        },
        LetterKind("jury-opened", T.juries.kindOpened, tellsEvent: false) {
            [T.juries.letterOpenedSubject(title: $0.title), T.juries.letterOpened(title: $0.title)]
        },
        LetterKind("jury-results", T.juries.kindResults, tellsEvent: false) {
            [T.juries.letterResultsSubject(title: $0.title), T.juries.letterResults(title: $0.title), T.juries.letterResultsThanks]
        },
    ]

    static func invited(_ id: Person.ID, _ contest: Contest, isChair: Bool, in act: Act) throws {
        try write(
            id, contest, T.juries.letterInvitedSubject(title: .title(contest.name)),
            [T.juries.letterInvited(title: .title(contest.name))] + (isChair ? [T.juries.letterInvitedChair] : []) + [T.juries.letterInvitedBlind],
            T.juries.letterInvitedAct, "/me/juries/\(contest.id)", in: act)
    }

    static func opened(_ id: Person.ID, _ contest: Contest, _ round: JuryRound, in act: Act) throws {
        try write(
            id, contest, T.juries.letterOpenedSubject(title: .title(contest.name)),
            [T.juries.letterOpened(title: .title(contest.name)), T.juries.letterOpenedKind(kind: .phrase(round.kind.name))], T.juries.letterOpenedAct,
            "/me/juries/\(contest.id)", in: act)
    }

    static func remind(_ id: Person.ID, _ contest: Contest, unseen: Int, in act: Act) throws {
        try write(
            id, contest, T.juries.letterRemindSubject(title: .title(contest.name)), [T.juries.letterRemind(count: unseen)], T.juries.letterOpenedAct,
            "/me/juries/\(contest.id)", in: act)
    }

    static func decide(_ id: Person.ID, _ contest: Contest, in act: Act) throws {
        try write(
            id, contest, T.juries.letterDecideSubject(title: .title(contest.name)), [T.juries.letterDecide(title: .title(contest.name))], T.juries.letterDecideAct,
            "/me/juries/\(contest.id)/board", in: act)
    }

    /// What came of all works of a mentor: by title and code, as the mentor knows them.
    static func results(_ id: Person.ID, _ contest: Contest, _ works: [(work: ContestWork, prize: Prize?)], in act: Act) throws {
        try write(
            id, contest, T.juries.letterResultsSubject(title: .title(contest.name)),
            [T.juries.letterResults(title: .title(contest.name)), T.juries.letterResultsThanks], facts: { t in
                works.map { work, prize in
                    (work.title.isEmpty ? work.code : "\(work.code) · \(t.shown(work.title))", t(prize?.name ?? T.juries.tookPart))
                }
            }, T.juries.letterResultsAct, "/me/results/\(contest.id)", in: act)
    }

    private static func write(
        _ id: Person.ID, _ contest: Contest, _ subject: Phrase, _ lines: [Phrase], facts: (Texts) -> [(label: String, value: String)] = { _ in [] }, _ label: Phrase,
        _ path: String, in act: Act
    ) throws {
        try PersonLetter.send(to: id, of: contest.centre, about: .contest(contest.id), in: act) { t in
            PersonLetter(subject: t(subject), paragraphs: lines.map { t($0) }, facts: facts(t), action: (t(label), path))
        }
    }
}
