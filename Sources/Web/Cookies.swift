import Foundation
import Hummingbird
import Kernel
import Languages
import Look

/// The few cookies of the site, none of which is for anybody but this site, as one request brings them: read once.
struct Cookies: Sendable {
    let session, browser, flash, language: String?

    init(_ request: Request) {
        let cookies = request.cookies
        session = cookies[Self.session]?.value
        browser = cookies[Self.browser]?.value
        flash = cookies[Self.flash]?.value
        language = cookies[Self.language]?.value
    }

    static let session = "session"
    /// A random name of the browser, by which forms are known to have been given to it.
    static let browser = "browser"
    /// What is said once on the next page.
    static let flash = "flash"
    static let language = "language"

    static func cookie(_ name: String, _ value: String, seconds: Int?, isSecure: Bool) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value)\(age); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
    }

    static func written(_ flash: String) -> String {
        let letters = Data(flash.utf8).base64EncodedData().filter { $0 != UInt8(ascii: "=") }.map { letter in
            letter == UInt8(ascii: "+") ? UInt8(ascii: "-") : letter == UInt8(ascii: "/") ? UInt8(ascii: "_") : letter
        }
        return String(decoding: letters, as: UTF8.self)
    }

    static func read(_ text: String) -> String? {
        var base = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        base += String(repeating: "=", count: (4 - base.utf8.count % 4) % 4)
        guard base.utf8.count <= 4_000, let data = Data(base64Encoded: base) else { return nil }
        return String(data: data, encoding: .utf8)
    }
}
