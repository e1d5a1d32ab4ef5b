import Fetch
import Foundation
import Kernel
package import Languages

/// Where a webhook may go. Strangers’ words about where an address leads are not believed: what is inside is refused when it is typed, as far as its looks
/// tell, and again by whoever calls it, by the number that its name has then.
package enum WebhookAddress {
    /// Why something cannot be the address of a webhook; nil where it can.
    package static func fault(_ text: String, isInsideAllowed: Bool) -> Phrase? {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), let host = parts.host?.lowercased(), !host.isEmpty,
              text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return T.interfaces.errorAddress }
        guard scheme == "https" || (isInsideAllowed && scheme == "http") else { return T.interfaces.errorScheme }
        guard parts.user == nil, parts.password == nil, parts.fragment == nil else { return T.interfaces.errorAddressParts }
        return isInsideAllowed || isOutside(host) ? nil : T.interfaces.errorInside
    }

    /// Names that no public server bears.
    private static let endings = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "test", "invalid", "onion"]

    /// Whether a host can stand in the public internet, by its looks.
    static func isOutside(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            var bytes = [UInt8](repeating: 0, count: 16)
            return inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &bytes) == 1 && InsideNetwork.isOutside(v6: bytes)
        }
        var bytes = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, host, &bytes) == 1 { return InsideNetwork.isOutside(v4: bytes) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: true)
        // A name that ends in a number is read as an address by some programs, and never as a name.
        guard labels.count > 1, let last = labels.last, let first = last.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return !endings.contains(String(last))
    }
}
