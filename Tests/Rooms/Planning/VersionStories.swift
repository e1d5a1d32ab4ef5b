import Events
import HTTPTypes
import Kernel
import Languages
import Planning
import Storage
import Testing
import Town

/// A plan is handed in and decided about, step by step.
@Suite struct VersionStories {
    @Test func `the director, the board and the founder say yes in their order, and once`() async throws {
        let town = try await Town()
        try await town.directed()
        let plan = try await town.yearPlan(), versions = "/staff/plans/\(plan)/versions"
        _ = try await town.line(in: plan)
        try await town.vesna.opens("/staff/plans/\(plan)")
        let handed = try await town.vesna.sends("/submit")
        #expect(handed.path == "/sr\(versions)" && handed.shows(town.say(T.planning.versionWaiting)))
        // It is the director's turn, and Весна is none.
        #expect(handed.form("/decide") == nil && handed.shows(town.say(T.planning.notYours(step: "Директор центра"))))
        let first = try await town.waiting(plan)
        await #expect(throws: Problem.conflict(T.planning.notYours(step: .title("Директор центра")))) {
            try await town.vesna.does { try PlanVersionStore.decide(first, of: plan, PlanWord(isApproved: true), in: $0) }
        }
        #expect(try await town.branko.opens("/sr/staff").shows(town.say(T.planning.todayDecide)))
        let form = try #require(try await town.branko.opens(versions).form("/decide"))
        #expect(try await town.branko.browser.post(form).status == 200)
        // A second tab with the same step decides nothing.
        let again = try #require(try await town.branko.opens(versions).form("/decide"))
        let stale = Page.Form(action: form.action, fields: again.fields.filter { $0.name != "decision" } + [("decision", "\(first)")])
        #expect(try await town.branko.browser.post(stale).status == 409)

