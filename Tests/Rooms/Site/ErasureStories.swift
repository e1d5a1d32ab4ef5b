import Accounts
import Catalogue
import Events
import Foundation
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// What is held about people, as `docs/data-protection.md` tells it column by column, against the tables and against what export and erasure do.
@Suite struct ErasureStories {
    /// A line of the document: a table, what of it is about a person, what the export gives and what erasure does.
    private struct Line {
        let table: String
        let about: Set<String>
        let others: Set<String>
        let export: String
        let erasure: String
    }

    private static func file(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func lines() throws -> [Line] {
        let part = try #require(try file("docs/data-protection.md").components(separatedBy: "## Every column").last?.components(separatedBy: "\n## ").first)
        func names(_ cell: String) -> Set<String> { Set(cell.matches(of: /`(\w+)`/).map { String($0.1) }) }
        return part.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return Line(table: names(cells[0]).first ?? "", about: names(cells[1]), others: names(cells[4]), export: cells[2], erasure: cells[3])
        }
    }

    /// The tables of `docs/schema.sql` with their columns.
    private static func tables() throws -> [String: Set<String>] {
        let schema = try file("docs/schema.sql")
        var tables: [String: Set<String>] = [:]
        for table in schema.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\)(?: WITHOUT ROWID)?;\n/) {
            tables[String(table.1)] = Set(table.2.matches(of: /(?:^|\n|,) +([a-z_]+) (?:INTEGER|TEXT|BLOB|BOOLEAN|DOUBLE)/).map { String($0.1) })
        }
        return tables
    }

    @Test func `every column of every table is told in the document`() throws {
        let (lines, tables) = (try Self.lines(), try Self.tables())
        #expect(tables.count > 50)
        #expect(Set(lines.map(\.table)) == Set(tables.keys))
        for line in lines {
            #expect(line.about.union(line.others) == tables[line.table], "\(line.table)")
            #expect(line.about.isDisjoint(with: line.others), "\(line.table)")
            #expect((line.about.isEmpty) == (line.export == "–" && line.erasure == "–"), "\(line.table)")
        }
    }

    // MARK: One person's traces

    /// Words by which Зорица is known wherever they stand, folded as the search has them too.
    private static let marks = [
        "Зорица", "Белогрлић", "Старопрезимић", "zorica@mail.example", "064 1 222 333", "звездочатка", "посао-у-школи", "белешка-молбе", "белешка-стола",
        "разлог-стола",
    ]
    private static let looked = marks + marks.map(Fold.indexText)

    /// Where any of the words stands: tables with their columns.
    private func traces(_ town: Town) async throws -> [String: Set<String>] {
        let tables = try Self.tables()
        return try await town.finds { act in
            var found: [String: Set<String>] = [:]
            for table in tables.keys {
                for row in try act.db.rows(SQL(stringLiteral: "SELECT * FROM \(table)")) {
                    for (name, value) in zip(row.names, row.values) {
                        let text: String
                        switch value {
                        case .text(let written): text = written
                        case .blob(let bytes): text = String(decoding: bytes, as: UTF8.self)
                        default: continue
                        }
                        if Self.looked.contains(where: text.contains) { found[table, default: []].insert(name) }
                    }
                }
            }
            return found
        }
    }

    /// Зорица comes from a list, takes another name, applies, teaches and is written about.
    private func story() async throws -> (town: Town, zorica: Someone, events: [Event.ID]) {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let list = "Презиме;Име;Електронска адреса;Телефон;Занимање;Шифра установе;Посао\n"
            + "Старопрезимић;Зорица;zorica@mail.example;064 1 222 333;звездочатка;11;посао-у-школи\n"
        #expect(try await town.imports("people", list).last == "added 1, changed 0, unchanged 0, refused 0")
        let id = try #require(try await town.finds { try PersonStore.person(email: "zorica@mail.example", in: $0) }).id
        let zorica = Someone(id: id, email: "zorica@mail.example", app: town.app, browser: town.newBrowser())
        try await town.enters(zorica.email, in: zorica.browser)
        try await zorica.opens("/me/account/name")
        try await zorica.sends("/me/account/name", ["family_name": "Белогрлић"])
        try await zorica.opens("/me/account/contact")
        try await zorica.sends("/me/account/contact", ["phone": "064 1 222 333 0"])
        let (asked, taught) = (try await town.seminar("Једна"), try await town.seminar("Друга"))
        let application = Application(payer: .free, note: "белешка-молбе")
        let registration = try await zorica.does { try RegistrationStore.apply(id, for: asked, application, in: $0) }
        try await town.vesna.does { act in
            try RegistrationStore.remark(registration.id, "белешка-стола", in: act)
            try RegistrationStore.refuse(registration.id, because: "разлог-стола", in: act)
        }
        try await town.change(taught) { $0.trainers = [Trainer(name: "Зорица Белогрлић", person: id)] }
        let programme = try await town.programme()
        try await town.does { act in
            try act.db.run("INSERT INTO programme_person (programme, part, name, person) VALUES (\(programme), 'author', 'Зорица Белогрлић', \(id))")
            try ProgrammeStore.reindex(in: act)
            try act.touchPublicPages()
        }
        // A form that was sent by hand names her in what is said after it; an upload and a form that waits are sealed.
        try await town.vesna.opens("/staff/events/\(taught)/add")
        try await town.vesna.sends("/staff/events/\(taught)/add", ["given_name": "Зорица", "family_name": "Белогрлић", "email": zorica.email, "payer": "free"])
        try await town.settles()
        return (town, zorica, [asked, taught])
    }

    @Test func `what is held is told, exported and erased, wherever it stands`() async throws {
        let (town, zorica, events) = try await story()
        let lines = try Dictionary(uniqueKeysWithValues: Self.lines().map { ($0.table, $0) })
        let before = try await traces(town)
        #expect(before.count >= 10, "\(before.keys.sorted())")
        #expect(Set(before.keys).isSubset(of: lines.keys))
        for (table, columns) in before {
            // What only one engine has, such as words that it makes of an entry's, no document tells.
            let missing = columns.intersection(lines[table]?.others ?? [])
            #expect(missing.isEmpty, "\(table): \(missing.sorted()) hold what is said of a person, and the document does not tell")
        }
        let file = try await zorica.opens("/me/account/data")
        let held = try JSONDecoder().decode([String: [[String: String]]].self, from: Data(file.bytes))
        for table in before.keys where lines[table]?.export.hasPrefix("yes") == true {
            let told = held[table]?.flatMap(\.values).joined(separator: " ") ?? ""
            #expect(Self.marks.contains(where: told.contains) || table == "journal_detail", "\(table) is not in the export")
        }
        for mark in Self.marks { #expect(file.html.contains(mark), "\(mark) is not in the export") }
        #expect(try await town.stranger.opens("/events/\(events[1])").html.contains("Белогрлић"))

        try await town.proves(zorica, for: "/me/account/erase")
        #expect(try await zorica.sends("/me/account/erase").shows(town.say(T.accounts.erasedSaid)))
        try await town.settles()
        #expect(town.mail.to(zorica.email).last != nil, "the last letter left")
        let after = try await traces(town)
        #expect(after.isEmpty, "\(after)")
        #expect(try await !town.stranger.opens("/events/\(events[1])").html.contains("Белогрлић"))
    }

    @Test func `remarks of the desk are remembered for ninety days`() async throws {
        let (town, _, _) = try await story()
        let remarks: SQL = "journal_detail WHERE retention = 'short'"
        #expect(try await town.count(remarks) == 1)
        town.clock.passes(days: 91)
        try await town.does { try $0.forgetShortJournal() }
        #expect(try await town.count(remarks) == 0)
    }
}
