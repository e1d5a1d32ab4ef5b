package import Accounts
package import Kernel
package import Languages
import Storage

/// One version of what stands in a field.
package struct TextVersion: Sendable {
    package typealias ID = Kernel.ID<TextVersion>

    package enum Standing: String, Sendable, Storable {
        case current, earlier
        /// Written while somebody else wrote too, until both are joined.
        case beside
        case joined
    }

    package let id: ID
    package let field: String
    package let text: String
    package let standing: Standing
    package let written: Instant
    package let writtenBy: Person.ID?
}

/// What two texts share and where they differ, word by word.
package struct TextDifference: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case same, removed, added }

    package struct Piece: Sendable, Hashable {
        package let kind: Kind
        package let text: String
    }

    package let pieces: [Piece]

    /// Longer texts than this are told line by line.
    private static let wordsMost = 4_000

    package init(from old: String, to new: String) {
        let isLong = max(old.utf8.count, new.utf8.count) > 6 * Self.wordsMost
        let (before, after) = (Self.parts(old, isLong), Self.parts(new, isLong))
        var (removed, added): (Set<Int>, Set<Int>) = ([], [])
        for change in after.difference(from: before) {
            switch change {
            case .remove(let place, _, _): removed.insert(place)
            case .insert(let place, _, _): added.insert(place)
            }
        }
        var pieces: [Piece] = []
        func add(_ kind: Kind, _ text: String) {
            if let last = pieces.last, last.kind == kind { pieces[pieces.count - 1] = Piece(kind: kind, text: last.text + text) } else {
                pieces.append(Piece(kind: kind, text: text))
            }
        }
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if left < before.count, removed.contains(left) {
                add(.removed, before[left])
                left += 1
            } else if right < after.count, added.contains(right) {
                add(.added, after[right])
                right += 1
            } else {
                if right < after.count { add(.same, after[right]) }
                (left, right) = (left + 1, right + 1)
            }
        }
        self.pieces = pieces
    }

    /// Each word with the blanks behind it, or each line: together they are the text.
    private static func parts(_ text: String, _ isLong: Bool) -> [String] {
        var parts: [String] = []
        var part = ""
        var isEnding = false
        for letter in text {
            let ends = isLong ? letter.isNewline : letter.isWhitespace
            if isEnding, !ends {
                parts.append(part)
                part = ""
            }
            isEnding = ends
            part.append(letter)
        }
        return part.isEmpty ? parts : parts + [part]
    }
}

/// What came of saving a text.
package enum SavedText: Sendable, Hashable {
    case saved, same
    /// Somebody else wrote meanwhile: both texts stand there, to be joined.
    case beside
}

/// Something that was said of a field, or of one of its paragraphs.
package struct ProposalComment: Sendable {
    package typealias ID = Kernel.ID<ProposalComment>

    package let id: ID
    package let field: String
    package let paragraph: Int?
    package let text: String
    package let written: Instant
    package let writtenBy: Person.ID?
    package let answer: String
    package let answered: Instant?

    package var isOpen: Bool { answered == nil }
}
