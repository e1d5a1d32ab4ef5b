import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Languages
import NIOCore

extension Gate {
    /// An answer as HTTP: status, security headers, cookies, compression.
    func response(_ answer: Answer, _ visit: Visit, _ request: Request) -> Response {
        var response: Response
        switch answer {
        case .page(let bytes, let status):
            response = body(bytes, type: "text/html; charset=utf-8", request, compressed: nil)
            response.status = .init(code: status)
            if !visit.flashes.isEmpty { set(Cookies.flash, "", 0, on: &response) }
            if status != 404, status != 405, status < 500 {
                nameBrowser(of: visit, on: &response)
                remember(visit.language, visit.cookies, on: &response)
            }
        case .file(let bytes, let type, let name):
            response = body(bytes, type: type, request, compressed: nil)
            if let name { response.headers[.contentDisposition] = DownloadName(text: name).header }
        case .picture(let bytes, let type): return picture(bytes, type, request)
        case .widget(let bytes): return widget(bytes, request)
        case .stored(let file, let type, let name): return stored(file, type, name)
        case .feed(let bytes, let type): return feed(bytes, type, request)
        case .redirect(let redirect):
            response = Response(status: .seeOther, headers: [.location: redirect.path])
            nameBrowser(of: visit, on: &response)
            if let notice = redirect.notice { say(visit.t(notice), on: &response) }
            if let session = redirect.session { change(session, on: &response) }
        case .session(let session, let answer):
            response = self.response(answer, visit, request)
            change(session, on: &response)
            return response
        }
        response.headers[.cacheControl] = "no-store"
        secure(&response)
        return response
    }

    /// A browser without a name gets the one that it had in this visit: what was sealed for it opens in it alone, also where it was sent on before it saw a
    /// page. Pages that every stranger gets alike name nobody.
    private func nameBrowser(of visit: Visit, on response: inout Response) {
        if visit.cookies.browser == nil { set(Cookies.browser, visit.browser.text, 365 * 86_400, on: &response) }
    }

    /// Is said once, on the next page.
    func say(_ words: String, on response: inout Response) { set(Cookies.flash, Cookies.written(words), 60, on: &response) }

    /// What a program asks for again and again is not sent again while it stands. When a calendar was made is no change of it.
    private func feed(_ bytes: [UInt8], _ type: String, _ request: Request) -> Response {
        let tag = etag(Array(bytes.split(separator: 10).filter { !$0.starts(with: "DTSTAMP:".utf8) }.joined()))
        var response = isKnown(tag, to: request) ? Response(status: .notModified) : body(bytes, type: type, request, compressed: nil)
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "no-cache"
        secure(&response)
        return response
    }

    private func isKnown(_ tag: String, to request: Request) -> Bool {
        request.headers[.ifNoneMatch]?.split(separator: ",").contains { $0.trimmingCharacters(in: .whitespaces) == tag } ?? false
    }

    private func change(_ session: SessionChange, on response: inout Response) {
        switch session {
        case .begin(let token, let seconds): set(Cookies.session, token, seconds, on: &response)
        case .end: set(Cookies.session, "", 0, on: &response)
        }
    }

    /// A picture keeps its own strict policy: opened by itself, an SVG is a document.
    private func picture(_ bytes: [UInt8], _ type: String, _ request: Request) -> Response {
        var response = body(bytes, type: type, request, compressed: nil)
        response.headers[.cacheControl] = Self.unchanging
        secure(&response)
        response.headers[.contentSecurityPolicy] = Self.inert
        return response
    }

    /// Here alone another site's page may stand around ours.
    private func widget(_ bytes: [UInt8], _ request: Request) -> Response {
        var response = body(bytes, type: "text/html; charset=utf-8", request, compressed: nil)
        response.headers[.cacheControl] = "public, max-age=300"
        secure(&response)
        response.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors *"
        return response
    }

    private static let unchanging = "private, max-age=31536000, immutable"
    private static let inert = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

