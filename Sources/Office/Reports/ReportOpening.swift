package import Events
package import Kernel
import Languages

/// A figure, opened: the events of which it is made, as their rows say today.
package struct ReportOpening: Sendable {
    package struct Line: Sendable {
        package let event: ReportEvent
        package let sum: ReportSum
        /// How many came as the report says; nil where it does not know the event.
        package let told: Int?

        package var isChanged: Bool { told != sum.came }
    }

    package let report: Report
    package let figure: ReportFigure
    package let lines: [Line]
    /// As it was told, and as it would be told today.
    package let told: Int?
    package let now: Int?

    package init(_ figure: ReportFigure, of report: Report, _ facts: ReportFacts, basis: [Event.ID: Int], told: Int?) {
        let visits = Dictionary(grouping: facts.visits, by: \.event)
        (self.report, self.figure, self.told, now) = (report, figure, told, ReportReckoning.figures(facts)[figure])
        lines = facts.events.filter { event in
            switch figure {
            case .events: event.isProgramme
            case .gatherings: !event.isProgramme
            case .grade: event.grade != nil
            default: visits[event.id] != nil
            }
        }.map { Line(event: $0, sum: ReportSum(visits[$0.id] ?? []), told: basis[$0.id]) }
    }
}

/// Those who came to one event, for whoever may see them.
package struct ReportRows: Sendable {
    package struct Row: Sendable {
        package let person: ID<PersonTag>
        /// Nil of somebody who has deleted the account.
        package let name: String?
        package let school: String
        package let visit: ReportVisit
    }

    package let report: Report
    package let event: ReportEvent
    package let rows: [Row]
}

/// All participations of a year without names: from them anybody can count again.
package struct ReportSource: Sendable {
    package let folder: ReportFolder
    package let facts: ReportFacts

    /// People by numbers that mean nothing outside.
    package var numbers: [ID<PersonTag>: Int] {
        Dictionary(uniqueKeysWithValues: Set(facts.visits.map(\.person)).sorted().enumerated().map { ($1, $0 + 1) })
    }
}
