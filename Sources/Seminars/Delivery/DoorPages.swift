import Events
import Forms
import Foundation
import Kernel
import Languages
package import Web

/// The door of one session, made for a phone: search, tap, see who is missing.
package enum DoorPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        visit.page(DoorViews(reader: visit.reader).show(try await sight(visit), visit.form(visit.query)))
    }

    /// One tap, without a script.
    @Sendable package static func tap(_ visit: Visit) async throws -> Answer {
        let (event, session): (Event.ID, DatedSession.ID) = (try visit.id("event"), try visit.id("session"))
        guard let tap = Tap(visit.typed["tap"]) else {
            _ = try await sight(visit)
            return .redirect(visit.link("/staff/events/\(event)/sessions/\(session)/door"))
        }
        let kept = Typed(["q": visit.typed["q"], "show": visit.typed["show"]]).query
        return try await visit.submit {
            try await visit.act { act in
                try AttendanceStore.tap(tap.registration, tap.mark, session: session, of: event, in: act)
                return Redirect(visit.link("/staff/events/\(event)/sessions/\(session)/door") + (kept.isEmpty ? "" : "?\(kept)") + "#person-\(tap.registration)")
            }
        } again: { form in
            DoorViews(reader: visit.reader).show(try await sight(visit), form)
        }
    }

    /// Takes marks that a device kept while it was off line, and answers with what stands now. They belong to whoever opened the page: when somebody
    /// else has entered on that device since, they are not taken, and wait there.
    @Sendable package static func merge(_ visit: Visit) async throws -> Answer {
        let (event, session): (Event.ID, DatedSession.ID) = (try visit.id("event"), try visit.id("session"))
        guard visit.actor.person.map({ "\($0)" }) == visit.query["who"] else { throw Problem.missing }
        let marks = DoorMark.all(visit.typed)
        let merged = try await visit.merge { try AttendanceStore.merge(marks, session: session, of: event, in: $0) }
        return try answer(DoorState(merged, session, at: visit.now, visit.t))
    }

    /// What stands now, for a device that only looks.
    @Sendable package static func state(_ visit: Visit) async throws -> Answer {
        try answer(DoorState(try await sight(visit), at: visit.now, visit.t))
    }

    private static func answer(_ state: DoorState) throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return .text(String(decoding: try encoder.encode(state), as: UTF8.self), type: "application/json")
    }

    static func sight(_ visit: Visit) async throws -> DoorSight {
        let (event, session): (Event.ID, DatedSession.ID) = (try visit.id("event"), try visit.id("session"))
        return try await visit.read { try AttendanceStore.sight(session, of: event, in: $0) }
    }
}
