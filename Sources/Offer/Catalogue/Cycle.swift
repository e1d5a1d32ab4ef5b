package import Kernel
package import Languages
import Storage

/// The years for which a catalogue is valid. Numbers and codes of programmes mean something only within their cycle.
package struct Cycle: Sendable, Hashable {
    package typealias ID = Kernel.ID<Cycle>

    package let id: ID
    package let accreditor: Accreditor
    /// As the accreditor writes it: 2025/2026–2027/2028.
    package let name: String
    /// From the first to the last day on which its programmes may be held.
    package let days: ClosedRange<Day>

    init(row: Row) throws {
        id = try row["cycle"]
        accreditor = try Accreditor(row: row)
        name = try row["cycle_name"]
        let first: Day = try row["first_day"], last: Day = try row["last_day"]
        guard first <= last else { throw StorageError.column("cycle \(id) ends before it begins") }
        days = first...last
    }

    static let columns: SQL = "c.id AS cycle, c.name AS cycle_name, c.first_day, c.last_day, \(Accreditor.columns)"

    /// ЗУОВ 2025/2026–2027/2028.
    package var title: String { "\(accreditor.code) \(name)" }

    /// How lists call it, folded: by its name, with or without the accreditor's, or by its years.
    package var names: [String] {
        let years = "\(days.lowerBound.year) \(days.upperBound.year)"
        return [name, title, years, "\(accreditor.code) \(years)"].map(CycleCode.key)
    }

    package func contains(_ day: Day) -> Bool { days.contains(day) }

    /// Whether its programmes can no longer be held.
    package func isOver(on today: Day) -> Bool { days.upperBound < today }
}

/// What staff type about a cycle.
package struct CycleDraft: Sendable, Hashable {
    package var accreditor: Accreditor.ID
    package var name: String
    package var first: Day
    package var last: Day

    package init(accreditor: Accreditor.ID, name: String, first: Day, last: Day) {
        self.accreditor = accreditor
        self.name = name
        self.first = first
        self.last = last
    }
}
