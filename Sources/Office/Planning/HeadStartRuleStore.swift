import Centres
import Events
import Kernel
import Languages
import Registration
import Storage

/// How many days before all others those may apply who wished the topic of what a centre opens.
enum HeadStartRuleStore {
    static func days(of centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.value("SELECT days FROM head_start_rule WHERE centre = \(centre)") ?? 0
    }

    static func set(_ days: Int, of centre: Centre.ID, in act: Act) throws {
        try act.db.run("DELETE FROM head_start_rule WHERE centre = \(centre)")
        if days > 0 { try act.db.run("INSERT INTO head_start_rule (centre, days) VALUES (\(centre), \(days))") }
    }

    /// Something that was proposed can be applied for: by the rule of the centre those who wished it come first, and the others while there is still a day for them.
    /// - Returns: the day from which everybody may apply; nil where all may at once.
    static func begin(for event: Event, in act: Act) throws -> Day? {
        let days = try days(of: event.centre, in: act)
        guard days > 0 else { return nil }
        let today = try CentreStore.centre(event.centre, in: act).zone.day(of: act.now), opens = min(today.adding(days: days), event.plan.deadline)
        guard today < opens else { return nil }
        try HeadStartStore.set(event.id, opens: opens, in: act)
        return opens
    }
}