    /// A piece at a time, so that a large file costs no memory. Whatever is in it, nothing of it runs here.
    private func stored(_ file: URL, _ type: String, _ name: String?) -> Response {
        let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? nil
        let body = ResponseBody(contentLength: size) { writer in
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            while let piece = try handle.read(upToCount: 256 << 10), !piece.isEmpty { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, headers: [.contentType: type], body: body)
        if let name { response.headers[.contentDisposition] = DownloadName(text: name).header }
        response.headers[.cacheControl] = name == nil ? Self.unchanging : "private, no-cache"
        secure(&response)
        response.headers[.contentSecurityPolicy] = Self.inert
        return response
    }

    /// A page that every stranger gets alike.
    func kept(_ entry: PageCache.Entry, _ language: Language, _ request: Request, _ cookies: Cookies) -> Response {
        var response: Response
        let isShared = entry.keeping != .here
        if isShared, isKnown(entry.etag, to: request) {
            response = Response(status: .notModified)
        } else {
            response = body(entry.bytes, type: "text/html; charset=utf-8", request, compressed: .some(entry.compressed))
        }
        if isShared { response.headers[.eTag] = entry.etag }
        response.headers[.cacheControl] = isShared ? "no-cache" : "no-store"
        response.headers[.vary] = "Accept-Encoding, Cookie"
        remember(language, cookies, on: &response)
        secure(&response)
        return response
    }

    func asset(_ name: String, _ request: Request) throws -> Response {
        guard let file = installation.assets.file(name) else { throw HTTPError(.notFound) }
        var response = body(file.bytes, type: file.type, request, compressed: .some(file.compressed))
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        secure(&response)
        return response
    }

    /// The worker for pages that go on without a network, asked for anew by the browser whenever it looks.
    func worker(_ request: Request) throws -> Response {
        guard let file = installation.assets.worker else { throw HTTPError(.notFound) }
        var response = body(file.bytes, type: file.type, request, compressed: nil)
        response.headers[.cacheControl] = "no-cache"
        secure(&response)
        return response
    }

    /// A weak tag: the compressed and the plain form are the same page. Eight bytes at a time, for whole pages.
    func etag(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash >> 32
        }
        bytes.withUnsafeBytes { bytes in
            for place in stride(from: 0, to: bytes.count - 7, by: 8) { mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
            for byte in bytes.suffix(bytes.count % 8) { mix(UInt64(byte)) }
        }
        return "W/\"\(String(hash, radix: 36))\""
    }

    /// - Parameter compressed: a form compressed before (or known not to shrink); nil compresses now.
    private func body(_ bytes: [UInt8], type: String, _ request: Request, compressed: [UInt8]??) -> Response {
        var headers: HTTPFields = [.contentType: type]
        var sent = bytes
        let shrinks = type.hasPrefix("text/") || type.hasPrefix("image/svg") || type.contains("json")
        if shrinks, accepts(request), let smaller = compressed ?? Gzip.compress(bytes, level: 5) {
            sent = smaller
            headers[.contentEncoding] = "gzip"
        }
        if shrinks { headers[.vary] = "Accept-Encoding" }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: sent)))
    }

    /// The language that was read last is the one that the bare address opens in.
    private func remember(_ language: Language, _ cookies: Cookies, on response: inout Response) {
        guard cookies.language != language.rawValue else { return }
        set(Cookies.language, language.rawValue, 365 * 86_400, on: &response)
    }

    func set(_ name: String, _ value: String, _ seconds: Int, on response: inout Response) {
        response.headers.append(HTTPField(name: .setCookie, value: Cookies.cookie(name, value, seconds: seconds, isSecure: installation.isSecure)))
    }

    private func secure(_ response: inout Response) {
        response.headers.append(contentsOf: Self.guards)
    }

    /// Made once: each value is looked through for letters that a header may not have.
    private static let guards: HTTPFields = {
        var fields: HTTPFields = [
            .contentSecurityPolicy: """
                default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
                manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
                """,
            .xContentTypeOptions: "nosniff",
        ]
        for (name, value) in [
            ("Referrer-Policy", "same-origin"), ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ] { if let name = HTTPField.Name(name) { fields[name] = value } }
        return fields
    }()
}
