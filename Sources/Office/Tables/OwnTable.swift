package import Kernel
package import Languages

/// A table that somebody keeps under a name, alone or for everybody who works at the centre.
package struct OwnTable: Sendable {
    package typealias ID = Kernel.ID<OwnTable>

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    /// Who keeps it; nil when the account is gone.
    package let owner: Kernel.ID<PersonTag>?
    package let ownerName: String
    /// Whether the owner works at the centre still.
    package let isTended: Bool
    package let kind: TableKind
    package let name: String
    /// What it shows, as an address has it.
    package let words: String
    package let isShared: Bool
    package let changed: Instant

    /// Whether somebody may change it or throw it away.
    package func isChangeable(by actor: Actor) -> Bool {
        owner == actor.person && owner != nil || (isShared && (actor.holds(.director, at: centre) || !isTended))
    }

    /// Whether somebody may look after it from now on: it is shared, and nobody does.
    package func isFree(for actor: Actor) -> Bool { isShared && !isTended && owner != actor.person }

    package var path: String { "/staff/own-tables/\(id)" }
    package var subject: Subject { .other("own_table", id.value) }
}


package struct OwnTableDraft: Sendable, Hashable {
    package var name: String
    package var isShared: Bool

    package init(_ name: String, isShared: Bool = false) { (self.name, self.isShared) = (name, isShared) }

    package static let most = 200

    func check(_ faults: inout Faults) { faults.require(!name.isEmpty, "name", T.common.errorMissing) }
}
