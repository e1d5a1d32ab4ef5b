import Kernel
package import Languages

/// An informer as it was published, in one language: all that its page and its print say. It is kept as it is and never made again.
///
/// What people wrote once for all languages, such as a place, an area or a subject, stands as they wrote it: page and print show it in the reader's letters.
package struct InformerIssue: Codable, Sendable, Hashable {
    /// Words in the language in which they stand.
    package struct Words: Codable, Sendable, Hashable {
        package let text: String
        package let language: Language

        package init(_ text: String, _ language: Language) { (self.text, self.language) = (text, language) }
    }

    package struct Piece: Codable, Sendable, Hashable {
        package let title: Words
        package let day: String
        package let summary: Words?
        /// Behind the centre's own address.
        package let path: String
    }

    /// A line of the offer.
    package struct Entry: Codable, Sendable, Hashable {
        package let title: Words
        package let kind: String
        package let day: Day
        package let isDated: Bool
        package let when: String
        package let hours: String
        package let place: String
        package let facts: [String]
        /// Nil where there is no page yet.
        package let path: String?
        /// The minute of the day; nil where no hour is told, and in what was published before it was kept.
        package var begins: Int? = nil
    }

    package struct Area: Codable, Sendable, Hashable {
        package let title: String
        package let entries: [Entry]

        /// Areas in the order of an alphabet; what has none stands last.
        static func order(_ areas: some Sequence<String>, _ alphabet: Alphabet) -> [String] {
            let keyed = areas.map { (area: $0, key: SortKey.make($0, alphabet: alphabet)) }
            return keyed.sorted { one, other in
                one.area.isEmpty == other.area.isEmpty ? one.key.lexicographicallyPrecedes(other.key) : other.area.isEmpty
            }.map(\.area)
        }
    }

    package struct Practised: Codable, Sendable, Hashable {
        package let title: Words
        package let authors: [String]
        package let subject: String
        package let summary: Words?
        package let path: String
    }

    package struct Shelved: Codable, Sendable, Hashable {
        package let title: String
        package let byline: String
        package let kind: String
        package let path: String
    }

    package struct Held: Codable, Sendable, Hashable {
        package let title: Words
        package let when: String
        /// Nil where nobody was counted, or so few that they could be known.
        package let people: Int?
        package let path: String
    }

    package var language: Language
    package var month: String
    package var year: Int
    package var number: Int
    package var edition: Int
    package var closed: Day
    package var centre: String
    package var address: [String]
    /// Markdown, and its language.
    package var words: Words?
    package var sign = ""
    package var news: [Piece] = []
    package var areas: [Area] = []
    package var practice: Practised?
    package var shelf: [Shelved] = []
    package var heldIn = ""
    package var held: [Held] = []

    package var entries: [Entry] { areas.flatMap(\.entries) }

    /// The same lines by the day on which they are; what has no day of its own stands at the end.
    package var dates: [(day: Day?, entries: [Entry])] {
        let days = Dictionary(grouping: entries.filter(\.isDated), by: \.day).sorted { $0.key < $1.key }
        let longer = entries.filter { !$0.isDated }.sorted { ($0.day, $0.title.text) < ($1.day, $1.title.text) }
        return days.map { (day: Optional($0.key), entries: $0.value.sorted { Self.time($0) < Self.time($1) }) }
            + (longer.isEmpty ? [] : [(day: nil, entries: longer)])
    }

    /// What tells no hour stands before what does.
    private static func time(_ entry: Entry) -> (Int, String, String) { (entry.begins ?? -1, entry.hours, entry.title.text) }

    /// How many came, of what was counted.
    package var people: Int { held.compactMap(\.people).reduce(0, +) }

    package var isEmpty: Bool { words == nil && news.isEmpty && areas.isEmpty && practice == nil && shelf.isEmpty && held.isEmpty }
}
