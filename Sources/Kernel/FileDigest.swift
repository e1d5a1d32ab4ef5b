import Crypto
package import Foundation

/// What the beginning of a file comes to, read piece by piece: a digest that anybody can make again, and a mark that only the key makes.
package struct FileDigest: Sendable, Hashable {
    package let plain: String
    package let keyed: String?

    private static let piece = 1 << 20

    /// - Parameters:
    ///   - bytes: how many of them from the beginning.
    ///   - purpose: the mark is good for it alone.
    package init(of file: URL, first bytes: UInt64, seal: Seal?, for purpose: String) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var (left, plain) = (bytes, SHA256())
        var keyed = seal.map { HMAC<SHA256>(key: $0.key(for: purpose)) }
        while left > 0, let data = try handle.read(upToCount: Int(min(left, UInt64(Self.piece)))), !data.isEmpty {
            plain.update(data: data)
            keyed?.update(data: data)
            left -= UInt64(data.count)
        }
        guard left == 0 else { throw CocoaError(.fileReadCorruptFile) }
        self.plain = Hex.text(plain.finalize())
        self.keyed = keyed.map { Hex.text($0.finalize()) }
    }
}
