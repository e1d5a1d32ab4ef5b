import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Activities and money of a project.
enum ProjectWorkPages {
    // MARK: Activities

    @Sendable static func activities(_ visit: Visit) async throws -> Answer { visit.page(try await activities(visit, visit.form())) }

    private static func activities(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, activities) = try await here.desk { try ProjectActivityStore.activities(of: id, in: $0) }
        return ProjectActivityViews(reader: visit.reader).list(sight, activities, form)
    }

    @Sendable static func addActivity(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await ProjectVisit(visit).does("/activities", again: { try await activities(visit, $0) }) { id, centre, act in
            try ProjectActivityStore.add(ProjectActivityDetails(typed, own: own), to: id, at: centre, in: act)
        }
    }

    @Sendable static func activity(_ visit: Visit) async throws -> Answer { visit.page(try await activity(visit, visit.form())) }

    private static func activity(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project, own: ProjectActivity.ID = try visit.id("activity")
        let (sight, activities) = try await here.desk { try ProjectActivityStore.activities(of: id, in: $0) }
        guard let activity = activities.first(where: { $0.id == own }) else { throw Problem.missing }
        return ProjectActivityViews(reader: visit.reader).show(sight, activity, form.over(activity.details.typed))
    }

    @Sendable static func saveActivity(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language, activity: ProjectActivity.ID = try visit.id("activity")
        return try await ProjectVisit(visit).does("/activities/\(activity)", again: { try await self.activity(visit, $0) }) { id, centre, act in
            try ProjectActivityStore.edit(activity, to: ProjectActivityDetails(typed, own: own), of: id, at: centre, in: act)
        }
    }

    @Sendable static func removeActivity(_ visit: Visit) async throws -> Answer {
        let activity: ProjectActivity.ID = try visit.id("activity")
        return try await ProjectVisit(visit).does("/activities", T.projects.saidRemoved, again: { try await self.activity(visit, $0) }) { id, centre, act in
            try ProjectActivityStore.remove(activity, from: id, at: centre, in: act)
        }
    }

    @Sendable static func link(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, activity: ProjectActivity.ID = try visit.id("activity")
        return try await ProjectVisit(visit).does("/activities/\(activity)", again: { try await self.activity(visit, $0) }) { id, centre, act in
            let currency = try ProjectStore.desk(id, at: centre, in: act).project.details.amount.currency
            try ProjectActivityStore.link(ActivityLinkDraft(typed, currency), to: activity, of: id, at: centre, in: act)
        }
    }

    @Sendable static func unlink(_ visit: Visit) async throws -> Answer {
        let (activity, link): (ProjectActivity.ID, ActivityLink.ID) = (try visit.id("activity"), try visit.id("link"))
        return try await ProjectVisit(visit).does("/activities/\(activity)", T.projects.saidRemoved, again: { try await self.activity(visit, $0) }) { id, centre, act in
            try ProjectActivityStore.unlink(link, from: activity, of: id, at: centre, in: act)
        }
    }

    // MARK: Money

    @Sendable static func budget(_ visit: Visit) async throws -> Answer { visit.page(try await budget(visit, visit.form())) }

    private static func budget(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, lines) = try await here.desk { try BudgetStore.lines(of: id, in: $0) }
        return BudgetViews(reader: visit.reader).list(sight.project, lines, form)
    }

    @Sendable static func addLine(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed
        return try await ProjectVisit(visit).does("/budget", again: { try await budget(visit, $0) }) { id, centre, act in
            let currency = try ProjectStore.desk(id, at: centre, in: act).project.details.amount.currency
            try BudgetStore.add(BudgetLineDetails(typed, currency), to: id, at: centre, in: act)
        }
    }

    @Sendable static func line(_ visit: Visit) async throws -> Answer { visit.page(try await line(visit, visit.form(Typed(["day": visit.today.iso])))) }

    private static func line(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project, own: BudgetLine.ID = try visit.id("line")
        let (sight, lines) = try await here.desk { try BudgetStore.lines(of: id, in: $0) }
        guard let line = lines.first(where: { $0.id == own }) else { throw Problem.missing }
        return BudgetViews(reader: visit.reader).show(sight.project, line, form.over(line.details.typed))
    }

    @Sendable static func saveLine(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, line: BudgetLine.ID = try visit.id("line")
        return try await ProjectVisit(visit).does("/budget/\(line)", again: { try await self.line(visit, $0) }) { id, centre, act in
            let currency = try ProjectStore.desk(id, at: centre, in: act).project.details.amount.currency
            try BudgetStore.edit(line, to: BudgetLineDetails(typed, currency), of: id, at: centre, in: act)
        }
    }

    @Sendable static func removeLine(_ visit: Visit) async throws -> Answer {
        let line: BudgetLine.ID = try visit.id("line")
        return try await ProjectVisit(visit).does("/budget", T.projects.saidRemoved, again: { try await self.line(visit, $0) }) { id, centre, act in
            try BudgetStore.remove(line, from: id, at: centre, in: act)
        }
    }

    @Sendable static func spend(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language, line: BudgetLine.ID = try visit.id("line")
        return try await ProjectVisit(visit).does("/budget/\(line)", again: { try await self.line(visit, $0) }) { id, centre, act in
            let currency = try ProjectStore.desk(id, at: centre, in: act).project.details.amount.currency
            let one = try SpendingForm(typed, currency, own: own)
            try BudgetStore.spend(one.amount, of: line, on: one.day, paper: one.paper, words: one.words, in: id, at: centre, in: act)
        }
    }

    @Sendable static func takeBack(_ visit: Visit) async throws -> Answer {
        let (line, spending): (BudgetLine.ID, BudgetSpending.ID) = (try visit.id("line"), try visit.id("spending"))
        return try await ProjectVisit(visit).does("/budget/\(line)", T.projects.saidRemoved, again: { try await self.line(visit, $0) }) { id, centre, act in
            try BudgetStore.takeBack(spending, in: id, at: centre, in: act)
        }
    }
}
