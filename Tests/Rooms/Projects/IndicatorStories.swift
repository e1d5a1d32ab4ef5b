import Certificates
import Centres
import Delivery
import Events
import HTTPTypes
import Kernel
import Languages
import Library
@testable import Projects
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// What a project reached is made of rows, and each row of something that proves it.
@Suite struct IndicatorStories {
    @Test func `an indicator without rows says so, and never shows a number`() async throws {
        let town = try await Town(), funded = try await Funded(town), indicator = try await funded.indicator()
        for (someone, path) in [(town.vesna, "\(funded.deskPath)/indicators"), (town.vesna, "\(funded.deskPath)/indicators/\(indicator)"), (town.ana, funded.ownPath)] {
            #expect(try await someone.opens(path).shows(town.say(T.projects.noEvidence)), "\(path)")
        }
        #expect(try await funded.reached(indicator) == nil)
        try await town.ana.opens("\(funded.ownPath)/indicators/\(indicator)")
        #expect(try !town.ana.browser.page.shows(town.say(T.projects.reachedOf(reached: .number(0), target: .number(40)))))
    }

    @Test func `participants and certificates are counted where they stand, and change with them`() async throws {
        let town = try await Town(), certified = try await Certified(town, [town.ana, town.branko]), funded = try await Funded(town)
        let people = try await funded.indicator(), papers = try await funded.indicator("Издата уверења"), event = certified.event
        func count(_ indicator: Indicator.ID, _ what: String) async throws -> Page {
            try await town.vesna.opens("\(funded.deskPath)/indicators/\(indicator)")
            return try await funded.proves(town.vesna, ["counted": what, "event": "/sr/events/\(event)", "words": "Обука у Бистрику", "day": funded.today.iso])
        }
        let page = try await count(people, "participants")
        #expect(page.shows(town.say(T.projects.saidProved)) && page.link("Приче које лече") != nil, "the number leads to the event")
        #expect(try await funded.reached(people) == 2)
        #expect(try await count(papers, "certificates").shows(town.say(T.projects.notCounted)))
        #expect(try await funded.reached(papers) == nil, "what is not issued yet is not nothing, it is unknown")
        let (zone, gone) = (town.zone, certified.registrations[1].id)
        try await town.vesna.does { act in
            for session in try EventStore.event(event, in: act).sessions(in: zone) {
                let mark = Attendance(registration: gone, session: session.id, mark: .absent, source: .sheet, at: act.now)
                _ = try AttendanceStore.mark([mark], of: event, in: act)
            }
        }
        #expect(try await funded.reached(people) == 1, "no copy grows old")
        _ = try await certified.issues()
        #expect(try await funded.reached(papers) == 1)
    }

    @Test func `a number has one proof, and bad ones are refused at their fields`() async throws {
        let town = try await Town(), funded = try await Funded(town), indicator = try await funded.indicator(), activity = try await funded.activity()
        let today = funded.today, path = "\(funded.ownPath)/indicators/\(indicator)"
        func prove(_ values: KeyValuePairs<String, String>) async throws -> Page {
            try await town.ana.opens(path)
            return try await funded.proves(town.ana, values)
        }
        let good: KeyValuePairs = ["day": today.iso, "number": "12", "words": "Присутни", "activity": "\(activity)"]
        #expect(try await prove(["day": today.iso, "number": "12", "words": "Присутни"]).shows(town.say(T.projects.errorNoProof)))
        let both = try await prove(["day": today.iso, "number": "12", "words": "Присутни", "activity": "\(activity)", "event": "1"])
        #expect(both.shows(town.say(T.projects.errorProofs)))
        #expect(try await prove(["day": today.iso, "number": "12", "words": "Присутни", "event": "987654"]).shows(town.say(T.projects.errorEvent)))
        #expect(try await prove(["day": today.iso, "number": "12", "words": "Присутни", "title": "987654"]).shows(town.say(T.projects.errorTitle)))
        #expect(try await prove(["day": today.adding(days: 1).iso, "number": "12", "words": "Присутни", "activity": "\(activity)"]).status == 422)
        let before = try await prove(["day": today.adding(days: -121).iso, "number": "12", "words": "Присутни", "activity": "\(activity)"])
        #expect(before.shows(town.say(T.projects.errorBefore(day: .day(today.adding(days: -120))))), "nothing was reached before it began")
        #expect(try await prove(["day": today.iso, "number": "-1", "words": "Присутни", "activity": "\(activity)"]).status == 422)
        #expect(try await prove(["day": today.iso, "number": "12", "words": "", "activity": "\(activity)"]).status == 422)
        #expect(try await prove(["day": today.iso, "counted": "participants", "words": "Присутни", "activity": "\(activity)"]).shows(town.say(T.projects.errorCounted)))
        #expect(try await town.count("evidence_row") == 0)
        #expect(try await prove(good).shows(town.say(T.projects.saidProved)))
        #expect(try await funded.reached(indicator) == 12)
        // Whoever works in it adds; only staff take away.
        #expect(try town.ana.browser.page.form("/remove") == nil)
        try await town.vesna.opens("\(funded.deskPath)/indicators/\(indicator)")
        #expect(try await town.vesna.sends("/evidence/1/remove").shows(town.say(T.projects.noEvidence)))
        #expect(try await funded.reached(indicator) == nil)
        #expect(try await town.journal("project", funded.project.value).suffix(2) == ["projects.provedDeed", "projects.unprovedDeed"])
    }

