import Accounts
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

/// Papers get their numbers: by hand, by themselves, many at once.
@Suite struct EnteringStories {
    @Test func `a paper is entered, found and gets the next number of the year`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/registry/new")
        let day = town.today
        let refused = try await town.vesna.sends("/staff/registry/new", [
            "direction": "came", "subject": "", "other": "", "day": day.adding(days: 1).iso, "due": day.adding(days: -3).iso,
        ])
        #expect(refused.status == 422 && refused.shows(town.say(T.common.errorMissing)) && refused.shows(town.say(T.registry.errorOther)))
        #expect(refused.shows(town.say(T.registry.errorDayComes)) && refused.shows(town.say(T.registry.errorDueBefore)), "a deadline before the day")
        #expect(refused.html.contains("href=\"#field-due\"") && refused.carried("day") != nil, "what was typed stands there")
        #expect(try await town.count("registry_entry") == 0)
        #expect(try await town.count("registry_book") == 0, "and no number was given")

        let entered = try await town.vesna.sends("/staff/registry/new", [
            "direction": "came", "subject": "Молба за семинар", "other": "ОШ „Вук Караџић“", "theirNumber": "77/3", "day": day.iso, "due": day.adding(days: 5).iso,
            "worker": "\(town.vesna.id)",
        ])
        #expect(entered.status == 200 && entered.shows(town.say(T.registry.saidEntered(label: "1/2026"))) && entered.shows("Молба за семинар"))
        let first = try await town.paper("Други допис")
        #expect(try await town.label(first) == "2/2026")
        for words in ["molba", "77/3", "Вук", "1/2026"] {
            let page = try await town.vesna.opens("/staff/registry?q=\(words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
            #expect(page.shows("Молба за семинар") && !page.shows("Други допис"), "\(words)")
        }
        #expect(try await town.vesna.opens("/staff/registry?state=open&worker=\(town.vesna.id)&direction=came&year=2026").shows("Молба за семинар"))
        #expect(try await !town.vesna.opens("/staff/registry?direction=sent").shows("Молба за семинар"))
        #expect(try await town.vesna.opens("/me").shows("Молба за семинар"), "it is with her")
        #expect(try await town.vesna.opens("/search?q=molba").shows("Молба за семинар"))
        #expect(try await !town.ana.opens("/search?q=molba").shows("Молба за семинар"), "the centre's people alone find it")
    }

