import Crypto
import Foundation
import Kernel
import Languages
import Storage

/// One entry of a register's chain.
///
/// `digest = SHA-256(salt ‖ content)`, `link = SHA-256(link before ‖ digest)`: when salt and content are erased by rule the links still hold.
package struct RegisterEntry: Sendable {
    package let entry: Int
    package let certificate: Certificate.ID
    package let deed: RegisterDeed
    package let salt: [UInt8]?
    package let content: String?
    package let digest: [UInt8]
    package let link: [UInt8]

    static let origin = [UInt8](repeating: 0, count: 32)
    private static let saltBytes = 16

    /// What the digest is made of, as canonical JSON.
    struct Content: Codable, Hashable, Sendable {
        var register: String
        var entry: Int
        var deed: RegisterDeed
        /// ISO moment.
        var at: String
        var number: String
        var code: String
        /// SHA-256 of the certificate's facts, hexadecimal; none when they were erased.
        var facts: String?
        var reason: String?
        /// What stays of a certificate whose data are erased: where it stood, and its ISO day. Only in an entry `erased`.
        var state: CertificateState?
        var day: String?
    }

    init(_ content: Content, certificate: Certificate.ID, after link: [UInt8]) throws {
        let salt = (0..<Self.saltBytes).map { _ in UInt8.random(in: .min ... .max) }
        let text = try Canonical.text(content)
        entry = content.entry
        self.certificate = certificate
        deed = content.deed
        self.salt = salt
        self.content = text
        digest = Self.digest(salt, text)
        self.link = Self.link(link, digest)
    }

    init(row: Row) throws {
        entry = try row["entry"]
        certificate = try row["certificate"]
        deed = try row["deed"]
        salt = try row["salt"]
        content = try row["content"]
        digest = try row["digest"]
        link = try row["link"]
    }

    /// Its content is gone: a rule asked for it, or somebody took it.
    var isBare: Bool { salt == nil || content == nil }

    /// What its digest covers; nil when that is gone or was changed.
    var told: Content? {
        guard let salt, let content, Self.digest(salt, content) == digest else { return nil }
        return try? JSONDecoder().decode(Content.self, from: Data(content.utf8))
    }

    static func digest(_ salt: [UInt8], _ content: String) -> [UInt8] { Array(SHA256.hash(data: Data(salt) + Data(content.utf8))) }
    static func link(_ before: [UInt8], _ digest: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: Data(before) + Data(digest))) }
}

