import Crypto
import Foundation
import Kernel
import Languages

/// What goes with somebody to the service and comes back: sealed, good for one browser and a few minutes. Nothing of it is kept here.
struct OpenIDErrand: Codable, Sendable, Hashable {
    let provider: OpenIDProvider.ID
    let nonce: String
    /// Proves that whoever brings the code is the one for whom it was asked (PKCE, RFC 7636).
    let verifier: String
    /// In which language somebody goes on, and where.
    let language: Language
    let onward: String
    /// Who wants to enter by it from now on; nil for somebody who enters.
    let person: ID<PersonTag>?
    let ends: Instant

    static let minutes = 15

    init(_ provider: OpenIDProvider.ID, in language: Language, onward: String, for person: ID<PersonTag>?, at now: Instant) {
        (self.provider, self.language, self.onward, self.person) = (provider, language, onward, person)
        (nonce, verifier, ends) = (Token.random().text, Token.random().text + Token.random().text, now.adding(minutes: Self.minutes))
    }

    /// What is asked for with the code.
    var challenge: String { Base64URL.text(SHA256.hash(data: Data(verifier.utf8))) }
}

/// Who somebody turned out to be: goes from the return to the button that lets in, in one browser, for a few minutes.
struct OpenIDTicket: Codable, Sendable, Hashable {
    let errand: OpenIDErrand
    let subject: String
    let email: String?
    let name: String
}

/// Seals what a browser carries for us. Another browser, another purpose or a later hour opens nothing.
struct OpenIDSeal: Sendable {
    let seal: Seal
    let browser: Token

    private func purpose(_ what: StaticString) -> String { "openid \(what) \(browser.text)" }

    private func sealed(_ value: some Encodable, _ what: StaticString) throws -> String {
        Base64URL.text(try seal.seal(Array(try JSONEncoder().encode(value)), for: purpose(what)))
    }

    private func opened<Value: Decodable>(_ text: String, _ what: StaticString) -> Value? {
        guard text.utf8.count <= 4_000, let bytes = Base64URL.bytes(text), let opened = try? seal.open(bytes, for: purpose(what)) else { return nil }
        return try? JSONDecoder().decode(Value.self, from: Data(opened))
    }

    func state(_ errand: OpenIDErrand) throws -> String { try sealed(errand, "errand") }

    func errand(_ state: String, at now: Instant) -> OpenIDErrand? {
        let errand: OpenIDErrand? = opened(state, "errand")
        return errand.flatMap { $0.ends >= now ? $0 : nil }
    }

    func text(_ ticket: OpenIDTicket) throws -> String { try sealed(ticket, "ticket") }

    func ticket(_ text: String, at now: Instant) -> OpenIDTicket? {
        let ticket: OpenIDTicket? = opened(text, "ticket")
        return ticket.flatMap { $0.errand.ends >= now ? $0 : nil }
    }
}