    @Test func `nobody but the centre's people reads the register, and each centre has its own`() async throws {
        let town = try await Town(), id = try await town.paper("Поверљиво")
        for path in ["/staff/registry", "/staff/registry/\(id)", "/staff/registry/new", "/staff/registry/books", "/staff/registry/archive", "/staff/registry/marks"] {
            #expect(try await town.ana.opens(path).status == 404, "\(path)")
            #expect(try await !town.stranger.opens(path).shows("Поверљиво"), "\(path)")
            #expect(try await town.vesna.opens(path).status == 200, "\(path)")
        }
        let zone = town.zone, other = try await town.does { act in
            try CentreStore.found(
                name: "Центар Друго Место", country: .serbia, zone: zone, language: .sr, currency: .rsd, street: "", phone: "", email: "drugi@example.org", in: act)
        }
        try await town.goran.becomes(.coordinator, at: other)
        let refused = await #expect(throws: Problem.self) {
            try await town.goran.does { try RegistryWriteStore.withdraw(id, because: "нема", at: other, in: $0) }
        }
        #expect(refused == .missing)
        let draft = RegistryDraft(.inner, "Одлука", on: town.today)
        let centre = town.centre
        let strange = await #expect(throws: Problem.self) { try await town.goran.does { try RegistryStore.add(draft, at: centre, in: $0) } }
        #expect(strange == .missing)
        let own = try await town.goran.does { try RegistryStore.add(draft, at: other, in: $0) }
        #expect(try await town.label(own) == "1/2026", "it begins with its own first number")
    }

    @Test func `many at the same second leave no gap, and what the program tells twice is one line`() async throws {
        let town = try await Town(), centre = town.centre, day = town.today
        try await withThrowingTaskGroup(of: Void.self) { group in
            for hand in 0..<6 {
                group.addTask { try await town.vesna.does { _ = try RegistryStore.add(RegistryDraft(.inner, "Папир \(hand)", on: day), at: centre, in: $0) } }
                group.addTask {
                    try await town.does { _ = try RegistryStore.enter(RegistryPaper("invoice", Int64(hand / 2), "Рачун", at: centre, on: day), in: $0) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await town.numbers(2026) == Array(1...9))
        #expect(try await town.value("SELECT last_number FROM registry_book", as: Int.self) == 9)
        #expect(try await town.count("registry_entry WHERE paper_kind = 'invoice'") == 3)
    }

    @Test func `whatever happens, the numbers of a book are all there`() async throws {
        let town = try await Town(), centre = town.centre, day = town.today
        var dice = SystemRandomNumberGenerator(), papers: [RegistryEntry.ID] = []
        for round in 0..<40 {
            switch papers.isEmpty ? 0 : Int.random(in: 0..<5, using: &dice) {
            case 0: papers.append(try await town.paper("Папир \(round)"))
            case 1:
                let first = papers.randomElement(using: &dice)
                papers.append(try await town.vesna.does { try RegistryStore.add(RegistryDraft(.inner, "Прилог", on: day), toCaseOf: first, at: centre, in: $0) })
            case 2:
                let one = papers[Int.random(in: papers.indices, using: &dice)]
                _ = try? await town.vesna.does { try RegistryWriteStore.withdraw(one, because: "грешка", at: centre, in: $0) }
            case 3:
                // An act that gives a number and then fails.
                _ = try? await town.does { act -> Void in
                    try RegistryStore.enter(RegistryPaper("invoice", Int64(1_000 + round), "Рачун", at: centre, on: day), in: act)
                    throw Problem.missing
                }
            default: try await town.does { _ = try RegistryStore.enter(RegistryPaper("invoice", Int64(round % 5), "Рачун", at: centre, on: day), in: $0) }
            }
        }
        let numbers = try await town.numbers(2026)
        #expect(numbers == Array(1...numbers.count))
        let subs = try await town.finds { act in
            try act.db.rows("SELECT number, count(*) AS papers, max(sub) AS last FROM registry_entry GROUP BY number").map { row in
                (try row["papers"] as Int, try row["last"] as Int)
            }
        }
        #expect(subs.allSatisfy { $0 == $1 + 1 }, "and so are the places of a case")
        #expect(try await town.count("(SELECT label FROM registry_entry GROUP BY label HAVING count(*) > 1) AS twice") == 0)
    }

    @Test func `a withdrawn paper stays with its number, and nobody else gets it`() async throws {
        let town = try await Town(), centre = town.centre, id = try await town.paper("Погрешно заведено")
        try await town.vesna.opens("/staff/registry/\(id)")
        let silent = try await town.vesna.sends("/withdraw", ["reason": ""])
        #expect(silent.status == 422 && silent.shows(town.say(T.registry.errorReason)))
        let gone = try await town.vesna.sends("/withdraw", ["reason": "Два пута заведено"])
        #expect(gone.shows(town.say(T.registry.saidWithdrawn)) && gone.shows("Два пута заведено") && gone.form("/settle") == nil && gone.form("/withdraw") == nil)
        let next = try await town.paper("Следећи")
        #expect(try await town.label(next) == "2/2026")
        #expect(try await town.vesna.opens("/staff/registry?state=withdrawn").shows("1/2026"))
        let draft = RegistryDraft(.inner, "Друго", on: town.today)
        let again = await #expect(throws: Problem.self) { try await town.vesna.does { try RegistryWriteStore.edit(id, to: draft, at: centre, in: $0) } }
        #expect(again == .conflict(T.registry.errorWithdrawn))
        #expect(try await town.journal("registry_entry", id.value) == ["registry.deedEntered", "registry.deedWithdrawn"])
    }

    @Test func `a paper of the program has its mark, keeps its number and can be withdrawn by its room`() async throws {
        let town = try await Town(), centre = town.centre, day = town.today
        let mark = try await town.mark("401", papers: ["invoice"])
        let paper = RegistryPaper("invoice", 7, "Рачун 12/2026", at: centre, on: day, number: "12/2026", other: "ОШ „Вук Караџић“", page: "/staff/invoices/7")
        let label = try await town.does { try RegistryStore.enter(paper, in: $0) }
        #expect(try await town.does { try RegistryStore.enter(paper, in: $0) } == label, "told again it is the same")
        let id = try #require(try await town.value("SELECT id FROM registry_entry", as: RegistryEntry.ID.self))
        #expect(try await town.value("SELECT mark FROM registry_entry", as: RegistryMark.ID.self) == mark)
        let page = try await town.vesna.opens("/staff/registry/\(id)")
        #expect(page.shows("12/2026") && page.html.contains("/sr/staff/invoices/7") && page.shows(town.say(T.registry.stateSettled)))
        try await town.does { try RegistryStore.withdraw("invoice", 7, because: "Сторно", in: $0) }
        try await town.does { try RegistryStore.withdraw("invoice", 999, because: "никад заведен", in: $0) }
        #expect(try await town.vesna.opens("/staff/registry/\(id)").shows("Сторно"))
        #expect(try await town.does { try RegistryStore.enter(paper, in: $0) } == label)
        // What a room tells is no longer than the column.
        let long = RegistryPaper(
            "invoice", 8, String(repeating: "ж", count: 900), at: centre, on: day.adding(days: 40), number: String(repeating: "1", count: 900),
            other: String(repeating: "š", count: 900))
        try await town.does { _ = try RegistryStore.enter(long, in: $0) }
        #expect(try await town.count("registry_entry WHERE paper_row = 8 AND day = \(day)") == 1, "nor of a day to come")
        #expect(try await town.numbers(2026) == [1, 2])
    }

    @Test func `a fact of any room is a line`() async throws {
        let town = try await Town(), centre = town.centre, day = town.today
        try await town.does { act in
            try act.state(PaperMade(kind: "agreement", row: 3, centre: centre, number: "A-3", title: "Споразум", other: "Музеј", day: day, page: ""))
            try act.state(PaperMade(kind: "circle_minutes", row: 3, centre: centre, number: "", title: "Записник", day: day, page: "/me/circles/1/meetings/3"))
            try act.state(PaperMade(kind: "agreement", row: 3, centre: centre, number: "A-3", title: "Споразум", other: "Музеј", day: day, page: ""))
        }
        #expect(try await town.numbers(2026) == [1, 2])
        #expect(try await town.count("registry_entry WHERE direction = 'sent' AND paper_number = 'A-3'") == 1)
        #expect(try await town.vesna.opens("/staff/registry?q=zapisnik").shows(town.say(T.registry.inner)))
    }
}
