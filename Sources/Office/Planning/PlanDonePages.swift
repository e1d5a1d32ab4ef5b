import Documents
import Events
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// What was planned beside what came of it.
enum PlanDonePages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: YearPlan.ID = try visit.id("plan")
        let (done, words) = try await visit.read { act in
            let done = try PlanDoneStore.done(YearPlanStore.plan(id, in: act), in: act)
            return (done, try PlanWordsStore.words(of: done.lines.map(\.item.details), in: act))
        }
        return PlanDoneViews(reader: visit.reader).show(done, words, form)
    }

    /// Why something was held that nobody had planned.
    @Sendable static func explain(_ visit: Visit) async throws -> Answer {
        let (id, event): (YearPlan.ID, Event.ID) = (try visit.id("plan"), try visit.id("event"))
        let reason = visit.typed.lines("reason")
        return try await visit.submit {
            try await visit.act { act in
                try PlanDoneStore.explain(event, of: id, because: reason, in: act)
                return Redirect(visit.link("/staff/plans/\(id)/done"), T.planning.saidExplained)
            }
        } again: { try await show(visit, $0) }
    }

    /// What was accepted beside the plan becomes a line of it.
    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        let (id, event): (YearPlan.ID, Event.ID) = (try visit.id("plan"), try visit.id("event"))
        return try await visit.submit {
            try await visit.act { act in
                let item = try PlanTakingStore.add(event, to: id, in: act)
                return Redirect(visit.link("/staff/plans/\(id)/items/\(item)"), T.planning.saidItemAdded)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer {
        let paper = try await YearPlanPages.paper(visit)
        return try await visit.printed(paper.result, with: "plan", name: "\(paper.resultTitle).pdf")
    }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let paper = try await YearPlanPages.paper(visit)
        return .file(
            bytes: try paper.resultSheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(paper.resultTitle).xlsx")
    }
}
