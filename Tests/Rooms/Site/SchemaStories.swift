import Foundation
import Operation
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
