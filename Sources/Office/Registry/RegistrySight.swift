import Forms
import Kernel
import Languages

/// What names stand for, as pages of the register show them.
struct RegistryNames: Sendable {
    let marks: [RegistryMark]
    let people: [(id: ID<PersonTag>, name: String)]
    /// Of those who work here no more too.
    let names: [ID<PersonTag>: String]

    func mark(_ id: RegistryMark.ID?) -> RegistryMark? { id.flatMap { id in marks.first { $0.id == id } } }
    func name(_ id: ID<PersonTag>?) -> String { id.flatMap { names[$0] } ?? "" }
}

/// What the list of papers shows.
struct RegistryListSight: Sendable {
    let filter: RegistryFilter
    let entries: [RegistryEntry]
    let paging: Paging
    let names: RegistryNames
    /// Years that have a book, the newest first.
    let years: [Int]
}

/// What the page of a paper shows.
struct RegistrySheetSight: Sendable {
    let entry: RegistryEntry
    let book: RegistryBook
    /// The other papers of its case.
    let others: [RegistryEntry]
    let files: [RegistryFile]
    let names: RegistryNames
    let kind: RegistryKind?
    let history: [(entry: JournalEntry, who: String)]
}
