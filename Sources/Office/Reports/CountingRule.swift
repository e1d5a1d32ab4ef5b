package import Kernel
package import Languages
import Storage

/// Who counts as having taken part. A centre may say it otherwise from a day on; a report goes by the rule that holds on the last day of its
/// year, and keeps its number.
package struct CountingRule: Sendable, Hashable {
    package typealias ID = Kernel.ID<CountingRule>

    package enum Way: String, CaseIterable, Sendable, Storable {
        /// Whoever is marked as present at any session.
        case marked
        /// Whoever was present at half of the time at least.
        case half
        /// Whoever holds a valid certificate or confirmation of it.
        case proof

        package var name: Phrase {
            switch self {
            case .marked: T.reports.wayMarked
            case .half: T.reports.wayHalf
            case .proof: T.reports.wayProof
            }
        }

        package func counts(_ visit: ReportVisit) -> Bool {
            switch self {
            case .marked: true
            case .half: visit.minutes * 2 >= visit.whole
            case .proof: visit.hasProof
            }
        }
    }

    /// Counts up with each rule of a centre; 1 is what the program begins with.
    package let number: Int
    package let starts: Day
    package let way: Way
    /// On what it rests.
    package let article: String

    package init(_ number: Int, _ way: Way, from starts: Day, article: String = "") {
        (self.number, self.way, self.starts, self.article) = (number, way, starts, article)
    }

    package static let first = CountingRule(1, .marked, from: .first)

    /// The one that holds on a day: that which began last.
    package static func holding(on day: Day, among rules: [CountingRule]) -> CountingRule {
        rules.filter { $0.starts <= day }.max { ($0.starts, $0.number) < ($1.starts, $1.number) } ?? first
    }
}

/// Until when a report of some kind is handed in, each year.
package struct ReportTerm: Sendable, Hashable {
    package let kind: ReportKind
    package let month: Int
    package let day: Int
    package let article: String

    package init(_ kind: ReportKind, month: Int, day: Int, article: String = "") {
        (self.kind, self.month, self.day, self.article) = (kind, month, day, article)
    }

    /// From so many days before it on it is spoken of.
    package static let ahead = 45

    /// The last day in a year; of the last of February where there is no such day.
    package func last(in year: Int) -> Day? {
        Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
    }
}
