import Forms
import HTTPTypes
import Hummingbird
import Kernel
import Languages
import Logging
import NIOCore
import Storage

// What becomes a page although no page meant it: refusals that none took for its own, and faults.

extension Gate {
    /// A problem that no page took for its own.
    func explain(_ problem: Problem, _ visit: Visit) -> Answer {
        problem.kind == .missing ? visit.missing() : visit.stopped(problem, status: problem.status)
    }

    /// Something threw what is no refusal: told in the reader's language, with a number by which the log tells more.
    func fault(_ error: any Error, _ request: Request, _ context: WebContext) async -> Response {
        let status = (error as? HTTPError)?.status ?? (Self.isMissing(error) ? .notFound : .internalServerError)
        if status == .notFound, request.method == .get, let onward = try? await withLanguage(request) { return onward }
        let incident = status.code >= 500 ? String(Token.random().text.prefix(8)) : nil
        if let incident {
            installation.logger.error("\(request.method) \(request.uri.path): \(error)", metadata: ["incident": "\(incident)"])
        }
        let language = request.uri.path.split(separator: "/").first.flatMap { Language(rawValue: String($0)) }
        guard let centre = try? await centre(of: request) else {
            return Response(
                status: .misdirectedRequest, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "No centre answers to this address.\n")))
        }
        let route = Route(method: .get, path: "", audience: .public, example: "-", keeping: .never) { _ in .redirect("") }
        let cookies = Cookies(request, isSecure: installation.isSecure)
        let arrival = Arrival(
            request: request, context: context, route: route, language: language ?? preferred(request, centre), centre: centre, cookies: cookies)
        let actor = (try? await sender(cookies))?.actor ?? .visitor
        guard let visit = try? await visit(arrival, by: actor) else { return Response(status: status) }
        let answer = status == .notFound ? visit.missing() : visit.broken(Self.words(error), status: status.code, incident: incident)
        return response(answer, visit, request)
    }

    private static func words(_ error: any Error) -> Phrase {
        switch error {
        case StorageError.full: T.web.fullText
        case let error as HTTPError where error.status.code < 500: T.web.refusedText
        default: T.web.brokenText
        }
    }

    private static func isMissing(_ error: any Error) -> Bool {
        if case StorageError.missing = error { true } else { false }
    }
}

/// Whatever is thrown on the way becomes a page; nothing of the inside is told.
struct LastResort: RouterMiddleware {
    let gate: Gate

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        var response: Response
        do { response = try await next(request, context) } catch { response = await gate.fault(error, request, context) }
        // On whatever is answered, a redirect as much as a page: from then on the browser comes over TLS alone.
        if gate.installation.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return response
    }
}
