import Kernel

/// Fills an installation with invented people and their work, the same each time.
package enum Demo {
    package enum Size: String, Sendable, CaseIterable { case small, national }

    package static func fill(_ app: App, size: Size) async throws {
        try await app.records.write(by: .system) { try Setting.demonstration.set(size.rawValue, in: $0.db) }
    }
}
