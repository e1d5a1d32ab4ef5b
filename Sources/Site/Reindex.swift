import Accounts
import Catalogue
import Certificates
import Events
import Kernel
import Centres

/// The search index is not copied: each room knows how to make its part again.
enum Reindex {
    private static let rooms: [@Sendable (Act) throws -> Void] = [
        PersonStore.reindex(in:), SchoolStore.reindex(in:), ProgrammeStore.reindex(in:), EventStore.reindex(in:),
        CertificateStore.reindex(in:),
    ]

    static func all(_ records: Records) async throws {
        for room in rooms { try await records.write(by: .system) { try room($0) } }
    }
}
