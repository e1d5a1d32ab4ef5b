import Forms
package import Kernel
import Languages
package import Storage

/// A hall that a centre gives to events.
package struct Hall: Sendable {
    package typealias ID = Kernel.ID<Hall>

    package let id: ID
    package let centre: Centre.ID
    package let details: HallDetails
    /// Not offered any more; past events keep it.
    package let isClosed: Bool

    package init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        details = HallDetails(name: try row["name"], seats: try row["seats"], address: try row["address"], setup: try row["setup"], clearing: try row["clearing"])
        isClosed = try row["closed"]
    }

    package var name: String { details.name }
}

/// What is told of a hall.
package struct HallDetails: Sendable, Hashable {
    package var name: String
    /// How many people it seats; nil when nobody counted.
    package var seats: Int?
    /// Where it is, when that is not the centre's own house.
    package var address: String
    /// Minutes for which it is taken before each use, and after it.
    package var setup: Int
    package var clearing: Int

    package init(name: String, seats: Int? = nil, address: String = "", setup: Int = 0, clearing: Int = 0) {
        self.name = name
        self.seats = seats
        self.address = address
        self.setup = setup
        self.clearing = clearing
    }

    static let seatsLimits = 1...2_000
    static let minutesLimits = 0...480

    func check(_ faults: inout Faults) {
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name")
        faults.limit(address, "address")
    }
}

/// It is about to be closed. A room that still needs it refuses.
package struct HallClosing: Fact { package let hall: Hall }
