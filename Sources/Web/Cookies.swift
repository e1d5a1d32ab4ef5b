import Foundation
import Hummingbird
import Kernel
import Languages
import Look

/// The few cookies of the site, none of which is for anybody but this site, as one request brings them: read once.
struct Cookies: Sendable {
    let session, browser, flash, language, kept: String?

    init(_ request: Request) {
        let cookies = request.cookies
        session = cookies[Self.session]?.value
        browser = cookies[Self.browser]?.value
        flash = cookies[Self.flash]?.value
        language = cookies[Self.language]?.value
        kept = cookies[Self.kept]?.value
    }

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
        return "\(name)=\(value)\(age); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }

    static func written(_ flash: String) -> String { Base64URL.text(flash.utf8) }

    static func read(_ text: String) -> String? {
        guard text.utf8.count <= 4_000 else { return nil }
        return Base64URL.bytes(text).flatMap { String(bytes: $0, encoding: .utf8) }
    }
}
