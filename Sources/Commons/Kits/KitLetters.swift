import Accounts
import Centres
import Events
import Kernel
import Languages
import Library
import Look
import Queues

/// What people are told by letter about kits, each in the own language and script.
enum KitLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("kit-term", T.kits.kindTerm, tellsEvent: false) {
            [T.kits.letterTermSubject(title: $0.title), T.kits.letterTerm(title: $0.title), T.kits.letterTermUntil(day: $0.day)]
        },
        LetterKind("kit-ask", T.kits.kindAsk, tellsEvent: false) {
            [T.kits.letterAskSubject(title: $0.title), T.kits.letterAsk(title: $0.title)]
        },
    ]

    /// A kit of the programme is theirs for some days.
    static func term(_ id: Person.ID, _ kit: Kit, _ event: Event, until day: Day, in act: Act) throws {
        try PersonLetter.send(to: id, of: kit.title.centre, about: .title(kit.title.id), in: act) { t in
            let title = Value.text(t.shown(kit.title.name)), name = Value.text(t.shown(event.title(in: t.language).text))
            return PersonLetter(
                subject: t(T.kits.letterTermSubject(title: title)),
                paragraphs: [t(T.kits.letterTermAfter(event: name)), t(T.kits.letterTerm(title: title)), t(T.kits.letterTermUntil(day: .day(day)))],
                action: (t(T.kits.book), "\(kit.path)/book"))
        }
    }

    /// It comes to them.
    static func booked(_ id: Person.ID, _ booking: KitBooking, _ stay: KitStay, in act: Act) throws {
        try PersonLetter.send(to: id, of: booking.centre, about: .kitBooking(booking.id), in: act) { t in
            let title = Value.text(t.shown(booking.name))
            return PersonLetter(
                subject: t(T.kits.letterBookedSubject(title: title)), paragraphs: [t(T.kits.letterBooked(title: title))],
                facts: [(t(T.kits.days), t.days(stay.days)), (t(T.kits.place), t.shown(stay.place))], action: (t(T.kits.toBooking), booking.ownPath))
        }
    }

    /// It comes in a few days.
    static func coming(_ id: Person.ID, _ booking: KitBooking, _ stay: KitStay, in act: Act) throws {
        try PersonLetter.send(to: id, of: booking.centre, about: .kitBooking(booking.id), in: act) { t in
            let title = Value.text(t.shown(booking.name)), before = booking.stays.last { $0.number < stay.number }
            let from = before.map { T.kits.letterFromSchool(place: .title($0.place), day: .day(stay.days.lowerBound)) }
                ?? T.kits.letterFromCentre(day: .day(booking.route.leaves))
            return PersonLetter(
                subject: t(T.kits.letterComingSubject(day: .day(stay.days.lowerBound, .inSentenceShort), title: title)), paragraphs: [t(from)],
                facts: [(t(T.kits.days), t.days(stay.days))], action: (t(T.kits.toBooking), booking.ownPath))
        }
    }

    static func cancelled(_ id: Person.ID, _ booking: KitBooking, in act: Act) throws {
        try PersonLetter.send(to: id, of: booking.centre, about: .kitBooking(booking.id), in: act) { t in
            let title = Value.text(t.shown(booking.name))
            return PersonLetter(
                subject: t(T.kits.letterCancelledSubject(title: title)), paragraphs: [t(T.kits.letterCancelled(title: title, days: .days(booking.window)))],
                action: (t(T.kits.seeFree), "/kits/\(booking.title)"))
        }
    }

    /// Who had it before has not brought it back.
    static func late(_ id: Person.ID, _ booking: KitBooking, in act: Act) throws {
        try PersonLetter.send(to: id, of: booking.centre, about: .kitBooking(booking.id), in: act) { t in
            let title = Value.text(t.shown(booking.name))
            return PersonLetter(
                subject: t(T.kits.letterLateSubject(title: title)), paragraphs: [t(T.kits.letterLate(title: title, day: .day(booking.route.leaves)))],
                action: (t(T.kits.toBooking), booking.ownPath))
        }
    }

    /// Something lacks that was there when it left.
    static func missing(_ id: Person.ID, _ booking: KitBooking, _ missing: [KitCheck.Missing], in act: Act) throws {
        try PersonLetter.send(to: id, of: booking.centre, about: .kitBooking(booking.id), in: act) { t in
            let title = Value.text(t.shown(booking.name))
            return PersonLetter(
                subject: t(T.kits.letterMissingSubject(title: title)), paragraphs: [t(T.kits.letterMissing(title: title))],
                facts: missing.map { (t.shown($0.name), t.number($0.count)) }, action: (t(T.kits.toBooking), booking.ownPath))
        }
    }

    /// It is back: what was it used for?
    static func ask(_ id: Person.ID, _ booking: KitBooking, in act: Act) throws {
        try PersonLetter.send(to: id, of: booking.centre, about: .kitBooking(booking.id), in: act) { t in
            let title = Value.text(t.shown(booking.name))
            return PersonLetter(
                subject: t(T.kits.letterAskSubject(title: title)), paragraphs: [t(T.kits.letterAsk(title: title)), t(T.kits.letterAskWhy)],
                action: (t(T.kits.writeNote), booking.ownPath))
        }
    }
}
