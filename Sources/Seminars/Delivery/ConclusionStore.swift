package import Centres
package import Events
package import Kernel
import Languages
import Storage

/// Conclusions of events as rows. Each is written, changed and ended by those who run the event.
package enum ConclusionStore {
    package static func all(of event: Event.ID, in act: Act) throws -> [Conclusion] {
        try act.db.rows("SELECT * FROM conclusion WHERE event = \(event) ORDER BY id").map(Conclusion.init(row:))
    }

    /// What was agreed at many events at once.
    package static func all(of events: [Event.ID], in act: Act) throws -> [Event.ID: [Conclusion]] {
        guard !events.isEmpty else { return [:] }
        let conclusions = try act.db.rows("SELECT * FROM conclusion WHERE event IN \(list: events) ORDER BY id").map(Conclusion.init(row:))
        return Dictionary(grouping: conclusions, by: \.event)
    }

    /// - Throws: `Problem.missing` for those who do not run its event.
    package static func conclusion(_ id: Conclusion.ID, in act: Act) throws -> (conclusion: Conclusion, event: Event) {
        guard let row = try act.db.row("SELECT * FROM conclusion WHERE id = \(id)") else { throw Problem.missing }
        let conclusion = try Conclusion(row: row)
        return (conclusion, try EventStore.event(runBy: act.by, conclusion.event, in: act))
    }

    /// What a centre still has to do of what was agreed, the most urgent first.
    static func open(at centre: Centre.ID, limit: Int, in act: Act) throws -> [Conclusion] {
        try act.db.rows("""
            SELECT c.* FROM conclusion c JOIN event e ON e.id = c.event WHERE e.centre = \(centre) AND c.done IS NULL AND e.state <> 'cancelled'
            ORDER BY CASE WHEN c.due IS NULL THEN 1 ELSE 0 END, c.due, c.id LIMIT \(limit)
            """).map(Conclusion.init(row:))
    }

    package static func add(_ details: ConclusionDetails, to id: Event.ID, in act: Act) throws {
        try act.db.hold("event", id.value)
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.form.has(.conclusions) else { throw Problem.missing }
        guard event.state != .draft, event.state != .cancelled else { throw Problem.conflict(T.delivery.conclusionNotYet) }
        try details.check()
        try act.db.run("""
            INSERT INTO conclusion (event, text, owner, due, person, at) VALUES (\(id), \(details.text), \(details.owner), \(details.due), \(act.by.person), \(act.now))
            """)
        try act.record(T.delivery.conclusionAdded, .event(id), centre: event.centre)
        try act.touchPublicPages()
    }

    package static func edit(_ id: Conclusion.ID, to details: ConclusionDetails, in act: Act) throws {
        let (before, event) = try conclusion(id, in: act)
        try act.db.hold("event", event.id.value)
        try details.check()
        try act.db.run("UPDATE conclusion SET text = \(details.text), owner = \(details.owner), due = \(details.due) WHERE id = \(id)")
        try act.record(T.delivery.conclusionChanged, .event(event.id), centre: event.centre, changes: [
            Change("text", from: before.details.text, to: details.text), Change("due", from: before.details.due?.iso ?? "", to: details.due?.iso ?? ""),
        ])
        try act.touchPublicPages()
    }

    /// It is done, or it is not done after all.
    package static func settle(_ id: Conclusion.ID, done isDone: Bool, _ outcome: String = "", in act: Act) throws {
        let (conclusion, event) = try conclusion(id, in: act)
        try act.db.hold("event", event.id.value)
        guard (conclusion.done != nil) != isDone else { return }
        guard outcome.unicodeScalars.count <= ConclusionDetails.longestText else {
            throw Problem.invalid("outcome", T.common.errorTooLong(most: .number(ConclusionDetails.longestText)))
        }
        try act.db.run("UPDATE conclusion SET done = \(isDone ? act.now : nil), outcome = \(isDone ? outcome : "") WHERE id = \(id)")
        try act.record(isDone ? T.delivery.conclusionDone : T.delivery.conclusionReopened, .event(event.id), centre: event.centre)
        try act.touchPublicPages()
    }

    package static func remove(_ id: Conclusion.ID, in act: Act) throws {
        let (_, event) = try conclusion(id, in: act)
        try act.db.hold("event", event.id.value)
        try act.db.run("DELETE FROM conclusion WHERE id = \(id)")
        try act.record(T.delivery.conclusionRemoved, .event(event.id), centre: event.centre)
        try act.touchPublicPages()
    }
}
