import Crypto
import Foundation
import Kernel
package import Languages

/// Everything that stands on a certificate, frozen when it is signed, so that it outlives the event, the programme and the centre.
///
/// It is kept as canonical JSON (RFC 8785): keys in order, no blanks, no key without a value. Texts hold no control characters.
package struct CertificateFacts: Codable, Hashable, Sendable {
    /// The version of this list of facts.
    package var version = 1
    package var language: String
    package var kind: CertificateKind
    package var part: CertificatePart
    /// As printed, in its bearer's own spelling.
    package var name: String
    package var school: String?
    package var issuer: Issuer
    /// The title of the programme, or of the gathering where there is none.
    package var title: String
    package var programme: ProgrammeFacts?
    /// ISO days, the first and the last.
    package var firstDay: String?
    package var lastDay: String?
    package var place: String?
    package var hours: Int?
    package var points: Int?
    package var trainers: [String]?
    // Set when it is signed:
    package var number: String?
    package var code: String?
    package var day: String?
    package var signatory: String?
    package var isDeputy: Bool?
    /// The number of the certificate in whose place it stands.
    package var replaces: String?
    /// The day on which this duplicate was made; the day of issue stays the original's.
    package var duplicated: String?
    /// It was typed over from an earlier register, or repeats what was; none for what this system issued.
    package var isEarlier: Bool?

    package struct Issuer: Codable, Hashable, Sendable {
        package var name: String
        package var address: String
        /// Scheme and host of its check page when it was signed.
        package var site: String
        /// SHA-256 of the picture of its logo when it was signed, hexadecimal; none for a centre that had none.
        package var logo: String?
    }

    /// The programme as it was approved. A catalogue number means something only within its cycle.
    package struct ProgrammeFacts: Codable, Hashable, Sendable {
        package var number: String
        package var cycle: String
        package var accreditor: String
        package var key: String
        package var institution: String?
        package var competence: String?
        package var priority: String?
        package var form: String?
    }

    /// The canonical form.
    package func text() throws -> String { try Canonical.text(self) }

    package init(text: String) throws {
        self = try JSONDecoder().decode(CertificateFacts.self, from: Data(text.utf8))
    }

    package init(language: Language, kind: CertificateKind, part: CertificatePart, name: String, issuer: Issuer, title: String) {
        self.language = language.rawValue
        self.kind = kind
        self.part = part
        self.name = name
        self.issuer = issuer
        self.title = title
    }

    package var writtenIn: Language { Language(rawValue: language) ?? .sr }
    package var days: ClosedRange<Day>? {
        guard let first = firstDay.flatMap({ Day(iso: $0) }), let last = lastDay.flatMap({ Day(iso: $0) }), first <= last else { return nil }
        return first...last
    }
}

/// JSON that is written the same by everybody (RFC 8785), so that its digest can be made again.
enum Canonical {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func digest(_ text: String) -> [UInt8] { digest(Array(text.utf8)) }
    static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: Data(bytes))) }

    /// A line as it may stand on a certificate.
    static func line(_ text: String) -> String { WrittenText.line(text) }
}
