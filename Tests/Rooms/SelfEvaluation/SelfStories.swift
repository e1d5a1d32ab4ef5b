import Centres
import Certificates
import Delivery
import Documents
import Events
import Forms
import Foundation
import HTTPTypes
import Kernel
import Languages
import Operation
import Registration
import Site
import Storage
import Testing
import Town
import Web
@testable import Accounts
@testable import SelfEvaluation

/// A year is opened, its facts come, it is written, closed and printed.
@Suite struct SelfStories {
    /// A director, and a centre that begins with the usual areas.
    private static func begun(_ town: Town) async throws -> Someone {
        let centre = town.centre
        let id = try await town.does { act in
            let name = PersonName(given: "Драгана", family: "Шобић")
            let id = try PersonStore.add(name, email: "dragana@bistrik.example", verified: act.now, language: .sr, in: act)
            try PersonStore.grant(Grant(.director, centre: centre), to: id, in: act)
            return id
        }
        let director = Someone(id: id, email: "dragana@bistrik.example", app: town.app, browser: town.newBrowser())
        try await director.enters(withFactor: true)
        try await director.opens("/settings/self-evaluation")
        #expect(try await director.sends("/begin").shows(town.say(T.selfevaluation.featureExperience)))
        return director
    }

    private static func board(_ town: Town) async throws -> SelfBoard {
        let centre = town.centre
        return try await town.finds { try SelfYearStore.board(of: centre, withFacts: true, in: $0) }
    }

    @Test func `the director decides what is valued, and a year begins with its facts`() async throws {
        let town = try await Town(), director = try await Self.begun(town), centre = town.centre
        #expect(try await town.vesna.opens("/settings/self-evaluation").status == 404, "the director decides")
        let twice = await #expect(throws: Problem.self) { try await director.does { try SelfSchemeStore.begin([], at: centre, in: $0) } }
        #expect(twice == .conflict(T.selfevaluation.errorBegun))
        for path in ["/staff/self-evaluation", "/staff/self-evaluation/1"] { #expect(try await town.ana.opens(path).status == 404, "\(path)") }
        try await town.vesna.opens("/staff/self-evaluation")
        let wrong = try await town.vesna.sends("/staff/self-evaluation", ["year": "2027"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.selfevaluation.errorYearComes)))
        let page = try await town.vesna.sends("/staff/self-evaluation", ["year": "2026"])
        #expect(page.status == 200 && page.shows(town.say(T.selfevaluation.factEvents)) && page.shows(town.say(T.selfevaluation.noScore)))
        try await town.vesna.opens("/staff/self-evaluation")
        #expect(try await town.vesna.sends("/staff/self-evaluation", ["year": "2026"]).shows(town.say(T.selfevaluation.errorYearOpen)))
    }

