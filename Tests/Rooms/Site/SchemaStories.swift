import Foundation
import Site
import Storage
import Testing
import Town

@Suite struct SchemaStories {
    /// `docs/schema.sql` is what a reader looks at; it is written by bin/schema.
    @Test func `the schema in the documents is the schema of the program`() async throws {
        let database = try SQLite(path: FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString).sqlite").path)
        try await database.migrate(try Carried().migrations)
        let schema = try await database.schema()
        await database.close()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "docs/schema.sql")
        if ProcessInfo.processInfo.environment["ZBORNICA_SCHEMA"] == "write" { try schema.write(to: file, atomically: true, encoding: .utf8) }
        let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        #expect(written == schema, "docs/schema.sql is out of date: run bin/schema")
    }
}
