import Accounts
import Centres
import Events
import Kernel
import Languages

/// What the people of a centre are told of events that they offer with others.
enum JointLetters {
    enum News: Sendable { case asked, agreed, declined, ended }

    private static func words(_ news: News) -> (subject: Phrase, text: (Value) -> Phrase) {
        switch news {
        case .asked: (T.networkfront.letterAskedSubject, { T.networkfront.letterAsked(centre: $0) })
        case .agreed: (T.networkfront.letterAgreedSubject, { T.networkfront.letterAgreed(centre: $0) })
        case .declined: (T.networkfront.letterDeclinedSubject, { T.networkfront.letterDeclined(centre: $0) })
        case .ended: (T.networkfront.letterEndedSubject, { T.networkfront.letterEnded(centre: $0) })
        }
    }

    /// - Parameters:
    ///   - about: the centre that asked or answered.
    ///   - to: the one whose coordinators are told.
    static func tell(_ news: News, _ event: Event, about: Centre.ID, to: Centre.ID, in act: Act) throws {
        let (subject, text) = words(news), other = try CentreStore.centre(about, in: act)
        for person in try JointEventStore.staff(of: to, in: act) where person != act.by.person {
            try PersonLetter.send(to: person, of: to, about: .event(event.id), in: act) { t in
                PersonLetter(
                    subject: t(subject), paragraphs: [t(text(.text(other.name(in: t.language))))],
                    facts: [(label: t(T.networkfront.event), value: t.shown(event.title(in: t.language).text))], action: (t(T.networkfront.openIt), "/staff/joint"))
            }
        }
    }
}
