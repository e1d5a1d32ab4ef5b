package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// What of projects, calls and agreements needs a hand, and by when.
package enum ProjectBoardStore {
    /// So many days ahead a day stands on the page of today.
    static let soon = 14

    /// Reports of running projects that are due soon or late.
    package static func reports(at centre: Centre.ID, by day: Day, in act: Act) throws -> [(project: Project, report: ProjectReport)] {
        let reports = try ProjectPaperStore.reports("""
            r.sent IS NULL AND r.due <= \(day) AND r.project IN (SELECT id FROM project WHERE centre = \(centre) AND state IN ('running', 'closed'))
            """, in: act)
        return try pair(reports, \.project, in: act)
    }

    /// What calls ask for and is not ready, of applications that have not been sent.
    package static func checks(at centre: Centre.ID, by day: Day, in act: Act) throws -> [(project: Project, check: ProjectCheck)] {
        let projects = try ProjectStore.projects("""
            p.centre = \(centre) AND p.state = 'application' AND EXISTS (SELECT 1 FROM project_check k WHERE k.project = p.id AND k.done IS NULL AND k.due <= \(day))
            """, in: act)
        return try projects.flatMap { project in
            try ProjectPaperStore.checks(of: project.id, in: act).filter { $0.done == nil && $0.due.map { $0 <= day } == true }.map { (project, $0) }
        }
    }

    /// Calls about which it must be decided soon, and those for which the centre applies whose deadline is near.
    package static func calls(at centre: Centre.ID, by day: Day, in act: Act) throws -> [FundingCall] {
        let end = try CentreStore.centre(centre, in: act).zone.endOfDay(day)
        return try FundingCallStore.calls("""
            c.centre = \(centre) AND c.deadline >= \(act.now)
                AND ((c.state = 'watched' AND (c.decision_day <= \(day) OR c.deadline < \(end))) OR (c.state = 'applying' AND c.deadline < \(end)))
            """, in: act)
    }

    /// Agreements whose term ends soon.
    package static func agreements(at centre: Centre.ID, from today: Day, in act: Act) throws -> [(partner: Partner, agreement: Agreement)] {
        let agreements = try AgreementStore.agreements("""
            r.centre = \(centre) AND r.ended IS NULL AND g.ended IS NULL AND g.until >= \(today) AND g.until <= \(today.adding(days: Reminding.agreement.early))
            """, in: act)
        let ids = Array(Set(agreements.map(\.partner)))
        let partners = Dictionary(uniqueKeysWithValues: try PartnerStore.partners("r.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return agreements.compactMap { agreement in partners[agreement.partner].map { ($0, agreement) } }
    }

    private static func pair<Thing>(_ things: [Thing], _ project: (Thing) -> Project.ID, in act: Act) throws -> [(Project, Thing)] {
        guard !things.isEmpty else { return [] }
        let ids = Array(Set(things.map(project)))
        let projects = Dictionary(uniqueKeysWithValues: try ProjectStore.projects("p.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return things.compactMap { thing in projects[project(thing)].map { ($0, thing) } }
    }

    /// Hours that somebody has not written down of the month before this one.
    package static func missingHours(of person: Person.ID, at centre: Centre.ID, on today: Day, in act: Act) throws -> [Project] {
        let month = WorkMonth(containing: today.adding(months: -1))
        return try ProjectStore.projects("""
            p.centre = \(centre) AND p.state = 'running' AND EXISTS (
                SELECT 1 FROM project_person m WHERE m.project = p.id AND m.person = \(person)
                    AND m.first_day <= \(month.days.upperBound) AND m.last_day >= \(month.days.lowerBound)
                    AND NOT EXISTS (SELECT 1 FROM project_hours h WHERE h.member = m.id AND h.month_day = \(month.first)))
            """, in: act)
    }
}
