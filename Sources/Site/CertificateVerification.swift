import Catalogue
import Certificates
package import Foundation
import Kernel
import Languages

/// What `zbornica certificate verify` finds in a file or a text, with nothing but published keys.
package struct CertificateVerification: Sendable {
    package private(set) var lines: [String] = []
    package private(set) var isGenuine = true

    /// - Parameters:
    ///   - subject: a payload, the address of a QR code, or the path of a file that holds one or several: text or PDF.
    ///   - keys: a published key set.
    ///   - status: a published list of what is no longer good; without it only the signature is told.
    package init(_ subject: String, keys: URL, status: URL?) throws {
        let keys = try Self.read(keys, "a set of published keys", KeySet.init(json:))
        let status = try status.map { try Self.read($0, "a list of what is no longer good", StatusList.init(json:)) }
        let isFile = FileManager.default.fileExists(atPath: subject)
        let payloads = try isFile ? CertificatePayload.found(in: Array(Data(contentsOf: URL(fileURLWithPath: subject)))) : [subject]
        if payloads.isEmpty { fail("\(subject): there is no signed payload in it") }
        for payload in payloads { judge(payload, keys, status) }
    }

    /// A file that cannot be used.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    private static func read<Read>(_ file: URL, _ what: String, _ body: ([UInt8]) throws -> Read) throws -> Read {
        guard let data = try? Data(contentsOf: file) else { throw Fault(description: "\(file.path) cannot be read") }
        do { return try body(Array(data)) } catch { throw Fault(description: "\(file.path) is not \(what)") }
    }

    private mutating func judge(_ text: String, _ keys: KeySet, _ status: StatusList?) {
        guard let signed = CertificatePayload.Signed(text) else { return fail("this is no payload of a certificate") }
        let payload = signed.payload
        let facts = [
            "number \(payload.number)", payload.day.iso, payload.name, payload.programme, payload.hours > 0 ? "hours \(payload.hours)" : "",
            payload.points > 0 ? "points \(payload.points)" : "", "code \(payload.code.grouped)",
        ]
        let told = facts.filter { !$0.isEmpty }.joined(separator: " | ")
        guard let key = keys.keys.first(where: { $0.kid == payload.key }), let bytes = key.publicBytes else { return fail("UNKNOWN KEY \(payload.key): \(told)") }
        guard signed.isSigned(by: bytes) else { return fail("NOT GENUINE: the signature is wrong") }
        if status?.contains(payload.code) == true { return fail("NO LONGER VALID: \(told)") }
        if let revoked = key.revoked { return fail("KEY REVOKED \(revoked), ask the register: \(told)") }
        lines.append("genuine: \(told) | \(key.issuer)")
        if let status { lines.append("valid as of \(status.made)") }
    }

    private mutating func fail(_ line: String) {
        isGenuine = false
        lines.append(line)
    }
}
