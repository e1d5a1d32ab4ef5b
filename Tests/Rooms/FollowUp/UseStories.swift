import Catalogue
import Certificates
import Events
import FollowUp
import Foundation
import Kernel
import Languages
import Portfolio
import Questionnaires
import Site
import Storage
import Testing
import Town
import Web
@testable import Accounts

/// What a school confirms, and what the centre and everybody are told.
@Suite struct UseStories {
    @Test func `the team of the school confirms what it saw, and its own table gives the points`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.milena), other = try await town.workplace("Гимназија", of: town.goran)
        try await town.milena.looksAfter(school)
        try await town.goran.looksAfter(other)
        let since = town.zone.day(of: town.clock.now).adding(days: -100)
        let table = PointsTableDraft(since: since, lines: [.init("Приказ обуке", leading: 4, attending: 1), .init("Само слушање", leading: nil, attending: 1)])
        try await town.does { try PointsTableStore.set(table, of: school, in: $0) }
        _ = try await town.followed([town.ana.id, town.milena.id, town.branko.id])
        try await town.goesOn(days: 1)
        try await town.goesOn(days: 30)
        let today = town.zone.day(of: town.clock.now)
        let said: [(Someone, KeyValuePairs<String, String>)] = [
            (town.ana, ["used": "several", "hindered": "time", "forSchool": "yes", "shown": today.adding(days: -2).iso]),
            (town.milena, ["used": "once", "forSchool": "yes"]),
        ]
        for (person, values) in said {
            let link = try #require(town.mail.step(to: person.email)), browser = town.newBrowser()
            try await browser.opens(link)
            #expect(try await browser.sends(link, values).shows(town.say(T.followup.saidAnswered)))
        }
        let early = town.newBrowser(), link = try #require(town.mail.step(to: town.ana.email))
        try await early.opens(link)
        #expect(try await early.sends(link, ["shown": today.adding(days: 3).iso]).shows(town.say(T.followup.errorFuture)))
        for someone in [town.ana, town.milena, town.goran, town.branko] { try await someone.enters() }
        for someone in [town.ana, town.goran, town.branko] {
            #expect(try await someone.opens("/me/schools/\(school)/steps").status == 404, "only whoever looks after it")
        }
        #expect(try await town.milena.opens("/me/schools/\(school)").shows(town.say(T.followup.schoolWaits(count: 1))))
        let page = try await town.milena.opens("/me/schools/\(school)/steps")
        #expect(page.shows("Ана Ђорђевић") && page.shows(town.say(Use.several.name)))
        #expect(!page.shows(town.say(Hindrance.time.name)), "what hinders is told to nobody by name")
        let (ana, milena) = (
            try #require(try await town.value("SELECT id FROM use_step WHERE person = \(town.ana.id)", as: Int64.self)),
            try #require(try await town.value("SELECT id FROM use_step WHERE person = \(town.milena.id)", as: Int64.self)))
        #expect(page.form("/steps/\(milena)") == nil, "nobody confirms their own")
        let (lead, listen) = (
            try #require(try await town.value("SELECT min(id) FROM school_points_line", as: Int64.self)),
            try #require(try await town.value("SELECT max(id) FROM school_points_line", as: Int64.self)))
        #expect(try await town.milena.sends("/steps/\(ana)", ["line": "\(listen)"]).status == 422, "that line is for who listens")
        let form = try #require(try await town.milena.opens("/me/schools/\(school)/steps").form("/steps/\(ana)"))
        #expect(try await town.milena.browser.post(form, ["line": "\(lead)"]).shows(town.say(T.followup.saidConfirmed)))
        try await town.milena.opens("/me/schools/\(school)/steps")
        #expect(try await town.value("SELECT points FROM use_step WHERE id = \(ana)", as: Int.self) == 4)
        #expect(try await town.value("SELECT count(*) FROM portfolio_entry WHERE state = 'checked' AND points = 4 AND kind = 'inside'", as: Int.self) == 1)
        try await town.ana.enters()
        #expect(try await town.ana.opens("/me/portfolio/entries").shows("Приказ примене: Дигитална учионица"))
        // Confirmed, it changes no more; a second word finds it done, another school has none.
        let again = await #expect(throws: Problem.self) {
            try await town.milena.does { try UseSchoolStore.confirm(UseStep.ID(ana), line: nil, title: "", in: school, at: town.centre, in: $0) }
        }
        #expect(again?.kind == .conflict)
        let foreign = await #expect(throws: Problem.self) {
            try await town.goran.does { try UseSchoolStore.confirm(UseStep.ID(milena), line: nil, title: "", in: other, at: town.centre, in: $0) }
        }
        #expect(foreign?.kind == .missing)
        try await early.opens(link)
        #expect(try early.page.form("/proof") == nil)
        #expect(try await town.count("portfolio_entry") == 1)
    }

    @Test func `the centre sees sums, and names only of those who let it`() async throws {
        let town = try await Town(), crowd = try await town.crowd(of: 12), programme = try await Certified.programme(town)
        let event = try await town.followed(crowd + [town.ana.id])
        try await town.does { try $0.db.run("UPDATE event SET programme = \(programme) WHERE id = \(event)") }
        try await town.goesOn(days: 1)
        try await town.goesOn(days: 30)
        func answer(_ number: Int, _ values: KeyValuePairs<String, String>) async throws {
            let link = try #require(town.mail.step(to: "p\(number)@bistrik.example")), browser = town.newBrowser()
            try await browser.opens(link)
            #expect(try await browser.sends(link, values).shows(town.say(T.followup.saidAnswered)))
        }
        try await town.vesna.enters(withFactor: true)
        for number in 0..<4 { try await answer(number, ["used": "regularly", "hindered": "time"]) }
        let few = try await town.vesna.opens("/staff/follow-up")
        #expect(few.shows(town.say(T.followup.tooFew(least: .number(5)))) && !few.shows(town.say(Hindrance.time.name)))
        #expect(!few.shows("Полазник"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.followup.todayFew(count: 13))))
        for number in 4..<10 { try await answer(number, ["used": number < 7 ? "several" : "never", "hindered": "time", "words": "Реч \(number)"]) }
        let anas = try #require(town.mail.step(to: town.ana.email)), browser = town.newBrowser()
        try await browser.opens(anas)
        try await browser.sends(anas, ["used": "regularly", "forCentre": "yes"])
        let page = try await town.vesna.opens("/staff/follow-up")
        // 8 of 11 use it: three do not, which is not told; 11 of 13 answered.
        #expect(page.shows(town.say(T.followup.percentAtLeast(percent: .number(63)))))
        #expect(page.shows(town.say(Hindrance.time.name)) && page.shows("Реч 4"))
        #expect(page.shows("Ана Ђорђевић") && !page.shows("Полазник"))
        #expect(page.shows(town.say(T.followup.handSchool)) && !page.shows(town.say(T.followup.handFounder)))
        for other in [town.ana, town.milena, town.goran] {
            try await other.enters()
            #expect(try await other.opens("/staff/follow-up").status != 200)
        }
        // Everybody is told after the night, and no more until five more have answered.
        let path = "/programmes/\(programme)"
        #expect(try await !town.stranger.opens(path).shows(town.say(T.followup.cardTitle)))
        try await town.does { try UseFigureStore.publish(in: $0) }
        town.clock.passes(seconds: 2)
        #expect(try await town.stranger.opens(path).shows(town.say(T.followup.percentAtLeast(percent: .number(63)))))
        #expect(try await town.finds { try UseFigureStore.weights(in: $0) }[programme] == 61)
        try await answer(10, ["used": "never"])
        try await town.does { try UseFigureStore.publish(in: $0) }
        #expect(try await town.value("SELECT answered FROM use_figure", as: Int.self) == 11)
        // Who is gone takes the own words along; what was told stays until it is told anew.
        try await town.does { try AccountStore.erase(crowd[4], in: $0) }
        #expect(try await !town.vesna.opens("/staff/follow-up").shows("Реч 4"))
        #expect(try await town.count("use_answer") == 11)
    }

    @Test func `the rule is the director's, holds from a day on, and what began keeps its days`() async throws {
        let town = try await Town(), certified = try await Certified(town, [town.ana]), director = certified.director
        let event = try await town.followed([town.branko.id], title: "Друга обука")
        try await town.goesOn(days: 1)
        let before = try #require(try await town.finds { try FollowUpStore.followUp(of: event, in: $0) })
        try await director.enters(withFactor: true)
        let faulty: [(KeyValuePairs<String, String>, Phrase)] = [
            (["firstDays": "90", "secondDays": "30"], T.followup.errorOrder), (["since": "1.1.2020."], T.followup.errorSince),
            (["firstDays": "3"], T.common.errorNumberBetween(least: .number(7), most: .number(365))),
        ]
        for (values, said) in faulty {
            try await director.opens("/settings/follow-up")
            let refused = try await director.sends("/settings/follow-up", values)
            #expect(refused.status == 422 && refused.shows(town.say(said)))
        }
        try await director.opens("/settings/follow-up")
        try await director.sends("/settings/follow-up", ["asks": "yes", "firstDays": "20", "secondDays": "60"])
        #expect(try await town.finds { try FollowUpStore.followUp(of: event, in: $0) } == before)
        #expect(try await town.count("follow_up_rule") == 2)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/settings/follow-up").status != 200, "a coordinator sets no rule")
    }

    @Test func `one's own steps stand on one's own page and in the file of what is held`() async throws {
        let town = try await Town(), ana = town.ana.id
        _ = try await town.followed([ana])
        try await town.goesOn(days: 1)
        try await town.ana.enters()
        #expect(try await town.ana.opens("/me").shows(town.say(T.followup.writeStep)))
        #expect(try await town.ana.opens("/me/steps").shows("Дигитална учионица"))
        let link = try #require(town.mail.step(to: town.ana.email))
        try await town.ana.opens(link)
        let due = town.zone.day(of: town.clock.now).adding(days: 5).iso
        try await town.ana.sends(link, ["step": "Квиз", "due": due])
        #expect(try await !town.ana.opens("/me").shows(town.say(T.followup.writeStep)))
        try await town.branko.enters()
        #expect(try await town.branko.opens("/me/steps").shows(town.say(T.followup.mineNone, .srLatn)))
        let held = try await town.finds { try AccountStore.held(about: ana, in: $0)["use_step"] ?? [] }
        #expect(held.count == 1 && held.first?["text"] == "Квиз")
        try await town.does { try AccountStore.erase(ana, in: $0) }
        #expect(try await town.count("use_step") == 0)
    }

    @Test func `who taught sees the own sum once five have answered, and so do the centre's people`() async throws {
        let town = try await Town(), crowd = try await town.crowd(of: 6), (centre, goran) = (town.centre, town.goran.id)
        let event = try await town.followed(crowd)
        try await town.does { act in
            try act.db.run("INSERT INTO event_trainer (event, name, person, place) VALUES (\(event), 'Горан Љубић', \(goran), 0)")
            try PersonStore.grant(Grant(.trainer, centre: centre), to: goran, in: act)
        }
        try await town.goesOn(days: 1)
        try await town.goesOn(days: 30)
        for number in 0..<4 {
            _ = try await town.say(in: .uses, under: #require(town.mail.step(to: "p\(number)@bistrik.example")), in: town.newBrowser())
        }
        try await town.goran.enters()
        #expect(try await !town.goran.opens("/me").shows(town.say(T.followup.trainerMine)), "four are fewer than five")
        _ = try await town.say(in: .uses, under: #require(town.mail.step(to: "p4@bistrik.example")), in: town.newBrowser())
        #expect(try await town.goran.opens("/me").shows(town.say(T.followup.trainerMine)))
        #expect(try await !town.ana.opens("/me").shows(town.say(T.followup.trainerMine)))
        try await town.vesna.enters(withFactor: true)
        let card = try await town.vesna.opens("/people/\(goran)")
        #expect(card.shows(town.say(T.followup.trainerCard)) && card.shows(town.say(T.followup.biasTitle)))
        #expect(try await town.count("use_step") == 6)
    }
}
