import Accounts
import Catalogue
import Centres
import Events
import Foundation
import Kernel
import Languages
import Needs
import Planner
import Registration
import Site
import Storage
import Testing
import Town
@testable import Planning

/// A term planned out of what people wish.
@Suite struct PlannerStories {
    /// A programme that serves a topic which so many people wish; a hall, and a town where it lies.
    private func wished(_ town: Town, by count: Int = 20) async throws -> (programme: Programme.ID, topic: Topic.ID) {
        let programme = try await town.programme(), centre = town.centre
        let year = SchoolYear(containing: try #require(town.zone.day(of: town.clock.now).adding(days: 40) as Day?))
        let school = try await town.workplace("ОШ „Прва“")
        let place = try #require(try await town.value("SELECT municipality AS id FROM school WHERE id = \(school)", as: Municipality.ID.self))
        try await town.does { act in
            try act.db.run("UPDATE municipality SET latitude = 45.77, longitude = 19.11 WHERE id = \(place)")
            try act.db.run("UPDATE centre SET municipality = \(place) WHERE id = \(centre)")
            try act.db.run("UPDATE programme SET seats_min = 10 WHERE id = \(programme)")
        }
        let topic = try await town.does { act in
            let topic = try TopicStore.add(TopicDraft(TopicNames(sr: "Дигитална настава")), in: act)
            try TopicStore.set(programme, serves: true, topic, in: act)
            return topic
        }
        _ = try await town.does { try HallStore.add(HallDetails(name: "Велика сала", seats: 40), to: centre, in: $0) }
        for person in try await town.crowd(of: count) {
            try await town.does { try EmploymentStore.add(person, at: school, in: $0) }
            try await town.records.write(by: Actor(person: person, name: "")) { act in
                try NeedPlanStore.set(NeedPlan.About(school: school, job: .subject), in: year, at: centre, in: act)
                try WishStore.set([WishDraft("Дигитална настава")], in: year, at: centre, in: act)
            }
        }
        return (programme, topic)
    }

    /// Asks for the weeks after the next five, and lets the planner work.
    @discardableResult
    private func asks(_ town: Town, _ more: [String: String] = [:]) async throws -> Page {
        let today = town.zone.day(of: town.clock.now)
        try await town.vesna.opens("/staff/planner" + (more["again"].map { "?again=\($0)" } ?? ""))
        var typed = ["first": today.adding(days: 36).iso, "last": today.adding(days: 80).iso, "effort": "quick", "most": "3"]
        for (name, value) in more { typed[name] = value }
        let form = try #require(try await town.vesna.browser.page.form("/staff/planner")), names = Set(typed.keys)
        let fields = form.fields.filter { !names.contains($0.name) } + typed.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        let page = try await town.vesna.browser.post(Page.Form(action: form.action, fields: fields))
        try await town.settles()
        return page
    }

    private func run(_ town: Town) async throws -> PlannerRun {
        let centre = town.centre
        return try #require(try await town.does { try PlannerRunStore.runs(of: centre, in: $0) }.first)
    }

    @Test func `wishes become a proposal, which is pinned, ruled out, asked for again, and turned into drafts`() async throws {
        let town = try await Town(), (programme, topic) = try await wished(town)
        try await asks(town)
        let first = try await run(town)
        #expect(first.state == .done && first.persons == 20 && first.wishes == 20, "\(first.state) \(first.rules)")
        let proposals = try await town.does { try PlannerRunStore.proposals(of: first.id, in: $0) }
        let proposal = try #require(proposals.first)
        #expect(proposal.programme == programme && proposal.topic == topic && proposal.people >= 10 && proposal.hall != nil)
        #expect(proposal.days.allSatisfy { first.asked.days.contains($0) } && proposal.days[0].weekday == .saturday)
        #expect(proposal.schools.reduce(0) { $0 + $1.people } == proposal.people)
        if let bound = first.bound, let worth = first.worth { #expect(bound >= worth) }
        let page = try await town.vesna.opens("/staff/planner/\(first.id)")
        #expect(page.shows("Дигитална учионица") && page.shows("Велика сала") && page.shows("Дигитална настава"))
        for other in [town.ana, town.milena] { #expect(try await other.opens("/staff/planner/\(first.id)").status != 200) }
        #expect(try await town.vesna.opens("/staff/planner/\(first.id)/plan.xlsx").bytes.starts(with: [0x50, 0x4B]))

        // What is pinned stays when the term is planned again.
        try await town.vesna.opens("/staff/planner/\(first.id)")
        try await town.vesna.does { try PlannerRunStore.mark(proposal.id, of: first.id, .pinned, in: $0) }
        try await asks(town, ["again": "\(first.id)"])
        let second = try await run(town), kept = try await town.does { try PlannerRunStore.proposals(of: second.id, in: $0) }
        #expect(second.id != first.id && second.state == .done && kept.contains { $0.mark == .pinned && $0.days == proposal.days && $0.hall == proposal.hall })
        // What is ruled out does not come again there and then.
        try await town.vesna.does { act in
            for one in kept { try PlannerRunStore.mark(one.id, of: second.id, .forbidden, in: act) }
        }
        try await asks(town, ["again": "\(second.id)"])
        let third = try await run(town), others = try await town.does { try PlannerRunStore.proposals(of: third.id, in: $0) }
        #expect(third.state == .done && !others.contains { other in kept.contains { $0.days[0] == other.days[0] && $0.municipality == other.municipality } })

        // The first one becomes drafts, once.
        try await town.vesna.opens("/staff/planner/\(first.id)")
        let said = try await town.vesna.sends("/staff/planner/\(first.id)/accept")
        #expect(said.status == 200, "\(said.text.prefix(600))")
        let event = try #require(try await town.does { try PlannerRunStore.proposals(of: first.id, in: $0) }.first?.event)
        let draft = try await town.event(event)
        #expect(draft.state == .draft && draft.plan.programme == programme)
        #expect(draft.plan.sessions.map(\.day) == proposal.days && draft.plan.sessions[0].hall == proposal.hall)
        let count = try await town.count("event WHERE state = 'draft'")
        await #expect(throws: Problem.self) { try await town.vesna.does { try PlannerRunStore.accept(first.id, in: $0) } }
        #expect(try await town.count("event WHERE state = 'draft'") == count)

        // Whoever wished it is told when it opens.
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        try await town.settles()
        #expect(town.mail.to("p0@bistrik.example").contains { $0.plain.contains("/events/\(event)") })
        try await town.vesna.does { try EventStore.cancel(event, because: "Киша", in: $0) }
    }

    @Test func `another program counts people and ways again from the workbook, and a group near its school saves some`() async throws {
        let town = try await Town(), centre = town.centre
        _ = try await wished(town, by: 4)
        let year = SchoolYear(containing: town.zone.day(of: town.clock.now).adding(days: 40))
        // Far from the centre there are more who wish the same.
        let far = try await town.municipality("Далеко", 45.30, 19.60)
        let school = try await town.does { try SchoolStore.open(SchoolDetails(name: "ОШ „Далеко“", kind: .primary, municipality: far), in: $0) }
        for number in 0..<18 {
            let person = try await town.does { act in
                try PersonStore.add(PersonName(given: "Далеки", family: "\(number)"), email: "far\(number)@bistrik.example", verified: act.now, language: .sr, in: act)
            }
            try await town.does { try EmploymentStore.add(person, at: school, in: $0) }
            try await town.records.write(by: Actor(person: person, name: "")) { act in
                try NeedPlanStore.set(NeedPlan.About(school: school, job: .subject), in: year, at: centre, in: act)
                try WishStore.set([WishDraft("Дигитална настава")], in: year, at: centre, in: act)
            }
        }
        let home = try #require(try await town.value("SELECT municipality AS id FROM centre WHERE id = \(centre)", as: Municipality.ID.self))
        try await town.does { try TerritoryStore.set([home, far], of: centre, in: $0) }
        try await asks(town, ["town": "\(far)"])
        let run = try await run(town), proposals = try await town.does { try PlannerRunStore.proposals(of: run.id, in: $0) }
        #expect(run.state == .done && proposals.contains { $0.municipality == far && $0.hall == nil && $0.saved.km > 0 }, "\(run.state)")
        let sheet = try await town.vesna.opens("/staff/planner/\(run.id)/plan.xlsx")
        let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).xlsx")
        try Data(sheet.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let judged = try Judge("planned.py", [file.path, "45.77", "19.11"]).said
        let (people, km, saved) = proposals.reduce((0, 0, 0)) { ($0.0 + $1.people, $0.1 + $1.km, $0.2 + $1.saved.km) }
        #expect(judged.contains("\(proposals.count) groups, \(people) people, \(km) km, \(saved) km saved"), "\(judged)")
    }

    @Test func `one is underway at a time, it can be stopped, and without wishes nothing is proposed`() async throws {
        let town = try await Town(), centre = town.centre
        let asked = PlannerAsk.usual(today: town.zone.day(of: town.clock.now), currency: .rsd)
        let id = try await town.vesna.does { try PlannerRunStore.begin(asked, at: centre, in: $0) }
        await #expect(throws: Problem.conflict(T.planning.runUnderway)) { try await town.vesna.does { _ = try PlannerRunStore.begin(asked, at: centre, in: $0) } }
        #expect(try await town.vesna.opens("/staff/planner/\(id)").shows(town.say(T.planning.runWaits)))
        try await town.settles()
        let run = try await run(town)
        #expect(run.state == .done && run.persons == 0 && run.groups == 0)
        #expect(try await town.vesna.opens("/staff/planner/\(id)").shows(town.say(T.planning.noProposals)))
        // What is done is not taken in hand again, by whichever copy.
        let isTaken = try await town.does { try PlannerRunStore.take(id, in: $0) }
        #expect(!isTaken)
        try await town.vesna.does { try PlannerRunStore.stop(id, in: $0) }
        let after = try await self.run(town)
        #expect(!after.isStopping)
    }

    @Test func `a run that falls is told, and stands in nobody's way`() async throws {
        let town = try await Town(), centre = town.centre
        var asked = PlannerAsk.usual(today: town.zone.day(of: town.clock.now), currency: .rsd)
        // A town that is gone by the time the planner looks.
        asked.towns = [Municipality.ID(99_999)]
        let gone = asked
        let id = try await town.vesna.does { try PlannerRunStore.begin(gone, at: centre, in: $0) }
        try await town.settles()
        #expect(try await run(town).state == .failed)
        #expect(try await town.vesna.opens("/staff/planner/\(id)").shows(town.say(T.planning.runFailedText)))
        asked.towns = []
        let next = asked
        _ = try await town.vesna.does { try PlannerRunStore.begin(next, at: centre, in: $0) }
        #expect(try await town.count("plan_run WHERE state = 'waiting'") == 1)
    }

    @Test func `a holiday on the day of what is pinned is a contradiction that is told in words`() async throws {
        let town = try await Town(), centre = town.centre
        _ = try await wished(town)
        try await asks(town)
        let first = try await run(town), proposal = try #require(try await town.does { try PlannerRunStore.proposals(of: first.id, in: $0) }.first)
        try await town.vesna.does { act in
            try PlannerRunStore.mark(proposal.id, of: first.id, .pinned, in: act)
            try PlannerRunStore.add(.break, proposal.days[0].adding(days: -1)...proposal.days[0].adding(days: -1), "Распуст", at: centre, in: act)
        }
        // The hall is closed to it: somebody has it that day.
        let today = town.zone.day(of: town.clock.now)
        let other = try await town.seminar("Друго", inDays: today.days(until: proposal.days[0]), announced: false)
        try await town.change(other) { $0.sessions[0].hall = proposal.hall; $0.sessions[0].place = "" }
        try await town.vesna.does { try EventStore.announce(other, limits: nil, in: $0) }
        try await asks(town, ["again": "\(first.id)"])
        let second = try await run(town)
        #expect(second.state == .contradiction && !second.rules.isEmpty && second.isProved != nil, "\(second.state)")
        #expect(try await town.vesna.opens("/staff/planner/\(second.id)").shows(town.say(T.planning.contradictionText)))
    }

    @Test func `bad terms and numbers are told at their fields, and what was typed stays`() async throws {
        let town = try await Town(), today = town.zone.day(of: town.clock.now)
        for (typed, field) in [
            (["first": "jučer"], "first"), (["first": today.adding(days: -1).iso], "first"), (["last": today.iso], "last"),
            (["last": today.adding(days: 900).iso], "last"),
            (["most": "0"], "most"), (["cover": "101"], "cover"), (["least": "99999999999999999999"], "least"),
            (["weight-km": "-1"], "weight-km"), (["budget": "пуно"], "budget"), (["purse-own": "-5"], "purse-own"), (["coverSubject": "0"], "coverSubject"),
        ] {
            let page = try await asks(town, typed)
            #expect(page.status == 422 && page.html.contains("id=\"error-\(field)\"") || page.html.contains("#field-\(field)"), "\(typed)")
            #expect(try await town.count("plan_run") == 0)
        }
        #expect(try await town.vesna.opens("/staff/planner/99999").status == 404)
        try await town.vesna.opens("/settings/calendar")
        let refused = try await town.vesna.sends("/settings/calendar", ["name": "", "first": "1.1.2027.", "last": "1.12.2026.", "kind": "holiday"])
        #expect(refused.status == 422)
        try await town.vesna.opens("/settings/calendar")
        #expect(try await town.vesna.sends("/settings/calendar", ["name": "Сретење", "first": "15.2.2027.", "last": "16.2.2027.", "kind": "holiday"]).shows("Сретење"))
    }

    @Test func `what a centre knows of people is asked of the planner: what is due, leave, subjects, who pays, and where trainers work`() async throws {
        let town = try await Town(), (programme, _) = try await wished(town, by: 3)
        let today = town.zone.day(of: town.clock.now), year = SchoolYear(containing: today.adding(days: 40))
        let p0 = try #require(try await town.value("SELECT id FROM person WHERE email = 'p0@bistrik.example'", as: Person.ID.self))
        let far = try await town.municipality("Далеко", 45.30, 19.60)
        let away = try await town.does { try SchoolStore.open(SchoolDetails(name: "ОШ „Далеко“", kind: .primary, municipality: far), in: $0) }
        try await town.does { [branko = town.branko.id] act in
            for day in 1...3 {
                try act.db.run("INSERT INTO paid_leave (person, day) VALUES (\(p0), \(year.first.adding(days: day)))")
            }
            try act.db.run("UPDATE employment SET teaches = 'Математика' WHERE person = \(p0)")
            try act.db.run("UPDATE need_plan SET payer = 'both' WHERE person = \(p0)")
            try EmploymentStore.add(branko, at: away, in: act)
            try act.db.run("INSERT INTO programme_person (programme, part, name, place, person) VALUES (\(programme), 'trainer', 'Бранко', 9, \(branko))")
        }
        try await asks(town, ["purse-school": "50000", "coverSubject": "2", "weight-due": "60"])
        let run = try await run(town)
        #expect(run.asked.purses == [.school: .rsd(50_000)] && run.asked.coverSubject == 2 && run.asked.weights[.due] == 60)
        let job = try await town.does { try PlannerGathering(run, in: $0) }.job
        let own = try #require(try await town.value("SELECT id FROM need_plan WHERE person = \(p0)", as: Int64.self))
        let person = try #require(job.persons.first { $0.id == own }), other = try #require(job.persons.first { $0.id != own })
        #expect(person.leave == 0 && other.leave == 3 && person.subject != nil && other.subject == nil && person.purse == 2 && other.purse == nil)
        #expect(!person.wishes.contains { !$0.due }, "nobody has shown anything yet")
        #expect(job.purses.map(\.amount) == [5_000_000] && job.rules.contains { $0.of == "subject" && $0.count == 2 })
        #expect(job.trainers.contains { $0.at == [45.30, 19.60] } && job.weights["due"] == 60)
        #expect(job.programmes.allSatisfy { $0.use == 0 }, "nothing is told of the use of any")
        try await town.does { act in
            try act.db.run("INSERT INTO use_figure (programme, asked, answered, used, counted) VALUES (\(programme), 30, 20, 18, \(act.now))")
        }
        let used = try await town.does { try PlannerGathering(run, in: $0) }.job
        #expect(used.programmes.first { $0.id == programme.value }?.use == 76 && used.weights["use"] == 20)
        #expect(try await town.vesna.opens("/staff/planner?again=\(run.id)").html.contains("50000"))
    }

    @Test func `the same programme elsewhere in the same week is said where a plan is made`() async throws {
        let town = try await Town(), programme = try await town.programme(), plan = try await town.yearPlan()
        _ = try await town.line("Наша", in: plan, "2026-03-11", "2026-03-12", programme: programme)
        let saturday = try #require(Day(iso: "2026-03-14")), theirs = try await town.seminar("Њихова", inDays: town.zone.day(of: town.clock.now).days(until: saturday))
        let (other, _) = try await town.neighbour()
        #expect(try await !town.vesna.opens("/staff/plans/\(plan)").shows(town.say(T.planning.clashes)))
        try await town.does { try $0.db.run("UPDATE event SET centre = \(other), programme = \(programme) WHERE id = \(theirs)") }
        let page = try await town.vesna.opens("/staff/plans/\(plan)")
        #expect(page.shows(town.say(T.planning.clashes)) && page.shows("Њихова"))
    }

    @Test func `days of a term begin on Saturdays, in breaks and where it is wanted on working days, and on no holiday`() throws {
        func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
        let term = try day("2027-02-08")...day("2027-02-28")
        let holiday = SchoolPeriod(id: SchoolPeriod.ID(1), kind: .holiday, days: try day("2027-02-20")...day("2027-02-20"), name: "")
        let rest = SchoolPeriod(id: SchoolPeriod.ID(2), kind: .break, days: try day("2027-02-11")...day("2027-02-12"), name: "")
        let starts = PlannerStart.all(in: term, [holiday, rest], worksDays: false)
        #expect(starts.filter { $0.kind == .weekend }.map { $0.days[0].iso } == ["2027-02-13", "2027-02-27"])
        #expect(starts.filter { $0.kind == .break }.map { $0.days.map(\.iso) } == [["2027-02-11", "2027-02-12"], ["2027-02-12"]])
        #expect(starts.first { $0.days[0].iso == "2027-02-13" }?.days.map(\.iso) == ["2027-02-13", "2027-02-14"], "the third day is a holiday")
        #expect(!starts.contains { $0.kind == .working })
        let working = PlannerStart.all(in: term, [holiday, rest], worksDays: true).filter { $0.kind == .working }
        #expect(working.contains { $0.days[0].iso == "2027-02-08" } && !working.contains { $0.days[0].iso == "2027-02-11" })
        #expect(PlannerStart.teaching(in: term, [holiday, rest]).count == 13)
    }
}
