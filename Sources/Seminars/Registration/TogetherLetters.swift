import Accounts
import Centres
import Events
import Kernel
import Languages
import Queues

/// The letters of one application for several events.
extension RegistrationLetters {
    /// What became of it at each, in one letter, with an entry for the calendar for each at which there is a seat.
    static func received(_ lines: [Together], by reader: Person, in act: Act) throws {
        let applied = lines.compactMap { line in line.registration.map { (line, $0) } }
        guard let (first, registration) = applied.first else { return }
        let dossier = Dossier(registration: registration, event: first.event, centre: try CentreStore.centre(first.event.centre, in: act))
        try write(dossier, to: reader, in: act) { t, _ in
            Words(
                subject: T.registration.letterTogetherSubject(count: applied.count),
                paragraphs: [T.registration.letterTogether(count: applied.count), T.registration.letterTogetherNext],
                action: T.registration.letterTogetherAct, path: "/me",
                together: applied.filter { $0.1.state == .admitted }.map(\.0.event), facts: lines.map { (told($0.event, t), t($0.standing)) })
        }
    }

    /// To somebody who must say yes first: one link for all.
    static func confirm(_ dossier: Dossier, with events: [Event], name: PersonName, token: Token, in act: Act) throws {
        let link = try SignInLinks.issue(for: dossier.registration.person, purpose: .verify, onward: "/me", token: token, name: name, in: act)
        try write(dossier, in: act) { t, _ in
            Words(
                subject: T.registration.letterTogetherConfirmSubject(count: events.count),
                paragraphs: [T.registration.letterTogetherConfirm(count: events.count), T.registration.letterConfirmNot],
                action: T.registration.letterConfirmAct, secret: link, facts: events.map { (told($0, t), $0.days.map { t.days($0) } ?? "") })
        }
    }

    /// An event in one line: its title and its days.
    private static func told(_ event: Event, _ t: Texts) -> String {
        ([t.shown(event.title(in: t.language).text)] + (event.days.map { [t.days($0)] } ?? [])).joined(separator: ", ")
    }
}