    @Test func `facts are counted from what was written down, and kept when a year is closed`() async throws {
        let town = try await Town(), certified = try await Certified(town, [town.ana, town.branko])
        let director = certified.director, centre = town.centre
        try await director.opens("/settings/self-evaluation")
        try await director.sends("/begin")
        let year = try await town.vesna.does { try SelfYearStore.open(2026, at: centre, in: $0) }
        let facts = try #require(try await Self.board(town).years.first).facts
        #expect(facts[.events] == 1 && facts[.hours] == 8 && facts[.participations] == 2 && facts[.people] == 2 && facts[.contests] == 0, "\(facts)")
        try await director.opens("/staff/self-evaluation/\(year)")
        let early = try await director.sends("/close")
        #expect(early.status == 409 && early.shows(town.say(T.selfevaluation.errorYearGoesOn)))
        // The next January it can be closed, once all is written.
        town.clock.passes(days: 330)
        for one in [director, town.vesna] { try await one.enters(withFactor: true) }
        #expect(try await director.opens("/staff").shows(town.say(T.selfevaluation.todayClose(year: "2026"))))
        try await director.opens("/staff/self-evaluation/\(year)")
        #expect(try await director.sends("/close").shows(town.say(T.selfevaluation.errorUnscored)))
        let features = try await Self.board(town).areas.flatMap(\.features)
        for feature in features {
            try await town.vesna.opens("/staff/self-evaluation/\(year)/\(feature.id)")
            #expect(try await town.vesna.sends("/\(feature.id)", ["words": "Добро је.\n\nМоже боље.", "score": "3"]).status == 200)
        }
        try await director.opens("/staff/self-evaluation/\(year)")
        #expect(try await director.sends("/close").shows(town.say(T.selfevaluation.errorNoConclusions)))
        try await director.opens("/staff/self-evaluation/\(year)")
        try await director.sends("/staff/self-evaluation/\(year)", ["text": "Више праксе."])
        let closed = try await director.sends("/close")
        #expect(closed.status == 200 && closed.shows(town.say(T.selfevaluation.saidClosed)) && closed.form("/close") == nil)
        #expect(try await town.vesna.opens("/staff/self-evaluation/\(year)/\(features[0].id)").status == 200)
        let late = await #expect(throws: Problem.self) {
            try await town.vesna.does { try SelfYearStore.write(SelfAnswer("Друго", score: 4, edits: 1), of: features[0].id, in: 2026, at: centre, in: $0) }
        }
        #expect(late == .conflict(T.selfevaluation.errorClosed))
        // What happens to the rows later changes nothing of it.
        try await town.does { try $0.db.run("DELETE FROM attendance") }
        #expect(try await Self.board(town).years.first?.facts[.participations] == 2)
    }

    @Test func `facts are those of the reports: by the last day, without pupils, earlier lists and what stays in the house`() async throws {
        let town = try await Town(), certified = try await Certified(town, [town.ana, town.branko]), centre = town.centre, event = certified.event
        let year = try await town.vesna.does { try SelfYearStore.open(2026, at: centre, in: $0) }
        func facts() async throws -> [SelfFact: Int] { try #require(try await Self.board(town).years.first { $0.id == year }).facts }
        try await town.does { try $0.db.run("UPDATE registration SET pupils = 12 WHERE id = (SELECT max(id) FROM registration WHERE event = \(event))") }
        let grown = try await facts()
        #expect(grown[.events] == 1 && grown[.participations] == 1 && grown[.people] == 1, "a group of pupils is told by the club")
        // It began in the old year and ended in this one.
        try await town.does { try $0.db.run("UPDATE event SET starts = starts - 31536000 WHERE id = \(event)") }
        #expect(try await facts()[.events] == 1)
        try await town.does { try $0.db.run("UPDATE event SET earlier = \(true) WHERE id = \(event)") }
        let none = try await facts()
        #expect(none[.events] == 0 && none[.hours] == 0 && none[.participations] == 0)
    }

    @Test func `a closed year keeps its scale, and an open one is valued by that of its last day`() async throws {
        let town = try await Town(), director = try await Self.begun(town), centre = town.centre
        let old = try await town.vesna.does { try SelfYearStore.open(2025, at: centre, in: $0) }
        let features = try await Self.board(town).areas.flatMap(\.features)
        for feature in features {
            try await town.vesna.does { try SelfYearStore.write(SelfAnswer("Добро је.", score: 3), of: feature.id, in: 2025, at: centre, in: $0) }
        }
        try await town.vesna.does { try SelfYearStore.conclude("Више праксе.", in: 2025, at: centre, in: $0) }
        try await director.does { try SelfYearStore.close(2025, at: centre, in: $0) }
        // From this year on the scale has ten levels: the closed year is told by the four that it had.
        let from = try #require(Day(iso: "2026-01-01"))
        try await director.does { try SelfSchemeStore.set(SelfRule(since: from, levels: 10), at: centre, in: $0) }
        let year = try await town.vesna.does { try SelfYearStore.open(2026, at: centre, in: $0) }
        let page = try await town.vesna.opens("/staff/self-evaluation/\(old)")
        #expect(page.shows(town.say(T.selfevaluation.scoreOf(score: .number(3), levels: .number(4)))))
        #expect(!page.shows(town.say(T.selfevaluation.scoreOf(score: .number(3), levels: .number(10)))))
        try await town.vesna.does { try SelfYearStore.write(SelfAnswer("Добро је.", score: 9), of: features[0].id, in: 2026, at: centre, in: $0) }
        let own = try await town.vesna.opens("/staff/self-evaluation/\(year)/\(features[0].id)")
        #expect(own.shows(town.say(T.selfevaluation.scoreOf(score: .number(3), levels: .number(4)))), "the year before stands beside it as it was")
        let board = try await Self.board(town), office = try await town.finds { try CentreStore.centre(centre, in: $0) }
        let paper = SelfPaper(t: town.app.carried.words.texts(.sr, in: town.zone), office: office, logo: nil).report(board.years.sorted { $0.year < $1.year }, board)
        #expect(paper.marks.first?.value == "2025: 1–4, 2026: 1–10")
        // Nor can a rule be made to hold for it afterwards.
        let back = try #require(Day(iso: "2025-06-01"))
        let refused = await #expect(throws: Problem.self) {
            try await director.does { try SelfSchemeStore.set(SelfRule(since: back, levels: 5), at: centre, in: $0) }
        }
        #expect(refused == .invalid("since", T.selfevaluation.errorClosedScale))
    }

    @Test func `of two who write at once the second is told, and keeps what was typed`() async throws {
        let town = try await Town(), director = try await Self.begun(town), centre = town.centre
        let year = try await town.vesna.does { try SelfYearStore.open(2026, at: centre, in: $0) }
        let feature = try #require(try await Self.board(town).areas.first?.features.first)
        let path = "/staff/self-evaluation/\(year)/\(feature.id)"
        try await town.vesna.opens(path)
        try await director.opens(path)
        try await director.sends(path, ["words": "Директорка пише", "score": "4"])
        let second = try await town.vesna.sends(path, ["words": "Весна пише", "score": "2"])
        #expect(second.status == 409 && second.shows(town.say(T.selfevaluation.errorMeanwhile)) && second.shows("Директорка пише") && second.shows("Весна пише"))
        let over = try await town.vesna.sends(path, ["words": "Весна и директорка", "score": "3"])
        #expect(over.status == 200 && over.shows("Весна и директорка"))
        #expect(try await town.value("SELECT edits FROM self_answer", as: Int.self) == 2)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path, ["words": "", "score": "9"]).status == 422, "the scale ends at four")
    }

    @Test func `the report of some years is paper and a document to write in`() async throws {
        let town = try await Town(), director = try await Self.begun(town), centre = town.centre
        for year in [2024, 2025, 2026] { try await town.vesna.does { _ = try SelfYearStore.open(year, at: centre, in: $0) } }
        try await director.opens("/settings/self-evaluation")
        let wrong = try await director.sends("/accreditations", ["first": "2026-01-01", "last": "2025-01-01", "decision": ""])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.selfevaluation.errorBackwards)))
        try await director.sends("/accreditations", ["first": "2023-01-01", "last": "2026-04-01", "decision": "V-1196"])
        let list = try await town.vesna.opens("/staff/self-evaluation")
        #expect(list.shows(town.say(T.selfevaluation.daysLeft(count: 56))))
        #expect(try await town.vesna.opens("/staff").html.contains("/staff/self-evaluation"), "it stands in Today")
        let none = try await town.vesna.browser.send(.get, "/sr/staff/self-evaluation/report.pdf?from=1990&to=1992")
        #expect(none.location == "/sr/staff/self-evaluation", "there is nothing to print")
        let board = try await Self.board(town)
        let paper = SelfPaper(t: town.app.carried.words.texts(.sr, in: town.zone), office: try await town.finds { try CentreStore.centre(centre, in: $0) }, logo: nil)
            .report(board.years.sorted { $0.year < $1.year }, board)
        #expect(paper.title.contains("2024–2026") && paper.notes.count == 3 && paper.sections[1].table?.rows.first?.count == 4)
        let document = try await town.vesna.opens("/staff/self-evaluation/report.docx?from=2024&to=2026")
        #expect(document.status == 200 && document.bytes.starts(with: Array("PK".utf8)))
        let wide = SelfSpan(Typed(["from": "1990", "to": "2026"]), today: .zero)
        #expect(wide.years == 2021...2026, "as many years as an accreditation asks for")
    }

    @Test func `a deleted account leaves what it wrote to the centre`() async throws {
        let town = try await Town(), director = try await Self.begun(town), centre = town.centre, vesna = town.vesna.id
        _ = director
        try await town.vesna.does { _ = try SelfYearStore.open(2026, at: centre, in: $0) }
        let feature = try #require(try await Self.board(town).areas.first?.features.first)
        try await town.vesna.does { try SelfYearStore.write(SelfAnswer("Моје речи", score: 2), of: feature.id, in: 2026, at: centre, in: $0) }
        let held = try await town.finds { act in try act.ask(HeldAsked(person: vesna)).flatMap { $0.all["self_answer"] ?? [] } }
        #expect(held.map { $0["words"] } == ["Моје речи"])
        try await town.does { try AccountStore.erase(vesna, in: $0) }
        #expect(try await town.count("self_answer WHERE person IS NULL AND words = 'Моје речи'") == 1)
    }
}
