import HTTPTypes
package import Kernel

/// One route: its address, who may open it, and the page behind it.
package struct Route: Sendable {
    package enum Method: String, Sendable {
        case get = "GET", post = "POST"

        var http: HTTPRequest.Method { self == .get ? .get : .post }
    }
    package typealias Page = @Sendable (Visit) async throws -> Answer

    package let method: Method
    /// Behind the language: `/events/:event`.
    package let path: String
    package let audience: Audience
    /// An address that exists in the small demonstration, for checks and pictures; `-` when there is none.
    package let example: String
    package let keeping: Keeping
    /// How large a body it takes.
    package let takes: BodySize
    let page: Page

    init(method: Method, path: String, audience: Audience, example: String = "-", keeping: Keeping = .never, takes: BodySize = .form, page: @escaping Page) {
        self.method = method
        self.path = path
        self.audience = audience
        self.example = example
        self.keeping = keeping
        self.takes = takes
        self.page = page
    }
}

/// Whether a stranger's page is kept and given to the next stranger, and until when.
package enum Keeping: Sendable {
    case never
    /// Until something that is written changes. Browsers keep it too, and ask each time whether it still stands.
    case whileWritten
    /// The same, and no longer than until a seat is taken or freed: for pages that show seats.
    case whileSeated
    /// Until something that is written changes, by this program alone: no browser and nobody on the way keeps what it tells of somebody.
    case here
}

/// The table of all routes. The audience has no default, so nobody can forget it.
package struct Routes: Sendable {
    package private(set) var all: [Route] = []

    package init() {}

    package init(_ rooms: [Room]) { all = rooms.flatMap(\.routes.all) }

    /// Who may open the pages, by their paths.
    package var audiences: [String: Audience] {
        Dictionary(all.filter { $0.method == .get }.map { ($0.path, $0.audience) }, uniquingKeysWith: { first, _ in first })
    }

    /// What may be asked of each path, behind the language.
    var methods: [String: Set<Route.Method>] {
        all.reduce(into: [:]) { $0[$1.path, default: []].insert($1.method) }
    }

    package mutating func get(_ path: String, _ audience: Audience, example: String = "-", kept: Keeping = .never, _ page: @escaping Route.Page) {
        all.append(Route(method: .get, path: path, audience: audience, example: example, keeping: kept, page: page))
    }

    package mutating func post(_ path: String, _ audience: Audience, takes size: BodySize = .form, _ page: @escaping Route.Page) {
        all.append(Route(method: .post, path: path, audience: audience, takes: size, page: page))
    }
}
