import Foundation

/// Where somebody goes on after entering: a place behind the language on this site, and nowhere else.
package struct Onward: Sendable, Hashable {
    /// Behind the language, with its question: `/events/12?page=2`.
    package let path: String

    /// Somebody's own page, where no other place was asked for.
    package static let own = Onward(unchecked: "/me")

    private init(unchecked path: String) { self.path = path }

    /// What is no path of this site becomes one's own page: another host, a scheme, a step out of the language, a control character.
    package init(_ asked: String) {
        self = Onward.isSafe(asked) ? Onward(unchecked: asked) : .own
    }

    private static func isSafe(_ text: String) -> Bool {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 1_000, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return false }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        guard let plain = path.removingPercentEncoding, !plain.contains("\\"), !plain.contains("//") else { return false }
        return plain.utf8.allSatisfy { $0 >= 0x20 } && !plain.split(separator: "/").contains { $0 == "." || $0 == ".." }
    }
}
