import Kernel
import Offer
import People
import Seminars

/// The search index is not copied: each room knows how to make its part again.
enum Reindex {
    private static let rooms: [@Sendable (Act) throws -> Void] = [
        { try PersonStore.index(in: $0) }, { try SchoolStore.index(in: $0) }, { try ProgrammeStore.index(in: $0) }, { try EventStore.index(in: $0) },
    ]

    static func all(_ records: Records) async throws {
        for room in rooms { try await records.write(by: .system) { try room($0) } }
    }
}
