import Accounts
import Centres
import Circles
import Foundation
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Initiatives

/// How a proposal is written and put before others, and what they say to it.
@Suite struct InitiativeStories {
    @Test func `a draft is the coordinating centre's alone; once it is open the others get a letter and a page`() async throws {
        let proposed = try await Proposed(isOpen: false), town = proposed.town, goran = proposed.valley.goran
        #expect(try await goran.opens(proposed.path).status == 404)
        #expect(try await !goran.opens("/staff/initiatives").shows("Два дана одсуства"))
        #expect(try await town.vesna.opens(proposed.path).shows(town.say(T.initiatives.nextDraft)))
        let before = try await town.letters(to: town.goran.email)
        try await town.vesna.opens(proposed.path + "/text")
        #expect(try await town.vesna.sends("/publish", ["note": ""]).shows(town.say(T.initiatives.saidPublished)))
        #expect(try await town.letters(to: town.goran.email) == before + 1)
        let page = try await goran.opens(proposed.path)
        #expect(page.shows("Два дана одсуства") && page.shows(town.say(T.initiatives.ourPosition)) && page.form("/position") != nil)
        #expect(page.form("/drop") == nil && page.form("/adopt") == nil, "it is not theirs")
        #expect(try await goran.opens("/staff").shows(town.say(T.initiatives.todayPosition(at: .instant(proposed.deadline)))))
        for way in ["/edit", "/articles/new"] { #expect(try await goran.opens(proposed.path + way).status == 404) }
        for path in [proposed.path, "/me/initiatives/\(proposed.id)", "/initiatives/\(proposed.id)"] { #expect(try await town.ana.opens(path).status == 404) }
        #expect(try await town.stranger.opens("/initiatives").shows(town.say(T.initiatives.publicNone)))
    }

    @Test func `a form keeps what was typed, and scripts are no text`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/initiatives/new")
        let refused = try await town.vesna.sends("/staff/initiatives/new", [
            "title": "Предлог", "recipient": "", "reasons": "<script>alert(1)</script>", "deadline": "1.1.2020.", "time": "9", "language": "sr",
        ])
        #expect(refused.status == 422 && !refused.html.contains("<script>alert"))
        for field in ["recipient", "reasons"] { #expect(refused.html.contains("href=\"#field-\(field)\""), "\(field)") }
        let kept = try #require(refused.form("/staff/initiatives/new"))
        #expect(kept.fields.contains { $0.name == "title" && $0.value == "Предлог" })
        let past = try await town.vesna.sends("/staff/initiatives/new", ["recipient": "Завод", "reasons": "Зашто", "time": "15:00"])
        #expect(past.status == 422 && past.shows(town.say(T.initiatives.errorDeadlinePast)))
        let made = try await town.vesna.sends("/staff/initiatives/new", ["deadline": "1.3.2026."])
        #expect(made.shows(town.say(T.initiatives.saidAdded)) && made.shows(town.say(T.initiatives.textNone)))
        #expect(try await town.count("initiative_party") == 1, "whoever proposes is asked too")
        #expect(try await town.vesna.opens("/staff/initiatives/1").shows(town.say(T.initiatives.nextDraft)))
    }

    @Test func `articles keep their order and stand still in what was published`() async throws {
        let proposed = try await Proposed(isOpen: false), town = proposed.town
        try await town.vesna.opens(proposed.path + "/articles/new")
        let empty = try await town.vesna.sends("/articles/new", ["heading": "Начело", "text": ""])
        #expect(empty.status == 422 && empty.html.contains("href=\"#field-text\""))
        try await town.vesna.sends("/articles/new", ["text": "Усавршавање је рад.", "place": "1"])
        #expect(try await proposed.sight().draft.map(\.heading) == ["Начело", "Право", "Замена"])
        let second = try await proposed.sight().draft[1].id
        try await town.vesna.opens(proposed.path + "/articles/\(second)")
        try await town.vesna.sends("/articles/\(second)/remove")
        #expect(try await proposed.sight().draft.map(\.heading) == ["Начело", "Замена"])
        #expect(try await proposed.sight().versions.isEmpty)
        #expect(try await town.vesna.opens(proposed.path + "/articles/\(second)").status == 404)
    }

    @Test func `a centre says where it stands until the minute of the deadline, and not after`() async throws {
        let proposed = try await Proposed(), (town, goran) = (proposed.town, proposed.valley.goran)
        try await goran.opens(proposed.path)
        let silent = try await goran.sends("/position", ["standing": "against", "words": ""])
        #expect(silent.status == 422 && silent.shows(town.say(T.initiatives.errorWords)), "whoever is against it says why")
        #expect(try await proposed.sight().sum.spoken == 0)
        town.clock.becomes(proposed.deadline)
        try await town.goran.enters(withFactor: true)
        goran.set(cookie: "session", town.goran.browser.cookie("session"))
        try await goran.opens(proposed.path)
        #expect(try await goran.sends("/position", ["standing": "against", "words": "Нема замене."]).shows(town.say(T.initiatives.saidPosition)))
        try await goran.opens(proposed.path)
        town.clock.passes(seconds: 1)
        let late = try await goran.sends("/position", ["standing": "for", "words": "Ипак за."])
        #expect(late.status == 409 && late.shows(town.say(T.initiatives.errorOver(at: .instant(proposed.deadline)))))
        #expect(try await proposed.sight().sum[.against] == 1)
    }

    @Test func `a new version shows what changed, and asks those who have spoken to look again`() async throws {
        let proposed = try await Proposed(), (town, goran, id, centre) = (proposed.town, proposed.valley.goran, proposed.id, proposed.town.centre)
        try await proposed.says(.support, by: town.goran, at: proposed.valley.other)
        let first = try await proposed.sight().draft[0]
        try await town.vesna.does { act in
            try InitiativeTextStore.edit(first.id, first.heading, "Наставник има право на три дана одсуства годишње.", number: 1, of: id, at: centre, in: act)
            try InitiativeTextStore.add("Трошак", "Трошак сноси оснивач.", to: id, at: centre, in: act)
        }
        #expect(try await !goran.opens(proposed.path + "/text").shows("три дана"), "what is written on is not read yet")
        try await town.vesna.opens(proposed.path + "/text")
        let silent = try await town.vesna.sends("/publish", ["note": ""])
        #expect(silent.status == 422 && silent.shows(town.say(T.initiatives.errorNote)))
        let before = try await town.letters(to: town.goran.email)
        try await town.vesna.sends("/publish", ["note": "Три дана уместо два."])
        #expect(try await town.letters(to: town.goran.email) == before + 1)
        let again = try await goran.opens(proposed.path)
        #expect(again.shows(town.say(T.initiatives.positionEarlier(said: 1, now: 2))), "what was said stays with its version")
        let version = try #require(try await proposed.sight().versions.first)
        let compared = try await goran.opens(proposed.path + "/versions/\(version.id)")
        #expect(compared.html.contains("<del>") && compared.html.contains("<ins>") && compared.shows(town.say(T.initiatives.changeAdded)))
        let same = await #expect(throws: Problem.self) { try await town.vesna.does { try InitiativeTextStore.publish("Исто", id, at: centre, in: $0) } }
        #expect(same == .conflict(T.initiatives.errorSame))
        #expect(try await proposed.sight().versions.map(\.articles.count) == [3, 2])
    }

    @Test func `an article that was taken out leaves its number to no other`() async throws {
        let proposed = try await Proposed(), (town, id, centre, other) = (proposed.town, proposed.id, proposed.town.centre, proposed.valley.other)
        let last = try #require(try await proposed.sight().draft.last?.id)
        try await town.goran.does { try InitiativeCommentStore.write("Ко замењује?", about: last, on: id, at: other, in: $0) }
        let new = try await town.vesna.does { act in
            try InitiativeTextStore.remove(last, of: id, at: centre, in: act)
            let new = try InitiativeTextStore.add("Трошак", "Трошак сноси оснивач.", to: id, at: centre, in: act)
            try InitiativeTextStore.publish("Трошак уместо замене.", id, at: centre, in: act)
            return new
        }
        let sight = try await proposed.sight()
        #expect(new != last && sight.number(of: last) == nil, "what was said of the one is not said of the other")
        #expect(sight.draft.map(\.heading) == ["Право", "Трошак"])
        #expect(ArticleChange.list(from: sight.versions[1].articles, to: sight.versions[0].articles).map(\.kind) == [.same, .removed, .added])
        #expect(sight.versions[1].articles.map(\.heading) == ["Право", "Замена"], "what was put before the others stands")
        #expect(try await town.count("initiative_article WHERE gone IS NOT NULL AND text = ''") == 1)
    }

    @Test func `when another circle is asked only those who were not asked before get a letter`() async throws {
        let proposed = try await Proposed(), (town, id, centre, other) = (proposed.town, proposed.id, proposed.town.centre, proposed.valley.other)
        let (ana, branko, today) = (town.ana.id, town.branko.id, town.zone.day(of: town.clock.now))
        func asked(_ someone: Someone) async throws -> Int { try await town.count("letter WHERE noun = 'initiative' AND address = \(someone.email)") }
        try await proposed.asksCircle()
        #expect(try await asked(town.ana) == 1)
        let first = try #require(try await proposed.sight().circles.first?.id)
        try await town.vesna.does { act in
            let second = try CircleStore.found(CircleDetails(name: "Актив физичара"), at: centre, in: act)
            for person in [ana, branko] { try CircleMemberStore.add(person, from: nil, since: today, to: second, at: centre, in: act) }
            try InitiativePartyStore.ask([other], [first, second], outside: ["Регионални центар Самоград"], id, at: centre, in: act)
        }
        #expect(try await asked(town.branko) == 1)
        #expect(try await asked(town.ana) == 1)
    }

    @Test func `members of a circle read and comment, are answered by letter, and nobody else sees it`() async throws {
        let proposed = try await Proposed(), (town, path) = (proposed.town, "/me/initiatives/\(proposed.id)")
        #expect(try await town.ana.opens(path).status == 404)
        try await proposed.asksCircle()
        #expect(try await town.letters(to: town.ana.email) > 0)
        #expect(try await town.ana.opens("/me").shows(town.say(T.initiatives.mine)))
        #expect(try await town.milena.opens(path).status == 404)
        let page = try await town.ana.opens(path)
        #expect(page.shows("Школа обезбеђује замену.") && !page.shows(town.say(T.initiatives.ourPosition)))
        let article = try #require(try await proposed.sight().current?.articles[1].id)
        #expect(try await town.ana.sends("/comments", ["article": "\(article)", "remark": ""]).status == 422)
        #expect(try await town.ana.sends("/comments", ["article": "\(article)", "remark": "Ко плаћа замену?"]).shows(town.say(T.initiatives.saidComment)))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.initiatives.commentsWait(count: 1))))
        try await town.vesna.opens(proposed.path + "/comments")
        let comment = try #require(try await proposed.sight().comments.first)
        let empty = try await town.vesna.sends("/comments/\(comment.id)", ["reply-\(comment.id)": ""])
        #expect(empty.status == 422 && empty.shows(town.say(T.initiatives.errorAnswer)))
        let before = try await town.letters(to: town.ana.email)
        try await town.vesna.sends("/comments/\(comment.id)", ["reply-\(comment.id)": "Плаћа оснивач.", "taken-\(comment.id)": "yes"])
        #expect(try await town.letters(to: town.ana.email) == before + 1)
        let answered = try await town.ana.opens(path)
        #expect(answered.shows("Плаћа оснивач.") && answered.shows(town.say(T.initiatives.commentTaken)))
        try await proposed.valley.goran.opens(proposed.path + "/comments")
        #expect(try proposed.valley.goran.page.form("/comments/\(comment.id)") == nil, "only the coordinating centre answers")
    }

    @Test func `the position of somebody outside is written down by the coordinating centre alone`() async throws {
        let proposed = try await Proposed(), (town, id, other) = (proposed.town, proposed.id, proposed.valley.other)
        let outside = try #require(try await proposed.sight().parties.first { $0.centre == nil }?.id)
        try await town.vesna.opens(proposed.path + "/parties")
        let noted = try await town.vesna.sends("/parties/position", ["party": "\(outside)", "standing": "for", "words": "Подржавамо."])
        #expect(noted.shows(town.say(T.initiatives.saidPosition)) && noted.shows("Подржавамо."))
        let foreign = await #expect(throws: Problem.self) {
            try await town.goran.does { try InitiativePartyStore.note(.against, "Не", of: outside, on: id, at: other, in: $0) }
        }
        #expect(foreign == .missing)
        try await town.vesna.opens(proposed.path + "/parties")
        try await town.vesna.sends("/parties", ["outside": ""])
        #expect(try await proposed.sight().parties.contains { $0.id == outside }, "whoever has spoken stays")
    }
}
