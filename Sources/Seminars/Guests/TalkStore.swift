import Centres
package import Events
package import Kernel
import Languages
import Storage

/// Talks as rows. Each is written with the event held, so that two never take one place.
package enum TalkStore {
    package static func talks(of event: Event.ID, in act: Act) throws -> [Talk] {
        try act.db.rows("""
            SELECT t.* FROM talk t JOIN event_session s ON s.id = t.session WHERE t.event = \(event) ORDER BY s.day, s.begins, s.id, t.begins, t.id
            """).map(Talk.init(row:))
    }

    /// - Throws: `Problem.missing` for those who do not run the event, and where its form has no talks.
    package static func programme(of id: Event.ID, in act: Act) throws -> TalkProgramme {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        guard event.form.has(.talks) else { throw Problem.missing }
        return TalkProgramme(event: event, talks: try talks(of: id, in: act))
    }

    static func talk(_ id: Talk.ID, in act: Act) throws -> (talk: Talk, programme: TalkProgramme) {
        guard let row = try act.db.row("SELECT * FROM talk WHERE id = \(id)") else { throw Problem.missing }
        let talk = try Talk(row: row)
        return (talk, try programme(of: talk.event, in: act))
    }

    @discardableResult
    package static func add(_ details: TalkDetails, to id: Event.ID, in act: Act) throws -> Talk.ID {
        try act.db.hold("event", id.value)
        let programme = try programme(of: id, in: act)
        try details.faults(in: programme.event, besides: programme.talks).check()
        let talk = Talk.ID(try act.db.insert("""
            INSERT INTO talk (event, session, begins, ends, title, speakers, abstract)
            VALUES (\(id), \(details.session), \(details.begins), \(details.ends), \(details.title), \(details.speakers), \(details.abstract)) RETURNING id
            """))
        try act.record(T.guests.talkAdded, .event(id), centre: programme.event.centre)
        try act.touchPublicPages()
        return talk
    }

    package static func edit(_ id: Talk.ID, to details: TalkDetails, in act: Act) throws {
        let (talk, programme) = try talk(id, in: act)
        try act.db.hold("event", talk.event.value)
        try details.faults(in: programme.event, besides: programme.talks.filter { $0.id != id }).check()
        try act.db.run("""
            UPDATE talk SET session = \(details.session), begins = \(details.begins), ends = \(details.ends), title = \(details.title),
                speakers = \(details.speakers), abstract = \(details.abstract)
            WHERE id = \(id)
            """)
        try act.record(T.guests.talkChanged, .event(talk.event), centre: programme.event.centre)
        try act.touchPublicPages()
    }

    package static func remove(_ id: Talk.ID, in act: Act) throws -> Event.ID {
        let (talk, programme) = try talk(id, in: act)
        try act.state(TalkRemoved(talk: id))
        try act.db.run("DELETE FROM talk WHERE id = \(id)")
        try act.record(T.guests.talkRemoved, .event(talk.event), centre: programme.event.centre)
        try act.touchPublicPages()
        return talk.event
    }

    /// A session that has talks stays; they are moved or removed first.
    static func keep(_ sessions: [EventSession.ID], in act: Act) throws {
        if let title: String = try act.db.value("SELECT title FROM talk WHERE session IN \(list: sessions) ORDER BY id LIMIT 1") {
            throw Problem.conflict(T.guests.talkKeepsSession(title: .title(title)))
        }
    }

    static func discard(_ event: Event.ID, in act: Act) throws { try act.db.run("DELETE FROM talk WHERE event = \(event)") }

    /// Somebody deleted the account: the programme names them no more where they spoke alone or with others.
    static func forget(named names: [String], in events: [Event.ID], act: Act) throws {
        let folded = Set(names.map { Fold.indexText($0) })
        for event in events {
            for talk in try talks(of: event, in: act) where talk.details.names.contains(where: { folded.contains(Fold.indexText($0)) }) {
                let left = talk.details.names.filter { !folded.contains(Fold.indexText($0)) }.joined(separator: ", ")
                try act.db.run("UPDATE talk SET speakers = \(left) WHERE id = \(talk.id)")
            }
        }
    }
}
