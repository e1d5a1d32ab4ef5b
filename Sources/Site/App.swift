import Accounts
import Catalogue
import Centres
import Certificates
package import Documents
import Fetch
import Foundation
package import Hummingbird
import Interfaces
package import Kernel
package import Languages
package import Logging
package import Mail
package import Operation
package import Queues
package import Storage
package import Web

/// The whole house, wired: one database, one table of routes, the workers beside them.
package struct App: Sendable {
    package let place: Place
    package let carried: Carried
    package let records: Records
    package let installation: Installation
    package let routes: Routes
    package let jobs: JobQueue
    package let post: Post
    package let backups: Backups
    package let timetable: Timetable
    package let typesetter: Typesetter
    package let pulse = Pulse()
    let hosts: Hosts

    /// - Parameters:
    ///   - database: opened and migrated.
    ///   - address: under which the site is reached.
    package init(
        place: Place, database: any Database, carried: Carried, rooms: [Room] = Rooms.all, settings: Settings, address: String, isDemonstration: Bool,
        logger: Logger, courier: (any Courier)? = nil, clock: @escaping @Sendable () -> Instant = Instant.now
    ) throws {
        self.place = place
        self.carried = carried
        typesetter = settings.typesetter(carried, logger: logger)
        var exchange = rooms.exchange
        exchange.bring(settings.marcReader(carried))
        let records = Records(database: database, words: carried.words, address: address, exchange: exchange, clock: clock)
        self.records = records
        let own = [URL(string: address)].compactMap { url in url?.host.map { host in host + (url?.port.map { ":\($0)" } ?? "") } }
        let port = URL(string: address)?.port.map { ":\($0)" } ?? ""
        hosts = Hosts(records: records, known: Set(own + settings.hosts + ["localhost", "127.0.0.1", "[::1]"].flatMap { [$0, $0 + port] }))
        routes = Routes(rooms)
        var installation = Installation(
            records: records, seal: try Seal(file: place.data.appending(path: "key")), assets: carried.assets, logger: logger,
            centre: { [hosts] in try await hosts.centre($0) }, bearer: { try AccountStore.bearer(of: $0, in: $1) })
        installation.audiences = routes.audiences
        installation.proxies = Set(settings.proxies)
        installation.isSecure = address.hasPrefix("https:")
        installation.isDemonstration = isDemonstration
        installation.sendsMail = courier != nil || settings.mail != nil
        installation.fetcher = Fetcher(settings.callsInside ? .anywhere : .outside)
        installation.typesetter = typesetter
        installation.oldExcel = settings.oldExcel(carried)
        installation.wordWriter = settings.wordWriter(carried)
        installation.planner = settings.planner(carried)
        installation.signer = try settings.signer(typesetter)
        installation.documents = place.data.appending(path: "documents")
        installation.files = place.data.appending(path: "files")
        self.installation = installation
        backups = Backups(place: place, migrations: carried.migrations, settings: settings)
        timetable = Timetable(rooms.flatMap(\.clock).map { $0.line(installation) } + [backups.line])
        let work = rooms.reduce(into: timetable.work) { [installation] work, room in
            for (kind, done) in room.jobs { work[kind] = { job, _ in try await done(job, installation) } }
        }
        jobs = JobQueue(records: records, work: work)
        let from = settings.mail?.from
        let courier = try courier ?? settings.mail?.courier() ?? FolderCourier(place.data.appending(path: "outbox"))
        post = Post(records: records, courier: courier) { centre, act in
            let centre = try centre.map { try CentreStore.centre($0, in: act) } ?? CentreStore.all(in: act).first
            return (centre?.name ?? "Zbornica", from ?? centre?.email ?? "zbornica@localhost")
        }
    }

    package var router: Router<WebContext> {
        let router = Gate(installation: installation).router(routes)
        let engine = records.database.engine.rawValue
        router.get("/health") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"],
                     body: .init(byteBuffer: .init(string: #"{"status":"ok","engine":"\#(engine)","version":"\#(Version.text)"}"#)))
        }
        router.get("/ready", use: ready)
        router.get("/.well-known/zbornica-keys.json", use: publishedKeys)
        router.get("/.well-known/zbornica-status.json", use: publishedStatus)
        router.get("/.well-known/security.txt", use: security)
        router.get("/robots.txt", use: robots)
        router.get("/sitemap.xml", use: sitemap)
        router.get("/favicon.ico", use: favicon)
        router.get("/manifest.webmanifest", use: manifest)
        router.get("/.well-known/zbornica-keys/:key", use: credentialKey)
        router.get("/.well-known/zbornica-status/:centre/:list", use: credentialStatus)
        router.add(middleware: ProgramDoors(api: API(installation), installation: installation))
        router.get("/.well-known/zbornica/:feed", use: sharedFeed)
        return router
    }
}

package enum Version {
    package static let text = "0.1.0"
}
