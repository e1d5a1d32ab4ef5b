import Accounts
import Certificates
import Circles
import Delivery
import Events
import Foundation
import Kernel
import Languages
import Portfolio
import Site
import Storage
import Testing
import Town
import Web
@testable import Circles

/// Conclusions that do not die, and what else a circle does between its meetings.
@Suite struct ConclusionStories {
    @Test func `a conclusion without somebody who does it is refused at its field`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), meeting = try await gathered.meets()
        try await gathered.marks([town.ana.id, town.branko.id, town.milena.id], at: meeting)
        try await town.ana.opens(gathered.path + "/meetings/\(meeting)")
        let due = gathered.today.adding(days: 30).iso
        let refused = try await town.ana.sends("/conclusions", ["text": "Посетити школу", "due": due, "owner": ""])
        #expect(refused.status == 422 && refused.shows(town.say(T.circles.errorOwner)) && refused.html.contains("href=\"#field-owner\""))
        let kept = try #require(refused.form("/conclusions"))
        #expect(kept.fields.contains { $0.name == "text" && $0.value == "Посетити школу" })
        #expect(try await town.ana.sends("/conclusions", ["owner": "\(town.goran.id)"]).shows(town.say(T.circles.errorNoMember)), "nor by a stranger")
        #expect(try await town.ana.sends("/conclusions", ["owner": "\(town.branko.id)", "due": "1.1.2020."]).shows(town.say(T.circles.errorDuePast)))
        #expect(try await town.count("circle_conclusion") == 0)
        #expect(try await town.ana.sends("/conclusions", ["owner": "\(town.branko.id)", "due": due]).shows(town.say(T.circles.saidConcluded)))
        #expect(try await town.branko.opens("/me").shows(town.say(T.circles.sayWhatBecame, .srLatn)))
        #expect(try await !town.milena.opens("/me").shows(town.say(T.circles.sayWhatBecame)))
    }

    @Test func `it reminds before its day and after it, once each, until it is settled in words`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), id = try await gathered.concludes("Написати писмо", town.branko.id, inDays: 10)
        let path = gathered.path + "/conclusions/\(id)"
        func goesOn(_ days: Int) async throws -> Int {
            town.clock.passes(days: days)
            try await CircleConclusionStore.remind(town.records)
            try await CircleConclusionStore.remind(town.records)
            try await town.settles()
            return town.mail.to(town.branko.email).count { $0.plain.contains("/conclusions/\(id)") }
        }
        #expect(try await goesOn(6) == 0)
        #expect(try await goesOn(1) == 1, "three days before")
        #expect(try await goesOn(3) == 1, "its day has not passed")
        try await town.branko.enters()
        try await town.vesna.enters(withFactor: true)
        #expect(try await !town.vesna.opens("/staff").shows("Написати писмо"))
        #expect(try await goesOn(1) == 2)
        #expect(try await goesOn(30) == 2, "no more letters")
        try await town.branko.enters()
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Написати писмо"), "it waits on the centre's page")
        try await town.milena.enters()
        try await town.milena.opens(path)
        #expect(try town.milena.browser.page.form("/state") == nil, "who neither does it nor leads says nothing")
        try await town.branko.opens(path)
        let silent = try await town.branko.sends("/state", ["state": "dropped", "outcome": ""])
        #expect(silent.status == 422 && silent.shows(town.say(T.circles.errorWhyDropped, .srLatn)))
        try await town.branko.sends("/state", ["state": "underway"])
        try await town.branko.sends("/state", ["state": "done", "outcome": "Послато и одговорено."])
        #expect(try await town.count("circle_conclusion WHERE settled IS NOT NULL AND state = 'done'") == 1)
        #expect(try await !town.vesna.opens("/staff").shows("Написати писмо"))
    }

    @Test func `the next year's page tells what became of last year's`() async throws {
        let town = try await Town(), gathered = try await Gathered(town, term: 900)
        let done = try await gathered.concludes("Збирка задатака", town.branko.id, inDays: 40), (centre, circle) = (town.centre, gathered.circle)
        _ = try await gathered.concludes("Посета факултету", town.milena.id, inDays: 60)
        try await town.branko.does { try CircleConclusionStore.settle(done, .done, "Стоји међу датотекама.", of: circle, at: centre, in: $0) }
        town.clock.passes(days: 270)
        try await town.ana.enters()
        let page = try await town.ana.opens(gathered.path + "/conclusions")
        let year = SchoolYear(containing: gathered.today)
        #expect(page.shows(town.say(T.circles.ofYearBefore(year: .schoolYear(year.previous)))))
        #expect(page.shows("Стоји међу датотекама.") && page.shows("Посета факултету") && page.shows(town.say(T.circles.late)))
        #expect(page.html.contains("<svg") && page.shows(town.say(T.circles.stateDone)), "drawn, and said beside it")
        #expect(page.shows(town.say(T.circles.noConclusionsYear)))
    }

    @Test func `conclusions of the centre's event are shown where it met, and kept in one place`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), (centre, circle, day) = (town.centre, gathered.circle, gathered.today)
        let event = try await town.seminar("Округли сто о математици", seats: 40, inDays: 2, deadline: day.adding(days: 1))
        try await town.does { act in
            try act.db.run("INSERT INTO conclusion (event, text, owner, at) VALUES (\(event), 'Позвати школе', 'Центар', \(act.now))")
            let five = ClockTime(hour: 17, minute: 0) ?? .midnight, six = ClockTime(hour: 18, minute: 0) ?? .midnight
            _ = try CircleMeetingStore.plan(
                MeetingDetails(day: day, begins: five, ends: six, place: "Сала", agenda: ["Сто"], event: event), of: circle, at: centre, in: act)
        }
        #expect(try await town.ana.opens(gathered.path + "/conclusions").shows("Позвати школе"))
        #expect(try await town.count("circle_conclusion") == 0, "not written down twice")
    }

    @Test func `a plan begins with what was left of the one before`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), (centre, circle) = (town.centre, gathered.circle)
        let year = SchoolYear(containing: gathered.today)
        try await town.ana.opens(gathered.path + "/plan?year=\(year.start)")
        try await town.ana.sends("/plan?year=\(year.start)", ["text": "Угледни часови", "term": "март"])
        try await town.ana.sends("/plan?year=\(year.start)", ["text": "Збирка", "indicator": "дата школама"])
        try await town.ana.does { act in
            let lines = try CirclePlanStore.lines(of: circle, in: year, in: act)
            try CirclePlanStore.setDone(true, lines[1].id, of: circle, at: centre, in: act)
        }
        let next = try await town.ana.opens(gathered.path + "/plan?year=\(year.next.start)")
        #expect(next.shows(town.say(T.circles.leftCount(count: 1))))
        let begun = try await town.ana.sends("/plan/begin?year=\(year.next.start)")
        #expect(begun.shows("Угледни часови") && !begun.shows("Збирка") && begun.shows(town.say(T.circles.carried)))
        let again = await #expect(throws: Problem.self) { try await town.ana.does { try CirclePlanStore.begin(year.next, of: circle, at: centre, in: $0) } }
        #expect(again == .conflict(T.circles.errorNothingLeft))
        try await town.branko.opens(gathered.path + "/plan")
        #expect(try town.branko.browser.page.form("/plan/begin?year=\(year.next.start)") == nil)
    }

    @Test func `both sign a visit once, whoever did not is asked again once, and the school's table gives the points`() async throws {
        let town = try await Town(), gathered = try await Gathered(town), (centre, circle, school) = (town.centre, gathered.circle, gathered.school)
        try await town.milena.looksAfter(school)
        let table = PointsTableDraft(since: gathered.today.adding(days: -50), lines: [.init("Угледни час", leading: 8, attending: 2)])
        try await town.does { try PointsTableStore.set(table, of: school, in: $0) }
        try await town.branko.opens(gathered.path + "/visits")
        let today = gathered.today.iso
        let same = try await town.branko.sends("/visits", ["day": today, "lesson": "Разломци", "host": "\(town.ana.id)", "guest": "\(town.ana.id)"])
        #expect(same.status == 422)
        let foreign = try await town.branko.sends("/visits", ["guest": "\(town.ruta.id)"])
        #expect(foreign.status == 422 && foreign.shows(town.say(T.circles.errorNotOwnVisit, .srLatn)), "nobody writes down the visit of others")
        try await town.branko.sends("/visits", ["guest": "\(town.branko.id)"])
        let visit = try #require(try await town.value("SELECT id FROM circle_visit", as: Int64.self))
        try await town.branko.sends("/visits/\(visit)", ["sign": "yes"])
        let twice = await #expect(throws: Problem.self) { try await town.branko.does { try CircleVisitStore.sign(CircleVisit.ID(visit), of: circle,
            at: centre, in: $0) } }
        #expect(twice == .conflict(T.circles.errorVisitSigned))
        #expect(try await town.milena.opens("/me/schools/\(school)/visits").shows(town.say(T.circles.schoolNone)), "one hand alone is none")
        func letters() -> Int { town.mail.to(town.ana.email).count { $0.plain.contains("/visits") } }
        for (days, count) in [(1, 1), (3, 1), (5, 2), (20, 2)] {
            town.clock.passes(days: days)
            try await CircleVisitStore.ask(town.records)
            try await town.settles()
            #expect(letters() == count, "after \(days) more days")
        }
        #expect(town.mail.to(town.branko.email).allSatisfy { !$0.plain.contains("/visits") }, "who has signed is not asked")
        try await town.ana.does { try CircleVisitStore.sign(CircleVisit.ID(visit), of: circle, at: centre, in: $0) }
        try await town.milena.enters()
        #expect(try await town.milena.opens("/me/schools/\(school)").shows(town.say(T.circles.schoolWaits(count: 2))))
        let line = try #require(try await town.value("SELECT id FROM school_points_line", as: Int64.self))
        let sides = try await town.finds { act in try act.db.rows("SELECT id FROM circle_visit_side ORDER BY part DESC").map { try $0["id"] as Int64 } }
        for side in sides {
            try await town.milena.opens("/me/schools/\(school)/visits")
            #expect(try await town.milena.sends("/visits/\(side)", ["line": "\(line)"]).shows(town.say(T.circles.saidConfirmed)))
        }
        let points = try await town.finds { act in
            try act.db.rows("SELECT points FROM portfolio_entry WHERE state = 'checked' ORDER BY points").map { try $0["points"] as Int }
        }
        #expect(points == [2, 8])
        try await town.goran.enters()
        #expect(try await town.goran.opens("/me/schools/\(school)/visits").status == 404)
    }

    @Test func `members talk where the circle wants it, report, and hear by letter`() async throws {
        let town = try await Town(), quiet = try await Gathered(town)
        #expect(try await town.ana.opens(quiet.path + "/talk").status == 404, "nobody wanted it")
        let gathered = try await Gathered(CircleDetails(name: "Причљиви актив", talks: true), town)
        try await town.milena.opens(gathered.path + "/talk")
        try await town.milena.sends("/talk/digest", ["digest": "yes"])
        try await town.branko.opens(gathered.path + "/talk")
        #expect(try await town.branko.sends("/talk", ["text": ""]).status == 422)
        try await town.branko.sends("/talk", ["text": "Ко има лист за проценте?"])
        try await CircleTalkStore.digest(town.records)
        try await CircleTalkStore.digest(town.records)
        try await town.settles()
        #expect(town.mail.to(town.milena.email).count { $0.plain.contains("Ко има лист за проценте?") } == 1, "once")
        #expect(town.mail.to(town.ruta.email).allSatisfy { !$0.plain.contains("проценте") }, "only who wishes it")
        let post = try #require(try await town.value("SELECT id FROM circle_post", as: Int64.self))
        try await town.milena.opens(gathered.path + "/talk")
        try await town.milena.sends("/talk/\(post)/report")
        #expect(try await town.ana.opens(gathered.path).shows(town.say(T.circles.reportedCount(count: 1))))
        try await town.ana.opens(gathered.path + "/talk")
        #expect(try await town.ana.sends("/hide", ["reason": ""]).status == 422)
        try await town.ana.sends("/hide", ["reason": "Није за овај разговор."])
        let after = try await town.milena.opens(gathered.path + "/talk")
        #expect(!after.shows("Ко има лист за проценте?") && after.shows("Није за овај разговор."))
        #expect(try await town.goran.opens(gathered.path + "/talk").status == 404)
    }
}
