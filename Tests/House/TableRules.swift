import Testing

/// A room writes its own tables only, and reads its own and those of the rooms that it stands on.
@Suite struct TableRules {
    /// Two rooms side by side, and a third that stands on one of them.
    private static let street = Tables(
        of: RoomOrder(package: SourceTree.File(path: "Package.swift", text: """
            Room("Mill", floor: "Street"),
            Room("Bakery", floor: "Street", on: "Mill"),
            Room("Dairy", floor: "Street", on: "Mill"),
            """)),
        migrations: [
            migration("0001-storage", "CREATE TABLE word (id {id});"), migration("0002-mill", "CREATE TABLE flour (id {id});"),
            migration("0003-bakery", "CREATE TABLE bread (id {id});"), migration("0004-dairy-cold", "CREATE TABLE milk (id {id});"),
        ])

    private static func migration(_ stem: String, _ text: String) -> SourceTree.File {
        SourceTree.File(path: "Resources/migrations/\(stem).sql", text: text)
    }

    private static func bakery(_ text: String) -> SourceTree.File {
        SourceTree.File(path: "Sources/Street/Bakery/BreadStore.swift", text: text)
    }

    @Test func `a migration is named after its room, and numbers have no gaps`() {
        #expect(Self.namesBroken(SourceTree.migrations, Tables.ours) == [])

        let files = [Self.migration("0001-mill", ""), Self.migration("0003-bakery-oven", ""), Self.migration("0003-bridge", "")]
        #expect(Self.namesBroken(files, Self.street) == [
            "\(files[1]) is number 2 and not numbered so",
            "\(files[2]) is named after no room of Package.swift",
        ])
    }

    private static func namesBroken(_ migrations: [SourceTree.File], _ tables: Tables) -> [String] {
        migrations.enumerated().flatMap { index, file in
            [
                Int(file.stem.prefix(4)) == index + 1 ? nil : "\(file) is number \(index + 1) and not numbered so",
                tables.migration(file) == nil ? "\(file) is named after no room of Package.swift" : nil,
            ].compactMap { $0 }
        }
    }

    @Test func `a migration changes its own tables and refers to those below`() {
        #expect(Self.migrationsBroken(SourceTree.migrations, Tables.ours) == [])

        let wrong = Self.migration("0005-bakery-salt", """
            CREATE TABLE salt (bread {int} REFERENCES bread (id), flour {int} REFERENCES flour (id));
            ALTER TABLE flour ADD COLUMN salt {int};
            """)
        #expect(Self.migrationsBroken([wrong], Self.street) == ["\(wrong) changes flour, which is mill's"])
        let sideways = Self.migration("0005-bakery-butter", "CREATE TABLE butter (milk {int} REFERENCES milk (id));")
        #expect(Self.migrationsBroken([sideways], Self.street) == ["\(sideways) refers to milk, which is dairy's"])
    }

    private static func migrationsBroken(_ migrations: [SourceTree.File], _ tables: Tables) -> [String] {
        migrations.flatMap { file -> [String] in
            guard let own = tables.migration(file).map({ tables.together[$0] ?? $0 }) else { return [] }
            let changed = named(in: file.text, /\b(?:ALTER TABLE|INSERT INTO|DELETE FROM|UPDATE|INDEX \w+ ON) (\w+)/)
            let referred = named(in: file.text, /\bREFERENCES (\w+)/)
            return changed.compactMap { table in tables.owners[table].flatMap { $0 == own ? nil : "\(file) changes \(table), which is \($0)'s" } }
                + referred.compactMap { table in tables.owners[table].flatMap { tables.mayRead(own, of: $0) ? nil : "\(file) refers to \(table), which is \($0)'s" } }
        }
    }

    /// Site among them: the pages of the whole house have no table, and so write nothing.
    @Test func `a room writes only its own tables`() {
        #expect(Self.written(in: SourceTree.sources, Tables.ours) == [])

        let own = "INSERT INTO bread (id) VALUES (1)"
        for text in ["DELETE FROM flour", "UPDATE flour\nSET id = 1", "INSERT INTO flour (id) VALUES (1)", "Batch(\"flour\", [\"id\"])"] {
            let wrong = Self.bakery("\(own)\n\(text)")
            #expect(Self.written(in: [wrong], Self.street) == ["\(wrong) writes flour, which is mill's"])
        }
        let unknown = Self.bakery("DELETE FROM crumb")
        #expect(Self.written(in: [unknown], Self.street) == ["\(unknown) writes crumb, which no migration makes"])
        let site = SourceTree.File(path: "Sources/Site/Pages/StreetPage.swift", text: own)
        #expect(Self.written(in: [site], Self.street) == ["\(site) writes bread, which is bakery's"])
    }

    private static func written(in files: [SourceTree.File], _ tables: Tables) -> [String] {
        files.flatMap { file in
            let pattern = /\b(?:INSERT INTO|DELETE FROM) (\w+)|\bUPDATE (\w+)\s+SET\b|\bBatch\("(\w+)"/
            return named(in: file, pattern, with: ["INSERT", "DELETE", "UPDATE", "Batch"]).compactMap { table in
                guard let owner = tables.owners[table] else { return "\(file) writes \(table), which no migration makes" }
                return owner == tables.owner(of: file) ? nil : "\(file) writes \(table), which is \(owner)'s"
            }
        }
    }

    @Test func `a room reads only what is its own or lies below`() {
        #expect(Self.read(in: SourceTree.sources, Tables.ours) == [])

        for text in ["SELECT * FROM milk", "SELECT b.* FROM bread b JOIN milk m ON m.id = b.id", "act.db.hold(\"milk\", 1)"] {
            let wrong = Self.bakery("SELECT * FROM bread JOIN flour JOIN word\n\(text)")
            #expect(Self.read(in: [wrong], Self.street) == ["\(wrong) reads milk, which is dairy's"])
        }
        let web = SourceTree.File(path: "Sources/Web/Session.swift", text: "SELECT * FROM flour JOIN word")
        #expect(Self.read(in: [web], Self.street) == ["\(web) reads flour, which is mill's"])
    }

    private static func read(in files: [SourceTree.File], _ tables: Tables) -> [String] {
        files.flatMap { file in
            named(in: file, /\b(?:FROM|JOIN) (\w+)|\.hold\("(\w+)"/, with: ["FROM", "JOIN", ".hold("]).compactMap { table in
                guard let reader = tables.owner(of: file), let owner = tables.owners[table], !tables.mayRead(reader, of: owner) else { return nil }
                return "\(file) reads \(table), which is \(owner)'s"
            }
        }
    }

    @Test func `two that are one owner need it`() {
        for (name, other) in Tables.together {
            let apart = Tables(of: .ours, migrations: SourceTree.migrations, sources: SourceTree.sources, together: [:])
            let faults = Self.written(in: SourceTree.sources, apart) + Self.read(in: SourceTree.sources, apart)
            #expect(faults != [], "\(name) and \(other) keep apart by now: take the line out of Tables.together")
        }
    }

    @Test func `people's text is never searched with LIKE`() {
        #expect(Self.patterns(in: SourceTree.sources) == [])

        let wrong = Self.bakery("SELECT * FROM bread\nWHERE name LIKE 'r%'")
        #expect(Self.patterns(in: [wrong]) == ["\(wrong):2 searches with LIKE"])
    }

    private static func patterns(in files: [SourceTree.File]) -> [String] {
        files.filter { !$0.path.hasPrefix("Sources/Storage/") }.flatMap { $0.places(of: /\bI?LIKE\b/, with: ["LIKE"]) }.map { "\($0) searches with LIKE" }
    }

    /// The names that a pattern catches in what a program says, each once; where one of the words stands at all.
    private static func named(in file: SourceTree.File, _ pattern: some RegexComponent, with words: [String]) -> [String] {
        file.program.holds(words) ? named(in: file.program, pattern) : []
    }

    private static func named(in text: String, _ pattern: some RegexComponent) -> [String] {
        Set(text.matches(of: Regex<AnyRegexOutput>(pattern.plain)).compactMap { match in
            match.output.dropFirst().lazy.compactMap(\.substring).first.map(String.init)
        }).sorted()
    }
}
