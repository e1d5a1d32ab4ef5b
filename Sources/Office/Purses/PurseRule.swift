package import Kernel
package import Languages
package import Storage

/// For whom or for what a source may pay, or how much at most, with the article that says so. Of a kind of which it has no rule it may pay for all.
package struct PurseRule: Sendable, Hashable {
    package typealias ID = Kernel.ID<PurseRule>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        case municipality, school, job, topic, event = "event_kind", personMost = "person_most", eventMost = "event_most", totalMost = "total_most"

        /// Whether it is a ceiling, and not one of those whom or what it pays for.
        package var isCeiling: Bool { self == .personMost || self == .eventMost || self == .totalMost }
        /// Whether its value is the number of a row.
        package var isChosen: Bool { !isCeiling && self != .job }
    }

    package let id: ID?
    package let kind: Kind
    /// The number of a municipality, a school, a topic or a form of events; words of a job.
    package let value: String
    /// Of a ceiling, in hundredths.
    package let amount: Int
    package let article: String

    package init(id: ID? = nil, _ kind: Kind, _ value: String = "", amount: Int = 0, article: String = "") {
        (self.id, self.kind, self.value, self.amount, self.article) = (id, kind, value, amount, article)
    }

    package init(_ kind: Kind, _ number: Int64, article: String = "") { self.init(kind, "\(number)", article: article) }

    /// What it allows, as the journal has it.
    package var written: String { kind.isCeiling ? "\(amount)" : value }

    /// So many a source may have.
    package static let most = 200
}
