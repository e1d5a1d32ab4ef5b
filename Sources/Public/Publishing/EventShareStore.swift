import Centres
package import Events
package import Kernel
package import Languages
import Queues
import Storage

/// The pictures of events as rows.
package enum EventShareStore {
    private static let atOnce = 20
    private static let keptDays = 60

    /// Where the picture of an event is found, behind the language; nil while there is none. A new picture has a new address.
    package static func path(of event: Event.ID, _ language: Language, in act: Act) throws -> String? {
        let facts: String? = try act.db.value("SELECT facts FROM event_share WHERE event = \(event) AND language = \(language) AND length(picture) > 0")
        return facts.map { "/events/\(event)/share.png?v=\($0.prefix(12))" }
    }

    static func picture(of event: Event.ID, _ language: Language, in act: Act) throws -> [UInt8] {
        _ = try EventStore.event(event, in: act)
        guard let picture: [UInt8] = try act.db.value("SELECT picture FROM event_share WHERE event = \(event) AND language = \(language)"), !picture.isEmpty else {
            throw Problem.missing
        }
        return picture
    }

    /// What is to be drawn of an event: what it shows now and was not drawn so.
    static func undrawn(_ event: Event, _ centre: Centre, in act: Act) throws -> [EventShare] {
        let drawn = Set(try act.db.rows("SELECT facts FROM event_share WHERE event = \(event.id)").map { try $0["facts"] as String })
        return try Language.allCases.map { EventShare(event, centre, act.words.texts($0, in: centre.zone)) }.filter { try !drawn.contains($0.digest) }
    }

    /// Puts the pictures that are missing on the list of things to do.
    package static func ask(in act: Act) throws {
        for centre in try CentreStore.all(in: act) {
            let stale = try EventStore.coming(of: centre, in: act).lazy.filter { try !undrawn($0, centre, in: act).isEmpty }
            for event in try stale.prefix(atOnce) { try act.enqueue("publishing.share", event.id.value, once: "share \(event.id)") }
        }
    }

    /// A new centre has hundreds drawn one after another. Only pages that show seats name the picture of an event; what else is kept stays.
    /// - Parameter drawn: with an empty picture where none can be drawn.
    static func keep(_ drawn: [(share: EventShare, picture: [UInt8])], of event: Event.ID, in act: Act) throws {
        guard !drawn.isEmpty else { return }
        for (share, picture) in drawn {
            try act.db.run("""
                INSERT INTO event_share (event, language, facts, picture) VALUES (\(event), \(share.language), \(try share.digest), \(picture))
                ON CONFLICT (event, language) DO UPDATE SET facts = excluded.facts, picture = excluded.picture
                """)
        }
        try act.touchSeats()
    }

    /// A draft goes: whatever was drawn of it while it was announced elsewhere goes too.
    static func drop(_ event: Event.ID, in act: Act) throws { try act.db.run("DELETE FROM event_share WHERE event = \(event)") }

    /// What was held long ago is no longer sent around.
    static func forget(in act: Act) throws {
        try act.db.run("DELETE FROM event_share WHERE event IN (SELECT id FROM event WHERE ends < \(act.now.adding(days: -keptDays)))")
    }
}
