import Crypto
import CryptoExtras
import Foundation
import Kernel
import Languages
import NIOPosix

/// A password, kept as an scrypt digest that carries its own parameters: `scrypt$32768$8$3$salt$digest`.
enum Password {
    static let lengthMin = 10
    static let lengthMax = 200

    /// The cost of new digests: 32 MB and three times about 60 ms, one of the equal choices of OWASP's cheat sheet on keeping passwords.
    struct Cost: Sendable, Hashable {
        var rounds = 32_768
        var blockSize = 8
        var parallelism = 3

        var memory: Int { 2 * 128 * rounds * blockSize }
    }

    /// Memory and cores are the machine's, so at most two digests are made at a time, whoever asks.
    private static let threads: NIOThreadPool = {
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        return threads
    }()

    /// What is wrong with a password that somebody chose; nil when it will do.
    static func fault(_ password: String, email: String?) -> Phrase? {
        if password.count < lengthMin { return T.accounts.passwordShort(least: .number(lengthMin)) }
        if password.count > lengthMax { return T.accounts.passwordLong(most: .number(lengthMax)) }
        let small = password.lowercased()
        if Set(small).count < 4 || small == email || isRow(small) || CommonPasswords.holds(small) { return T.accounts.passwordWeak }
        return nil
    }

    /// Letters in the order of a keyboard or an alphabet, or a few of them over and over: `1234567890`, `qwertyuiop`, `abcabcabcabc`.
    private static func isRow(_ small: String) -> Bool {
        let small = Script.latin(fromCyrillic: small), letters = Array(small)
        if (1...4).contains(where: { step in zip(letters, letters.dropFirst(step)).allSatisfy { $0 == $1 } }) { return true }
        let rows = ["12345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm",
                    "abvgdđežzijklljmnnjoprstćufhcčdžš", "ljnjertzuiopšđasdfghjklčćždzdžcvbnm"]
        return rows.contains { $0.contains(small) || String($0.reversed()).contains(small) }
    }

    /// A digest of today's cost in place of one that cost less; nil when it costs as much already.
    static func stronger(_ password: String, _ hash: String) async throws -> String? {
        Kept(hash)?.cost == Cost() ? nil : try await self.hash(password)
    }

    static func hash(_ password: String) async throws -> String {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        let cost = Cost()
        let digest = try await digest(password, salt: salt, cost)
        return "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(Data(salt).base64EncodedString())$\(Data(digest).base64EncodedString())"
    }

    /// - Parameter hash: nil when there is none; the same work is done, and the answer is no.
    static func matches(_ password: String, _ hash: String?) async throws -> Bool {
        guard let kept = Kept(hash ?? Kept.nobody) else { return false }
        let digest = try await digest(password, salt: kept.salt, kept.cost)
        return hash != nil && isSame(digest, kept.digest)
    }

    private static func digest(_ password: String, salt: [UInt8], _ cost: Cost) async throws -> [UInt8] {
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        return try await threads.runIfActive {
            try KDF.Scrypt.deriveKey(
                from: bytes, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism,
                maxMemory: cost.memory
            ).withUnsafeBytes { Array($0) }
        }
    }

    /// Compared in the same time wherever the first difference stands.
    private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && zip(one, other).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }

    private struct Kept {
        let cost: Cost
        let salt: [UInt8]
        let digest: [UInt8]

        /// A digest of the usual cost that nothing was ever made into.
        static let nobody = "scrypt$\(Cost().rounds)$\(Cost().blockSize)$\(Cost().parallelism)$AAAAAAAAAAAAAAAAAAAAAA==$AAAA"

        init?(_ text: String) {
            let parts = text.split(separator: "$", omittingEmptySubsequences: false)
            guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(typed: parts[1], in: 2...1 << 24), let blockSize = Int(typed: parts[2], in: 1...64),
                let parallelism = Int(typed: parts[3], in: 1...64)
            else { return nil }
            guard let salt = Data(base64Encoded: String(parts[4])), let digest = Data(base64Encoded: String(parts[5])) else { return nil }
            cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
            self.salt = Array(salt)
            self.digest = Array(digest)
        }
    }
}
