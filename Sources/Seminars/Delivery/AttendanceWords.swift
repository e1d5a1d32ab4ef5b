import Kernel
import Languages

/// Attendance in words: the same on pages, in sheets and on paper.
extension Texts {
    /// The day and the hours of a session, and its title where it has one, as they stand over its column.
    func session(_ session: DatedSession) -> String {
        "\(day(session.day, .short)) \(times(session.begins, to: session.ends))" + (session.title.isEmpty ? "" : " \(shown(session.title))")
    }

    /// What a mark is called, with its minutes; empty where nobody is marked.
    func mark(_ mark: Attendance?) -> String {
        guard let mark, let kind = mark.mark else { return "" }
        return kind.hasMinutes ? "\(self(kind.name)), \(self(T.delivery.minutesShort(count: mark.missed)))" : self(kind.name)
    }

    /// What a rule of completion asks, in three sentences.
    func rule(_ rule: CompletionRule) -> String {
        let sessions = rule.percent == 100 ? self(T.delivery.ruleAll) : self(T.delivery.rulePercent(percent: .number(rule.percent)))
        let minutes = rule.minutesMissed == 0 ? self(T.delivery.ruleNoMinutes) : self(T.delivery.ruleMinutes(count: rule.minutesMissed))
        return [sessions, minutes, self(rule.countsExcused ? T.delivery.ruleExcused : T.delivery.ruleNotExcused)].joined(separator: " ")
    }
}
