package import Languages

/// A figure of a year: its name, the sentence that defines it, the rule by which it is reckoned, and where it opens.
package enum ReportFigure: String, CaseIterable, Sendable {
    case events, gatherings, persons, participations, hours, points, schools, municipalities, grade
    case pupils, loans, projects, publications, earned, spent

    package var name: Phrase {
        switch self {
        case .events: T.reports.figureEvents
        case .gatherings: T.reports.figureGatherings
        case .persons: T.reports.figurePersons
        case .participations: T.reports.figureParticipations
        case .hours: T.reports.figureHours
        case .points: T.reports.figurePoints
        case .schools: T.reports.figureSchools
        case .municipalities: T.reports.figureMunicipalities
        case .grade: T.reports.figureGrade
        case .pupils: T.reports.figurePupils
        case .loans: T.reports.figureLoans
        case .projects: T.reports.figureProjects
        case .publications: T.reports.figurePublications
        case .earned: T.reports.figureEarned
        case .spent: T.reports.figureSpent
        }
    }

    package var definition: Phrase {
        switch self {
        case .events: T.reports.defineEvents
        case .gatherings: T.reports.defineGatherings
        case .persons: T.reports.definePersons
        case .participations: T.reports.defineParticipations
        case .hours: T.reports.defineHours
        case .points: T.reports.definePoints
        case .schools: T.reports.defineSchools
        case .municipalities: T.reports.defineMunicipalities
        case .grade: T.reports.defineGrade
        case .pupils: T.reports.definePupils
        case .loans: T.reports.defineLoans
        case .projects: T.reports.defineProjects
        case .publications: T.reports.definePublications
        case .earned: T.reports.defineEarned
        case .spent: T.reports.defineSpent
        }
    }

    package var unit: ReportField.Unit {
        switch self {
        case .grade: .hundredths
        case .earned, .spent: .money
        default: .count
        }
    }

    /// Whether the rule says who counts in it.
    package var countsPeople: Bool {
        switch self {
        case .persons, .participations, .hours, .points, .schools, .municipalities: true
        default: false
        }
    }

    /// The number of the rule by which it was reckoned: that of people, or the only one that there is.
    package func version(countedBy rule: Int) -> Int { countsPeople ? rule : 1 }

    /// Whether it opens to events and from there to people.
    package var opensEvents: Bool { countsPeople || self == .events || self == .gatherings || self == .grade }

    /// Where it opens otherwise: the page of the room that counts it.
    package func path(of year: Int) -> String? {
        switch self {
        case .pupils: "/staff/club/figures?year=\(year)"
        case .loans: "/staff/loans/figures?year=\(year)"
        case .projects: "/staff/projects"
        case .publications: "/staff/publications"
        case .earned: "/staff/purses/ledger"
        case .spent: "/staff/purses?year=\(year)"
        default: nil
        }
    }
}
