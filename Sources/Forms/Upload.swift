package import Foundation

/// A file that came in and lies on disk, in nobody's place yet. Whoever keeps it moves it away; else it goes with the last who knows of it.
package final class Upload: Sendable {
    package let place: URL
    package let size: Int
    /// SHA-256 of its bytes, hexadecimal.
    package let digest: String
    /// Its first bytes, by which its kind is told.
    package let head: [UInt8]

    package static let headSize = 4_096

    package init(at place: URL, size: Int, digest: String, head: [UInt8]) {
        self.place = place
        self.size = size
        self.digest = digest
        self.head = head
    }

    deinit { try? FileManager.default.removeItem(at: place) }
}
