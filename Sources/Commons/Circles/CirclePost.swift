package import Accounts
package import Files
package import Kernel
package import Languages

/// What a member wrote to the others.
package struct CirclePost: Sendable {
    package typealias ID = Kernel.ID<CirclePost>

    package let id: ID
    package let person: Person.ID
    package let name: String
    package let text: String
    package let at: Instant
    package let isReported: Bool
    package let isHidden: Bool
    /// Why it was hidden.
    package let reason: String
}

/// A file that members share.
package struct CircleFile: Sendable {
    package typealias ID = Kernel.ID<CircleFile>

    package let id: ID
    package let title: String
    package let file: StoredFile
    package let person: Person.ID?
    package let name: String
    package let added: Instant
}
