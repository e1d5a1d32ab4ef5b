import Forms
package import Kernel
import Languages
package import Storage

/// A thing of a centre that is in one place at a time: a projector, a set of laptops.
package struct Equipment: Sendable {
    package typealias ID = Kernel.ID<Equipment>

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let details: EquipmentDetails
    /// Not offered any more; past events keep it.
    package let isClosed: Bool

    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        details = EquipmentDetails(name: try row["name"], note: try row["note"])
        isClosed = try row["closed"]
    }

    package var name: String { details.name }
}

/// What is told of a thing.
package struct EquipmentDetails: Sendable, Hashable {
    package var name: String
    /// Where it lies, its number in the inventory.
    package var note: String

    package init(name: String, note: String = "") {
        (self.name, self.note) = (name, note)
    }

    func check(_ faults: inout Faults) {
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name")
        faults.limit(note, "note")
    }
}
