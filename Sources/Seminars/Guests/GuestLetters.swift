import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Look
import Queues

/// Letters to those who are asked. Each brings a link with which its reader answers, without an account.
enum GuestLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("guest", T.guests.kindGuest) {
            [T.guests.letterSubject(form: $0.form, title: $0.title), T.guests.letterGuest(form: $0.form, title: $0.title), T.guests.letterHow]
        },
        LetterKind("speaker", T.guests.kindSpeaker) {
            [T.guests.letterSpeakerSubject(form: $0.form, title: $0.title), T.guests.letterSpeaker(form: $0.form, title: $0.title)]
        },
        LetterKind("guest-reminded", T.guests.kindReminded) { [T.guests.letterRemindSubject(title: $0.title), T.guests.letterRemind(form: $0.form, title: $0.title)] },
        LetterKind("guest-cancelled", T.guests.kindCancelled) {
            [T.guests.letterCancelledSubject(title: $0.title), T.guests.letterCancelled(form: $0.form, title: $0.title)]
        },
        LetterKind("guest-postponed", T.guests.kindPostponed) {
            [T.guests.letterPostponedSubject(title: $0.title), T.guests.letterPostponed(form: $0.form, title: $0.title)]
        },
        LetterKind("guest-moved", T.guests.kindMoved) { [T.guests.letterMovedSubject(title: $0.title), T.guests.letterMoved(form: $0.form, title: $0.title)] },
    ]

    static func invitation(to guest: Guest, _ event: Event, _ centre: Centre, saying words: String, token: Token, in act: Act) throws {
        try write(guest, event, centre, token, in: act) { t, _ in (subject(guest, event, t), paragraphs(guest, event, saying: words, t)) }
    }

    static func reminder(to guest: Guest, _ event: Event, _ centre: Centre, token: Token, in act: Act) throws {
        try write(guest, event, centre, token, in: act) { t, title in
            (T.guests.letterRemindSubject(title: title), [t(T.guests.letterRemind(form: name(of: event, t), title: title)), t(T.guests.letterHow)])
        }
    }

    /// It was cancelled, postponed or moved: to everybody who was asked and has not declined.
    static func changed(_ event: Event, to guests: [(Guest, Token)], in act: Act) throws {
        let centre = try CentreStore.centre(event.centre, in: act)
        for (guest, token) in guests {
            try write(guest, event, centre, token, in: act) { t, title in
                let form = name(of: event, t)
                return switch event.state {
                case .cancelled: (T.guests.letterCancelledSubject(title: title), [t(T.guests.letterCancelled(form: form, title: title))] + said(event.reason, t))
                case .postponed: (T.guests.letterPostponedSubject(title: title), [t(T.guests.letterPostponed(form: form, title: title))] + said(event.reason, t))
                default: (T.guests.letterMovedSubject(title: title), [t(T.guests.letterMoved(form: form, title: title)), t(T.guests.letterHow)])
                }
            }
        }
    }

    /// What a letter of invitation will look like, before it leaves.
    static func frame(_ guest: Guest, _ event: Event, _ centre: Centre, saying words: String, _ t: Texts, link: String) -> LetterFrame {
        frame(guest, event, centre, paragraphs(guest, event, saying: words, t), t, link: link)
    }

    static func subject(_ guest: Guest, _ event: Event, _ t: Texts) -> Phrase {
        let title = Value.text(event.title(in: t.language).text), form = Value.text(t.shown(event.form.name(in: t.language).text))
        return guest.part == .speaker ? T.guests.letterSpeakerSubject(form: form, title: title) : T.guests.letterSubject(form: form, title: title)
    }

    private static func paragraphs(_ guest: Guest, _ event: Event, saying words: String, _ t: Texts) -> [String] {
        let title = Value.text(event.title(in: t.language).text), form = name(of: event, t)
        let first = guest.part == .speaker ? T.guests.letterSpeaker(form: form, title: title) : T.guests.letterGuest(form: form, title: title)
        return [t(first)] + said(words, t) + [t(T.guests.letterHow)]
    }

    /// The form of an event as it stands within a sentence.
    private static func name(of event: Event, _ t: Texts) -> Value {
        let name = t.shown(event.form.name(in: t.language).text)
        return .text(name.prefix(1).lowercased() + name.dropFirst())
    }

    private static func said(_ words: String, _ t: Texts) -> [String] {
        words.split(separator: "\n\n").map { t.shown(String($0)) }
    }

    private static func write(
        _ guest: Guest, _ event: Event, _ centre: Centre, _ token: Token, in act: Act, _ words: (Texts, Value) -> (subject: Phrase, paragraphs: [String])
    ) throws {
        guard !guest.email.isEmpty else { return }
        let person = try guest.person.map { try PersonStore.person($0, in: act) }
        let language = person?.language ?? event.plan.language
        let t = try act.texts(language, of: centre)
        let (subject, paragraphs) = words(t, .text(event.title(in: language).text))
        try GuestStore.addLink(token, to: guest.id, in: act)
        let link = "\(centre.origin(default: act.address))/\(language.rawValue)/answers/\(token.text)"
        let frame = frame(guest, event, centre, paragraphs, t, link: link)
        try act.send(Letter(
            to: guest.email, name: guest.name, person: guest.person, centre: event.centre, language: language, subject: t(subject), text: frame.text,
            html: frame.html, about: .guest(guest.id), isSecret: true))
    }

    private static func frame(_ guest: Guest, _ event: Event, _ centre: Centre, _ paragraphs: [String], _ t: Texts, link: String) -> LetterFrame {
        var facts = EventSummary.facts(event, centre, t).map { (label: $0.label, value: $0.value.text) }
        if !guest.topic.isEmpty { facts.append((t(T.guests.topic), t.shown(guest.topic))) }
        return LetterFrame(
            language: t.language, greeting: t(T.accounts.greeting), paragraphs: paragraphs, facts: facts,
            action: event.state == .cancelled ? nil : Look.Link(t(T.guests.letterAct), href: link), closing: t(T.accounts.closing), sender: centre.name(in: t.language))
    }
}
