import Accounts
import Centres
import Certificates
import Documents
import Foundation
import HTTPTypes
import Kernel
import Languages
import NIOConcurrencyHelpers
import Schools
import Sheets
import Site
import Storage
import Testing
import Town
import Web
@testable import Portfolio

/// A school as those see it who look after it: where everybody stands, and the papers of its year.
@Suite struct SchoolRecordStories {
    @Test func `the head sees who has met what, and nobody else does`() async throws {
        let town = try await Town(), certified = try await Certified(town, [town.ana])
        let school = try await town.workplace(of: town.ana, town.branko), other = try await town.workplace("Гимназија Бистрик", of: town.goran)
        _ = try await certified.issues()
        try await town.looksAfter(town.milena, school)
        let page = try await town.milena.opens("/me/schools/\(school)/standing")
        #expect(page.status == 200 && page.shows("Ђорђевић Ана") && page.shows("1 / 1") && page.shows("0 / 44"))
        #expect(page.shows(town.say(T.portfolio.ofAll(met: .number(1), all: .number(2)))))
        #expect(!page.shows("Љубић Горан"))
        for path in ["standing", "standing.xlsx", "report.pdf", "plan.docx", "points", "activities"] {
            #expect(try await town.milena.opens("/me/schools/\(other)/\(path)").status == 404, "\(path) of another school")
            #expect(try await town.ana.opens("/me/schools/\(school)/\(path)").status == 404, "whoever works there looks after nobody")
        }
        // Somebody of another school is not looked at through this one.
        #expect(try await town.milena.opens("/me/schools/\(school)/report.pdf?person=\(town.goran.id)").status == 404)
        #expect(try await town.count("journal WHERE deed = 'portfolio.looked'") == 0)
    }

