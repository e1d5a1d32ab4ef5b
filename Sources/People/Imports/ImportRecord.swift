package import Kernel
package import Languages
package import Storage

/// An import that was done: who, when, what came of it.
package struct Import: Sendable {
    package typealias ID = Kernel.ID<Import>

    package let id: ID
    package let kind: ImportKind
    package let file: String
    package let at: Instant
    /// Who did it; empty on the command line.
    package let person: String
    package let centre: Kernel.ID<CentreTag>?
    package let counts: ImportCounts
    package let undone: Instant?

    init(row: Row, names: [Kernel.ID<PersonTag>: String]) throws {
        id = try row["id"]
        kind = try row["kind"]
        file = try row["file"]
        at = try row["at"]
        person = try (row["person"] as Kernel.ID<PersonTag>?).flatMap { names[$0] } ?? ""
        centre = try row["centre"]
        counts = ImportCounts(
            added: try row["added"], changed: try row["changed"], unchanged: try row["unchanged"], left: try row["left_out"], refused: try row["refused"])
        undone = try row["undone"]
    }
}

/// One row that an import added or changed.
package struct ImportedRow: Sendable {
    package enum Kept: String, Sendable, Storable {
        /// Somebody has changed it since.
        case changed
        /// Something refers to it.
        case used
    }

    package let line: Int
    package let title: String
    package let isAdded: Bool
    /// Why the undo left it.
    package let kept: Kept?

    package init(row: Row) throws {
        line = try row["line"]
        title = try row["title"]
        isAdded = try row["before"] as String? == nil
        kept = try row["kept"]
    }
}
