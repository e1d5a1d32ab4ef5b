package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// What is prepared together and signed at once.
package struct CertificateBatch: Sendable {
    package typealias ID = Kernel.ID<CertificateBatch>

    package let id: ID
    package let centre: Centre.ID
    package let event: Event.ID?
    package let prepared: Instant
    package let signed: Instant?
    package let signedBy: Person.ID?
    package let document: Document
    /// How many of its documents are set.
    package let done: Int
    package let fault: String

    /// Where the files of a signed batch are.
    package enum Document: String, Sendable, Storable {
        case none, waiting, ready, failed
    }

    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        event = try row["event"]
        prepared = try row["prepared"]
        signed = try row["signed"]
        signedBy = try row["signed_by"]
        document = try row["document"]
        done = try row["done"]
        fault = try row["fault"]
    }

    package var isSigned: Bool { signed != nil }
}

extension Subject {
    static func certificateBatch(_ id: CertificateBatch.ID) -> Subject { .other("certificate_batch", id.value) }
}
