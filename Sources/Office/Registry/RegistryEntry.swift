package import Kernel
package import Languages
import Storage

/// One paper in the register of documents.
package struct RegistryEntry: Sendable {
    package typealias ID = Kernel.ID<RegistryEntry>

    package let id: ID
    package let book: RegistryBook.ID
    /// The number of its case, and its place among the papers of the case; the first has 0.
    package let number: Int
    package let sub: Int
    /// Its number as it was written on it.
    package let label: String
    package let draft: RegistryDraft
    package let entered: Instant
    /// Who entered it; nil where the program did.
    package let enteredBy: Kernel.ID<PersonTag>?
    package let settled: Day?
    package let outcome: String
    package let withdrawn: Instant?
    package let reason: String
    /// What the program made: its kind, its own number and where it is read.
    package let paperKind: String
    package let paperNumber: String
    package let page: String
    package let archive: RegistryArchive.ID?

    init(row: Row) throws {
        (id, book, number, sub) = (try row["id"], try row["book"], try row["number"], try row["sub"])
        label = try row["label"]
        var draft = RegistryDraft(try row["direction"], try row["subject"], on: try row["day"])
        (draft.mark, draft.other, draft.theirNumber, draft.theirDay) = (try row["mark"], try row["other"], try row["their_number"], try row["their_day"])
        (draft.due, draft.worker, draft.place, draft.note) = (try row["due"], try row["worker"], try row["place"], try row["note"])
        self.draft = draft
        (entered, enteredBy, settled, outcome) = (try row["entered"], try row["entered_by"], try row["settled"], try row["outcome"])
        (withdrawn, reason) = (try row["withdrawn"], try row["reason"])
        (paperKind, paperNumber, page, archive) = (try row["paper_kind"], try row["paper_number"], try row["page"], try row["archive"])
    }

    package var isWithdrawn: Bool { withdrawn != nil }
    /// Whether somebody has still to do something about it.
    package var isOpen: Bool { settled == nil && !isWithdrawn }
    package var isMade: Bool { !paperKind.isEmpty }

    package func state(on today: Day) -> RegistryState {
        if isWithdrawn { return .withdrawn }
        if settled != nil { return .settled }
        return draft.due.map { $0 < today } ?? false ? .late : .open
    }

    /// Where it stands, behind the language.
    package var path: String { "/staff/registry/\(id)" }
}

/// How it stands with a paper.
package enum RegistryState: String, CaseIterable, Sendable { case open, late, settled, withdrawn }

/// Whether a paper came from outside, went there, or stays in the house.
package enum RegistryDirection: String, CaseIterable, Sendable, Storable { case came, sent, inner }

extension Subject {
    package static func registryEntry(_ id: RegistryEntry.ID) -> Subject { .other("registry_entry", id.value) }
}
