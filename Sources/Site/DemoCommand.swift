package import Demo
import Files
import Kernel
package import Languages
package import Logging
package import Operation
import Storage
import Web

extension App {
    /// Fills an empty installation with what is invented.
    package static func demo(
        _ place: Place, settings: Settings, carried: Carried, size: Demo.Size, address: String, logger: Logger, tell: @escaping @Sendable (Phrase) -> Void
    ) async throws {
        try await withDemonstration(place, settings, carried, address, logger) { app in
            try await Demo.fill(app.records, seal: app.installation.seal, files: FileFolder(app.installation.files), planner: app.installation.planner,
                size: size, tell: tell)
        }
    }

    /// The people of a demonstration, as JSON.
    package static func cast(_ place: Place, settings: Settings, carried: Carried, address: String, logger: Logger) async throws -> String {
        try await withDemonstration(place, settings, carried, address, logger) { app in
            try DemoCast.json(try await app.records.read(as: .system) { try DemoCast.all(in: $0, address: app.records.address) })
        }
    }

    private static func withDemonstration<T>(
        _ place: Place, _ settings: Settings, _ carried: Carried, _ address: String, _ logger: Logger, _ work: (App) async throws -> T
    ) async throws -> T {
        let database = try place.open()
        try await database.migrate(carried.migrations)
        let app = try App(
            place: place, database: database, carried: carried, settings: settings, address: settings.address ?? address, isDemonstration: true, logger: logger)
        let done = try await work(app)
        await database.close()
        return done
    }
}
