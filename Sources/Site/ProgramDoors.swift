import Foundation
import HTTPTypes
import Hummingbird
import Interfaces
import Kernel
import NIOCore
import Web

/// The doors of the interface for programs. They stand beside the pages, which all begin with a language: what no page answers and lies under `/api/v1` comes
/// here, whatever its method, so that a program never gets a page.
struct ProgramDoors: RouterMiddleware {
    let api: API
    let installation: Installation

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        guard API.owns(request.uri.path) else { return try await next(request, context) }
        guard let host = request.head.authority, let centre = try await installation.centre(host) else { throw HTTPError(.misdirectedRequest) }
        let answer = await api.answer(APIRequest(
            method: request.method.rawValue, path: request.uri.path, query: request.uri.query ?? "", authorization: request.headers[.authorization],
            isKnown: request.headers[.ifNoneMatch], languages: request.headers[.acceptLanguage] ?? "", network: network(request, context)), at: centre)
        return response(answer, to: request)
    }

    private func response(_ answer: APIAnswer, to request: Request) -> Response {
        var headers: HTTPFields = [.xContentTypeOptions: "nosniff"]
        for (name, value) in answer.headers { if let name = HTTPField.Name(name) { headers[name] = value } }
        var bytes = answer.bytes
        if let smaller = answer.compressed {
            headers[.vary] = "Accept-Encoding"
            if Self.accepts(request) { (bytes, headers[.contentEncoding]) = (smaller, "gzip") }
        }
        guard request.method != .head else {
            headers[.contentLength] = "\(bytes.count)"
            return Response(status: .init(code: answer.status), headers: headers, body: .init())
        }
        return Response(status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Whether the other side says plainly that it unpacks.
    private static func accepts(_ request: Request) -> Bool {
        request.headers[.acceptEncoding]?.split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            return parts.first == "gzip" && !parts.dropFirst().contains { $0.hasPrefix("q=0") && !$0.contains { "123456789".contains($0) } }
        } ?? false
    }

    /// Where a request comes from, as the gate tells it of pages.
    private func network(_ request: Request, _ context: WebContext) -> Network {
        let direct = context.remoteAddress?.ipAddress ?? ""
        let told = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
        guard installation.proxies.contains(direct), let told else { return Network(of: direct) }
        return Network(of: told.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? direct)
    }
}
