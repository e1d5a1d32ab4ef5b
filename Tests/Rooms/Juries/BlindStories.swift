@testable import Accounts
import Centres
import Contests
import Foundation
import HTTPTypes
@testable import Juries
import Kernel
import Languages
import NIOConcurrencyHelpers
import Site
import Storage
import Testing
import Town
import Web

/// Nothing that a jury gets says whose a work is or where it comes from.
@Suite struct BlindStories {
    @Test func `no page, no file, no header and no paper of a jury names anybody`() async throws {
        let town = try await Town(), judged = try await Judged(town)
        try await judged.prepared([JuryRound.Details(.points), JuryRound.Details(.rank, most: 2)])
        try await judged.opens()
        func attack(_ someone: Someone, _ paths: [String]) async throws {
            for path in paths {
                let page = try await someone.browser.send(.get, "/sr\(path)")
                try #require(page.status == 200, "\(path): \(page.status)")
                let isPaper = page.bytes.starts(with: "%PDF".utf8)
                let words = try isPaper ? Printed.words(of: page.bytes) : page.html
                let heads = page.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n").removingPercentEncoding ?? ""
                for secret in Judged.secrets { #expect(!words.contains(secret) && !heads.contains(secret), "\(secret) in \(path)") }
                #expect(!heads.contains("petra"))
            }
        }
        let codes = (0..<4).map(Judged.code), works = codes.map { "\(judged.path)/works/\($0)" }
        try await attack(town.ana, [judged.path, "/me/juries", "/me"] + works + works.map { "\($0)/files/1" })
        let named = try await town.ana.browser.send(.get, "/sr\(works[0])/files/1")
        #expect(named.headers[.contentDisposition]?.contains(codes[0]) == true, "a file is called by the code")
        // Neither the number of the work nor that of its file stands anywhere: they follow the order in which works were sent.
        let file = try #require(try await town.value("SELECT shown FROM contest_file ORDER BY id DESC LIMIT 1", as: Int64.self))
        #expect(try await !town.ana.opens(works[3]).html.contains("/files/\(file)\""))
        #expect(try await town.ana.browser.send(.get, "/sr/files/\(file)").status == 404, "the file itself is not given out before it is shown to everybody")
        for someone in [town.ana, town.branko, town.goran] { try await judged.gives(someone) { code in code == codes[1] ? 5 : 3 } }
        try await judged.closes()
        try await judged.opens()
        try await attack(town.branko, [judged.path])
        let (contest, centre) = (judged.contest, town.centre)
        for someone in [town.ana, town.branko, town.goran] {
            try await someone.does { try JurySheetStore.order([codes[0]: 1, codes[1]: 2], of: contest, at: centre, in: $0) }
        }
        try await judged.closes()
        try await attack(town.ana, ["\(judged.path)/board", "\(judged.path)/minutes.pdf"] + works)
        try await judged.decides([0: .first, 1: .second])
        try await attack(town.ana, ["\(judged.path)/board", "\(judged.path)/minutes.pdf"])
        let minutes = try await town.ana.browser.send(.get, "/sr\(judged.path)/minutes.pdf")
        let words = try Printed.words(of: minutes.bytes)
        #expect(words.contains(codes[0]) && words.contains("Ана Ђорђевић") && words.contains(town.say(T.juries.prizeFirst)))
        for other in [town.milena, town.ruta] {
            for path in [judged.path, "\(judged.path)/board", "\(judged.path)/minutes.pdf", works[0], "\(works[0])/files/1"] {
                #expect(try await other.browser.send(.get, "/sr\(path)").status == 404, "a mentor is not of the jury: \(path)")
            }
        }
        try await town.settles()
        for someone in [town.ana, town.branko, town.goran] {
            for letter in town.mail.to(someone.email) { for secret in Judged.secrets { #expect(!letter.plain.contains(secret)) } }
        }
    }

    @Test func `a jury's page asks the same few questions for forty works`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 40)
        try await judged.prepared()
        try await judged.opens()
        let (browser, count) = try CountedDatabase.browser(of: town)
        for cookie in ["session", "browser"] { browser.set(cookie: cookie, town.ana.browser.cookie(cookie)) }
        try await browser.opens(judged.path)
        let before = count.withLockedValue { $0 }
        let page = try await browser.opens(judged.path)
        #expect(page.shows(Judged.code(0)) && page.shows(Judged.code(39)))
        let asked = count.withLockedValue { $0 } - before
        #expect(asked <= 5, "\(asked)")
    }

    @Test func `names and works are shown as far as parents let them be, and no longer than that`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 2), (milena, school) = (town.milena.id, judged.schools[0])
        try await judged.add(2, judged.photo, mentor: milena, school: school, may: ("yes", "no"))
        try await judged.add(3, judged.photo, mentor: milena, school: school, may: ("no", "no"))
        try await judged.prepared()
        try await judged.judged()
        try await judged.decides([0: .first, 1: .second, 2: .third, 3: .commended])
        let (results, gallery) = ("/contests/\(judged.contest)/results", "/contests/\(judged.contest)/gallery")
        #expect(try await town.stranger.opens(gallery).status == 404)
        try await judged.publishes()
        let shown = try await town.stranger.opens(results)
        #expect(shown.shows("Петра Тајновић 0") && !shown.shows("Петра Тајновић 2") && !shown.shows("Петра Тајновић 3"))
        #expect(shown.shows(Judged.code(2)) && shown.shows(Judged.code(3)) && shown.shows("Наслов 2") && !shown.shows("Наслов 3"))
        let page = try await town.stranger.opens(gallery)
        #expect(page.shows("Наслов 0") && page.shows("Наслов 2") && !page.shows("Наслов 3") && page.html.contains("alt=\"Прозор\""))
        #expect(!page.html.contains("petra_tajna"))
        #expect(try await town.stranger.opens("\(gallery)/\(Judged.code(3))").status == 404)
        let file = try #require(try await town.value("""
            SELECT f.shown FROM contest_file f JOIN contest_work w ON w.id = f.work WHERE w.code = \(Judged.code(0))
            """, as: Int64.self))
        #expect(try await town.stranger.send(.get, "/sr/files/\(file)/9").status == 200)
        // A guardian says no after the jury: names and work are gone at once, the prize stays with the code.
        try await town.does { act in
            try act.db.run("UPDATE contest_author SET may_show = 'no', may_be_named = 'no' WHERE name = 'Петра Тајновић 0'")
        }
        let later = try await town.stranger.opens(results)
        #expect(!later.shows("Петра Тајновић 0") && !later.shows("Наслов 0") && later.shows(Judged.code(0)))
        #expect(try await !town.stranger.opens(gallery).shows("Наслов 0"))
        #expect(try await town.stranger.opens("\(gallery)/\(Judged.code(0))").status == 404)
        #expect(try await town.stranger.send(.get, "/sr/files/\(file)/9").status == 404)
        // A work that is erased takes along what was said of it.
        let work = try await judged.work(1)
        try await town.does { act in
            try act.state(WorkRemoving(work))
            for table in ["DELETE FROM contest_file", "DELETE FROM contest_author"] as [SQL] { try act.db.run("\(table) WHERE work = \(work)") }
            try act.db.run("DELETE FROM contest_work WHERE id = \(work)")
        }
        #expect(try await town.count("jury_prize") == 3)
        #expect(try await town.count("jury_sheet WHERE work = \(work)") == 0)
        #expect(try await town.stranger.opens(results).status == 200)
    }

    @Test func `a gallery of many comes as one scrolls`() async throws {
        let town = try await Town(), judged = try await Judged(town, works: 60)
        try await judged.prepared()
        try await judged.judged()
        try await judged.decides([0: .first], reason: "")
        try await judged.publishes()
        let page = try await town.stranger.opens("/contests/\(judged.contest)/gallery")
        #expect(page.html.components(separatedBy: "loading=\"lazy\"").count - 1 == 44 && page.html.components(separatedBy: "loading=\"eager\"").count - 1 == 6)
        #expect(page.bytes.count < 60_000)
        #expect(try await town.stranger.opens("/contests/\(judged.contest)/gallery?page=2").shows("Наслов"))
        let one = try await town.stranger.opens("/contests/\(judged.contest)/gallery/\(Judged.code(0))")
        #expect(one.html.contains("rel=\"next\"") && !one.html.contains("rel=\"prev\""), "the first prize stands first")
    }
}
