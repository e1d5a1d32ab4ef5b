package import Files
package import Forms
package import Kernel
package import Languages
package import Storage

/// A document that a centre publishes: its annual plan, its report, its informer.
package struct CentreDocument: Sendable {
    package typealias ID = Kernel.ID<CentreDocument>

    /// What kind of document it is; the public list stands in this order.
    package enum Section: String, CaseIterable, Sendable, Storable {
        case plan, report, informer, prices, act, other

        package var name: Phrase {
            switch self {
            case .plan: T.publishing.sectionPlan
            case .report: T.publishing.sectionReport
            case .informer: T.publishing.sectionInformer
            case .prices: T.publishing.sectionPrices
            case .act: T.publishing.sectionAct
            case .other: T.publishing.sectionOther
            }
        }
    }

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let file: StoredFile
    package let details: CentreDocumentDetails
    /// Not shown any more.
    package let isWithdrawn: Bool

    init(row: Row, file: StoredFile) throws {
        id = try row["id"]
        centre = try row["centre"]
        self.file = file
        details = CentreDocumentDetails(title: try row["title"], section: try row["section"], year: try row["year"])
        isWithdrawn = try row["withdrawn"]
    }
}

package struct CentreDocumentDetails: Sendable, Hashable {
    package var title: String
    package var section: CentreDocument.Section
    package var year: Int

    package init(title: String, section: CentreDocument.Section, year: Int) {
        self.title = title
        self.section = section
        self.year = year
    }

    /// From the first year in which there was any such centre.
    static let years = 1950...2100

    init(_ typed: Typed) throws {
        var faults = Faults()
        let section = CentreDocument.Section(rawValue: typed["section"])
        faults.require(section != nil, "section", T.common.errorChoose)
        faults.require(!typed["title"].isEmpty, "title", T.common.errorMissing)
        faults.limit(typed["title"], "title")
        let year = faults.number(typed, "year", in: Self.years)
        try faults.check()
        self.init(title: typed["title"], section: section ?? .other, year: year ?? Self.years.lowerBound)
    }
}
