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

/// A mentor sends works in.
@Suite struct EntryStories {
    @Test func `a call is written, opened, read by everybody, and a work is sent in for it`() async throws {
        let town = try await Town()
        _ = try await town.school(of: town.ana)
        try await town.vesna.opens("/staff/contests/new")
        let bare = try await town.vesna.sends("/staff/contests/new", ["name": "", "closesDay": "31.2.2026."])
        #expect(bare.status == 422)
        try await town.vesna.opens("/staff/contests/new")
        let begun = try await town.vesna.sends("/staff/contests/new", [
            "name": "Мој крај у кадру", "kind": "photo", "who": "pupils", "hasJury": "yes", "level": "centre", "opensDay": "1.2.2026.", "opensTime": "8:00",
            "closesDay": "1.3.2026.", "closesTime": "23:59", "rules": "# Ко учествује\n\nСви ученици.",
        ])
        #expect(begun.shows(town.say(T.contests.saidBegun)))
        let id = try #require(try await town.value("SELECT id FROM contest", as: Contest.ID.self)), desk = "/staff/contests/\(id)"
        #expect(try await town.stranger.send(.get, "/sr/contests/\(id)").status == 404, "a draft is nobody's but the desk's")
        try await town.vesna.opens(desk)
        let empty = try await town.vesna.sends("/move", ["state": "open"])
        #expect(empty.status == 409 && empty.shows(town.say(T.contests.errorNoCategory)))
        try await town.vesna.opens("\(desk)/categories/new")
        #expect(try await town.vesna.sends("/categories/new", ["name": "Старији", "from": "5", "to": "8", "kinds": "link", "mostWorks": "2"]).status == 200)
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("/move", ["state": "open"]).status == 200)
        let page = try await town.stranger.opens("/contests/\(id)")
        #expect(page.status == 200 && page.shows("Мој крај у кадру") && (page.shows("23.59") || page.shows("23:59")), "the deadline stands there with its minute")
        #expect(try await town.stranger.opens("/contests").shows("Мој крај у кадру"))
        #expect(try await town.stranger.opens("/search?q=kadru").shows("Мој крај у кадру"))

