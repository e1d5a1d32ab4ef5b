import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Languages
import Logging
import NIOCore
import NIOHTTP1
import Storage

// What becomes a page although no page meant it: refusals that none took for its own, and faults.

extension Gate {
    /// A problem that no page took for its own.
    func explain(_ problem: Problem, _ visit: Visit) -> Answer {
        problem.kind == .missing ? visit.missing() : visit.stopped(problem, status: problem.status, back: page(above: visit))
    }

    /// The page from whose form somebody came: the nearest one that stands above the address; the home page when there is none.
    private func page(above visit: Visit) -> String {
        let language = "/\(visit.language.rawValue)"
        var parts = visit.path.split(separator: "/")
        while parts.popLast() != nil, !parts.isEmpty {
            let path = language + "/" + parts.joined(separator: "/")
            if methods(at: path)?.contains("GET") == true { return path }
        }
        return language
    }

    /// Something threw what is no refusal of a page: told in the reader's language; a fault of our own with a number by which the log tells more.
    func fault(_ error: any Error, _ request: Request, _ context: WebContext) async -> Response {
        if Self.isMissing(error), request.method == .get, let onward = try? await withLanguage(request) { return onward }
        let refusal = refusal(error, of: request)
        let incident = Self.isOwn(error) ? String(Token.random().text.prefix(8)) : nil
        if let incident {
            installation.logger.error("\(request.method) \(told(request, context)): \(error)", metadata: ["incident": "\(incident)"])
        }
        var response = await page(of: refusal, incident, request, context)
        response.headers.append(contentsOf: refusal.headers)
        return response
    }

    private func page(of refusal: Refusal, _ incident: String?, _ request: Request, _ context: WebContext) async -> Response {
        let named = request.uri.path.split(separator: "/").first.flatMap { Language(rawValue: String($0)) }
        guard let centre = try? await centre(of: request) else { return bare(refusal, named ?? Language(accepting: request.headers[.acceptLanguage] ?? "") ?? .en) }
        let route = Route(method: .get, path: "", audience: .public) { _ in .redirect("") }
        let cookies = Cookies(request, isSecure: installation.isSecure)
        let arrival = Arrival(
            request: request, context: context, route: route, language: named ?? preferred(request, centre), centre: centre, cookies: cookies)
        let actor = (try? await sender(cookies))?.actor ?? .visitor
        guard let visit = try? await visit(arrival, by: actor) else { return bare(refusal, arrival.language) }
        let isNowhere = refusal.status == .notFound || refusal.status == .methodNotAllowed
        let answer = isNowhere ? visit.missing(status: refusal.status.code) : visit.broken(refusal.words, status: refusal.status.code, incident: incident)
        return self.response(answer, visit, request)
    }

    /// Where not even the centre is known.
    private func bare(_ refusal: Refusal, _ language: Language) -> Response {
        let words = installation.records.words.texts(language, in: .utc)(refusal.words)
        return Response(
            status: refusal.status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: words + "\n")))
    }

    private func refusal(_ error: any Error, of request: Request) -> Refusal {
        if Self.isMissing(error), let methods = methods(at: request.uri.path), !methods.contains(request.method.rawValue) {
            return Refusal(status: .methodNotAllowed, words: T.web.missingText, headers: [.allow: methods.sorted().joined(separator: ", ")])
        }
        return switch error {
        case let refusal as Refusal: refusal
        case StorageError.connection, StorageError.commitUnknown: .away
        case StorageError.full: Refusal(status: .internalServerError, words: T.web.fullText)
        case _ where Self.isMissing(error): Refusal(status: .notFound, words: T.web.missingText)
        case let error as HTTPError where error.status == .misdirectedRequest: Refusal(status: error.status, words: T.web.nobodyHere)
        case let error as HTTPError where error.status.code < 500 || error.status == .notImplemented: Refusal(status: error.status, words: T.web.refusedText)
        default: Refusal(status: .internalServerError, words: T.web.brokenText)
        }
    }

    /// Whether something is wrong here, and not with the request.
    private static func isOwn(_ error: any Error) -> Bool {
        if isMissing(error) { return false }
        return switch error {
        case is Refusal: false
        case let error as HTTPError: error.status.code >= 500 && error.status != .notImplemented
        default: true
        }
    }

    private static func isMissing(_ error: any Error) -> Bool {
        if case StorageError.missing = error { return true }
        return (error as? HTTPError)?.status == .notFound
    }

    /// The address as the log may tell it. What stands in the place of a parameter may be a secret: numbers of rows and the language are told, nothing else.
    private func told(_ request: Request, _ context: WebContext) -> String {
        guard let endpoint = context.endpointPath else { return "an unknown address" }
        let parts = request.uri.path.split(separator: "/")
        let names = endpoint.split(separator: "/")
        return "/" + zip(names, parts).map { name, part in
            guard name.hasPrefix(":") || name.hasPrefix("{") else { return String(name) }
            let isTold = Language(rawValue: String(part)) != nil || (!name.contains("code") && part.utf8.allSatisfy { (0x30...0x39).contains($0) })
            return isTold ? String(part) : String(name)
        }.joined(separator: "/")
    }
}

/// Whatever is thrown on the way becomes a page; nothing of the inside is told. What is no HTTP at all is left to the server below, which ends the connection.
struct LastResort: RouterMiddleware {
    let gate: Gate

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        var response: Response
        do {
            try Self.check(request)
            response = try await next(request, context)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            response = await gate.fault(error, request, context)
        }
        // On whatever is answered, a redirect as much as a page: from then on the browser comes over TLS alone.
        if gate.installation.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return response
    }

    /// Codings and expectations that nobody here knows.
    private static func check(_ request: Request) throws {
        if let coding = request.headers[.transferEncoding], coding.lowercased() != "chunked" { throw HTTPError(.notImplemented) }
        if let expected = request.headers[.expect], expected.lowercased() != "100-continue" { throw HTTPError(.expectationFailed) }
    }
}
