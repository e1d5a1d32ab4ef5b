import Centres
import Foundation
import Kernel
import Languages
import Registry
import Site
import Storage
import Testing
import Town
import Web
@testable import Accounts
@testable import Initiatives

/// From the adopted text to what became of it.
@Suite struct AdoptionStories {
    @Test func `a text is adopted when the time is over or all have spoken, gets its number, and changes no more`() async throws {
        let proposed = try await Proposed(), (town, id, centre, other) = (proposed.town, proposed.id, proposed.town.centre, proposed.valley.other)
        func adopt() async throws { try await town.vesna.does { try InitiativeMoveStore.adopt(id, at: centre, in: $0) } }
        let early = await #expect(throws: Problem.self) { try await adopt() }
        #expect(early == .conflict(T.initiatives.obstacleEarly(at: .instant(proposed.deadline))))
        #expect(try await town.vesna.opens(proposed.path).form("/adopt") == nil)
        try await proposed.carries()
        try await town.goran.does { try InitiativeCommentStore.write("А вртићи?", about: nil, on: id, at: other, in: $0) }
        let waiting = await #expect(throws: Problem.self) { try await adopt() }
        #expect(waiting == .conflict(T.initiatives.obstacleComments(count: 1)))
        let comment = try #require(try await proposed.sight().comments.first?.id)
        try await town.vesna.does { try InitiativeCommentStore.answer(comment, "И вртићи.", isTaken: true, on: id, at: centre, in: $0) }
        try await town.vesna.opens(proposed.path)
        #expect(try await town.vesna.sends("/adopt").shows(town.say(T.initiatives.saidAdopted)))
        #expect(try await proposed.sight().initiative.number == "1/2026")
        #expect(try await town.vesna.opens("/staff/registry").shows("Два дана одсуства"))
        #expect(try await town.vesna.opens(proposed.path + "/edit").shows("Два дана одсуства"))
        let frozen = try await town.vesna.sends("/edit", ["title": "Нешто друго"])
        #expect(frozen.status == 409 && frozen.shows(town.say(T.initiatives.errorFrozen)))
        let twice = await #expect(throws: Problem.self) { try await adopt() }
        #expect(twice == .conflict(T.initiatives.errorFrozen))
        #expect(try await town.numbersGiven() == 1)
        let page = try await town.stranger.opens("/initiatives/\(id)")
        #expect(page.status == 200 && page.shows("Наставник има право") && page.shows("1/2026") && page.shows("Три дана."))
        #expect(!page.shows("А вртићи?"), "comments are for those who take part")
        #expect(try await town.newBrowser(host: "dolina.example").opens("/initiatives").shows("Два дана одсуства"), "at the other centre too")
        #expect(try await town.stranger.opens("/search?q=odsustva").shows("Два дана одсуства"))
    }

