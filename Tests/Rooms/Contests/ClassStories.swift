import Accounts
@testable import Contests
import Files
import Foundation
import Kernel
import Languages
import Sheets
import Site
import Storage
import Testing
import Town
import Web

/// A class sends its works at once.
@Suite struct ClassStories {
    private static let lines = """
        Име; разред; наслов; датотека; слика
        Лена Вукић; 5; Јесен; jesen.jpg; Жуто лишће
        Пера Зец + Мира Зец; 5; Мост; most.jpg; Камени мост
        """

    @Test func `what lacks is named on both sides, and nothing is written until all is there`() async throws {
        let town = try await Town(), contest = try await town.contest()
        _ = try await town.school(of: town.ana)
        let photo = try Pictures.photo(width: 600, height: 400), other = try Pictures.photo(width: 640, height: 400), path = "/me/contests/\(contest.id)/class"
        try await town.ana.opens(path)
        let partly = try await town.ana.browser.uploads("/class", files: [("files", "jesen.jpg", photo), ("files", "visak.jpg", other)], ["rows": Self.lines])
        #expect(partly.status == 422)
        #expect(partly.shows(town.say(T.contests.rowFileMissing(line: 3, name: "most.jpg"))) && partly.shows(town.say(T.contests.fileNoRow(name: "visak.jpg"))))
        #expect(try await town.count("contest_work") == 0)
        #expect(try await town.count("file") == 0)
        // The lines are mended; the files need not be sent again.
        let whole = try await town.ana.browser.uploads("/class", files: [], ["rows": Self.lines.replacing("most.jpg", with: "visak.jpg")])
        #expect(whole.status == 200 && whole.shows(town.say(T.contests.classReadyText)))
        #expect(try await town.count("contest_work") == 0, "looked over, not sent")
        let sent = try await town.ana.browser.uploads("/class", files: [], ["sure": "yes"])
        #expect(sent.shows(town.say(T.contests.saidClass(count: 2))), "\(sent.status)")
        let works = try await town.finds { try ContestWorkStore.sent(of: contest.id, in: $0) }
        #expect(Set(works.map(\.title)) == ["Јесен", "Мост"] && works.flatMap(\.authors).count == 3 && works.allSatisfy { $0.files.count == 1 })
        #expect(Set(works.map(\.code)).count == 2)
    }

    @Test func `a spreadsheet and an archive do as well as lines and files`() async throws {
        let town = try await Town(), contest = try await town.contest()
        _ = try await town.school(of: town.ana)
        let place = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: place) }
        let archive = try ArchiveWriter(place)
        try archive.add("slike/jesen.jpg", try Pictures.photo(width: 600, height: 400))
        try archive.add("slike/most.jpg", try Pictures.photo(width: 640, height: 400))
        try archive.finish()
        let list = Sheet("Радови", columns: ["Име", "Разред", "Наслов", "Датотека", "Слика"], rows: [
            ["Лена Вукић", 5, "Јесен", "jesen", "Жуто лишће"], ["Пера Зец", 5, "Мост", "most.jpg", "Камени мост"],
        ])
        try await town.ana.opens("/me/contests/\(contest.id)/class")
        let read = try await town.ana.browser.uploads(
            "/class", files: [("list", "radovi.xlsx", try list.xlsx()), ("files", "slike.zip", Array(try Data(contentsOf: place)))])
        #expect(read.status == 200 && read.shows(town.say(T.contests.classReadyText)), "\(read.text.prefix(3000))")
        let sent = try await town.ana.browser.uploads("/class", files: [], ["sure": "yes"])
        #expect(sent.shows(town.say(T.contests.saidClass(count: 2))))
        #expect(try await town.count("contest_file") == 2)
    }

    @Test func `an archive that is none, a list that is none and a picture that is none are told at their fields`() async throws {
        let town = try await Town(), contest = try await town.contest()
        _ = try await town.school(of: town.ana)
        let path = "/me/contests/\(contest.id)/class", line = "Лена Вукић; 5; Јесен; jesen.jpg; Жуто лишће"
        func brings(_ field: String, _ name: String, _ words: String) async throws -> Page {
            try await town.ana.opens(path)
            return try await town.ana.browser.uploads("/class", files: [(field, name, Array(words.utf8))], ["rows": line])
        }
        #expect(try await brings("files", "slike.zip", "PK\u{3}\u{4} none").shows(town.say(T.contests.errorArchive)))
        #expect(try await brings("list", "radovi.xlsx", "PK\u{3}\u{4} none").shows(town.say(T.contests.errorList)))
        let fits = try await brings("files", "jesen.jpg", "%PDF-1.4 none")
        #expect(fits.status == 200, "by its name it belongs to the line")
        let refused = try await town.ana.browser.uploads("/class", files: [], ["sure": "yes"])
        #expect(refused.status == 422)
        #expect(try await town.count("contest_work") == 0)
        #expect(try await town.count("contest_author") == 0)
    }

    @Test func `a class sends only within the limits of a category`() async throws {
        let town = try await Town(), contest = try await town.contest(most: 1)
        _ = try await town.school(of: town.ana)
        try await town.ana.opens("/me/contests/\(contest.id)/class")
        _ = try await town.ana.browser.uploads("/class", files: [
            ("files", "jesen.jpg", try Pictures.photo(width: 600, height: 400)), ("files", "most.jpg", try Pictures.photo(width: 640, height: 400)),
        ], ["rows": Self.lines])
        let over = try await town.ana.browser.uploads("/class", files: [], ["sure": "yes"])
        #expect(over.status == 422 && over.shows(town.say(T.contests.errorMostWorks(most: 1))))
        #expect(try await town.count("contest_work") == 0, "all of it or nothing")
    }
}
