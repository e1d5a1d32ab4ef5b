@testable import Accounts
import Centres
import Community
import Events
import FollowUp
import Foundation
import HTTPTypes
import Kernel
import Languages
import Portfolio
import Registration
import Schools
import Storage
import Testing
import Town
import Web
import Workshop

/// What others make of a note.
@Suite struct ReuseStories {
    @Test func `who tried it says so once, its author hears of it, and words are shown when somebody lets them`() async throws {
        let town = try await Town(), id = try await town.published(by: town.ana), path = "/practices/\(id)"
        #expect(try await town.stranger.opens(path).form("/try") == nil)
        try await town.goran.opens(path)
        #expect(try await town.goran.sends("/try", ["words": "Било је живо."]).status == 422)
        try await town.goran.opens(path)
        #expect(try await town.goran.sends("/try", ["outcome": "worked", "words": "Било је живо."]).shows(town.say(T.community.thanksTried)))
        let again = await #expect(throws: Problem.self) {
            try await town.goran.does { try PracticeReuseStore.say(SaidTry(.failed), of: id, at: town.centre, in: $0) }
        }
        #expect(again?.kind == .conflict, "once a person")
        #expect(try await town.goran.opens(path).form("/try") == nil)
        #expect(try await town.count("practice_try") == 1)
        try await town.settles()
        let letter = try #require(town.mail.to(town.ana.email).last)
        #expect(letter.plain.contains("Било је живо.") && !letter.plain.contains("Горан"), "the author learns no name that was not given")
        let everybody = try await town.stranger.opens(path)
        #expect(everybody.shows(town.say(T.community.triedTimes(count: 1))) && !everybody.shows("Било је живо."))
        #expect(try await town.ana.opens(path).form("/try") == nil, "nobody tries their own")
        let one = try #require(try await town.value("SELECT id FROM practice_try", as: Int64.self))
        try await town.ana.sends("/tries/\(one)", ["show": "yes"])
        #expect(try await town.stranger.opens(path).shows("Било је живо."))
        #expect(try await town.milena.opens(path).form("/tries/\(one)") == nil)
        let own = await #expect(throws: Problem.self) {
            try await town.ana.does { try PracticeReuseStore.say(SaidTry(.worked), of: id, at: town.centre, in: $0) }
        }
        #expect(own?.kind == .conflict)
    }

    @Test func `a note that its author takes back leaves its trace, and the text goes`() async throws {
        let town = try await Town(), id = try await town.published(by: town.ana), path = "/practices/\(id)", centre = town.centre
        try await town.goran.does { try PracticeReuseStore.say(SaidTry(.worked, words: "Успело је."), of: id, at: centre, in: $0) }
        #expect(try await town.goran.opens("/me/practices/\(id)/take-back").status == 404)
        try await town.ana.opens("/me/practices/\(id)/take-back")
        #expect(try await town.ana.sends("/take-back").shows(town.say(T.community.takenBack)))
        let page = try await town.stranger.opens(path)
        #expect(page.status == 200 && page.shows("Разломци у кухињи") && page.shows(town.say(T.community.goneTitle)))
        #expect(page.shows(town.say(T.community.triedTimes(count: 1))), "reuse keeps its trace")
        for gone in ["Донели смо", "Успело је.", "Ана Ђорђевић"] { #expect(!page.text.contains(gone), "\(gone)") }
        #expect(try await town.stranger.opens("\(path)/way").shows(town.say(T.community.triedTimes(count: 1))))
        #expect(try await !town.stranger.opens("/practices").shows("Разломци у кухињи"))
        #expect(try await !town.stranger.opens("/practices?q=razlomci").shows("Разломци у кухињи"))
        #expect(try await town.count("practice_review") == 0)
        #expect(try await town.value("SELECT done FROM practice WHERE id = \(id)", as: String.self) == "")
        let late = await #expect(throws: Problem.self) {
            try await town.milena.does { try PracticeReuseStore.say(SaidTry(.worked), of: id, at: centre, in: $0) }
        }
        #expect(late?.kind == .conflict)
        // What nobody has read yet goes without a trace.
        let draft = try await town.begins(town.note("Нацрт"), town.ana)
        try await town.ana.does { try PracticeWriteStore.takeBack(draft, at: centre, in: $0) }
        #expect(try await town.count("practice") == 1)
    }

    @Test func `wishes become the draft of an event in one act, and whoever wished hears when it is announced`() async throws {
        let town = try await Town(), id = try await town.published(by: town.ana), path = "/practices/\(id)", centre = town.centre
        let school = try await town.workplace("ОШ „Свитац“", of: town.goran)
        try await town.goran.opens(path)
        #expect(try await town.goran.sends("/wish", ["school": "999"]).status == 422)
        try await town.goran.opens(path)
        #expect(try await town.goran.sends("/wish", ["school": "\(school)"]).shows(town.say(T.community.thanksWished)))
        let twice = await #expect(throws: Problem.self) { try await town.goran.does { try PracticeReuseStore.wish(for: id, school: nil, at: centre, in: $0) } }
        #expect(twice?.kind == .conflict)
        try await town.milena.does { try PracticeReuseStore.wish(for: id, school: nil, at: centre, in: $0) }
        #expect(try await town.vesna.opens("/staff/practices").shows("Разломци у кухињи"))
        try await town.vesna.opens("/staff/practices/\(id)")
        let form = try #require(try await town.value("SELECT id FROM event_form WHERE name = 'Вебинар'", as: Int64.self))
        let made = try await town.vesna.sends("/event", ["form": "\(form)"])
        #expect(made.status == 200 && made.shows("Разломци у кухињи"))
        #expect(try await town.vesna.opens("/staff/practices/\(id)").form("/event") == nil, "no wish waits any more")
        let event = try #require(try await town.value("SELECT id FROM event", as: Event.ID.self))
        let before = town.mail.to(town.goran.email).count
        try await town.vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        try await town.settles()
        #expect(town.mail.to(town.goran.email).count == before + 1 && town.mail.to(town.milena.email).last?.plain.contains("/events/\(event)") == true)
        #expect(try await town.stranger.opens("\(path)/way").shows("Разломци у кухињи"))
        // A draft that comes to nothing gives the wishes back.
        let second = try await town.published(town.note("Приче о пијаци"), by: town.milena)
        try await town.goran.does { try PracticeReuseStore.wish(for: second, school: nil, at: centre, in: $0) }
        let draft = try await town.vesna.does { try PracticeDeskStore.makeEvent(EventForm.ID(form), from: second, at: centre, in: $0) }
        try await town.vesna.does { try EventStore.discard(draft, in: $0) }
        #expect(try await town.count("practice_wish WHERE event IS NULL AND practice = \(second)") == 1)
    }

    @Test func `a note becomes the idea of a programme: its words and authors go along, and its way goes on`() async throws {
        let town = try await Town(), id = try await town.published(by: town.ana), path = "/staff/practices/\(id)"
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/idea").shows(town.say(T.community.ideaMade)))
        let again = await #expect(throws: Problem.self) { try await town.vesna.does { try PracticeDeskStore.beginProgramme(from: id, at: town.centre, in: $0) } }
        #expect(again?.kind == .conflict, "once")
        let practice = try await town.finds { try PracticeStore.practice(id, at: town.centre, in: $0) }, proposal = try #require(practice.proposal)
        let written = try await town.finds { try ProposalStore.proposal(proposal, in: $0) }
        #expect(written.facts.title == practice.title && written.state == .idea)
        let authors = try await town.finds { try ProposalAuthorStore.authors(of: [proposal], in: $0)[proposal] ?? [] }
        #expect(authors.map(\.person) == [town.ana.id] && authors[0].agreed == nil, "whoever clicked is no author, and nobody is asked for by another")
        #expect(try #require(try await town.letter(to: town.ana.email)).text.contains("/proposals/\(proposal)"))
        #expect(try await town.ana.opens("/proposals/\(proposal)").status == 200)
        #expect(try await town.goran.opens("/proposals/\(proposal)").status == 404)
        #expect(try await town.stranger.opens("/practices/\(id)/way").shows(town.say(T.community.wayProgramme)))
        let programme = try await town.programme()
        try await town.does { try $0.db.run("UPDATE proposal SET filed = '2026-02-01', decided = '2026-03-01', programme = \(programme) WHERE id = \(proposal)") }
        let way = try await town.finds { try PracticeDeskStore.way(of: practice, in: $0) }
        #expect(way.stations.filter(\.isReached).map(\.kind) == [.practice, .idea, .filed, .programme])
        // The proposal is forgotten, and a later one takes over its number.
        try await town.does { try $0.db.run("UPDATE proposal SET begun = begun + 1") }
        let later = try await town.finds { try PracticeDeskStore.way(of: PracticeStore.practice(id, at: town.centre, in: $0), in: $0) }
        #expect(later.stations.map(\.kind).last == .idea, "what became of that one is not told of this note")
    }

    @Test func `a step that was used becomes a note and nothing is typed twice`() async throws {
        let town = try await Town(), centre = town.centre, ana = town.ana.id, since = town.zone.day(of: town.clock.now)
        try await town.does { try FollowUpStore.set(FollowUpRule(since: since), of: centre, in: $0) }
        let event = try await town.seminar("Дигитална учионица", seats: 40, inDays: 2, deadline: since.adding(days: 1))
        try await town.vesna.does { _ = try RegistrationStore.apply(ana, for: event, Application(payer: .free), in: $0) }
        try await town.does { act in
            try act.db.run("INSERT INTO follow_up (event, begun, first_day, second_day, end_day) VALUES (\(event), \(act.now), '2026-01-01', '2026-06-01', '2026-07-01')")
            try act.db.run("INSERT INTO use_step (event, person, text, written) VALUES (\(event), \(ana), 'Квиз о разломцима у 6-2', \(act.now))")
        }
        #expect(try await !town.ana.opens("/me/practices").shows("Квиз о разломцима"), "what was not used is no practice")
        try await town.does { act in
            try act.db.run("""
                INSERT INTO use_answer (step, turn, used, words, given) SELECT id, 'first', 'several', 'Настављамо.', \(act.now) FROM use_step
                """)
        }
        try await town.ana.opens("/me/practices")
        let begun = try await town.ana.sends("/me/practices/step")
        #expect(begun.shows("Квиз о разломцима у 6-2") && begun.shows("Настављамо."))
        let id = try #require(try await town.value("SELECT id FROM practice WHERE event = \(event)", as: Practice.ID.self))
        #expect(try await town.ana.opens("/me/practices").form("/me/practices/step") == nil, "of one step comes one note")
        let step = try #require(try await town.value("SELECT step FROM practice", as: Int64.self))
        let foreign = await #expect(throws: Problem.self) { try await town.goran.does { try PracticeWriteStore.begin(from: step, in: .sr, at: centre, in: $0) } }
        #expect(foreign?.kind == .missing)
        let practice = try await town.vesna.does { try PracticeStore.practice(id, at: centre, in: $0) }
        let way = try await town.finds { try PracticeDeskStore.way(of: practice, in: $0) }
        #expect(way.stations.map(\.kind) == Array(PracticeStation.Kind.allCases.prefix(7)) && way.stations[0].title == "Дигитална учионица" && way.stations[1].isReached)
    }

    @Test func `the school of an author gives points by its own table, once, and nobody for their own`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.milena), centre = town.centre
        try await town.milena.looksAfter(school)
        let since = town.zone.day(of: town.clock.now).adding(days: -100)
        try await town.does { try PointsTableStore.set(PointsTableDraft(since: since, lines: [.init("Објављен рад", leading: 8, attending: nil)]), of: school, in: $0) }
        let id = try await town.published(by: town.ana)
        _ = try await town.published(town.note("Приче о пијаци"), by: town.milena)
        #expect(try await town.milena.opens("/me/schools/\(school)").shows(town.say(T.community.schoolWaits(count: 1))))
        #expect(try await town.goran.opens("/me/schools/\(school)/works").status == 404)
        let page = try await town.milena.opens("/me/schools/\(school)/works")
        let (ana, milena) = (
            try #require(try await town.value("SELECT id FROM authorship WHERE practice = \(id)", as: Author.ID.self)),
            try #require(try await town.value("SELECT id FROM authorship WHERE person = \(town.milena.id)", as: Author.ID.self)))
        #expect(page.form("/works/\(milena)") == nil)
        let line = try #require(try await town.value("SELECT id FROM school_points_line", as: Int64.self))
        #expect(try await town.milena.sends("/works/\(ana)", ["line": "99999"]).status == 422)
        try await town.milena.opens("/me/schools/\(school)/works")
        #expect(try await town.milena.sends("/works/\(ana)", ["line": "\(line)"]).shows(town.say(T.community.workConfirmed)))
        #expect(try await town.count("portfolio_entry WHERE state = 'checked' AND points = 8 AND kind = 'inside'") == 1)
        #expect(try await town.ana.opens("/me/portfolio/entries").shows("Разломци у кухињи"))
        for author in [ana, milena] {
            let refused = await #expect(throws: Problem.self) {
                try await town.milena.does { try WorkSchoolStore.confirm(author, line: nil, title: "", in: school, at: centre, zone: .utc, in: $0) }
            }
            #expect(refused?.kind == .conflict)
        }
        #expect(try await town.count("portfolio_entry") == 1)
    }

    @Test func `what is held is told, and what was somebody's own goes with the account`() async throws {
        let town = try await Town(), id = try await town.published(by: town.ana), centre = town.centre
        let second = try await town.published(town.note("Приче о пијаци"), by: town.milena)
        try await town.goran.does { try PracticeReuseStore.say(SaidTry(.partly, words: "Тајна реч", isNamed: true), of: id, at: centre, in: $0) }
        try await town.ana.does { try PracticeReuseStore.wish(for: second, school: nil, at: centre, in: $0) }
        let (ana, goran) = (town.ana.id, town.goran.id)
        let held = try await town.does { act in try act.ask(HeldAsked(person: ana)).flatMap { $0.all["practice"] ?? [] } }
        #expect(held.count == 1 && held[0]["title"] == "Разломци у кухињи")
        try await town.does { try AccountStore.erase(goran, in: $0) }
        #expect(try await town.count("practice_try WHERE person IS NULL AND words = ''") == 1, "the number stays, the words go")
        try await town.does { try AccountStore.erase(ana, in: $0) }
        #expect(try await town.value("SELECT state FROM practice WHERE id = \(id)", as: String.self) == "withdrawn")
        #expect(try await town.count("authorship WHERE person = \(ana)") == 0)
        #expect(try await town.count("practice_wish WHERE person IS NULL") == 1)
        #expect(try await town.stranger.opens("/practices/\(second)").status == 200)
    }

    @Test func `old drafts go by night`() async throws {
        let town = try await Town(), id = try await town.begins(town.note(), town.ana)
        _ = try await town.published(town.note("Приче о пијаци"), by: town.milena)
        town.clock.passes(days: 740)
        try await town.does { try CommunityKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("practice WHERE id = \(id)") == 0)
        #expect(try await town.count("practice") == 1)
        #expect(try await town.count("practice_review") == 0, "what reviewers wrote goes two years after it was published")
    }
}
