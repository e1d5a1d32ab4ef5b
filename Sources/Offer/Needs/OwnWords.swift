/// What several people called a wish in their own words, and nobody has matched to a topic.
package struct OwnWords: Sendable {
    /// What their writings have in common.
    package let key: String
    /// As one of them wrote it.
    package let words: String
    package let people: Int
    package let schools: Int
}

/// Own words that were matched to a topic.
package struct MatchedWords: Sendable {
    package let word: TopicWord
    package let topic: Topic.ID
    package let wishes: Int
}
