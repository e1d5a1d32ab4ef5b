import Accounts
import Centres
import Certificates
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import Portfolio

/// What somebody can show for their profession, from the certificate of the house to the record that leaves with its owner.
@Suite struct PortfolioStories {
    @Test func `a certificate of the house counts by itself, and each number says why`() async throws {
        let town = try await Town(), certified = try await Certified(town, [town.ana])
        _ = try await certified.issues()
        let page = try await town.ana.opens("/me/portfolio")
        #expect(page.status == 200)
        #expect(page.shows("Одобрен програм: испуњено, има 1, тражи се 1 доказ."))
        #expect(page.shows("Сати у установи: још није испуњено, има 0, тражи се 44 сата."))
        #expect(page.shows("Приче које лече") && page.shows("члан 23.") && page.shows(town.say(T.portfolio.sourced)))
        #expect(try await town.ana.opens("/me").shows("Одобрен програм: 1, тражи се 1 доказ"))
        // Never the words of loss.
        #expect(!page.text.contains("лиценц"))
        // Whoever was not there has nothing of it.
        #expect(try await town.branko.opens("/me/portfolio").shows("Odobren program: još nije ispunjeno, ima 0, traži se 1 dokaz."))
        #expect(try await town.stranger.send(.get, "/sr/me/portfolio").status != 200)
    }

    @Test func `what if I went there is reckoned and applies for nothing`() async throws {
        let town = try await Town(), event = try await town.seminar("Дигитална учионица", seats: 20), programme = try await Certified.programme(town)
        try await town.change(event) { $0.programme = programme }
        let before = try await town.ana.opens("/me/portfolio?asked=yes&year=2025")
        #expect(before.shows("Одобрен програм: 0, тражи се 1 доказ"))
        let then = try await town.ana.opens("/me/portfolio?asked=yes&year=2025&with=\(event)")
        #expect(then.shows("Одобрен програм: 1, тражи се 1 доказ"))
        #expect(then.shows("Одобрен програм: још није испуњено, има 0, тражи се 1 доказ."))
        #expect(try await town.count("registration") == 0)
    }

