package import Centres
import Events
import Files
package import Kernel
import Languages
import Library
import Storage

/// Indicators and their evidence as rows.
package enum IndicatorStore {
    // MARK: Reads

    package static func indicators(of project: Project.ID, in act: Act) throws -> [Indicator] {
        try indicators("i.project = \(project)", in: act)
    }

    package static func indicator(_ id: Indicator.ID, of project: Project.ID, in act: Act) throws -> Indicator {
        guard let indicator = try indicators("i.id = \(id) AND i.project = \(project)", in: act).first else { throw Problem.missing }
        return indicator
    }

    /// - Parameter condition: over `indicator i`.
    static func indicators(_ condition: SQL, in act: Act) throws -> [Indicator] {
        let rows = try act.db.rows("SELECT i.* FROM indicator i WHERE \(condition) ORDER BY i.project, i.id")
        guard !rows.isEmpty else { return [] }
        let evidence = try evidence(of: rows.map { try $0["id"] }, in: act)
        return try rows.map { row in
            let id: Indicator.ID = try row["id"]
            return Indicator(
                id: id, project: try row["project"],
                details: IndicatorDetails(
                    try row["name"], unit: try row["unit"], baseline: try row["baseline"], target: try row["target"], due: try row["due"], try row["way"]),
                reason: try row["reason"], rows: evidence[id] ?? [])
        }
    }

    /// The rows under some indicators, by their days, with what proves each; what is counted is counted now.
    private static func evidence(of indicators: [Indicator.ID], in act: Act) throws -> [Indicator.ID: [EvidenceRow]] {
        let rows = try act.db.rows("""
            SELECT e.*, a.name AS activity_name, t.name AS title_name FROM evidence_row e
            LEFT JOIN project_activity a ON a.id = e.activity LEFT JOIN title t ON t.id = e.title
            WHERE e.indicator IN \(list: indicators) ORDER BY e.day, e.id
            """)
        guard !rows.isEmpty else { return [:] }
        let events = Array(Set(try rows.compactMap { try $0["event"] as Event.ID? }))
        let names = try ProjectActivityStore.eventNames(events, in: act), counts = try CountedEventStore.counts(of: events, in: act)
        let files = try FileStore.files(rows.compactMap { try $0["file"] as StoredFile.ID? }, in: act)
        return try rows.reduce(into: [:]) { found, row in
            let event: Event.ID? = try row["event"], counted: EvidenceRow.Counted? = try row["counted"], typed: Int? = try row["amount"]
            let number: Int? = switch counted {
            case .participants: event.flatMap { counts[$0]?.participants }
            case .certificates: event.flatMap { counts[$0]?.certificates }
            case nil: typed
            }
            found[try row["indicator"], default: []].append(EvidenceRow(
                id: try row["id"], day: try row["day"], number: number, counted: counted, words: try row["words"], proof: try proof(row, names, files)))
        }
    }

    private static func proof(_ row: Row, _ events: [Event.ID: String], _ files: [StoredFile.ID: StoredFile]) throws -> Proof? {
        if let event: Event.ID = try row["event"] { return .event(event, events[event] ?? "") }
        if let title: LibraryTitle.ID = try row["title"] { return .title(title, try (row["title_name"] as String?) ?? "") }
        if let activity: ProjectActivity.ID = try row["activity"] { return .activity(activity, try (row["activity_name"] as String?) ?? "") }
        if let file: StoredFile.ID = try row["file"] { return files[file].map { .file($0) } }
        return nil
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ details: IndicatorDetails, to project: Project.ID, at centre: Centre.ID, in act: Act) throws -> Indicator.ID {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let id = Indicator.ID(try act.db.insert("""
            INSERT INTO indicator (project, name, unit, baseline, target, due, way)
            VALUES (\(project), \(details.name), \(details.unit), \(details.baseline), \(details.target), \(details.due), \(details.way)) RETURNING id
            """))
        try act.record(T.projects.indicatorDeed, .project(project), centre: centre, changes: [
            Change("indicator", from: "", to: details.name), Change("target", from: "", to: "\(details.target)"),
        ])
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: Indicator.ID, to details: IndicatorDetails, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, of: project, at: centre, in: act).details
        try act.db.run("""
            UPDATE indicator SET name = \(details.name), unit = \(details.unit), baseline = \(details.baseline), target = \(details.target), due = \(details.due),
                way = \(details.way) WHERE id = \(id)
            """)
        try act.record(T.projects.indicatorDeed, .project(project), centre: centre, changes: [
            Change("indicator", from: before.name, to: details.name), Change("target", from: "\(before.target)", to: "\(details.target)"),
            Change("way", from: before.way.rawValue, to: details.way.rawValue), Change("due", from: before.due?.iso ?? "", to: details.due?.iso ?? ""),
        ])
        try act.touchPublicPages()
    }

    /// One without rows is taken away again.
    package static func remove(_ id: Indicator.ID, from project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, of: project, at: centre, in: act)
        guard before.rows.isEmpty else { throw Problem.conflict(T.projects.errorHasRows) }
        try act.db.run("DELETE FROM indicator WHERE id = \(id)")
        try act.record(T.projects.indicatorDeed, .project(project), centre: centre, changes: [Change("indicator", from: before.details.name, to: "")])
        try act.touchPublicPages()
    }

    /// Why there is no evidence: words that a project needs to be closed where an indicator has no rows.
    package static func explain(_ id: Indicator.ID, _ reason: String, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let before = try held(id, of: project, at: centre, in: act)
        try act.db.run("UPDATE indicator SET reason = \(reason) WHERE id = \(id)")
        try act.record(T.projects.indicatorDeed, .project(project), centre: centre, changes: [Change("reason", from: before.reason, to: reason)])
    }

    /// A number with what proves it: by staff, and by those who work in the project.
    package static func prove(_ id: Indicator.ID, _ draft: EvidenceDraft, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.sight(project, at: centre, in: act)
        try act.db.hold("project", project.value)
        let sight = try ProjectStore.sight(project, at: centre, in: act)
        _ = try indicator(id, of: project, in: act)
        let today = try ProjectStore.today(at: centre, in: act)
        guard sight.project.state == .running || sight.project.state == .closed else { throw Problem.conflict(T.projects.errorNotRunning) }
        guard sight.isStaff || sight.project.state == .running else { throw Problem.conflict(T.projects.errorNotRunning) }
        guard draft.day <= today else { throw Problem.invalid("day", T.projects.errorFuture) }
        if let first = sight.project.details.first, draft.day < first { throw Problem.invalid("day", T.projects.errorBefore(day: .day(first))) }
        guard draft.proofs == 1 else { throw Problem.invalid("proof", draft.proofs == 0 ? T.projects.errorNoProof : T.projects.errorProofs) }
        guard draft.counted == nil || draft.event != nil else { throw Problem.invalid("counted", T.projects.errorCounted) }
        if let event = draft.event { _ = try ProjectActivityStore.event(event, at: centre, in: act) }
        if let title = draft.title { _ = try ProjectActivityStore.title(title, at: centre, in: act) }
        if let activity = draft.activity {
            guard try ProjectActivityStore.activities(of: project, in: act).contains(where: { $0.id == activity }) else {
                throw Problem.invalid("activity", T.common.errorChoose)
            }
        }
        let file = try draft.file.map { try FileStore.add($0, of: centre, in: act) }
        try act.db.run("""
            INSERT INTO evidence_row (indicator, day, amount, counted, words, event, title, activity, file, added)
            VALUES (\(id), \(draft.day), \(draft.counted == nil ? draft.number : nil), \(draft.counted), \(draft.words), \(draft.event), \(draft.title),
                \(draft.activity), \(file), \(act.now))
            """)
        try act.record(T.projects.provedDeed, .project(project), centre: centre, changes: [
            Change("number", from: "", to: draft.counted?.rawValue ?? draft.number.map { "\($0)" } ?? ""), Change("words", from: "", to: draft.words),
        ])
        try act.touchPublicPages()
    }

    /// Staff take a row away that was wrong; the journal keeps what it said.
    package static func withdraw(_ row: EvidenceRow.ID, from id: Indicator.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let indicator = try held(id, of: project, at: centre, in: act)
        guard let one = indicator.rows.first(where: { $0.id == row }) else { throw Problem.missing }
        try act.db.run("DELETE FROM evidence_row WHERE id = \(row)")
        try act.record(T.projects.unprovedDeed, .project(project), centre: centre, changes: [
            Change("number", from: one.number.map { "\($0)" } ?? one.counted?.rawValue ?? "", to: ""), Change("words", from: one.words, to: ""),
        ])
        try act.touchPublicPages()
    }

    private static func held(_ id: Indicator.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws -> Indicator {
        _ = try ProjectStore.held(project, at: centre, in: act)
        return try indicator(id, of: project, in: act)
    }
}
