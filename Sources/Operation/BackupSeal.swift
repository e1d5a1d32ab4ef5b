package import Foundation
package import Kernel
package import Languages

/// The seal at the end of a copy, behind what SQLite reads of it: one line with the name of the key, the digest of all that stands before, and the same
/// digest with the key. A letter that was changed breaks it, and so does an end that is missing.
package enum BackupSeal {
    /// What a look at a copy tells.
    package enum Finding: Sendable, Hashable {
        case whole
        /// It carries none: it was cut, or an older program made it.
        case missing
        /// It is no longer what was sealed.
        case broken
        /// It is what was sealed, as far as the digest tells; which key sealed it cannot be proved, because that key is not here.
        case foreign

        /// What is wrong with it; nil when nothing is.
        package var fault: Phrase? {
            switch self {
            case .whole: nil
            case .missing: T.operation.sealMissing
            case .broken: T.operation.sealBroken
            case .foreign: T.operation.sealForeign
            }
        }
    }

    private static let purpose = "backup"
    private static let head = "\nzbornica seal 1 "
    /// Head, name of the key, digest, digest with the key, line end.
    private static let length = UInt64(head.utf8.count + 24 + 1 + 64 + 1 + 64 + 1)

    static func put(on file: URL, _ seal: Seal) throws {
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        let end = try handle.seekToEnd()
        let digest = try FileDigest(of: file, first: end, seal: seal, for: purpose)
        try handle.write(contentsOf: Data("\(head)\(seal.name) \(digest.plain) \(digest.keyed ?? "")\n".utf8))
        try handle.synchronize()
    }

    /// - Parameter seal: the key that is here; nil when there is none.
    package static func look(at file: URL, _ seal: Seal?) throws -> Finding {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        let end = try handle.seekToEnd()
        guard end > length else { return .missing }
        try handle.seek(toOffset: end - length)
        let line = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
        guard line.hasPrefix(head), line.hasSuffix("\n") else { return .missing }
        let words = line.dropFirst(head.count).split(whereSeparator: \.isWhitespace)
        guard words.count == 3 else { return .broken }
        let digest = try FileDigest(of: file, first: end - length, seal: seal, for: purpose)
        guard digest.plain == words[1] else { return .broken }
        guard let seal, seal.name == words[0] else { return .foreign }
        return digest.keyed.map { $0 == words[2] } == true ? .whole : .broken
    }
}
