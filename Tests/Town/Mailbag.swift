import Foundation
package import Mail
import NIOConcurrencyHelpers

/// What the postman brought.
package final class Mailbag: Courier {
    package struct Piece: Sendable {
        package let to: String
        package let text: String

        /// The words of the plain part, decoded.
        package var plain: String {
            let parts = text.components(separatedBy: "\r\n--").compactMap { part -> String? in
                let pieces = part.components(separatedBy: "\r\n\r\n")
                guard pieces[0].contains("text/plain"), pieces.count > 1 else { return nil }
                let body = pieces.dropFirst().joined(separator: "\r\n\r\n")
                if pieces[0].lowercased().contains("base64") {
                    return Data(base64Encoded: body.filter { !$0.isWhitespace }).map { String(decoding: $0, as: UTF8.self) }
                }
                let joined = body.replacingOccurrences(of: "=\r\n", with: "")
                return joined.replacingOccurrences(of: "=", with: "%").removingPercentEncoding ?? joined
            }
            return parts.first ?? ""
        }
    }
    private let pieces = NIOLockedValueBox<[Piece]>([])
    private let fails = NIOLockedValueBox(false)

    package var all: [Piece] { pieces.withLockedValue { $0 } }
    package var last: Piece? { all.last }
    package func to(_ address: String) -> [Piece] { all.filter { $0.to == address } }
    /// The mail server is down, or up again.
    package func stops(_ down: Bool) { fails.withLockedValue { $0 = down } }

    package func deliver(_ parcel: Parcel) async throws {
        if fails.withLockedValue({ $0 }) { throw DeliveryProblem(.temporary, "the server is down") }
        for address in parcel.to {
            pieces.withLockedValue { $0.append(Piece(to: address.text, text: String(decoding: parcel.bytes, as: UTF8.self))) }
        }
    }
}

extension Mailbag {
    /// The path of the first way in that a letter to this address holds.
    package func link(to address: String) -> String? {
        guard let text = to(address).last?.plain, let match = text.firstMatch(of: /http:\/\/localhost(\/\S*\/enter\/[A-Za-z0-9]+)/) else { return nil }
        return String(match.1)
    }

    /// The address under which somebody answers, from the last letter that holds one.
    package func survey(to address: String) -> String? {
        to(address).reversed().lazy.compactMap { $0.plain.firstMatch(of: /\/surveys\/[A-Za-z0-9-]+/) }.first.map { String($0.0) }
    }
}
