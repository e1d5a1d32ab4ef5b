import Events
import Forms
import Kernel
import Languages
package import Web

/// The attendance of one event: people and sessions in one table.
package enum AttendancePages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        visit.page(AttendanceViews(reader: visit.reader).show(try await roll(visit), visit.form()))
    }

    /// Keeps what was changed; the button of a session adds that everybody of whom nothing was said was there.
    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let quick = QuickEntry(visit.t)
        return try await visit.submit {
            let form = try AttendanceForm(visit.typed, at: visit.now)
            return try await visit.act { act in
                let roll = try Roll(EventStore.event(runBy: act.by, id, in: act), in: act)
                let listed = try form.session.map { try quick.read(form.codes, roll, $0, at: act.now) } ?? []
                var count = try AttendanceStore.mark(form.marks + listed, of: id, because: form.reason, in: act)
                if let session = form.rest { count += try AttendanceStore.markRest(session, of: id, because: form.reason, in: act) }
                if let session = form.restTakenBack {
                    count += try AttendanceStore.takeBackRest(session, of: id, in: act)
                    return Redirect(visit.link("/staff/events/\(id)/attendance"), T.delivery.saidRestTakenBack(count: count))
                }
                return Redirect(visit.link("/staff/events/\(id)/attendance"), count == 0 ? T.delivery.saidNothing : T.delivery.saidMarked(count: count))
            }
        } again: { form in
            AttendanceViews(reader: visit.reader).show(try await roll(visit), form)
        }
    }

    private static func roll(_ visit: Visit) async throws -> Roll {
        let id: Event.ID = try visit.id("event")
        return try await visit.read { try Roll(EventStore.event(runBy: $0.by, id, in: $0), in: $0) }
    }
}
