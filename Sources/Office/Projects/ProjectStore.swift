package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
import Storage

/// Projects as rows.
package enum ProjectStore {
    // MARK: Reads

    /// All of a centre, the last to begin first; only for its own people.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Project] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try projects("p.centre = \(centre)", in: act)
    }

    /// Those in which somebody works, or which they lead.
    package static func mine(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Project] {
        try projects("""
            p.centre = \(centre) AND p.state <> 'dropped'
                AND (p.lead = \(person) OR EXISTS (SELECT 1 FROM project_person m WHERE m.project = p.id AND m.person = \(person)))
            """, in: act)
    }

    /// What everybody may read of.
    package static func published(by centre: Centre.ID, in act: Act) throws -> [Project] {
        try projects("p.centre = \(centre) AND p.shown AND p.state IN ('running', 'closed')", in: act)
    }

    package static func published(_ id: Project.ID, by centre: Centre.ID, in act: Act) throws -> Project {
        guard let project = try projects("p.id = \(id) AND p.centre = \(centre)", in: act).first, project.isPublic else { throw Problem.missing }
        return project
    }

    /// Those to whose activities an event belongs.
    package static func published(with event: Event.ID, in act: Act) throws -> [Project] {
        try projects("""
            p.shown AND p.state IN ('running', 'closed')
                AND p.id IN (SELECT a.project FROM activity_link l JOIN project_activity a ON a.id = l.activity WHERE l.event = \(event))
            """, in: act)
    }

    /// Those that words find, the best first.
    package static func found(_ words: String, of centre: Centre.ID, limit: Int, in act: Act) throws -> [Project] {
        let ids: [Project.ID] = try act.db.rows("""
            SELECT p.id FROM project p JOIN \(act.db.found("project", typed: words)) f ON f.subject = p.id
            WHERE p.centre = \(centre) AND p.shown AND p.state IN ('running', 'closed') ORDER BY f.grade, p.id LIMIT \(limit)
            """).map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let known = Dictionary(uniqueKeysWithValues: try projects("p.id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return ids.compactMap { known[$0] }
    }

    /// Those that words find among what only the centre's own people read of.
    package static func inside(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [Project] {
        guard act.by.coordinates(centre) else { return [] }
        let fitting = try all(of: centre, in: act).filter { project in
            !project.isPublic && Fold.finds(words, in: [project.details.name, project.details.number, project.details.source].joined(separator: " "))
        }
        return Array(fitting.prefix(limit))
    }

    /// Those that began with a call.
    static func projects(of call: FundingCall.ID, in act: Act) throws -> [Project] { try projects("p.funding_call = \(call)", in: act) }

    /// - Parameter condition: over `project p`.
    static func projects(_ condition: SQL, in act: Act) throws -> [Project] {
        try act.db.rows("""
            SELECT p.*, l.given_name AS lead_given, l.family_name AS lead_family FROM project p LEFT JOIN person l ON l.id = p.lead
            WHERE \(condition) ORDER BY CASE WHEN p.first_day IS NULL THEN 0 ELSE 1 END, p.first_day DESC, p.id DESC
            """).map(Project.init(row:))
    }

    static func today(at centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }

    /// A project for those who work in it and for the centre's own people.
    /// - Throws: `Problem.missing` for everybody else.
    package static func sight(_ id: Project.ID, at centre: Centre.ID, in act: Act) throws -> ProjectSight {
        guard let project = try projects("p.id = \(id) AND p.centre = \(centre)", in: act).first else { throw Problem.missing }
        let sight = ProjectSight(
            project: project, people: try ProjectPeopleStore.people(of: id, in: act), isStaff: act.by.coordinates(centre), person: act.by.person)
        guard sight.maySee else { throw Problem.missing }
        return sight
    }

    /// The same for those who run it: the centre's own people.
    package static func desk(_ id: Project.ID, at centre: Centre.ID, in act: Act) throws -> ProjectSight {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try sight(id, at: centre, in: act)
    }

    /// The same, held until the act is over.
    static func held(_ id: Project.ID, at centre: Centre.ID, in act: Act) throws -> ProjectSight {
        _ = try desk(id, at: centre, in: act)
        try act.db.hold("project", id.value)
        return try desk(id, at: centre, in: act)
    }

    // MARK: Verbs

    /// Writes an idea down.
    @discardableResult
    package static func add(_ details: ProjectDetails, at centre: Centre.ID, in act: Act) throws -> Project.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try check(details, from: nil, at: centre, in: act)
        let id = Project.ID(try act.db.insert("""
            INSERT INTO project (centre, funding_call, state, since, name, number, part, source, first_day, last_day, currency, amount, own_share, lead, summary,
                description, shown, made)
            VALUES (\(centre), \(details.call), 'idea', \(try today(at: centre, in: act)), \(details.name), \(details.number), \(details.part), \(details.source),
                \(details.first), \(details.last), \(details.amount.currency), \(details.amount.minor), \(details.ownShare.minor), \(details.lead),
                \(details.summary), \(details.description), \(details.isShown), \(act.now)) RETURNING id
            """))
        try act.record(T.projects.addedDeed, .project(id), centre: centre, changes: [Change("name", from: "", to: details.name)])
        return id
    }

    package static func edit(_ id: Project.ID, to details: ProjectDetails, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, at: centre, in: act).project
        try check(details, from: before.details, at: centre, in: act)
        if before.state == .running || before.state == .closed, details.first == nil || details.last == nil {
            throw Problem.invalid(details.first == nil ? "first" : "last", T.projects.errorDays)
        }
        let lines = try act.db.exists("SELECT 1 AS stands FROM budget_line WHERE project = \(id)")
        guard details.amount.currency == before.details.amount.currency || !lines else { throw Problem.invalid("currency", T.projects.errorCurrency) }
        try act.db.run("""
            UPDATE project SET funding_call = \(details.call), name = \(details.name), number = \(details.number), part = \(details.part), source = \(details.source),
                first_day = \(details.first), last_day = \(details.last), currency = \(details.amount.currency), amount = \(details.amount.minor),
                own_share = \(details.ownShare.minor), lead = \(details.lead), summary = \(details.summary), description = \(details.description),
                shown = \(details.isShown) WHERE id = \(id)
            """)
        func change(_ field: String, _ value: (ProjectDetails) -> String) -> Change { Change(field, from: value(before.details), to: value(details)) }
        try act.record(T.projects.editedDeed, .project(id), centre: centre, changes: [
            change("name", \.name), change("number", \.number), change("part", \.part.rawValue), change("source", \.source), change("first") { $0.first?.iso ?? "" },
            change("last") { $0.last?.iso ?? "" }, change("amount") { "\($0.amount.minor) \($0.amount.currency.rawValue)" },
            change("ownShare") { "\($0.ownShare.minor)" }, change("summary", \.summary), change("shown") { "\($0.isShown)" },
        ])
        try published(id, in: act)
    }

    private static func check(_ details: ProjectDetails, from before: ProjectDetails?, at centre: Centre.ID, in act: Act) throws {
        if let call = details.call { _ = try FundingCallStore.call(call, at: centre, in: act) }
        try ProjectPeopleStore.check(details.lead, at: "lead", before: before?.lead, of: centre, in: act)
        guard details.ownShare.minor <= details.amount.minor else { throw Problem.invalid("ownShare", T.projects.errorOwnShare) }
    }

    // MARK: Its way

    /// What a step of a project would need as things stand.
    package static func step(_ project: Project, in act: Act) throws -> ProjectStep {
        let today = try today(at: project.centre, in: act)
        return ProjectStep(
            from: project.state, since: project.since, hasDays: project.days != nil,
            openChecks: try ProjectPaperStore.checks(of: project.id, in: act).filter { $0.done == nil }.map(\.name),
            openReports: try ProjectPaperStore.reports(of: project.id, in: act).filter { $0.sent == nil && $0.due <= today }.map(\.title),
            silentIndicators: try IndicatorStore.indicators(of: project.id, in: act).filter(\.isSilent).map(\.details.name))
    }

    /// Brings it into another state, on a day that may have been before.
    package static func move(_ id: Project.ID, to state: ProjectState, on day: Day, because reason: String = "", at centre: Centre.ID, in act: Act) throws {
        let project = try held(id, at: centre, in: act).project, today = try today(at: centre, in: act)
        let obstacles = try step(project, in: act).obstacles(to: state, on: day, today: today, reason: reason)
        guard obstacles.isEmpty else { throw Problem(obstacles.contains { $0.isOfForm } ? .invalid : .conflict, obstacles.map(\.fault)) }
        try act.db.run("UPDATE project SET state = \(state), since = \(day), reason = \(state.needsReason ? reason : "") WHERE id = \(id)")
        try act.record(T.projects.movedDeed, .project(id), centre: centre, changes: [
            Change("state", from: project.state.rawValue, to: state.rawValue), Change("day", from: "", to: day.iso),
            Change("reason", from: "", to: state.needsReason ? reason : ""),
        ])
        try published(id, in: act)
    }

    /// The way that it went, the last step first.
    package static func way(of id: Project.ID, in act: Act) throws -> [ProjectWayStep] {
        let entries = try JournalEntry.about(.project(id), limit: 400, in: act).filter { $0.subject == .project(id) }
        let names = try PersonStore.names(of: Set(entries.compactMap(\.person)), in: act)
        return entries.compactMap { entry in
            guard entry.deed == T.projects.movedDeed.key.name.description,
                  let state = entry.changes["state"]?.last.flatMap(ProjectState.init(rawValue:)) else { return nil }
            return ProjectWayStep(
                state: state, day: entry.changes["day"]?.last.flatMap(Day.init(iso:)), reason: entry.changes["reason"]?.last ?? "", at: entry.at,
                who: entry.person.flatMap { names[$0] } ?? "")
        }
    }

    // MARK: Search

    package static func reindex(in act: Act) throws {
        for project in try projects("p.shown", in: act) { try index(project, in: act) }
    }

    /// What everybody reads of a project may have changed.
    static func published(_ id: Project.ID, in act: Act) throws {
        if let project = try projects("p.id = \(id)", in: act).first { try index(project, in: act) }
        try act.touchPublicPages()
    }

    private static func index(_ project: Project, in act: Act) throws {
        guard project.isPublic else { return try act.db.unindex("project", project.id.value) }
        let own = try CentreStore.centre(project.centre, in: act).language, details = project.details
        try act.db.index("project", project.id.value, SearchText(
            number: details.number, titles: [(details.name, own)], bodies: [(details.summary, own), (details.source, own)]))
    }
}

