import Accounts
import Catalogue
import Events
import Kernel
import Languages
import Needs
import Site
import Storage
import Testing
import Town
@testable import Planning

/// Accepted drafts become lines of the plan of their year.
@Suite struct PlanTakingStories {
    /// A programme called for by Ана, whose draft stands ready in the plan's year.
    private func called(_ town: Town, _ programme: Programme.ID) async throws -> Event.ID {
        let centre = town.centre, today = town.zone.day(of: town.clock.now)
        try await town.does { try DemandCallStore.set(DemandRule(people: 1, schools: 1), of: centre, in: $0) }
        _ = try await town.workplace(of: town.ana)
        try await town.ana.does { try WouldComeStore.come(to: .programme(programme), at: centre, today: today, in: $0) }
        return try #require(try await town.vesna.does { try LaunchStore.all(of: centre, in: $0) }.first?.event)
    }

    private func plan(_ town: Town, for event: Event.ID) async throws -> YearPlan.ID {
        let centre = town.centre, day = try #require(try await town.event(event).firstDay)
        return try await town.vesna.does { try YearPlanStore.begin(.containing(day, .school), copies: false, at: centre, in: $0) }
    }

    private func items(_ town: Town, _ plan: YearPlan.ID) async throws -> [PlanItem] { try await town.finds { try YearPlanStore.items(of: plan, in: $0) } }

    @Test func `what was called for becomes a line of a draft when it is announced, once, with form, term and topic`() async throws {
        let town = try await Town(), programme = try await town.programme()
        let topic = try await town.does { act in
            let topic = try TopicStore.add(TopicDraft(TopicNames(sr: "Дигитална настава")), in: act)
            try TopicStore.set(programme, serves: true, topic, in: act)
            return topic
        }
        let event = try await called(town, programme), plan = try await plan(town, for: event)
        #expect(try await items(town, plan).isEmpty, "a draft that nobody has accepted is no line")
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        let all = try await items(town, plan), line = try #require(all.first?.details), day = try #require(try await town.event(event).firstDay)
        #expect(all.count == 1 && line.programme == programme && line.topic == topic && line.form == .seminar)
        #expect(line.days == day.monthDays && line.person == town.vesna.id)
        try await town.vesna.does { try PlanTakingStore.take(event, in: $0) }
        #expect(try await items(town, plan).count == 1)
        #expect(try await town.count("plan_item_event") == 1)
        #expect(try await town.count("journal WHERE deed = 'planning.itemTaken'") == 1)
        let page = try await town.vesna.opens("/staff/plans/\(plan)/items/\(all[0].id)")
        #expect(page.shows("Дигитална настава") && page.shows("Дигитална учионица"))
        // A second group in the same month is of the same line.
        let second = try await town.seminar(inDays: town.zone.day(of: town.clock.now).days(until: day) + 1, announced: false)
        try await town.change(second) { $0.programme = programme }
        try await town.vesna.does { try PlanTakingStore.take(second, in: $0) }
        #expect(try await items(town, plan).count == 1)
        #expect(try await town.count("plan_item_event") == 2)
    }

