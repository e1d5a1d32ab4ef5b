import Events
import Forms
import Kernel
import Languages
package import Web

/// Attendance from the report of a platform for meetings over the net: the file is read, each line is proposed to somebody, staff decide, and only then it counts.
package enum OnlinePages {
    @Sendable package static func ask(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return visit.page(OnlineViews(reader: visit.reader).ask(sight.roll, sight.session, visit.form()))
    }

    @Sendable package static func look(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return try await visit.submit {
            guard let file = visit.typed.file("file") else { throw Problem.invalid("file", T.delivery.onlineMissing) }
            let matches = OnlineMatch.matches(try PlatformReport(reading: file.bytes), sight.roll)
            return visit.page(OnlineViews(reader: visit.reader).preview(sight.roll, sight.session, matches, visit.form()))
        } again: { form in
            OnlineViews(reader: visit.reader).ask(sight.roll, sight.session, form)
        }
    }

    @Sendable package static func mark(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        return try await visit.submit {
            let choice = try OnlineChoice(visit.typed, of: sight.roll)
            let (event, session) = (sight.roll.event.id, sight.session)
            return try await visit.act { act in
                let count = try AttendanceStore.mark(choice.marks(session, of: sight.roll, at: act.now), of: event, because: visit.typed["reason"], in: act)
                return Redirect(visit.link("/staff/events/\(event)/attendance"), T.delivery.onlineMarked(count: count))
            }
        } again: { form in
            OnlineViews(reader: visit.reader).preview(sight.roll, sight.session, OnlineMatch.kept(form.typed, sight.roll), form)
        }
    }

    private static func sight(_ visit: Visit) async throws -> DoorSight {
        let (id, session): (Event.ID, EventSession.ID) = (try visit.id("event"), try visit.id("session"))
        return try await visit.read { act in
            let roll = try Roll(EventStore.event(runBy: act.by, id, in: act), in: act)
            return DoorSight(roll: roll, session: try roll.markingRule.session(session), takesIn: false)
        }
    }
}
