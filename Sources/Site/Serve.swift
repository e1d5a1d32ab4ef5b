import Foundation
import Hummingbird
package import Logging
import Storage

extension App {
    /// Opens, migrates and serves until it is told to stop.
    package static func serve(_ place: Place, settings: Settings, carried: Carried, host: String, port: Int, logger: Logger) async throws {
        let database = try place.open()
        try await database.migrate(carried.migrations)
        let app = try App(
            place: place, database: database, carried: carried, settings: settings, address: settings.address ?? "http://\(host):\(port)",
            isDemonstration: false, logger: logger)
        let server = Application(
            responder: app.router.buildResponder(),
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: .init(address: .hostname(host, port: port)), logger: logger)
        try await server.runService()
        await database.close()
    }
}
