package import Foundation
import NIOConcurrencyHelpers
package import Operation
import Site
import Storage

/// Databases for towns. The schema is laid once a run; each town gets a copy of it.
package enum Ground {
    /// PostgreSQL when the test command has started one and asks for it, else SQLite.
    package static var usesPostgreSQL: Bool {
        ProcessInfo.processInfo.environment["ZBORNICA_TEST_ENGINE"] == "postgresql"
    }

    package static func place(in folder: URL, carried: Carried) async throws -> Place {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if usesPostgreSQL {
            let server = ProcessInfo.processInfo.environment["ZBORNICA_TEST_POSTGRES"] ?? ""
            return Place(data: folder, database: try await copyOnServer(server, carried))
        }
        let file = folder.appending(path: "zbornica.sqlite")
        try FileManager.default.copyItem(at: try await template(carried), to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return Place(data: folder)
    }

    /// Clears away what a town stood on. On PostgreSQL that is 22 MB for each, in memory, and there are a thousand towns.
    package static func clear(_ place: Place) {
        try? FileManager.default.removeItem(at: place.data)
        #if PostgreSQL
            guard let address = place.database, let name = address.firstMatch(of: /\/(town\w+)\?/)?.output.1 else { return }
            let server = address.replacing("/\(name)?", with: "/postgres?")
            // Not behind the copies: every story asks for its town before the first is over.
            Task { try? await command("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", on: server) }
        #endif
    }

    private static let laid = Once<URL>()
    private static let laidOnServer = Once<String>()

    private static func template(_ carried: Carried) async throws -> URL {
        try await laid.value {
            let file = FileManager.default.temporaryDirectory.appending(path: "ground-\(UUID().uuidString).sqlite")
            let database = try SQLite(path: file.path)
            try await database.migrate(carried.migrations)
            await database.close()
            return file
        }
    }

    private static func copyOnServer(_ server: String, _ carried: Carried) async throws -> String {
        #if PostgreSQL
            @Sendable func address(_ name: String) -> String { server.replacingOccurrences(of: "/postgres?", with: "/\(name)?") }
            let template = try await laidOnServer.value {
                let name = "ground" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
                try await command("CREATE DATABASE \(name)", on: server)
                let database = try PostgreSQL(address: address(name), connections: 1)
                try await database.migrate(carried.migrations)
                await database.close()
                return name
            }
            let name = "town" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
            try await copies.one { try await command("CREATE DATABASE \(name) TEMPLATE \(template)", on: server) }
            return address(name)
        #else
            throw StorageError.connection("built without PostgreSQL")
        #endif
    }

    #if PostgreSQL
        private static func command(_ text: String, on server: String) async throws {
            let admin = try PostgreSQL(address: server, connections: 1)
            try await admin.command(text)
            await admin.close()
        }
    #endif

    /// A template can be copied once at a time.
    private static let copies = Turn()
}

/// A value made by the first who asks.
actor Once<T: Sendable> {
    private var task: Task<T, any Error>?

    func value(_ make: @escaping @Sendable () async throws -> T) async throws -> T {
        if let task { return try await task.value }
        let task = Task { try await make() }
        self.task = task
        return try await task.value
    }
}

/// One after another.
actor Turn {
    private var last: Task<Void, any Error>?

    func one(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let before = last
        let task = Task {
            _ = await before?.result
            try await work()
        }
        last = task
        try await task.value
    }
}