    @Test func `more against than for adopts nothing, after the deadline too`() async throws {
        let proposed = try await Proposed(), (town, id, centre) = (proposed.town, proposed.id, proposed.town.centre)
        try await proposed.says(.support, by: town.vesna, at: centre)
        try await proposed.says(.against, "Не.", by: town.goran, at: proposed.valley.other)
        town.clock.becomes(proposed.deadline.adding(seconds: 1))
        let refused = await #expect(throws: Problem.self) { try await town.vesna.does { try InitiativeMoveStore.adopt(id, at: centre, in: $0) } }
        #expect(refused == .conflict(T.initiatives.obstacleSupport))
        try await proposed.passes(days: 0)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.initiatives.todayOver)))
        try await town.vesna.opens(proposed.path)
        #expect(try await town.vesna.sends("/drop", ["reason": ""]).status == 422)
        let before = try await town.letters(to: town.goran.email)
        #expect(try await town.vesna.sends("/drop", ["reason": "Нема подршке."]).shows(town.say(T.initiatives.saidDropped)))
        #expect(try await town.letters(to: town.goran.email) == before + 1)
        #expect(try await town.stranger.opens("/initiatives/\(id)").status == 404, "what was dropped is nobody else's")
    }

    @Test func `what was sent is answered in words or as a file, and what became of it has its proof`() async throws {
        let proposed = try await Proposed(), (town, today) = (proposed.town, proposed.town.zone.day(of: proposed.town.clock.now).iso)
        try await proposed.carries()
        try await town.vesna.opens(proposed.path)
        try await town.vesna.sends("/adopt")
        let wrong = try await town.vesna.sends("/sendings", ["recipient": "Министарство", "day": "1.1.2026.", "due": "1.1.2025."])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.initiatives.errorBeforeAdopted)) && wrong.shows(town.say(T.initiatives.errorDueBefore)))
        #expect(try await town.vesna.sends("/sendings", ["day": today, "due": "1.3.2026.", "way": "поштом"]).shows(town.say(T.initiatives.saidSent)))
        let sending = try #require(try await proposed.sight().sendings.first?.id)
        let empty = try await town.vesna.sends("/sendings/\(sending)", ["words-\(sending)": ""])
        #expect(empty.status == 422 && empty.shows(town.say(T.initiatives.errorNothingCame)))
        let came = try await town.vesna.browser.uploads(
            "/sendings/\(sending)", field: "file-\(sending)", name: "odgovor.pdf", bytes: Array("%PDF-1.4 x".utf8), ["words-\(sending)": "Размотриће."])
        #expect(came.shows(town.say(T.initiatives.saidAnswerCame)) && came.shows("Размотриће."))
        let file = try #require(try await town.value("SELECT file FROM initiative_sending", as: Int64.self))
        #expect(try await proposed.valley.goran.opens("/files/\(file)").status == 200, "those who took part read the answer")
        #expect(try await town.ana.opens("/files/\(file)").status == 404)
        try await town.vesna.opens(proposed.path + "/answers")
        let silent = try await town.vesna.sends("/outcome", ["kind": "silence", "ended": today])
        #expect(silent.status == 422 && silent.shows(town.say(T.initiatives.errorNotSilent)))
        let bare = try await town.vesna.sends("/outcome", ["kind": "part", "outcome": "Један дан."])
        #expect(bare.status == 422 && bare.shows(town.say(T.initiatives.errorProof)))
        let before = try await town.letters(to: town.goran.email)
        #expect(try await town.vesna.sends("/outcome", ["proof": "Службени гласник 12/2026"]).shows(town.say(T.initiatives.saidClosed)))
        #expect(try await town.letters(to: town.goran.email) == before + 1)
        let page = try await town.stranger.opens("/initiatives/\(proposed.id)")
        #expect(page.shows(town.say(T.initiatives.outcomePart)) && page.shows("Службени гласник 12/2026") && page.shows("Размотриће."))
        #expect(page.shows(town.say(T.initiatives.wayOpened)) && page.shows(town.say(T.initiatives.wayAdoptedNumber(number: "1/2026"))))
        #expect(try await town.vesna.opens(proposed.path + "/answers").form("/outcome") == nil, "it is the last word")
    }

    @Test func `letters by the clock come once: before the deadline, when it is over, when no answer came`() async throws {
        let proposed = try await Proposed(), town = proposed.town
        try await proposed.says(.support, by: town.vesna, at: town.centre)
        func goesOn(_ days: Int, _ subject: Phrase, to address: String) async throws -> Int {
            town.clock.passes(days: days)
            try await InitiativeReminderStore.remind(town.records)
            try await InitiativeReminderStore.remind(town.records)
            let words = town.say(subject)
            return try await town.finds { try $0.db.count("SELECT count(*) FROM letter WHERE address = \(address) AND subject = \(words)") }
        }
        #expect(try await goesOn(6, T.initiatives.letterNearSubject, to: town.goran.email) == 0)
        #expect(try await goesOn(2, T.initiatives.letterNearSubject, to: town.goran.email) == 1)
        #expect(try await goesOn(0, T.initiatives.letterNearSubject, to: town.vesna.email) == 0, "who has spoken is not asked")
        #expect(try await goesOn(3, T.initiatives.letterOverSubject, to: town.vesna.email) == 1)
        let (id, centre, today) = (proposed.id, town.centre, town.zone.day(of: town.clock.now))
        try await town.vesna.does { act in
            try InitiativeMoveStore.adopt(id, at: centre, in: act)
            try InitiativeMoveStore.send(SendingDraft(to: "Завод", on: today, due: today.adding(days: 30)), id, at: centre, in: act)
        }
        #expect(try await goesOn(30, T.initiatives.letterLateSubject, to: town.vesna.email) == 0, "its day has not passed")
        #expect(try await goesOn(2, T.initiatives.letterLateSubject, to: town.vesna.email) == 1)
        try await proposed.passes(days: 0)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.initiatives.todayLate(recipient: "Завод", day: .day(today.adding(days: 30))))))
    }

    @Test func `the text stands on paper with everybody's position, and in Word`() async throws {
        let proposed = try await Proposed(), town = proposed.town
        try await proposed.isSent()
        let pdf = try await town.stranger.opens("/initiatives/\(proposed.id)/initiative.pdf")
        try #require(pdf.status == 200)
        let words = try Printed.words(of: pdf.bytes).replacing(/\s+/, with: " ")
        for part in ["Наставник има право", "1/2026", "Центар Долина", "Три дана.", "Регионални центар Самоград"] { #expect(words.contains(part), "\(part)") }
        let word = try await town.vesna.opens(proposed.path + "/initiative.docx")
        #expect(word.status == 200 && word.bytes.starts(with: Array("PK".utf8)))
    }

    @Test func `what is held is told; an erased member's comments go, a centre's stay without the name`() async throws {
        let proposed = try await Proposed(), (town, id, centre, other) = (proposed.town, proposed.id, proposed.town.centre, proposed.valley.other)
        let (ana, goran) = (town.ana.id, town.goran.id)
        try await proposed.asksCircle()
        try await town.ana.does { try InitiativeCommentStore.write(asMember: "Моја реч", about: nil, on: id, at: centre, in: $0) }
        try await town.goran.does { try InitiativeCommentStore.write("Реч центра", about: nil, on: id, at: other, in: $0) }
        try await proposed.says(.support, by: town.goran, at: other)
        let held = try await town.finds { act in
            try (AccountStore.held(about: ana, in: act)["initiative_comment"]?.count, AccountStore.held(about: goran, in: act)["initiative_party"]?.count)
        }
        #expect(held.0 == 1 && held.1 == 1)
        try await town.does { act in
            try AccountStore.erase(ana, in: act)
            try AccountStore.erase(goran, in: act)
        }
        let sight = try await proposed.sight()
        #expect(sight.comments.map(\.text) == ["Реч центра"] && sight.comments.allSatisfy { $0.person == nil })
        #expect(sight.sum[.support] == 1, "what an institution said stays")
    }

    @Test func `after three years comments go, the text and its positions stay`() async throws {
        let proposed = try await Proposed(), (town, id, centre, other) = (proposed.town, proposed.id, proposed.town.centre, proposed.valley.other)
        try await town.goran.does { try InitiativeCommentStore.write("Реч", about: nil, on: id, at: other, in: $0) }
        let comment = try #require(try await proposed.sight().comments.first?.id)
        try await town.vesna.does { try InitiativeCommentStore.answer(comment, "Да", isTaken: false, on: id, at: centre, in: $0) }
        try await proposed.isSent()
        let today = town.zone.day(of: town.clock.now)
        try await town.vesna.does { try InitiativeMoveStore.close(id, with: InitiativeOutcome(.silence), on: today, at: centre, in: $0) }
        for (days, kept) in [(1_000, 1), (200, 0)] {
            town.clock.passes(days: days)
            try await town.does { try InitiativeKeepingStore.forgetOld(in: $0) }
            #expect(try await town.count("initiative_comment") == kept)
        }
        #expect(try await town.count("initiative_version_article") == 2)
        #expect(try await town.count("initiative_party WHERE standing IS NOT NULL") == 3)
    }
}

extension Town {
    fileprivate func numbersGiven() async throws -> Int { try await count("registry_entry WHERE paper_kind = 'initiative'") }
}
