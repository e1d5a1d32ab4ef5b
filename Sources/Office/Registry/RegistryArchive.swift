package import Kernel
package import Languages
import Storage

/// A line of the archive book: the papers of a year and a mark, where they stand and how long.
package struct RegistryArchive: Sendable {
    package typealias ID = Kernel.ID<RegistryArchive>

    package let id: ID
    package let number: Int
    package let draft: RegistryArchiveDraft
    /// How many papers of the register it holds.
    package let papers: Int
    package let years: Int?
    package let article: String
    package let entered: Day
    package let disposed: Day?
    /// The number of the archive's consent.
    package let approval: String

    init(row: Row) throws {
        (id, number) = (try row["id"], try row["number"])
        draft = RegistryArchiveDraft(
            year: try row["year"], mark: try row["mark"], contents: try row["contents"], quantity: try row["quantity"], place: try row["place"])
        (papers, years, article) = (try row["papers"], try row["years"], try row["article"])
        (entered, disposed, approval) = (try row["entered"], try row["disposed"], try row["approval"])
    }

    /// Whether its time is over, so that the archive may be asked for its consent.
    package func isOver(on today: Day) -> Bool { disposed == nil && RegistryTerm.over(year: draft.year, years: years).map { $0 <= today.year } ?? false }
}

package struct RegistryArchiveDraft: Sendable, Hashable {
    package var year: Int
    package var mark: RegistryMark.ID?
    package var contents: String
    /// How much it is: *2 регистратора*.
    package var quantity = ""
    package var place = ""

    package init(year: Int, mark: RegistryMark.ID?, contents: String, quantity: String = "", place: String = "") {
        (self.year, self.mark, self.contents, self.quantity, self.place) = (year, mark, contents, quantity, place)
    }

    package static let yearBounds = 1950...2199
}

extension Subject {
    package static func registryArchive(_ id: RegistryArchive.ID) -> Subject { .other("registry_archive", id.value) }
}
