/// One row of an answer. It is a value: it may leave its transaction.
public struct Row: Sendable {
    /// Column names and places, shared by all rows of one answer.
    final class Columns: Sendable {
        let names: [String]
        let places: [String: Int]

        init(_ names: [String]) {
            self.names = names
            places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    let columns: Columns
    public let values: [Stored]

    public var names: [String] { columns.names }

    /// The column's value as the type that is asked for.
    /// - Throws: `StorageError.column` when there is no such column or it holds something else.
    public subscript<T: Storable>(_ name: String) -> T {
        get throws {
            guard let place = columns.places[name] else {
                throw StorageError.column("no column \(name) among \(columns.names)")
            }
            guard let value = T(stored: values[place]) else {
                throw StorageError.column("column \(name) does not hold \(T.self)")
            }
            return value
        }
    }
}