        // The board decides on paper: number and day are needed, and the day has come.
        try await town.vesna.opens(versions)
        #expect(try await town.vesna.sends("/decide", ["number": "", "day": ""]).html.contains("field-number-error"))
        #expect(try await town.vesna.sends("/decide", ["number": "12/3", "day": "5.2.2026."]).html.contains("field-day-error"))
        #expect(try await town.vesna.sends("/decide", ["number": "12/3", "day": "3.2.2026."]).status == 200)
        // Out of order: the founder's step is there, and not decided by the number of another.
        let third = try await town.waiting(plan)
        await #expect(throws: Problem.conflict(T.planning.notItsTurn)) {
            try await town.vesna.does { try PlanVersionStore.decide(first, of: plan, PlanWord(isApproved: true), in: $0) }
        }
        try await town.vesna.does { try PlanVersionStore.decide(third, of: plan, PlanWord(isApproved: true, number: "022-4", day: Day(iso: "2026-02-04")), in: $0) }
        #expect(try await town.finds { try YearPlanStore.plan(plan, in: $0).version?.state } == .approved)
        await #expect(throws: Problem.conflict(T.planning.notItsTurn)) {
            try await town.vesna.does { try PlanVersionStore.decide(third, of: plan, PlanWord(isApproved: true, number: "1", day: Day(iso: "2026-02-04")), in: $0) }
        }
        let shown = try await town.vesna.opens(versions)
        #expect(shown.shows("12/3") && shown.shows("022-4") && shown.shows(town.say(T.planning.versionApproved)))
        #expect(try await town.journal("year_plan", plan.value) == ["planning.begun", "planning.submitted", "planning.stepApproved",
            "planning.stepApproved", "planning.stepApproved"])
    }

    @Test func `of two who decide at once one is told`() async throws {
        let town = try await Town()
        try await town.directed()
        let plan = try await town.yearPlan()
        _ = try await town.line(in: plan)
        try await town.vesna.does { _ = try PlanVersionStore.submit(plan, because: "", in: $0) }
        let step = try await town.waiting(plan), branko = town.branko
        let told = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do { try await branko.does { try PlanVersionStore.decide(step, of: plan, PlanWord(isApproved: true), in: $0) } } catch let problem as Problem {
                        #expect(problem == .conflict(T.planning.notItsTurn))
                        return false
                    }
                    return true
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(told == 1)
        #expect(try await town.count("plan_decision WHERE outcome = 'approved'") == 1)
    }

    @Test func `while it waits nothing is changed; what is returned says why and is handed in again`() async throws {
        let town = try await Town()
        try await town.directed()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan)
        try await town.vesna.does { _ = try PlanVersionStore.submit(plan, because: "", in: $0) }
        #expect(try await town.vesna.opens("/staff/plans/\(plan)/items/\(item)").form("/items/\(item)") == nil)
        for deed in [
            { (act: Act) in try YearPlanStore.remove(item, of: plan, in: act) }, { act in _ = try PlanVersionStore.submit(plan, because: "", in: act) },
        ] as [@Sendable (Act) throws -> Void] {
            await #expect(throws: Problem.conflict(T.planning.isWaiting)) { try await town.vesna.does(deed) }
        }
        try await town.branko.opens("/staff/plans/\(plan)/versions")
        let silent = try await town.branko.sends("/decide", ["return": "yes"])
        #expect(silent.status == 422 && silent.html.contains("field-reason-error"))
        try await town.branko.sends("/decide", ["return": "yes", "reason": "Недостаје извор средстава."])
        #expect(try await town.vesna.opens("/staff/plans/\(plan)/versions").shows("Недостаје извор средстава."))
        try await town.vesna.opens("/staff/plans/\(plan)/items/\(item)")
        #expect(try await town.vesna.sends("/items/\(item)", ["source": "Пројекат"]).status == 200)
        try await town.vesna.opens("/staff/plans/\(plan)")
        try await town.vesna.sends("/submit")
        #expect(try await town.count("plan_version") == 2)
        let compared = try await town.vesna.opens("/staff/plans/\(plan)/versions/2")
        #expect(compared.html.contains("<ins>Пројекат</ins>") && compared.shows(town.say(T.planning.changed)))
        #expect(try await town.vesna.opens("/staff/plans/\(plan)/versions/3").status == 404)
    }

    @Test func `an approved plan is changed with a reason, and the earlier version stays as it was`() async throws {
        let town = try await Town()
        try await town.directed()
        try await town.branko.opens("/settings/planning")
        #expect(try await town.branko.sends("/settings/planning", ["name1": "", "name2": "", "name3": "", "sources": ""]).status == 422)
        try await town.branko.sends("/settings/planning", ["name1": "Директорка", "name2": "", "name3": "", "sources": "Град\nДонатор"])
        #expect(try await town.vesna.opens("/settings/planning").status == 404)
        let plan = try await town.yearPlan(), item = try await town.line(in: plan), gone = try await town.line("Писање", in: plan)
        #expect(try await town.vesna.opens("/staff/plans/\(plan)/items/\(item)").html.contains("<option value=\"Донатор\">"))
        func approve() async throws {
            let step = try await town.waiting(plan)
            try await town.branko.does { try PlanVersionStore.decide(step, of: plan, PlanWord(isApproved: true), in: $0) }
        }
        try await town.vesna.does { _ = try PlanVersionStore.submit(plan, because: "", in: $0) }
        try await approve()
        #expect(try await town.finds { try YearPlanStore.plan(plan, in: $0).version?.state } == .approved, "one step is enough where a centre says so")
        await #expect(throws: Problem.conflict(T.planning.nothingChanged)) { try await town.vesna.does { _ = try PlanVersionStore.submit(plan,
            because: "x", in: $0) } }
        try await town.vesna.does { try YearPlanStore.remove(gone, of: plan, in: $0) }
        try await town.vesna.opens("/staff/plans/\(plan)")
        let silent = try await town.vesna.sends("/submit", ["reason": ""])
        #expect(silent.status == 422 && silent.html.contains("field-reason-error"))
        #expect(try await town.vesna.sends("/submit", ["reason": "Нема реализатора."]).shows("Нема реализатора."))
        let before = try await town.vesna.opens("/staff/plans/\(plan)/versions/1")
        #expect(before.shows("Писање"))
        let after = try await town.vesna.opens("/staff/plans/\(plan)/versions/2")
        #expect(after.shows("Писање") && after.shows(town.say(T.planning.removed)))
        #expect(try await town.vesna.browser.send(.get, "/sr/staff/plans/\(plan)/plan.xlsx?version=1").status == 200)
    }

    @Test func `a plan without lines, or with a line for which nobody answers, is not handed in`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan()
        await #expect(throws: Problem.conflict(T.planning.nothingToSubmit)) { try await town.vesna.does { _ = try PlanVersionStore.submit(plan,
            because: "", in: $0) } }
        _ = try await town.line(in: plan)
        try await town.does { try $0.db.run("UPDATE plan_item SET person = NULL") }
        try await town.vesna.opens("/staff/plans/\(plan)")
        let refused = try await town.vesna.sends("/submit")
        #expect(refused.status == 409 && refused.shows("Читање наглас") && refused.shows(town.say(T.planning.nobody)))
        #expect(try await town.count("plan_version") == 0)
    }
}
