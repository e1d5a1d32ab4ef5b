/// A statement in words, with its values in place: `"SELECT * FROM event WHERE id = \(event)"`.
///
/// A value never becomes text of the statement: each engine gets its own placeholders and the values beside them.
/// Fragments may be put into one another; a plain `String` variable can only ever be a value.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// The text between the values: always one more than there are values.
    private(set) var chunks: [String]
    private(set) var values: [Stored]

    public init(stringLiteral text: String) {
        chunks = [text]
        values = []
    }

    public init(stringInterpolation words: StringInterpolation) {
        chunks = words.chunks
        values = words.values
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var chunks: [String] = [""]
        @usableFromInline var values: [Stored] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            chunks.reserveCapacity(interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        @inlinable
        public mutating func appendLiteral(_ literal: String) {
            chunks[chunks.count - 1] += literal
        }

        @inlinable
        public mutating func appendInterpolation(_ value: some Storable) {
            values.append(value.stored)
            chunks.append("")
        }

        @inlinable
        public mutating func appendInterpolation<Wrapped: Storable>(_ value: Wrapped?) {
            values.append(value.stored)
            chunks.append("")
        }

        /// A fragment: `\(condition)`.
        public mutating func appendInterpolation(_ fragment: SQL) {
            chunks[chunks.count - 1] += fragment.chunks[0]
            for (value, chunk) in zip(fragment.values, fragment.chunks.dropFirst()) {
                values.append(value)
                chunks.append(chunk)
            }
        }

        /// A list in brackets: `WHERE id IN \(list: ids)`. An empty list matches nothing.
        @inlinable
        public mutating func appendInterpolation(list: [some Storable]) {
            appendLiteral("(")
            if list.isEmpty { appendLiteral("NULL") }
            for (index, value) in list.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendInterpolation(value)
            }
            appendLiteral(")")
        }

        /// A name of a table or a column that stands in the program, never one that a person typed.
        public mutating func appendInterpolation(name: StaticString) {
            appendLiteral(name.description)
        }
    }

    /// Fragments with a word between them: `conditions.joined(" AND ")`.
    public static func joined(_ fragments: [SQL], _ word: StaticString) -> SQL {
        fragments.dropFirst().reduce(fragments.first ?? "") { "\($0)\(name: word)\($1)" }
    }

    /// The statement as one engine wants to see it.
    func text(placeholder: (Int) -> String) -> String {
        var text = chunks[0]
        for index in values.indices {
            text += placeholder(index + 1)
            text += chunks[index + 1]
        }
        return text
    }
}
