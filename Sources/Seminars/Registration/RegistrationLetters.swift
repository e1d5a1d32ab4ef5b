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
    static func received(_ dossier: Dossier, _ standing: Seats.Standing, to reader: Person? = nil, in act: Act) throws {
        try write(dossier, to: reader, in: act) { t, title in
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
                        T.registration.letterWaitingNext(hours: dossier.centre.rules.offerTime),
                    ],
                    action: T.registration.letterOpen)
            case .collected(let day):
                Words(
                    subject: T.registration.letterCollectedSubject(title: title),
                    paragraphs: [T.registration.letterCollected(title: title), T.registration.letterCollectedNext(day: .day(day))],
                    action: T.registration.letterOpen)
            }
        }
    }

    /// To somebody who must say yes first: nothing but the link that says it.
    /// - Parameter name: as it was typed with the application; the page behind the link tells it, the letter does not.
    static func confirm(_ dossier: Dossier, name: PersonName, token: Token, in act: Act) throws {
        let registration = dossier.registration
        let link = try SignInLinks.issue(
            for: registration.person, purpose: .verify, onward: "/registrations/\(registration.id)", token: token, name: name, in: act)
        try write(dossier, in: act) { _, title in
            Words(
                subject: registration.channel == .desk
                    ? T.registration.letterConfirmDeskSubject(title: title) : T.registration.letterConfirmSubject(title: title),
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
                action: T.registration.letterOpen, cancels: dossier.event)
        }
    }

    static func refused(_ dossier: Dossier, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterRefusedSubject(title: title),
                paragraphs: [T.registration.letterRefused(title: title), T.registration.letterReason(reason: .title(dossier.registration.reason))],
                action: T.registration.letterOpen, cancels: dossier.event)
        }
    }

    /// A seat was taken back; its bearer waits.
    static func putInQueue(_ dossier: Dossier, place: Int, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterPutInQueueSubject(title: title),
                paragraphs: [
                    T.registration.letterPutInQueue(title: title, place: .number(place)),
                    T.registration.letterReason(reason: .title(dossier.registration.reason)),
                    T.registration.letterWaitingNext(hours: dossier.centre.rules.offerTime),
                ],
                action: T.registration.letterOpen, cancels: dossier.event)
        }
    }

    static func withdrawnByStaff(_ dossier: Dossier, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterWithdrawnByStaffSubject(title: title),
                paragraphs: [
                    T.registration.letterWithdrawnByStaff(title: title), T.registration.letterReason(reason: .title(dossier.registration.reason)),
                ],
                action: T.registration.letterOpen, cancels: dossier.event)
        }
    }

    /// Who pays or for which school was changed by staff.
    static func edited(_ dossier: Dossier, since before: Registration, because reason: String, in act: Act) throws {
        let registration = dossier.registration
        let school = try registration.school.map { try SchoolStore.school($0, in: act) }
        try write(dossier, in: act) { t, title in
            var paragraphs = [T.registration.letterEdited(title: title)]
            if registration.payer != before.payer { paragraphs.append(T.registration.letterEditedPayer(payer: .phrase(registration.payer.ofOthers))) }
            if registration.school != before.school {
                paragraphs.append(T.registration.letterEditedSchool(school: .title(school?.label(in: t.language) ?? t(T.registration.noSchool))))
            }
            paragraphs.append(T.registration.letterReason(reason: .title(reason)))
            return Words(subject: T.registration.letterEditedSubject(title: title), paragraphs: paragraphs, action: T.registration.letterOpen)
        }
    }

    /// Other workshops were chosen.
    static func chosen(_ dossier: Dossier, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterWorkshopsSubject(title: title), paragraphs: [T.registration.letterWorkshops(title: title)],
                action: T.registration.letterOpen, invites: true)
        }
    }

    /// Whoever waited for a workshop has a seat there.
    static func seated(_ dossier: Dossier, in workshop: Workshop, in act: Act) throws {
        try write(dossier, in: act) { t, _ in
            let name = workshop.name(in: dossier.event, t.language)
            return Words(
                subject: T.registration.letterWorkshopSeatSubject(workshop: name),
                paragraphs: [T.registration.letterWorkshopSeat(workshop: name), T.registration.letterWorkshopSeatNext], action: T.registration.letterOpen,
                invites: true)
        }
    }

    /// The link of a session over the net, shortly before.
    static func link(_ dossier: Dossier, _ session: EventSession, in act: Act) throws {
        try write(dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterLinkSubject(title: title),
                paragraphs: [T.registration.letterLink(title: title, day: .day(session.day, .inSentence), times: .times(session.begins, session.ends))],
                action: T.registration.letterLinkAct, secret: session.link)
        }
    }

    /// It was held, and whoever waited got no seat.
    static func unseated(_ dossier: Dossier, in act: Act) throws {
        try write(dossier, in: act) { t, title in
            Words(
                subject: T.registration.letterUnseatedSubject(title: title), paragraphs: [T.registration.letterUnseated(form: form(dossier.event, t), title: title)],
                action: T.registration.letterSimilar, path: "/events")
        }
    }

    /// Whoever has a seat there too keeps the entry in the calendar, which moves with it; whoever waits there has no date to keep any more.
    ///
    /// It is not inlined: Swift 6.3 fails to optimise the verb that calls it otherwise.
    @inline(never)
    static func moved(_ dossier: Dossier, from old: Event, _ standing: Seats.Standing, in act: Act) throws {
        if standing == .admitted { try InvitationStore.move(dossier.registration.person, from: old.id, to: dossier.event.id, in: act) }
        let next = switch standing {
        case .admitted: T.registration.letterAdmittedNext
        case .waiting: T.registration.letterWaitingNext(hours: dossier.centre.rules.offerTime)
        case .collected(let last): T.registration.letterCollectedNext(day: .day(last))
        }
        try write(dossier, in: act) { t, title in
            Words(
                subject: T.registration.letterMovedSubject(title: title),
                paragraphs: [
                    T.registration.letterMoved(title: title, old: day(of: old, dossier, .inSentence, t), new: day(of: dossier.event, dossier, .plain, t)),
                    next,
                ],
                action: T.registration.letterOpen, invites: standing == .admitted, cancels: standing == .admitted ? nil : old)
        }
    }

    /// When an event begins; its title where it has no day.
    private static func day(of event: Event, _ dossier: Dossier, _ form: DayForm, _ t: Texts) -> Value {
        event.starts.map { .day(dossier.centre.zone.day(of: $0), form) } ?? .text(event.title(in: t.language).text)
    }

    // MARK: A seat that changes hands

    /// To the colleague; nothing has changed yet.
    static func offered(_ offer: HandOver, in act: Act) throws {
        let name = Value.text(offer.giver.name.full)
        try write(offer.dossier, to: offer.colleague, in: act) { _, title in
            Words(
                subject: T.registration.letterHandOverSubject(title: title),
                paragraphs: [T.registration.letterHandOver(name: name, title: title), T.registration.letterHandOverNext],
                action: T.registration.letterHandOverAct, path: "/registrations/\(offer.dossier.registration.id)/hand-over")
        }
    }

    /// To whoever gave the seat away.
    static func handedOver(_ offer: HandOver, in act: Act) throws {
        let name = Value.text(offer.colleague.name.full)
        try write(offer.dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterHandedOverSubject(title: title), paragraphs: [T.registration.letterHandedOver(title: title, name: name)],
                action: T.registration.letterOpen, cancels: offer.dossier.event)
        }
    }

    /// The same where staff gave it away.
    static func handedOverByStaff(_ offer: HandOver, in act: Act) throws {
        let name = Value.text(offer.colleague.name.full)
        try write(offer.dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterHandedOverByStaffSubject(title: title),
                paragraphs: [
                    T.registration.letterHandedOverByStaff(title: title, name: name),
                    T.registration.letterReason(reason: .title(offer.dossier.registration.reason)),
                ],
                action: T.registration.letterOpen, cancels: offer.dossier.event)
        }
    }

    /// To whoever has it now.
    static func takenOver(_ offer: HandOver, _ registration: Registration, in act: Act) throws {
        let name = Value.text(offer.giver.name.full)
        try write(offer.dossier.with(registration), in: act) { _, title in
            Words(
                subject: T.registration.letterTakenOverSubject(title: title),
                paragraphs: [T.registration.letterTakenOver(title: title, name: name), T.registration.letterAdmittedNext],
                action: T.registration.letterOpen, invites: true)
        }
    }

    static func declined(_ offer: HandOver, in act: Act) throws {
        let name = Value.text(offer.colleague.name.full)
        try write(offer.dossier, in: act) { _, title in
            Words(
                subject: T.registration.letterDeclinedSubject(title: title), paragraphs: [T.registration.letterDeclined(name: name, title: title)],
                action: T.registration.letterOpen)
        }
    }

    // MARK: To everybody concerned by an event

    package static func cancelled(_ event: Event, in act: Act) throws {
        try toAll(event, in: act) { t, title in
            Words(
                subject: T.registration.letterCancelledSubject(title: title),
                paragraphs: [
                    T.registration.letterCancelled(form: form(event, t), title: title), T.registration.letterReason(reason: .title(event.reason)),
                    T.registration.letterCancelledNext,
                ],
                action: T.registration.letterSimilar, path: "/events", cancels: event)
        }
    }

    package static func postponed(_ event: Event, in act: Act) throws {
        try toAll(event, in: act) { t, title in
            Words(
                subject: T.registration.letterPostponedSubject(title: title),
                paragraphs: [
                    T.registration.letterPostponed(form: form(event, t), title: title), T.registration.letterReason(reason: .title(event.reason)),
                    T.registration.letterPostponedNext,
                ],
                action: T.registration.letterOpen, cancels: event)
        }
    }

    package static func rescheduled(_ event: Event, in act: Act) throws {
        try toAll(event, in: act) { t, title in
            Words(
                subject: T.registration.letterRescheduledSubject(title: title),
                paragraphs: [T.registration.letterRescheduled(form: form(event, t), title: title), T.registration.letterRescheduledNext],
                action: T.registration.letterOpen, invites: true)
        }
    }

    package static func confirmedEvent(_ event: Event, in act: Act) throws {
        try toAll(event, states: [.admitted], in: act) { t, title in
            Words(
                subject: T.registration.letterHeldSubject(title: title), paragraphs: [T.registration.letterHeld(form: form(event, t), title: title)],
                action: T.registration.letterOpen, invites: true)
        }
    }

    /// What staff write to some or all of an event's people, as one of them gets it: the same for the preview as for the post.
    static func message(_ message: DeskMessage, to row: DeskRow, of desk: Desk, _ t: Texts, origin: String) -> (subject: String, frame: LetterFrame) {
        let (subject, text) = message.filled(for: row, desk, t)
        let words = Words(
            subject: T.common.said(text: .text(subject)), paragraphs: text.split(separator: "\n\n").map { T.common.said(text: .text(String($0))) },
            action: T.registration.letterOpen, greets: !message.greets(t))
        let dossier = Dossier(registration: row.registration, event: desk.event, centre: desk.centre)
        return (t(words.subject), frame(words, dossier, t, origin: origin))
    }

    static func send(_ message: DeskMessage, to row: DeskRow, of desk: Desk, in act: Act) throws {
        guard let address = row.email else { return }
        let t = try act.texts(row.language, of: desk.centre)
        let (subject, frame) = self.message(message, to: row, of: desk, t, origin: desk.centre.origin(default: act.address))
        try act.send(Letter(
            to: address, name: row.isProved ? row.name.full : "", person: row.registration.person, centre: desk.event.centre, language: row.language,
            subject: subject, text: frame.text, html: frame.html, about: .registration(row.registration.id)))
    }

    // MARK: Parts

    struct Words {
        var subject: Phrase
        var paragraphs: [Phrase]
        var action: Phrase
        /// Where the button leads; nil for the application itself.
        var path: String?
        /// A link that lets its reader in, in place of the path.
        var secret: String?
        /// Whether it begins with a greeting; whoever greets in the text itself does not do it twice.
        var greets = true
        /// Whether it brings the event as an entry of the calendar, to whoever has a seat.
        var invites = false
        /// The event whose entry it takes back, where one was brought.
        var cancels: Event?
        /// The events for the calendar, where it is about several: those at which its reader has a seat.
        var together: [Event]?
        /// What stands below, where it is not about one event.
        var facts: [(label: String, value: String)]?
    }

    /// Whose applications are concerned when something happens to an event.
    package static let concerned: [RegistrationState] = [.admitted, .waiting, .offered]

    /// The form of an event as it stands within a sentence.
    private static func form(_ event: Event, _ t: Texts) -> Value {
        let name = t.shown(event.form.name(in: t.language).text)
        return .text(name.prefix(1).lowercased() + name.dropFirst())
    }

    private static func toAll(
        _ event: Event, states: [RegistrationState] = concerned, in act: Act, _ words: (Texts, Value) -> Words
    ) throws {
        let centre = try CentreStore.centre(event.centre, in: act)
        var told: Set<SchoolGroup.ID> = []
        for registration in try RegistrationStore.all(of: event.id, in: states, in: act) {
            let dossier = Dossier(registration: registration, event: event, centre: centre)
            // Of seats without a name whoever asked for them hears, once.
            if registration.isUnnamed {
                guard let group = registration.schoolGroup, told.insert(group).inserted else { continue }
                guard let asker = try PersonStore.present(registration.person, in: act) else { continue }
                try write(dossier, to: asker, in: act) { t, title in
                    var words = words(t, title)
                    (words.path, words.invites, words.cancels) = ("/me/schools/\(registration.school.map { "\($0)" } ?? "")/groups/\(group)", false, nil)
                    return words
                }
            } else {
                try write(dossier, in: act, words)
            }
        }
    }

    /// - Parameter reader: somebody else than whose application it is.
    static func write(_ dossier: Dossier, to reader: Person? = nil, in act: Act, _ words: (Texts, Value) -> Words) throws {
        let (registration, event, centre) = (dossier.registration, dossier.event, dossier.centre)
        // A seat without a name has nobody to write to; its school hears of it as of a whole.
        guard reader != nil || !registration.isUnnamed else { return }
        // Whoever deleted the account since is not written to; an event that was over then keeps the seat without a name.
        guard let person = try reader ?? PersonStore.present(registration.person, in: act), let address = person.email else { return }
        let t = try act.texts(person.language, of: centre)
        let words = words(t, .text(event.title(in: person.language).text))
        let origin = centre.origin(default: act.address)
        let chosen = try WorkshopStore.choices(of: event, only: registration.id, in: act)
        let frame = frame(words, dossier, choosing: chosen, t, origin: origin)
        try act.send(Letter(
            to: address, name: person.provedName ?? "", person: person.id, centre: event.centre, language: person.language, subject: t(words.subject),
            text: frame.text, html: frame.html, calendar: calendar(words, dossier, person, choosing: chosen, t, origin: origin, in: act),
            about: .registration(registration.id), isSecret: words.secret != nil))
    }

    private static func frame(_ words: Words, _ dossier: Dossier, choosing chosen: [WorkshopChoice] = [], _ t: Texts, origin: String) -> LetterFrame {
        let link = "\(origin)/\(t.language.rawValue)\(words.path ?? "/registrations/\(dossier.registration.id)")"
        return LetterFrame(
            language: t.language, greeting: words.greets ? t(T.accounts.greeting) : "", paragraphs: words.paragraphs.map { t($0) },
            facts: words.facts ?? EventSummary.facts(dossier.event, dossier.centre, t).map { ($0.label, $0.value.text) } + group(dossier.registration, t)
                + (chosen.isEmpty ? [] : [(t(T.registration.workshops), chosen.map { $0.line(of: dossier.event, t) }.joined(separator: "; "))]),
            action: Look.Link(t(words.action), href: words.secret ?? link),
            closing: t(T.accounts.closing), sender: dossier.centre.name(in: t.language))
    }

    private static func group(_ registration: Registration, _ t: Texts) -> [(label: String, value: String)] {
        registration.group.map { [(t(T.registration.groupTitle), t($0.line))] } ?? []
    }

    /// The entries for the reader's calendar, one for each event. Only a seat is a date to keep, and only what stands in the calendar is taken back.
    private static func calendar(
        _ words: Words, _ dossier: Dossier, _ person: Person, choosing chosen: [WorkshopChoice], _ t: Texts, origin: String, in act: Act
    ) throws -> Letter.Calendar? {
        let calendar = EventCalendar(of: dossier.centre, t, origin: origin, stamped: act.now)
        func written(_ entry: InvitationStore.Entry, _ method: EventCalendar.Method, _ event: Event) -> String {
            let seat = EventCalendar.Seat(uid: entry.uid, sequence: entry.sequence, name: person.provedName ?? "", address: person.email ?? "")
            let seats = chosen.filter { $0.standing == .admitted }.map(\.workshop.id)
            return calendar.letter(method, about: event, event.sessions(choosing: Set(seats)), seat)
        }
        if let event = words.cancels {
            return try InvitationStore.takeBack(from: person.id, for: event.id, in: act).map {
                Letter.Calendar(method: EventCalendar.Method.cancel.rawValue, text: written($0, .cancel, event))
            }
        }
        let admitted = words.together ?? (words.invites && dossier.registration.state == .admitted ? [dossier.event] : [])
        let entries = try admitted.filter { !$0.plan.sessions.isEmpty }.map { event in
            written(try InvitationStore.send(to: person.id, for: event.id, in: act), .request, event)
        }
        return entries.isEmpty ? nil : Letter.Calendar(method: EventCalendar.Method.request.rawValue, text: entries.joined())
    }
}
