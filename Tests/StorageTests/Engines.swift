import Foundation
import Storage

/// The engines that a test runs on: SQLite always, PostgreSQL where the test command has started one.
enum Engines: String, CaseIterable, Sendable {
    case sqlite, postgresql

    static var present: [Engines] {
        #if PostgreSQL
            ProcessInfo.processInfo.environment["ZBORNICA_TEST_POSTGRES"] == nil ? [.sqlite] : allCases
        #else
            [.sqlite]
        #endif
    }

    /// An empty database of its own.
    func database() async throws -> any Database {
        let name = "t" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
        switch self {
        case .sqlite:
            return try SQLite(path: FileManager.default.temporaryDirectory.appendingPathComponent(name + ".sqlite").path)
        case .postgresql:
            #if PostgreSQL
                let server = ProcessInfo.processInfo.environment["ZBORNICA_TEST_POSTGRES"] ?? ""
                let admin = try PostgreSQL(address: server, connections: 1)
                try await admin.command("CREATE DATABASE \(name)")
                await admin.close()
                return try PostgreSQL(address: server.replacingOccurrences(of: "/postgres?", with: "/\(name)?"), connections: 4)
            #else
                throw StorageError.connection("built without PostgreSQL")
            #endif
        }
    }
}
