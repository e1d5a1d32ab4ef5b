package import Files
package import Kernel
package import Languages

/// A file of a paper: its scan, an enclosure.
package struct RegistryFile: Sendable {
    package typealias ID = Kernel.ID<RegistryFile>

    package let id: ID
    package let title: String
    package let added: Instant
    package let file: StoredFile
}
