package import Forms
package import Kernel
package import Languages
import Storage

extension Act {
    /// The words of a centre's letters: its own where it has some, shipped ones else.
    package func texts(_ language: Language, of centre: Centre) throws -> Texts {
        words.texts(language, in: centre.zone, own: try CentreWordStore.own(language, of: centre.id, in: self))
    }

    /// The same for the centre whose pages are read.
    package func texts(_ language: Language, of centre: CentreSign) throws -> Texts {
        words.texts(language, in: centre.zone, own: try CentreWordStore.own(language, of: centre.id, in: self))
    }
}

/// What centres say in their own words, as rows.
enum CentreWordStore {
    static func own(_ language: Language, of centre: Centre.ID, in act: Act) throws -> OwnTexts? {
        try act.kept("words \(centre) \(language)") {
            let written: Language = language == .srLatn ? .sr : language
            let rows = try act.db.rows("SELECT key, text FROM centre_word WHERE centre = \(centre) AND language = \(written)")
            guard !rows.isEmpty else { return nil }
            let own = OwnTexts(Dictionary(uniqueKeysWithValues: try rows.map { (try $0["key"], try $0["text"]) }))
            return language == .srLatn ? own.inLatin : own
        }
    }

    /// The texts of a kind of letter, each in each language.
    static func texts(of kind: LetterKind, at centre: Centre.ID, in act: Act) throws -> [[CentreWord]] {
        let own = try rows(of: centre, in: act)
        return kind.keys.map { key in
            CentreWordDraft.languages.compactMap { language in
                guard let shipped = act.words.shipped(key, language) else { return nil }
                let row = own["\(language.rawValue) \(key.name)"]
                return CentreWord(
                    key: key, language: language, shipped: shipped, own: row?.text, shippedBefore: row.flatMap { $0.shipped == shipped ? nil : $0.shipped },
                    places: act.words.places(of: key, language))
            }
        }
    }

    /// How many texts of each kind a centre has in its own words, and how many of those stand in place of another text than is shipped now.
    static func counts(_ kinds: [LetterKind], at centre: Centre.ID, in act: Act) throws -> [String: (own: Int, old: Int)] {
        var counts: [String: (own: Int, old: Int)] = [:]
        for kind in kinds {
            let words: [CentreWord] = try texts(of: kind, at: centre, in: act).flatMap { $0 }
            counts[kind.name] = (own: words.filter { $0.own != nil }.count, old: words.filter { $0.shippedBefore != nil }.count)
        }
        return counts
    }

    private static func rows(of centre: Centre.ID, in act: Act) throws -> [String: (text: String, shipped: String)] {
        var rows: [String: (text: String, shipped: String)] = [:]
        for row in try act.db.rows("SELECT language, key, text, shipped FROM centre_word WHERE centre = \(centre)") {
            let (language, key): (String, String) = (try row["language"], try row["key"])
            rows["\(language) \(key)"] = (try row["text"], try row["shipped"])
        }
        return rows
    }

    /// Says it so from now on. What is empty, or as it is shipped, is said as it is shipped.
    static func set(_ draft: CentreWordDraft, of kind: LetterKind, at centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        var changes: [Change] = []
        for (word, (key, language, text)) in zip(try texts(of: kind, at: centre, in: act).flatMap { $0 }, draft.texts) {
            try act.db.run("DELETE FROM centre_word WHERE centre = \(centre) AND language = \(language) AND key = \(key.name.description)")
            let isOwn = !text.isEmpty && text != word.shipped
            if isOwn {
                try act.db.run("""
                    INSERT INTO centre_word (centre, language, key, text, shipped, since)
                    VALUES (\(centre), \(language), \(key.name.description), \(text), \(word.shipped), \(act.now))
                    """)
            }
            changes.append(Change("\(key.name) \(language.rawValue)", from: word.text, to: isOwn ? text : word.shipped))
        }
        try act.record(T.centres.wordsChanged, .centre(centre), centre: centre, changes: changes)
        try act.touchPublicPages()
    }

    /// Says it as it is shipped.
    static func reset(_ kind: LetterKind, at centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        let words = try texts(of: kind, at: centre, in: act).flatMap { $0 }
        for key in kind.keys { try act.db.run("DELETE FROM centre_word WHERE centre = \(centre) AND key = \(key.name.description)") }
        let changes = words.map { Change("\($0.key.name) \($0.language.rawValue)", from: $0.text, to: $0.shipped) }
        try act.record(T.centres.wordsReset, .centre(centre), centre: centre, changes: changes)
        try act.touchPublicPages()
    }
}
