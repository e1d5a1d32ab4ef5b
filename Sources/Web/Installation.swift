package import Documents
package import Fetch
package import Forms
package import Foundation
package import Kernel
import Languages
package import Logging
import Look
package import Planner
package import Sheets

/// What the web needs from the floors above it, given once at the start. It knows no domain: whoever is behind a session and whichever centre a host
/// names is told by these functions.
package struct Installation: Sendable {
    package var records: Records
    package var seal: Seal
    package var assets: AssetFiles
    package var logger: Logger
    /// The centre of a host; nil when no centre answers to it.
    package var centre: @Sendable (_ host: String) async throws -> CentreSign?
    /// Who holds the token of a session; nil when there is no such session.
    package var bearer: @Sendable (_ token: Token, _ act: Act) throws -> Bearer?
    /// Who may open the pages, by their paths in the table of routes.
    package var audiences: [String: Audience] = [:]
    /// Where somebody goes who must first enter, or first show a second factor.
    package var signInPath = "/sign-in"
    package var factorPath = "/second-factor"
    /// Addresses of proxies whose word about the client is taken.
    package var proxies: Set<String> = []
    /// Whether cookies are for encrypted connections only.
    package var isSecure = false
    package var isDemonstration = false
    /// Whether letters leave; without a mail server they only lie in a folder.
    package var sendsMail = false
    /// Sets what is printed; nil where nothing is.
    package var typesetter: Typesetter?
    /// Opens old workbooks that come in; nil where nothing does.
    package var oldExcel: OldExcel?
    /// Writes papers that an office goes on to write in; nil where nothing does.
    package var wordWriter: WordWriter?
    /// Plans a term, and hides small numbers; nil where nothing does.
    package var planner: Planner?
    /// Calls other servers.
    package var fetcher = Fetcher()
    /// Signs what is printed; nil where no key is named.
    package var signer: (any DocumentSigner)?
    /// Where set documents are kept until they are taken: a convenience, not a record.
    package var documents = FileManager.default.temporaryDirectory
    /// Where what people upload is kept, under its digest. Several copies of the program share it.
    package var files = FileManager.default.temporaryDirectory.appending(path: "files")
    /// Within that folder: what is coming in and has no place yet.
    package static let incoming = ".incoming"
    let cache: PageCache
    /// The lines of all menus, in their order.
    let menu: [MenuLine]

    /// Addresses that have no language, because programs ask for them.
    package static let files: Set<String> = [
        "/", "/health", "/ready", "/worker.js", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/manifest.webmanifest", "/.well-known/security.txt",
        "/.well-known/zbornica-keys.json", "/.well-known/zbornica-status.json",
    ]

    package init(
        records: Records, seal: Seal, assets: AssetFiles, logger: Logger,
        centre: @escaping @Sendable (String) async throws -> CentreSign?,
        bearer: @escaping @Sendable (Token, Act) throws -> Bearer?
    ) {
        self.records = records
        self.seal = seal
        self.assets = assets
        self.logger = logger
        self.centre = centre
        self.bearer = bearer
        cache = PageCache(records: records)
        menu = records.exchange.all(MenuLine.self).sorted { $0.place < $1.place }
    }
}
