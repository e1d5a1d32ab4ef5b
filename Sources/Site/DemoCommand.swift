package import Demo
import Kernel
package import Logging
package import Operation
import Storage
import Web

extension App {
    /// - Parameter size: nil only tells the cast.
    /// - Returns: what to print.
    package static func demo(_ place: Place, settings: Settings, carried: Carried, size: Demo.Size?, address: String, logger: Logger) async throws -> String {
        let database = try place.open()
        try await database.migrate(carried.migrations)
        let app = try App(
            place: place, database: database, carried: carried, settings: settings, address: settings.address ?? address, isDemonstration: true, logger: logger)
        if let size { try await Demo.fill(app.records, seal: app.installation.seal, size: size) }
        let cast = try await app.records.read(as: .system) { try DemoCast.all(in: $0, address: app.records.address) }
        await database.close()
        return try size.map { "filled: \($0.rawValue)" } ?? DemoCast.json(cast)
    }
}
