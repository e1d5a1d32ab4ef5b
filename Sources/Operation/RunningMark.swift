import Foundation

/// The mark that a program leaves in its folder while it serves, and takes away when it ends as it should. Whoever finds one that nobody holds knows that
/// the program before has fallen.
package final class RunningMark: Sendable {
    private let file: URL
    private let descriptor: Int32
    private let isHeld: Bool
    /// When the program began that fell; nil when the last one ended well, or when there was none.
    package let fallen: String?

    /// - Throws: when the folder cannot be written.
    package init(in place: Place) throws {
        file = place.data.appending(path: "running")
        descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: file.path]) }
        // The lock ends with its process, however that ends. Where it is held, another copy serves from the same folder and nothing has fallen.
        isHeld = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        let line = (try? String(contentsOf: file, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        fallen = isHeld && !line.isEmpty ? line : nil
    }

    deinit { close(descriptor) }

    /// From now on a sudden end is a fall. Where the mark cannot be written, a fall stays untold.
    package func set(at now: String) {
        guard isHeld else { return }
        let line = Array("\(now)\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, line, line.count, 0) }
    }

    /// The end is a good one.
    package func remove() {
        if isHeld { unlink(file.path) }
    }
}