    @Test func `whoever works in two schools stands in both, and what was done in one is told there`() async throws {
        let town = try await Town(), first = try await town.workplace("ОШ „Прва“", of: town.ana), second = try await town.workplace("ОШ „Друга“", of: town.ana)
        for school in [first, second] { try await town.looksAfter(town.milena, school) }
        let ana = town.ana.id, centre = town.centre, day = try #require(Day(iso: "2026-01-15"))
        try await town.does { act in
            var details = EntryDetails(.inside, "Угледни час у првој", on: day)
            (details.isLed, details.school, details.hours, details.points) = (true, first, 8, 8)
            try EntryStore.add(details, .checked, of: ana, at: centre, in: act)
        }
        func record(_ school: School.ID) async throws -> SchoolRecord {
            let (today, year) = (town.zone.day(of: town.clock.now), try #require(SchoolYear(start: 2025)))
            return try await town.milena.does { try SchoolRecordStore.record(of: school, in: year, today: today, country: .serbia, sorted: .azbuka, in: $0) }
        }
        let (one, two) = (try await record(first), try await record(second))
        // The person stands once, with all their hours, in each of the two; the row of the report is of the school in which it was.
        #expect(one.lines.map(\.standing?.lines.first?.sum) == [8] && two.lines.map(\.standing?.lines.first?.sum) == [8])
        #expect(one.inside(one.lines[0]).count == 1 && two.inside(two.lines[0]).isEmpty)
    }

    @Test func `what somebody says they did inside waits for the school's word`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana, town.milena)
        try await town.looksAfter(town.milena, school)
        try await town.milena.opens("/me/schools/\(school)/points?usual=yes")
        #expect(try await town.milena.sends("/me/schools/\(school)/points", ["since": "1.9.2025."]).shows(town.say(T.common.saved)))
        let line = try #require(try await town.value("SELECT min(id) FROM school_points_line", as: Int64.self))
        for person in [town.ana, town.milena] {
            try await person.opens("/me/portfolio/entries/new?kind=inside")
            try await person.sends("/me/portfolio/entries/new", ["line": "\(school)-\(line)", "day": "1.2.2026.", "part": "led"])
        }
        let page = try await town.milena.opens("/me/schools/\(school)/activities")
        #expect(page.shows("Ђорђевић Ана") && page.shows(town.say(T.portfolio.usualLesson)))
        let id = try #require(try await town.value("SELECT min(id) FROM portfolio_entry", as: Int64.self))
        #expect(try await town.milena.sends("/activities/\(id)", ["good": "yes"]).shows(town.say(T.portfolio.saidChecked)))
        #expect(try await town.ana.opens("/me/portfolio").shows("има 8, тражи се 44 сата"))
        // Nobody says it of themselves.
        try await town.milena.opens("/me/schools/\(school)/activities")
        #expect(try await town.milena.sends("/activities/\(id + 1)", ["good": "yes"]).shows(town.say(T.portfolio.errorOwn)))
    }

    @Test func `the table of points says what is missing, line by line`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana)
        try await town.looksAfter(town.milena, school)
        let cases: [(KeyValuePairs<String, String>, Phrase)] = [
            ([:], T.portfolio.errorNoLines), (["activity1": "Час"], T.portfolio.errorNoPoints), (["leading1": "5"], T.common.errorMissing),
            (["activity1": "Час", "leading1": "1001"], T.common.errorNumberBetween(least: .number(0), most: .number(1000))),
        ]
        for (values, said) in cases {
            try await town.milena.opens("/me/schools/\(school)/points")
            let page = try await town.milena.sends("/me/schools/\(school)/points", values)
            #expect(page.status == 422 && page.shows(town.say(said)), "\(values)")
        }
        #expect(try await town.count("school_points") == 0)
    }

    @Test func `of a plan the school sees what is shared, and the papers hold both tables`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana)
        try await town.looksAfter(town.milena, school)
        let ana = town.ana.id, centre = town.centre, day = try #require(Day(iso: "2026-05-15")), done = try #require(Day(iso: "2026-01-15"))
        try await town.does { act in
            var shared = EntryDetails(.inside, "Угледни час о кругу", on: day)
            (shared.isShared, shared.school, shared.points) = (true, school, 8)
            try EntryStore.add(shared, .planned, of: ana, at: centre, in: act)
            try EntryStore.add(EntryDetails(.course, "Тајна намера", on: day), .planned, of: ana, at: centre, in: act)
            var outside = EntryDetails(.programme, "Читање с разумевањем", on: done)
            (outside.number, outside.competence, outside.hours, outside.points) = ("512", "К2", 16, 16)
            try EntryStore.add(outside, .checked, of: ana, at: centre, in: act)
        }
        let (today, year) = (town.zone.day(of: town.clock.now), try #require(SchoolYear(start: 2025)))
        let record = try await town.milena.does { try SchoolRecordStore.record(of: school, in: year, today: today, country: .serbia, sorted: .azbuka, in: $0) }
        func words(_ kind: SchoolPaperKind) throws -> String {
            String(decoding: try JSONEncoder().encode(SchoolPaper(record: record, kind: kind, t: town.app.records.words.texts(.sr, in: town.zone)).paper), as: UTF8.self)
        }
        let (plan, report) = (try words(.plan), try words(.report))
        #expect(plan.contains("Угледни час о кругу") && !plan.contains("Тајна намера") && !plan.contains("Читање с разумевањем"))
        #expect(report.contains("Читање с разумевањем") && report.contains("512") && report.contains("К2") && !report.contains("Угледни час о кругу"))
        #expect(report.contains(town.say(T.portfolio.signHead)))
        // The report of one is a look, which she reads of; it is a Word document.
        let word = try await town.milena.browser.send(.get, "/sr/me/schools/\(school)/report.docx?person=\(ana)")
        #expect(word.status == 200)
        let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString).docx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(word.bytes).write(to: file)
        let told = try Judge("word.py", [file.path]).said.split(separator: "\n").map(String.init)
        #expect(told.prefix(2) == ["sheet 210 297", "language sr-Cyrl-RS"])
        #expect(told.contains("Heading1 \(town.say(T.portfolio.reportTitle(year: .schoolYear(year))))"))
        let tables = told.filter { $0.hasPrefix("table") && $0.hasSuffix("head") }
        #expect(tables.count == 2 && tables.allSatisfy { $0.contains("as its cells") }, "\(tables)")
        #expect(tables.allSatisfy { Set($0.matches(of: /\d+/).map { String($0.0) }).count > 1 }, "the column of titles is the widest")
        #expect(try await town.ana.opens("/me/portfolio/record").shows("Милена Џелатовић"))
        #expect(try await town.milena.browser.send(.get, "/sr/me/schools/\(school)/standing.xlsx").status == 200)
    }

    @Test func `sixty people are read by as many questions as one`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana)
        try await town.looksAfter(town.milena, school)
        let (browser, count) = try CountedDatabase.browser(of: town)
        browser.set(cookie: "session", town.milena.browser.cookie("session"))
        func asks() async throws -> Int {
            count.withLockedValue { $0 = 0 }
            #expect(try await browser.opens("/me/schools/\(school)/standing").status == 200)
            return count.withLockedValue { $0 }
        }
        _ = try await asks()
        let one = try await asks()
        let crowd = try await town.crowd(of: 60)
        try await town.does { act in for person in crowd { try EmploymentStore.add(person, at: school, in: act) } }
        #expect(try await asks() == one)
    }
}

extension Town {
    /// Looks after a school as its head.
    func looksAfter(_ someone: Someone, _ school: School.ID) async throws {
        let (person, centre) = (someone.id, centre)
        try await does { try SchoolTeamStore.appoint(person, as: .head, of: school, at: centre, in: $0) }
        try await someone.enters()
    }
}
