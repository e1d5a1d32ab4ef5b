import Accounts
@testable import Contests
import Files
import Foundation
import HTTPTypes
import Kernel
import Languages
import Sheets
import Site
import Storage
import Testing
import Town
import Web

/// What the centre does: reminders, levels, a festival, an exhibition; and what happens to a mentor's account.
@Suite struct ContestDeskStories {
    @Test func `the office sees who misses consent, reminds once, and takes the list out`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana, town.goran)
        let first = try await town.sent(contest, by: town.ana, school: school, side: 7)
        let second = try await town.sent(contest, by: town.goran, title: "Исти мост", school: school)
        try await town.does { act in
            try act.db.run("UPDATE contest_file SET mark = '00ff00ff00ff00ff' WHERE work = \(first)")
            try act.db.run("UPDATE contest_file SET mark = '00ff00ff00ff00fe' WHERE work = \(second)")
        }
        let page = try await town.vesna.opens("/staff/contests/\(contest.id)")
        #expect(page.shows(town.say(T.contests.alike)) && page.shows("Лена Вукић"))
        #expect(try await town.vesna.sends("/remind").shows(town.say(T.contests.saidReminded(count: 2))))
        try await town.vesna.opens("/staff/contests/\(contest.id)")
        #expect(try await town.vesna.sends("/remind").shows(town.say(T.contests.saidNobodyReminded)))
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 1 && town.mail.to(town.ana.email).allSatisfy { !$0.plain.contains("Лена") })
        let sheet = try await town.vesna.browser.send(.get, "/sr/staff/contests/\(contest.id)/works.xlsx")
        let lines = try SheetFile(reading: sheet.bytes).tabs[0].lines
        #expect(lines.count == 3 && lines.contains { $0.cells.contains { $0.text == "Исти мост" } })
        #expect(try await town.goran.browser.send(.get, "/sr/staff/contests/\(contest.id)/works.xlsx").status == 404)
    }

    @Test func `a contest goes its way and no other, and the jury waits for the deadline`() async throws {
        let town = try await Town(), contest = try await town.contest(days: 3), centre = town.centre
        func refuses(_ state: Contest.State) async throws -> Problem? {
            await #expect(throws: Problem.self) { try await town.vesna.does { try ContestStore.move(contest.id, to: state, at: centre, in: $0) } }
        }
        #expect(try await refuses(.judging)?.faults.first?.phrase.key.name.description == T.contests.errorStillOpen.key.name.description)
        _ = try await refuses(.decided)
        town.clock.passes(days: 4)
        try await town.moves(contest.id, to: .judging, .decided)
        _ = try await refuses(.open)
        try await town.moves(contest.id, to: .judging, .decided, .closed)
        for state in Contest.State.allCases { _ = try await refuses(state) }
        let stranger = await #expect(throws: Problem.self) { try await town.goran.does { try ContestStore.move(contest.id, to: .closed, at: centre, in: $0) } }
        #expect(stranger?.kind == .missing)
    }

    @Test func `a higher level takes works over its threshold, once, with what the parents said`() async throws {
        let town = try await Town(), state = try await town.contest("Републички", days: 60), school = try await town.school(of: town.ana), centre = town.centre
        let lower = try await town.contest("Општински", days: 2, parent: state.id, threshold: 50)
        let good = try await town.sent(lower, by: town.ana, school: school), weak = try await town.sent(lower, by: town.ana, title: "Слаб", school: school)
        let silent = try await town.sent(lower, by: town.ana, title: "Без сагласности", authors: [AuthorDraft("Мира Зец", grade: 5)], school: school)
        try await town.consents(town.ana, lower.id)
        try await town.does { try $0.db.run("UPDATE contest_author SET may_enter = 'unknown' WHERE work = \(silent)") }
        town.clock.passes(days: 4)
        try await town.moves(lower.id, to: .judging, .decided)
        let points = [good: 80, weak: 49, silent: 90]
        for count in [1, 0] {
            let taken = try await town.vesna.does { act in
                try WorkDeskStore.take(from: lower.id, points: points, codes: (0..<9).map { _ in WorkCode.random() }, into: state.id, at: centre, in: act)
            }
            #expect(taken == count)
        }
        let copy = try #require(try await town.finds { try ContestWorkStore.sent(of: state.id, in: $0).first }), code = try await town.work(good).code
        #expect(copy.title == "Мост у магли" && copy.hasConsent && copy.files.count == 1 && copy.takenFrom == good && copy.code != code)
        // A no at the lower level is a no above.
        let path = try await town.guardianPath(good)
        try await town.stranger.opens("\(path)/erase")
        _ = try await town.stranger.sends("/erase")
        let gone = try await town.work(copy.id)
        #expect(gone.forgotten != nil && gone.files.isEmpty)
        #expect(try await town.count("file") == 4, "the files of the others stay")
    }

    @Test func `a festival has an order, and whoever is moved is told`() async throws {
        let town = try await Town(), contest = try await town.contest("Речи на сцени", .festival, kinds: []), school = try await town.school(of: town.ana, town.goran)
        let first = try await town.sent(contest, by: town.ana, title: "Хор", school: school, hasPicture: false, minutes: 8)
        let second = try await town.sent(contest, by: town.goran, title: "Скеч", school: school, hasPicture: false, minutes: 5)
        try await town.consents(town.ana, contest.id)
        try await town.vesna.opens("/staff/contests/\(contest.id)/order")
        let saved = try await town.vesna.sends("/order", ["day": "1.3.2026.", "time": "18:00", "pause": "2", "place-\(first)": "1", "place-\(second)": "2"])
        #expect(saved.shows(town.say(T.contests.deedOrdered)))
        #expect(try #require(try await town.work(second).starts).seconds(since: #require(try await town.work(first).starts)) == 600)
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 1 && town.mail.to(town.goran.email).count == 1)
        let page = try await town.stranger.opens("/contests/\(contest.id)/order")
        #expect(page.shows("Хор") && !page.shows("Скеч"), "a title stands there only where the parents let it be shown")
        try await town.vesna.opens("/staff/contests/\(contest.id)/order")
        _ = try await town.vesna.sends("/order", ["place-\(first)": "1", "place-\(second)": "2", "pause": "5"])
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 1 && town.mail.to(town.goran.email).count == 2, "only whoever was moved")
    }

    @Test func `an exhibit is received and given back, with a paper to sign`() async throws {
        let town = try await Town(), contest = try await town.contest("Средства", .tools, forPupils: false, kinds: [])
        let work = try await town.sent(contest, by: town.ana, title: "Математички сат", authors: [], school: nil, hasPicture: false)
        #expect(try await town.work(work).names == ["Ана Ђорђевић"])
        try await town.vesna.opens("/staff/works/\(work)")
        #expect(try await town.vesna.sends("/exhibit", ["lentFrom": "10.2.2026.", "returned": "1.2.2026."]).status == 422)
        try await town.vesna.opens("/staff/works/\(work)")
        #expect(try await town.vesna.sends("/exhibit", ["lentFrom": "10.2.2026.", "returned": ""]).shows(town.say(T.contests.deedExhibit)))
        let paper = try await town.ana.browser.send(.get, "/sr/me/contests/\(contest.id)/receipt.pdf")
        #expect(try Printed.words(of: paper.bytes).contains("Математички сат"))
        #expect(try await town.goran.browser.send(.get, "/sr/me/contests/\(contest.id)/receipt.pdf").status == 404)
    }

    @Test func `a mentor's account goes: what pupils made stays without the name, what was the mentor's own goes`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana), person = town.ana.id
        let tools = try await town.contest("Средства", .tools, forPupils: false, kinds: [])
        let pupils = try await town.sent(contest, by: town.ana, school: school)
        let own = try await town.sent(tools, by: town.ana, authors: [], school: nil, hasPicture: false)
        try await town.consents(town.ana, contest.id)
        let held = try await town.finds { try ContestKeepingStore.held(about: person, in: $0) }
        #expect("\(held)".contains("Мост у магли") && !"\(held)".contains("Лена"))
        try await town.does { try ContestKeepingStore.forget(person, in: $0) }
        let stays = try await town.work(pupils), goes = try await town.work(own)
        #expect(stays.mentor == nil && stays.names == ["Лена Вукић"])
        #expect(goes.forgotten != nil && goes.authors.allSatisfy { $0.person == nil && $0.name.isEmpty })
    }

    @Test func `odd addresses and forms lead nowhere`() async throws {
        let town = try await Town(), contest = try await town.contest()
        for path in ["/contests/0", "/contests/x", "/contests/999", "/contests/999/poster.pdf", "/contests/\(contest.id)/order"] {
            #expect(try await town.stranger.send(.get, "/sr\(path)").status == 404, "\(path)")
        }
        for path in ["/staff/contests/999", "/staff/works/1", "/staff/contests/\(contest.id)/order", "/staff/contests/\(contest.id)/categories/99"] {
            #expect(try await town.vesna.opens(path).status == 404, "\(path)")
        }
        #expect(try await town.goran.opens("/staff/contests").status == 404)
        #expect(try await town.stranger.send(.get, "/sr/me/contests").status == 303)
    }
}
