package import Centres
package import Kernel
package import Languages
package import Planning
import Storage

/// What a centre tells somebody of a year. Its numbers are those of the moment in which it was reckoned, with the rule by which they were counted: the same
/// report says the same next year.
package struct Report: Sendable {
    package typealias ID = Kernel.ID<Report>

    package enum State: String, CaseIterable, Sendable, Storable {
        case draft, signed, withdrawn

        package var name: Phrase {
            switch self {
            case .draft: T.reports.stateDraft
            case .signed: T.reports.stateSigned
            case .withdrawn: T.reports.stateWithdrawn
            }
        }
    }

    package let id: ID
    package let centre: Centre.ID
    package let kind: ReportKind
    package let year: PlanYear
    /// Of which alone it tells.
    package let municipality: Municipality.ID?
    package let state: State
    /// By which rule people were counted, and what that says.
    package let countedBy: Int
    package let way: CountingRule.Way
    package let reckoned: Instant
    package let signed: Day?
    /// In the book of documents.
    package let number: String
    package let reason: String

    package init(
        id: ID, centre: Centre.ID, kind: ReportKind, year: PlanYear, municipality: Municipality.ID? = nil, state: State = .draft, countedBy: Int,
        way: CountingRule.Way, reckoned: Instant, signed: Day? = nil, number: String = "", reason: String = ""
    ) {
        (self.id, self.centre, self.kind, self.year, self.municipality, self.state) = (id, centre, kind, year, municipality, state)
        (self.countedBy, self.way, self.reckoned, self.signed, self.number, self.reason) = (countedBy, way, reckoned, signed, number, reason)
    }

    package var path: String { "/staff/reports/\(id)" }
    package var isDraft: Bool { state == .draft }
    /// Its kind and its year.
    package var title: Phrase { T.reports.titleOf(kind: .phrase(kind.name), year: year.value) }
}

/// To whom a report is told, which says of what it is made.
package enum ReportKind: String, CaseIterable, Sendable, Storable {
    case annual, founder, authority, programmes, network, monitoring

    package var name: Phrase {
        switch self {
        case .annual: T.reports.kindAnnual
        case .founder: T.reports.kindFounder
        case .authority: T.reports.kindAuthority
        case .programmes: T.reports.kindProgrammes
        case .network: T.reports.kindNetwork
        case .monitoring: T.reports.kindMonitoring
        }
    }

    /// Whom it is for, in a sentence.
    package var lead: Phrase {
        switch self {
        case .annual: T.reports.leadAnnual
        case .founder: T.reports.leadFounder
        case .authority: T.reports.leadAuthority
        case .programmes: T.reports.leadProgrammes
        case .network: T.reports.leadNetwork
        case .monitoring: T.reports.leadMonitoring
        }
    }

    /// Those that are asked for in a country.
    package static func all(in country: Country) -> [ReportKind] {
        allCases.filter { country == .serbia ? $0 != .monitoring : $0 != .programmes && $0 != .authority }
    }

    /// What stands in it, in its order.
    package var parts: [ReportPart] {
        switch self {
        case .annual:
            [.summary, .programmes, .places, .schools, .jobs, .gatherings, .pupils, .contests, .library, .projects, .publications, .income, .costs, .plan]
        case .founder: [.summary, .places, .schools, .jobs, .use, .income, .costs]
        case .authority: [.summary, .programmes, .places, .schools, .jobs]
        case .programmes: [.approved, .programmes]
        case .network: [.summary, .places, .jobs, .pupils, .library, .publications]
        case .monitoring: [.summary, .places, .schools, .duties, .use]
        }
    }

    /// Whether it may tell of one municipality alone.
    package var takesPlace: Bool { self == .founder || self == .monitoring }
    /// Whether small numbers are hidden. Whoever approves programmes is told of each group as it was: the list of names goes there too.
    package var hides: Bool { self != .programmes }
    /// Whether heads are told what is recommended to them.
    package var advises: Bool { self == .monitoring || self == .founder }
}

/// What somebody wants a report of.
package struct ReportWish: Sendable, Hashable {
    package let kind: ReportKind
    package let year: PlanYear
    package let municipality: Municipality.ID?

    package init(_ kind: ReportKind, of year: PlanYear, in municipality: Municipality.ID? = nil) {
        (self.kind, self.year, self.municipality) = (kind, year, kind.takesPlace ? municipality : nil)
    }
}

extension Subject {
    package static func report(_ id: Report.ID) -> Subject { .other("report", id.value) }
    package static func countingRule(_ id: CountingRule.ID) -> Subject { .other("counting_rule", id.value) }
}
