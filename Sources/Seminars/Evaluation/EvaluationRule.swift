package import Centres
package import Kernel
package import Languages
package import Questionnaires
package import Storage

/// With what a centre evaluates its events, and how. Without one nothing is asked by itself.
package struct EvaluationRule: Sendable, Hashable {
    package var questionnaire: Questionnaire.ID
    /// So long it can be answered, from the morning after the last day.
    package var days: Int
    /// Whether a certificate opens once its bearer has answered. Nobody sees what they answered.
    package var opensProof: Bool
    /// Events that end on this day or later are evaluated by themselves.
    package var since: Day

    package static let daysBounds = 3...60
    /// In local time: letters that ask do not come in the night.
    static let hour = 7

    package init(questionnaire: Questionnaire.ID, days: Int = 10, opensProof: Bool = false, since: Day) {
        (self.questionnaire, self.days, self.opensProof, self.since) = (questionnaire, days, opensProof, since)
    }

    init(row: Row) throws {
        self.init(questionnaire: try row["questionnaire"], days: try row["days"], opensProof: try row["opens_proof"], since: try row["since"])
    }

    /// Whether an event that ended then is asked about now: on the morning after, and not when it was long ago.
    package func isDue(_ ends: Instant, at now: Instant, in zone: Zone) -> Bool {
        let last = zone.day(of: ends), today = zone.day(of: now)
        guard last >= since, today > last, today <= last.adding(days: days) else { return false }
        return today > last.adding(days: 1) || zone.time(of: now).hour >= Self.hour
    }

    /// On this day those are reminded who have not answered.
    package func reminder(of survey: Survey) -> Day { survey.from.adding(days: max(1, days / 2)) }
}
