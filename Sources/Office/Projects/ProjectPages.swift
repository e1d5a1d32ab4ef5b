import Forms
import Kernel
import Languages
import Look
import Web

/// Projects as everybody reads of them.
enum ProjectPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        return visit.page(ProjectViews(reader: visit.reader).list(try await visit.read { try ProjectStore.published(by: centre, in: $0) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Project.ID = try visit.id("project")
        let sight = try await visit.read { act in
            let project = try ProjectStore.published(id, by: centre, in: act)
            return ProjectViews.Sight(
                project: project, partners: try PartnerStore.partners(of: id, in: act), activities: try ProjectActivityStore.activities(of: id, in: act),
                indicators: try IndicatorStore.indicators(of: id, in: act))
        }
        return visit.page(ProjectViews(reader: visit.reader).show(sight))
    }
}

/// What pages of one project have in common.
struct ProjectVisit {
    let visit: Visit
    let project: Project.ID
    var centre: ID<CentreTag> { visit.centre.id }

    init(_ visit: Visit) throws {
        self.visit = visit
        project = try visit.id("project")
    }

    /// The project as the centre's own people see it, with something of it.
    func desk<Part: Sendable>(_ part: @escaping @Sendable (Act) throws -> Part) async throws -> (ProjectSight, Part) {
        let (id, centre) = (project, centre)
        return try await visit.read { act in (try ProjectStore.desk(id, at: centre, in: act), try part(act)) }
    }

    func desk() async throws -> ProjectSight {
        let (id, centre) = (project, centre)
        return try await visit.read { try ProjectStore.desk(id, at: centre, in: $0) }
    }

    /// Does something in it, and goes to a page of it.
    func does(
        _ page: String, _ said: Phrase = T.common.saved, again: (FilledForm) async throws -> Screen,
        _ deed: @escaping @Sendable (Project.ID, ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let (id, centre, visit) = (project, centre, visit)
        return try await visit.submit({
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/projects/\(id)\(page)"), said)
            }
        }, again: again)
    }
}