/// A step that a project has made.
package struct ProjectWayStep: Sendable {
    package let state: ProjectState
    package let day: Day?
    package let reason: String
    package let at: Instant
    package let who: String
}

extension ProjectObstacle {
    /// Whether it can be mended in the form of the step.
    var isOfForm: Bool {
        switch self {
        case .reason, .early, .future: true
        default: false
        }
    }

    /// What it hangs on by its name, which is somebody's own words, and what it lacks.
    var named: (name: String, lacks: Phrase)? {
        switch self {
        case .check(let name): (name, T.projects.waitsCheck)
        case .report(let title): (title, T.projects.waitsReport)
        case .indicator(let name): (name, T.projects.waitsEvidence)
        default: nil
        }
    }

    var fault: Problem.Fault {
        switch self {
        case .way: Problem.Fault(nil, T.projects.errorWay)
        case .reason: Problem.Fault("reason", T.projects.errorReason)
        case .days: Problem.Fault(nil, T.projects.errorDays)
        case .check(let name): Problem.Fault(nil, T.projects.errorCheck(name: .title(name)))
        case .report(let title): Problem.Fault(nil, T.projects.errorReport(title: .title(title)))
        case .indicator(let name): Problem.Fault(nil, T.projects.errorSilent(name: .title(name)))
        case .early(let day): Problem.Fault("day", T.projects.errorEarly(day: .day(day)))
        case .future: Problem.Fault("day", T.projects.errorFuture)
        }
    }
}

extension Project {
    init(row: Row) throws {
        let given: String? = try row["lead_given"], family: String? = try row["lead_family"]
        var details = ProjectDetails(try row["name"], try row["part"], amount: try row.money("amount", "currency"))
        (details.number, details.call, details.source) = (try row["number"], try row["funding_call"], try row["source"])
        (details.first, details.last, details.lead) = (try row["first_day"], try row["last_day"], try row["lead"])
        (details.ownShare, details.isShown) = (try row.money("own_share", "currency"), try row["shown"])
        (details.summary, details.description) = (try row["summary"], try row["description"])
        self.init(
            id: try row["id"], centre: try row["centre"], state: try row["state"], since: try row["since"], reason: try row["reason"], details: details,
            leadName: PersonName(given: given ?? "", family: family ?? "").full)
    }
}
