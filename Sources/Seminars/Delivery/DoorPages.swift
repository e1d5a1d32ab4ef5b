import Accounts
import Catalogue
import Events
import Forms
import Foundation
import Kernel
import Languages
package import Web

/// The door of one session, made for a phone: search, tap, see who is missing.
package enum DoorPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return DoorViews.show(visit, sight)
    }

    /// One tap, without a script.
    @Sendable package static func tap(_ visit: Visit) async throws -> Answer {
        let (event, session): (Event.ID, DatedSession.ID) = (try visit.id("event"), try visit.id("session"))
        guard let tap = Tap(visit.typed["tap"]) else {
            _ = try await sight(visit)
            return .redirect(visit.link("/staff/events/\(event)/sessions/\(session)/door"))
        }
        let kept = Typed(["q": visit.typed["q"], "show": visit.typed["show"]]).query
        do {
            return try await visit.act { act in
                try AttendanceStore.tap(tap.registration, tap.mark, session: session, of: event, in: act)
                return Redirect(visit.link("/staff/events/\(event)/sessions/\(session)/door") + (kept.isEmpty ? "" : "?\(kept)") + "#person-\(tap.registration)")
            }
        } catch let problem as Problem where problem.kind == .conflict || problem.kind == .invalid {
            return DoorViews.show(visit, try await sight(visit), problem)
        }
    }

    /// What a device kept while it was off line, and what stands now. The marks are of whoever opened the page: when somebody else has entered there since, they wait.
    @Sendable package static func merge(_ visit: Visit) async throws -> Answer {
        let (event, session): (Event.ID, DatedSession.ID) = (try visit.id("event"), try visit.id("session"))
        guard visit.actor.person.map({ "\($0)" }) == visit.query["who"] else { throw Problem.missing }
        let marks = DoorMark.all(visit.typed)
        let merged = try await visit.merge { try AttendanceStore.merge(marks, session: session, of: event, in: $0) }
        let names = Dictionary(merged.roll.rows.map { ($0.registration, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        return try answer(State(
            now: visit.now.seconds, marks: DoorViews.states(merged.roll, session, visit.t), done: merged.done,
            refused: merged.refused.map { "\(names[$0.registration].map { "\($0): " } ?? "")\(visit.t($0.because))" }))
    }

    /// What stands now, for a device that only looks.
    @Sendable package static func state(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return try answer(State(now: visit.now.seconds, marks: DoorViews.states(sight.roll, sight.session.id, visit.t), done: [], refused: []))
    }

    /// How everybody stands, for the script of the page.
    struct State: Encodable {
        struct Person: Encodable {
            let mark: String
            let word: String
        }
        /// The server's clock, by which the device says when a mark was made.
        let now: Int64
        let marks: [String: Person]
        let done: [String]
        let refused: [String]
    }

    private static func answer(_ state: State) throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return .text(String(decoding: try encoder.encode(state), as: UTF8.self), type: "application/json")
    }

    /// What the page shows.
    struct Sight: Sendable {
        let roll: Roll
        let session: DatedSession
        /// Whether the actor may take in people who did not apply.
        let takesIn: Bool
    }

    static func sight(_ visit: Visit) async throws -> Sight {
        let (event, session): (Event.ID, DatedSession.ID) = (try visit.id("event"), try visit.id("session"))
        return try await visit.read { act in
            let roll = try Roll(AttendanceStore.event(atDoorOf: event, in: act), in: act)
            return Sight(roll: roll, session: try roll.markingRule.session(session), takesIn: act.by.coordinates(roll.event.centre))
        }
    }
}
