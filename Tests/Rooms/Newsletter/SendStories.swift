import Centres
import Events
import HTTPTypes
import Kernel
import Languages
import Publishing
import Queues
import Site
import Storage
import Testing
import Town
import Web
@testable import Newsletter

/// An issue is written, tried, frozen, and goes its way.
@Suite struct SendStories {
    @Test func `an issue is written, looked at in each language and script, and refuses what is no text`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.agrees(town.ana, to: id)
        #expect(try await town.ana.opens("/staff/newsletters").status == 404)
        try await town.vesna.opens("/staff/newsletters/new")
        let bad = try await town.vesna.sends("/staff/newsletters/new", [
            "newsletter": "\(id)", "title-sr": "Шта нас чека", "text-sr": "<script>alert(1)</script>", "text-en": "Only a text",
        ])
        #expect(bad.status == 422 && bad.html.contains("#field-text-sr") && bad.html.contains("#field-title-en"))
        #expect(bad.carried("text-sr") == "<script>alert(1)</script>" && !bad.html.contains("<script>alert"), "it stands in its field and nowhere else")
        let link = try await town.vesna.sends("/staff/newsletters/new", [
            "newsletter": "\(id)", "title-sr": "Шта нас чека", "text-sr": "[притисни](javascript:alert(1))", "text-en": "",
        ])
        #expect(link.status == 422)
        let written = try await town.vesna.sends("/staff/newsletters/new", [
            "newsletter": "\(id)", "title-sr": "Шта нас чека", "text-sr": "## Ђачки дан\n\n- прво\n- [вести](/sr/news)", "text-en": "",
        ])
        #expect(written.shows(town.say(T.newsletter.saidWritten)))
        let issue = try #require(try await town.value("SELECT id FROM newsletter_issue", as: NewsletterIssue.ID.self))
        for (language, words) in [("sr", "Ђачки дан"), ("sr-Latn", "Đački dan"), ("lt", "Đački dan"), ("en", "Đački dan")] {
            let page = try await town.vesna.opens("/staff/newsletters/issues/\(issue)/preview?in=\(language)")
            #expect(page.status == 200 && page.shows(words), "\(language)")
        }
        #expect(try await town.stranger.opens("/newsletters/\(issue)").status == 404, "nobody reads a draft")
        try await town.vesna.opens("/staff/newsletters/issues/\(issue)")
        #expect(try await town.vesna.sends("/trial", ["in": "sr"]).shows(town.say(T.newsletter.saidTrial)))
        #expect(try await town.written(issue) == [town.vesna.email: 1])
        #expect(try await town.seen(issue).state == .draft)
    }

    @Test func `a letter has its words twice, the way to leave, and nothing that tells who read it`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.agrees(town.ana, to: id)
        try await town.agrees(town.branko, to: id)
        let news = try await town.vesna.does { [centre = town.centre, today = town.today] act in
            let article = try ArticleStore.add(
                ArticleDraft(day: today, texts: [.sr: ArticleText(title: "Отворена читаоница", summary: "Од понедељка.")]), as: .news, to: centre, in: act)
            try ArticleStore.publish(article, in: act)
            return article
        }
        let issue = try await town.issue(of: id, "Шта нас чека", "Читајте [вести](/sr/news) и **дођите**.", picks: [.news(news)])
        try await town.begins(issue)
        try await town.vesna.does { try ArticleStore.edit(news, to: ArticleDraft(day: town.today, texts: [.sr: ArticleText(title: "Нешто сасвим друго")]), in: $0) }
        try await town.minutes()
        let (text, html, subject) = try await town.finds { act -> (String, String, String) in
            let row = try #require(try act.db.row("SELECT text, html, subject FROM letter WHERE address = 'ana@bistrik.example' AND noun = 'newsletter_issue'"))
            return (try row["text"] as String, try row["html"] as String, try row["subject"] as String)
        }
        #expect(subject == "Шта нас чека")
        for words in ["Отворена читаоница", "Од понедељка.", "http://localhost/sr/news/\(news)", "http://localhost/sr/news", "http://localhost/sr/newsletter/leave/"] {
            #expect(text.contains(words), "\(words) in \(text)")
            #expect(html.contains(words), "\(words)")
        }
        #expect(!html.contains("<img") && !html.contains("<script") && !text.contains("сасвим друго"), "as it was when it began")
        for address in html.matches(of: /href="([^"]*)"/).map({ $0.1 }) { #expect(address.hasPrefix("http://localhost/sr/") && !address.contains("?"), "\(address)") }
        let latin = try #require(try await town.letter(to: town.branko.email))
        #expect(latin.subject == "Šta nas čeka" && latin.text.contains("Otvorena čitaonica"))
        try await town.app.post.deliver()
        let sent = try #require(town.mail.to(town.ana.email).last)
        #expect(sent.text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click") && sent.text.contains("text/plain") && sent.text.contains("text/html"))
    }

    @Test func `letters leave at the pace that the centre says, to everybody once`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.outsiders(5, of: id)
        try await town.paces(2)
        let issue = try await town.issue(of: id)
        try await town.vesna.opens("/staff/newsletters/issues/\(issue)/send")
        let page = try await town.vesna.sends("/send")
        #expect(page.shows(town.say(T.newsletter.saidBegun)) && page.form("/stop") != nil)
        try await town.minutes()
        #expect(try await town.written(issue).count == 2)
        // The minute is looked at again: another copy of the program does so.
        try await IssueSendStore.work(town.records, town.seal)
        #expect(try await town.written(issue).count == 2)
        try await town.minutes()
        #expect(try await town.vesna.opens("/staff/newsletters/issues/\(issue)").shows(town.say(T.newsletter.progress(done: 4, all: 5))))
        try await town.minutes(2)
        #expect(try await town.written(issue).values.allSatisfy { $0 == 1 })
        #expect(try await town.written(issue).count == 5)
        let seen = try await town.seen(issue)
        #expect(seen.state == .finished && seen.sent == 5 && seen.skipped == 0)
        try await town.minutes()
        #expect(try await town.count("letter WHERE noun = 'newsletter_issue'") == 5)
    }

    @Test func `stopped half-way and gone on, nobody gets it twice and nobody is missed; who left meanwhile is left out`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        try await town.outsiders(4, of: id)
        try await town.agrees(town.ana, to: id)
        try await town.agrees(town.branko, to: id)
        try await town.paces(3)
        let issue = try await town.issue(of: id)
        try await town.begins(issue)
        try await town.minutes()
        try await town.vesna.opens("/staff/newsletters/issues/\(issue)")
        #expect(try await town.vesna.sends("/stop").shows(town.say(T.newsletter.saidStopped)))
        let first = try await town.written(issue)
        try await town.minutes(3)
        #expect(try await town.written(issue) == first, "it stands still")
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.newsletter.todayStopped(count: 3))))
        let waiting = try await town.finds { act in
            try act.db.rows("""
                SELECT s.id, c.given FROM newsletter_recipient r JOIN newsletter_subscriber s ON s.id = r.subscriber JOIN newsletter_consent c ON c.subscriber = s.id
                WHERE r.issue = \(issue) AND r.state = 'waiting' AND s.person IS NULL ORDER BY s.id
                """).map { (id: try $0["id"] as Subscriber.ID, given: try $0["given"] as Instant) }
        }
        let leaver = try #require(waiting.first), gone = leaver.id, key = LeaveLink(gone, id, given: leaver.given).key(town.seal)
        try await town.does { [centre = town.centre, seal = town.seal] in
            try SubscriberStore.leave(gone, id, key: key, isAll: false, by: .page, seal, at: centre, in: $0)
        }
        try await town.agrees(town.milena, to: id)
        try await town.vesna.opens("/staff/newsletters/issues/\(issue)")
        #expect(try await town.vesna.sends("/resume").shows(town.say(T.newsletter.saidResumed)))
        try await town.minutes(3)
        let all = try await town.written(issue), seen = try await town.seen(issue)
        #expect(all.values.allSatisfy { $0 == 1 } && all.count == 5)
        #expect(seen.state == .finished && seen.sent == 5 && seen.skipped == 1)
        #expect(try await town.vesna.opens("/staff/newsletters/issues/\(issue)").shows(town.say(T.newsletter.skippedLeft(count: 1))))
    }

    private struct PowerCord: Error {}

    @Test func `the power cord is pulled between two letters, and each goes out once all the same`() async throws {
        let town = try await Town(), id = try await town.newsletter(), seal = town.seal
        try await town.outsiders(6, of: id)
        try await town.paces(4)
        let issue = try await town.issue(of: id)
        try await town.begins(issue)
        town.clock.passes(seconds: 60)
        await #expect(throws: PowerCord.self) {
            try await town.records.write(by: .system) { act in
                _ = try IssueSendStore.step(issue, seal, in: act)
                throw PowerCord()
            }
        }
        #expect(try await town.written(issue).isEmpty)
        #expect(try await town.count("newsletter_recipient WHERE state = 'waiting'") == 6)
        try await town.minutes()
        #expect(try await town.written(issue).count == 4)
        try await town.minutes(2)
        #expect(try await town.written(issue).values.allSatisfy { $0 == 1 })
        #expect(try await town.written(issue).count == 6)
    }

    @Test func `what is frozen changes no more, and nobody joins it`() async throws {
        let town = try await Town(), id = try await town.newsletter(), centre = town.centre, issue = try await town.issue(of: id)
        try await town.vesna.opens("/staff/newsletters/issues/\(issue)/edit")
        let form = try #require(try town.vesna.browser.page.form("/edit"))
        let nobody = await #expect(throws: Problem.self) { try await town.begins(issue) }
        #expect(nobody == .conflict(T.newsletter.errorNobody))
        try await town.agrees(town.ana, to: id)
        try await town.begins(issue)
        try await town.agrees(town.branko, to: id)
        let late = try await town.vesna.browser.post(form, ["title-sr": "Друго"])
        #expect(late.status == 409 && late.shows(town.say(T.newsletter.errorFrozen)))
        let seal = town.seal
        for deed in ["schedule", "drop", "again"] {
            let refused = await #expect(throws: Problem.self) {
                try await town.vesna.does { act in
                    switch deed {
                    case "schedule": try IssueStore.schedule(issue, at: act.now.adding(days: 1), of: centre, in: act)
                    case "drop": try IssueStore.drop(issue, at: centre, in: act)
                    default: try IssueSendStore.begin(issue, seal, at: centre, in: act)
                    }
                }
            }
            #expect(refused == .conflict(T.newsletter.errorFrozen), "\(deed)")
        }
        try await town.minutes()
        #expect(try await town.written(issue) == [town.ana.email: 1])
    }

    @Test func `an issue begins by itself at its minute, or is called off`() async throws {
        let town = try await Town(), id = try await town.newsletter(), issue = try await town.issue(of: id)
        try await town.agrees(town.ana, to: id)
        try await town.vesna.opens("/staff/newsletters/issues/\(issue)")
        let past = try await town.vesna.sends("/schedule", ["day": "1.1.2020.", "time": "09:00"])
        #expect(past.status == 422 && past.shows(town.say(T.newsletter.errorPast)))
        #expect(try await town.vesna.sends("/schedule", ["day": town.today.iso, "time": "10:00"]).shows(town.say(T.newsletter.saidScheduled)))
        #expect(try await town.vesna.opens("/staff").shows("Шта нас чека"))
        try await town.minutes(30)
        #expect(try await town.written(issue).isEmpty)
        town.clock.passes(minutes: 29)
        try await town.minutes()
        #expect(try await town.written(issue) == [town.ana.email: 1])
        let other = try await town.issue(of: id, "Друго")
        try await town.vesna.does { [centre = town.centre] in try IssueStore.schedule(other, at: $0.now.adding(hours: 1), of: centre, in: $0) }
        try await town.vesna.opens("/staff/newsletters/issues/\(other)")
        #expect(try await town.vesna.sends("/recall").shows(town.say(T.newsletter.saidRecalled)))
        town.clock.passes(hours: 2)
        try await town.minutes()
        #expect(try await town.written(other).isEmpty)
        // Who would have got it has left: it waits for somebody to look.
        try await town.vesna.does { [centre = town.centre] in try IssueStore.schedule(other, at: $0.now.adding(hours: 1), of: centre, in: $0) }
        try await town.agrees(town.ana)
        town.clock.passes(hours: 2)
        try await town.minutes()
        #expect(try await town.seen(other).state == .draft)
        #expect(try await town.journal("newsletter_issue", other.value).last == "newsletter.deedNobody")
    }

    @Test func `issues of two newsletters share the pace of their centre`() async throws {
        let town = try await Town(), first = try await town.newsletter(), second = try await town.newsletter("За школе")
        for someone in [town.ana, town.branko, town.milena] { try await town.agrees(someone, to: first, second) }
        try await town.paces(2)
        let one = try await town.issue(of: first), other = try await town.issue(of: second)
        for issue in [one, other] { try await town.begins(issue) }
        for minute in 1...3 {
            try await town.minutes()
            try await IssueSendStore.work(town.records, town.seal)
            #expect(try await town.count("letter WHERE noun = 'newsletter_issue'") == 2 * minute)
        }
        for issue in [one, other] { #expect(try await town.written(issue).count == 3) }
    }

    @Test func `an issue of a newsletter that has ended does not begin, now or later`() async throws {
        let town = try await Town(), id = try await town.newsletter(), issue = try await town.issue(of: id), centre = town.centre
        try await town.agrees(town.ana, to: id)
        func ends(_ isEnded: Bool) async throws { try await town.vesna.does { try NewsletterStore.set(id, isEnded: isEnded, at: centre, in: $0) } }
        try await ends(true)
        let refused = await #expect(throws: Problem.self) { try await town.begins(issue) }
        #expect(refused == .conflict(T.newsletter.errorEnded))
        try await town.vesna.opens("/staff/newsletters/issues/\(issue)")
        let later = try await town.vesna.sends("/schedule", ["day": town.today.iso, "time": "10:00"])
        #expect(later.status == 409 && later.shows(town.say(T.newsletter.errorEnded)))
        try await ends(false)
        try await town.vesna.does { try IssueStore.schedule(issue, at: $0.now.adding(hours: 1), of: centre, in: $0) }
        try await town.does { act in try act.db.run("UPDATE newsletter SET ended = \(act.now) WHERE id = \(id)") }
        town.clock.passes(hours: 2)
        try await town.minutes()
        #expect(try await town.seen(issue).state == .draft)
        #expect(try await town.written(issue).isEmpty)
        #expect(try await town.journal("newsletter_issue", issue.value).last == "newsletter.deedEndedBefore")
    }

    @Test func `news that nobody can read yet, or any more, is not told of`() async throws {
        let town = try await Town(), id = try await town.newsletter(), (centre, today, now) = (town.centre, town.today, town.clock.now)
        try await town.agrees(town.ana, to: id)
        func news(_ title: String, _ term: ArticleTerm) async throws -> Article.ID {
            try await town.vesna.does { act in
                let article = try ArticleStore.add(ArticleDraft(day: today, texts: [.sr: ArticleText(title: title)], term: term), as: .news, to: centre, in: act)
                try ArticleStore.publish(article, in: act)
                return article
            }
        }
        let evening = try await news("Тек увече", ArticleTerm(starts: now.adding(hours: 6)))
        let refused = await #expect(throws: Problem.self) { _ = try await town.issue(of: id, picks: [.news(evening)]) }
        #expect(refused == .invalid("pick", T.newsletter.errorPickGone))
        let morning = try await news("Само до подне", ArticleTerm(ends: now.adding(hours: 1)))
        let issue = try await town.issue(of: id, picks: [.news(morning)])
        try await town.vesna.does { try IssueStore.schedule(issue, at: $0.now.adding(hours: 2), of: centre, in: $0) }
        town.clock.passes(hours: 2)
        try await town.minutes()
        let text = try #require(try await town.letter(to: town.ana.email)?.text)
        #expect(text.contains("Добро дошли") && !text.contains("Само до подне"))
    }

    @Test func `a draft that was dropped leaves nothing to the next one`() async throws {
        let town = try await Town(), id = try await town.newsletter(), first = try await town.issue(of: id, "Прво"), centre = town.centre
        try await town.vesna.does { act in
            try IssueStore.schedule(first, at: act.now.adding(hours: 1), of: centre, in: act)
            try IssueStore.drop(first, at: centre, in: act)
        }
        town.clock.passes(minutes: 1)
        let second = try await town.issue(of: id, "Друго"), page = try await town.vesna.opens("/staff/newsletters/issues/\(second)")
        #expect(page.shows(town.say(T.newsletter.deedWritten)) && !page.shows(town.say(T.newsletter.deedScheduled)))
    }

    @Test func `an issue goes to a group only, and staff see who belongs to it`() async throws {
        let town = try await Town(), id = try await town.newsletter()
        _ = try await town.workplace(of: town.ana, town.branko)
        try await town.does { act in try act.db.run("UPDATE employment SET teaches = 'Математика', job = 'наставник' WHERE person = \(town.ana.id)") }
        for someone in [town.ana, town.branko, town.milena] { try await town.agrees(someone, to: id) }
        try await town.outsiders(1, of: id)
        try await town.vesna.opens("/staff/newsletters/segments/new")
        let bare = try await town.vesna.sends("/staff/newsletters/segments/new", ["name": ""])
        #expect(bare.status == 422 && bare.html.contains("#field-name"))
        for field in ["municipality", "school", "interest"] {
            try await town.vesna.opens("/staff/newsletters/segments/new")
            let unknown = KeyValuePairs(dictionaryLiteral: ("name", "Нигде"), (field, "999999"))
            #expect(try await town.vesna.sends("/staff/newsletters/segments/new", unknown).status == 404, "\(field)")
        }
        try await town.vesna.opens("/staff/newsletters/segments/new")
        let saved = try await town.vesna.sends("/staff/newsletters/segments/new", ["name": "Математичари", "subject": "matematika"])
        #expect(saved.shows(town.say(T.newsletter.belong(count: 1))) && saved.shows("Ана Ђорђевић") && !saved.shows("Његован"))
        let segment = try #require(try await town.value("SELECT id FROM newsletter_segment", as: Segment.ID.self))
        let issue = try await town.issue(of: id, segment: segment)
        #expect(try await town.vesna.opens("/staff/newsletters/issues/\(issue)/send").shows(town.say(T.newsletter.willGo(count: 1))))
        try await town.vesna.opens("/staff/newsletters/segments/\(segment)")
        #expect(try await town.vesna.sends("/drop").status == 409, "an issue waits with it")
        try await town.begins(issue)
        try await town.minutes()
        #expect(try await town.written(issue) == [town.ana.email: 1])
        try await town.vesna.opens("/staff/newsletters/segments/\(segment)")
        #expect(try await town.vesna.sends("/drop").shows(town.say(T.newsletter.saidSegmentGone)))
    }

    @Test func `everybody reads what went out, finds it, and programs follow it`() async throws {
        let valley = try await Valley(), town = valley.town, id = try await town.newsletter(), issue = try await town.issue(of: id)
        try await town.agrees(town.ana, to: id)
        #expect(try await !town.stranger.opens("/newsletter").shows("Шта нас чека"))
        try await town.begins(issue)
        #expect(try await town.stranger.opens("/newsletter").shows("Шта нас чека"))
        #expect(try await town.stranger.opens("/newsletters/\(issue)").shows("Добро дошли"))
        #expect(try await town.newBrowser(language: "sr-Latn").opens("/newsletters/\(issue)").shows("Dobro došli"))
        #expect(try await town.newBrowser(language: "en").opens("/newsletters/\(issue)").shows("What comes"))
        #expect(try await town.stranger.opens("/search?q=sta+ceka").shows("Шта нас чека"))
        #expect(try await town.stranger.send(.get, "/sr/newsletter.atom").html.contains("<title>Недељни билтен: Шта нас чека</title>"))
        #expect(try await valley.goran.opens("/newsletters/\(issue)").status == 404, "another centre's")
        #expect(try await valley.goran.opens("/staff/newsletters/issues/\(issue)").status == 404)
    }
}
