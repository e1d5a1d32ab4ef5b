import Catalogue
import Centres
import Events
import Forms
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Languages
import Look
import NIOCore
import Operation
import Publishing
import Web

/// What programs ask a site for without being told of it: search engines, browsers, whoever has found a weakness.
extension App {
    @Sendable func robots(_ request: Request, _ context: WebContext) async throws -> Response {
        let centre = try await centre(of: request)
        let closed = installation.isDemonstration ? ["/"] : ["/*/sign-in", "/*/sign-up", "/*/kept/", "/*/me", "/*/staff"]
        let lines = ["User-agent: *"] + closed.map { "Disallow: \($0)" } + ["", "Sitemap: \(centre.origin)/sitemap.xml"]
        return file(lines.joined(separator: "\n") + "\n", type: "text/plain; charset=utf-8")
    }

    /// Every page that anybody may find, each with its sisters in the other languages.
    @Sendable func sitemap(_ request: Request, _ context: WebContext) async throws -> Response {
        let centre = try await centre(of: request)
        let paths = try await records.read(as: .system) { act in
            let events = try EventStore.coming(of: CentreStore.centre(centre.id, in: act), in: act).map { "/events/\($0.id)" }
            let today = centre.zone.day(of: act.now)
            let articles = try Article.Kind.allCases.flatMap { try ArticleStore.published($0, of: centre.id, until: today, in: act) }.map(\.path)
            let pages = ["", "/events", "/programmes", "/news", "/documents", "/about", "/for-schools", "/accessibility"]
            return pages + articles + events + (try ProgrammeStore.choices(in: act).map { "/programmes/\($0.id)" })
        }
        let entries = paths.flatMap { path in Language.allCases.map { Self.entry(path, in: $0, at: centre.origin) } }
        return file("""
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            \(entries.joined(separator: "\n"))
            </urlset>

            """, type: "application/xml; charset=utf-8")
    }

    private static func entry(_ path: String, in language: Language, at origin: String) -> String {
        func address(_ language: Language) -> String { "\(origin)/\(language.rawValue)\(path)" }
        let sisters = Language.allCases.map { #"<xhtml:link rel="alternate" hreflang="\#($0.htmlLang)" href="\#(address($0))"/>"# }
        return "<url><loc>\(address(language))</loc>\(sisters.joined())</url>"
    }

    /// The sign of the site, for whoever does not read which one a page names.
    @Sendable func favicon(_ request: Request, _ context: WebContext) -> Response {
        var response = file(String(decoding: Logo.favicon, as: UTF8.self), type: "image/svg+xml")
        response.headers[.cacheControl] = "public, max-age=86400"
        return response
    }

    /// How the site is called and looks when somebody puts it among their own programs.
    @Sendable func manifest(_ request: Request, _ context: WebContext) async throws -> Response {
        let centre = try await centre(of: request)
        let name = JSON.text(centre.name(in: centre.language)).written
        let icon = JSON.text(carried.assets.links.icon).written
        return file("""
            {"name":\(name),"short_name":\(name),"lang":"\(centre.language.htmlLang)","start_url":"/","scope":"/","display":"browser",\
            "background_color":"#ffffff","theme_color":"#1f5b4c","icons":[{"src":\(icon),"sizes":"any","type":"image/svg+xml"}]}

            """, type: "application/manifest+json")
    }

    /// Whom to tell of a weakness (RFC 9116).
    @Sendable func security(_ request: Request, _ context: WebContext) async throws -> Response {
        let centre = try await centre(of: request)
        let languages = Set(Language.allCases.map { String($0.rawValue.prefix(2)) }).sorted().joined(separator: ", ")
        return file("""
            Contact: mailto:\(centre.email)
            Expires: \(Zone.utc.day(of: records.now).adding(days: 180).iso)T00:00:00Z
            Preferred-Languages: \(languages)
            Canonical: \(centre.origin)/.well-known/security.txt

            """, type: "text/plain; charset=utf-8")
    }

    private func centre(of request: Request) async throws -> CentreSign {
        guard let host = request.head.authority, let centre = try await hosts.centre(host) else { throw HTTPError(.misdirectedRequest) }
        return centre
    }

    private func file(_ text: String, type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-cache", .xContentTypeOptions: "nosniff"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
