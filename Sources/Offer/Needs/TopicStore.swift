package import Catalogue
package import Kernel
import Languages
import Storage

/// Topics as rows. They are shared by all centres of an installation.
package enum TopicStore {
    // MARK: Reads

    package static func list(in act: Act) throws -> TopicList {
        try act.kept("topics") {
            var words: [Topic.ID: [TopicWord]] = [:], codes: [Topic.ID: [CycleCode.ID]] = [:]
            for row in try act.db.rows("SELECT * FROM topic_word ORDER BY id") {
                words[try row["topic"], default: []].append(TopicWord(id: try row["id"], words: try row["words"], matched: try row["matched"]))
            }
            for row in try act.db.rows("SELECT topic, code FROM topic_code ORDER BY topic, code") { codes[try row["topic"], default: []].append(try row["code"]) }
            return TopicList(try act.db.rows("SELECT * FROM topic ORDER BY id").map { row in
                let id: Topic.ID = try row["id"]
                return Topic(
                    id: id, names: TopicNames(sr: try row["name_sr"], lt: try row["name_lt"], en: try row["name_en"]), retired: try row["retired"],
                    mergedInto: try row["merged_into"], words: words[id] ?? [], codes: codes[id] ?? [])
            })
        }
    }

    /// - Throws: `Problem.missing` when there is none.
    package static func topic(_ id: Topic.ID, in act: Act) throws -> Topic {
        guard let topic = try list(in: act)[id] else { throw Problem.missing }
        return topic
    }

    static func isStocked(in act: Act) throws -> Bool { try act.db.exists("SELECT 1 AS any_topic FROM topic LIMIT 1") }

    /// Programmes that serve a topic, the valid ones first.
    package static func programmes(of topic: Topic.ID, in act: Act) throws -> [ProgrammeLine] {
        let ids: [Programme.ID] = try act.db.rows("""
            SELECT x.programme FROM topic_programme x JOIN programme p ON p.id = x.programme WHERE x.topic = \(topic)
            ORDER BY CASE WHEN p.withdrawn IS NULL THEN 0 ELSE 1 END, p.key_azbuka, p.id
            """).map { try $0["programme"] }
        return try ProgrammeStore.lines(inOrder: ids, in: act)
    }

    /// Topics that a programme serves.
    package static func topics(of programme: Programme.ID, in act: Act) throws -> [Topic] {
        let list = try list(in: act)
        return try act.db.rows("SELECT topic FROM topic_programme WHERE programme = \(programme) ORDER BY topic").compactMap { list[try $0["topic"]] }
    }

    /// How many wishes of all years each topic has.
    static func wishes(in act: Act) throws -> [Topic.ID: Int] {
        try act.db.rows("SELECT topic, count(*) AS wishes FROM wish WHERE topic IS NOT NULL GROUP BY topic").reduce(into: [:]) { counts, row in
            counts[try row["topic"]] = try row["wishes"]
        }
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ draft: TopicDraft, in act: Act) throws -> Topic.ID {
        try refuse(draft, besides: nil, in: act)
        let id = Topic.ID(try act.db.insert("""
            INSERT INTO topic (name_sr, name_lt, name_en, made) VALUES (\(draft.names.sr), \(draft.names.lt), \(draft.names.en), \(act.now)) RETURNING id
            """))
        try keep(draft, of: id, in: act)
        try act.record(T.needs.topicAdded, .other("topic", id.value))
        try act.touchPublicPages()
        return id
    }

    /// The list to begin with: what is called so already stays.
    package static func addStarter(in act: Act) throws {
        var known = try list(in: act).all.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        for draft in TopicStarter.drafts(act.words) where known.isDisjoint(with: draft.names.all.map(TopicWord.key)) {
            var free = draft
            free.words = draft.words.filter { !known.contains(TopicWord.key($0)) }
            try add(free, in: act)
            known.formUnion((free.names.all + free.words).map(TopicWord.key))
        }
    }

    package static func edit(_ id: Topic.ID, to draft: TopicDraft, in act: Act) throws {
        let before = try topic(id, in: act)
        guard before.mergedInto == nil else { throw Problem.conflict(T.needs.errorMerged) }
        try act.db.hold("topic", id.value)
        try refuse(draft, besides: id, in: act)
        try act.db.run("UPDATE topic SET name_sr = \(draft.names.sr), name_lt = \(draft.names.lt), name_en = \(draft.names.en) WHERE id = \(id)")
        try act.db.run("DELETE FROM topic_word WHERE topic = \(id) AND matched IS NULL")
        try act.db.run("DELETE FROM topic_code WHERE topic = \(id)")
        try keep(draft, of: id, in: act)
        try act.record(T.needs.topicEdited, .other("topic", id.value), changes: [
            Change("name_sr", from: before.names.sr, to: draft.names.sr), Change("name_lt", from: before.names.lt, to: draft.names.lt),
            Change("name_en", from: before.names.en, to: draft.names.en),
            Change("words", from: before.words.filter { $0.matched == nil }.map(\.words).joined(separator: "\n"), to: draft.words.joined(separator: "\n")),
        ])
        try act.touchPublicPages()
    }

    package static func set(_ id: Topic.ID, isRetired: Bool, in act: Act) throws {
        guard try topic(id, in: act).mergedInto == nil else { throw Problem.conflict(T.needs.errorMerged) }
        try act.db.run("UPDATE topic SET retired = \(isRetired ? act.now : nil) WHERE id = \(id)")
        try act.record(isRetired ? T.needs.topicRetired : T.needs.topicReturned, .other("topic", id.value))
        try act.touchPublicPages()
    }

    package static func set(_ programme: Programme.ID, serves isServing: Bool, _ id: Topic.ID, in act: Act) throws {
        _ = try topic(id, in: act)
        let programme = try ProgrammeStore.programme(programme, in: act)
        if isServing {
            try act.db.run("INSERT INTO topic_programme (topic, programme) VALUES (\(id), \(programme.id)) ON CONFLICT (topic, programme) DO NOTHING")
        } else {
            try act.db.run("DELETE FROM topic_programme WHERE topic = \(id) AND programme = \(programme.id)")
        }
        try act.record(isServing ? T.needs.programmeTied : T.needs.programmeUntied, .other("topic", id.value), under: .other("programme", programme.id.value))
        try act.touchPublicPages()
    }

    // MARK: What both share

    /// A word means one topic, and competences are there.
    private static func refuse(_ draft: TopicDraft, besides own: Topic.ID?, in act: Act) throws {
        var faults = Faults()
        let known = try act.db.count("SELECT count(*) FROM cycle_code WHERE id IN \(list: draft.codes.sorted())")
        faults.require(known == draft.codes.count, "codes", T.common.errorChoose)
        var taken: [String: Topic] = [:]
        for topic in try list(in: act).all where topic.id != own && topic.mergedInto == nil { for key in topic.keys { taken[key] = topic } }
        for (field, name) in [("name_sr", draft.names.sr), ("name_lt", draft.names.lt), ("name_en", draft.names.en)] {
            if let other = taken[TopicWord.key(name)], !name.isEmpty { faults.add(field, T.needs.errorTaken(words: .title(name), topic: .title(other.names.all[0]))) }
        }
        for words in draft.words {
            if let other = taken[TopicWord.key(words)] { faults.add("words", T.needs.errorTaken(words: .title(words), topic: .title(other.names.all[0]))) }
        }
        try faults.check()
    }

    private static func keep(_ draft: TopicDraft, of id: Topic.ID, in act: Act) throws {
        for words in draft.words {
            let key = TopicWord.key(words)
            guard !key.isEmpty else { continue }
            try act.db.run("INSERT INTO topic_word (topic, words, key) VALUES (\(id), \(words), \(key)) ON CONFLICT (key) DO NOTHING")
        }
        for code in draft.codes.sorted() { try act.db.run("INSERT INTO topic_code (topic, code) VALUES (\(id), \(code))") }
        for key in Set((draft.names.all + draft.words).map(TopicWord.key)).sorted() { try OwnWordsStore.adopt(key, by: id, in: act) }
    }
}
