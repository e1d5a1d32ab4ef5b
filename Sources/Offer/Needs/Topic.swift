package import Catalogue
package import Kernel
package import Languages

/// A topic by which wishes are counted: one word for what many people call differently.
package struct Topic: Sendable, Hashable {
    package typealias ID = Kernel.ID<Topic>

    package let id: ID
    package let names: TopicNames
    /// Since when nobody chooses it any more.
    package let retired: Instant?
    /// Where its wishes went.
    package let mergedInto: ID?
    /// Other words for it.
    package let words: [TopicWord]
    package let codes: [CycleCode.ID]

    /// Whether it can be chosen.
    package var isOffered: Bool { retired == nil && mergedInto == nil }

    /// How folded words may stand for it.
    var keys: Set<String> { Set((names.all + words.map(\.words)).map(TopicWord.key)) }
}

/// What a topic is called in each language; at least in one.
package struct TopicNames: Sendable, Hashable {
    package var sr: String
    package var lt: String
    package var en: String

    package init(sr: String = "", lt: String = "", en: String = "") { (self.sr, self.lt, self.en) = (sr, lt, en) }

    package var all: [String] { [sr, lt, en].filter { !$0.isEmpty } }

    /// The name for a page, with the language in which it is written.
    package func name(in language: Language) -> (text: String, language: Language) {
        let serbian = (sr, Script.of(sr) == .latin ? Language.srLatn : .sr)
        let own = switch language {
        case .sr, .srLatn: serbian
        case .lt: (lt, Language.lt)
        case .en: (en, Language.en)
        }
        return [own, serbian, (lt, .lt), (en, .en)].first { !$0.0.isEmpty } ?? own
    }
}

/// Another word for a topic.
package struct TopicWord: Sendable, Hashable {
    package typealias ID = Kernel.ID<TopicWord>

    package let id: ID
    package let words: String
    /// When people's own words were matched to the topic; nil for what staff typed.
    package let matched: Instant?

    /// What all writings of some words have in common.
    package static func key(_ words: String) -> String { Fold.tokens(words).joined(separator: " ") }
}

/// All topics, and what words they answer to.
package struct TopicList: Sendable {
    package let all: [Topic]
    private let places: [Topic.ID: Int]
    private let keys: [String: Topic.ID]

    package init(_ topics: [Topic]) {
        all = topics
        places = Dictionary(topics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var keys: [String: Topic.ID] = [:]
        for topic in topics where topic.isOffered { for key in topic.keys where keys[key] == nil { keys[key] = topic.id } }
        self.keys = keys
    }

    package subscript(id: Topic.ID) -> Topic? { places[id].map { all[$0] } }

    /// The topic that stands for another one now: itself, or where its wishes went.
    package func standing(_ id: Topic.ID) -> Topic? { self[id].flatMap { topic in topic.mergedInto.flatMap { self[$0] } ?? topic } }

    /// Those that can be chosen, by their names in a language.
    package func offered(in language: Language) -> [Topic] {
        all.filter(\.isOffered).map { ($0, SortKey.make($0.names.name(in: language).text, alphabet: language.alphabet)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }

    /// The topic that is called so, in any language and script, by its name or another word.
    package func named(_ words: String) -> Topic? { keys[TopicWord.key(words)].flatMap { self[$0] } }

    /// What somebody wishes who typed this: a topic by its own name, or their own words, which may have been matched to a topic.
    package func wished(_ words: String) -> (topic: Topic?, words: String) {
        guard let topic = named(words) else { return (nil, words) }
        let key = TopicWord.key(words)
        return (topic, topic.words.contains { $0.matched != nil && TopicWord.key($0.words) == key } ? words : "")
    }

    /// Topics of which somebody may have meant one: all the words stand in a name or another word of it, else one of the longer ones does.
    package func like(_ words: String, most: Int = 3) -> [Topic] {
        func those(with words: String) -> [Topic] {
            all.filter { topic in topic.isOffered && (topic.names.all + topic.words.map(\.words)).contains { Fold.finds(words, in: $0) } }
        }
        let whole = those(with: words)
        guard whole.isEmpty else { return Array(whole.prefix(most)) }
        let long = Fold.tokens(words).filter { $0.count >= Self.telling }.map { String($0.prefix(max(Self.telling, $0.count - 2))) }
        var found: [Topic] = []
        for word in long { for topic in those(with: word) where !found.contains(topic) { found.append(topic) } }
        return Array(found.prefix(most))
    }

    /// A word of fewer letters tells nothing by itself.
    private static let telling = 5
}

/// What staff type about a topic.
package struct TopicDraft: Sendable, Hashable {
    package var names: TopicNames
    package var words: [String]
    package var codes: Set<CycleCode.ID>

    package init(_ names: TopicNames, words: [String] = [], codes: Set<CycleCode.ID> = []) { (self.names, self.words, self.codes) = (names, words, codes) }
}
