import Accounts
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// All projects of a centre for its own people, and the first page of each.
enum ProjectDeskPages {
    @Sendable static func board(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, today = visit.today
        let board = try await visit.read { act in
            ProjectDeskViews.Board(
                projects: try ProjectStore.all(of: centre, in: act),
                calls: try FundingCallStore.all(of: centre, in: act).filter { !$0.isOver(at: act.now) && $0.state != .declined },
                ending: try ProjectBoardStore.agreements(at: centre, from: today, in: act),
                reports: try ProjectBoardStore.reports(at: centre, by: today.adding(days: ProjectBoardStore.soon), in: act))
        }
        return visit.page(ProjectDeskViews(reader: visit.reader).board(board))
    }

    /// What the form offers; whoever leads the project stays among those who may.
    private static func choices(_ visit: Visit, of project: Project? = nil) async throws -> ProjectDeskViews.Choices {
        let centre = visit.centre.id
        return try await visit.read { act in
            let staff = try ProjectPeopleStore.staff(of: centre, with: project?.details.lead, project?.leadName ?? "", in: act)
            return ProjectDeskViews.Choices(calls: try FundingCallStore.all(of: centre, in: act), staff: staff)
        }
    }

    // MARK: A new one

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, asked = FundingCall.ID(visit.query["call"])
        let (currency, call) = try await visit.read { act in
            (try CentreStore.centre(centre, in: act).currency, try asked.map { try FundingCallStore.call($0, at: centre, in: act) })
        }
        var details = ProjectDetails("", amount: call?.details.amount ?? .nothing(currency))
        (details.call, details.source) = (call?.id, call?.details.caller ?? "")
        return visit.page(ProjectDeskViews(reader: visit.reader).new(try await choices(visit), visit.form(details.typed)))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed, own = visit.language
        return try await visit.submit {
            let details = try ProjectDetails(typed, own: own)
            return try await visit.act { act in
                let id = try ProjectStore.add(details, at: centre, in: act)
                return Redirect(visit.link("/staff/projects/\(id)"), T.projects.saidAdded)
            }
        } again: { ProjectDeskViews(reader: visit.reader).new(try await choices(visit), $0) }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre)
        let home = try await visit.read { act in
            let sight = try ProjectStore.desk(id, at: centre, in: act), call = sight.project.details.call
            return ProjectHomeViews.Sight(
                sight: sight, call: try call.map { try FundingCallStore.call($0, at: centre, in: act) }, partners: try PartnerStore.partners(of: id, in: act),
                step: try ProjectStore.step(sight.project, in: act), way: try ProjectStore.way(of: id, in: act),
                activities: try ProjectActivityStore.activities(of: id, in: act), budget: BudgetSum.of(try BudgetStore.lines(of: id, in: act)),
                indicators: try IndicatorStore.indicators(of: id, in: act))
        }
        return ProjectHomeViews(reader: visit.reader).home(home, form ?? visit.form(Typed(["day": visit.today.iso])))
    }

    @Sendable static func move(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await ProjectVisit(visit).does("", T.projects.saidMoved, again: { try await show(visit, $0) }) { id, centre, act in
            let step = try ProjectStepForm(typed, own: own)
            try ProjectStore.move(id, to: step.state, on: step.day, because: step.reason, at: centre, in: act)
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer { visit.page(try await edit(visit, nil)) }

    private static func edit(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let project = try await ProjectVisit(visit).desk().project
        return ProjectDeskViews(reader: visit.reader).edit(project, try await choices(visit, of: project), form ?? visit.form(project.details.typed))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await ProjectVisit(visit).does("", again: { try await edit(visit, $0) }) { id, centre, act in
            try ProjectStore.edit(id, to: ProjectDetails(typed, own: own), at: centre, in: act)
        }
    }
}
