import Centres
import Kernel
import Storage

/// Inventory books as rows: one is held while numbers are given from it.
enum InventoryStore {
    /// The book of a centre, held until the act ends. It is opened when it is first needed.
    static func hold(_ centre: Centre.ID, in act: Act) throws -> Inventory {
        try act.db.run("INSERT INTO inventory (centre) VALUES (\(centre)) ON CONFLICT (centre) DO NOTHING")
        guard let id: Int64 = try act.db.value("SELECT id FROM inventory WHERE centre = \(centre)") else { throw Problem.missing }
        try act.db.hold("inventory", id)
        return Inventory(of: centre, last: try act.db.value("SELECT last_number FROM inventory WHERE id = \(id)") ?? 0)
    }

    static func keep(_ inventory: Inventory, in act: Act) throws {
        try act.db.run("UPDATE inventory SET last_number = \(inventory.last) WHERE centre = \(inventory.centre)")
    }
}
