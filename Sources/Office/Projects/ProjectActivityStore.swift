package import Centres
package import Events
package import Kernel
import Languages
import Library
import Storage

/// What projects do, as rows, with what belongs to it.
package enum ProjectActivityStore {
    // MARK: Reads

    package static func activities(of project: Project.ID, in act: Act) throws -> [ProjectActivity] {
        let rows = try act.db.rows("SELECT * FROM project_activity WHERE project = \(project) ORDER BY first_day, last_day, id")
        guard !rows.isEmpty else { return [] }
        let ids: [ProjectActivity.ID] = try rows.map { try $0["id"] }
        let links = Dictionary(grouping: try links(of: ids, in: act), by: \.activity)
        return try rows.map { row in
            let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"]), id: ProjectActivity.ID = try row["id"]
            return ProjectActivity(
                id: id, project: project,
                details: ProjectActivityDetails(try row["name"], first...max(first, last), responsible: try row["responsible"], try row["state"]),
                links: links[id] ?? [])
        }
    }

    private static func links(of activities: [ProjectActivity.ID], in act: Act) throws -> [ActivityLink] {
        let rows = try act.db.rows("""
            SELECT l.*, p.currency, t.name AS title_name FROM activity_link l JOIN project_activity a ON a.id = l.activity JOIN project p ON p.id = a.project
            LEFT JOIN title t ON t.id = l.title WHERE l.activity IN \(list: activities) ORDER BY l.id
            """)
        let names = try eventNames(rows.compactMap { try $0["event"] as Event.ID? }, in: act)
        return try rows.map { row in
            let event: Event.ID? = try row["event"], title: LibraryTitle.ID? = try row["title"]
            let amount: Int? = try row["amount"], currency: Currency = try row["currency"]
            let thing: ActivityLink.Thing
            if let event {
                thing = .event(event, names[event] ?? "")
            } else if let title {
                thing = .title(title, try (row["title_name"] as String?) ?? "")
            } else {
                thing = .purchase(try row["purchase"], amount.flatMap { Money(minor: $0, currency) })
            }
            return ActivityLink(id: try row["id"], activity: try row["activity"], thing: thing)
        }
    }

    /// What events are called in the language in which they are held.
    static func eventNames(_ ids: [Event.ID], in act: Act) throws -> [Event.ID: String] {
        Dictionary(uniqueKeysWithValues: try EventStore.events(Array(Set(ids)), in: act).map { ($0.id, $0.title(in: $0.plan.language).text) })
    }

    /// An event of the centre that may be named as something of a project.
    static func event(_ id: Event.ID, at centre: Centre.ID, in act: Act) throws -> Event {
        guard let event = try EventStore.events([id], in: act).first, event.centre == centre else { throw Problem.invalid("event", T.projects.errorEvent) }
        return event
    }

    /// A title of the centre's library that may be named as something of a project.
    static func title(_ id: LibraryTitle.ID, at centre: Centre.ID, in act: Act) throws -> LibraryTitle {
        guard let title = try TitleStore.titles([id], in: act)[id], title.centre == centre else { throw Problem.invalid("title", T.projects.errorTitle) }
        return title
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ details: ProjectActivityDetails, to project: Project.ID, at centre: Centre.ID, in act: Act) throws -> ProjectActivity.ID {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let id = ProjectActivity.ID(try act.db.insert("""
            INSERT INTO project_activity (project, name, first_day, last_day, responsible, state)
            VALUES (\(project), \(details.name), \(details.days.lowerBound), \(details.days.upperBound), \(details.responsible), \(details.state)) RETURNING id
            """))
        try act.record(T.projects.activityDeed, .project(project), centre: centre, changes: [Change("activity", from: "", to: details.name)])
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: ProjectActivity.ID, to details: ProjectActivityDetails, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, of: project, at: centre, in: act).details
        try act.db.run("""
            UPDATE project_activity SET name = \(details.name), first_day = \(details.days.lowerBound), last_day = \(details.days.upperBound),
                responsible = \(details.responsible), state = \(details.state) WHERE id = \(id)
            """)
        try act.record(T.projects.activityDeed, .project(project), centre: centre, changes: [
            Change("activity", from: before.name, to: details.name), Change("state", from: before.state.rawValue, to: details.state.rawValue),
            Change("days", from: "\(before.days.lowerBound.iso)–\(before.days.upperBound.iso)", to: "\(details.days.lowerBound.iso)–\(details.days.upperBound.iso)"),
        ])
        try act.touchPublicPages()
    }

    /// An activity that proves something is the project's file; others are taken away again.
    package static func remove(_ id: ProjectActivity.ID, from project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, of: project, at: centre, in: act)
        guard try !act.db.exists("SELECT 1 AS stands FROM evidence_row WHERE activity = \(id) LIMIT 1") else { throw Problem.conflict(T.projects.errorProves) }
        try act.db.run("DELETE FROM activity_link WHERE activity = \(id)")
        try act.db.run("DELETE FROM project_activity WHERE id = \(id)")
        try act.record(T.projects.activityDeed, .project(project), centre: centre, changes: [Change("activity", from: before.details.name, to: "")])
        try act.touchPublicPages()
    }

    /// An event, a title or a purchase belongs to it. What is linked already stays linked once.
    package static func link(_ draft: ActivityLinkDraft, to id: ProjectActivity.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let activity = try held(id, of: project, at: centre, in: act)
        switch draft {
        case .event(let event):
            _ = try self.event(event, at: centre, in: act)
            guard !activity.links.contains(where: { if case .event(event, _) = $0.thing { true } else { false } }) else { return }
            try act.db.run("INSERT INTO activity_link (activity, event) VALUES (\(id), \(event))")
        case .title(let title):
            _ = try self.title(title, at: centre, in: act)
            guard !activity.links.contains(where: { if case .title(title, _) = $0.thing { true } else { false } }) else { return }
            try act.db.run("INSERT INTO activity_link (activity, title) VALUES (\(id), \(title))")
        case .purchase(let words, let amount):
            try act.db.run("INSERT INTO activity_link (activity, purchase, amount) VALUES (\(id), \(words), \(amount?.minor))")
        }
        try act.record(T.projects.linkDeed, .project(project), centre: centre)
        try act.touchPublicPages()
    }

    package static func unlink(_ link: ActivityLink.ID, from id: ProjectActivity.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let activity = try held(id, of: project, at: centre, in: act)
        guard activity.links.contains(where: { $0.id == link }) else { throw Problem.missing }
        try act.db.run("DELETE FROM activity_link WHERE id = \(link)")
        try act.record(T.projects.unlinkDeed, .project(project), centre: centre)
        try act.touchPublicPages()
    }

    private static func held(_ id: ProjectActivity.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws -> ProjectActivity {
        _ = try ProjectStore.held(project, at: centre, in: act)
        guard let activity = try activities(of: project, in: act).first(where: { $0.id == id }) else { throw Problem.missing }
        return activity
    }
}
