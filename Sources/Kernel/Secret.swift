package import Crypto
package import Foundation

/// A random token that is given away once; only its hash is kept.
package struct Token: Sendable, Hashable {
    /// 32 letters of the address alphabet, 190 random bits.
    package let text: String

    package static func random() -> Token {
        var letters: [UInt8] = []
        while letters.count < 32 {
            // Random bytes for many letters are fetched at once. A byte above the largest multiple of the alphabet is drawn again, so that no letter is
            // likelier than another.
            for byte in SymmetricKey(size: .init(bitCount: 8 * 48)).withUnsafeBytes(Array.init) where byte < UInt8(4 * alphabet.count) {
                letters.append(alphabet[Int(byte) % alphabet.count])
            }
        }
        return Token(text: String(decoding: letters.prefix(32), as: UTF8.self))
    }

    private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789".utf8)

    package init(text: String) { self.text = text }

    package var hash: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }
}

/// The key file beside the database: it seals what even a stolen copy of the database must not tell.
package struct Seal: Sendable {
    private let key: SymmetricKey
    /// The key of marks. It is derived once, because a page makes several marks.
    private let marking: SymmetricKey

    package init(key: SymmetricKey) {
        self.key = key
        marking = Self.derived(key, "marks")
    }

    /// Reads the key file, or makes it on the first start, readable by its owner alone.
    package init(file: URL) throws {
        if let data = try? Data(contentsOf: file) {
            guard data.count == 32 else { throw CocoaError(.fileReadCorruptFile) }
            self.init(key: SymmetricKey(data: data))
            return
        }
        self.init(key: SymmetricKey(size: .bits256))
        let data = key.withUnsafeBytes { Data($0) }
        guard FileManager.default.createFile(atPath: file.path, contents: data, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    /// - Parameter purpose: bound to the sealed bytes; what was sealed for one purpose does not open for another.
    package func seal(_ bytes: [UInt8], for purpose: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: Self.derived(key, purpose))
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return Array(combined)
    }

    package func open(_ bytes: [UInt8], for purpose: String) throws -> [UInt8] {
        Array(try AES.GCM.open(AES.GCM.SealedBox(combined: bytes), using: Self.derived(key, purpose)))
    }

    /// A short authentic mark over a text, for forms.
    package func mark(_ text: String, for purpose: String) -> String {
        Hex.text(HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\0\(text)".utf8), using: marking).prefix(12))
    }

    /// What it is known by, where something says which key it needs.
    package var name: String { mark("name", for: "key") }

    func key(for purpose: String) -> SymmetricKey { Self.derived(key, purpose) }

    private static func derived(_ key: SymmetricKey, _ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: 32)
    }
}
