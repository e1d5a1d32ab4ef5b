import Catalogue
import Forms
import Kernel
import Languages
import Registration

/// The big table of marks, read: what differs from what the page showed.
///
/// A field's name says whom it concerns and what stood there when the page was made, so that a page that lay open overwrites nothing that was
/// marked at the door in the meantime.
struct AttendanceForm: Sendable {
    let marks: [Attendance]
    let reason: String
    /// The session whose button was pressed: everybody of whom nothing was said was there.
    let rest: DatedSession.ID?
    /// The session of which that is taken back.
    let restTakenBack: DatedSession.ID?
    /// A signed list that was typed back by its codes, and its session.
    let codes: String
    let session: DatedSession.ID?

    /// `mark.12.3.late-10` for registration 12 in session 3, marked ten minutes late so far.
    static func name(_ registration: Registration.ID, _ session: DatedSession.ID, _ mark: Attendance?) -> String {
        "mark.\(registration).\(session).\(written(mark?.mark, mark?.missed ?? 0))"
    }

    /// The name of the field with the minutes beside a mark.
    static func minutes(_ registration: Registration.ID, _ session: DatedSession.ID) -> String { "minutes.\(registration).\(session)" }

    /// - Throws: faults of minutes that are no number.
    init(_ typed: Typed, at now: Instant) throws {
        var faults = Faults()
        var marks: [Attendance] = []
        for (name, value) in typed.fields where name.hasPrefix("mark.") {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 4, let registration = Registration.ID(parts[1]), let session = DatedSession.ID(parts[2]) else { continue }
            let mark = Mark(rawValue: value)
            let field = Self.minutes(registration, session)
            let missed = mark?.hasMinutes == true ? typed.number(field, in: 0...ClockTime.minutesOfDay) ?? 0 : 0
            guard Self.written(mark, missed) != parts[3] else { continue }
            if mark?.hasMinutes == true { faults.require(missed > 0, field, T.delivery.minutesMissing) }
            marks.append(Attendance(registration: registration, session: session, mark: mark, missed: missed, source: .sheet, at: now))
        }
        self.marks = marks
        reason = typed["reason"]
        rest = DatedSession.ID(typed["rest"])
        restTakenBack = DatedSession.ID(typed["undo"])
        codes = typed.lines("codes")
        session = codes.isEmpty ? nil : DatedSession.ID(typed["in"])
        try faults.check()
    }

    private static func written(_ mark: Mark?, _ missed: Int) -> String { mark.map { $0.hasMinutes ? "\($0.rawValue)-\(missed)" : $0.rawValue } ?? "" }
}
