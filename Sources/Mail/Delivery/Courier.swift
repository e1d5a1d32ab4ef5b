/// Carries messages out of the house.
public protocol Courier: Sendable {
    /// Returns when the next host has taken the parcel; throws a `DeliveryProblem` when it has not.
    func deliver(_ parcel: Parcel) async throws
}

extension Courier {
    public func deliver(_ message: Message) async throws { try await deliver(message.parcel()) }
}

/// Why a parcel was not taken.
public struct DeliveryProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        /// It may work later: the network failed, the server is busy, its certificate is out of date.
        case temporary
        /// Trying again the same way is of no use.
        case permanent
    }

    public let kind: Kind
    /// The server's code (such as 451 or 550), if it gave one.
    public let code: Int?
    /// What the server said, or the network when the server said nothing. The password is never in it.
    public let text: String

    public init(_ kind: Kind, code: Int? = nil, _ text: String) { (self.kind, self.code, self.text) = (kind, code, text) }

    public var isTemporary: Bool { kind == .temporary }

    /// Whether the server refused the sender and not this message. No other message will pass either until the settings are mended.
    public var concernsSettings: Bool { code.map { [530, 534, 535, 538].contains($0) } ?? false }

    public var description: String { "\(kind.rawValue): \(code.map { "\($0) " } ?? "")\(text)" }
}
