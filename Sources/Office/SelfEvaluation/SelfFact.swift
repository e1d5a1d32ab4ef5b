package import Languages
import Storage

/// A number of a year that stands beside what is valued, and comes by itself.
package enum SelfFact: String, CaseIterable, Sendable, Storable {
    case events, hours, participations, people, certificates, planned, practices, tries, publications, projects, agreements, circles, meetings, contests
    case sessions, loans

    package var name: Phrase {
        switch self {
        case .events: T.selfevaluation.factEvents
        case .hours: T.selfevaluation.factHours
        case .participations: T.selfevaluation.factParticipations
        case .people: T.selfevaluation.factPeople
        case .certificates: T.selfevaluation.factCertificates
        case .planned: T.selfevaluation.factPlanned
        case .practices: T.selfevaluation.factPractices
        case .tries: T.selfevaluation.factTries
        case .publications: T.selfevaluation.factPublications
        case .projects: T.selfevaluation.factProjects
        case .agreements: T.selfevaluation.factAgreements
        case .circles: T.selfevaluation.factCircles
        case .meetings: T.selfevaluation.factMeetings
        case .contests: T.selfevaluation.factContests
        case .sessions: T.selfevaluation.factSessions
        case .loans: T.selfevaluation.factLoans
        }
    }
}
