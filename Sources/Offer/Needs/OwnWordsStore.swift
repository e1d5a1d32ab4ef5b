package import Centres
package import Kernel
package import Languages
import Storage

/// People's own words, and the topics that they were matched to.
package enum OwnWordsStore {
    private static let most = 200

    /// Words of a year that wait, those of most people first.
    package static func waiting(at centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> [OwnWords] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.rows("""
            SELECT u.key, min(u.words) AS words, CAST(sum(u.people) AS BIGINT) AS people, CAST(sum(u.schools) AS BIGINT) AS schools FROM (
                SELECT w.key, min(w.words) AS words, count(DISTINCT p.person) AS people, 0 AS schools FROM wish w JOIN need_plan p ON p.id = w.plan
                WHERE w.topic IS NULL AND w.key <> '' AND p.centre = \(centre) AND p.year = \(year.start) GROUP BY w.key
                UNION ALL
                SELECT t.key, min(t.words) AS words, 0 AS people, count(DISTINCT n.school) AS schools FROM school_need_topic t JOIN school_need n ON n.id = t.need
                WHERE t.topic IS NULL AND t.key <> '' AND n.centre = \(centre) AND n.year = \(year.start) AND n.sent IS NOT NULL GROUP BY t.key
            ) u GROUP BY u.key ORDER BY people DESC, schools DESC, words LIMIT \(most)
            """).map { OwnWords(key: try $0["key"], words: try $0["words"], people: try $0["people"], schools: try $0["schools"]) }
    }

    static func count(at centre: Centre.ID, in year: SchoolYear, in act: Act) throws -> Int {
        try act.db.count("""
            SELECT count(DISTINCT w.key) FROM wish w JOIN need_plan p ON p.id = w.plan
            WHERE w.topic IS NULL AND w.key <> '' AND p.centre = \(centre) AND p.year = \(year.start)
            """)
    }

    /// What was matched, the last first.
    package static func matched(in act: Act) throws -> [MatchedWords] {
        try act.db.rows("""
            SELECT x.id, x.topic, x.words, x.matched, (SELECT count(*) FROM wish w WHERE w.key = x.key) AS wishes FROM topic_word x
            WHERE x.matched IS NOT NULL ORDER BY x.matched DESC, x.id DESC LIMIT \(most)
            """).map { row in
            MatchedWords(word: TopicWord(id: try row["id"], words: try row["words"], matched: try row["matched"]), topic: try row["topic"], wishes: try row["wishes"])
        }
    }

    /// All who wrote so meant this topic, and so will all who write it again.
    package static func match(_ key: String, to id: Topic.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        guard !key.isEmpty, let words: String = try act.db.value("""
            SELECT min(u.words) FROM (SELECT words FROM wish WHERE key = \(key) UNION ALL SELECT words FROM school_need_topic WHERE key = \(key)) u
            """) else { throw Problem.missing }
        try act.db.hold("topic", id.value)
        guard try TopicStore.topic(id, in: act).isOffered else { throw Problem.invalid("topic", T.common.errorChoose) }
        let added = try act.db.run("""
            INSERT INTO topic_word (topic, words, key, matched) VALUES (\(id), \(words), \(key), \(act.now)) ON CONFLICT (key) DO NOTHING
            """)
        guard added > 0 else { throw Problem.conflict(T.needs.errorMatched) }
        try adopt(key, by: id, in: act)
        try act.record(T.needs.wordsMatched, .other("topic", id.value), centre: centre, changes: [Change("words", from: "", to: words)])
        try act.touchPublicPages()
    }

    /// Wishes that nobody has matched and that are called so belong to the topic.
    static func adopt(_ key: String, by id: Topic.ID, in act: Act) throws {
        guard !key.isEmpty else { return }
        try act.db.run("UPDATE wish SET topic = \(id) WHERE key = \(key) AND topic IS NULL")
        try act.db.run("UPDATE school_need_topic SET topic = \(id) WHERE key = \(key) AND topic IS NULL")
    }

    /// It was not what they meant: their words are their own again.
    package static func release(_ word: TopicWord.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre), let row = try act.db.row("SELECT topic, words, key FROM topic_word WHERE id = \(word) AND matched IS NOT NULL") else {
            throw Problem.missing
        }
        let (topic, key, words): (Topic.ID, String, String) = (try row["topic"], try row["key"], try row["words"])
        try act.db.hold("topic", topic.value)
        try act.db.run("DELETE FROM topic_word WHERE id = \(word)")
        try act.db.run("UPDATE wish SET topic = NULL WHERE key = \(key) AND words <> '' AND chosen IS NULL")
        try act.db.run("UPDATE school_need_topic SET topic = NULL WHERE key = \(key) AND words <> ''")
        try act.record(T.needs.wordsReleased, .other("topic", topic.value), centre: centre, changes: [Change("words", from: words, to: "")])
        try act.touchPublicPages()
    }
}
