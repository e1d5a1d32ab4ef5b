import Crypto
import Forms
package import Foundation
import Kernel

/// The folder of files: each under the digest of its bytes, so that the same file lies there once, and whether it is whole can be seen. Several copies of the
/// program may share it: a file appears whole, by one step.
package struct FileFolder: Sendable {
    let root: URL

    package init(_ root: URL) { self.root = root }

    /// So long something may lie there that no row names: whoever put it there may not have finished.
    static let graceSeconds = 86_400

    func place(of digest: String) -> URL { root.appending(path: "\(digest.prefix(2))/\(digest)") }

    /// Takes in what was uploaded.
    func keep(_ upload: Upload) throws {
        try move(upload.place, to: upload.digest)
    }

    /// Takes in what was made.
    /// - Returns: its digest.
    func keep(_ file: URL) throws -> String {
        let digest = try Self.digest(of: file)
        try move(file, to: digest)
        return digest
    }

    private func move(_ file: URL, to digest: String) throws {
        let place = place(of: digest), manager = FileManager.default
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if manager.fileExists(atPath: place.path) {
            // Somebody is about to name it: its time begins anew.
            try manager.setAttributes([.modificationDate: Date()], ofItemAtPath: place.path)
            return try manager.removeItem(at: file)
        }
        guard rename(file.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    package static func digest(of file: URL) throws -> String {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var digest = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { digest.update(data: piece) }
        return Hex.text(digest.finalize())
    }

    /// Removes what no row names, once its time is over, and what never came to its end.
    func sweep(keeping named: Set<String>, at now: Date = Date()) throws {
        let manager = FileManager.default
        guard let walk = manager.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey, .contentModificationDateKey]) else { return }
        for case let file as URL in walk {
            let facts = try file.resourceValues(forKeys: [.isRegularFileKey, .contentModificationDateKey])
            guard facts.isRegularFile == true, !named.contains(file.lastPathComponent), let changed = facts.contentModificationDate else { continue }
            if now.timeIntervalSince(changed) > Double(Self.graceSeconds) { try manager.removeItem(at: file) }
        }
    }

    /// What is wrong with the files that rows name, a line each.
    package func faults(of named: Set<String>) -> [String] {
        named.sorted().compactMap { digest in
            guard FileManager.default.fileExists(atPath: place(of: digest).path) else { return "\(digest.prefix(12)) -" }
            return (try? Self.digest(of: place(of: digest))) == digest ? nil : "\(digest.prefix(12)) ≠"
        }
    }
}
