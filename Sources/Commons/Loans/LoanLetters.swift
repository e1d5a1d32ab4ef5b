import Accounts
import Centres
import Kernel
import Languages
import Library
import Look
import Queues

/// What borrowers are told by letter: whoever borrows, or answers for the institution or the pupil. Without an address nothing is sent, and the desk's lists
/// tell it.
enum LoanLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("loan-ready", T.loans.kindReady, tellsEvent: false) {
            [T.loans.letterReadySubject(title: $0.title), T.loans.letterReady(title: $0.title, day: $0.day)]
        },
        LetterKind("loan-before", T.loans.kindBefore, tellsEvent: false) { _ in [T.loans.letterBeforeSubject(count: 1), T.loans.letterBefore] },
        LetterKind("loan-late", T.loans.kindLate, tellsEvent: false) { _ in [T.loans.letterLateSubject(count: 1), T.loans.letterLate] },
        LetterKind("loan-very-late", T.loans.kindVeryLate, tellsEvent: false) { _ in [T.loans.letterVeryLateSubject(count: 1), T.loans.letterVeryLate] },
        LetterKind("loan-held-up", T.loans.kindHeldUp, tellsEvent: false) {
            [T.loans.letterHeldUpSubject(title: $0.title), T.loans.letterHeldUp(day: $0.day, title: $0.title)]
        },
    ]

    /// A return can be taken back for so long: until then the letter waits.
    static let graceSeconds = 600

    /// What somebody waited for is set aside.
    static func ready(_ id: Reservation.ID, until day: Day, in act: Act) throws {
        guard let line = try ReservationStore.line(id, in: act), let borrower = line.borrower else { return }
        try write(to: borrower, about: .reservation(id), due: act.now.adding(seconds: graceSeconds), in: act) { t in
            let name = Value.text(t.shown(line.title.name))
            return PersonLetter(
                subject: t(T.loans.letterReadySubject(title: name)), paragraphs: [t(T.loans.letterReady(title: name, day: .day(day)))], facts: [],
                action: (t(T.loans.seeMine), "/me/loans"))
        }
    }

    /// What is due soon or is overdue, all in one letter, the most urgent of them in its subject.
    /// - Returns: whether there is an address to which it can go.
    static func remind(_ borrower: Borrower, _ lines: [LoanLine], _ stage: Reminder, on today: Day, in act: Act) throws -> Bool {
        try write(to: borrower, about: .borrower(borrower.id), in: act) { t in
            let count = lines.filter { stage == .before || $0.loan.isOverdue(on: today) }.count
            let facts = lines.map { line in
                let day = Value.day(line.loan.due)
                return (label: t.shown(line.title.name), value: t(line.loan.isOverdue(on: today) ? T.loans.wasDue(day: day) : T.loans.isDue(day: day)))
            }
            return switch stage {
            case .before:
                PersonLetter(
                    subject: t(T.loans.letterBeforeSubject(count: count)), paragraphs: [t(T.loans.letterBefore)], facts: facts,
                    action: (t(T.loans.seeMine), "/me/loans"))
            case .one, .seven:
                PersonLetter(
                    subject: t(T.loans.letterLateSubject(count: count)), paragraphs: [t(T.loans.letterLate)], facts: facts,
                    action: (t(T.loans.seeMine), "/me/loans"))
            case .twentyone:
                PersonLetter(
                    subject: t(T.loans.letterVeryLateSubject(count: count)), paragraphs: [t(T.loans.letterVeryLate)], facts: facts,
                    action: (t(T.loans.seeMine), "/me/loans"))
            }
        }
    }

    /// What somebody has booked is still with another one whose day has passed.
    static func heldUp(_ line: LoanLine, in act: Act) throws {
        guard let borrower = line.borrower else { return }
        try write(to: borrower, about: .loan(line.loan.id), in: act) { t in
            let name = Value.text(t.shown(line.title.name))
            return PersonLetter(
                subject: t(T.loans.letterHeldUpSubject(title: name)),
                paragraphs: [t(T.loans.letterHeldUp(day: .day(line.loan.held.lowerBound), title: name))], facts: [], action: nil)
        }
    }

    @discardableResult
    private static func write(to borrower: Borrower, about: Subject, due: Instant? = nil, in act: Act, _ written: (Texts) -> PersonLetter) throws -> Bool {
        guard let id = borrower.person else { return false }
        return try PersonLetter.send(to: id, of: borrower.centre, about: about, due: due, in: act) { t in
            var letter = written(t)
            if borrower.kind != .person { letter.paragraphs.insert(t(T.loans.letterFor(name: .text(borrower.name))), at: 0) }
            return letter
        }
    }
}
