import Accounts
import Centres
import Foundation
import Imports
import Kernel
import Languages
import Storage
import Testing
import Town

/// A centre moves in with the files that it has: three workbooks of different looks, the staff of twenty schools, a register of ten years. By the browser, twice, and
/// nobody and nothing stands there twice.
@Suite struct MovingInStories {
    /// A sheet as somebody typed it: nil is a cell that stays empty, a number is one.
    private static func book(_ rows: [[String?]], from first: Int = 1, hidden: Set<Int> = [], merged: [String] = []) throws -> [UInt8] {
        let text = rows.enumerated().map { place, cells in
            let line = first + place
            let filled = cells.enumerated().compactMap { column, cell -> String? in
                let spot = "\(Character(UnicodeScalar(UInt8(65 + column))))\(line)"
                return cell.map { Double($0) == nil || $0.hasSuffix(".0") ? RawBook.text(spot, $0) : RawBook.number(spot, $0) }
            }
            return "<row r=\"\(line)\"\(hidden.contains(line) ? " hidden=\"1\"" : "")>\(filled.joined())</row>"
        }
        let after = merged.isEmpty ? "" : "<mergeCells>\(merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
        return try RawBook(text.joined(), after: after).bytes()
    }

    // MARK: What the office has

    private static let places = [("Бистрик", 1), ("Горња Река", 2), ("Долина", 3), ("Самоград", 4)]
    private static let schools = 1...20
    private static func school(_ number: Int) -> String { "ОШ „Извор \(number)“" }

    /// As a ministry writes it: a title above, numbers that are quantities, a sum below.
    private static func schoolBook() throws -> [UInt8] {
        let rows = schools.map { number -> [String?] in
            let (place, town) = places[number % 4]
            return ["\(number)", "\(400 + number).0", school(number), "\(town)", place, "Школска \(number)", "izvor\(number)@skola.example"]
        }
        let heads: [String?] = ["Р. бр.", "Шифра установе", "Назив установе", "Шифра општине", "Место", "Адреса", "Е-пошта"]
        return try book([["СПИСАК УСТАНОВА", nil, nil], [nil]] + [heads] + rows + [[nil, nil, "УКУПНО: 20 установа"]], merged: ["A1:G1"])
    }

    private static let families = ["Ђурић", "Живанић", "Ћирилов", "Шумић", "Његић", "Љубић", "Џинић", "Росић", "Бабић", "Травић"]
    private static let givens = ["Ана", "Милан", "Вера", "Јован", "Мира", "Петар", "Зорица", "Бранко", "Нада", "Урош"]

    /// Five people of each school. The school stands once, in a merged cell; whole names in one column, some with a title, some family first; one has two addresses.
    private static func staffBook() throws -> [UInt8] {
        var rows: [[String?]] = [["ЗАПОСЛЕНИ У УСТАНОВАМА, школска 2025/2026."], [nil]]
        rows.append(["Установа", "Место", "Име и презиме", "Радно место", "Предмет", "Е-пошта", "Телефон"])
        var merged = ["A1:G1"]
        for number in schools {
            let first = rows.count + 1
            for place in 0..<5 {
                let given = givens[(number + place) % 10], family = families[(number * 3 + place) % 10] + (number > 10 ? "-Радић" : "")
                let name = place == 1 ? "др \(given) \(family)" : place == 2 ? "\(family) \(given)" : "\(given) \(family)"
                let address = "radnik\(number)-\(place)@skola.example"
                rows.append([
                    place == 0 ? school(number) : nil, place == 0 ? places[number % 4].0 : nil, name, place == 4 ? "стручни сарадник" : "наставник",
                    place == 4 ? nil : "математика", place == 3 ? "\(address)\nprivatno\(number)@posta.example" : address, "064\(1_000_000 + number * 10 + place)",
                ])
            }
            merged += ["A\(first):A\(first + 4)", "B\(first):B\(first + 4)"]
        }
        rows.append([nil, nil, "УКУПНО: 100 запослених"])
        return try book(rows, hidden: [6], merged: merged)
    }

    /// A form's export: times, free heads, a note of two lines, one who answered twice, somebody who is known in the other script with another address.
    private static func answersBook() throws -> [UInt8] {
        try book([
            ["Временска ознака", "Имејл адреса", "Име и презиме", "Установа у којој радите", "Број телефона", "Напомена (исхрана, превоз…)"],
            ["2026/01/11 8:05:11", "Radnik1-0@Skola.Example ", "Milan Šumić", school(1), "064 1000010", "Долазим аутобусом.\nБез меса."],
            ["2026/01/11 8:09:40", "radnik1-0@skola.example", "Милан Шумић", school(1), nil, nil],
            ["2026/01/11 9:00:00", "nova.kolega@skola.example", "Косара Видић", school(2), "0642000000", "=1+1"],
            ["2026/01/11 9:30:00", "milan.privatno@posta.example", "Milan Šumić", school(1), nil, nil],
        ])
    }

    private static let perYear = 12

    /// Ten closed years: numbers as they were given, one number twice, one missing, days as people write them.
    private static func registerBook() throws -> [UInt8] {
        var rows: [[String?]] = [["КЊИГА ИЗДАТИХ УВЕРЕЊА"], [nil], ["Број", "Презиме и име", "Установа", "Назив семинара", "Одржано", "Датум издавања", "Сати", "Бодови"]]
        for year in 2014...2023 {
            for number in 1...perYear where !(year == 2016 && number == 5) {
                let person = number <= 10 ? "\(families[(number * 3) % 10]) \(givens[number % 10])" : "Врањеш Косара"
                let label = year == 2018 && number == 7 ? 6 : number
                rows.append(["\(label)/\(year)", person, school(number), "Учионица без граница", "14–15.3.\(year).", "15.3.\(year).", "16", "16"])
            }
        }
        rows.append([nil, "Укупно: 119"])
        return try book(rows, merged: ["A1:H1"])
    }

    // MARK: Moving in

    private struct Office {
        let town: Town
        let milena: Someone
    }

    private func office() async throws -> Office {
        let town = try await Valley().town
        try await town.milena.becomes(.administrator)
        try await town.milena.becomes(.coordinator, at: town.centre)
        try await town.milena.enters(withFactor: true)
        return Office(town: town, milena: town.milena)
    }

    /// Brings a list as somebody would who reads what the pages say: columns as they are proposed, then what comes of it.
    private func looks(_ office: Office, _ kind: String, _ file: String, _ bytes: [UInt8]) async throws -> Page {
        let page = try await office.milena.uploads(kind, file: file, bytes)
        guard page.path.hasSuffix("/columns") else { return page }
        return try await office.milena.browser.post(try #require(page.form("/columns")))
    }

    private func counts(_ town: Town) async throws -> [Int] {
        var counts: [Int] = []
        for table in ["school", "person", "employment", "other_address", "certificate", "former_name"] as [SQL] { counts.append(try await town.count(table)) }
        return counts
    }

    @Test func `schools, staff, the answers to a form and ten years of a register go in twice without a double, and one import is taken back whole`() async throws {
        let office = try await office()
        let (town, milena) = (office.town, office.milena)

        let schools = try await looks(office, "schools", "ustanove.xlsx", Self.schoolBook())
        #expect(schools.shows(town.say(T.imports.apply(count: 20))), "\(schools.text)")
        try await milena.agrees(to: schools)
        #expect(try await town.school("401")?.name == Self.school(1), "a number that was a quantity is a number again")

        let before = try await counts(town)
        let staff = try await looks(office, "people", "zaposleni.xlsx", Self.staffBook())
        #expect(staff.shows(town.say(T.imports.apply(count: 100))), "\(staff.text)")
        #expect(staff.shows(town.say(T.imports.noteHidden(count: 1))), "a row that nobody sees is told")
        let staffDone = try await milena.agrees(to: staff)
        #expect(try await town.count("employment e JOIN school s ON s.id = e.school WHERE s.source_id = '420'") == 5, "a merged school is that of all five")
        #expect(try await town.count("other_address") == 20)
        #expect(try await town.count("person WHERE given_name LIKE 'др %' OR family_name LIKE 'др %'") == 0, "a title is no part of a name")

        let answers = try await looks(office, "people", "odgovori.xlsx", Self.answersBook())
        #expect(answers.shows(town.say(T.imports.matchesNotice(count: 1))), "\(answers.text)")
        let asked = try await milena.opens(try #require(answers.link(town.say(T.imports.matchesDecide))))
        #expect(asked.shows("Šumić Milan") && asked.shows("Шумић Милан") && asked.shows(town.say(T.accounts.likeSchool)))
        let choice = try #require(asked.form("/matches")?.fields.first { $0.name.hasPrefix("line-") }?.name ?? "line-5")
        let known = try #require(try await town.value("SELECT id FROM person WHERE email = 'radnik1-0@skola.example'", as: Int64.self))
        let decided = try await milena.sends("/matches", [choice: "row-\(known)"])
        let answersDone = try await milena.agrees(to: decided)
        #expect(try await town.value("SELECT email FROM other_address WHERE person = \(known)") == "milan.privatno@posta.example")
        #expect(try await town.count("person WHERE family_name IN ('Шумић', 'Šumić') AND given_name IN ('Милан', 'Milan')") == 1)

        let register = try await looks(office, "certificates", "uverenja.xlsx", Self.registerBook())
        #expect(register.shows(town.say(T.imports.apply(count: 119))), "\(register.text)")
        let registerDone = try await milena.agrees(to: register)
        #expect(try await town.count("certificate WHERE earlier") == 119)
        #expect(try await town.count("register WHERE earlier") == 10)

        // All of it once more.
        let after = try await counts(town)
        for (kind, file, bytes) in [
            ("schools", "ustanove.xlsx", try Self.schoolBook()), ("people", "zaposleni.xlsx", try Self.staffBook()), ("people", "odgovori.xlsx", try Self.answersBook()),
            ("certificates", "uverenja.xlsx", try Self.registerBook()),
        ] {
            let again = try await looks(office, kind, file, bytes)
            #expect(again.shows(town.say(T.imports.nothingToDo)) && !again.shows(town.say(T.imports.matchesDecide)), "\(file): \(again.text)")
        }
        #expect(try await counts(town) == after)

        // The answers and the register stand on the staff's list: what others said since stays, all else goes.
        for done in [answersDone.path, staffDone.path] {
            try await milena.opens(done)
            try await milena.sends("/undo")
            try await milena.sends("/undo")
        }
        let left = try await counts(town)
        #expect(left[1] >= before[1] && left[0] == after[0] && left[4] == after[4])
        try await milena.opens(registerDone.path)
        try await milena.sends("/undo")
        try await milena.sends("/undo")
        #expect(try await town.count("certificate") == 0)
    }

    @Test func `the staff of twenty schools alone is taken back to the last row`() async throws {
        let office = try await office()
        let (town, milena) = (office.town, office.milena)
        try await milena.agrees(to: looks(office, "schools", "ustanove.xlsx", Self.schoolBook()))
        let before = try await counts(town)
        let done = try await milena.agrees(to: looks(office, "people", "zaposleni.xlsx", Self.staffBook()))
        #expect(try await counts(town) != before)
        try await milena.opens(done.path)
        try await milena.sends("/undo")
        try await milena.sends("/undo")
        #expect(try await counts(town) == before)
        #expect(try await milena.opens("/people?q=Radić").shows(town.say(T.accounts.peopleNone)), "and nobody finds them")
    }
}
