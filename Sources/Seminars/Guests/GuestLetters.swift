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
    static func invitation(to guest: Guest, _ event: Event, _ centre: Centre, saying words: String, token: Token, in act: Act) throws {
        try write(guest, event, centre, token, in: act) { t, title in
            let form = name(of: event, t)
            let paragraphs = guest.part == .speaker ? [t(T.guests.letterSpeaker(form: form, title: title))] : [t(T.guests.letterGuest(form: form, title: title))]
            return (T.guests.letterSubject(form: .text(t.shown(event.form.name(in: t.language).text)), title: title),
                paragraphs + said(words, t) + [t(T.guests.letterHow)])
        }
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
        let title = Value.text(event.title(in: t.language).text), form = name(of: event, t)
        let first = guest.part == .speaker ? t(T.guests.letterSpeaker(form: form, title: title)) : t(T.guests.letterGuest(form: form, title: title))
        return frame(guest, event, centre, [first] + said(words, t) + [t(T.guests.letterHow)], t, link: link)
    }

    static func subject(_ event: Event, _ t: Texts) -> String {
        t(T.guests.letterSubject(form: .text(t.shown(event.form.name(in: t.language).text)), title: .text(event.title(in: t.language).text)))
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
        let t = act.words.texts(language, in: centre.zone)
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
