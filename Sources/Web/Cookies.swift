import Foundation
import Hummingbird
import Kernel
import Languages
import Look

/// The few cookies of the site, none of which is for anybody but this site, as one request brings them: read once.
struct Cookies: Sendable {
    let session, browser, flash, language, kept: String?

    init(_ request: Request, isSecure: Bool) {
        let cookies = request.cookies
        func value(_ name: String) -> String? { cookies[Self.called(name, isSecure: isSecure)]?.value }
        session = value(Self.session)
        browser = value(Self.browser)
        flash = value(Self.flash)
        language = value(Self.language)
        kept = value(Self.kept)
    }

    /// Over TLS a name by which browsers take a cookie from this very host alone: no neighbour under the same domain can put one in its place.
    private static func called(_ name: String, isSecure: Bool) -> String { isSecure ? "__Host-\(name)" : name }

    static let session = "session"
    /// A random name of the browser, by which forms are known to have been given to it.
    static let browser = "browser"
    /// What is said once on the next page.
    static let flash = "flash"
    static let language = "language"
    /// A small form that waits until its sender has entered.
    static let kept = "kept"

    static func cookie(_ name: String, _ value: String, seconds: Int?, isSecure: Bool) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(called(name, isSecure: isSecure))=\(value)\(age); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }

    static func written(_ flash: String) -> String { Base64URL.text(flash.utf8) }

    static func read(_ text: String) -> String? {
        guard text.utf8.count <= 4_000 else { return nil }
        return Base64URL.bytes(text).flatMap { String(bytes: $0, encoding: .utf8) }
    }
}
