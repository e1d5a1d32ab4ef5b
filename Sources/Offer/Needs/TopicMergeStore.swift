import Catalogue
package import Kernel
import Languages
import Storage

/// One topic goes into another: its wishes follow, and what was chosen stays written beside them.
extension TopicStore {
    package static func merge(_ id: Topic.ID, into other: Topic.ID, in act: Act) throws {
        guard id != other else { throw Problem.invalid("into", T.needs.errorMergeSelf) }
        for topic in [id, other].sorted() { try act.db.hold("topic", topic.value) }
        // Whoever presses "I would come" holds the rule of their centre first.
        let rules = try DemandCallStore.holdAllRules(in: act)
        let (gone, kept) = (try topic(id, in: act), try topic(other, in: act))
        guard gone.mergedInto == nil, kept.isOffered else { throw Problem.invalid("into", T.common.errorChoose) }
        try act.db.run("UPDATE topic SET merged_into = \(other) WHERE id = \(id) OR merged_into = \(id)")
        try moveWords(of: gone, to: other, in: act)
        for table in ["topic_code", "topic_programme"] as [StaticString] { try moveTies(table, from: id, to: other, in: act) }
        try act.db.run("UPDATE wish SET topic = \(other) WHERE topic = \(id)")
        try act.db.run("UPDATE school_need_topic SET topic = \(other) WHERE topic = \(id)")
        try DemandCallStore.move(from: id, to: other, in: act)
        try act.record(T.needs.topicMerged, .other("topic", id.value), under: .other("topic", other.value), changes: [
            Change("into", from: gone.names.all[0], to: kept.names.all[0]),
        ])
        try act.touchPublicPages()
        for centre in rules { try DemandCallStore.look(for: .topic(other), at: centre, in: act) }
    }

    /// What it was called stands for the other one from now on.
    private static func moveWords(of gone: Topic, to other: Topic.ID, in act: Act) throws {
        try act.db.run("UPDATE topic_word SET topic = \(other) WHERE topic = \(gone.id)")
        for name in gone.names.all {
            let key = TopicWord.key(name)
            guard !key.isEmpty else { continue }
            try act.db.run("INSERT INTO topic_word (topic, words, key) VALUES (\(other), \(name), \(key)) ON CONFLICT (key) DO NOTHING")
        }
    }

    private static func moveTies(_ table: StaticString, from id: Topic.ID, to other: Topic.ID, in act: Act) throws {
        let column: StaticString = table.description == "topic_code" ? "code" : "programme"
        try act.db.run("""
            UPDATE \(name: table) SET topic = \(other) WHERE topic = \(id)
                AND \(name: column) NOT IN (SELECT x.\(name: column) FROM \(name: table) x WHERE x.topic = \(other))
            """)
        try act.db.run("DELETE FROM \(name: table) WHERE topic = \(id)")
    }

    /// Topics that went into this one, and when.
    static func merged(into id: Topic.ID, in act: Act) throws -> [(topic: Topic, at: Instant?)] {
        let gone = try list(in: act).all.filter { $0.mergedInto == id }
        return try gone.map { ($0, try JournalEntry.newest(T.needs.topicMerged, .other("topic", $0.id.value), in: act)?.at) }
    }
}
