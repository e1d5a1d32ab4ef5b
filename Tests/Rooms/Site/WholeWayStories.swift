import Accounts
import Catalogue
import Centres
import Certificates
import Community
import Events
import Files
import FollowUp
import Kernel
import Languages
import Needs
import Registration
import Site
import Storage
import Testing
import Town
import Web
import Workshop

/// What somebody needed comes back as what is offered to others, and nothing is typed twice on the way.
@Suite struct WholeWayStories {
    @Test func `one need goes the whole way: wish, seat, certificate, step, use, note, programme, next year's offer`() async throws {
        let town = try await Town(), centre = town.centre, seal = town.app.installation.seal
        let school = try await town.workplace(of: town.ana, town.milena)
        try await town.milena.looksAfter(school)
        let since = town.zone.day(of: town.clock.now), year = SchoolYear(containing: since)
        try await town.does { try FollowUpStore.set(FollowUpRule(since: since), of: centre, in: $0) }

        // A wish in a plan, met by an event of the programme that serves its topic; a certificate.
        let programme = try await Certified.programme(town)
        try await town.does { act in
            let topic = try TopicStore.add(TopicDraft(TopicNames(sr: "Приче у настави")), in: act)
            try TopicStore.set(programme, serves: true, topic, in: act)
        }
        try await town.ana.does { act in
            try NeedPlanStore.set(NeedPlan.About(school: school, job: .subject), in: year, at: centre, in: act)
            try WishStore.set([WishDraft("Приче у настави")], in: year, at: centre, in: act)
        }
        let held = try await Certified(town, [town.ana, town.milena], school: school)
        let papers = try await held.issues()
        #expect(papers.contains { $0.name == "Ана Ђорђевић" })

        // A step, by the link of a letter; used after thirty days; confirmed by the school.
        func goesOn(days: Int) async throws {
            town.clock.passes(days: days)
            try await FollowUpStore.tend(town.app.records, seal)
            try await town.settles()
        }
        func link() throws -> String {
            let letters = town.mail.to(town.ana.email).reversed()
            return try #require(letters.lazy.compactMap { $0.plain.firstMatch(of: /\/steps\/[A-Za-z0-9-]+/) }.first.map { String($0.0) })
        }
        try await goesOn(days: 0)
        try await goesOn(days: 1)
        let browser = town.newBrowser(), due = town.zone.day(of: town.clock.now).adding(days: 20)
        try await browser.opens(link())
        #expect(try await browser.sends(link(), ["step": "Прича по туђем почетку у 5-1", "due": due.iso]).shows(town.say(T.followup.saidWritten)))
        try await goesOn(days: 30)
        try await browser.opens(link())
        #expect(try await browser.sends(link(), ["used": "several", "forSchool": "yes"]).shows(town.say(T.followup.saidAnswered)))
        let step = try #require(try await town.value("SELECT id FROM use_step WHERE person = \(town.ana.id)", as: UseStep.ID.self))
        try await town.milena.does { try UseSchoolStore.confirm(step, line: nil, title: "", in: school, at: centre, in: $0) }

        // A note that begins with the step, looked at by two, published, tried.
        for someone in [town.ana, town.branko, town.goran] { try await someone.enters() }
        for someone in [town.vesna] { try await someone.enters(withFactor: true) }
        try await town.ana.opens("/me/practices")
        #expect(try await town.ana.sends("/me/practices/step").shows("Прича по туђем почетку у 5-1"))
        let note = try #require(try await town.value("SELECT id FROM practice", as: Practice.ID.self))
        try await town.ana.does { act in
            var draft = try PracticeStore.own(note, at: centre, in: act).draft
            (draft.subject, draft.grades, draft.summary) = ("српски језик", Grades(5...6), "Једно одељење почиње, друго завршава.")
            (draft.wanted, draft.came) = ("Да пишу некоме.", "Састави су дужи.")
            try PracticeWriteStore.write(draft, in: note, at: centre, in: act)
            try PracticeWriteStore.send(note, at: centre, in: act)
        }
        let colleagues = [town.branko, town.goran]
        try await town.vesna.does { act in for one in colleagues { try PracticeReviewStore.ask(one.id, about: note, at: centre, in: act) } }
        for one in colleagues {
            try await one.does { act in
                let review = try #require(try PracticeReviewStore.waiting(for: one.id, at: centre, in: act).first).review
                try PracticeReviewStore.say(SaidReview([.aim: 4, .course: 4, .proof: 4, .material: 4], "Јасно.", .good), in: review.id, at: centre, in: act)
            }
        }
        try await town.vesna.opens("/staff/practices/\(note)")
        try await town.vesna.sends("/staff/practices/\(note)/publish")
        try await town.goran.opens("/practices/\(note)")
        try await town.goran.sends("/try", ["outcome": "worked"])

        // A programme's idea, its dossier, the catalogue.
        try await town.vesna.opens("/staff/practices/\(note)")
        try await town.vesna.sends("/staff/practices/\(note)/idea")
        let proposal = try #require(try await town.value("SELECT id FROM proposal", as: Proposal.ID.self))
        let begun = try await town.finds { try ProposalTextStore.current(of: proposal, in: $0) }
        #expect(begun[ProposalIdea.field]?.text.contains("Прича по туђем почетку у 5-1") == true, "what was typed once is there")
        let cycle = try await town.finds { try ProgrammeStore.programme(programme, in: $0).cycle.id }
        try await town.does { act in
            var call = CallDetails(.programme, in: .serbia, title: CallWords(sr: "Конкурс за пробу"))
            call.cycle = cycle
            call.fields = [("goal", "Циљ"), ("outcomes", "Исходи"), ("topics", "Садржаји")].map { CallPart($0, CallWords(sr: $1), most: 400) }
            (call.criteria, call.enclosures) = ([CallPart("logic", CallWords(sr: "Све је повезано"))], [])
            let id = try CallStore.set(call, for: nil, at: centre, in: act)
            let known = try ProposalStore.proposal(proposal, in: act)
            var facts = known.facts
            facts.hours = 8
            try ProposalStore.set(facts, call: id, of: proposal, in: act)
        }
        try await town.ana.does { act in
            let written = [("goal", "Ученици пишу једни другима."), ("outcomes", "Води писање\nВоди читање"), ("topics", "Почетак; 5; 1\nКрај; 3; 2")]
            for (field, text) in written {
                _ = try ProposalTextStore.save(text, field, seen: ProposalTextStore.current(of: proposal, in: act)[field]?.id, of: proposal, in: act)
            }
            try ProposalAuthorStore.write("Наставница српског језика.", of: town.ana.id, in: act)
            let own = try #require(try ProposalAuthorStore.authors(of: [proposal], in: act)[proposal]?.first)
            try ProposalAuthorStore.answer(true, "", under: ConsentLink(own.id, of: proposal), at: centre, in: act)
            try ProposalMoveStore.make(.askReview, of: proposal, in: act)
        }
        let today = town.zone.day(of: town.clock.now)
        try await town.vesna.does { act in
            try ProposalReviewStore.give([ProposalReview.Mark("logic", 4)], "", isReady: true, of: proposal, in: act)
            try ProposalMoveStore.submit(proposal, number: "650-1", on: today, in: act)
        }
        try await town.vesna.opens("/staff/workshop/\(proposal)")
        try await town.vesna.sends("/staff/workshop/\(proposal)/approval", ["decision": "812", "cycle": "\(cycle)"])
        let approved = try #require(try await town.value("SELECT programme FROM proposal", as: Programme.ID.self))

        // Next year's offer.
        let next = try await town.seminar("Прича по туђем почетку", seats: 20)
        try await town.change(next) { $0.programme = approved }
        let way = try await town.finds { try PracticeDeskStore.way(of: PracticeStore.practice(note, at: centre, in: $0), in: $0) }
        let reached: [PracticeStation.Kind] = [.event, .step, .use, .practice, .tried, .idea, .filed, .programme, .offered]
        #expect(way.stations.filter(\.isReached).map(\.kind) == reached)
        let page = try await town.stranger.opens("/practices/\(note)/way")
        #expect(page.html.contains("/events/\(next)") && page.html.contains("/programmes/\(approved)") && page.html.contains("/events/\(held.event)"))
        #expect(try await town.stranger.opens("/programmes/\(approved)").shows("Ана Ђорђевић"))
    }
}