        try await town.ana.opens("/me/contests/\(id)/new")
        let wrong = try await town.ana.sends("/me/contests/\(id)/new", ["title": "Мост", "authors": "Лена Вукић, 3", "link": "film.mp4", "send": "yes"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.contests.errorLink)) && wrong.shows("Лена Вукић, 3"), "what was typed stays")
        let young = try await town.ana.sends("/me/contests/\(id)/new", ["link": "https://film.example/most", "send": "yes"])
        #expect(young.status == 422 && young.shows(town.say(T.contests.errorGrades(from: 5, to: 8))))
        #expect(try await town.count("contest_work") == 0, "nothing is half written")
        let sent = try await town.ana.sends("/me/contests/\(id)/new", ["authors": "Лена Вукић, 6"])
        #expect(sent.shows(town.say(T.contests.saidSent)) || sent.shows(town.say(T.contests.saidDraft)))
        let work = try #require(try await town.value("SELECT id FROM contest_work", as: ContestWork.ID.self))
        if try await town.work(work).state == .draft {
            try await town.ana.opens("/me/works/\(work)")
            #expect(try await town.ana.sends("/me/works/\(work)", ["send": "yes"]).shows(town.say(T.contests.saidSent)))
        }
        #expect(try await town.work(work).state == .sent)
        #expect(try await town.goran.opens("/me/works/\(work)").status == 404)
        #expect(try await town.goran.opens("/me/contests/\(id)").shows(town.say(T.contests.noWorks)))
        #expect(try await town.vesna.opens("/staff/works/\(work)").shows("Лена Вукић"))
        #expect(try await town.ana.opens("/me").shows("Мој крај у кадру"))
        #expect(try await town.journal("contest_work", work.value).count > 0)
    }

    @Test func `a photo loses where it was taken and is never shown as it came`() async throws {
        let town = try await Town(), contest = try await town.contest(pixels: 900)
        _ = try await town.school(of: town.ana)
        try await town.ana.opens("/me/contests/\(contest.id)/new")
        let values: KeyValuePairs = ["title": "Мост", "authors": "Лена Вукић, 6", "alt": "Камени мост", "send": "yes"]
        func brings(_ name: String, _ bytes: [UInt8]) async throws -> Page {
            try await town.ana.opens("/me/contests/\(contest.id)/new")
            return try await town.ana.browser.uploads("/new", files: [("files", name, bytes)], values)
        }
        let small = try await brings("most.jpg", Pictures.photo(width: 800, height: 300))
        #expect(small.status == 422 && small.shows(town.say(T.contests.errorFewPixels(side: 800, least: 900))))
        for (name, bytes) in [
            ("most.jpg", Array("%PDF-1.4 x".utf8)), ("most.jpg", Array("#!/bin/sh".utf8)), ("most.pdf", try Pictures.photo(width: 1_000, height: 300)),
            ("bomba.png", Pictures.png(width: 60_000, height: 60_000)), ("film.mp4", Array("\0\0\0 ftypmp42".utf8)),
        ] { #expect(try await brings(name, bytes).status == 422, "\(name)") }
        #expect(try await town.count("contest_work") == 0)
        #expect(try await town.count("file") == 0)
        let sent = try await brings("Lena_Vukic_6a.jpg", Pictures.photo(width: 1_700, height: 1_000))
        #expect(sent.shows(town.say(T.contests.saidSent)), "\(sent.status)")
        let work = try #require(try await town.finds { try ContestWorkStore.sent(of: contest.id, in: $0).first })
        let file = try #require(work.files.first), shown = try #require(file.shown)
        #expect(file.name == "Lena_Vukic_6a.jpg" && shown.name == "work-1.jpg" && !file.mark.isEmpty)
        let path = "/files/\(shown.id)/\(try #require(shown.sizes.last).width)", told = try Pictures.told(of: try await town.ana.browser.send(.get, "/sr\(path)").bytes)
        #expect(!told.lowercased().contains("exif") && !told.contains("gps"))
        let original = try #require(file.original)
        #expect(try await town.ana.opens("/files/\(original)").status == 200)
        #expect(try await town.vesna.opens("/files/\(original)").status == 200)
        for id in [original, shown.id] {
            #expect(try await town.goran.opens("/files/\(id)").status == 404)
            #expect(try await town.stranger.send(.get, "/sr/files/\(id)").status == 404)
        }
        let again = try await brings("druga.jpg", Pictures.photo(width: 1_700, height: 1_000))
        #expect(again.status == 422 && again.shows(town.say(T.contests.errorTwice(code: .text(work.code)))), "the same work is sent once")
    }

    @Test func `a film that is too large is refused with a page, and the form says before that a link is taken`() async throws {
        let town = try await Town(), contest = try await town.contest(kinds: [.picture, .link])
        _ = try await town.school(of: town.ana)
        #expect(try await town.ana.opens("/me/contests/\(contest.id)/new").shows(town.say(T.contests.linkHint)))
        let page = try await town.ana.browser.uploads("/new", files: [("files", "film.mp4", [UInt8](repeating: 0, count: 42 << 20))], ["title": "Филм"])
        #expect(page.status == 413 && !page.text.isEmpty)
        #expect(try await town.count("contest_work") == 0)
    }

    @Test func `what a jury gets says nothing of who or where`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana)
        _ = try await town.sent(contest, by: town.ana, school: school)
        let blind = try await town.finds { try ContestWorkStore.blind(of: contest.id, in: $0) }
        let told = "\(blind)"
        #expect(blind.count == 1)
        for secret in ["Лена", "Вукић", "Свитац", "Ђорђевић", "Milica", "Petrovic", "\"5a", town.ana.email] { #expect(!told.contains(secret), "\(secret)") }
        #expect(told.contains("Мост у магли"))
    }

    @Test func `what was begun to be sent before the deadline is in time and says so; what was begun later is late`() async throws {
        let town = try await Town(), contest = try await town.contest(days: 1, kinds: [.pdf])
        _ = try await town.school(of: town.ana)
        let pdf = Array("""
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
            4 0 obj<</Author(Milica Petrovic)>>endobj
            trailer
            <</Root 1 0 R/Info 4 0 R/Size 5>>

            """.utf8)
        town.clock.becomes(contest.closes.adding(seconds: 50))
        try await town.ana.opens("/me/contests/\(contest.id)/new")
        let clock = town.clock
        let page = try await town.ana.browser.uploads(
            "/new", files: [("files", "rad.pdf", pdf)], ["title": "Рад", "authors": "Лена Вукић, 6", "send": "yes"], meanwhile: { clock.passes(minutes: 5) })
        #expect(page.shows(town.say(T.contests.saidJustInTime)), "\(page.status)")
        #expect(try await town.count("contest_work WHERE is_late = \(false) AND sent > \(contest.closes.adding(seconds: 60))") == 1)
        let work = try #require(try await town.finds { try ContestWorkStore.sent(of: contest.id, in: $0).first }), shown = try #require(work.files.first?.shown)
        let bytes = try shown.bytes(in: town.app.installation.files)
        #expect(bytes.starts(with: "%PDF-".utf8) && !String(decoding: bytes, as: UTF8.self).contains("Milica"), "who wrote the document stays behind")

        try await town.ana.opens("/me/contests/\(contest.id)/new")
        let late = try await town.ana.browser.uploads("/new", files: [("files", "drugi.pdf", pdf + [10])], ["title": "Други", "authors": "Лена Вукић, 6", "send": "yes"])
        #expect(late.shows(town.say(T.contests.saidLate)))
        #expect(try await town.finds { try ContestWorkStore.blind(of: contest.id, in: $0) }.count == 1, "nobody has let it in yet")
        let id = try #require(try await town.value("SELECT id FROM contest_work WHERE is_late = \(true)", as: ContestWork.ID.self))
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows("Мој крај"))
        try await town.vesna.opens("/staff/works/\(id)")
        #expect(try await town.vesna.sends("/admit", ["reason": "Није било струје."]).shows(town.say(T.contests.deedAdmitted)))
        #expect(try await town.finds { try ContestWorkStore.blind(of: contest.id, in: $0) }.count == 2)
        try await town.settles()
        #expect(town.mail.to(town.ana.email).count == 2, "late, then let in")
        #expect(town.mail.to(town.ana.email).allSatisfy { !$0.plain.contains("Лена") && !$0.plain.contains("Други") }, "no letter names a child or a title")
    }

    @Test func `a work is withdrawn by its mentor, or disqualified with a reason and restored`() async throws {
        let town = try await Town(), contest = try await town.contest(), school = try await town.school(of: town.ana)
        let first = try await town.sent(contest, by: town.ana, school: school), second = try await town.sent(contest, by: town.ana, title: "Други", school: school)
        try await town.ana.opens("/me/works/\(first)/withdraw")
        #expect(try await town.ana.sends("/withdraw", ["reason": "Породица се предомислила."]).shows(town.say(T.contests.deedWorkWithdrawn)))
        try await town.vesna.opens("/staff/works/\(second)")
        let bare = try await town.vesna.sends("/disqualify", ["reason": ""])
        #expect(bare.status == 422 && bare.shows(town.say(T.contests.errorReason)))
        try await town.vesna.opens("/staff/works/\(second)")
        #expect(try await town.vesna.sends("/disqualify", ["reason": "Рад је преузет са мреже."]).shows(town.say(T.contests.deedDisqualified)))
        #expect(try await town.finds { try ContestWorkStore.blind(of: contest.id, in: $0) }.isEmpty)
        try await town.settles()
        #expect(town.mail.to(town.ana.email).last?.plain.contains("Рад је преузет са мреже.") == true)
        #expect(try await town.ana.opens("/me/works/\(second)").shows("Рад је преузет са мреже."))
        try await town.vesna.opens("/staff/works/\(second)")
        #expect(try await town.vesna.sends("/restore").status == 200)
        #expect(try await town.work(second).takesPart)
        let foreign = await #expect(throws: Problem.self) { try await town.goran.does { try WorkWriteStore.withdraw(second, reason: "", at: town.centre, in: $0) } }
        #expect(foreign?.kind == .missing)
    }

    @Test func `a mentor sends no more works than a category takes, and never from somebody else's school`() async throws {
        let town = try await Town(), contest = try await town.contest(most: 1)
        let school = try await town.school(of: town.ana), other = try await town.school("ОШ „Зец“", of: town.goran)
        _ = try await town.sent(contest, by: town.ana, school: school)
        let more = await #expect(throws: Problem.self) { try await town.sent(contest, by: town.ana, school: school) }
        #expect(more?.fault(at: "category") != nil)
        let foreign = await #expect(throws: Problem.self) { try await town.sent(contest, by: town.milena, school: other) }
        #expect(foreign?.fault(at: "school") != nil)
        _ = try await town.sent(contest, by: town.goran, school: other)
        #expect(try await town.count("contest_work") == 2)
    }
}
