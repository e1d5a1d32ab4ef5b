import Catalogue
import Centres
import Demo
import Documents
import Events
import Files
import Foundation
import Hummingbird
import HummingbirdCore
import Kernel
import Languages
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

    /// What the system must allow for them, and for files.
    private static let descriptors: rlim_t = 4_096

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
            throw Problem.conflict(T.site.demoToTheWorld(host: .text(host)))
        }
        let mark = try RunningMark(in: place)
        if let fallen = mark.fallen {
            logger.warning("the program that began at \(fallen) has fallen and is started again; what was confirmed stands, what waited goes on")
            try await database.write { try Setting.fallen.set(Instant.now().iso, in: $0) }
        }
        try await run(app(isDemonstration), host: host, port: port, mark: mark, logger: logger)
        await database.close()
        mark.remove()
    }

    /// An installation that holds anything stays as it is.
    private static func fill(_ app: App) async throws {
        let isEmpty = try await app.records.read(as: .system) { try CentreStore.all(in: $0).isEmpty }
        guard isEmpty else { return }
        let installation = app.installation
        try await Demo.fill(app.records, seal: installation.seal, files: FileFolder(installation.files), planner: installation.planner, size: .small)
    }

    private static func run(_ app: App, host: String, port: Int, mark: RunningMark, logger: Logger) async throws {
        allowDescriptors()
        let connections = Connections(most: connectionsMax)
        let server = Application(
            responder: app.router.buildResponder(),
            server: .http1(configuration: .init(
                additionalChannelHandlers: [WireFitter(connections)], idleTimeout: .seconds(idleSeconds),
                httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(host, port: port), backlog: 512), services: app.workers(logger),
            onServerRunning: { _ in mark.set(at: Instant.now().iso) }, logger: logger)
        // The last of the services is the first to hear that the end has come.
        var group = ServiceGroupConfiguration(
            services: [server, LastMinute(mark: mark, logger: logger)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(3)
        do { try await ServiceGroup(configuration: group).run() } catch {
            await app.typesetter.stop()
            throw error
        }
        await app.typesetter.stop()
    }

    /// A system often allows a process a thousand open files and connections, and more when it asks.
    private static func allowDescriptors() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < descriptors else { return }
        limit.rlim_cur = min(descriptors, limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private static func isLoopback(_ host: String) -> Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// Ends the program when something it waits for, such as a mail server that is silent, does not let go. Nothing is lost by that: a letter or a job in hand
/// has its lease and is taken up at the next start.
private struct LastMinute: Service {
    private static let seconds = 4.5

    let mark: RunningMark
    let logger: Logger

    func run() async throws {
        try? await gracefulShutdown()
        Thread.detachNewThread { [mark, logger] in
            Thread.sleep(forTimeInterval: Self.seconds)
            logger.notice("ended with work in hand, which goes on at the next start")
            mark.remove()
            _exit(0)
        }
    }
}
