package import Kernel
package import Languages
import Storage

/// The register of documents of one year: who gives numbers, and how they are written.
package struct RegistryBook: Sendable {
    package typealias ID = Kernel.ID<RegistryBook>

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let year: Int
    package let style: RegistryStyle
    /// The last number that was given; all before it were given too.
    package internal(set) var last: Int
    package let closed: Day?

    init(row: Row) throws {
        (id, centre, year) = (try row["id"], try row["centre"], try row["year"])
        (style, last, closed) = (try row["style"], try row["last_number"], try row["closed"])
    }

    package var isClosed: Bool { closed != nil }

    /// Whether it may be closed: its year is over, so that no paper wants a number of it any more.
    package func mayClose(on today: Day) -> Bool { !isClosed && year < today.year }
}

/// How a number is written on a paper. What was written stays when the style changes: a label is kept as it was given.
package enum RegistryStyle: String, CaseIterable, Sendable, Storable {
    /// *45/2026*, and *45-1/2026* for the next paper of the case.
    case year
    /// The same behind the mark: *610-45/2026*.
    case mark
    /// *45* and *45-1*.
    case short

    package func label(_ number: Int, sub: Int, year: Int, mark: String = "") -> String {
        let own = sub == 0 ? "\(number)" : "\(number)-\(sub)"
        switch self {
        case .year: return "\(own)/\(year)"
        case .mark: return mark.isEmpty ? "\(own)/\(year)" : "\(mark)-\(own)/\(year)"
        case .short: return own
        }
    }
}

extension Subject {
    package static func registryBook(_ id: RegistryBook.ID) -> Subject { .other("registry_book", id.value) }
}
