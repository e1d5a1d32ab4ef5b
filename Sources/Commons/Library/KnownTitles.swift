import Imports
import Kernel
import Languages

/// Titles that stand here and those of the lines above, by what they are known again.
struct KnownTitles {
    private var entries: [ImportWhom: BroughtTitle] = [:]
    private var byISBN: [String: [ImportWhom]] = [:]
    private var byISSN: [String: [ImportWhom]] = [:]
    private var byCobiss: [String: [ImportWhom]] = [:]
    private var byWords: [TitleLikeness: [ImportWhom]] = [:]
    private var byLabel: [String: [ImportWhom]] = [:]
    /// Labels of all centres: each stands once in the installation.
    private let labels: Set<String>

    init(_ rows: [(id: LibraryTitle.ID, entry: BroughtTitle)], labels: Set<String>) {
        self.labels = labels
        entries.reserveCapacity(rows.count)
        for (id, entry) in rows { note(entry, as: .row(id.value)) }
    }

    mutating func note(_ entry: BroughtTitle, as whom: ImportWhom) {
        let isNew = entries.updateValue(entry, forKey: whom) == nil
        func add(_ whom: ImportWhom, to list: inout [ImportWhom]) { if isNew || !list.contains(whom) { list.append(whom) } }
        let draft = entry.draft
        if !draft.isbn.isEmpty { add(whom, to: &byISBN[draft.isbn, default: []]) }
        if !draft.issn.isEmpty { add(whom, to: &byISSN[draft.issn, default: []]) }
        if !draft.cobiss.isEmpty { add(whom, to: &byCobiss[draft.cobiss, default: []]) }
        add(whom, to: &byWords[TitleLikeness(entry), default: []])
        for copy in entry.copies where !copy.label.isEmpty { add(whom, to: &byLabel[copy.label, default: []]) }
    }

    /// Whether a copy that is not among those of an entry has this label.
    func isTaken(_ label: String) -> Bool { labels.contains(label) }

    /// The same record of the shared catalogue is sure, as are the same words where no number says otherwise. One number under other words is asked about.
    func matches(of entry: BroughtTitle) -> [ImportMatch<BroughtTitle>] {
        let draft = entry.draft, words = TitleLikeness(entry)
        var found: [ImportWhom: ImportLikeness] = [:]
        func propose(_ whoms: [ImportWhom]?, _ likeness: (BroughtTitle) -> ImportLikeness?) {
            for whom in whoms ?? [] {
                guard let other = entries[whom], other.centre == entry.centre, let one = likeness(other) else { continue }
                if found[whom].map({ $0.certainty < one.certainty }) ?? true { found[whom] = one }
            }
        }
        for copy in entry.copies where !copy.label.isEmpty { propose(byLabel[copy.label]) { _ in Self.sameCopy } }
        if !draft.cobiss.isEmpty { propose(byCobiss[draft.cobiss]) { _ in Self.sameRecord } }
        if !draft.isbn.isEmpty { propose(byISBN[draft.isbn]) { TitleLikeness($0).name == words.name ? Self.sameRecord : Self.sameISBN } }
        if !draft.issn.isEmpty { propose(byISSN[draft.issn]) { TitleLikeness($0).name == words.name ? Self.sameRecord : Self.sameISSN } }
        propose(byWords[words]) { other in
            let numbers = [(draft.isbn, other.draft.isbn), (draft.cobiss, other.draft.cobiss)].filter { !$0.0.isEmpty && !$0.1.isEmpty }
            return numbers.contains { $0.0 != $0.1 } ? nil : Self.sameWords
        }
        return found.compactMap { whom, likeness in entries[whom].map { ImportMatch(whom, $0, likeness) } }
    }

    private static let sameCopy = ImportLikeness("copy", T.library.sameCopy, .sure)
    private static let sameRecord = ImportLikeness("record", T.library.sameRecord, .sure)
    private static let sameWords = ImportLikeness("words", T.library.sameWords, .sure)
    private static let sameISBN = ImportLikeness("isbn", T.library.sameISBN, .likely)
    private static let sameISSN = ImportLikeness("issn", T.library.sameISSN, .likely)
}
