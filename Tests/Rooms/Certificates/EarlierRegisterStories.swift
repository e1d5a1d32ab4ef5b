import Accounts
import Centres
@testable import Certificates
import Events
import Imports
import Kernel
import Languages
import Storage
import Testing
import Town

/// Registers of the years before this system: typed over as they were written, and honestly shown.
@Suite struct EarlierRegisterStories {
    @Test(arguments: [
        ("123/2014", 123, 2014), ("123 / 2014.", 123, 2014), ("45", 45, nil), ("012", 12, nil), ("12-3/14", nil, nil), ("05-17/2025-08", nil, nil), ("б/б", nil, nil),
        ("1990", 1990, nil), ("7/2014/2", nil, nil),
    ] as [(String, Int?, Int?)])
    func `a number tells what counts up in it, and its year, where it does`(_ label: String, _ number: Int?, _ year: Int?) {
        let numbering = EarlierNumbering(label)
        #expect(numbering.number == number && numbering.year == year, "\(label): \(numbering)")
    }

    private static let book = """
        Број;Име и презиме;Установа;Назив семинара;Датум одржавања;Датум издавања;Сати;Бодови;Каталошки број;Каталог
        41/2014;Јелена Марић;ОШ „Вук Караџић“;Учионица без граница;14–15.3.2014.;15.3.2014.;16;16;245;2012–2014
        42/2014;Петар Савић;;Учионица без граница;14–15.3.2014.;15.3.2014.;16;16;245;2012–2014
        42/2014;Нада Илић;;Учионица без граница;14–15.3.2014.;15.3.2014.;16;16;245;2012–2014
        46/2014;Ана Ђорђевић;;Читање наглас;3.5.2014.;4.1.2015.;8;8;;
        47/2014;;;Без имена;;4.5.2014.;8;8;;
        48/2014;Вера Симић;;Будућност;;4.5.2064.;8;8;;
        """

    @Test func `gaps, doubles and odd years are told before anything is written, and kept as they were`() async throws {
        let town = try await Town()
        let preview = try await town.vesna.uploads("certificates", file: "uverenja-2014.csv", Self.book)
        for phrase in [
            T.certificates.earlierTwice(number: "42/2014", line: 3), T.certificates.earlierGap(from: 43, until: 45),
            T.certificates.earlierOtherYear(day: .day(Day(iso: "2015-01-04")!), year: "2014"), T.certificates.earlierNamesake(name: "Ана Ђорђевић"),
            T.common.errorMissing, T.events.earlierNotPast(day: .day(Day(iso: "2064-05-04")!)),
        ] {
            let isKnownOnly = phrase == T.certificates.earlierNamesake(name: "Ана Ђорђевић")
            #expect(preview.shows(town.say(phrase)) != isKnownOnly, "\(town.say(phrase))")
        }
        #expect(try await town.count("certificate") == 0)
        try await town.vesna.agrees(to: preview)
        #expect(try await town.count("certificate WHERE earlier") == 4)
        #expect(try await town.count("certificate WHERE earlier AND label = '42/2014'") == 2, "a number that was given twice stands there twice")
        #expect(try await town.imports("certificates", Self.book).last == "added 0, changed 0, unchanged 4, refused 2")
        #expect(try await faults(town) == [])
        let found = try await town.vesna.opens("/staff/certificates?q=Marić")
        #expect(found.shows("41/2014") && found.shows(town.say(T.certificates.earlier)), "found in the other script")
        let register = try #require(try await town.value("SELECT id FROM register WHERE earlier", as: Int64.self))
        let page = try await town.vesna.opens("/staff/registers/\(register)")
        #expect(page.shows(town.say(T.certificates.earlierBook(count: 4))) && page.shows("Нада Илић"))
        #expect(try await town.goran.opens("/staff/registers/\(register)").status == 404)
    }

