import Accounts
@testable import Contests
import Files
import Foundation
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web

/// What parents say, and when what was held about children goes.
@Suite struct ConsentStories {
    @Test func `a guardian answers by the link, comes back and changes it, and it holds at once`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana)
        let work = try await town.sent(contest, by: town.ana, school: school), path = try await town.guardianPath(work)
        #expect(try await town.ana.opens("/me/contests/\(contest.id)").link(town.say(T.contests.guardiansLink))?.hasSuffix(path) == true, "the mentor has the link")
        #expect(try await town.stranger.send(.get, "/sr\(path)x").status == 404)
        #expect(try await town.stranger.send(.get, "/sr/guardians/1/0123456789abcdef01234567").status == 404)
        let page = try await town.stranger.opens(path)
        #expect(page.status == 200 && page.shows("Лена Вукић") && page.shows("Мост у магли") && page.shows("Ана Ђорђевић"))
        let bare = try await town.stranger.sends(path)
        #expect(bare.status == 422)
        try await town.stranger.opens(path)
        #expect(try await town.stranger.sends(path, ["enter": "yes", "show": "yes", "name": "no"]).shows(town.say(T.contests.saidConsent)))
        func showable() async throws -> ShowableWork { try #require(try await town.finds { try ContestWorkStore.showable(of: contest.id, in: $0).first }) }
        let allowed = try await showable()
        #expect(allowed.isShown && allowed.names.isEmpty && !allowed.files.isEmpty)
        town.clock.passes(days: 12)
        try await town.moves(contest.id, to: .judging, .decided)
        let shown = try #require(try await town.work(work).files.first?.shown), file = "/sr/files/\(shown.id)"
        #expect(try await town.stranger.send(.get, file).status == 200, "decided and allowed: everybody sees it")
        // After the jury the parents say no.
        try await town.stranger.opens(path)
        _ = try await town.stranger.sends(path, ["enter": "no", "show": "yes", "name": "yes"])
        let denied = try await showable()
        #expect(!denied.isShown && denied.title.isEmpty && denied.names.isEmpty && denied.files.isEmpty)
        #expect(try await town.stranger.send(.get, file).status == 404)
        #expect(try await town.work(work).authors.first?.mayShow == .no)
    }

    @Test func `a mentor writes down what came back on paper, and never over what a guardian has said`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana, town.goran)
        let mine = try await town.sent(contest, by: town.ana, school: school), other = try await town.sent(contest, by: town.goran, school: school)
        let author = try #require(try await town.work(mine).authors.first), foreign = try #require(try await town.work(other).authors.first)
        try await town.ana.opens("/me/contests/\(contest.id)")
        let ticked = try await town.ana.sends("/consents", ["enter-\(author.id)": "yes", "show-\(author.id)": "yes", "name-\(author.id)": "yes"])
        #expect(ticked.shows(town.say(T.common.saved)))
        #expect(try await town.work(mine).names == ["Лена Вукић"])
        try await town.ana.opens("/me/contests/\(contest.id)")
        #expect(try await town.ana.sends("/consents", ["enter-\(foreign.id)": "yes"]).status == 404, "another mentor's pupil")
        #expect(try await town.work(other).authors.first?.mayEnter == .unknown)
        let path = try await town.guardianPath(mine)
        try await town.stranger.opens(path)
        _ = try await town.stranger.sends(path, ["enter": "yes", "show": "no", "name": "no"])
        try await town.consents(town.ana, contest.id)
        #expect(try await town.work(mine).authors.first?.mayShow == .no, "the guardian's word stands")
        try await town.ana.opens("/me/contests/\(contest.id)")
        _ = try await town.ana.sends("/links/\(author.id)")
        #expect(try await town.stranger.send(.get, "/sr\(path)").status == 404, "a link that went astray leads nowhere")
        #expect(try await town.stranger.opens(town.guardianPath(mine)).status == 200)
    }

    @Test func `one of a group who says no hides the work of all`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana)
        let work = try await town.sent(contest, by: town.ana, authors: [AuthorDraft("Лена Вукић", grade: 5), AuthorDraft("Пера Зец", grade: 5)], school: school)
        try await town.consents(town.ana, contest.id)
        let both = try await town.work(work)
        #expect(both.mayBeShown && both.names.count == 2)
        let path = try await town.guardianPath(work)
        try await town.stranger.opens(path)
        _ = try await town.stranger.sends(path, ["enter": "yes", "show": "no", "name": "no"])
        let one = try await town.work(work)
        #expect(!one.mayBeShown && one.names == ["Пера Зец"])
    }

    /// Whatever stands anywhere in the database or in a file of the folder.
    private func traces(of words: String, _ town: Town) async throws -> [String] {
        let files = town.app.installation.files
        var found: [String] = []
        for case let file as URL in FileManager.default.enumerator(at: files, includingPropertiesForKeys: nil) ?? .init() {
            if let data = try? Data(contentsOf: file), data.range(of: Data(words.utf8)) != nil { found.append(file.lastPathComponent) }
        }
        let columns: [SQL] = [
            "SELECT name AS value FROM contest_author", "SELECT title AS value FROM contest_work", "SELECT words AS value FROM contest_work",
            "SELECT alt AS value FROM contest_work", "SELECT name AS value FROM contest_file", "SELECT name AS value FROM file", "SELECT alt AS value FROM file",
            "SELECT text AS value FROM letter", "SELECT changes AS value FROM journal_detail", "SELECT word AS value FROM search_word",
            "SELECT notice AS value FROM act_token",
        ]
        for query in columns {
            let values = try await town.finds { act in try act.db.rows(query).compactMap { try $0["value"] as String? } }
            if values.contains(where: { $0.lowercased().contains(words.lowercased()) }) { found.append("\(query)") }
        }
        return found
    }

    @Test func `a guardian has all of it erased at once: rows, files, everything`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana)
        let work = try await town.sent(contest, by: town.ana, title: "Мост у магли", school: school), path = try await town.guardianPath(work)
        let files = town.app.installation.files
        func stored() -> Int {
            let names = FileManager.default.enumerator(at: files, includingPropertiesForKeys: nil)?.compactMap { ($0 as? URL)?.lastPathComponent } ?? []
            return names.count { $0.count == 64 }
        }
        #expect(stored() == 1)
        for words in ["Лена", "Milica"] { #expect(try await !traces(of: words, town).isEmpty) }
        try await town.stranger.opens("\(path)/erase")
        let done = try await town.stranger.sends("/erase")
        #expect(done.shows(town.say(T.contests.erasedTitle)))
        #expect(stored() == 0, "the bytes are gone now, not by night")
        for words in ["Лена", "Вукић", "Мост у магли", "Milica"] { #expect(try await traces(of: words, town) == [], "\(words)") }
        let left = try await town.work(work)
        #expect(!left.code.isEmpty && left.grade == 5 && left.school == school && left.forgotten != nil, "code, grade and school stay")
        #expect(try await town.finds { try ContestWorkStore.showable(of: contest.id, in: $0) }.allSatisfy { !$0.isShown && $0.names.isEmpty })
        try await town.stranger.opens(path)
        #expect(try town.stranger.page.form(path) == nil)
    }

    @Test func `children's data go by the clock, by the rule of the day of the results`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana), centre = town.centre, today = town.today
        let work = try await town.sent(contest, by: town.ana, school: school), tools = try await town.contest("Средства", .tools, forPupils: false, kinds: [])
        let own = try await town.sent(tools, by: town.ana, authors: [], school: school, hasPicture: false)
        try await town.consents(town.ana, contest.id)
        try await town.vesna.becomes(.director, at: centre)
        try await town.vesna.does { try ContestRetentionStore.set(ContestRetention(since: today, months: 2, basis: "Правилник 4"), of: centre, in: $0) }
        town.clock.passes(days: 12)
        try await town.moves(contest.id, to: .judging, .decided)
        try await town.moves(tools.id, to: .judging, .decided)
        let decided = town.today
        try await town.vesna.does { try ContestRetentionStore.set(ContestRetention(since: decided.adding(days: 1), months: 24, basis: ""), of: centre, in: $0) }
        #expect(try await town.finds { try ContestStore.contest(contest.id, at: centre, in: $0).erases } == ContestRetention.end(after: decided, months: 2))
        town.clock.passes(days: 50)
        try await town.does { try ContestKeepingStore.forgetOld(in: $0) }
        #expect(try await town.work(work).forgotten == nil)
        town.clock.passes(days: 12)
        try await town.does { try ContestKeepingStore.forgetOld(in: $0) }
        let left = try await town.work(work)
        #expect(left.forgotten != nil && left.authors.allSatisfy { $0.name.isEmpty } && left.files.isEmpty && left.title.isEmpty && left.grade == 5)
        #expect(try await town.work(own).forgotten == nil, "teachers' own works are no children's data")
        #expect(try await town.stranger.opens(town.guardianPath(work)).shows(town.say(T.contests.erasedTitle)))
    }

    @Test func `forms for parents are printed with a code for each child`() async throws {
        let town = try await Town(environment: [:]), contest = try await town.contest(), school = try await town.school(of: town.ana)
        let work = try await town.sent(contest, by: town.ana, school: school)
        let pdf = try await town.ana.browser.send(.get, "/sr/me/contests/\(contest.id)/consents.pdf")
        #expect(pdf.status == 200)
        let words = try Printed.words(of: pdf.bytes)
        let code = try await town.work(work).code
        #expect(words.contains("Лена Вукић") && words.contains(code) && words.contains(town.say(T.contests.askShow)))
        try await town.consents(town.ana, contest.id)
        #expect(try await town.ana.browser.send(.get, "/sr/me/contests/\(contest.id)/consents.pdf").status == 404, "nobody is left to ask")
        #expect(try await town.goran.browser.send(.get, "/sr/me/contests/\(contest.id)/consents.pdf").status == 404)
        let poster = try await town.stranger.send(.get, "/sr/contests/\(contest.id)/poster.pdf")
        #expect(try Printed.words(of: poster.bytes).contains("Мој крај"))
        #expect(try Printed.words(of: try await town.stranger.send(.get, "/sr/contests/\(contest.id)/rules.pdf").bytes).contains("Ко учествује"))
    }
}
