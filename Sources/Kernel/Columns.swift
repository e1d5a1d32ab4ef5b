public import Languages
public import Storage

// How the small values of the leaves stand in a column: days as text, instants as UTC seconds, money as minor units.

extension Day: Storable {
    public var stored: Stored { .text(iso) }
    public init?(stored: Stored) {
        guard case .text(let text) = stored, let day = Day(iso: text) else { return nil }
        self = day
    }
}

extension Instant: Storable {
    public var stored: Stored { .int(seconds) }
    public init?(stored: Stored) {
        guard case .int(let seconds) = stored else { return nil }
        self.init(seconds: seconds)
    }
}

extension ClockTime: Storable {
    public var stored: Stored { .int(Int64(minutes)) }
    public init?(stored: Stored) {
        guard case .int(let minutes) = stored, let time = ClockTime(minutes: Int(minutes)) else { return nil }
        self = time
    }
}

extension Row {
    /// The amount of money in two columns.
    package func money(_ amount: String, _ currency: String) throws -> Money {
        guard let money = Money(minor: try self[amount], try self[currency]) else { throw StorageError.column("column \(amount) holds no amount of money") }
        return money
    }
}

extension Zone: Storable {
    public var stored: Stored { .text(identifier) }
    public init?(stored: Stored) {
        guard case .text(let name) = stored, let zone = Zone(name) else { return nil }
        self = zone
    }
}

extension Language: Storable {}

extension Currency: Storable {}
