import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Languages

// What a request says of itself: which centre it means, which language it reads, where it comes from.

extension Gate {
    /// The centre that answers to the address which was asked.
    func centre(of request: Request) async throws -> CentreSign {
        guard let host = request.head.authority, !host.isEmpty, let centre = try await installation.centre(host) else { throw HTTPError(.misdirectedRequest) }
        return centre
    }

    /// The language for an address that names none: the one read last, else one that the browser asks for, else the centre's own.
    func preferred(_ request: Request, _ centre: CentreSign) -> Language {
        Cookies(request, isSecure: installation.isSecure).language.flatMap(Language.init(rawValue:))
            ?? Language(accepting: request.headers[.acceptLanguage] ?? "") ?? centre.language
    }

    /// The bare address opens in the reader's language.
    func home(_ request: Request) async throws -> Response {
        onward("/\(preferred(request, try await centre(of: request)).rawValue)")
    }

    /// An address told by word of mouth has no language: the reader's own is put before it. Files keep their addresses.
    func withLanguage(_ request: Request) async throws -> Response? {
        let first = request.uri.path.split(separator: "/").first.map(String.init) ?? ""
        let isFile = request.uri.path.contains(".") || first == "static" || Installation.files.contains(request.uri.path)
        guard !first.isEmpty, Language(rawValue: first) == nil, !isFile else { return nil }
        return onward("/\(preferred(request, try await centre(of: request)).rawValue)\(request.uri.string)")
    }

    private func onward(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address, .vary: "Accept-Language, Cookie", .cacheControl: "no-cache"])
    }

    /// A form must come from a page of this site.
    func isOwn(_ request: Request) -> Bool {
        if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!], site == "cross-site" { return false }
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        return origin.split(separator: "/").last.map(String.init) == request.head.authority
    }

    /// The network of whoever asks. A proxy of our own tells the address; anybody else could tell anything.
    func network(_ request: Request, _ context: WebContext) -> Network {
        let direct = context.remoteAddress?.ipAddress ?? ""
        guard installation.proxies.contains(direct), let told = request.headers[HTTPField.Name("X-Forwarded-For")!] else { return Network(of: direct) }
        return Network(of: told.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? direct)
    }

    /// Whether the reader's browser unpacks what was compressed. A weight of nothing means that it does not.
    func accepts(_ request: Request) -> Bool {
        guard let field = request.headers[.acceptEncoding] else { return false }
        guard field.contains(";") else { return field.contains("gzip") }
        let weights = field.lowercased().split(separator: ",").reduce(into: [String: Double]()) { weights, choice in
            let parts = choice.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            if let coding = parts.first { weights[coding] = weight ?? 1 }
        }
        return (weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0) > 0
    }
}
