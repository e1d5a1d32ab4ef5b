package import Languages

/// How a file is read: which of its sheets, which line holds the heads, what each column means; and why. The page, the command line and the tests
/// have this one.
package struct ImportReading: Sendable, Hashable {
    /// Why a column is taken for what it is.
    package enum Reason: Sendable, Hashable {
        /// Somebody said so.
        case said
        /// Somebody said so of an earlier file with the same heads.
        case lastTime
        /// Its head is known.
        case head
        /// Its head holds words that are known.
        case headHolds(String)
        /// Its cells look like it: so many of those that were looked at.
        case cells(Int, of: Int)
        /// It would be the same as a column that is taken already: the head of that one.
        case twice(String)
    }

    package struct Column: Sendable, Hashable {
        /// From 0.
        package let place: Int
        /// As it was written; empty where there is none.
        package let head: String
        /// The name of a column of the kind; nil when it is not read.
        package var meaning: String?
        package var reason: Reason?

        /// As spreadsheets call it: A, B … Z, AA.
        package var letter: String {
            var (letters, number) = ("", place + 1)
            while number > 0 {
                letters = String(UnicodeScalar(UInt8(truncatingIfNeeded: 65 + (number - 1) % 26))) + letters
                number = (number - 1) / 26
            }
            return letters
        }

        /// Its head, or its letter where there is none.
        package var name: String { head.isEmpty ? letter : head }

        /// Why, in words.
        package var told: Phrase {
            switch reason {
            case .said: T.imports.reasonSaid
            case .lastTime: T.imports.reasonLastTime
            case .head: T.imports.reasonHead
            case .headHolds(let word): T.imports.reasonHolds(word: .text(word))
            case .cells(let count, let all): T.imports.reasonCells(count: count, all: "\(all)")
            case .twice(let head): T.imports.reasonTwice(column: .text(head))
            case nil: T.imports.reasonNone
            }
        }
    }

    /// From 0.
    package var tab: Int
    /// The number of the line; 0 when none holds heads and every line is a row.
    package var header: Int
    package var columns: [Column]

    /// The place of each column of the kind that the file has.
    package var places: [String: Int] {
        Dictionary(columns.compactMap { column in column.meaning.map { ($0, column.place) } }, uniquingKeysWith: { first, _ in first })
    }

    /// Heads of columns that are not read.
    package var ignored: [String] { columns.filter { $0.meaning == nil && !$0.head.isEmpty }.map(\.head) }

    /// Whether nothing was guessed.
    package var isCertain: Bool {
        columns.allSatisfy { column in
            switch column.reason {
            case .said, .lastTime, .head, nil: true
            case .headHolds, .cells, .twice: false
            }
        }
    }

    /// Says what a column means; whatever else meant the same means nothing then.
    /// - Parameters:
    ///   - meaning: the name of a column of the kind; empty when it is not read.
    ///   - head: as it is written, script and capitals apart, or its letter.
    /// - Returns: whether there is such a column.
    package mutating func say(_ meaning: String, ofColumn head: String) -> Bool {
        let folded = ImportProposal.folded(head)
        guard let place = columns.firstIndex(where: { $0.head == head }) ?? columns.firstIndex(where: { !$0.head.isEmpty && ImportProposal.folded($0.head) == folded })
            ?? columns.firstIndex(where: { $0.letter == head.uppercased() })
        else { return false }
        for other in columns.indices where other != place && columns[other].reason != .said && columns[other].meaning == meaning {
            (columns[other].meaning, columns[other].reason) = (nil, nil)
        }
        (columns[place].meaning, columns[place].reason) = (meaning.isEmpty ? nil : meaning, .said)
        return true
    }

    /// Columns of a kind that must be there and are not, neither themselves nor in one that stands for several.
    package func missing(of columns: [ImportColumn]) -> [ImportColumn] {
        let meanings = Set(self.columns.compactMap(\.meaning))
        let covered = columns.filter { meanings.contains($0.name) }.reduce(into: meanings) { $0.formUnion($1.parts) }
        return columns.filter { $0.isRequired && !covered.contains($0.name) }
    }

    /// Columns that say what another says already.
    package func doubled(of columns: [ImportColumn]) -> [Column] {
        var taken: Set<String> = []
        return self.columns.filter { column in
            guard let meaning = column.meaning else { return false }
            let parts = columns.first { $0.name == meaning }?.parts ?? []
            defer { taken.formUnion([meaning] + parts) }
            return taken.contains(meaning) || parts.contains(where: taken.contains)
        }
    }
}

/// What somebody said of how a file is read; all else is proposed.
package struct ImportSaying: Sendable, Hashable, Codable {
    package var tab: Int?
    package var header: Int?
    /// The meaning of each column by its place; an empty one is not read. Where this is said it is said of all.
    package var meanings: [Int: String]?

    package init(tab: Int? = nil, header: Int? = nil, meanings: [Int: String]? = nil) {
        (self.tab, self.header, self.meanings) = (tab, header, meanings)
    }
}