    @Test func `a wrong line is corrected by a second list, and an import is taken back whole`() async throws {
        let town = try await Town()
        let head = "Број;Име и презиме;Назив;Датум издавања;Бодови\n"
        try await town.vesna.agrees(to: town.vesna.uploads("certificates", file: "prvi.csv",
            head + "1/2015;Јелена Марић;Читање;3.3.2015.;8\n2/2015;Петар Савић;Читање;3.3.2015.;8"))
        #expect(try await town.imports("certificates", head + "2/2015;Петар Савић;Читање наглас;3.3.2015.;16").last == "added 0, changed 1, unchanged 0, refused 0")
        #expect(try await town.value("SELECT points FROM certificate WHERE label = '2/2015'") == 16)
        #expect(try await faults(town) == [])
        try await town.vesna.opens(try #require(try await town.vesna.opens("/imports").link("prvi.csv")))
        try await town.vesna.sends("/undo")
        try await town.vesna.sends("/undo")
        #expect(try await town.count("certificate") == 1, "what was corrected since stays")
        #expect(try await faults(town) == [])
    }

    @Test(arguments: [
        "UPDATE certificate SET name = 'Неко Други', key_azbuka = key_azbuka WHERE label = '41/2014'",
        "UPDATE certificate SET facts = replace(facts, 'Марић', 'Перић'), name = 'Јелена Перић' WHERE label = '41/2014'",
        "UPDATE certificate SET points = 0 WHERE label = '41/2014'", "DELETE FROM certificate WHERE label = '41/2014'",
        "DELETE FROM register_seal_row WHERE place = 0", "UPDATE register_seal_row SET deed = 'removed' WHERE place = 1",
        "UPDATE certificate SET facts = NULL WHERE label = '41/2014'", "UPDATE certificate SET label = '40/2014' WHERE label = '41/2014'",
    ] as [SQL])
    func `a row that was changed behind the back is seen`(_ change: SQL) async throws {
        let town = try await Town()
        try await town.imports("certificates", Self.book)
        #expect(try await faults(town) == [])
        try await town.does { act in
            try act.db.run("DELETE FROM search_word WHERE kind = 'certificate'")
            try act.db.run(change)
        }
        #expect(try await faults(town) != [])
    }

    private func faults(_ town: Town) async throws -> [String] {
        try await town.finds { try RegisterStore.chains(in: $0).flatMap(\.faults) + RegisterSealStore.inspection(in: $0).faults }
    }

    /// Ana teaches at a school of the town and married since: the register knows her by her former name.
    private func married(_ town: Town) async throws {
        try await town.imports("municipalities", Valley.municipalities)
        try await town.imports("schools", Valley.schools)
        let ana = town.ana.id, centre = town.centre
        let school = try #require(try await town.school("11")).id
        try await town.ana.works(at: school)
        try await town.does { act in
            try PersonStore.grant(Grant(.trainer, centre: centre), to: ana, in: act)
        }
        try await town.ana.opens("/me/account/name")
        try await town.ana.sends("/me/account/name", ["family_name": "Савић"])
    }

    @Test func `three years go in twice, a duplicate is issued, and a former name is found`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        try await married(town)
        let events = """
            Датум;Назив;Место;Каталошки број;Каталог;Реализатори;Број учесника;Бодови
            14–15.3.2014.;Учионица без граница;Бистрик;245;2012–2014;Јасна Ивањић, Лазар Кривокућа;24;16
            3.5.2015.;Читање наглас;Бистрик;;;Јасна Ивањић;31;8
            12.3.2016.;Прва помоћ;Горња Река;;;;18;8
            """
        var register = "Број;Име и презиме;Установа;Назив;Датум одржавања;Датум издавања;Сати;Бодови\n"
        for (year, title, held) in [(2014, "Учионица без граница", "14–15.3.2014."), (2015, "Читање наглас", "3.5.2015."), (2016, "Прва помоћ", "12.3.2016.")] {
            for number in 1...20 {
                let bearer = number == 7 ? "Ана Ђорђевић;ОШ „Вук Караџић“" : "Полазник Број\(number);"
                register += "\(number)/\(year);\(bearer);\(title);\(held);\(held.suffix(10));8;8\n"
            }
        }
        #expect(try await town.imports("events", events).last == "added 3, changed 0, unchanged 0, refused 0")
        #expect(try await town.imports("certificates", register).last == "added 60, changed 0, unchanged 0, refused 0")
        for (kind, list, count) in [("events", events, 3), ("certificates", register, 60)] {
            #expect(try await town.imports(kind, list).last == "added 0, changed 0, unchanged \(count), refused 0", "\(kind) go in twice without doubles")
        }
        // The events stand closed, with what the list told.
        let event = try #require(try await town.value("SELECT id FROM event WHERE earlier ORDER BY id LIMIT 1", as: Event.ID.self))
        let page = try await town.stranger.opens("/events/\(event)")
        #expect(page.shows("Учионица без граница") && page.shows(town.say(T.events.earlier)) && page.shows("24") && !page.shows("23.59"))
        #expect(try await town.count("certificate WHERE earlier AND event = \(event)") == 20)

        // Ана is found by either name, and sees them on her own page.
        let label = "7/2014"
        for name in ["Ђорђевић", "Savić"] {
            let found = try await town.vesna.opens("/staff/certificates?q=\(name)")
            #expect(found.shows(label) && found.shows("7/2016"), "\(name)")
        }
        let own = try await town.ana.opens("/me")
        #expect(own.shows(label) && own.shows(town.say(T.certificates.earlier)))
        let id = try #require(try await town.value("SELECT id FROM certificate WHERE label = '7/2014'", as: Certificate.ID.self))
        #expect(try await town.value("SELECT person FROM certificate WHERE id = \(id)") == town.ana.id)
        #expect(try await town.ana.opens("/me/certificates/\(id)").shows(town.say(T.certificates.mineEarlier)))
        #expect(try await town.ana.opens("/me/certificates/\(id)/document.pdf").status == 404, "what was not signed here is not printed here")

        // A stranger holds the paper: all three that stand on it, or nothing.
        try await town.stranger.opens("/certificates")
        let checked = try await town.stranger.sends("/certificates", ["paper": "7 / 2014", "day": "15.3.2014.", "family": "Đorđević"])
        #expect(checked.shows(town.say(T.certificates.verdictEarlier)) && checked.shows(town.say(T.certificates.checkedEarlier)) && checked.shows("Ана Ђорђевић"))
        for wrong in [["paper": "8/2014", "day": "15.3.2014.", "family": "Đorđević"], ["paper": "7/2014", "day": "14.3.2014.", "family": "Đorđević"],
                      ["paper": "7/2014", "day": "15.3.2014.", "family": "Савић"]] as [KeyValuePairs<String, String>] {
            try await town.stranger.opens("/certificates")
            let missed = try await town.stranger.sends("/certificates", wrong)
            #expect(missed.status == 404 && !missed.shows("Ана Ђорђевић"), "\(wrong)")
        }
        try await town.stranger.opens("/certificates")
        #expect(try await town.stranger.sends("/certificates", ["paper": "7/2014", "day": "јуче", "family": ""]).status == 422)

        // She lost it: the duplicate is signed now, and says from where it is.
        let copy = try await scene.duplicates(id)
        let duplicate = try await scene.certificate(copy)
        #expect(duplicate.label == label && duplicate.name == "Ана Ђорђевић" && duplicate.facts?.isEarlier == true && duplicate.facts?.duplicated != nil)
        let verdict = try await town.stranger.opens("/certificates/\(duplicate.code)")
        #expect(verdict.shows(town.say(T.certificates.verdictDuplicate)) && verdict.shows(town.say(T.certificates.checkedEarlierCopy)))
        #expect(try await town.vesna.opens("/staff/certificates/\(copy)/document.pdf").status == 200)
        #expect(try await faults(town) == [])
        #expect(try await town.imports("certificates", register.replacing("7/2014;Ана Ђорђевић;ОШ „Вук Караџић“;Учионица без граница",
            with: "7/2014;Ана Ђорђевић;;Друго")).last
            == "added 0, changed 0, unchanged 59, refused 1", "after a duplicate no list changes it")
        // The series of this system goes on without a gap.
        #expect(try await town.count("register WHERE earlier") == 3)
        #expect(try await scene.issues().filter { $0.kind == .certificate }.map(\.number) == [1])
    }

    @Test func `whose it is can be said later, and taken back`() async throws {
        let town = try await Town()
        try await town.imports("certificates", Self.book)
        let id = try #require(try await town.value("SELECT id FROM certificate WHERE label = '46/2014'", as: Certificate.ID.self))
        #expect(try await town.vesna.opens("/staff/certificates/\(id)").shows(town.say(T.certificates.bearerUnknown)))
        #expect(try await town.ana.opens("/me/certificates/\(id)").status == 404)
        try await town.ana.becomes(.trainer, at: town.centre)
        #expect(try await town.vesna.opens("/staff/certificates/\(id)/bearer").shows("ana@bistrik.example"))
        try await town.vesna.sends("/staff/certificates/\(id)/bearer", ["person": "\(town.ana.id)"])
        #expect(try await town.ana.opens("/me/certificates/\(id)").shows("Читање наглас"))
        try await town.vesna.opens("/staff/certificates/\(id)/bearer")
        #expect(try await town.vesna.sends("/staff/certificates/\(id)/bearer", ["person": "\(town.goran.id)"]).status == 404, "nobody without a tie")
        try await town.vesna.opens("/staff/certificates/\(id)")
        try await town.vesna.sends("/staff/certificates/\(id)/bearer")
        #expect(try await town.ana.opens("/me/certificates/\(id)").status == 404)
        #expect(try await faults(town) == [])
    }

    @Test func `what a rule erases leaves its number, and the seal still holds`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [])
        try await town.vesna.agrees(to: town.vesna.uploads("certificates", Self.book))
        let id = try #require(try await town.value("SELECT id FROM certificate WHERE label = '41/2014'", as: Certificate.ID.self))
        try await scene.director.erases(id)
        #expect(try await town.value("SELECT name FROM certificate WHERE id = \(id)") == "")
        #expect(try await town.value("SELECT label FROM certificate WHERE id = \(id)") == "41/2014")
        #expect(try await faults(town) == [])
        #expect(try await town.count("import_row WHERE title LIKE '%Марић%'") == 0)
        #expect(try await town.count("register_seal_row WHERE certificate = \(id) AND salt IS NOT NULL") == 0)
        #expect(try await !town.vesna.opens("/staff/certificates?q=Марић").shows("41/2014"))
    }

    @Test func `an old list of events is read as offices write it, and what is odd is told`() async throws {
        let town = try await Town()
        let programme = try await town.programme()
        try await town.plans(["announce": "yes"])
        let lines = try await town.imports("events", """
            Датум;Назив;Место;Каталошки број;Каталог;Број учесника;Бодови
            28.2. и 1.3.2015.;Зимска школа;Бистрик;;;24 учесника;16
            14.3.2014. – 15.3.2014.;Учионица;Бистрик;999;;;
            3.10.2025.;Дигитална учионица;Бистрик;101;2025–2028;20;9
            31.8.2025.;Прерано;Бистрик;101;2025–2028;20;8
            35.3.2014.;Нема тог дана;;;;;
            5.3.2064.;Будућност;;;;;
            ;Без дана;;;;;
            """)
        #expect(lines.last == "added 2, changed 0, unchanged 0, refused 5", "\(lines)")
        #expect(lines.contains { $0.contains("999") } && lines.contains { $0.contains("8") })
        let id = try #require(try await town.value("SELECT id FROM event WHERE earlier ORDER BY id LIMIT 1", as: Event.ID.self))
        let event = try await town.event(id)
        #expect(event.state == .closed && event.participants == 24 && event.plan.sessions.map(\.day.iso) == ["2015-02-28", "2015-03-01"] && event.plan.points == 16)
        #expect(try await town.count("registration WHERE event = \(id)") == 0)
        #expect(try await town.count("event WHERE programme = \(programme) AND earlier") == 0)
        #expect(try await town.journal("event", id.value) == ["events.earlierBrought"])
    }
}
