import Centres
import Documents
import Events
import Forms
import Kernel
import Languages
import Look
import Registration
import Web

/// The poster of one event for the wall of a staff room.
enum EventStripPages {
    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let (id, t, origin): (Event.ID, _, _) = (try visit.id("event"), visit.t, visit.centre.origin)
        let (event, centre) = try await visit.read { act in
            let event = try EventStore.event(id, in: act)
            return (event, try CentreStore.centre(event.centre, in: act))
        }
        guard !event.form.isInternal, !event.state.isOff, let strip = EventStrip(event, centre, origin: origin, t) else { throw Problem.missing }
        let bytes = try await visit.set(Typesetting(template: "strip", strip, stamp: visit.now.seconds))
        return .file(bytes: bytes, type: "application/pdf", name: "\(strip.title.text).pdf")
    }

    /// The way to it from the desk of the event.
    @Sendable static func onDesk(_ asked: EventDeskAsked, in act: Act) throws -> EventDeskPart? {
        guard !asked.event.form.isInternal, !asked.event.state.isOff else { return nil }
        return EventDeskPart(at: 60, doors: [EventDoor(T.informer.strip, "poster.pdf")])
    }
}
