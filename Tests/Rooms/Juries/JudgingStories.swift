@testable import Accounts
import Centres
import Contests
import Foundation
import HTTPTypes
@testable import Juries
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web

/// A jury from its invitation to the day on which everybody reads what it decided.
@Suite struct JudgingStories {
    @Test func `a jury is prepared, judges by code, speaks, decides; results become public and the mentor is thanked`() async throws {
        let town = try await Town(), judged = try await Judged(town), desk = judged.deskPath
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/rules", ["criteria": "Идеја; 11", "tie": "criterion", "scale": "5", "margin": "15", "order": "raw"]).status == 422)
        try await town.vesna.opens(desk)
        let set = try await town.vesna.sends(
            "\(desk)/rules", ["criteria": "Идеја; 2\nИзрада", "tie": "criterion", "scale": "5", "margin": "15", "order": "raw"])
        #expect(set.shows(town.say(T.common.saved)) && set.shows("Израда"))
        #expect(try await town.vesna.sends("\(desk)/rounds", ["kind": "points", "seenBy": "", "most": ""]).shows(town.say(T.juries.roundDeed)))
        #expect(try await town.vesna.sends("\(desk)/open").status == 409, "nobody sits yet")
        for (email, status) in [("nema@bistrik.example", 422), (town.ana.email, 200), (town.branko.email, 200), (town.branko.email, 422)] {
            try await town.vesna.opens(desk)
            #expect(try await town.vesna.sends("\(desk)/jurors", ["email": email]).status == status, "\(email)")
        }
        let ana = try #require(try await town.value("SELECT id FROM juror WHERE person = \(town.ana.id)", as: Int64.self))
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/jurors/\(ana)/chair").shows(town.say(T.juries.chairDeed)))
        try await town.settles()
        #expect(town.mail.to(town.branko.email).last?.plain.contains(judged.path) == true)
        for someone in [town.ana, town.branko] {
            #expect(try await someone.opens("/me").shows("Светлост и сенка") || someone.id == town.branko.id)
            try await someone.opens(judged.path)
            try await someone.sends("\(judged.path)/answer", ["answer": "yes"])
        }
        #expect(try await town.goran.opens(judged.path).status == 404, "nobody else is told of it")
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/open").shows(town.say(T.juries.openedDeed)))
        #expect(try await town.value("SELECT state FROM contest", as: String.self) == "judging")
        try await town.vesna.opens(desk)
        #expect(try town.vesna.browser.page.form("\(desk)/close") == nil, "not before all have seen all")
        // One after the other: saved in part, then whole, then the next.
        let criteria = try await town.finds { act in try act.db.rows("SELECT id FROM jury_criterion ORDER BY position").map { try $0["id"] as Int64 } }
        let first = "\(judged.path)/works/\(Judged.code(0))"
        try await town.ana.opens(first)
        #expect(try await town.ana.sends(first, ["mark-\(criteria[0])": "9"]).status == 422)
        try await town.ana.opens(first)
        let half = try await town.ana.sends(first, ["mark-\(criteria[0])": "5", "note": "Добра светлост"])
        #expect(half.shows(town.say(T.common.saved)) && half.form(first)?.fields.contains { $0.name == "note" && $0.value == "Добра светлост" } == true)
        #expect(try await judged.desk(town.ana).progress == JuryProgress(seen: 0, of: 4))
        let next = try await town.ana.sends(first, ["mark-\(criteria[0])": "5", "mark-\(criteria[1])": "4", "next": "yes"])
        #expect(next.path.hasSuffix("/works/\(Judged.code(1))"))
        for someone in [town.ana, town.branko] { try await judged.gives(someone) { $0 == Judged.code(2) ? 5 : $0 == Judged.code(1) ? 3 : 2 } }
        #expect(try await town.ana.opens("\(judged.path)/board").status == 404, "not before the round is closed")
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.juries.todayAllSeen)))
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/close").shows(town.say(T.juries.closedDeed)))
        let board = try await town.ana.opens("\(judged.path)/board")
        #expect(board.status == 200 && board.shows("5,00") && board.form("\(judged.path)/decide") != nil)
        #expect(try await town.branko.opens("\(judged.path)/board").form("\(judged.path)/decide") == nil)
        let talk = "\(judged.path)/works/\(Judged.code(1))"
        try await town.branko.opens(talk)
        try await town.branko.sends("\(talk)/remarks", ["note": "Mirna i jasna slika."])
        #expect(try await town.ana.opens(talk).shows("Mirna i jasna slika."))
        try await town.ana.opens("\(judged.path)/board")
        let unexplained = try await town.ana.sends("\(judged.path)/decide", ["prize-\(Judged.code(1))": "1"])
        #expect(unexplained.status == 422 && unexplained.shows(town.say(T.juries.errorReason(code: .text(Judged.code(1))))))
        try await town.ana.opens("\(judged.path)/board")
        let decided = try await town.ana.sends(
            "\(judged.path)/decide",
            ["prize-\(Judged.code(2))": "1", "prize-\(Judged.code(3))": "2", "reason-\(Judged.code(3))": "Храбра композиција.", "reason": "Једногласно."])
        #expect(decided.shows(town.say(T.juries.decidedDeed)))
        #expect(try await town.stranger.opens("/contests/\(judged.contest)/results").status == 404, "not before the centre publishes it")
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/publish").shows(town.say(T.juries.saidPublished)))
        let results = try await town.stranger.opens("/contests/\(judged.contest)/results")
        #expect(results.shows("Петра Тајновић 2") && results.shows(town.say(T.juries.prizeFirst)) && results.shows("ОШ „Тајна”"))
        try await town.settles()
        let letter = try #require(town.mail.to(town.milena.email).last)
        #expect(letter.plain.contains("/me/results/\(judged.contest)") && letter.plain.contains(Judged.code(2)) && !letter.plain.contains(Judged.code(1)))
        #expect(!letter.plain.contains("Петра"), "no letter names a child")
        #expect(try await town.journal("contest", judged.contest.value).count > 10)
    }

    @Test func `who comes from the pupil's school, or is the mentor, never sees the work; who declares a conflict hands it on`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 6)
        try await town.goran.works(at: judged.schools[0])
        try await judged.prepared([JuryRound.Details(.points, seenBy: 2)], jurors: [town.ana, town.branko, town.goran, town.ruta])
        try await judged.opens()
        let goran = try await judged.desk(town.goran), ruta = try await judged.desk(town.ruta)
        #expect(goran.lines.map(\.code).allSatisfy { [1, 3, 5].map(Judged.code).contains($0) } && !goran.lines.isEmpty)
        #expect(ruta.lines.map(\.code).allSatisfy { [0, 2, 4].map(Judged.code).contains($0) } && !ruta.lines.isEmpty)
        #expect(try await town.count("jury_sheet") == 12)
        for code in [0, 2, 4].map(Judged.code) {
            for path in ["works/\(code)", "works/\(code)/files/1"] { #expect(try await town.goran.opens("\(judged.path)/\(path)").status == 404, "\(path)") }
        }
        // One of Ана's goes to somebody else, in one act.
        let line = try #require(try await judged.desk(town.ana).lines.first { line in !goran.lines.contains(line) })
        let path = "\(judged.path)/works/\(line.code)"
        try await town.ana.opens(path)
        #expect(try await town.ana.sends("\(path)/conflict").shows(town.say(T.juries.saidDeclared)))
        #expect(try await town.count("jury_sheet WHERE declared IS NULL AND work IN (SELECT id FROM contest_work WHERE code = \(line.code))") == 2)
        #expect(try await town.ana.opens(path).form(path) == nil, "what was declared is not judged")
        #expect(try await town.count("""
            jury_sheet s JOIN juror j ON j.id = s.juror WHERE j.person = \(town.goran.id) AND s.work IN (SELECT id FROM contest_work WHERE mentor = \(town.milena.id))
            """) == 0)
        let again = await #expect(throws: Problem.self) {
            try await town.ana.does { try JurySheetStore.give(GivenSheet(), to: line.code, of: judged.contest, at: town.centre, in: $0) }
        }
        #expect(again?.kind == .conflict)
    }

    @Test func `where too few may judge a work no round opens`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 2)
        try await judged.prepared([JuryRound.Details(.points, seenBy: 2)], jurors: [town.ana, town.ruta])
        let few = await #expect(throws: Problem.self) { try await judged.opens() }
        #expect(few?.kind == .conflict)
        #expect(try await town.count("jury_sheet") == 0, "nothing is half done")
        #expect(try await town.value("SELECT state FROM contest", as: String.self) == "open")
    }

    @Test func `a sift, then points, then an order of the best`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 6)
        try await judged.prepared([JuryRound.Details(.sift, seenBy: 2), JuryRound.Details(.points, most: 3), JuryRound.Details(.rank, most: 2)])
        try await judged.opens()
        let early = await #expect(throws: Problem.self) { try await judged.opens() }
        #expect(early?.kind == .conflict, "one after the other")
        for someone in [town.ana, town.branko, town.goran] { try await judged.gives(someone) { $0 == Judged.code(5) ? 1 : 5 } }
        try await judged.closes()
        #expect(try await town.count("jury_entry WHERE goes_on") == 5)
        try await judged.opens()
        #expect(try await judged.desk(town.ana).lines.count == 5)
        for someone in [town.ana, town.branko, town.goran] { try await judged.gives(someone) { code in [0, 1, 2].map(Judged.code).contains(code) ? 5 : 2 } }
        let unseen = await #expect(throws: Problem.self) { try await judged.decides([0: .first]) }
        #expect(unseen?.kind == .missing, "the chair waits for the last round")
        try await judged.closes()
        try await judged.opens()
        let path = judged.path
        for (someone, places) in [(town.ana, [0, 1]), (town.branko, [0, 2]), (town.goran, [1, 0])] {
            try await someone.opens(path)
            let form = try #require(try someone.browser.page.forms.first { $0.action.hasSuffix("/order") })
            let twice = try await someone.browser.post(form, ["place-\(Judged.code(places[0]))": "1", "place-\(Judged.code(places[1]))": "1"])
            #expect(twice.status == 422)
            try await someone.opens(path)
            let sent = try #require(try someone.browser.page.forms.first { $0.action.hasSuffix("/order") })
            #expect(try await someone.browser.post(sent, ["place-\(Judged.code(places[0]))": "1", "place-\(Judged.code(places[1]))": "2"]).status == 200)
        }
        try await judged.closes()
        try await town.ana.opens("\(path)/board")
        #expect(try town.ana.browser.page.shows("1,67"), "two first places and a second of two")
        try await judged.decides([0: .first, 1: .second])
        try await judged.publishes()
        #expect(try await town.stranger.opens("/contests/\(judged.contest)/results").shows("Петра Тајновић 0"))
    }

    @Test func `what is chosen is kept without a page, and only by whom the work was dealt to`() async throws {
        let town = try await Town(), judged = try await Judged(town)
        try await judged.prepared()
        try await judged.opens()
        let path = "\(judged.path)/works/\(Judged.code(0))", criterion = try #require(try await town.value("SELECT min(id) FROM jury_criterion", as: Int64.self))
        try await town.ana.opens(path)
        let form = try #require(try town.ana.browser.page.form(path)).acting("/sr\(path)/keep")
        for mark in ["3", "4"] {
            let kept = try await town.ana.browser.post(form, ["mark-\(criterion)": mark])
            #expect(kept.status == 200 && kept.html == town.say(T.juries.kept))
            #expect(try await town.value("SELECT mark FROM jury_mark", as: Int.self) == Int(mark), "the same form may come again")
        }
        #expect(try await town.milena.browser.post(form, ["mark-\(criterion)": "1"]).status >= 400)
        #expect(try await town.value("SELECT mark FROM jury_mark", as: Int.self) == 4)
        try await town.ana.opens(path)
        #expect(try await town.ana.sends(path, ["mark-\(criterion)": "5"]).status == 200, "the button still works")
    }

    @Test func `who leaves keeps what was given, the rest goes to the others; a work that leaves stops nobody`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 6)
        try await judged.prepared([JuryRound.Details(.points, seenBy: 1)])
        try await judged.opens()
        let loads = [try await judged.desk(town.ana), try await judged.desk(town.branko), try await judged.desk(town.goran)].map(\.lines.count)
        #expect(loads == [2, 2, 2])
        let first = try await judged.desk(town.goran).lines[0].code, centre = town.centre, contest = judged.contest
        let criteria = try await judged.desk(town.goran).seat.criteria
        try await town.goran.does { act in
            try JurySheetStore.give(GivenSheet(marks: Dictionary(uniqueKeysWithValues: criteria.map { ($0.id, 4) })), to: first, of: contest, at: centre, in: act)
        }
        try await town.goran.does { try JurorStore.answer(false, contest, at: centre, in: $0) }
        #expect(try await town.goran.opens(judged.path).status == 404)
        #expect(try await town.count("jury_sheet") == 6)
        let rest = [try await judged.desk(town.ana), try await judged.desk(town.branko)].map(\.lines.count)
        #expect(rest.reduce(0, +) == 5)
        let gone = try #require(try await judged.desk(town.ana).lines.last?.code)
        try await town.does { try $0.db.run("UPDATE contest_work SET state = 'withdrawn' WHERE code = \(gone)") }
        #expect(try await town.ana.opens("\(judged.path)/works/\(gone)").status == 404)
        for someone in [town.ana, town.branko] { try await judged.gives(someone) { _ in 3 } }
        try await judged.closes()
        #expect(try await town.count("jury_entry WHERE goes_on") == 5)
        let sole = await #expect(throws: Problem.self) {
            try await town.branko.does { try JuryDecisionStore.decide(JuryVerdict(reason: "–"), contest, at: centre, in: $0) }
        }
        #expect(sole?.kind == .missing, "only the chair decides")
        let bare = await #expect(throws: Problem.self) { try await judged.decides([:]) }
        #expect(bare?.fault(at: "reason") != nil)
        try await judged.decides([:], reason: "Ниједан рад није довољно зрео.")
        let twice = await #expect(throws: Problem.self) { try await judged.decides([:], reason: "Опет") }
        #expect(twice?.kind == .conflict)
    }

    @Test func `jurors are reminded once, and their account takes words and name along`() async throws {
        let town = try await Town(), judged = try await Judged(town)
        try await judged.prepared()
        try await judged.opens()
        try await judged.gives(town.ana) { _ in 4 }
        try await town.settles()
        town.clock.passes(days: 8)
        for _ in 0..<2 { try await JuryKeepingStore.tend(town.records) }
        try await town.settles()
        let waits = town.say(T.juries.letterRemind(count: 4))
        #expect(town.mail.to(town.goran.email).filter { $0.plain.contains(waits) }.count == 1)
        #expect(town.mail.to(town.ana.email).allSatisfy { !$0.plain.contains(waits) })
        let (goran, contest, centre) = (town.goran.id, judged.contest, town.centre)
        try await judged.gives(town.goran) { _ in 2 }
        try await town.does { act in
            try act.db.run("UPDATE jury_sheet SET words = 'Препознајем стил' WHERE juror = (SELECT id FROM juror WHERE person = \(goran))")
        }
        let held = try await town.finds { try $0.ask(HeldAsked(person: goran)).map { "\($0)" }.joined() }
        #expect(held.contains("Препознајем стил") && held.contains(Judged.code(0)))
        try await town.does { try AccountStore.erase(goran, in: $0) }
        #expect(try await town.count("jury_sheet WHERE words <> ''") == 0)
        #expect(try await town.count("juror WHERE person IS NULL") == 1)
        try await judged.gives(town.branko) { _ in 5 }
        try await judged.closes()
        #expect(try await town.count("jury_mark") == 24, "what was given still counts")
        #expect(try await town.vesna.does { try JuryStore.jury(contest, at: centre, in: $0) }.jurors.contains { $0.name.isEmpty || $0.person == nil })
    }
}