    @Test func `the paper of another organiser is said, then looked at, and refused with a reason`() async throws {
        let town = try await Town()
        let member = try await town.seminar("Скуп", seats: 10)
        _ = try await town.ana.applies(to: member)
        try await town.ana.opens("/me/portfolio/entries/new?kind=gathering")
        let page = try await town.ana.browser.uploads(
            "/me/portfolio/entries/new", field: "scan", name: "uverenje.pdf", bytes: Array("%PDF-1.4 скен".utf8),
            ["title": "Сабор учитеља", "day": "1.2.2026.", "part": "attended", "days": "2", "organiser": "Друштво учитеља", "number": "12/2026"])
        #expect(page.shows(town.say(T.portfolio.saidAdded)))
        #expect(try await town.ana.opens("/me/portfolio").shows("Одобрен стручни скуп: има 1, тражи се 1 доказ; нешто још нико није проверио."))
        let id = try #require(try await town.value("SELECT id FROM portfolio_entry", as: Int64.self))
        #expect(try await town.ana.opens("/search?q=sabor+ucitelja").link("Сабор учитеља") == "/sr/me/portfolio/entries/\(id)")
        for other in [town.stranger, town.branko.browser, town.vesna.browser] { #expect(try await !other.opens("/search?q=сабор").shows("Сабор учитеља")) }
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.portfolio.todayWaiting(count: 1))))
        for other in [town.branko, town.goran] {
            #expect(try await other.opens("/me/portfolio/entries/\(id)").status == 404)
            #expect(try await other.opens("/staff/proofs/\(id)").status != 200)
        }
        let file = try #require(try await town.value("SELECT file FROM portfolio_entry", as: Int64.self))
        #expect(try await town.ana.opens("/files/\(file)").status == 200)
        #expect(try await town.goran.opens("/files/\(file)").status == 404)
        #expect(try await town.vesna.opens("/files/\(file)").status == 404, "before a look that is written down")
        // To refuse it one says why.
        #expect(try await town.vesna.opens("/staff/proofs/\(id)").shows("Друштво учитеља"))
        #expect(try await town.vesna.opens("/files/\(file)").status == 200)
        try await town.vesna.opens("/staff/proofs/\(id)")
        #expect(try await town.vesna.sends("/staff/proofs/\(id)").shows(town.say(T.portfolio.errorReason)))
        try await town.vesna.opens("/staff/proofs/\(id)")
        #expect(try await town.vesna.sends("/staff/proofs/\(id)", ["reason": "Скен се не чита."]).shows(town.say(T.portfolio.saidRefused)))
        #expect(try await town.ana.opens("/me/portfolio/entries/\(id)").shows("Скен се не чита."))
        #expect(try await town.ana.opens("/me/portfolio").shows("Одобрен стручни скуп: још није испуњено, има 0, тражи се 1 доказ."))
        // Mended it waits again, and counts once it is checked.
        try await town.ana.opens("/me/portfolio/entries/\(id)")
        try await town.ana.sends("/me/portfolio/entries/\(id)", ["number": "13/2026"])
        // What she changes while it is looked at is not what was decided about.
        try await town.vesna.opens("/staff/proofs/\(id)")
        town.clock.passes(minutes: 1)
        try await town.ana.opens("/me/portfolio/entries/\(id)")
        try await town.ana.sends("/me/portfolio/entries/\(id)", ["days": "9"])
        let late = try await town.vesna.sends("/staff/proofs/\(id)", ["good": "yes"])
        #expect(late.status == 409 && late.shows(town.say(T.portfolio.errorDecided)))
        #expect(try await town.vesna.sends("/staff/proofs/\(id)", ["good": "yes"]).shows(town.say(T.portfolio.saidChecked)))
        #expect(try await town.ana.opens("/me/portfolio").shows("Одобрен стручни скуп: испуњено, има 1, тражи се 1 доказ."))
        // The looks of the centre stand where she reads them.
        #expect(try await town.ana.opens("/me/portfolio/record").shows("Весна Ћирић"))
        #expect(try await town.value("SELECT count(*) FROM journal WHERE deed = 'portfolio.looked'", as: Int.self) == 1, "once a day")
    }

    @Test func `inside the school its own table gives the points, and an older entry keeps the ones of its time`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana)
        let today = town.zone.day(of: town.clock.now)
        let table = PointsTableDraft(since: today.adding(days: -100), lines: [
            .init("Угледни час", leading: 8, attending: 2), .init("Приказ књиге", leading: 5, attending: nil),
        ])
        try await town.does { try PointsTableStore.set(table, of: school, in: $0) }
        let line = try #require(try await town.value("SELECT min(id) FROM school_points_line", as: Int64.self))
        try await town.ana.opens("/me/portfolio/entries/new?kind=inside")
        try await town.ana.sends("/me/portfolio/entries/new", ["line": "\(school)-\(line)", "day": "1.2.2026.", "part": "led"])
        #expect(try await town.ana.opens("/me/portfolio").shows("Сати у установи: још није испуњено, има 0 и 8 непроверено, тражи се 44 сата."))
        #expect(try await town.value("SELECT points FROM portfolio_entry", as: Int.self) == 8)
        // For a part that the table does not know there are no points.
        try await town.ana.opens("/me/portfolio/entries/new?kind=inside")
        let wrong = try await town.ana.sends("/me/portfolio/entries/new", ["line": "\(school)-\(line + 1)", "day": "1.2.2026.", "part": "attended"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.portfolio.errorPart)))
        // A table that was used is not written over; a new one changes nothing that was entered.
        let used = await #expect(throws: Problem.self) { try await town.does { try PointsTableStore.set(table, of: school, in: $0) } }
        #expect(used?.faults.map(\.phrase) == [T.portfolio.errorTableUsed])
        try await town.does { try PointsTableStore.set(PointsTableDraft(since: today, lines: [.init("Угледни час", leading: 20, attending: 5)]), of: school, in: $0) }
        #expect(try await town.value("SELECT points FROM portfolio_entry", as: Int.self) == 8)
        // Whoever does not work there enters nothing there.
        try await town.branko.opens("/me/portfolio/entries/new?kind=inside")
        #expect(try await town.branko.sends("/me/portfolio/entries/new", ["line": "\(school)-\(line)", "day": "1.2.2026.", "part": "led"]).status == 422)
        #expect(try await town.count("portfolio_entry") == 1)
    }

    @Test func `bad input is told at its field and nothing is written`() async throws {
        let town = try await Town()
        let cases: [(kind: String, values: KeyValuePairs<String, String>, said: Phrase)] = [
            ("course", ["title": "", "day": "1.2.2026."], T.common.errorMissing),
            ("course", ["title": "Вебинар", "day": "1.3.2026."], T.portfolio.errorFuture),
            ("course", ["title": "Вебинар", "day": "31.2.2026."], T.common.errorDay(example: "1.9.2026.")),
            ("course", ["title": "Вебинар", "day": "1.2.2026.", "hours": "1001"], T.common.errorNumberBetween(least: .number(0), most: .number(1000))),
            ("course", ["title": "Вебинар", "day": "1.2.2026.", "goal": "99"], T.common.errorChoose),
        ]
        for (kind, values, said) in cases {
            try await town.ana.opens("/me/portfolio/entries/new?kind=\(kind)")
            let page = try await town.ana.sends("/me/portfolio/entries/new", values)
            #expect(page.status == 422 && page.shows(town.say(said)), "\(values)")
        }
        #expect(try await town.ana.opens("/me/portfolio/entries/new?kind=nothing").path == "/sr/me/portfolio/entries")
        #expect(try await town.count("portfolio_entry") == 0)
        try await town.ana.opens("/me/portfolio")
        #expect(try await town.ana.sends("/me/portfolio/leave", ["day": "2.2.2026."]).shows("Искоришћен је 1 дан, право је на 3."))
        try await town.ana.opens("/me/portfolio")
        #expect(try await town.ana.sends("/me/portfolio/leave", ["day": "2.2.2026."]).shows(town.say(T.portfolio.errorLeaveTwice)))
    }

    @Test func `a plan is one's own until it is done, and a goal has its looking back`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/portfolio/goals")
        try await town.ana.sends("/me/portfolio/goals", ["text": "Да ученици више питају", "competence": "К2"])
        let goal = try #require(try await town.value("SELECT id FROM portfolio_goal", as: Int64.self))
        try await town.ana.opens("/me/portfolio/entries/new?kind=course&plan=yes")
        try await town.ana.sends("/me/portfolio/entries/new", ["title": "Питање као метод", "day": "1.5.2026.", "goal": "\(goal)"])
        #expect(try await town.value("SELECT state FROM portfolio_entry", as: String.self) == "planned")
        #expect(try await town.ana.opens("/me/portfolio/goals").shows("Питање као метод"))
        let id = try #require(try await town.value("SELECT id FROM portfolio_entry", as: Int64.self))
        // Done it is only once its day has come.
        try await town.ana.opens("/me/portfolio/entries/\(id)")
        #expect(try await town.ana.sends("/me/portfolio/entries/\(id)", ["done": "yes"]).shows(town.say(T.portfolio.errorFuture)))
        try await town.ana.opens("/me/portfolio/entries/\(id)")
        try await town.ana.sends("/me/portfolio/entries/\(id)", ["done": "yes", "day": "3.2.2026."])
        #expect(try await town.value("SELECT state FROM portfolio_entry", as: String.self) == "unchecked")
        try await town.ana.opens("/me/portfolio/goals/\(goal)")
        try await town.ana.sends("/me/portfolio/goals/\(goal)", ["reached": "yes", "reflection": "Питају."])
        #expect(try await town.ana.opens("/me/portfolio/goals").shows(town.say(T.portfolio.reached)))
        #expect(try await town.goran.opens("/me/portfolio/goals/\(goal)").status == 404)
    }

    @Test func `the dossier and the whole record leave with their owner`() async throws {
        let town = try await Town(), certified = try await Certified(town, [town.ana])
        _ = try await certified.issues()
        try await town.ana.opens("/me/portfolio/titles")
        try await town.ana.sends("/me/portfolio/titles", ["worksSince": "1.9.2010.", "careerTitle": "adviser", "titleSince": "1.9.2020."])
        #expect(try await town.ana.opens("/me/portfolio/titles").shows(town.say(T.portfolio.titleHeld)))
        #expect(try await town.ana.opens("/me/portfolio/titles/independent-adviser").shows("Приче које лече"))
        #expect(try await town.ana.opens("/me/portfolio/titles/nothing").status == 404)
        let record = try await town.finds { [ana = town.ana.id, centre = town.centre, today = town.zone.day(of: town.clock.now)] act in
            let portfolio = try PortfolioStore.portfolio(
                of: ana, in: SchoolYear(containing: today), today: today, picked: [], at: CentreStore.centre(centre, in: act), in: act)
            return try PortfolioRecord(portfolio, site: "http://localhost").json
        }
        let text = String(decoding: record, as: UTF8.self)
        #expect(text.contains("\"standing\" : \"proved\"") && text.contains("\"hours\" : 8") && text.contains("http://localhost/certificates/"))
        // Each key of the record stands in the schema, and the schema is public.
        let schema = try await town.stranger.opens("/portfolio.schema.json")
        #expect(schema.status == 200)
        for key in Set(text.matches(of: /"(\w+)" :/).map { String($0.1) }) { #expect(PortfolioRecord.schema.contains("\"\(key)\":"), "\(key)") }
    }

    @Test func `whatever somebody has, another program counts the same from their record`() async throws {
        let town = try await Town(), (ana, centre) = (town.ana.id, town.centre), today = town.zone.day(of: town.clock.now)
        let record = try await town.does { act in
            for number in 0..<120 {
                var details = EntryDetails(EvidenceKind.allCases[number * 7 % 8], "Ствар \(number)", on: today.adding(days: -number * 17))
                (details.hours, details.days, details.credits) = (number * 5 % 23, number % 4, number % 3)
                (details.points, details.isPriority, details.isInternational) = (number % 3 == 0 ? number % 17 : nil, number % 2 == 0, number % 5 == 0)
                try EntryStore.add(details, number % 4 == 0 ? .unchecked : .checked, of: ana, at: centre, in: act)
            }
            let portfolio = try PortfolioStore.portfolio(
                of: ana, in: SchoolYear(containing: today), today: today, picked: [], at: CentreStore.centre(centre, in: act), in: act)
            return try PortfolioRecord(portfolio, site: "").json
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(record).write(to: file)
        let said = try Judge("recount.py", [file.path]).said
        #expect(said == "38 numbers counted again\n")
    }

    @Test func `each night it is counted where schools stand, and whoever works in two counts once in the sum`() async throws {
        let town = try await Town(), first = try await town.workplace("ОШ „Прва“", of: town.ana, town.branko)
        let second = try await town.workplace("ОШ „Друга“", of: town.ana), (ana, centre) = (town.ana.id, town.centre)
        try await town.does { act in
            let place = try #require(try act.db.value("SELECT municipality FROM school WHERE id = \(first)", as: Municipality.ID.self))
            try TerritoryStore.set([place], of: centre, in: act)
            var details = EntryDetails(.programme, "Читање", on: try #require(Day(iso: "2026-01-15")))
            details.hours = 8
            try EntryStore.add(details, .checked, of: ana, at: centre, in: act)
        }
        #expect(try await town.vesna.opens("/staff/standing").shows(town.say(T.portfolio.figuresNone)))
        for _ in 0..<2 { try await StandingFigureStore.count(town.app.records) }
        let year = try #require(SchoolYear(start: 2025))
        let figures = try await town.vesna.does { try StandingFigureStore.figures(of: centre, in: year, in: $0) }.filter { $0.requirement == "programme" }
        #expect(Set(figures.map { "\($0.school.map(\.description) ?? "-") \($0.met)/\($0.people)" }) == ["- 1/2", "\(first) 1/2", "\(second) 1/1"])
        #expect(try await town.vesna.opens("/staff/standing").shows(town.say(T.portfolio.ofAll(met: .number(1), all: .number(2)))))
        #expect(try await town.goran.opens("/staff/standing").status != 200)
    }

    @Test func `only an administrator changes the rules, and a gap is refused with its days`() async throws {
        let town = try await Town()
        try await town.ana.becomes(.director, at: town.centre)
        try await town.ana.enters(withFactor: true)
        #expect(try await town.ana.opens("/settings/rules").status != 200)
        try await town.goran.becomes(.administrator)
        try await town.goran.enters(withFactor: true)
        let page = try await town.goran.opens("/settings/rules/RS-2021")
        #expect(page.shows("RS-2021"))
        let form = try #require(page.form("/settings/rules/RS-2021"))
        let text = try #require(form.fields.first { $0.name == "text" }?.value)
        let gap = try await town.goran.browser.post(form, ["text": text.replacing("from: 2021-11-20", with: "from: 2021-12-01")])
        #expect(gap.status == 422 && gap.shows("Између правила постоји празнина: од 20. новембра 2021. до 30. новембра 2021."))
        let kept = try await town.goran.opens("/settings/rules/RS-2021")
        let changed = try await town.goran.browser.post(try #require(kept.form("/settings/rules/RS-2021")), ["text": text.replacing("least: 44", with: "least: 40")])
        #expect(changed.status == 200)
        #expect(try await town.branko.opens("/me/portfolio").shows("traži se 40 sati"))
    }

    @Test func `deleted with the account, and given out before`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/portfolio/entries/new?kind=writing")
        try await town.ana.sends("/me/portfolio/entries/new", ["title": "Чланак о читању", "day": "1.2.2026."])
        let ana = town.ana.id
        let held = try await town.finds { try EntryStore.held(about: ana, in: $0) }
        #expect(held.all["portfolio_entry"]?.first?["title"] == "Чланак о читању")
        try await town.ana.does { try AccountStore.erase(ana, in: $0) }
        #expect(try await town.count("portfolio_entry") == 0)
    }
}
