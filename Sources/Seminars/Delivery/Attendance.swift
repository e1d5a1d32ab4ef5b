package import Events
import Kernel
package import Languages
package import Registration
package import Storage

/// A session with its row: when it begins and ends, on the wall and as moments.
package struct DatedSession: Sendable, Hashable {
    package typealias ID = EventSession.ID

    package let id: ID
    package let day: Day
    package let begins: ClockTime
    package let ends: ClockTime
    /// What it is called, where sessions run beside one another.
    package let title: String
    package let start: Instant
    package let end: Instant

    package init(_ id: ID, _ session: EventSession, in zone: Zone) throws {
        self.id = id
        day = session.day
        begins = session.begins
        ends = session.ends
        title = session.title
        start = try zone.instant(session.day, session.begins)
        end = try zone.instant(session.day, session.ends)
    }

    /// Minutes on the clock of the wall: also in a night in which the clock is changed, a session is as long as it was announced.
    package var minutes: Int { ends.minutes - begins.minutes }

    /// People can be marked from so many minutes before the beginning.
    private static let minutesBefore = 60

    package var opens: Instant { start.adding(minutes: -Self.minutesBefore) }

    /// How much somebody misses who comes at that moment.
    package func missed(comingAt moment: Instant) -> Int { min(max(moment.seconds(since: start) / 60, 1), minutes) }

    /// How much somebody misses who leaves at that moment.
    package func missed(leavingAt moment: Instant) -> Int { min(max(end.seconds(since: moment) / 60, 1), minutes) }
}

extension Event {
    /// The sessions of the event in their order.
    package func sessions(in zone: Zone) throws -> [DatedSession] {
        try zip(sessionRows, plan.sessions).map { try DatedSession($0, $1, in: zone) }
    }
}

/// How somebody stood in one session.
package enum Mark: String, CaseIterable, Sendable, Storable {
    case present, late, left, excused, absent

    /// Whether minutes that were missed belong to it.
    package var hasMinutes: Bool { self == .late || self == .left }
    /// Whether the person was there, if only for a part.
    package var isThere: Bool { self == .present || hasMinutes }

    package var name: Phrase {
        switch self {
        case .present: T.delivery.present
        case .late: T.delivery.late
        case .left: T.delivery.left
        case .excused: T.delivery.excused
        case .absent: T.delivery.absent
        }
    }
}

/// From where a mark came.
package enum MarkSource: String, Sendable, Storable {
    /// Staff or a trainer, at the door.
    case door
    /// The person, by the code that the projector showed.
    case own = "self"
    /// Staff, from the signed list.
    case sheet
    /// Staff, of everybody about whom nothing had been said. Whatever is known of somebody takes its place.
    case rest
    /// Staff, from the report of a platform for meetings over the net.
    case report
}

/// One mark: how somebody stood in one session, who says so and since when.
package struct Attendance: Sendable, Hashable {
    package let registration: Registration.ID
    package let session: DatedSession.ID
    /// nil when it was taken back.
    package let mark: Mark?
    /// Minutes that were missed by coming late or leaving early.
    package let missed: Int
    package let source: MarkSource
    package let at: Instant

    package init(registration: Registration.ID, session: DatedSession.ID, mark: Mark?, missed: Int = 0, source: MarkSource, at: Instant) {
        self.registration = registration
        self.session = session
        self.mark = mark
        self.missed = missed
        self.source = source
        self.at = at
    }

    package init(row: Row) throws {
        registration = try row["registration"]
        session = try row["session"]
        mark = try row["mark"]
        missed = try row["missed"]
        source = try row["source"]
        at = try row["at"]
    }

    /// Whether this mark takes the place of an older one. The staff's list wins over what people say of themselves, and what was said of one person
    /// over what was said of all the rest; among the staff's marks the one that was made last.
    package func prevails(over old: Attendance?) -> Bool {
        guard let old else { return true }
        if source == .own { return old.mark == nil }
        return old.source == .own || old.source == .rest || at >= old.at
    }
}
