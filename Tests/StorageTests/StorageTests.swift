import Foundation
@testable import Storage
import Synchronization
import Testing

private func shop() throws -> [Migration] {
    [try Migration(file: "0001-shop.sql", source: """
        CREATE TABLE shelf (id {id}, name TEXT NOT NULL UNIQUE, room {int} NOT NULL CHECK (room > 0),
            open {bool} NOT NULL DEFAULT {true}, seal {blob}, made {int} NOT NULL DEFAULT {now});
        CREATE TABLE book (id {id}, shelf {int} NOT NULL REFERENCES shelf(id), title TEXT, price DOUBLE PRECISION);
        CREATE TABLE search_word (kind TEXT NOT NULL,
        --@sqlite
            word TEXT NOT NULL,
        --@postgresql
            word TEXT COLLATE "C" NOT NULL,
        --@both
            subject {int} NOT NULL, grade {int} NOT NULL, PRIMARY KEY (kind, word, subject));
        """)]
}

private func stocked(_ engine: Engines) async throws -> any Database {
    let database = try await engine.database()
    try await database.migrate(shop())
    return database
}

/// A query of so many steps.
private func steps(_ count: Int) -> SQL {
    "WITH RECURSIVE step(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < \(count)) SELECT count(*) FROM step"
}

/// Those who want a thread too.
private final class Others: Sendable {
    private let came = Atomic<Bool>(false)
    var haveCome: Bool { came.load(ordering: .relaxed) }
    func come() { came.store(true, ordering: .relaxed) }
}

@Suite struct StorageTests {
    @Test(arguments: Engines.present) func `every kind of value comes back as it went in`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let seal: [UInt8] = [0, 255, 92, 10, 9]
        let row = try await database.write { db in
            try db.run("INSERT INTO shelf (name, room, open, seal) VALUES (\("Ђ'\\ \"x\"\n\t"), \(7), \(false), \(seal))")
            return try db.row("SELECT * FROM shelf")
        }
        let found = try #require(row)
        #expect(try found["name"] == "Ђ'\\ \"x\"\n\t")
        #expect(try found["room"] == 7)
        #expect(try found["open"] == false)
        #expect(try found["seal"] == seal)
        #expect(try (found["made"] as Int) > 1_700_000_000)
        await database.close()
    }

