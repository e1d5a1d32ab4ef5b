import Forms
import Foundation
import HTTPTypes
package import Hummingbird
import Kernel
import Languages
import Look

/// The way of every request: which centre, which language, who, whether this door is open to them; then the page; then the answer.
package struct Gate: Sendable {
    let installation: Installation
    let bodies = BodiesAtOnce()
    /// What may be asked of each address that a page has.
    private var doors: [(parts: [Substring], methods: Set<Route.Method>)] = []

    package init(installation: Installation) { self.installation = installation }

    /// All doors on one router, for each language.
    package func router(_ routes: Routes) -> Router<WebContext> {
        var gate = self
        gate.doors = routes.methods.map { ("/:language\($0.key)".split(separator: "/"), $0.value) }
        return gate.opened(routes)
    }

    /// The same, with the addresses known.
    func opened(_ routes: Routes) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: LastResort(gate: self))
        let doors = KeptFormDoors(gate: self, routes: routes)
        for route in routes.all { open(route, on: router, leadingTo: route.path == KeptFormPages.path ? doors : nil) }
        router.get("/static/:file") { request, context in
            try asset(context.parameters.get("file") ?? "", request)
        }
        router.get("/worker.js") { request, _ in try worker(request) }
        router.get("/") { request, _ in try await home(request) }
        return router
    }

    /// - Parameter doors: those to which a form that was kept may go on.
    private func open(_ route: Route, on router: Router<WebContext>, leadingTo doors: KeptFormDoors?) {
        router.on(RouterPath("/:language\(route.path)"), method: route.method.http) { request, context in
            guard let language = Language(rawValue: context.parameters.get("language") ?? "") else { throw HTTPError(.notFound) }
            let centre = try await centre(of: request)
            let arrival = Arrival(
                request: request, context: context, route: route, language: language, centre: centre,
                cookies: Cookies(request, isSecure: installation.isSecure))
            return try await pass(arrival, doors)
        }
    }

    /// The methods that an address of a page or a file knows; nil where there is none.
    func methods(at path: String) -> Set<String>? {
        let parts = path.split(separator: "/")
        var found: Set<Route.Method> = Installation.files.contains(path) || parts.first == "static" ? [.get] : []
        for door in doors where door.parts.count == parts.count && zip(door.parts, parts).allSatisfy({ $0.hasPrefix(":") || $0 == $1 }) {
            found.formUnion(door.methods)
        }
        guard !found.isEmpty else { return nil }
        return Set(found.map(\.rawValue)).union(found.contains(.get) ? ["HEAD"] : [])
    }

    // MARK: One request

    /// A request at its door, before anything is known of its sender.
    struct Arrival {
        let request: Request
        let context: WebContext
        let route: Route
        let language: Language
        let centre: CentreSign
        let cookies: Cookies

        /// The browser by its own cookie, if it has been here before.
        var browser: Token? { cookies.browser.map { Token(text: $0) } }
        /// The path behind the language.
        var path: String {
            request.uri.path.hasPrefix("/\(language.rawValue)") ? String(request.uri.path.dropFirst(language.rawValue.count + 1)) : ""
        }
    }

    /// A stranger may get the page that the stranger before was given.
    private func pass(_ arrival: Arrival, _ doors: KeptFormDoors?) async throws -> Response {
        let (request, route, cookies) = (arrival.request, arrival.route, arrival.cookies)
        let isStranger = cookies.session == nil && cookies.flash == nil
        guard route.keeping != .never, isStranger else { return try await receive(arrival, doors) }
        let isCompressed = accepts(request)
        let key = "\(arrival.centre.id)|\(isCompressed ? "gzip" : "plain")|\(request.uri.string)"
        if let entry = try await installation.cache.entry(key) { return kept(entry, arrival.language, request, cookies) }
        let version = try await installation.cache.version()
        let visit = try await visit(arrival, by: .visitor)
        let answer = try await answer(route, visit)
        guard case .page(let bytes, 200) = answer else { return response(answer, visit, request) }
        let entry = installation.cache.keep(key, bytes, route.keeping, isCompressed: isCompressed, etag: etag(bytes), version: version)
        return kept(entry, arrival.language, request, cookies)
    }

    /// Door and sender are asked first; of a body nothing is read before the door has been found open.
    private func receive(_ arrival: Arrival, _ doors: KeptFormDoors?) async throws -> Response {
        let isForm = arrival.route.method == .post
        guard !isForm || isOwn(arrival.request) else { throw HTTPError(.forbidden) }
        let sender = try await sender(arrival.cookies)
        guard arrival.route.audience.admits(sender.actor, at: arrival.centre.id) else { return try await refuse(arrival, sender) }
        let arrived = installation.records.now
        let body = isForm ? try await body(arrival, arrival.route.takes) : .nothing
        defer { withExtendedLifetime(body) {} }
        let visit = try await visit(arrival, by: sender.actor, sender.session, typed: body.typed, at: arrived)
        let answer = try await answer(arrival.route, visit)
        if let doors, case .redirect(let redirect) = answer, let form = redirect.form {
            var response = try await doors.responder.respond(to: form.request(like: arrival.request), context: arrival.context)
            if arrival.cookies.kept != nil { set(Cookies.kept, "", 0, on: &response) }
            return response
        }
        return response(answer, visit, arrival.request)
    }

    private func body(_ arrival: Arrival, _ size: BodySize) async throws -> Body {
        try await Body.read(
            arrival.request, size, among: bodies, into: installation.files.appending(path: Installation.incoming), greeting: arrival.context.channel)
    }

    /// The page, or what it refuses.
    private func answer(_ route: Route, _ visit: Visit) async throws -> Answer {
        do { return try await route.page(visit) } catch let problem as Problem { return explain(problem, visit) }
    }

    /// Whose session a request brings.
    struct Sender {
        var actor: Actor
        var session: Session?
        /// With all roles, also those that wait for the second factor.
        var whole: Actor
        /// Whose session has ended meanwhile.
        var ended: ID<PersonTag>?
    }

    /// Who is behind the session. Staff roles count only after the second factor.
    func sender(_ cookies: Cookies) async throws -> Sender {
        guard let cookie = cookies.session else { return Sender(actor: .visitor, whole: .visitor) }
        let token = Token(text: cookie)
        let installation = installation
        return try await installation.records.read(as: .system) { act in
            guard let bearer = try installation.bearer(token, act) else { return Sender(actor: .visitor, whole: .visitor) }
            guard let session = bearer.session, let whole = bearer.actor else { return Sender(actor: .visitor, whole: .visitor, ended: bearer.ended) }
            let actor = session.hasFactor ? whole : Actor(person: whole.person, name: whole.name, grants: whole.grants.filter { !$0.role.isStaff })
            return Sender(actor: actor, session: session, whole: whole)
        }
    }

    func visit(
        _ arrival: Arrival, by actor: Actor, _ session: Session? = nil, typed: Typed = .nothing, at arrived: Instant? = nil
    ) async throws -> Visit {
        if let session, session.isStale(at: installation.records.now) {
            let isStaff = actor.isStaff
            try await installation.records.write(by: .system) { try SessionStore.prolong(session, isStaff: isStaff, in: $0) }
        }
        let (request, cookies) = (arrival.request, arrival.cookies)
        var parameters: [String: String] = [:]
        for (name, value) in arrival.context.parameters { parameters[String(name)] = String(value) }
        return Visit(
            records: installation.records, actor: actor, session: session, centre: arrival.centre,
            t: installation.records.words.texts(arrival.language, in: arrival.centre.zone), path: arrival.path, parameters: parameters,
            query: Typed(urlEncoded: request.uri.query ?? "", limit: 100), typed: typed,
            network: network(request, arrival.context), device: request.headers[.userAgent] ?? "",
            audience: arrival.route.audience, cookies: cookies, browser: arrival.browser ?? Token.random(),
            flashes: cookies.flash.flatMap(Cookies.read).map { [Frame.Flash(.good, $0)] } ?? [],
            token: ActToken.sent(typed, by: arrival.browser, installation.seal), installation: installation, arrived: arrived ?? installation.records.now)
    }

    /// The door is closed to this sender. Whoever can open it by signing in, or by the second factor, is led there; to everybody else there is no such
    /// page. What was typed waits for whoever was signed in.
    private func refuse(_ arrival: Arrival, _ sender: Sender) async throws -> Response {
        let (request, route) = (arrival.request, arrival.route)
        let isFactorMissing = route.audience.admits(sender.whole, at: arrival.centre.id) && sender.session?.hasFactor == false
        guard !sender.actor.isSignedIn || isFactorMissing else {
            try await remember(sender.actor, at: route)
            throw HTTPError(.notFound)
        }
        let door = sender.actor.isSignedIn ? installation.factorPath : installation.signInPath
        var onward = arrival.path + (request.uri.query.map { "?\($0)" } ?? "")
        var (notice, cookie): (Phrase?, String?)
        if route.method == .post, route.path != KeptFormPages.path {
            onward = installation.audiences[route.path] == nil ? "" : arrival.path
            if let person = sender.actor.person ?? sender.ended {
                if let kept = try await keep(arrival, of: person) { onward = "/kept/\(kept)" } else { notice = T.web.notKept }
            } else if let sealed = try await sealed(arrival, upTo: KeptForm.mostInCookie) {
                cookie = Base64URL.text(sealed)
                onward = "/kept/\(KeptForm.inCookie)"
            }
        }
        let query = onward.isEmpty ? "" : "?\(Typed(["onward": onward]).query)"
        var response = Response(status: .seeOther, headers: [.location: "/\(arrival.language.rawValue)\(door)\(query)", .cacheControl: "no-store"])
        if let notice { say(installation.records.words.texts(arrival.language, in: arrival.centre.zone)(notice), on: &response) }
        if let cookie { set(Cookies.kept, cookie, KeptForm.minutes * 60, on: &response) }
        return response
    }

    /// - Returns: nil when nothing of it is kept.
    private func keep(_ arrival: Arrival, of person: ID<PersonTag>) async throws -> Int64? {
        guard let browser = arrival.browser, let sealed = try await sealed(arrival, upTo: BodySize.form.bytes) else { return nil }
        return try await installation.records.write(by: .system) { try KeptForm.keep(sealed, browser: browser, person: person, in: $0) }
    }

    /// - Returns: nil when it is not a form that this browser was given, does not say how large it is, is too large or carries files.
    private func sealed(_ arrival: Arrival, upTo most: Int) async throws -> [UInt8]? {
        let (request, now) = (arrival.request, installation.records.now)
        let type = request.headers[.contentType] ?? ""
        guard let browser = arrival.browser, !type.lowercased().hasPrefix("multipart/") else { return nil }
        guard let length = request.headers[.contentLength], Int(typed: length, in: 0...most) != nil else { return nil }
        let body = try await body(arrival, .form)
        guard ActToken.sent(body.typed, by: browser, installation.seal) != nil else { return nil }
        return try KeptForm(path: request.uri.path, contentType: type, body: body.bytes, at: now).sealed(by: installation.seal, for: browser)
    }

    /// The journal tells who knocked at doors that are not theirs; of twenty in an hour at most, for it must not grow by knocking.
    private func remember(_ actor: Actor, at route: Route) async throws {
        guard let person = actor.person else { return }
        do {
            try await installation.records.write(by: actor) { act in
                try Attempts("refused door", of: person.description, limit: 20, within: 3_600).count(in: act)
                let change = Change("door", from: "", to: "\(route.method) \(route.path)")
                try act.record(T.web.doorRefused, .person(person), changes: [change], retention: .short)
            }
        } catch let problem as Problem where problem.status == 429 {}
    }
}
