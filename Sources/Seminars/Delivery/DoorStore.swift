import Catalogue
package import Events
package import Kernel
import Languages
import Centres
package import Registration
import Storage

/// The door as rows: who stands at it, marks that are made now, and those that a device kept until it was back on line.
extension AttendanceStore {
    /// One session with its roll, for those who may stand at the door.
    static func sight(_ session: DatedSession.ID, of event: Event.ID, in act: Act) throws -> DoorSight {
        let roll = try Roll(self.event(atDoorOf: event, in: act), in: act)
        return DoorSight(roll: roll, session: try roll.markingRule.session(session), takesIn: act.by.coordinates(roll.event.centre))
    }

    /// What became of the marks that a device sent.
    struct Merged: Sendable {
        /// Keys that need not be sent again: taken, known before, or refused.
        var done: [String] = []
        var refused: [(key: String, registration: Registration.ID, because: Phrase)] = []
        var roll: Roll
    }

    /// Marks somebody at the door. How late a person comes, or how early one leaves, follows from the moment.
    package static func tap(_ registration: Registration.ID, _ mark: Mark?, session id: DatedSession.ID, of event: Event.ID, in act: Act) throws {
        try act.db.hold("event", event.value)
        let rule = try Roll(self.event(atDoorOf: event, in: act), in: act).markingRule
        let session = try rule.session(id)
        try rule.requireAtDoor()
        try self.mark([attendance(registration, mark, session, at: act.now)], of: event, in: act)
    }

    /// Takes marks that a device kept. Each is taken or refused by itself, and one that was sent before changes nothing. Of two marks for one person the
    /// one that was made last stands, whichever arrives first.
    static func merge(_ marks: [DoorMark], session id: DatedSession.ID, of event: Event.ID, in act: Act) throws -> Merged {
        try act.db.hold("event", event.value)
        var merged = Merged(roll: try Roll(self.event(atDoorOf: event, in: act), in: act))
        let rule = merged.roll.markingRule
        let session = try rule.session(id)
        guard !marks.isEmpty else { return merged }
        let known = Set(try act.db.rows("SELECT key FROM attendance_key WHERE key IN \(list: marks.map(\.key))").map { try $0["key"] as String })
        var taken = known
        for mark in marks.sorted(by: { $0.made < $1.made }) {
            merged.done.append(mark.key)
            guard taken.insert(mark.key).inserted else { continue }
            let made = rule.moment(mark.made, of: session, at: act.now)
            let new = attendance(mark.registration, mark.mark, session, at: made)
            do {
                try rule.requireAtDoor()
                try rule.check(new, at: act.now)
            } catch let problem as Problem {
                merged.refused.append((mark.key, mark.registration, problem.faults.first?.phrase ?? T.common.notPossible))
                continue
            }
            try act.db.run("INSERT INTO attendance_key (key, session, at) VALUES (\(mark.key), \(id), \(made))")
            _ = try write(new, merged.roll, because: "", in: act)
            merged.roll = merged.roll.with(new)
        }
        return merged
    }

    private static func attendance(_ registration: Registration.ID, _ mark: Mark?, _ session: DatedSession, at moment: Instant) -> Attendance {
        let missed = switch mark {
        case .late: session.missed(comingAt: moment)
        case .left: session.missed(leavingAt: moment)
        default: 0
        }
        return Attendance(registration: registration, session: session.id, mark: mark, missed: missed, source: .door, at: moment)
    }

    /// Keys are remembered as long as a device may still send them.
    package static func sweepKeys(in act: Act) throws {
        try act.db.run("DELETE FROM attendance_key WHERE at < \(act.now.adding(days: -60))")
    }
}
