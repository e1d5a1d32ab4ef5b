import Forms
import Foundation
import HTTPTypes
package import Hummingbird
import Kernel
import Languages
import Logging
import Look
import NIOCore
import Storage

/// The way of every request: which centre, which language, who, whether this door is open to them; then the page; then the answer.
package struct Gate: Sendable {
    let installation: Installation
    private static let formMax = 1 << 20
    private static let uploadMax = 12 << 20

    package init(installation: Installation) { self.installation = installation }

    /// All doors on one router, for each language.
    package func router(_ routes: Routes) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: LastResort(gate: self))
        for route in routes.all where route.path != KeptFormPages.path {
            router.on(RouterPath("/:language\(route.path)"), method: route.method.http) { request, context in
                try await self.pass(request, context, route)
            }
        }
        let doors = router.buildResponder()
        for route in routes.all where route.path == KeptFormPages.path {
            router.on(RouterPath("/:language\(route.path)"), method: route.method.http) { request, context in
                try await self.pass(request, context, route, doors)
            }
        }
        router.get("/static/:file") { request, context in
            try asset(context.parameters.get("file") ?? "", request)
        }
        router.get("/worker.js") { request, _ in try worker(request) }
        router.get("/") { request, _ in
            let centre = try await self.centre(of: request)
            return Response(status: .seeOther, headers: [.location: "/\(self.preferred(request, centre).rawValue)", .vary: "Accept-Language, Cookie", .cacheControl: "no-cache"])
        }
        return router
    }

    // MARK: One request

    /// - Parameter doors: those to which a form that was kept may go on.
    private func pass(_ request: Request, _ context: WebContext, _ route: Route, _ doors: RouterResponder<WebContext>? = nil) async throws -> Response {
        guard let language = Language(rawValue: context.parameters.get("language") ?? "") else { throw HTTPError(.notFound) }
        let centre = try await centre(of: request)
        let cookies = Cookies(request)
        let isCompressed = accepts(request)
        let key = "\(centre.id)|\(isCompressed ? "gzip" : "plain")|\(request.uri.string)"
        let isStranger = cookies.session == nil && cookies.flash == nil
        guard route.keeping != .never, isStranger else { return try await answer(request, context, route, doors, language, centre, cookies) }
        if let entry = try await installation.cache.entry(key) { return kept(entry, language, request, cookies) }
        let version = try await installation.cache.version()
        let visit = try await visit(request, context, route, language, centre, cookies, typed: .nothing, who: (.visitor, nil))
        let answer = try await answer(route, visit)
        guard case .page(let bytes, 200) = answer else { return response(answer, visit, request) }
        return kept(installation.cache.keep(key, bytes, route.keeping, isCompressed: isCompressed, etag: etag(bytes), version: version), language, request, cookies)
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ route: Route, _ doors: RouterResponder<WebContext>?,
        _ language: Language, _ centre: CentreSign, _ cookies: Cookies
    ) async throws -> Response {
        let who = try await who(cookies)
        var request = request
        let browser = cookies.browser.map { Token(text: $0) }
        var typed = Typed.nothing
        var body: [UInt8] = []
        if route.method == .post {
            guard isOwn(request) else { throw HTTPError(.forbidden) }
            body = try await collect(&request)
            typed = read(body, request.headers[.contentType] ?? "")
        }
        guard route.audience.admits(who.actor, at: centre.id) else {
            return try await refuse(request, route, language, centre, who, browser, typed, body)
        }
        let visit = try await visit(request, context, route, language, centre, cookies, typed: typed, who: (who.actor, who.session))
        let answer = try await answer(route, visit)
        if let doors, case .redirect(let redirect) = answer, let form = redirect.form {
            return try await doors.respond(to: form.request(like: request), context: context)
        }
        return response(answer, visit, request)
    }

    /// The page, or what it refuses.
    private func answer(_ route: Route, _ visit: Visit) async throws -> Answer {
        do { return try await route.page(visit) } catch let problem as Problem { return explain(problem, visit) }
    }

    private struct Who {
        var actor: Actor
        var session: Session?
        /// With all roles, also those that wait for the second factor.
        var whole: Actor
        var ended: ID<PersonTag>?
    }

    /// Who is behind the session. Staff roles count only after the second factor.
    private func who(_ cookies: Cookies) async throws -> Who {
        guard let cookie = cookies.session else { return Who(actor: .visitor, session: nil, whole: .visitor) }
        let token = Token(text: cookie)
        let installation = installation
        let found = try await installation.records.read(as: .system) { act -> (Session?, Actor?, ID<PersonTag>?) in
            let (live, ended) = try SessionStore.session(token, in: act)
            guard let live else { return (nil, nil, ended) }
            return (live, try installation.actor(live.person, act), nil)
        }
        guard let session = found.0, let whole = found.1 else { return Who(actor: .visitor, session: nil, whole: .visitor, ended: found.2) }
        let actor = session.hasFactor ? whole : Actor(person: whole.person, name: whole.name, grants: whole.grants.filter { !$0.role.isStaff })
        return Who(actor: actor, session: session, whole: whole)
    }

    private func visit(
        _ request: Request, _ context: WebContext, _ route: Route, _ language: Language, _ centre: CentreSign, _ cookies: Cookies,
        typed: Typed, who: (actor: Actor, session: Session?)
    ) async throws -> Visit {
        if let session = who.session, session.isStale(at: installation.records.now) {
            let isStaff = who.actor.isStaff
            try await installation.records.write(by: .system) { try SessionStore.prolong(session, isStaff: isStaff, in: $0) }
        }
        let browser = cookies.browser.map { Token(text: $0) }
        let flashes = cookies.flash.flatMap(Cookies.read).map { [Frame.Flash(.good, $0)] } ?? []
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters { parameters[String(name)] = String(value) }
        return Visit(
            records: installation.records, actor: who.actor, session: who.session, centre: centre,
            t: installation.records.words.texts(language, in: centre.zone),
            path: request.uri.path.hasPrefix("/\(language.rawValue)") ? String(request.uri.path.dropFirst(language.rawValue.count + 1)) : "", parameters: parameters,
            query: Typed(urlEncoded: request.uri.query ?? "", limit: 100), typed: typed,
            client: client(request, context), device: request.headers[.userAgent] ?? "",
            audience: route.audience, cookies: cookies, browser: browser ?? Token.random(), flashes: flashes,
            token: ActToken.sent(typed, by: browser, installation.seal), installation: installation)
    }

    // MARK: Refusals

    private func refuse(
        _ request: Request, _ route: Route, _ language: Language, _ centre: CentreSign, _ who: Who, _ browser: Token?, _ typed: Typed, _ body: [UInt8]
    ) async throws -> Response {
        let base = "/\(language.rawValue)"
        let path = String(request.uri.path.dropFirst(base.count))
        guard !who.actor.isSignedIn || (route.audience.admits(who.whole, at: centre.id) && who.session?.hasFactor == false) else { throw HTTPError(.notFound) }
        let door = who.actor.isSignedIn ? installation.factorPath : installation.signInPath
        var onward = path + (request.uri.query.map { "?\($0)" } ?? "")
        if route.method == .post, route.path != KeptFormPages.path {
            guard let browser, ActToken.sent(typed, by: browser, installation.seal) != nil else { throw HTTPError(.forbidden) }
            let form = KeptForm(path: request.uri.path, contentType: request.headers[.contentType] ?? "", body: body)
            let (seal, person) = (installation.seal, who.actor.person ?? who.ended)
            let kept = try await installation.records.write(by: .system) { try KeptForm.keep(form, browser: browser, person: person, seal: seal, in: $0) }
            onward = "/kept/\(kept)"
        }
        return Response(status: .seeOther, headers: [
            .location: "\(base)\(door)?\(Typed(["onward": onward]).query)", .cacheControl: "no-store",
        ])
    }

    /// A problem that no page took for its own.
    private func explain(_ problem: Problem, _ visit: Visit) -> Answer {
        problem.kind == .missing ? visit.missing() : visit.stopped(problem, status: problem.status)
    }

    /// Something threw what is no refusal: in the reader's language, with a number by which the log tells more.
    func fault(_ error: any Error, _ request: Request, _ context: WebContext) async -> Response {
        let status = (error as? HTTPError)?.status ?? (Self.isMissing(error) ? .notFound : .internalServerError)
        if status == .notFound, request.method == .get, let onward = try? await withLanguage(request) { return onward }
        let incident = status.code >= 500 ? String(Token.random().text.prefix(8)) : nil
        if let incident {
            installation.logger.error("\(request.method) \(request.uri.path): \(error)", metadata: ["incident": "\(incident)"])
        }
        let language = request.uri.path.split(separator: "/").first.flatMap { Language(rawValue: String($0)) }
        guard let centre = try? await centre(of: request) else {
            return Response(status: .misdirectedRequest, headers: [.contentType: "text/plain; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(string: "No centre answers to this address.\n")))
        }
        let route = Route(method: .get, path: "", audience: .public, example: "-", keeping: .never) { _ in .redirect("") }
        let who = (try? await self.who(Cookies(request)))?.actor ?? .visitor
        guard let visit = try? await visit(request, context, route, language ?? preferred(request, centre), centre, Cookies(request), typed: .nothing, who: (who, nil)) else {
            return Response(status: status)
        }
        return response(status == .notFound ? visit.missing() : visit.broken(Self.words(error), status: status.code, incident: incident), visit, request)
    }

    private static func words(_ error: any Error) -> Phrase {
        switch error {
        case StorageError.full: T.web.fullText
        case let error as HTTPError where error.status.code < 500: T.web.refusedText
        default: T.web.brokenText
        }
    }

    /// Addresses that are for programs and have no language.
    private static let bare: Set<String> = ["static", "health", "ready"]

    /// An address told by word of mouth has no language: the reader's own is put before it. Files keep their addresses.
    private func withLanguage(_ request: Request) async throws -> Response? {
        let first = request.uri.path.split(separator: "/").first.map(String.init) ?? ""
        guard !first.isEmpty, Language(rawValue: first) == nil, !request.uri.path.contains("."), !Self.bare.contains(first) else { return nil }
        let language = preferred(request, try await centre(of: request))
        return Response(status: .seeOther, headers: [.location: "/\(language.rawValue)\(request.uri.string)", .vary: "Accept-Language, Cookie", .cacheControl: "no-cache"])
    }

    private static func isMissing(_ error: any Error) -> Bool {
        if case StorageError.missing = error { true } else { false }
    }

    // MARK: Reading

    private func centre(of request: Request) async throws -> CentreSign {
        guard let host = request.head.authority, !host.isEmpty, let centre = try await installation.centre(host) else { throw HTTPError(.misdirectedRequest) }
        return centre
    }

    /// A form must come from a page of this site.
    private func isOwn(_ request: Request) -> Bool {
        if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!], site == "cross-site" { return false }
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        return origin.split(separator: "/").last.map(String.init) == request.head.authority
    }

    private func collect(_ request: inout Request) async throws -> [UInt8] {
        let isUpload = request.headers[.contentType]?.lowercased().hasPrefix("multipart/") ?? false
        let limit = isUpload ? Self.uploadMax : Self.formMax
        let copy = request
        let buffer = try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask {
                var copy = copy
                return try await copy.collectBody(upTo: limit)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(isUpload ? 120 : 30))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let buffer = first else { throw HTTPError(.requestTimeout) }
            return buffer
        }
        request.body = .init(buffer: buffer)
        return Array(buffer.readableBytesView)
    }

    private func read(_ body: [UInt8], _ contentType: String) -> Typed {
        if let boundary = Multipart.boundary(of: contentType) { return Multipart.read(body, boundary: boundary) ?? .nothing }
        return Typed(urlEncoded: String(decoding: body, as: UTF8.self))
    }

    private func client(_ request: Request, _ context: WebContext) -> String {
        let direct = context.remoteAddress?.ipAddress ?? ""
        guard installation.proxies.contains(direct), let told = request.headers[HTTPField.Name("X-Forwarded-For")!] else { return direct }
        return told.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? direct
    }

    private func preferred(_ request: Request, _ centre: CentreSign) -> Language {
        Cookies(request).language.flatMap(Language.init(rawValue:)) ?? Language(accepting: request.headers[.acceptLanguage] ?? "") ?? centre.language
    }
}
