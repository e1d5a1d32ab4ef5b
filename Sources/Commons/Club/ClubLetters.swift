import Accounts
import Centres
import Events
import Kernel
import Languages
import Look
import Queues

/// What people are told by letter about the club, each in the own language and script.
enum ClubLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("club-coming", T.club.kindComing, tellsEvent: false) {
            [T.club.letterComingSubject(title: $0.title), T.club.letterComing(title: $0.title)]
        },
    ]

    // MARK: Groups

    static func booked(_ booking: ClubBooking, _ session: ClubSession, in act: Act) throws {
        let isWaiting = booking.state == .waiting
        try write(about: booking, session, in: act) { t, title in
            (
                t(isWaiting ? T.club.letterWaitingSubject(title: title) : T.club.letterBookedSubject(title: title)),
                [t(isWaiting ? T.club.letterWaiting : T.club.letterBooked), t(T.club.letterChange)])
        }
    }

    static func admitted(_ booking: ClubBooking, _ session: ClubSession, in act: Act) throws {
        try write(about: booking, session, in: act) { t, title in
            (t(T.club.letterAdmittedSubject(title: title)), [t(T.club.letterAdmitted), t(T.club.letterChange)])
        }
    }

    static func moved(_ booking: ClubBooking, _ session: ClubSession, in act: Act) throws {
        try write(about: booking, session, in: act) { t, title in
            (t(T.club.letterMovedSubject(title: title)), [t(T.club.letterMoved), t(T.club.letterChange)])
        }
    }

    static func called(off booking: ClubBooking, _ session: ClubSession, in act: Act) throws {
        try write(about: booking, session, in: act) { t, title in
            (t(T.club.letterOffSubject(title: title)), [t(T.club.letterOff), session.reason])
        }
    }

    /// Those who run the club have given up the booking of a group.
    static func refused(_ booking: ClubBooking, _ session: ClubSession, because reason: String, in act: Act) throws {
        try write(about: booking, session, in: act) { t, title in
            (t(T.club.letterRefusedSubject(title: title)), [t(T.club.letterRefused), reason])
        }
    }

    static func coming(_ booking: ClubBooking, _ session: ClubSession, in act: Act) throws {
        try write(about: booking, session, in: act) { t, title in
            (t(T.club.letterComingSubject(title: title)), [t(T.club.letterComing(title: title)), t(T.club.letterChange)])
        }
    }

    private static func write(
        about booking: ClubBooking, _ session: ClubSession, in act: Act, _ words: (Texts, Value) -> (subject: String, paragraphs: [String])
    ) throws {
        guard let person = booking.person else { return }
        try PersonLetter.send(to: person, of: session.centre, about: .clubBooking(booking.id), in: act) { t in
            let (subject, paragraphs) = words(t, .text(t.shown(session.title)))
            var facts = [
                (label: t(T.club.when), value: "\(t.day(session.day)), \(t.times(session.draft.begins, to: session.draft.ends))"),
                (label: t(T.club.pupils), value: t.number(booking.pupils)),
            ]
            if !session.place.isEmpty { facts.insert((label: t(T.club.place), value: t.shown(session.place)), at: 1) }
            return PersonLetter(subject: subject, paragraphs: paragraphs, facts: facts, action: (t(T.club.toBooking), booking.path))
        }
    }

    // MARK: Ideas

    static func screened(_ idea: ClubIdea, isPublished: Bool, because reason: String, in act: Act) throws {
        guard let person = idea.person else { return }
        try PersonLetter.send(to: person, of: idea.centre, about: .clubIdea(idea.id), in: act) { t in
            let title = Value.text(t.shown(idea.title))
            return PersonLetter(
                subject: t(isPublished ? T.club.letterOpenSubject(title: title) : T.club.letterDeclinedSubject(title: title)),
                paragraphs: isPublished ? [t(T.club.letterOpen)] : [t(T.club.letterDeclined), reason], action: (t(T.club.toIdea), idea.path))
        }
    }

    /// It was taken up, or it is told what became of it.
    static func became(_ idea: ClubIdea, to person: Person.ID, in act: Act) throws {
        try PersonLetter.send(to: person, of: idea.centre, about: .clubIdea(idea.id), in: act) { t in
            let title = Value.text(t.shown(idea.title)), isDone = idea.state == .done
            return PersonLetter(
                subject: t(isDone ? T.club.letterDoneSubject(title: title) : T.club.letterTakenSubject(title: title)),
                paragraphs: [isDone ? t(T.club.letterDone) : t(T.club.letterTaken(way: .phrase((idea.way ?? .project).name)))]
                    + (idea.outcome.isEmpty ? [] : [t.shown(idea.outcome)]),
                action: (t(T.club.toIdea), idea.path))
        }
    }

    // MARK: Mentors, volunteers

    static func named(_ person: Person.ID, _ club: Club, in act: Act) throws {
        try PersonLetter.send(to: person, of: club.centre, about: .club(club.id), in: act) { t in
            let name = Value.text(t.shown(club.name))
            return PersonLetter(subject: t(T.club.letterMentorSubject(club: name)), paragraphs: [t(T.club.letterMentor)], action: (t(T.club.toMine), "/me/club"))
        }
    }

    static func helps(_ person: Person.ID, _ shift: ClubShift, _ day: ClubDay, in act: Act) throws {
        try write(person, shift, day, in: act) { t, title in
            (t(T.club.letterHelpSubject(title: title)), [t(T.club.letterHelp), t(T.club.letterHelpCount)])
        }
    }

    static func shiftGone(_ person: Person.ID, _ shift: ClubShift, _ day: ClubDay, in act: Act) throws {
        try write(person, shift, day, in: act) { t, title in (t(T.club.letterShiftGoneSubject(title: title)), [t(T.club.letterShiftGone)]) }
    }

    private static func write(
        _ person: Person.ID, _ shift: ClubShift, _ day: ClubDay, in act: Act, _ words: (Texts, Value) -> (subject: String, paragraphs: [String])
    ) throws {
        try PersonLetter.send(to: person, of: day.event.centre, about: .clubDay(day.id), in: act) { t in
            let (subject, paragraphs) = words(t, .text(t.shown(day.event.title(in: t.language).text)))
            let stand = day.stand(of: shift.id)
            return PersonLetter(subject: subject, paragraphs: paragraphs, facts: [
                (label: t(T.club.stand), value: stand.map { t.shown($0.draft.name) } ?? ""),
                    (label: t(T.club.when), value: t.instant(shift.hours.lowerBound, .long)),
            ], action: (t(T.club.toDay), day.path))
        }
    }

    // MARK: The letter
}
