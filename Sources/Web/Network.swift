import Foundation

/// Where a request comes from, as far as tries are counted: an address of IPv4, or the half of an IPv6 address that names the network. The other half is
/// its owner's to choose, 2⁶⁴ times.
package struct Network: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(of address: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address.split(separator: "%").first.map(String.init) ?? "", &bytes) == 1 else {
            description = address
            return
        }
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
            description = bytes.suffix(4).map(String.init).joined(separator: ".")
        } else {
            description = stride(from: 0, to: 8, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }.joined(separator: ":") + "::/64"
        }
    }
}
