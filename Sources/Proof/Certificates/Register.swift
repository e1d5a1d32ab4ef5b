package import Centres
package import Kernel
package import Languages
import Storage

/// The book of what a centre signed of one kind in one year. Its numbers begin with one and have no gaps.
package struct Register: Sendable {
    package typealias ID = Kernel.ID<Register>

    package let id: ID
    package let centre: Centre.ID
    package let kind: CertificateKind
    package let year: Int
    /// How a number is printed.
    package let format: NumberFormat
    package internal(set) var lastNumber: Int
    var lastEntry: Int
    package internal(set) var lastDay: Day?
    /// The link of the last entry of its chain.
    package internal(set) var head: [UInt8]
    /// Typed over from the time before this system. It gives no numbers; its chain tells what was done with its certificates since.
    package let isEarlier: Bool

    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        kind = try row["kind"]
        year = try row["year"]
        format = NumberFormat(text: try row["format"])
        lastNumber = try row["last_number"]
        lastEntry = try row["last_entry"]
        lastDay = try row["last_day"]
        head = try row["head"]
        isEarlier = try row["earlier"]
    }

    /// An empty one that has no row yet.
    init(of centre: Centre.ID, _ kind: CertificateKind, _ year: Int, format: NumberFormat) {
        (id, self.centre, self.kind, self.year, self.format) = (ID(0), centre, kind, year, format)
        (lastNumber, lastEntry, lastDay, head, isEarlier) = (0, 0, nil, RegisterEntry.origin, false)
    }

    /// By which the entries of its chain name it.
    var key: String { "\(centre)/\(kind.rawValue)/\(year)" + (isEarlier ? "/earlier" : "") }
}

/// How a number is printed; the centre decides it: `{number}/{year}`, `05-{number}/{year}`.
package struct NumberFormat: Hashable, Sendable {
    package let text: String
    private static let lengthMax = 32

    init(text: String) { self.text = text }

    /// - Throws: an invalid field `format` when it has no place for the number, other places, or grows too long.
    package init(typed: String) throws {
        let text = Canonical.line(typed)
        let rest = text.replacing("{number}", with: "").replacing("{year}", with: "")
        guard text.matches(of: /\{number\}/).count == 1, !rest.contains("{"), !rest.contains("}") else {
            throw Problem.invalid("format", T.certificates.formatWrong(number: "{number}", year: "{year}"))
        }
        guard NumberFormat(text: text).label(99_999, year: 2_000).count <= Self.lengthMax else {
            throw Problem.invalid("format", T.common.errorTooLong(most: .number(Self.lengthMax)))
        }
        self.text = text
    }

    /// What a kind's numbers look like until the centre says otherwise, in words of its language.
    static func usual(_ kind: CertificateKind, _ t: Texts) -> NumberFormat {
        let phrase = switch kind {
        case .certificate: T.certificates.formatCertificate(number: "{number}", year: "{year}")
        case .confirmation: T.certificates.formatConfirmation(number: "{number}", year: "{year}")
        case .thanks: T.certificates.formatThanks(number: "{number}", year: "{year}")
        }
        return NumberFormat(text: t(phrase))
    }

    package func label(_ number: Int, year: Int) -> String {
        text.replacing("{number}", with: "\(number)").replacing("{year}", with: "\(year)")
    }
}

/// What was done to a certificate, as its register tells.
package enum RegisterDeed: String, CaseIterable, Sendable, Codable, Storable {
    case issued, duplicated, voided, replaced, erased

    package var name: Phrase {
        switch self {
        case .issued: T.certificates.issued
        case .duplicated: T.certificates.duplicated
        case .voided: T.certificates.voided
        case .replaced: T.certificates.replaced
        case .erased: T.certificates.erased
        }
    }
}
