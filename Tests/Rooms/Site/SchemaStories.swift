import Foundation
import Kernel
import Languages
import Operation
import Queues
import Site
import Storage
import Testing
import Town

/// What a reviewer looks at to see a new table or a new route. Both files are written by bin/schema.
@Suite struct SchemaStories {
    @Test func `the schema in the documents is the schema of the program`() async throws {
        let database = try SQLite(path: FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString).sqlite").path)
        try await database.migrate(try Carried().migrations)
        let schema = try await database.schema()
        await database.close()
        try Self.compare(schema, with: "docs/schema.sql")
    }

    /// Columns that refer to another table and have no index, each with its reason. Where a row that something may refer to goes, the database looks for
    /// what refers to it; without an index it reads the whole table for each.
    private static let unindexed = [
        "centre.municipality": "a dozen rows", "certificate_batch.centre": "no centre is ever removed",
        "school_duty.centre": "no centre is ever removed", "school_invitation.centre": "no centre is ever removed",
    ]

    @Test func `what refers to another table has an index, or is named with its reason`() async throws {
        let town = try await Town()
        let (references, indexes) = try await town.finds { act in
            switch act.db.engine {
            case .sqlite: try (
                act.db.rows("""
                    SELECT m.name AS "table", f."from" AS "column" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
                    """),
                act.db.rows("""
                    SELECT m.name AS "table", c.name AS "column", coalesce(x.sql, '') AS made FROM sqlite_master m JOIN pragma_index_list(m.name) i
                    JOIN pragma_index_info(i.name) c ON c.seqno = 0 LEFT JOIN sqlite_master x ON x.name = i.name WHERE m.type = 'table' AND c.name IS NOT NULL
                    UNION ALL SELECT m.name, c.name, '' FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.pk = 1 WHERE m.type = 'table'
                    """))
            case .postgresql: try (
                act.db.rows("""
                    SELECT CAST(k.conrelid::regclass AS TEXT) AS "table", CAST(a.attname AS TEXT) AS "column" FROM pg_constraint k
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) WHERE k.contype = 'f'
                    """),
                act.db.rows("""
                    SELECT CAST(i.indrelid::regclass AS TEXT) AS "table", CAST(a.attname AS TEXT) AS "column", pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
                    JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                    """))
            }
        }
        func place(_ row: Row) throws -> String { "\(try row["table"] as String).\(try row["column"] as String)" }
        let found = Set(try references.map(place))
        #expect(found.count > 60)
        let indexed = try indexes.filter { row in
            // An index of some rows serves only where it leaves out none but those that refer to nothing.
            let made = (try row["made"] as String).components(separatedBy: " WHERE ")
            let column: String = try row["column"]
            return made.count == 1 || made[1].trimmingCharacters(in: ["(", ")"]) == "\(column) IS NOT NULL"
        }
        let missing = found.subtracting(try indexed.map(place))
        #expect(missing.subtracting(Self.unindexed.keys).isEmpty, "an index is missing for \(missing.subtracting(Self.unindexed.keys).sorted())")
        #expect(Set(Self.unindexed.keys).isSubset(of: missing), "these have one: \(Set(Self.unindexed.keys).subtracting(missing).sorted())")
    }

    @Test func `in the night SQLite looks at how its rows are spread`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        let (timetable, zone) = (town.app.timetable, Zone.utc)
        for _ in 0..<2 {
            try await town.does { try timetable.look(in: $0, zone: zone) }
            try await town.settles()
            town.clock.passes(days: 1)
        }
        guard !Ground.usesPostgreSQL else { return }
        #expect(try await town.finds { try $0.db.count("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'registration'") } > 0)
    }

    @Test func `the routes in the documents are the routes of the program`() throws {
        try Self.compare(Rooms.contents, with: "docs/routes.txt")
    }

    private static func compare(_ text: String, with path: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: path)
        if ProcessInfo.processInfo.environment["ZBORNICA_SCHEMA"] == "write" { try text.write(to: file, atomically: true, encoding: .utf8) }
        let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        #expect(written == text, "\(path) is out of date: run bin/schema")
    }
}
