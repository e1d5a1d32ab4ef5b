import Kernel
import People

/// The search index is not copied: each room knows how to make its part again. Rooms add themselves here.
enum Reindex {
    private static let rooms: [@Sendable (Act) throws -> Void] = [
        { try SchoolStore.indexAll($0) },
    ]

    static func all(_ records: Records) async throws {
        for room in rooms { try await records.write(by: .system) { try room($0) } }
    }
}
