package import Kernel
package import Languages

/// One that stands here already, or a line above, of which a line may speak though its key does not say so.
package struct ImportMatch<Entry: Sendable>: Sendable {
    package let whom: ImportWhom
    /// As it is now; a line above as it would be written.
    package let entry: Entry
    package let likeness: ImportLikeness

    package init(_ whom: ImportWhom, _ entry: Entry, _ likeness: ImportLikeness) { (self.whom, self.entry, self.likeness) = (whom, entry, likeness) }
}

/// Of whom a line may speak.
package enum ImportWhom: Sendable, Hashable {
    /// One of our rows, by its number.
    case row(Int64)
    /// A line of the same list.
    case line(Int)
}

/// Why two may be one, in words, and how sure that is.
package struct ImportLikeness: Sendable, Hashable {
    package enum Certainty: Int, Sendable, Comparable {
        case possible, likely, almostSure
        /// Nobody is asked.
        case sure

        package static func < (one: Certainty, other: Certainty) -> Bool { one.rawValue < other.rawValue }
    }

    /// By which all doubts of one kind are settled together: letters and strokes.
    package let kind: String
    package let reason: Phrase
    package let certainty: Certainty

    package init(_ kind: String, _ reason: Phrase, _ certainty: Certainty) { (self.kind, self.reason, self.certainty) = (kind, reason, certainty) }

    package static func == (one: ImportLikeness, other: ImportLikeness) -> Bool { one.kind == other.kind }
    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// What somebody said of a doubtful line.
package enum ImportChoice: Sendable, Hashable {
    case same(ImportWhom)
    /// Somebody else: it is added, and never proposed again as one of those.
    case another
    /// The line is left out.
    case out

    /// As forms and tables have it.
    package var word: String {
        switch self {
        case .same(.row(let id)): "row-\(id)"
        case .same(.line(let line)): "line-\(line)"
        case .another: "another"
        case .out: "out"
        }
    }

    package init?(_ word: String) {
        switch word {
        case "another": self = .another
        case "out": self = .out
        default:
            let parts = word.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let number = Int(typed: parts[1], in: 1...Int.max) else { return nil }
            switch parts[0] {
            case "row": self = .same(.row(Int64(number)))
            case "line": self = .same(.line(number))
            default: return nil
            }
        }
    }
}

/// A doubtful line as a page asks about it.
package struct ImportDoubt: Sendable {
    /// One of whom it may speak.
    package struct Candidate: Sendable {
        package let whom: ImportWhom
        package let title: String
        package let details: [Value]
        package let likeness: ImportLikeness
    }

    /// The surest first.
    package let candidates: [Candidate]
    /// What the line says.
    package let details: [Value]
    /// nil while nothing was said.
    package let choice: ImportChoice?

    /// By its surest likeness.
    var likeness: ImportLikeness? { candidates.first?.likeness }
    /// What *the same* means where it is said of all: only where there is no choice among several.
    var only: ImportWhom? { candidates.count == 1 ? candidates.first?.whom : nil }
}
