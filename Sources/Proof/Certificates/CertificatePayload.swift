import Catalogue
import Crypto
import Foundation
import Kernel
package import Languages

/// What a QR code carries behind the `#` of its address: the facts that matter, signed, so that they can be believed without any server.
///
/// Ten lines of UTF-8, their bytes and the signature over them in base64url with a full stop between. docs/certificate-format.md says it in full.
package struct CertificatePayload: Hashable, Sendable {
    package let key: String
    /// Kind and part, a letter each.
    package let sort: String
    package let code: CertificateCode
    package let number: String
    package let day: Day
    package let hours: Int
    package let points: Int
    /// Accreditor, years of the cycle and catalogue number; empty without a programme.
    package let programme: String
    /// Cut with an ellipsis when it would not fit.
    package let name: String

    static let version = "Z1"
    /// Letters of the whole payload, so that the code stays readable at thirty millimetres.
    static let limit = 350
    private static let ellipsis = "…"

    private var lines: [String] { [Self.version, key, sort, code.text, number, day.iso, "\(hours)", "\(points)", programme, name] }

    /// The bytes that are signed.
    var text: String { lines.joined(separator: "\n") }

    /// Of facts that have their number. Where all do not fit one code with their address, the name gives way, then the programme.
    init(_ facts: CertificateFacts, key: String, code: CertificateCode, day: Day) {
        self.key = key
        sort = "\(facts.kind.letter)\(facts.part.letter)"
        self.code = code
        number = facts.number ?? ""
        self.day = day
        hours = facts.hours ?? 0
        points = facts.points ?? 0
        // Four letters for three bytes; 86 for the signature, one for the full stop.
        let room = (CertificateAddress.room(code, facts) - 87) * 3 / 4
        let fixed = [Self.version, key, sort, code.text, number, day.iso, "\(hours)", "\(points)", "", ""].joined(separator: "\n").utf8.count
        programme = Self.cut(facts.programme?.key ?? "", to: max(0, (room - fixed) / 2))
        name = Self.cut(facts.name, to: room - fixed - programme.utf8.count)
    }

    private static func cut(_ text: String, to bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var kept = text
        while !kept.isEmpty, kept.utf8.count + ellipsis.utf8.count > bytes { kept.removeLast() }
        return kept + ellipsis
    }

    func signed(by key: Curve25519.Signing.PrivateKey) throws -> String {
        "\(Base64URL.text(text.utf8)).\(Base64URL.text(try key.signature(for: Data(text.utf8))))"
    }
}

extension CertificatePayload {
    /// A payload as it was read, with its signature.
    package struct Signed: Sendable {
        package let payload: CertificatePayload
        let bytes: [UInt8]
        let signature: [UInt8]

        /// - Parameter text: the payload alone, or the whole address with it behind `#`.
        package init?(_ text: String) {
            let part = text.split(separator: "#").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
            let halves = part.split(separator: ".", omittingEmptySubsequences: false)
            guard part.utf8.count <= 1_000, halves.count == 2, let bytes = Base64URL.bytes(halves[0]), let signature = Base64URL.bytes(halves[1]), signature.count == 64,
                let text = String(validating: bytes, as: UTF8.self), let payload = CertificatePayload(text: text)
            else { return nil }
            self.payload = payload
            self.bytes = bytes
            self.signature = signature
        }

        package func isSigned(by publicKey: [UInt8]) -> Bool {
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
            return key.isValidSignature(Data(signature), for: Data(bytes))
        }
    }

    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 10, lines[0] == Self.version, let code = CertificateCode(typed: lines[3]), code.text == lines[3], let day = Day(iso: lines[5]),
            let hours = Int(typed: lines[6], in: 0...10_000), let points = Int(typed: lines[7], in: 0...10_000)
        else { return nil }
        (key, sort, self.code, number, self.day, self.hours, self.points, programme, name) = (lines[1], lines[2], code, lines[4], day, hours, points, lines[8], lines[9])
    }

    /// Whether the printed facts say the same.
    package func agrees(with facts: CertificateFacts) -> Bool {
        func same(_ short: String, _ long: String) -> Bool { short == long || (short.hasSuffix(Self.ellipsis) && long.hasPrefix(short.dropLast())) }
        return code.text == facts.code && number == facts.number && day.iso == facts.day && hours == facts.hours ?? 0 && points == facts.points ?? 0
            && sort == "\(facts.kind.letter)\(facts.part.letter)" && same(name, facts.name) && same(programme, facts.programme?.key ?? "")
    }
}

extension CertificatePayload {
    /// Every signed payload that stands in a file: an address in a text, or the keywords of a PDF.
    package static func found(in bytes: [UInt8]) -> [String] {
        func isLetter(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: true
            default: false
            }
        }
        var found: [String] = []
        for run in bytes.split(whereSeparator: { !isLetter($0) }) where run.count > 120 && run.count <= limit {
            let text = String(decoding: run, as: UTF8.self)
            if Signed(text) != nil, !found.contains(text) { found.append(text) }
        }
        return found
    }
}
