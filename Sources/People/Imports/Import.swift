package import Kernel
package import Languages
package import Storage
package import Web

/// A kind of row that a file may bring: how a line is read, what stands under its key now, how it is written and taken back.
///
/// A value of the type holds what reading needs, fetched once, so that a thousand lines do not ask a thousand times.
package protocol Importable: Sendable {
    /// What names a row in the list it comes from.
    associatedtype Key: Hashable
    /// All that a line may set. Its coded form is what an undo restores.
    associatedtype Entry: Hashable & Codable & Sendable

    /// What an id of its rows identifies.
    associatedtype Identified

    static var kind: ImportKind { get }
    /// The title of its import: *Import schools*.
    static var name: Phrase { get }
    static var columns: [ImportColumn] { get }
    static func admits(_ actor: Actor) -> Bool
    /// What has to be there before such a list can be read, while it is not there.
    static func lacks(in act: Act) throws -> Phrase?

    init(in act: Act) throws

    /// Looks at the whole list before its lines are read one by one: what one line leaves open others may tell.
    mutating func look(at list: ImportTable)

    /// The line's key; nil when the line was refused.
    func key(of line: inout ImportLine) -> Key?
    /// What stands under a key now.
    func standing(_ key: Key) -> (id: ID<Identified>, entry: Entry)?
    /// What the line makes of the row as it is. A column that the file lacks and a cell that is empty change nothing.
    func entry(of line: inout ImportLine, over current: Entry?) -> Entry?
    /// Whether a line may speak of a row that its key does not name, so that somebody has to say of whom.
    static var isMatched: Bool { get }
    /// Rows that stand here, and lines that were noted, of which a line may speak: what it says by itself.
    func matches(of entry: Entry, key: Key) -> [ImportMatch<Entry>]
    /// What a line that comes later may speak of.
    mutating func note(_ entry: Entry, as whom: ImportWhom)
    /// What a row holds of which a line under another key speaks.
    func joined(_ entry: Entry, key: Key) -> Entry
    /// Somebody else than those: what only one can have stays with them.
    func apart(_ entry: Entry, from others: [ImportMatch<Entry>]) -> Entry
    /// What tells two rows of one title apart.
    func details(of entry: Entry) -> [Value]
    /// Remembers that an added row is none of those.
    func tellApart(_ id: ID<Identified>, from others: [ID<Identified>], in act: Act) throws

    /// Whether a second line of one key says the same row once more, in other words: the first one counts then. Else it is refused.
    func repeats(_ entry: Entry, _ first: Entry) -> Bool
    func title(of entry: Entry) -> String
    /// By the name of their column, for *before → after*.
    func values(of entry: Entry) -> [(column: String, value: Value)]

    func add(_ entry: Entry, key: Key, in act: Act) throws -> ID<Identified>
    /// Adds many at once, in their order: what each needs may be written together then, which is quicker.
    func add(many rows: [(key: Key, entry: Entry)], in act: Act) throws -> [ID<Identified>]
    func change(_ id: ID<Identified>, to entry: Entry, in act: Act) throws
    func remove(_ id: ID<Identified>, in act: Act) throws
    /// The row as it is now; nil when it is gone.
    func entry(_ id: ID<Identified>, in act: Act) throws -> Entry?
}

extension Importable {
    package static func lacks(in act: Act) throws -> Phrase? { nil }
    package mutating func look(at list: ImportTable) {}
    package static var isMatched: Bool { false }
    package func matches(of entry: Entry, key: Key) -> [ImportMatch<Entry>] { [] }
    package mutating func note(_ entry: Entry, as whom: ImportWhom) {}
    package func joined(_ entry: Entry, key: Key) -> Entry { entry }
    package func apart(_ entry: Entry, from others: [ImportMatch<Entry>]) -> Entry { entry }
    package func details(of entry: Entry) -> [Value] { [] }
    package func tellApart(_ id: ID<Identified>, from others: [ID<Identified>], in act: Act) throws {}
    package func repeats(_ entry: Entry, _ first: Entry) -> Bool { entry == first }
    package func add(many rows: [(key: Key, entry: Entry)], in act: Act) throws -> [ID<Identified>] { try rows.map { try add($0.entry, key: $0.key, in: act) } }
}

/// A kind of row, by its word: as the command line, the addresses and the tables have it. Each room names its own.
package struct ImportKind: Hashable, Sendable, Storable {
    package let word: String

    package init(_ word: String) { self.word = word }

    package var stored: Stored { .text(word) }
    package init?(stored: Stored) {
        guard case .text(let word) = stored else { return nil }
        self.word = word
    }
}

/// A kind of row that a room brings.
private struct BroughtKind: Sendable {
    let kind: any Importable.Type
}

extension Room {
    /// Lets files bring rows of this kind.
    package mutating func imports(_ kind: any Importable.Type) { bring(BroughtKind(kind: kind)) }
}

extension Exchange {
    /// Every kind of row that a file may bring.
    package var importKinds: [any Importable.Type] { all(BroughtKind.self).map(\.kind) }
}

/// How many rows of a file go which way.
package struct ImportCounts: Sendable, Hashable {
    package var added = 0
    package var changed = 0
    package var unchanged = 0
    /// Of whom they speak is not said yet; they stay out until then.
    package var doubtful = 0
    /// Somebody said that they are left out.
    package var left = 0
    package var refused = 0

    package var changesNothing: Bool { added == 0 && changed == 0 }
}

/// What happens to one line of a file, and why.
package struct ImportStep: Sendable {
    package enum Way: String, CaseIterable, Sendable { case doubtful, added, changed, unchanged, left, refused }

    package struct Difference: Sendable {
        package let column: Phrase
        package let before: Value
        package let after: Value
    }

    package let line: Int
    package let title: String
    package let way: Way
    /// What the row changes, value by value.
    package let differences: [Difference]
    /// Why it is refused: which column, and what is wrong with it.
    package let faults: [(column: Phrase?, phrase: Phrase)]
    /// What is taken but looks wrong.
    package let doubts: [Phrase]
    /// Of whom it may speak, and what was said of that; nil where it is sure.
    package let doubt: ImportDoubt?
    /// All that the row would hold, by the names of the columns; only where the first lines are shown as they are read.
    package var values: [(column: String, value: Value)] = []
}

/// All that a file would do, for somebody to look at before it is done.
package struct ImportPreview: Sendable {
    package let steps: [ImportStep]
    /// Heads of columns that are not understood and change nothing.
    package let ignored: [String]
    /// What else is known of how the file was read.
    package let notes: [Phrase]
    package let counts: ImportCounts
    /// Tells one outcome from another: what is done is what was looked at, or it is not done.
    package let outcome: String
}
