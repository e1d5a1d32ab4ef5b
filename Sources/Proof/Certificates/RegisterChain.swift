import Crypto
import Foundation
import Languages
import Storage

/// One entry of a register's chain.
///
/// `digest = SHA-256(salt ‖ content)`, `link = SHA-256(link before ‖ digest)`: when salt and content are erased by rule the links still hold.
package struct RegisterEntry: Sendable {
    package let entry: Int
    package let certificate: Int64
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
    }

    init(_ content: Content, certificate: Int64, after link: [UInt8]) throws {
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

    static func digest(_ salt: [UInt8], _ content: String) -> [UInt8] { Array(SHA256.hash(data: Data(salt) + Data(content.utf8))) }
    static func link(_ before: [UInt8], _ digest: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: Data(before) + Data(digest))) }
}

/// Looks a register over: are its entries all there, in order, as they were written, and do the certificates say what the entries say.
package struct RegisterChain: Sendable {
    /// What the rows of a certificate say now.
    package struct Standing: Sendable {
        let id: Int64
        let number: Int
        let label: String
        let code: String
        let state: CertificateState
        let facts: String?
        let isDuplicate: Bool
        let payload: String
        let publicKey: [UInt8]?
    }

    /// What was found, in words for whoever runs the machine.
    package private(set) var faults: [String] = []
    /// How many entries were erased by rule.
    package private(set) var erased = 0

    /// - Parameters:
    ///   - head: the link that the register itself holds.
    ///   - last: the number that was given last.
    ///   - pictures: digests of those that are there and whole.
    package init(_ name: String, entries: [RegisterEntry], certificates: [Standing], head: [UInt8], last: Int, pictures: Set<String>) {
        let byId = Dictionary(certificates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let erasedByRule = Set(entries.filter { $0.deed == .erased }.map(\.certificate))
        var link = RegisterEntry.origin
        var deeds: [Int64: [RegisterDeed]] = [:]
        for (place, entry) in entries.enumerated() {
            if entry.entry != place + 1 { faults.append("\(name): entry \(place + 1) is missing") ; break }
            if entry.link != RegisterEntry.link(link, entry.digest) { faults.append("\(name), entry \(entry.entry): the chain is broken (tampered)") }
            link = entry.link
            deeds[entry.certificate, default: []].append(entry.deed)
            inspect(entry, byId[entry.certificate], name, isErased: erasedByRule.contains(entry.certificate))
        }
        if link != head, faults.isEmpty { faults.append("\(name): the register's head is not the last entry (tampered)") }
        for certificate in certificates { inspect(certificate, deeds[certificate.id] ?? [], name, pictures) }
        let numbers = certificates.filter { !$0.isDuplicate }.map(\.number).sorted()
        if numbers != Array(1...max(1, last)).filter({ $0 <= last }) { faults.append("\(name): numbers 1–\(last) are not each given once") }
    }

    private mutating func inspect(_ entry: RegisterEntry, _ certificate: Standing?, _ name: String, isErased: Bool) {
        let place = "\(name), entry \(entry.entry)"
        guard let salt = entry.salt, let text = entry.content else {
            if isErased { erased += 1 } else { faults.append("\(place): its content is gone, and no rule erased it (tampered)") }
            return
        }
        guard RegisterEntry.digest(salt, text) == entry.digest, let content = try? JSONDecoder().decode(RegisterEntry.Content.self, from: Data(text.utf8)) else {
            return faults.append("\(place): it was changed after it was written (tampered)")
        }
        guard let certificate else { return faults.append("\(place): the certificate \(content.number) is gone (tampered)") }
        if content.number != certificate.label || content.code != certificate.code { faults.append("\(place): the certificate has another number or code (tampered)") }
        if let facts = content.facts, facts != certificate.facts.map({ Hex.text(Canonical.digest($0)) }) {
            faults.append("\(place): what certificate \(content.number) says was changed (tampered)")
        }
    }

    private mutating func inspect(_ certificate: Standing, _ deeds: [RegisterDeed], _ name: String, _ pictures: Set<String>) {
        let expected: CertificateState = deeds.contains(.voided) ? .void : deeds.contains(.replaced) ? .replaced : .valid
        if certificate.state != expected { faults.append("\(name), number \(certificate.label): it says \(certificate.state.rawValue), its entries \(expected.rawValue) (tampered)") }
        if !deeds.contains(.issued), !deeds.contains(.duplicated) { faults.append("\(name), number \(certificate.label): no entry tells of its issue (tampered)") }
        guard let facts = certificate.facts else {
            if !deeds.contains(.erased) { faults.append("\(name), number \(certificate.label): its facts are gone, and no rule erased them (tampered)") }
            return
        }
        guard let signed = CertificatePayload.Signed(certificate.payload), let key = certificate.publicKey, signed.isSigned(by: key),
            let facts = try? CertificateFacts(text: facts), signed.payload.agrees(with: facts)
        else { return faults.append("\(name), number \(certificate.label): the signature does not fit (tampered)") }
        if let logo = facts.issuer.logo, !pictures.contains(logo) { faults.append("\(name), number \(certificate.label): the logo that it was signed with is gone or changed (tampered)") }
    }
}
