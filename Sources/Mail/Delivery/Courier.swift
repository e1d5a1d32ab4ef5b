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
        /// Later it may work: the network, the server's load, its certificate.
        case temporary
        /// Trying again the same way is of no use.
        case permanent
    }

    public let kind: Kind
    /// The server's code (such as 451 or 550), if it gave one.
    public let code: Int?
    /// In the words of the server, or of the network when the server said nothing. Never holds the password.
    public let text: String

    public init(_ kind: Kind, code: Int? = nil, _ text: String) { (self.kind, self.code, self.text) = (kind, code, text) }

    public var isTemporary: Bool { kind == .temporary }

    /// The server refused us and not this message: no other message will pass before the settings are mended.
    public var concernsSettings: Bool { code.map { [530, 534, 535, 538].contains($0) } ?? false }

    public var description: String { "\(kind.rawValue): \(code.map { "\($0) " } ?? "")\(text)" }
}
