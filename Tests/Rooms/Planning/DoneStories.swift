import Delivery
import Events
import Kernel
import Languages
import Planning
import Registration
import Storage
import Testing
import Town

/// What was planned, and what came of it.
@Suite struct DoneStories {
    @Test func `a line becomes a draft in one act, with what the programme and the line say`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), programme = try await town.programme()
        let item = try await town.line(in: plan, programme: programme)
        try await town.vesna.opens("/staff/plans/\(plan)/items/\(item)")
        let draft = try await town.vesna.sends("/items/\(item)/event")
        let event = try await town.newest()
        #expect(draft.status == 200 && draft.path == "/sr/staff/events/\(event.id)/edit")
        #expect(event.state == .draft && event.plan.programme == programme && event.plan.texts[.sr]?.title == "Читање наглас" && event.plan.points == 8)
        #expect(event.plan.sessions.map(\.day.iso) == ["2026-03-07"], "a Saturday of the term")
        #expect(event.plan.sessions[0].place == "Сала 1" && event.plan.trainers.map(\.name) == ["Бранко Његован"])
        #expect(try await town.done(plan).lines[0].state == .notBegun, "a draft is nothing yet")
        try await town.vesna.does { try EventStore.announce(event.id, limits: nil, in: $0) }
        #expect(try await town.done(plan).lines[0].state == .announced)
        #expect(try await town.vesna.opens("/staff/plans/\(plan)").shows(town.say(T.planning.stateAnnounced)))
        try await town.vesna.postpones(event.id, because: "Болест")
        #expect(try await town.done(plan).lines[0].state == .postponed)
        try await town.vesna.cancels(event.id, because: "Болест")
        #expect(try await town.done(plan).lines[0].state == .cancelled)
    }

    @Test func `a draft that comes to nothing leaves the line as it was`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan)
        let event = try await town.vesna.does { try PlanDoneStore.draft(item, of: plan, in: $0) }
        try await town.vesna.does { try EventStore.discard(event, in: $0) }
        #expect(try await town.count("plan_item_event") == 0)
        #expect(try await town.done(plan).lines[0].events.isEmpty)
    }

    @Test func `an event is of one line; another centre's is not there`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), one = try await town.line("Прва", in: plan), two = try await town.line("Друга", in: plan)
        let seminar = try await town.seminar("Читање", inDays: 35), theirs = try await town.seminar("Туђа")
        let (other, _) = try await town.neighbour()
        try await town.does { try $0.db.run("UPDATE event SET centre = \(other) WHERE id = \(theirs)") }
        let page = try await town.vesna.opens("/staff/plans/\(plan)/items/\(one)")
        #expect(page.html.contains("value=\"\(seminar)\"") && !page.html.contains("Туђа"))
        #expect(try await town.vesna.sends("/items/\(one)/link", ["event": "\(theirs)"]).status == 404)
        try await town.vesna.opens("/staff/plans/\(plan)/items/\(one)")
        #expect(try await town.vesna.sends("/items/\(one)/link", ["event": ""]).status == 422)
        #expect(try await town.vesna.sends("/items/\(one)/link", ["event": "\(seminar)"]).shows("Читање"))
        await #expect(throws: Problem.invalid("event", T.planning.eventLinked)) {
            try await town.vesna.does { try PlanDoneStore.link(seminar, to: two, of: plan, in: $0) }
        }
        try await town.vesna.opens("/staff/plans/\(plan)/items/\(one)")
        try await town.vesna.sends("/events/\(seminar)/unlink")
        try await town.vesna.does { try PlanDoneStore.link(seminar, to: two, of: plan, in: $0) }
        #expect(try await town.done(plan).lines.map { $0.events.count } == [0, 1])
    }

    @Test func `planned and done are counted from the rows of events`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), held = try await town.line("Одржана", in: plan, people: 20), late = try await town.line("Касна", in: plan,
            "2026-02-05", "2026-02-28", people: 10)
        _ = try await town.line("Није", in: plan, "2026-02-05", "2026-02-10", people: nil)
        let events = [try await town.seminar("Одржана", seats: 5, inDays: 30), try await town.seminar("Касна", inDays: 40),
            try await town.seminar("Без плана", inDays: 33), try await town.seminar("Наредна", inDays: 60)]
        try await town.vesna.does { act in
            try PlanDoneStore.link(events[0], to: held, of: plan, in: act)
            try PlanDoneStore.link(events[1], to: late, of: plan, in: act)
        }
        for person in [town.ana, town.milena] { _ = try await person.applies(to: events[0], payer: .free) }
        try await town.later(days: 50)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.does { act in
            for event in events.prefix(3) { try EventStore.markHeld(event, in: act) }
            let roll = try Roll(EventStore.event(events[0], in: act), in: act)
            _ = try AttendanceStore.mark([Attendance(registration: roll.rows[0].registration, session: roll.sessions[0].id, mark: .present,
                source: .sheet, at: act.now)], of: events[0], in: act)
        }
        let done = try await town.done(plan)
        #expect(done.lines.map(\.state) == [.held, .held, .notBegun] && done.lines.map(\.deviation) == [nil, .later, .notDone])
        #expect(done.extras.map(\.event.id) == [events[2]])
        let rows = try await town.count("event WHERE state IN ('held', 'closed')")
        #expect(done.held + done.extras.count == rows)
        #expect(done.came == 1 && done.expected == 30 && done.unexplained == 3)
        let page = try await town.vesna.opens("/staff/plans/\(plan)/done")
        #expect(page.shows("Без плана") && page.shows(town.say(T.planning.deviationLater)) && !page.shows("Наредна"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.planning.todayUnexplained(count: 3, plan: .text("План рада за школску 2025/2026.")))))
        // Linked afterwards, it is no longer without a plan.
        try await town.vesna.does { try PlanDoneStore.link(events[2], to: held, of: plan, in: $0) }
        let linked = try await town.done(plan)
        #expect(linked.extras.isEmpty && linked.held == 3)
    }

    @Test func `a deviation is explained by whoever answers for the line, or by the director`() async throws {
        let town = try await Town()
        try await town.directed()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan, "2025-12-01", "2025-12-31"), coming = try await town.line("Долази", in: plan)
        try await town.goran.becomes(.coordinator, at: town.centre)
        try await town.goran.enters(withFactor: true)
        let path = "/staff/plans/\(plan)/items/\(item)"
        try await town.goran.opens(path)
        #expect(try await town.goran.sends("/items/\(item)/reason", ["reason": "Не знам."]).shows(town.say(T.planning.reasonNotYours)))
        try await town.vesna.opens(path)
        let silent = try await town.vesna.sends("/items/\(item)/reason", ["reason": ""])
        #expect(silent.status == 422 && silent.html.contains("field-reason-error"))
        let said = try await town.vesna.sends("/items/\(item)/reason", ["reason": "Реализатор је био спречен."])
        #expect(said.path.hasSuffix("/done") && said.shows("Реализатор је био спречен."))
        try await town.branko.opens(path)
        #expect(try await town.branko.sends("/items/\(item)/reason", ["reason": "Помера се у мај."]).shows("Pomera se u maj."))
        #expect(try await town.count("plan_reason") == 1)
        await #expect(throws: Problem.conflict(T.planning.noDeviation)) {
            try await town.vesna.does { try PlanDoneStore.explain(coming, of: plan, because: "x", in: $0) }
        }
        #expect(try await town.done(plan).unexplained == 0)
    }

    @Test func `what this month has no event for stands on the page of today`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), item = try await town.line(in: plan, "2026-02-01", "2026-02-28")
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.planning.todayNotBegun)))
        let event = try await town.seminar("Читање", inDays: 20)
        try await town.vesna.does { try PlanDoneStore.link(event, to: item, of: plan, in: $0) }
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.planning.todayNotBegun)))
    }
}
