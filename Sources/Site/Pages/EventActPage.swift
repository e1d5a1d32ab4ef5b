import Centres
import Events
import Forms
import Guests
import Kernel
import Languages
import Look
import Registration
import Web

/// The acts on an event, each asked about first.
enum EventActPage {
    /// The page that asks.
    static func ask(_ verb: EventVerb) -> Route.Page {
        { visit in visit.page(try await question(visit, verb, visit.form())) }
    }

    static func perform(_ verb: EventVerb) -> Route.Page {
        { visit in
            let id: Event.ID = try visit.id("event")
            let reason = visit.typed.lines("reason")
            return try await visit.submit {
                var faults = Faults()
                faults.limit(reason, "reason", most: EventPlanForm.longestReason)
                try faults.check()
                return try await visit.act { act in
                    try EventStore.perform(verb, on: id, because: reason, in: act)
                    return Redirect(visit.link(verb == .discard ? "/staff/events" : "/staff/events/\(id)"), verb.said)
                }
            } again: { form in
                try await question(visit, verb, form)
            }
        }
    }

    private static func question(_ visit: Visit, _ verb: EventVerb, _ form: FilledForm) async throws -> Screen {
        let id: Event.ID = try visit.id("event")
        let question = try await visit.read { act in
            let event = try EventStore.event(runBy: act.by, id, in: act)
            guard EventVerb.possible(event, at: act.now).contains(verb) else {
                throw Problem.conflict(T.events.wrongMove(state: .phrase(event.state.name), wanted: .phrase((verb.target ?? .draft).name)))
            }
            let gaps = try verb.target.flatMap { target in verb.ends ? try act.ask(EventGapsAsked(event, before: target)).flatMap(\.self) : nil } ?? []
            return EventQuestion(
                verb, on: event, clashes: verb == .announce ? try EventStore.clashes(of: event, in: act) : [],
                outsiders: verb == .announce ? try EventStore.outsiders(of: event, in: act) : [],
                concerned: try RegistrationStore.concerned(by: id, in: verb == .confirm ? [.admitted] : RegistrationLetters.concerned, in: act)
                    .and(verb == .confirm ? .nobody : GuestStore.concerned(by: id, in: act)),
                gaps: gaps, undoHours: try CentreStore.centre(event.centre, in: act).rules.undoHours)
        }
        return EventActViews(reader: visit.reader).question(question, form)
    }
}
