import Events
package import Kernel
package import Languages
package import Registration
import Storage

/// How one event went: everybody's marks and the report. It comes at once with many others.
package struct BroughtDelivery: Sendable {
    package let group: BroughtGroup
    package let sessions: [DatedSession]
    package let marks: [Registration.ID: [DatedSession.ID: Attendance]]
    package let report: ReportText?
    /// When it was reported, and by whom.
    package let at: Instant
    package let by: ID<PersonTag>

    /// - Parameter mark: how somebody stood in a session.
    package init(
        of group: BroughtGroup, in zone: Zone, report: ReportText?, at: Instant, by: ID<PersonTag>, mark: (BroughtGroup.Row, DatedSession) -> (mark: Mark, missed: Int)
    ) throws {
        sessions = try group.event.sessions(in: zone)
        (self.group, self.report, self.at, self.by) = (group, report, at, by)
        marks = Dictionary(uniqueKeysWithValues: group.admitted.map { [sessions] row in
            (row.id, Dictionary(uniqueKeysWithValues: sessions.map { session in
                let (kind, missed) = mark(row, session)
                return (session.id, Attendance(
                    registration: row.id, session: session.id, mark: kind, missed: kind.hasMinutes ? missed : 0, source: .sheet, at: session.end))
            }))
        })
    }

    /// Those who completed it, as the usual rule says.
    package var complete: Set<Registration.ID> {
        Set(marks.filter { CompletionRule.usual.result($0.value, of: sessions).isComplete }.keys)
    }
}

extension AttendanceStore {
    /// Writes how many events went that are not marked yet, with their reports.
    package static func bring(_ deliveries: [BroughtDelivery], in act: Act) throws {
        let columns: [StaticString] = ["registration", "session", "mark", "missed", "source", "person", "at"]
        try act.db.insert(many: Batch("attendance", columns, rows: deliveries.flatMap { delivery in
            delivery.group.admitted.flatMap { row in
                delivery.sessions.compactMap { delivery.marks[row.id]?[$0.id] }.map { mark in
                    [
                        mark.registration.stored, mark.session.stored, mark.mark.stored, mark.missed.stored, mark.source.stored, delivery.by.stored, mark.at.stored,
                    ]
                }
            }
        }))
        try act.record(many: deliveries.flatMap { delivery in
            let event = delivery.group.event
            return delivery.group.admitted.flatMap { row in
                delivery.sessions.map { PastDeed(T.delivery.marked, .registration(row.id), under: .event(event.id), centre: event.centre, by: delivery.by, at: $0.end) }
            }
        }.sorted { $0.at < $1.at })
        try ReportStore.bring(deliveries, in: act)
    }
}

extension ReportStore {
    fileprivate static func bring(_ deliveries: [BroughtDelivery], in act: Act) throws {
        let reported = deliveries.compactMap { delivery in delivery.report.map { (delivery, $0) } }
        for (_, text) in reported { try text.check() }
        try act.db.insert(many: Batch("event_report", ["event", "course", "remark", "person", "at"], rows: reported.map { delivery, text in
            [delivery.group.event.id.stored, .text(text.course), .text(text.remark), delivery.by.stored, delivery.at.stored]
        }))
        try act.record(many: reported.map { delivery, _ in
            PastDeed(T.delivery.reported, .event(delivery.group.event.id), centre: delivery.group.event.centre, by: delivery.by, at: delivery.at)
        })
    }
}