    @Test func `a file that proves something is seen by the people of the project, and by nobody else`() async throws {
        let town = try await Town(), funded = try await Funded(town), indicator = try await funded.indicator()
        try await town.ana.opens("\(funded.ownPath)/indicators/\(indicator)")
        let page = try await town.ana.browser.uploads(
            "/evidence", field: "file", name: "spisak.pdf", bytes: Array("%PDF-1.4\n%%EOF".utf8), ["day": funded.today.iso, "number": "9", "words": "Потписи"])
        #expect(page.shows(town.say(T.projects.saidProved)) && page.shows("spisak.pdf"))
        let file = try #require(try await town.value("SELECT file FROM evidence_row", as: Int64.self))
        #expect(try await town.ana.browser.send(.get, "/sr/files/\(file)").status == 200)
        #expect(try await town.vesna.browser.send(.get, "/sr/files/\(file)").status == 200)
        for other in [town.goran.browser, town.stranger] { #expect(try await other.send(.get, "/sr/files/\(file)").status == 404) }
    }

    @Test func `an activity holds events, titles and purchases, and what comes to nothing leaves it`() async throws {
        let town = try await Town(), funded = try await Funded(town), activity = try await funded.activity(), centre = town.centre
        let event = try await town.seminar(announced: false)
        let title = try await town.vesna.does { try TitleStore.add(TitleDraft("Огледи за малу школу"), at: centre, in: $0) }
        let path = "\(funded.deskPath)/activities/\(activity)"
        func link(_ values: KeyValuePairs<String, String>) async throws -> Page {
            try await town.vesna.opens(path)
            return try await town.vesna.sends("/links", values)
        }
        #expect(try await link([:]).shows(town.say(T.projects.errorOneThing)))
        #expect(try await link(["event": "\(event)", "purchase": "Микроскоп"]).shows(town.say(T.projects.errorOneThing)))
        #expect(try await link(["event": "987654"]).shows(town.say(T.projects.errorEvent)))
        #expect(try await link(["event": "http://localhost/sr/events/\(event)"]).shows("Дигитална учионица"))
        #expect(try await link(["title": "/sr/library/\(title)"]).shows("Огледи за малу школу"))
        #expect(try await link(["purchase": "Микроскоп", "amount": "85.000"]).shows("85.000"))
        _ = try await link(["event": "\(event)"])
        #expect(try await town.count("activity_link") == 3, "what is linked is linked once")
        try await town.vesna.does { try EventStore.discard(event, in: $0) }
        try await town.vesna.does { try TitleStore.remove(title, at: centre, in: $0) }
        #expect(try await town.count("activity_link") == 1)
    }

    @Test func `figures of a year are read by other rooms without a page`() async throws {
        let town = try await Town(), funded = try await Funded(town), indicator = try await funded.indicator(), activity = try await funded.activity()
        let (project, centre, today) = (funded.project, town.centre, funded.today)
        try await town.vesna.does { act in
            _ = try BudgetStore.add(BudgetLineDetails("Опрема", planned: 600_000_00), to: project, at: centre, in: act)
            _ = try BudgetStore.add(BudgetLineDetails("Сала", source: "Град", planned: 100_000_00), to: project, at: centre, in: act)
            var draft = EvidenceDraft(on: today, 5, words: "Спискови")
            draft.activity = activity
            try IndicatorStore.prove(indicator, draft, of: project, at: centre, in: act)
        }
        let days = today.adding(days: -10)...today
        let (states, money, indicators) = try await town.finds { act in
            (
                try ProjectFigureStore.states(at: centre, in: act), try ProjectFigureStore.money(at: centre, in: days, in: act),
                try ProjectFigureStore.indicators(at: centre, in: days, in: act).flatMap(\.indicators).map(\.reached))
        }
        #expect(states == [.running: 1] && indicators == [5])
        #expect(money.map(\.key.source) == ["Град", "Центар за промоцију науке"] && money.map(\.sum.planned) == [100_000_00, 600_000_00])
    }
}
