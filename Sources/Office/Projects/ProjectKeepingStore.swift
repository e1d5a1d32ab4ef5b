import Accounts
package import Centres
package import Events
package import Files
package import Kernel
package import Languages
package import Library
import Storage

/// What happens to projects, calls and partners when something happens to a person, an event or a title, or when their time is over.
package enum ProjectKeepingStore {
    /// A call that led to nothing stands so long after its deadline, and whom to ask at a partner so long after the last that was done together.
    static let yearsCalls = 3, yearsContacts = 2

    /// The account goes: shares and hours stay as numbers of the project, which were reported; whose they were does not.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE project_person SET person = NULL, name = '' WHERE person = \(person)")
        try act.db.run("UPDATE project SET lead = NULL WHERE lead = \(person)")
        try act.db.run("UPDATE funding_call SET decider = NULL WHERE decider = \(person)")
        try act.db.run("UPDATE partner SET keeper = NULL WHERE keeper = \(person)")
    }

    /// A draft of an event that comes to nothing belongs to no activity, and proves nothing.
    static func discard(_ event: Event.ID, in act: Act) throws {
        try act.db.run("DELETE FROM activity_link WHERE event = \(event)")
        try act.db.run("DELETE FROM evidence_row WHERE event = \(event)")
        try act.db.run("UPDATE agreement_deed SET event = NULL WHERE event = \(event)")
    }

    /// A title that leaves the library belongs to no activity any more; a number that it proved stays with its words.
    static func remove(_ title: LibraryTitle.ID, in act: Act) throws {
        try act.db.run("DELETE FROM activity_link WHERE title = \(title)")
        try act.db.run("UPDATE evidence_row SET title = NULL WHERE title = \(title)")
    }

    /// Files of a project are for those who work in it, what was signed is for the centre's own people.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        let projects = try act.db.rows("""
            SELECT project FROM project_file WHERE file = \(file) UNION SELECT project FROM project_check WHERE file = \(file)
            UNION SELECT project FROM project_report WHERE file = \(file)
            UNION SELECT i.project FROM evidence_row e JOIN indicator i ON i.id = e.indicator WHERE e.file = \(file)
            """)
        for row in projects {
            guard let project = try ProjectStore.projects("p.id = \(row["project"] as Project.ID)", in: act).first else { continue }
            if act.by.coordinates(project.centre) { return true }
            guard let person = act.by.person else { continue }
            if project.details.lead == person { return true }
            if try ProjectPeopleStore.people(of: project.id, in: act).contains(where: { $0.person == person }) { return true }
        }
        for partner in try PartnerStore.partners("r.id IN (SELECT partner FROM agreement WHERE file = \(file))", in: act) where act.by.coordinates(partner.centre) {
            return true
        }
        return nil
    }

    // MARK: The time that is over

    package static func rules(of centre: Centre.ID, in act: Act) throws -> [ProjectRule] {
        try act.db.rows("SELECT since, years FROM project_rule WHERE centre = \(centre) ORDER BY since DESC").map {
            ProjectRule(since: try $0["since"], years: try $0["years"])
        }
    }

    /// Lets a term hold for what is closed from its day on.
    package static func set(_ rule: ProjectRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let before = try rules(of: centre, in: act).first { $0.since == rule.since }
        try act.db.run("""
            INSERT INTO project_rule (centre, since, years) VALUES (\(centre), \(rule.since), \(rule.years))
            ON CONFLICT (centre, since) DO UPDATE SET years = excluded.years
            """)
        try act.record(T.projects.ruleDeed, .centre(centre), centre: centre, changes: [
            Change("since", from: "", to: rule.since.iso), Change("years", from: before.map { "\($0.years)" } ?? "", to: "\(rule.years)"),
        ])
    }

    static func forgetOld(in act: Act) throws {
        for centre in try CentreStore.all(in: act) {
            let today = centre.zone.day(of: act.now), rules = try rules(of: centre.id, in: act)
            let closed = try ProjectStore.projects("p.centre = \(centre.id) AND p.state IN ('closed', 'rejected', 'dropped')", in: act)
            for project in closed where ProjectRule.isOver(rules, closed: project.since, today: today) { try forgetPeople(of: project.id, in: act) }
            try act.db.run("""
                DELETE FROM funding_call WHERE centre = \(centre.id) AND deadline < \(act.now.adding(days: -366 * yearsCalls))
                    AND NOT EXISTS (SELECT 1 FROM project p WHERE p.funding_call = funding_call.id)
                """)
            try act.db.run("UPDATE partner SET contact = '' WHERE centre = \(centre.id) AND ended < \(today.adding(years: -yearsContacts)) AND contact <> ''")
        }
    }

    /// Who worked in it and how much goes; what it did, what it cost and what it reached stays.
    private static func forgetPeople(of project: Project.ID, in act: Act) throws {
        guard try act.db.exists("SELECT 1 AS stands FROM project_person WHERE project = \(project) LIMIT 1")
            || act.db.exists("SELECT 1 AS stands FROM project WHERE id = \(project) AND lead IS NOT NULL") else { return }
        try act.db.run("DELETE FROM project_hours WHERE member IN (SELECT id FROM project_person WHERE project = \(project))")
        try act.db.run("DELETE FROM project_person WHERE project = \(project)")
        try act.db.run("UPDATE project SET lead = NULL WHERE id = \(project)")
        try act.db.run("UPDATE project_activity SET responsible = '' WHERE project = \(project)")
        try act.db.run("UPDATE project_check SET responsible = '' WHERE project = \(project)")
        try act.record(T.projects.forgottenDeed, .project(project))
    }

    // MARK: What is held

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in row.names.firstIndex(of: name).map { (name, written(row.values[$0])) } })
            }
        }
        var held = HeldData("project_person", try rows("""
            SELECT m.project, p.name AS project_name, m.part, m.percent, m.first_day, m.last_day FROM project_person m JOIN project p ON p.id = m.project
            WHERE m.person = \(person) ORDER BY m.id
            """, ["project", "project_name", "part", "percent", "first_day", "last_day"]))
        held.add("project_hours", try rows("""
            SELECT m.project, h.month_day, h.hours, h.words FROM project_hours h JOIN project_person m ON m.id = h.member
            WHERE m.person = \(person) ORDER BY h.month_day, h.id
            """, ["project", "month_day", "hours", "words"]))
        held.add("project", try rows("SELECT id, name FROM project WHERE lead = \(person) ORDER BY id", ["id", "name"]))
        held.add("funding_call", try rows("SELECT title, decision_day FROM funding_call WHERE decider = \(person) ORDER BY id", ["title", "decision_day"]))
        held.add("partner", try rows("SELECT name FROM partner WHERE keeper = \(person) ORDER BY id", ["name"]))
        return held
    }

    private static func written(_ value: Stored) -> String {
        switch value {
        case .text(let text): text
        case .int(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: ""
        }
    }
}
