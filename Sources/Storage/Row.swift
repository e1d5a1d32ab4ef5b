/// One row of an answer. It is a value and may leave its transaction.
public struct Row: Sendable {
    /// Column names, shared by all rows of one answer.
    public let names: [String]
    public let values: [Stored]

    /// The column's value as the type that is asked for. It is compiled for each type by itself, because a list reads thousands of values.
    /// - Throws: `StorageError.column` when there is no such column or it holds something else.
    @inlinable
    public subscript<T: Storable>(_ name: String) -> T {
        get throws {
            guard let value = T(stored: try stored(name)) else { throw Row.fault(name, T.self) }
            return value
        }
    }

    /// Names are compared one by one. An answer has few columns and mostly few rows, so that a table of names would cost more than it saves.
    @usableFromInline
    func stored(_ name: String) throws -> Stored {
        guard let place = names.firstIndex(of: name) else { throw StorageError.column("no column \(name) among \(names)") }
        return values[place]
    }

    @usableFromInline
    static func fault(_ name: String, _ type: Any.Type) -> StorageError { .column("column \(name) does not hold \(type)") }
}
