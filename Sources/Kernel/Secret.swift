package import Crypto
package import Foundation

/// A random token that is given away once; only its hash is kept.
package struct Token: Sendable, Hashable {
    /// 32 letters of the address alphabet, 190 random bits.
    package let text: String

    package static func random() -> Token {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")
        return Token(text: String((0..<32).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }))
    }

    package init(text: String) { self.text = text }

    package var hash: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }
}

/// The key file beside the database: it seals what even a stolen copy of the database must not tell.
package struct Seal: Sendable {
    private let key: SymmetricKey

    package init(key: SymmetricKey) { self.key = key }

    /// Reads the key file, or makes it on the first start, readable by its owner alone.
    package init(file: URL) throws {
        if let data = try? Data(contentsOf: file) {
            guard data.count == 32 else { throw CocoaError(.fileReadCorruptFile) }
            key = SymmetricKey(data: data)
            return
        }
        key = SymmetricKey(size: .bits256)
        let data = key.withUnsafeBytes { Data($0) }
        guard FileManager.default.createFile(atPath: file.path, contents: data, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    /// - Parameter purpose: bound to the sealed bytes; what was sealed for one purpose does not open for another.
    package func seal(_ bytes: [UInt8], for purpose: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: derived(purpose))
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return Array(combined)
    }

    package func open(_ bytes: [UInt8], for purpose: String) throws -> [UInt8] {
        Array(try AES.GCM.open(AES.GCM.SealedBox(combined: bytes), using: derived(purpose)))
    }

    /// A short authentic mark over a text, for forms.
    package func mark(_ text: String, for purpose: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: derived(purpose)).prefix(12)
            .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: 32)
    }
}
