import Foundation
package import HTTPTypes
package import Hummingbird
import Kernel
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import Site
package import Testing
package import Web

/// A person's browser: it keeps cookies, opens pages, fills and sends the forms that it finds on them, and follows where it is sent.
/// Requests go through the real router; only the socket is missing.
package final class Browser: Sendable {
    private let respond: @Sendable (Request, WebContext) async throws -> Response
    private let cookies = NIOLockedValueBox<[String: String]>([:])
    private let last = NIOLockedValueBox<Page?>(nil)
    package let host: String
    package let language: String

    package init(_ responder: some HTTPResponder<WebContext> & Sendable, host: String = "localhost", language: String = "sr") {
        respond = { try await responder.respond(to: $0, context: $1) }
        self.host = host
        self.language = language
    }

    /// The same browser at another copy of the program: its cookies come along.
    package convenience init(_ responder: some HTTPResponder<WebContext> & Sendable, as other: Browser) {
        self.init(responder, host: other.host, language: other.language)
        let kept = other.cookies.withLockedValue { $0 }
        cookies.withLockedValue { $0 = kept }
    }

    /// The page that is open now.
    package var page: Page {
        get throws { try #require(last.withLockedValue { $0 }) }
    }

    package func cookie(_ name: String) -> String? { cookies.withLockedValue { $0[name] } }
    package func set(cookie name: String, _ value: String?) { cookies.withLockedValue { $0[name] = value } }

    /// Opens a page; a path without a language gets the browser's own.
    @discardableResult
    package func opens(_ path: String) async throws -> Page {
        var page = try await send(.get, address(path))
        var hops = 0
        while let onward = page.location, hops < 5 {
            page = try await send(.get, onward)
            hops += 1
        }
        last.withLockedValue { $0 = page }
        return page
    }

    /// Fills the form that acts at `action` on the open page and sends it as a browser would: hidden fields and what is already there come along.
    /// - Parameter follows: whether to go where the answer leads.
    @discardableResult
    package func sends(
        _ action: String, _ values: KeyValuePairs<String, String> = [:], follows: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Page {
        let open = try page
        let form = try #require(open.form(action), "no form for \(action) on \(open.path); there are \(open.forms.map(\.action))", sourceLocation: sourceLocation)
        return try await post(form, values, follows: follows)
    }

    /// Sends a form as it was found, possibly again, possibly long after.
    @discardableResult
    package func post(_ form: Page.Form, _ values: KeyValuePairs<String, String> = [:], follows: Bool = true) async throws -> Page {
        var fields = form.fields.filter { field in !values.contains { $0.key == field.name } }
        fields += values.map { (name: $0.key, value: $0.value) }
        let body = fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
        var page = try await send(.post, form.action, body: Array(body.utf8), type: "application/x-www-form-urlencoded")
        if follows, let onward = page.location { page = try await opens(onward) } else { last.withLockedValue { $0 = page } }
        return page
    }

    /// Sends a form with a file.
    @discardableResult
    package func uploads(_ action: String, field: String, name: String, bytes: [UInt8], _ values: KeyValuePairs<String, String> = [:]) async throws -> Page {
        let open = try page
        let form = try #require(open.form(action), "no form for \(action) on \(open.path); there are \(open.forms.map(\.action))")
        let boundary = "----story0123456789"
        var body: [UInt8] = []
        for (name, value) in form.fields.filter({ field in !values.contains { $0.key == field.name } }) + values.map({ ($0.key, $0.value) }) where name != field {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: application/octet-stream\r\n\r\n".utf8)
        body += bytes + Array("\r\n--\(boundary)--\r\n".utf8)
        var page = try await send(.post, form.action, body: body, type: "multipart/form-data; boundary=\(boundary)")
        if let onward = page.location { page = try await opens(onward) } else { last.withLockedValue { $0 = page } }
        return page
    }

    /// Sends a form with several files, as a slow connection would: something may happen while it is on its way.
    @discardableResult
    package func uploads(
        _ action: String, files: [(field: String, name: String, bytes: [UInt8])], _ values: KeyValuePairs<String, String> = [:],
        meanwhile: @escaping @Sendable () -> Void = {}
    ) async throws -> Page {
        let open = try page
        let form = try #require(open.form(action), "no form for \(action) on \(open.path); there are \(open.forms.map(\.action))")
        let boundary = "----story0123456789", names = Set(files.map(\.field) + ["files", "list", "file"])
        var body: [UInt8] = []
        for (name, value) in form.fields.filter({ field in !values.contains { $0.key == field.name } }) + values.map({ ($0.key, $0.value) }) where !names.contains(name) {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
            body += Array((head + "Content-Type: application/octet-stream\r\n\r\n").utf8) + file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        var page = try await send(.post, form.action, body: body, type: "multipart/form-data; boundary=\(boundary)", meanwhile: meanwhile)
        if let onward = page.location { page = try await opens(onward) } else { last.withLockedValue { $0 = page } }
        return page
    }

    /// One request, with nothing done for the person. What stands behind a # is the browser's own.
    package func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8] = [], type: String? = nil, headers extra: HTTPFields = [:],
        meanwhile: (@Sendable () -> Void)? = nil
    ) async throws -> Page {
        var headers = extra
        let cookie = cookies.withLockedValue { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !cookie.isEmpty { headers[.cookie] = cookie }
        if let type { headers[.contentType] = type }
        if method == .post { headers[.contentLength] = String(body.count) }
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: String(path.prefix { $0 != "#" }), headerFields: headers)
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "story", factory: { _ in SwiftLogNoOpLogHandler() }))
        let sent: RequestBody = if let meanwhile {
            .init(asyncSequence: AsyncStream { parts in
                parts.yield(ByteBuffer(bytes: body.prefix(body.count / 2)))
                Task {
                    // The first half has come; the second comes later.
                    try? await Task.sleep(for: .milliseconds(600))
                    meanwhile()
                    parts.yield(ByteBuffer(bytes: body.dropFirst(body.count / 2)))
                    parts.finish()
                }
            })
        } else { .init(buffer: ByteBuffer(bytes: body)) }
        let response = try await respond(Request(head: head, body: sent), WebContext(source: source))
        for cookie in response.headers[values: .setCookie] { keep(cookie) }
        let writer = Collected()
        try await response.body.write(writer)
        return Page(path: path, status: response.status.code, headers: response.headers, bytes: writer.bytes)
    }

    /// Begins a request whose body does not come to its end before `ends` does.
    package func begins(_ path: String, _ first: [UInt8], until ends: AsyncStream<Void>) async throws -> Int {
        let body = AsyncStream<ByteBuffer> { parts in
            parts.yield(ByteBuffer(bytes: first))
            Task {
                for await _ in ends {}
                parts.finish()
            }
        }
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let head = HTTPRequest(method: .post, scheme: "http", authority: host, path: path, headerFields: headers)
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "story", factory: { _ in SwiftLogNoOpLogHandler() }))
        return try await respond(Request(head: head, body: .init(asyncSequence: body)), WebContext(source: source)).status.code
    }

    private func keep(_ header: String) {
        let parts = header.split(separator: ";", maxSplits: 1)
        guard let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false), pair.count == 2 else { return }
        let isGone = header.contains("Max-Age=0")
        cookies.withLockedValue { $0[String(pair[0])] = isGone ? nil : String(pair[1]) }
    }

    private func address(_ path: String) -> String {
        let first = path.split(separator: "/").first.map(String.init) ?? ""
        let isWhole = ["sr", "sr-Latn", "lt", "en", "static", "health", "ready"].contains(first.split(separator: "?").first.map(String.init) ?? "")
        return isWhole ? path : "/\(language)\(path)"
    }

    private func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")) ?? ""
    }
}

/// Gathers what a response writes.
private final class Collected: ResponseBodyWriter {
    private let buffer = NIOLockedValueBox<[UInt8]>([])
    var bytes: [UInt8] { buffer.withLockedValue { $0 } }
    func write(_ part: ByteBuffer) async throws { buffer.withLockedValue { $0 += Array(part.readableBytesView) } }
    func finish(_ trailers: HTTPFields?) async throws {}
}
