package import Kernel
package import Languages

/// A service that knows who somebody is: of the state, of a school, of a firm.
package struct OpenIDProvider: Sendable {
    package typealias ID = Kernel.ID<OpenIDProvider>

    package let id: ID
    package let draft: OpenIDProviderDraft
    /// The secret as it is kept.
    let sealed: [UInt8]
    /// What it said of itself; nil while it has not answered yet.
    package let described: OpenIDDescription?
    package let keys: JSONWebKeys?
    package let asked: Instant?

    /// Whether somebody can enter by it now.
    package var isReady: Bool { described != nil && keys != nil }
}

package struct OpenIDProviderDraft: Sendable, Hashable {
    /// What its button says.
    package var name: String
    /// Its address, as it names itself in every answer.
    package var issuer: String
    /// What this installation is called there.
    package var client: String
    /// Whether an address that it has checked leads to the account with that address.
    package var links: Bool
    package var isShown: Bool

    package init(name: String, issuer: String, client: String, links: Bool = false, isShown: Bool = false) {
        (self.name, self.issuer, self.client) = (name, issuer, client)
        (self.links, self.isShown) = (links, isShown)
    }

    /// Whether it is an address of an issuer: no question behind it, and a secret never goes over an open line.
    /// - Parameter inside: whether this installation calls the inside network, as in tests and closed networks.
    package static func isIssuer(_ text: String, inside: Bool) -> Bool {
        guard !text.contains(where: { $0.isWhitespace || "?#@".contains($0) }) else { return false }
        return text.hasPrefix("https://") && text.count > 8 || inside && text.hasPrefix("http://") && text.count > 7
    }
}

/// Where its doors are, in its own words (OpenID Connect Discovery 1.0).
package struct OpenIDDescription: Codable, Sendable, Hashable {
    package let issuer: String
    let authorization: String
    let token: String
    let keys: String
    let methods: [String]?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorization = "authorization_endpoint", token = "token_endpoint", keys = "jwks_uri", methods = "token_endpoint_auth_methods_supported"
    }

    /// It speaks for itself alone, and none of its doors is less guarded than it.
    func isOf(_ issuer: String, inside: Bool) -> Bool {
        self.issuer == issuer && [authorization, token, keys].allSatisfy { $0.hasPrefix("https://") || inside && $0.hasPrefix("http://") }
    }

    /// Whether the secret goes in the body, for those that take it nowhere else.
    var takesSecretInBody: Bool { methods.map { !$0.contains("client_secret_basic") && $0.contains("client_secret_post") } ?? false }
}

/// An account of somebody there that leads to one here.
package struct OpenIDIdentity: Sendable {
    package typealias ID = Kernel.ID<OpenIDIdentity>

    package let id: ID
    package let provider: OpenIDProvider.ID
    package let person: Kernel.ID<PersonTag>
    package let linked: Instant
    package let used: Instant?
    /// Whether an address that both sides have checked made the link, without a proof of its owner.
    let isByAddress: Bool

    /// Whether it lets in. Nobody's word but their own opens a desk of the centre's own people, also of those who have joined them since.
    func opens(isStaff: Bool) -> Bool { !isByAddress || !isStaff }
}

extension Subject {
    static func openIDProvider(_ id: OpenIDProvider.ID) -> Subject { .other("openid_provider", id.value) }
}