    @Test(arguments: Engines.present) func `a null is an empty optional and never a value`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let row = try await database.write { db in
            let shelf = try db.insert("INSERT INTO shelf (name, room) VALUES ('a', 1) RETURNING id")
            try db.run("INSERT INTO book (shelf, title, price) VALUES (\(shelf), \(nil as String?), \(2.5))")
            return try db.row("SELECT * FROM book")
        }
        let book = try #require(row)
        #expect(try (book["title"] as String?) == nil)
        #expect(throws: StorageError.self) { try book["title"] as String }
        #expect(throws: StorageError.self) { try book["absent"] as String }
        #expect(try book["price"] == 2.5)
        await database.close()
    }

    @Test(arguments: Engines.present) func `an error leaves nothing behind`(_ engine: Engines) async throws {
        struct Stop: Error {}
        let database = try await stocked(engine)
        await #expect(throws: Stop.self) {
            try await database.write { db in
                try db.run("INSERT INTO shelf (name, room) VALUES ('a', 1)")
                throw Stop()
            }
        }
        #expect(try await database.read { try $0.count("SELECT count(*) FROM shelf") } == 0)
        await database.close()
    }

    @Test(arguments: Engines.present) func `each broken rule of the schema is told by its kind`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        func kind(_ sql: SQL) async -> StorageError.Constraint? {
            do {
                try await database.write { db in
                    try db.run("INSERT INTO shelf (name, room) VALUES ('one', 1) ON CONFLICT DO NOTHING")
                    try db.run(sql)
                }
            } catch StorageError.constraint(let kind, _) { return kind } catch {}
            return nil
        }
        #expect(await kind("INSERT INTO shelf (name, room) VALUES ('one', 1)") == .unique)
        #expect(await kind("INSERT INTO shelf (name, room) VALUES ('two', 0)") == .check)
        #expect(await kind("INSERT INTO shelf (name, room) VALUES (NULL, 1)") == .notNull)
        #expect(await kind("INSERT INTO book (shelf, title) VALUES (99, 'x')") == .foreignKey)
        await database.close()
    }

    @Test(arguments: Engines.present) func `a held row lets one transaction decide at a time`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let shelf = try await database.write { try $0.insert("INSERT INTO shelf (name, room) VALUES ('a', 1) RETURNING id") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await database.write { db in
                        try db.hold("shelf", shelf)
                        if try db.count("SELECT count(*) FROM book WHERE shelf = \(shelf)") < 5 {
                            try db.run("INSERT INTO book (shelf, title) VALUES (\(shelf), 'x')")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.count("SELECT count(*) FROM book") } == 5)
        await database.close()
    }

    @Test(arguments: Engines.present) func `long reads leave others their threads`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let others = Others()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<(2 * ProcessInfo.processInfo.activeProcessorCount) {
                group.addTask {
                    let begun = ContinuousClock.now
                    let haveCome = try await database.read { db in
                        while !others.haveCome, ContinuousClock.now - begun < .seconds(120) { _ = try db.count(steps(10_000)) }
                        return others.haveCome
                    }
                    #expect(haveCome)
                }
            }
            group.addTask { others.come() }
            try await group.waitForAll()
        }
        await database.close()
    }

    @Test(arguments: Engines.present) func `a long read tells the truth, even where it hides an error`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        #expect(try await database.read { try $0.count(steps(400_000)) } == 400_000)
        #expect(try await database.read { (try? $0.count(steps(400_000))) ?? 0 } == 400_000)
        #expect(try await database.read { try $0.count(steps(3)) } == 3)
        await database.close()
    }

    @Test(arguments: Engines.present) func `a statement that failed serves again`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        @Sendable func shelf(_ room: Int) async throws -> Int64 {
            try await database.write { try $0.insert("INSERT INTO shelf (name, room) VALUES ('a', \(room)) RETURNING id") }
        }
        await #expect(throws: StorageError.self) { try await shelf(0) }
        #expect(try await shelf(1) > 0)
        await #expect(throws: StorageError.self) { try await shelf(1) }
        #expect(try await database.read { try $0.rows("SELECT room FROM shelf").map { try $0["room"] as Int } } == [1])
        await database.close()
    }

    /// PostgreSQL has no such text.
    @Test func `a zero does not end a text`() async throws {
        let database = try await stocked(.sqlite)
        let name = try await database.write { db in
            try db.run("INSERT INTO shelf (name, room) VALUES (\("a\0b"), 1)")
            return try db.value("SELECT name FROM shelf", as: String.self)
        }
        #expect(name == "a\0b")
        await database.close()
    }

    @Test(arguments: Engines.present) func `many rows go in at once, strange letters included`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let names = (0..<2_000).map { "полица\t\($0)\\\n" }
        let back = try await database.write { db in
            try db.insert(many: Batch("shelf", ["name", "room", "open", "seal"], rows: names.map { [.text($0), .int(1), .bool(true), .blob([0, 1])] }))
            return try db.rows("SELECT name FROM shelf ORDER BY id").map { try $0["name"] as String }
        }
        #expect(back == names)
        await database.close()
    }

    @Test(arguments: Engines.present) func `a list matches its members and an empty one nothing`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let counts = try await database.write { db in
            for name in ["a", "b", "c"] { try db.run("INSERT INTO shelf (name, room) VALUES (\(name), 1)") }
            return (try db.count("SELECT count(*) FROM shelf WHERE name IN \(list: ["a", "c", "x"])"),
                    try db.count("SELECT count(*) FROM shelf WHERE name IN \(list: [String]())"))
        }
        #expect(counts == (2, 0))
        await database.close()
    }

    @Test(arguments: Engines.present) func `search wants all words, the last as a beginning, and grades what it finds`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let found = try await database.write { db in
            try db.index("book", 1, SearchText(number: "12", title: "digitalna ucionica", body: "tabla"))
            try db.index("book", 2, SearchText(number: "7", title: "tabla", body: "digitalna kreda"))
            try db.index("book", 3, SearchText(title: "staro"))
            try db.index("book", 3, SearchText(title: "novo"))
            try db.index("other", 4, SearchText(title: "tabla"))
            func subjects(_ words: String...) throws -> [Int] {
                try db.rows("SELECT subject FROM \(db.found("book", words)) AS hit ORDER BY grade, subject").map { try $0["subject"] }
            }
            return try [
                subjects("tabla"), subjects("digit"), subjects("digitalna", "tab"), subjects("12"),
                subjects("staro"), subjects("novo"), subjects("digit", "tabla"), subjects("x\" OR *")]
        }
        #expect(found == [[2, 1], [1, 2], [1, 2], [1], [], [3], [], []])
        await database.close()
    }

    @Test(arguments: Engines.present) func `what is found by a stem alone stands behind what has the words, and a stem is no word`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let found = try await database.write { db in
            try db.index(many: "book", [
                (1, SearchText(title: "matematicke price", titleStems: "matematik pric")),
                (2, SearchText(title: "tabla", body: "matematika prica", bodyStems: "matematik pric")),
                (3, SearchText(title: "matematika", body: "prica", titleStems: "matematik", bodyStems: "pric")), (4, SearchText(title: "prica", titleStems: "pric")),
            ])
            func subjects(_ words: String...) throws -> [Int] {
                let stems = ["matematika": ["matematik", "mat"], "matematicke": ["matematik"], "prica": ["pric"], "price": ["pric"]]
                return try db.rows("SELECT subject FROM \(db.found("book", words, stems: { stems[$0] ?? [] })) AS hit ORDER BY grade, subject").map { try $0["subject"] }
            }
            let first = try [subjects("matematika", "prica"), subjects("matematicke", "price"), subjects("price"), subjects("matematik"), subjects("=matematik")]
            try db.unindex("book", 3)
            try db.index("book", 2, SearchText(title: "kreda"))
            return try first + [subjects("matematika"), subjects("kreda")]
        }
        #expect(found == [[2, 3, 1], [1, 2, 3], [1, 4, 2, 3], [3, 2], [], [1], [2]])
        await database.close()
    }

    @Test(arguments: Engines.present) func `the words in memory find what the words in the table find`(_ engine: Engines) async throws {
        let database = try await stocked(engine), words = ["ana", "analiza", "an", "skola", "skolski", "12", "123", "z", "zz"]
        let queries = words.map { [$0] } + [["ana", "sk"], ["sk", "ana"], ["skolska", "a"], ["12", "z", "an"], [], ["nista"], ["škola"], ["=skol"], ["an", "an"]]
        let differing = try await database.write { db in
            for subject in Int64(1)...60 {
                let own = words.indices.filter { (Int(subject) * ($0 + 3)) % 5 < 2 }.map { words[$0] }
                try db.index("book", subject, SearchText(
                    number: own.last ?? "", title: own.prefix(2).joined(separator: " "), body: own.joined(separator: " "), bodyStems: subject % 3 == 0 ? "skol" : ""))
            }
            let memory = try db.wordIndex("book")
            return try queries.filter { query in
                func stems(_ word: String) -> [String] { word.hasPrefix("skol") ? ["skol"] : [] }
                let rows = try db.rows("SELECT subject, grade FROM \(db.found("book", query, stems: stems)) AS hit")
                let table = try Dictionary(uniqueKeysWithValues: rows.map { (try $0["subject"] as Int64, try $0["grade"] as Int) })
                return table != Dictionary(uniqueKeysWithValues: memory.found(query, stems: stems).map { ($0.subject, $0.grade) })
            }
        }
        #expect(differing == [])
        await database.close()
    }

    @Test(arguments: Engines.present) func `a row that refers to what is not there is found`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        #expect(try await database.integrityFaults().isEmpty)
        let told = try await database.write { db in
            let shelves = try ["a", "b"].map { try db.insert("INSERT INTO shelf (name, room) VALUES (\($0), 1) RETURNING id") }
            for shelf in shelves + shelves { try db.run("INSERT INTO book (shelf, title) VALUES (\(shelf), 'књига')") }
            let before = try db.brokenReferences()
            // A hand that switched the rules off. Nothing of it is kept.
            return try db.trial {
                try db.run(engine == .sqlite ? "PRAGMA defer_foreign_keys = ON" : "ALTER TABLE shelf DISABLE TRIGGER ALL")
                try db.run("DELETE FROM shelf WHERE id = \(shelves[1])")
                return (before, try db.brokenReferences(), shelves[1])
            }
        }
        #expect(told.0.isEmpty && told.1 == ["book.shelf refers in 2 rows to no shelf, such as \(told.2)"])
        #expect(try await database.integrityFaults().isEmpty)
        await database.close()
    }

    @Test(arguments: Engines.present) func `a migration that fails leaves no trace, and one that changed is noticed`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        let broken = try Migration(file: "0002-broken.sql", source: "CREATE TABLE lamp (id {id}); CREATE TABLE lamp (id {id});")
        await #expect(throws: StorageError.self) { try await database.migrate(shop() + [broken]) }
        #expect(try await database.migrate(shop()).isEmpty)
        let mended = try Migration(file: "0002-lamp.sql", source: "CREATE TABLE lamp (id {id});")
        #expect(try await database.migrate(shop() + [mended]) == [2])
        let changed = try Migration(file: "0002-lamp.sql", source: "CREATE TABLE lamp (id {id}, x {int});")
        await #expect(throws: StorageError.self) { try await database.migrate(shop() + [changed]) }
        await #expect(throws: StorageError.self) { try await database.migrate(shop()) }
        await database.close()
    }

    @Test(arguments: Engines.present) func `a backup restores into an empty place of either engine, and only there`(_ engine: Engines) async throws {
        let database = try await stocked(engine)
        try await database.write { db in
            let shelf = try db.insert("INSERT INTO shelf (name, room, open, seal) VALUES ('полица', 3, \(false), \([1, 0] as [UInt8])) RETURNING id")
            try db.run("INSERT INTO book (shelf, title) VALUES (\(shelf), 'књига')")
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("backup-\(UUID().uuidString).sqlite").path
        try await Backup.write(database, migrations: shop(), files: { [Backup.File("a/б.pdf") { [9, 8] }] }, to: file)
        for target in Engines.present {
            let place = try await target.database()
            let files = Mutex<[String: [UInt8]]>([:])
            let count = try await Backup.restore(file, into: place, migrations: shop()) { path, bytes in files.withLock { $0[path] = bytes } }
            #expect(count == 1)
            #expect(files.withLock { $0 } == ["a/б.pdf": [9, 8]])
            let row = try #require(try await place.read { try $0.row("SELECT name, room, open, seal, title FROM shelf JOIN book ON book.shelf = shelf.id") })
            #expect(try row["name"] == "полица" && row["open"] == false && row["title"] == "књига")
            #expect(try row["seal"] == [1, 0] as [UInt8])
            let next = try await place.write { try $0.insert("INSERT INTO shelf (name, room) VALUES ('new', 1) RETURNING id") }
            #expect(next > 1)
            await #expect(throws: StorageError.self) { try await Backup.restore(file, into: place, migrations: shop()) { _, _ in } }
            await place.close()
        }
        await database.close()
    }
}