/// Looks a register over: are its entries all there, in order, as they were written, and do the certificates say what the entries say.
/// Only what a digest covers is believed: a column beside it must say the same.
package struct RegisterChain: Sendable {
    /// What was found, in words for whoever runs the machine.
    package private(set) var faults: [String] = []
    /// How many entries were erased by rule.
    package private(set) var erased = 0

    private let name: String
    private let register: Register

    /// - Parameter pictures: digests of those that are there and whole.
    init(_ name: String, of register: Register, entries: [RegisterEntry], certificates: [CertificateStanding], pictures: Set<String>) {
        self.name = name
        self.register = register
        let byId = Dictionary(certificates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let erasures = Dictionary(entries.filter { $0.told?.deed == .erased }.map { ($0.certificate, $0.entry) }, uniquingKeysWith: max)
        var link = RegisterEntry.origin
        var tales: [Certificate.ID: CertificateTale] = [:]
        for (place, entry) in entries.enumerated() {
            if entry.entry != place + 1 { faults.append("\(name): entry \(place + 1) is missing"); break }
            if entry.link != RegisterEntry.link(link, entry.digest) { faults.append("\(name), entry \(entry.entry): the chain is broken (tampered)") }
            link = entry.link
            if entry.isBare {
                inspect(bare: entry, erasedBy: erasures[entry.certificate])
            } else if let told = entry.told {
                tales[entry.certificate, default: .init()].hear(told)
                inspect(entry, told, byId[entry.certificate])
            } else {
                faults.append("\(name), entry \(entry.entry): it was changed after it was written (tampered)")
            }
        }
        if link != register.head, faults.isEmpty { faults.append("\(name): the register's head is not the last entry (tampered)") }
        for certificate in certificates { inspect(certificate, tales[certificate.id] ?? .init(), pictures) }
        if register.isEarlier { return }  // Its numbers are as they were written.
        let (numbers, last) = (certificates.filter { !$0.isDuplicate }.compactMap(\.number).sorted(), register.lastNumber)
        if numbers != Array(1...max(1, last)).filter({ $0 <= last }) { faults.append("\(name): numbers 1–\(last) are not each given once") }
    }

    /// - Parameter erasure: the entry that tells of the erasure; it excuses those before it.
    private mutating func inspect(bare entry: RegisterEntry, erasedBy erasure: Int?) {
        if let erasure, entry.entry < erasure { return erased += 1 }
        faults.append("\(name), entry \(entry.entry): its content is gone, and no rule erased it (tampered)")
    }

    private mutating func inspect(_ entry: RegisterEntry, _ told: RegisterEntry.Content, _ certificate: CertificateStanding?) {
        let place = "\(name), entry \(entry.entry)"
        if told.deed != entry.deed || told.entry != entry.entry || told.register != register.key {
            faults.append("\(place): its row says something else than was written (tampered)")
        }
        guard let certificate else { return faults.append("\(place): the certificate \(told.number) is gone (tampered)") }
        if told.number != certificate.label || told.code != certificate.code { faults.append("\(place): the certificate has another number or code (tampered)") }
        if told.facts != certificate.facts.map({ Hex.text(Canonical.digest($0)) }) {
            faults.append("\(place): what certificate \(told.number) says was changed (tampered)")
        }
    }

    private mutating func inspect(_ certificate: CertificateStanding, _ tale: CertificateTale, _ pictures: Set<String>) {
        let place = "\(name), number \(certificate.label)"
        if let state = tale.state, certificate.state != state {
            faults.append("\(place): it says \(certificate.state.rawValue), its entries \(state.rawValue) (tampered)")
        }
        if certificate.reason != tale.reason { faults.append("\(place): the reason is not the one in its entries (tampered)") }
        if !tale.isIssued, !tale.isErased, !certificate.isEarlier { faults.append("\(place): no entry tells of its issue (tampered)") }
        let label = register.isEarlier ? certificate.label : certificate.number.map { register.format.label($0, year: register.year) }
        if certificate.kind != register.kind || certificate.label != label {
            faults.append("\(place): its kind or running number is another (tampered)")
        }
        guard let text = certificate.facts else {
            if !tale.isErased { faults.append("\(place): its facts are gone, and no rule erased them (tampered)") }
            if !certificate.isSilent || tale.day.map({ $0 != certificate.day }) ?? false {
                faults.append("\(place): its data are erased, and yet it says something (tampered)")
            }
            return
        }
        if certificate.isEarlier {
            // Nobody signed it here; its seal says whether it is as it was typed over.
            if (try? CertificateFacts(text: text)).map({ !certificate.says($0) }) ?? true {
                faults.append("\(place): the register says something else than the certificate (tampered)")
            }
            return
        }
        guard let signed = CertificatePayload.Signed(certificate.payload), let key = certificate.publicKey, signed.isSigned(by: key),
            let facts = try? CertificateFacts(text: text), signed.payload.agrees(with: facts)
        else { return faults.append("\(place): the signature does not fit (tampered)") }
        if !certificate.says(facts) { faults.append("\(place): the register says something else than the certificate (tampered)") }
        if let logo = facts.issuer.logo, !pictures.contains(logo) { faults.append("\(place): the logo that it was signed with is gone or changed (tampered)") }
    }
}

/// What the entries of one certificate tell together, in their order.
private struct CertificateTale {
    var isIssued = false
    var isErased = false
    /// Nil when nothing tells it.
    var state: CertificateState? = .valid
    var reason = ""
    /// Of a certificate that is erased.
    var day: String?

    mutating func hear(_ told: RegisterEntry.Content) {
        switch told.deed {
        case .issued, .duplicated: isIssued = true
        case .voided: (state, reason) = (.void, told.reason ?? "")
        case .replaced: (state, reason) = (.replaced, told.reason ?? "")
        case .erased: (isErased, state, reason, day) = (true, told.state, "", told.day)
        }
    }
}
