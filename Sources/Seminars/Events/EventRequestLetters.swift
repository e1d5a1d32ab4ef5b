import Accounts
import Centres
import Kernel
import Languages
import Look
import Schools

/// What the centre answers to a school that asked for an event of its own.
enum EventRequestLetters {
    static func accepted(_ request: EventRequest, as event: Event, _ centre: Centre, in act: Act) throws {
        let title = Value.text(request.details.title)
        try SchoolLetters.write(
            PersonStore.person(request.person, in: act), from: centre, path: "/events/\(event.id)", about: .eventRequest(request.id),
            facts: { t in EventSummary.facts(event, centre, t).map { ($0.label, $0.value.text) } }, in: act
        ) { _ in (T.events.letterAcceptedSubject(title: title), [T.events.letterAccepted(title: title)], T.events.letterAcceptedAct) }
    }

    static func declined(_ request: EventRequest, because reason: String, _ centre: Centre, in act: Act) throws {
        let title = Value.text(request.details.title)
        try SchoolLetters.write(
            PersonStore.person(request.person, in: act), from: centre, path: "/me/schools/\(request.school)/centre", about: .eventRequest(request.id), in: act
        ) { _ in
            (
                T.events.letterDeclinedSubject(title: title), [T.events.letterDeclined(title: title), T.events.letterDeclinedReason(reason: .text(reason))],
                T.events.letterDeclinedAct)
        }
    }
}
