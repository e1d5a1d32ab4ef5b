package import Accounts
import Kernel
package import Languages
package import Registration

/// What a centre asks before it says that somebody completed an event. Rules have dates: the newest one that began by the event's first day holds.
package struct CompletionRule: Sendable, Hashable {
    /// The first day of events that it holds for; nil for what holds before a centre has decided anything.
    package var since: Day?
    /// How many of the sessions must be attended: 1 to 100 percent.
    package var percent: Int
    /// Whether an excused session counts as attended.
    package var countsExcused: Bool
    /// Minutes that may be missed altogether, by coming late or leaving early.
    package var minutesMissed: Int

    package init(since: Day?, percent: Int, countsExcused: Bool, minutesMissed: Int) {
        self.since = since
        self.percent = percent
        self.countsExcused = countsExcused
        self.minutesMissed = minutesMissed
    }

    /// Where a centre has decided nothing: all sessions, and no more than one school hour missed by coming late or leaving early.
    package static let usual = CompletionRule(since: nil, percent: 100, countsExcused: false, minutesMissed: 45)

    static let percents = 1...100
    static let minutes = 0...600

    func check(_ faults: inout Faults) {
        faults.require(Self.percents.contains(percent), "percent", T.common.errorNumberBetween(least: 1, most: 100))
        faults.require(Self.minutes.contains(minutesMissed), "minutes", T.common.errorNumberBetween(least: 0, most: 600))
    }

    /// The rule for an event that begins on that day.
    package static func of(_ rules: [CompletionRule], for first: Day) -> CompletionRule {
        let begun = rules.filter { $0.since.map { $0 <= first } ?? true }
        return begun.max { ($0.since?.number ?? .min) < ($1.since?.number ?? .min) } ?? .usual
    }

    /// What somebody's marks come to.
    /// - Parameter marks: one a session at the most.
    package func result(_ marks: [DatedSession.ID: Attendance], of sessions: [DatedSession]) -> Result {
        var result = Result(attended: 0, sessions: sessions.count, minutes: 0, missed: 0, isComplete: false)
        for session in sessions {
            guard let mark = marks[session.id], let kind = mark.mark else { continue }
            if kind.isThere {
                let missed = min(mark.missed, session.minutes)
                result.attended += 1
                result.minutes += session.minutes - missed
                result.missed += missed
            } else if kind == .excused, countsExcused {
                result.attended += 1
            }
        }
        result.isComplete = !sessions.isEmpty && result.attended * 100 >= percent * sessions.count && result.missed <= minutesMissed
        return result
    }

    package struct Result: Sendable, Hashable {
        package var attended: Int
        package var sessions: Int
        /// Minutes in which the person was there.
        package var minutes: Int
        package var missed: Int
        package var isComplete: Bool
    }
}

/// Whether somebody completed an event.
package struct Completion: Sendable, Hashable {
    package let registration: Registration.ID
    package let person: Person.ID
    /// Sessions that count as attended.
    package let attended: Int
    package let sessions: Int
    /// Minutes on the clock in which the person was there.
    package let minutes: Int
    package let isComplete: Bool

    init(_ registration: Registration.ID, _ person: Person.ID, _ result: CompletionRule.Result) {
        self.registration = registration
        self.person = person
        attended = result.attended
        sessions = result.sessions
        minutes = result.minutes
        isComplete = result.isComplete
    }
}
