import Catalogue
import Centres
import Demo
import Documents
import Events
import Foundation
import Hummingbird
import HummingbirdCore
import Kernel
package import Logging
package import Operation
import Registration
import ServiceLifecycle
import Storage
import UnixSignals
import Web

extension App {
    /// How long a visitor may be silent, and how many may be connected at once.
    private static let idleSeconds: Int64 = 30
    private static let connectionsMax = 2_000

    /// Opens, migrates and serves until it is told to stop; then at most five seconds pass.
    package static func serve(_ place: Place, settings: Settings, carried: Carried, host: String, port: Int, demo: Bool = false, logger: Logger) async throws {
        let database = try place.open()
        let backups = Backups(place: place, migrations: carried.migrations, settings: settings)
        let missing = try await database.missing(carried.migrations)
        try await database.migrate(carried.migrations) { try await backups.before(missing, of: database) }
        let app = { (isDemonstration: Bool) in
            try App(
                place: place, database: database, carried: carried, settings: settings, address: settings.address ?? "http://\(host):\(port)",
                isDemonstration: isDemonstration, logger: logger)
        }
        if demo { try await fill(app(true)) }
        let isDemonstration = try await database.read { try Setting.demonstration.value(in: $0) } != nil
        guard !isDemonstration || isLoopback(host) else {
            throw Settings.Fault(description: "this is a demonstration, whose doors stand open: it is served on 127.0.0.1 only, not on \(host)")
        }
        try await run(app(isDemonstration), host: host, port: port, logger: logger)
        await database.close()
    }

    /// An installation that holds anything stays as it is.
    private static func fill(_ app: App) async throws {
        let isEmpty = try await app.records.read(as: .system) { try CentreStore.all(in: $0).isEmpty }
        if isEmpty { try await Demo.fill(app.records, seal: app.installation.seal, size: .small) }
    }

    private static func run(_ app: App, host: String, port: Int, logger: Logger) async throws {
        let server = Application(
            responder: app.router.buildResponder(),
            server: .http1(configuration: .init(
                idleTimeout: .seconds(idleSeconds),
                httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(host, port: port), backlog: 512, availableConnectionsDelegate: MaximumAvailableConnections(connectionsMax)),
            services: app.workers(logger), logger: logger)
        var group = ServiceGroupConfiguration(services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(3)
        group.maximumCancellationDuration = .seconds(1)
        do { try await ServiceGroup(configuration: group).run() } catch {
            await app.typesetter.stop()
            throw error
        }
        await app.typesetter.stop()
    }

    private static func isLoopback(_ host: String) -> Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
