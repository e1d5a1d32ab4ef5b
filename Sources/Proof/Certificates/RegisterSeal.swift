import Crypto
import Foundation
package import Kernel
import Languages
import Storage

/// What was typed over from earlier registers in one act, sealed: a row that is changed later no longer fits. It stands outside the chain of the
/// registers that are kept here, for nobody signed it here.
///
/// `digest = SHA-256(salt ‖ content)` of each row, `seal = SHA-256(seal before ‖ digest)` over the rows of one act, from 32 zeros on.
struct RegisterSeal: Sendable {
    let id: ID<RegisterSeal>
    let rows: Int
    let digest: [UInt8]

    static let origin = [UInt8](repeating: 0, count: 32)

    init(row: Row) throws {
        id = try row["id"]
        rows = try row["rows"]
        digest = try row["digest"]
    }
}

/// What an act did with one certificate of an earlier register.
enum SealedDeed: String, Sendable, Codable, Storable {
    case brought, corrected, removed
}

/// One row of a seal.
struct SealedRow: Sendable {
    let seal: ID<RegisterSeal>
    let place: Int
    let certificate: Certificate.ID
    let deed: SealedDeed
    /// Nil when what it covers was erased by rule.
    let salt: [UInt8]?
    let digest: [UInt8]

    /// What its digest covers, as canonical JSON.
    struct Content: Codable, Sendable {
        var certificate: Int64
        var deed: SealedDeed
        /// SHA-256 of the facts, hexadecimal.
        var facts: String?
    }

    init(row: Row) throws {
        seal = try row["seal"]
        place = try row["place"]
        certificate = try row["certificate"]
        deed = try row["deed"]
        salt = try row["salt"]
        digest = try row["digest"]
    }

    static func digest(_ deed: SealedDeed, _ certificate: Certificate.ID, facts: String?, salt: [UInt8]) throws -> [UInt8] {
        let content = Content(certificate: certificate.value, deed: deed, facts: facts.map { Hex.text(Canonical.digest($0)) })
        return RegisterEntry.digest(salt, try Canonical.text(content))
    }
}

/// Looks the seals over: are all rows there, and does each certificate still say what was typed over.
package struct SealInspection: Sendable {
    /// What was found, in words for whoever runs the machine.
    package private(set) var faults: [String] = []
    package let count: Int

    init(_ seals: [RegisterSeal], rows: [SealedRow], certificates: [CertificateStanding]) throws {
        count = seals.count
        let rowsOf = Dictionary(grouping: rows, by: \.seal)
        for seal in seals {
            var digest = RegisterSeal.origin
            let own = rowsOf[seal.id] ?? []
            for row in own { digest = RegisterEntry.link(digest, row.digest) }
            if own.map(\.place) != Array(0..<seal.rows) || digest != seal.digest {
                faults.append("earlier register, seal \(seal.id): its rows are not those that were sealed (tampered)")
            }
        }
        let newest = Dictionary(rows.map { ($0.certificate, $0) },
            uniquingKeysWith: { $0.seal.value > $1.seal.value || ($0.seal == $1.seal && $0.place > $1.place) ? $0 : $1 })
        for certificate in certificates {
            let place = "earlier register, number \(certificate.label)"
            guard let row = newest[certificate.id], row.deed != .removed else {
                faults.append("\(place): no seal tells of it (tampered)")
                continue
            }
            guard let facts = certificate.facts else {
                if row.salt != nil || !certificate.isSilent { faults.append("\(place): its facts are gone, and no rule erased them (tampered)") }
                continue
            }
            let isWhole = try row.salt.map { try SealedRow.digest(row.deed, certificate.id, facts: facts, salt: $0) == row.digest } ?? false
            if !isWhole { faults.append("\(place): it says something else than was typed over (tampered)") }
        }
        let there = Set(certificates.map(\.id))
        for row in newest.values.sorted(by: { $0.certificate < $1.certificate }) where row.deed != .removed && !there.contains(row.certificate) {
            faults.append("earlier register: a certificate that was typed over is gone (tampered)")
        }
    }
}
