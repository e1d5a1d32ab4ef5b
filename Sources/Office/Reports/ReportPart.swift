package import Languages
import Storage

/// A table of a report.
package enum ReportPart: String, CaseIterable, Sendable, Storable {
    case summary, programmes, places, schools, jobs, gatherings, pupils, contests, library, projects, publications, income, costs, plan, approved, duties, use

    package var name: Phrase {
        switch self {
        case .summary: T.reports.partSummary
        case .programmes: T.reports.partProgrammes
        case .places: T.reports.partPlaces
        case .schools: T.reports.partSchools
        case .jobs: T.reports.partJobs
        case .gatherings: T.reports.partGatherings
        case .pupils: T.reports.partPupils
        case .contests: T.reports.partContests
        case .library: T.reports.partLibrary
        case .projects: T.reports.partProjects
        case .publications: T.reports.partPublications
        case .income: T.reports.partIncome
        case .costs: T.reports.partCosts
        case .plan: T.reports.partPlan
        case .approved: T.reports.partApproved
        case .duties: T.reports.partDuties
        case .use: T.reports.partUse
        }
    }

    /// What its numbers are, in a sentence.
    package var definition: Phrase {
        switch self {
        case .summary: T.reports.saysSummary
        case .programmes: T.reports.saysProgrammes
        case .places: T.reports.saysPlaces
        case .schools: T.reports.saysSchools
        case .jobs: T.reports.saysJobs
        case .gatherings: T.reports.saysGatherings
        case .pupils: T.reports.saysPupils
        case .contests: T.reports.saysContests
        case .library: T.reports.saysLibrary
        case .projects: T.reports.saysProjects
        case .publications: T.reports.saysPublications
        case .income: T.reports.saysIncome
        case .costs: T.reports.saysCosts
        case .plan: T.reports.saysPlan
        case .approved: T.reports.saysApproved
        case .duties: T.reports.saysDuties
        case .use: T.reports.saysUse
        }
    }

    /// What the first column names.
    package var head: Phrase {
        switch self {
        case .summary: T.reports.headFigure
        case .programmes, .gatherings: T.reports.headEvent
        case .places, .use: T.reports.headPlace
        case .schools, .duties: T.reports.headSchool
        case .jobs: T.reports.headJob
        case .pupils, .library, .costs: T.reports.headKind
        case .contests: T.reports.headContest
        case .projects: T.reports.headProject
        case .publications: T.reports.headPublication
        case .income: T.reports.headSource
        case .plan: T.reports.headLine
        case .approved: T.reports.headProgramme
        }
    }

    package var fields: [ReportField] {
        switch self {
        case .summary: [.now, .before, .planned]
        case .programmes: [.persons, .hours, .points, .grade]
        case .places, .schools, .jobs: [.persons, .participations, .hours, .points]
        case .gatherings: [.visitors, .grade]
        case .pupils: [.activities, .pupils, .teachers, .others]
        case .contests: [.works, .pupils, .schools]
        case .library: [.titles, .loans, .borrowers]
        case .projects: [.amount]
        case .publications: []
        case .income: [.plannedMoney, .earned, .spent]
        case .costs: [.spent]
        case .plan: [.planned]
        case .approved: [.month, .due, .runs, .persons]
        case .duties: [.persons, .met, .missing]
        case .use: [.persons, .hours, .spent, .perPerson]
        }
    }

    /// Whether its lines tell of people so that few of them are hidden.
    package var isOfPeople: Bool {
        switch self {
        case .programmes, .places, .schools, .jobs, .gatherings: true
        default: false
        }
    }

    /// Whether its numbers are drawn as well.
    package var isDrawn: Bool { self == .places || self == .jobs || self == .pupils || self == .costs }
    /// Whether lines have words for people that the program makes; else they are names.
    package var hasCodes: Bool { self == .summary || self == .pupils || self == .library || self == .costs }
}

/// What a number of a table counts.
package enum ReportField: String, CaseIterable, Sendable, Storable {
    case now, before, planned
    case persons, participations, hours, points, grade, visitors
    case activities, pupils, teachers, others, works, schools
    case titles, loans, borrowers
    case amount, plannedMoney = "planned_money", earned, spent, perPerson = "per_person"
    case month, due, runs, met, missing

    package enum Unit: Sendable { case count, hundredths, money }

    package var unit: Unit {
        switch self {
        case .grade: .hundredths
        case .amount, .plannedMoney, .earned, .spent, .perPerson: .money
        default: .count
        }
    }

    package var name: Phrase {
        switch self {
        case .now: T.reports.fieldNow
        case .before: T.reports.fieldBefore
        case .planned: T.reports.fieldPlanned
        case .persons: T.reports.fieldPersons
        case .participations: T.reports.fieldParticipations
        case .hours: T.reports.fieldHours
        case .points: T.reports.fieldPoints
        case .grade: T.reports.fieldGrade
        case .visitors: T.reports.fieldVisitors
        case .activities: T.reports.fieldActivities
        case .pupils: T.reports.fieldPupils
        case .teachers: T.reports.fieldTeachers
        case .others: T.reports.fieldOthers
        case .works: T.reports.fieldWorks
        case .schools: T.reports.fieldSchools
        case .titles: T.reports.fieldTitles
        case .loans: T.reports.fieldLoans
        case .borrowers: T.reports.fieldBorrowers
        case .amount: T.reports.fieldAmount
        case .plannedMoney: T.reports.fieldPlannedMoney
        case .earned: T.reports.fieldEarned
        case .spent: T.reports.fieldSpent
        case .perPerson: T.reports.fieldPerPerson
        case .month: T.reports.fieldMonth
        case .due: T.reports.fieldDue
        case .runs: T.reports.fieldRuns
        case .met: T.reports.fieldMet
        case .missing: T.reports.fieldMissing
        }
    }
}
