import Accounts
import Catalogue
import Centres
package import Events
import HTML
package import Kernel
import Languages
import Look
import Queues

/// The letters of an application's way, each in the language and script of its reader, with a calendar entry where there is a date to keep.
package enum RegistrationLetters {
    /// A seat, or a place in the queue.
    static func received(_ dossier: Dossier, _ standing: Seats.Standing, in act: Act) throws {
        try write(dossier, in: act) { t, title in
            switch standing {
            case .admitted:
                Words(
                    subject: T.registration.letterAdmittedSubject(title: title),
                    paragraphs: [T.registration.letterAdmitted(title: title), T.registration.letterAdmittedNext],
                    action: T.registration.letterOpen, invites: true)
            case .waiting(let place):
                Words(
                    subject: T.registration.letterWaitingSubject(title: title),
                    paragraphs: [
                        T.registration.letterWaiting(title: title, place: .number(place)),
                        T.registration.letterWaitingNext(hours: .number(dossier.centre.rules.offerHours)),
                    ],
                    action: T.registration.letterOpen)
            }
        }
    }

    /// To somebody who must say yes first: nothing but the link that says it.
    static func confirm(_ dossier: Dossier, token: Token, in act: Act) throws {
        let registration = dossier.registration
        let link = try SignInLinks.issue(for: registration.person, purpose: .verify, onward: "/registrations/\(registration.id)", token: token, in: act)
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterConfirmSubject(title: title),
                paragraphs: [
                    registration.channel == .desk ? T.registration.letterConfirmDesk(title: title) : T.registration.letterConfirm(title: title),
                    T.registration.letterConfirmNot,
                ],
                action: T.registration.letterConfirmAct, secret: link)
        }
    }

    static func offer(_ dossier: Dossier, until: Instant, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterOfferSubject(title: title),
                paragraphs: [T.registration.letterOffer(title: title, until: .instant(until, .inSentence)), T.registration.letterOfferNext],
                action: T.registration.letterOfferAct)
        }
    }

    static func lapsed(_ dossier: Dossier, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterLapsedSubject(title: title), paragraphs: [T.registration.letterLapsed(title: title)],
                action: T.registration.letterOpen)
        }
    }

    static func withdrawn(_ dossier: Dossier, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterWithdrawnSubject(title: title), paragraphs: [T.registration.letterWithdrawn(title: title)],
                action: T.registration.letterOpen, cancels: dossier.registration.state == .admitted)
        }
    }

    static func refused(_ dossier: Dossier, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterRefusedSubject(title: title),
                paragraphs: [T.registration.letterRefused(title: title), T.registration.letterReason(reason: .title(dossier.registration.reason))],
                action: T.registration.letterOpen, cancels: true)
        }
    }

    static func moved(_ dossier: Dossier, from old: Event, _ standing: Seats.Standing, in act: Act) throws {
        try write(dossier, in: act) { t, title in
            Words(
                subject: T.registration.letterMovedSubject(title: title),
                paragraphs: [
                    T.registration.letterMoved(title: .title(old.title(in: t.language).text), other: title),
                    standing == .admitted ? T.registration.letterAdmittedNext : T.registration.letterWaitingNext(hours: .number(dossier.centre.rules.offerHours)),
                ],
                action: T.registration.letterOpen, invites: standing == .admitted)
        }
    }

    // MARK: To everybody concerned by an event

    package static func cancelled(_ event: Event, in act: Act) throws {
        try toAll(event, in: act) { _, title in
            Words(
                subject: T.registration.letterCancelledSubject(title: title),
                paragraphs: [
                    T.registration.letterCancelled(title: title), T.registration.letterReason(reason: .title(event.reason)),
                    T.registration.letterCancelledNext,
                ],
                action: T.registration.letterSimilar, path: "/events", cancels: true)
        }
    }

    package static func postponed(_ event: Event, in act: Act) throws {
        try toAll(event, in: act) { _, title in
            Words(
                subject: T.registration.letterPostponedSubject(title: title),
                paragraphs: [
                    T.registration.letterPostponed(title: title), T.registration.letterReason(reason: .title(event.reason)),
                    T.registration.letterPostponedNext,
                ],
                action: T.registration.letterOpen, cancels: true)
        }
    }

    package static func rescheduled(_ event: Event, in act: Act) throws {
        try toAll(event, in: act) { _, title in
            Words(
                subject: T.registration.letterRescheduledSubject(title: title),
                paragraphs: [T.registration.letterRescheduled(title: title), T.registration.letterRescheduledNext],
                action: T.registration.letterOpen, invites: true)
        }
    }

    package static func confirmedEvent(_ event: Event, in act: Act) throws {
        try toAll(event, states: [.admitted], in: act) { _, title in
            Words(
                subject: T.registration.letterHeldSubject(title: title), paragraphs: [T.registration.letterHeld(title: title)],
                action: T.registration.letterOpen, invites: true)
        }
    }

    /// What staff write to some or all of an event's people; `{ime}`-like fields are already filled in.
    static func message(_ dossier: Dossier, subject: String, text: String, in act: Act) throws {
        try write(dossier, in: act) { _, _ in
            Words(
                subject: T.common.said(text: .text(subject)), paragraphs: text.split(separator: "\n\n").map { T.common.said(text: .text(String($0))) },
                action: T.registration.letterOpen)
        }
    }

    // MARK: Parts

    private struct Words {
        var subject: Phrase
        var paragraphs: [Phrase]
        var action: Phrase
        /// Where the button leads; nil for the application itself.
        var path: String?
        /// A link that lets its reader in, in place of the path.
        var secret: String?
        var invites = false
        var cancels = false
    }

    private static func toAll(
        _ event: Event, states: [RegistrationState] = [.admitted, .waiting, .offered], in act: Act, _ words: (Texts, Value) -> Words
    ) throws {
        let centre = try CentreStore.centre(event.centre, in: act)
        for registration in try RegistrationStore.all(of: event.id, in: states, in: act) {
            try write(Dossier(registration: registration, event: event, centre: centre), in: act, words)
        }
    }

    private static func write(_ dossier: Dossier, in act: Act, _ words: (Texts, Value) -> Words) throws {
        let (registration, event, centre) = (dossier.registration, dossier.event, dossier.centre)
        let person = try PersonStore.person(registration.person, in: act)
        guard let address = person.email else { return }
        let t = act.words.texts(person.language, in: centre.zone)
        let words = words(t, .text(event.title(in: person.language).text))
        let origin = centre.origin(default: act.address)
        let link = "\(origin)/\(person.language.rawValue)\(words.path ?? "/registrations/\(registration.id)")"
        let frame = LetterFrame(
            language: person.language, greeting: t(T.registration.letterGreeting(name: .text(person.name.full))), paragraphs: words.paragraphs.map { t($0) },
            facts: EventSummary.facts(event, centre, t), action: Look.Link(t(words.action), href: words.secret ?? link),
            closing: t(T.registration.letterClosing), sender: centre.name(in: person.language))
        try act.send(Letter(
            to: address, name: person.name.full, person: person.id, centre: event.centre, language: person.language, subject: t(words.subject),
            text: frame.text, html: frame.html, calendar: calendar(words, dossier, t, origin: origin), about: .registration(registration.id),
            isSecret: words.secret != nil))
    }

    /// The entry for the reader's calendar. Only a seat is a date to keep, and only those who have one are told the link of an online room.
    private static func calendar(_ words: Words, _ dossier: Dossier, _ t: Texts, origin: String) -> Letter.Calendar? {
        let (event, centre) = (dossier.event, dossier.centre)
        guard !event.plan.sessions.isEmpty else { return nil }
        if words.cancels { return Letter.Calendar(method: "CANCEL", text: EventCalendar(of: centre, t, origin: origin, method: .cancel).text([event])) }
        guard words.invites, dossier.registration.state == .admitted else { return nil }
        return Letter.Calendar(method: "REQUEST", text: EventCalendar(of: centre, t, origin: origin, method: .request, hasLinks: true).text([event]))
    }
}
