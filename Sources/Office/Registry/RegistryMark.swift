package import Kernel
package import Languages
import Storage

/// A classification mark: what papers of it are about, and how long they are kept.
package struct RegistryMark: Sendable {
    package typealias ID = Kernel.ID<RegistryMark>

    package let id: ID
    package let draft: RegistryMarkDraft
    /// The day from which no paper gets it any more.
    package let ended: Day?
    /// The newest first.
    package let terms: [RegistryTerm]

    init(row: Row, terms: [RegistryTerm]) throws {
        id = try row["id"]
        let papers: String = try row["papers"]
        draft = RegistryMarkDraft(code: try row["code"], name: try row["name"], papers: Set(papers.split(separator: " ").map(String.init)))
        ended = try row["ended"]
        self.terms = terms
    }

    package var code: String { draft.code }
    package var name: String { draft.name }
    package func isUsable(on day: Day) -> Bool { ended.map { day < $0 } ?? true }
    /// The term of papers that came to be on a day.
    package func term(on day: Day) -> RegistryTerm? { RegistryTerm.holding(on: day, terms) }
}

package struct RegistryMarkDraft: Sendable, Hashable {
    package var code: String
    package var name: String
    /// Kinds of papers that the program makes and that get it by themselves.
    package var papers: Set<String> = []

    package init(code: String, name: String, papers: Set<String> = []) { (self.code, self.name, self.papers) = (code, name, papers) }
}

/// How long papers are kept: a rule with a day from which it holds, and where it is written.
package struct RegistryTerm: Sendable, Hashable {
    package let since: Day
    /// Nil: for ever.
    package let years: Int?
    package let article: String

    package init(since: Day, years: Int?, article: String = "") { (self.since, self.years, self.article) = (since, years, article) }

    package static let yearsBounds = 1...100

    /// The rule of a day; before the first of all rules the first.
    package static func holding(on day: Day, _ terms: [RegistryTerm]) -> RegistryTerm? {
        terms.filter { $0.since <= day }.max { $0.since < $1.since } ?? terms.min { $0.since < $1.since }
    }

    /// The first year in which papers of a year need not be kept any more: the term is counted from the end of the year in which they came to be.
    package static func over(year: Int, years: Int?) -> Int? { years.map { year + $0 + 1 } }
}

extension Subject {
    package static func registryMark(_ id: RegistryMark.ID) -> Subject { .other("registry_mark", id.value) }
}