    @Test func `what is accepted of a proposal becomes one line a programme and month`() async throws {
        let town = try await Town(), centre = town.centre, programme = try await town.programme(), today = town.zone.day(of: town.clock.now)
        let first = today.adding(days: 40), month = first.monthDays, place = try await town.municipality("Луг", 45.71, 19.32)
        let plan = try await town.vesna.does { try YearPlanStore.begin(.containing(first, .school), copies: false, at: centre, in: $0) }
        let topic = try await town.does { try TopicStore.add(TopicDraft(TopicNames(sr: "Дигитална настава")), in: $0) }
        // Two groups in one month, one in the next.
        let days = [month.lowerBound.adding(days: 6), month.lowerBound.adding(days: 13), month.upperBound.adding(days: 10)]
        let run = try await town.vesna.does { act in
            let run = try PlannerRunStore.begin(.usual(today: today, currency: .rsd), at: centre, in: act)
            try act.db.run("UPDATE plan_run SET state = 'done' WHERE id = \(run)")
            for (line, day) in days.enumerated() {
                try act.db.run("""
                    INSERT INTO plan_proposal (run, line, programme, topic, municipality, days, people, fresh, priority, worth, km, saved_km, saved_hours, saved_money,
                                               saved_carbon)
                    VALUES (\(run), \(line), \(programme), \(topic), \(place), \(day.iso), 20, 0, 0, 100, 0, 0, 0, 0, 0)
                    """)
            }
            return run
        }
        #expect(try await town.vesna.does { try PlannerRunStore.accept(run, in: $0) } == 3)
        let all = try await items(town, plan).map(\.details)
        #expect(all.map(\.days) == [month, days[2].monthDays] && all.allSatisfy { $0.programme == programme && $0.topic == topic && $0.person == town.vesna.id })
        #expect(try await town.count("plan_item_event") == 3)
        let done = try await town.done(plan)
        #expect(done.lines.map(\.events.count) == [2, 1] && done.extras.isEmpty)
        // A draft that is discarded leaves its line, and what is accepted anew joins it.
        let event = try #require(done.lines[1].events.first?.id)
        try await town.vesna.does { try EventStore.discard(event, in: $0) }
        try await town.vesna.does { _ = try PlannerRunStore.accept(run, in: $0) }
        #expect(try await items(town, plan).count == 2)
        #expect(try await town.count("plan_item_event") == 3)
    }

    @Test func `it joins the line that meant it`() async throws {
        let town = try await Town(), programme = try await town.programme()
        let event = try await called(town, programme), plan = try await plan(town, for: event), day = try #require(try await town.event(event).firstDay)
        let item = try await town.line("Наша обука", in: plan, day.monthDays.lowerBound.iso, day.monthDays.upperBound.iso, programme: programme)
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        #expect(try await items(town, plan).map(\.id) == [item])
        #expect(try await town.done(plan).lines[0].events.map(\.id) == [event])
    }

    @Test func `beside an approved plan it is a deviation that needs a reason, or becomes a line`() async throws {
        let town = try await Town(), programme = try await town.programme()
        try await town.directed()
        let event = try await called(town, programme), plan = try await plan(town, for: event), day = try #require(try await town.event(event).firstDay)
        _ = try await town.line("Друго", in: plan, day.monthDays.lowerBound.iso, day.monthDays.upperBound.iso)
        try await town.branko.does { act in
            try PlanVersionStore.submit(plan, because: "", in: act)
            while let next = try YearPlanStore.plan(plan, in: act).version?.next {
                try PlanVersionStore.decide(next.id, of: plan, PlanWord(isApproved: true, number: "1", day: town.zone.day(of: act.now)), in: act)
            }
        }
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        #expect(try await items(town, plan).count == 1)
        #expect(try await town.count("plan_item_event") == 0)
        let done = try await town.done(plan)
        #expect(done.extras.map(\.event.id) == [event] && done.extras[0].deviation == .beside && done.unexplained == 1 && done.unplanned == 0)
        let page = try await town.vesna.opens("/staff/plans/\(plan)/done")
        #expect(page.shows(town.say(T.planning.deviationBeside)) && page.shows("Дигитална учионица"))
        #expect(try await town.vesna.sends("/done/\(event)", ["reason": "Школе су тражиле"]).shows("Школе су тражиле"))
        #expect(try await town.done(plan).unexplained == 0)
        #expect(try await town.vesna.opens("/staff/plans/\(plan)/done.xlsx").bytes.starts(with: [0x50, 0x4B]))

        try await town.vesna.opens("/staff/plans/\(plan)/done")
        #expect(try await town.vesna.sends("/done/\(event)/line").shows(town.say(T.planning.saidItemAdded)))
        #expect(try await items(town, plan).count == 2)
        #expect(try await town.count("plan_reason") == 0)
        #expect(try await town.done(plan).extras.isEmpty)
        await #expect(throws: Problem.self) { try await town.vesna.does { _ = try PlanTakingStore.add(event, to: plan, in: $0) } }
    }
}
