@testable import Accounts
import Catalogue
import Centres
import Events
import Files
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
import Workshop

/// A proposal is judged, sent, decided, and becomes a programme.
@Suite struct DecidingStories {
    @Test func `nobody judges what they wrote, and whoever has judged it writes it no more`() async throws {
        let town = try await Town(), centre = town.centre, seal = town.app.installation.seal
        _ = try await town.call()
        // Весна, who coordinates, writes a proposal herself.
        let idea = ProposalIdea(.programme, title: "Свој текст", description: "Опис", language: .sr)
        let own = try await town.vesna.does { try ProposalStore.begin(idea, at: centre, in: $0) }
        try await town.vesna.does { act in
            try ProposalMoveStore.make(.write, of: own, in: act)
            try ProposalMoveStore.make(.askReview, of: own, in: act)
        }
        let page = try await town.vesna.opens("/staff/workshop/\(own)/review")
        #expect(page.shows(town.say(T.workshop.errorOwnReview)) && page.form("/review") == nil)
        await #expect(throws: Problem.conflict(T.workshop.errorOwnReview)) {
            try await town.vesna.does { try ProposalReviewStore.give([], "", isReady: true, of: own, in: $0) }
        }
        let vesna = town.vesna.id
        await #expect(throws: Problem.self) { try await town.vesna.does { try ProposalReviewStore.ask(vesna, of: own, in: $0) } }
        #expect(try await town.state(of: own) == "review")
        #expect(try await town.count("proposal_review") == 0)
        // What Ана wrote she judges, with a mark for each criterion; Ана may not.
        let id = try await town.idea()
        try await town.whole(id)
        try await town.ana.does { try ProposalMoveStore.make(.askReview, of: id, in: $0) }
        #expect(try await town.ana.opens("/staff/workshop/\(id)/review").status == 404)
        try await town.vesna.does { try ProposalReviewStore.ask(vesna, of: id, in: $0) }
        #expect(try await town.vesna.opens("/me").shows(town.say(T.workshop.reviewAsked)))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.workshop.todayReview)))
        try await town.vesna.opens("/staff/workshop/\(id)/review")
        #expect(try await town.vesna.sends("/review", ["verdict": "revise"]).status == 422, "each criterion has its mark")
        try await town.vesna.opens("/staff/workshop/\(id)/review")
        try await town.vesna.sends("/review", ["mark-logic": "2", "note-logic": "Исход 2 нема вежбу.", "note": "Још мало.", "verdict": "revise"])
        #expect(try await town.state(of: id) == "revision")
        try await town.settles()
        #expect(town.mail.to(town.ana.email).contains { $0.plain.contains("дораду") && $0.plain.contains("Питања која воде") })
        let seen = try await town.ana.opens("/proposals/\(id)")
        #expect(seen.shows("Исход 2 нема вежбу.") && seen.shows(town.say(T.workshop.markOf(mark: 2, most: 4))))
        await #expect(throws: Problem.invalid("email", T.workshop.errorReviewerWrites)) {
            try await town.ana.does { act in
                try ProposalAuthorStore.invite(
                    PersonName(given: "Весна", family: "Ћирић"), EmailAddress(reading: "vesna@bistrik.example"), author: true, realiser: false, of: id, seal, in: act)
            }
        }
        try await town.ana.does { try ProposalMoveStore.make(.askReview, of: id, in: $0) }
        try await town.vesna.does { try ProposalReviewStore.give([ProposalReview.Mark("logic", 4)], "", isReady: true, of: id, in: $0) }
        #expect(try await town.state(of: id) == "complete")
        #expect(try await town.count("proposal_review") == 2, "both judgements are kept")
    }

    @Test func `it is sent whole and in time, and one second later it is refused with a way out`() async throws {
        let town = try await Town(), last = town.zone.day(of: town.clock.now).adding(days: 3), call = try await town.call(closes: last), id = try await town.idea()
        try await town.whole(id)
        try await town.passes(id)
        // Something is missing after all.
        let file = try #require(try await town.value("SELECT file FROM proposal_enclosure", as: StoredFile.ID.self))
        try await town.does { try $0.db.run("DELETE FROM proposal_enclosure") }
        let path = "/staff/workshop/\(id)"
        try await town.vesna.opens(path)
        let missing = try await town.vesna.sends(path + "/submission", ["filed": "650-1/2026"])
        #expect(missing.status == 409 && missing.shows(town.say(T.workshop.faultNoEnclosure(name: .title("Пропратни допис")))))
        try await town.does { try $0.db.run("INSERT INTO proposal_enclosure (proposal, code, file, added) VALUES (\(id), 'cover', \(file), 1)") }
        try await town.vesna.opens(path)
        let form = try #require(try town.vesna.browser.page.form(path + "/submission"))
        town.clock.becomes(town.zone.endOfDay(last))
        try await town.vesna.enters(withFactor: true)
        let late = try await town.vesna.browser.post(form, ["filed": "650-1/2026"])
        #expect(late.status == 409 && late.shows(town.say(T.workshop.errorLate(day: .day(last)))))
        #expect(try await town.state(of: id) == "complete" && late.form("/submission")?.fields.contains { $0.name == "filed" && $0.value == "650-1/2026" } == true)
        town.clock.becomes(town.zone.endOfDay(last).adding(seconds: -1))
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path + "/submission", ["filed": "650-1/2026", "day": ""]).shows("650-1/2026"))
        #expect(try await town.state(of: id) == "submitted")
        // What was sent is not changed any more.
        await #expect(throws: Problem.conflict(T.workshop.errorClosed)) {
            _ = try await town.ana.does { try ProposalTextStore.save("Друго", "goal", seen: nil, of: id, in: $0) }
        }
        // Corrections open it; they are sent after the day too, for the accreditor has asked for them.
        try await town.vesna.does { try ProposalMoveStore.make(.askCorrections, of: id, in: $0) }
        town.clock.passes(days: 10)
        try await town.ana.does { act in
            _ = try ProposalTextStore.save("Питају више.", "goal", seen: ProposalTextStore.current(of: id, in: act)["goal"]?.id, of: id, in: act)
        }
        let today = town.zone.day(of: town.clock.now)
        try await town.vesna.does { try ProposalMoveStore.submit(id, number: "650-1/2026", on: today, in: $0) }
        #expect(try await town.state(of: id) == "submitted")
        _ = call
    }

    @Test func `what is approved stands in the catalogue in one act, with its people and what came before it`() async throws {
        let town = try await Town(), old = try await town.programme()
        let cycle = try #require(try await town.value("SELECT id FROM cycle", as: Cycle.ID.self))
        _ = try await town.call(cycle: cycle)
        let id = try await town.idea()
        try await town.whole(id)
        try await town.passes(id)
        let today = town.zone.day(of: town.clock.now), path = "/staff/workshop/\(id)"
        try await town.vesna.does { try ProposalMoveStore.submit(id, number: "1", on: today, in: $0) }
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path + "/approval", ["decision": "", "cycle": "\(cycle)"]).status == 422)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path + "/approval", ["decision": "101", "cycle": "\(cycle)"]).status == 422, "the number is another programme's")
        #expect(try await town.state(of: id) == "submitted")
        #expect(try await town.count("programme") == 1)
        try await town.vesna.opens(path)
        try await town.vesna.sends(path + "/approval", ["decision": "412", "cycle": "\(cycle)"])
        #expect(try await town.state(of: id) == "approved")
        let new = try #require(try await town.value("SELECT programme FROM proposal WHERE id = \(id)", as: Programme.ID.self))
        let programme = try await town.finds { try ProgrammeStore.programme(new, in: $0) }
        #expect(programme.number == "412" && programme.hours == 8 && programme.title == "Питања која воде" && programme.topics == "Питања\nСлушање")
        #expect(programme.trainers.map(\.person) == [town.ana.id] && programme.authors.map(\.name) == ["Ана Ђорђевић"] && programme.predecessor == nil)
        #expect(programme.institution == "Центар за стручно усавршавање Бистрик")
        #expect(try await town.stranger.send(.get, "/sr/programmes/\(new)").shows("Питања која воде"))
        // It is proposed anew for the next cycle, once.
        let centre = town.centre
        let again = try await town.vesna.does { try ProposalStore.renew(new, at: centre, in: $0) }
        let dossier = try await town.finds { try ProposalStore.dossier(again, in: $0) }
        #expect(dossier.proposal.predecessor == new && dossier.proposal.renews == id && dossier.text("topics") == "Питања; 5; 1\nСлушање; 3; 2"
            && dossier.authors.map(\.person) == [town.ana.id])
        await #expect(throws: Problem.conflict(T.workshop.errorRenewed)) { try await town.vesna.does { try ProposalStore.renew(new, at: centre, in: $0) } }
        #expect(dossier.heldBefore == [0] && dossier.checks.first { $0.kind == .held }?.remark == T.workshop.remarkAsNew, "approved once and never held: judged as new")
        _ = old
    }

    @Test func `a programme that two cycles have not seen held is not admitted`() async throws {
        let town = try await Town(), first = try await town.programme(), centre = town.centre
        let second = try await town.does { act in
            let accreditor = try #require(try CycleStore.accreditors(in: act).first), day = try #require(Day(year: 2028, month: 9, day: 1))
            let cycle = try CycleStore.add(CycleDraft(accreditor: accreditor.id, name: "2028–2031", first: day, last: day.adding(days: 1_000)), in: act)
            return try ProgrammeStore.renew(first, for: cycle, number: "7", in: act)
        }
        let id = try await town.vesna.does { try ProposalStore.renew(second, at: centre, in: $0) }
        let check = try #require(try await town.finds { try ProposalStore.dossier(id, in: $0) }.checks.first { $0.kind == .held })
        #expect(check.faults == [T.workshop.faultNeverHeld])
        // Held once in either of them, it is.
        try await town.change(town.seminar()) { $0.programme = first }
        try await town.does { try $0.db.run("UPDATE event SET state = 'held'") }
        #expect(try await town.finds { try ProposalStore.dossier(id, in: $0) }.checks.first { $0.kind == .held }?.isMet == true)
    }

    @Test func `what is refused has its reasons and a term in which one may complain, once`() async throws {
        let town = try await Town()
        _ = try await town.call()
        let id = try await town.idea(), path = "/staff/workshop/\(id)"
        try await town.whole(id)
        try await town.passes(id)
        let today = town.zone.day(of: town.clock.now)
        try await town.vesna.does { try ProposalMoveStore.submit(id, number: "1", on: today, in: $0) }
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path + "/rejection", ["reason": ""]).status == 422)
        #expect(try await town.vesna.sends(path + "/rejection", ["reason": "Слична понуда постоји."]).shows("Слична понуда постоји."))
        #expect(try await town.value("SELECT complaint_until FROM proposal", as: String.self) == today.adding(days: 15).iso)
        town.clock.passes(days: 16)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens(path)
        let late = try await town.vesna.sends(path + "/complaint", ["day": ""])
        #expect(late.status == 422 && late.shows(town.say(T.workshop.errorComplaintLate(day: .day(today.adding(days: 15))))))
        try await town.vesna.opens(path)
        try await town.vesna.sends(path + "/complaint", ["day": today.adding(days: 5).iso])
        #expect(try await town.state(of: id) == "complained")
        let later = today.adding(days: 16)
        try await town.vesna.does { try ProposalMoveStore.reject(id, because: "Остаје.", on: later, in: $0) }
        await #expect(throws: Problem.self) { try await town.vesna.does { try ProposalMoveStore.complain(id, on: later, in: $0) } }
        #expect(try await town.state(of: id) == "rejected")
    }

    @Test func `a gathering is asked for sixty days ahead and its approval holds a year`() async throws {
        let town = try await Town()
        _ = try await town.call(.gathering, aheadDays: 60)
        let id = try await town.idea("Сусрети", kind: .gathering), today = town.zone.day(of: town.clock.now)
        try await town.whole(id)
        func starts(_ day: Day) async throws {
            try await town.ana.does { act in
                let proposal = try ProposalStore.proposal(id, in: act)
                var facts = proposal.facts
                facts.starts = day
                try ProposalStore.set(facts, call: proposal.call, of: id, in: act)
            }
        }
        try await starts(today.adding(days: 59))
        try await town.passes(id)
        await #expect(throws: Problem.conflict(T.workshop.errorTooNear(count: 60, day: .day(today.adding(days: -1))))) {
            try await town.vesna.does { try ProposalMoveStore.submit(id, number: "2", on: today, in: $0) }
        }
        try await town.vesna.does { try ProposalMoveStore.make(.reopen, of: id, in: $0) }
        try await starts(today.adding(days: 60))
        try await town.passes(id)
        try await town.vesna.does { act in
            try ProposalMoveStore.submit(id, number: "2", on: today, in: act)
            try ProposalMoveStore.approve(id, number: "153-02", cycle: nil, on: today, in: act)
        }
        #expect(try await town.value("SELECT valid_until FROM proposal", as: String.self) == today.adding(months: 12).adding(days: -1).iso)
        #expect(try await town.count("programme") == 0, "a gathering is no programme")
    }
}
