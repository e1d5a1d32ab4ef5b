/// What one column of one row can hold, in either engine.
public enum Stored: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// A Swift type that can be written into a column and read back from it.
///
/// Types of the trade (ids, days, instants, states) conform where they are declared, so that a store never converts by hand.
public protocol Storable: Sendable {
    var stored: Stored { get }
    /// Nil when the column holds something that this type cannot be.
    init?(stored: Stored)
}

extension Stored: Storable {
    @inlinable
    public var stored: Stored { self }
    @inlinable
    public init?(stored: Stored) { self = stored }
}

extension Bool: Storable {
    @inlinable
    public var stored: Stored { .bool(self) }
    @inlinable
    public init?(stored: Stored) {
        switch stored {
        case .bool(let flag): self = flag
        case .int(let number): self = number != 0
        default: return nil
        }
    }
}

extension Int64: Storable {
    @inlinable
    public var stored: Stored { .int(self) }
    @inlinable
    public init?(stored: Stored) {
        guard case .int(let number) = stored else { return nil }
        self = number
    }
}

extension Int: Storable {
    @inlinable
    public var stored: Stored { .int(Int64(self)) }
    @inlinable
    public init?(stored: Stored) {
        guard case .int(let number) = stored else { return nil }
        self = Int(number)
    }
}

extension Double: Storable {
    @inlinable
    public var stored: Stored { .real(self) }
    @inlinable
    public init?(stored: Stored) {
        switch stored {
        case .real(let number): self = number
        case .int(let number): self = Double(number)
        default: return nil
        }
    }
}

extension String: Storable {
    @inlinable
    public var stored: Stored { .text(self) }
    @inlinable
    public init?(stored: Stored) {
        guard case .text(let text) = stored else { return nil }
        self = text
    }
}

extension [UInt8]: Storable {
    @inlinable
    public var stored: Stored { .blob(self) }
    @inlinable
    public init?(stored: Stored) {
        guard case .blob(let bytes) = stored else { return nil }
        self = bytes
    }
}

extension Optional: Storable where Wrapped: Storable {
    @inlinable
    public var stored: Stored { self?.stored ?? .null }
    @inlinable
    public init?(stored: Stored) {
        if case .null = stored { self = .none; return }
        guard let value = Wrapped(stored: stored) else { return nil }
        self = .some(value)
    }
}

/// Enums whose raw value stands in a column with a CHECK (`state`, `kind`) only need to name this protocol.
extension Storable where Self: RawRepresentable, RawValue == String {
    @inlinable
    public var stored: Stored { .text(rawValue) }
    @inlinable
    public init?(stored: Stored) {
        guard case .text(let text) = stored, let value = Self(rawValue: text) else { return nil }
        self = value
    }
}
