import Crypto
import CryptoExtras
import Foundation
import Kernel
import Languages
import Testing
@testable import OpenID

/// Whose word is taken, and why another's is not.
@Suite struct IDTokenRules {
    private static let now = Instant(seconds: 1_770_192_000)
    private static let expected = IDToken.Expected(issuer: "https://identitet.example", client: "zbornica", nonce: "once")
    private let curve = P256.Signing.PrivateKey()
    private let rsa: _RSA.Signing.PrivateKey
    private let keys: JSONWebKeys

    init() throws {
        rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let raw = [UInt8](curve.publicKey.rawRepresentation), parts = try rsa.publicKey.getKeyPrimitives()
        keys = JSONWebKeys(keys: [
            .init(
                kty: "EC", kid: "e1", use: "sig", alg: nil, n: nil, e: nil, crv: "P-256", x: Base64URL.text(raw.prefix(32)), y: Base64URL.text(raw.suffix(32))),
            .init(
                kty: "RSA", kid: "r1", use: "sig", alg: "RS256", n: Base64URL.text(parts.modulus), e: Base64URL.text(parts.publicExponent),
                crv: nil, x: nil, y: nil),
            .init(kty: "oct", kid: "o1", use: nil, alg: "HS256", n: nil, e: nil, crv: nil, x: nil, y: nil),
        ])
    }

    private static var claims: [String: Any] {
        ["iss": "https://identitet.example", "aud": "zbornica", "sub": "ana-1", "nonce": "once", "iat": now.seconds, "exp": now.seconds + 300,
         "email": "ana@bistrik.example", "email_verified": true, "name": "Ана"]
    }

    private func token(_ claims: [String: Any], alg: String = "ES256", kid: String? = "e1", by other: P256.Signing.PrivateKey? = nil) throws -> String {
        var head: [String: Any] = ["alg": alg]
        if let kid { head["kid"] = kid }
        func part(_ value: [String: Any]) throws -> String { Base64URL.text(try JSONSerialization.data(withJSONObject: value)) }
        let text = "\(try part(head)).\(try part(claims))", digest = SHA256.hash(data: Data(text.utf8))
        let signature: Data = switch alg {
        case "RS256": try rsa.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        case "none": Data()
        case "HS256": Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data("secret".utf8))))
        default: try (other ?? curve).signature(for: digest).rawRepresentation
        }
        return "\(text).\(Base64URL.text(signature))"
    }

    private func fault(_ text: String, at now: Instant = Self.now) -> IDTokenFault? {
        do throws(IDTokenFault) {
            _ = try IDToken(text, signedBy: keys, as: Self.expected, at: now)
            return nil
        } catch { return error }
    }

    @Test func `a word that is signed by both kinds of keys is taken whole`() throws {
        for (alg, kid) in [("ES256", "e1"), ("RS256", "r1"), ("ES256", nil)] as [(String, String?)] {
            let token = try IDToken(try self.token(Self.claims, alg: alg, kid: kid), signedBy: keys, as: Self.expected, at: Self.now)
            #expect(token.subject == "ana-1" && token.email == "ana@bistrik.example" && token.name == "Ана")
        }
    }

    @Test func `another nonce, audience, issuer, key or time is refused, each for what it is`() throws {
        let now = Self.now.seconds
        let cases: [(IDTokenFault, [String: Any])] = [
            (.nonce, ["nonce": "twice"]), (.nonce, ["nonce": NSNull()]), (.audience, ["aud": "drugi"]), (.audience, ["aud": NSNull()]),
            (.party, ["aud": ["zbornica", "drugi"]]), (.party, ["azp": "drugi"]), (.issuer, ["iss": "https://identitet.example/"]),
            (.issuer, ["iss": NSNull()]),
            (.expired, ["exp": now - 121]), (.expired, ["exp": NSNull()]), (.expired, ["iat": now - 3_601]), (.early, ["iat": now + 121]),
            (.early, ["iat": NSNull()]),
            (.early, ["nbf": now + 121]), (.subject, ["sub": ""]), (.subject, ["sub": String(repeating: "a", count: 256)]), (.subject, ["sub": 7]),
        ]
        for (wrong, change) in cases {
            #expect(self.fault(try self.token(Self.claims.merging(change) { _, new in new })) == wrong, "\(change)")
        }
        #expect(self.fault(try self.token(Self.claims, by: P256.Signing.PrivateKey())) == .signature)
        #expect(self.fault(try self.token(Self.claims, kid: "e2")) == .key)
        #expect(self.fault(try self.token(Self.claims, alg: "RS256", kid: "e1")) == .key, "a key signs in its own way alone")
        #expect(self.fault(try self.token(Self.claims, alg: "none", kid: nil)) == .algorithm)
        #expect(self.fault(try self.token(Self.claims, alg: "HS256", kid: "o1")) == .algorithm)
        for text in ["", ".", "..", "a.b.c", "a.b", String(repeating: "a", count: IDToken.most + 1)] { #expect(self.fault(text) == .form) }
        #expect(self.fault(try self.token(Self.claims.merging(["aud": ["zbornica", "drugi"], "azp": "zbornica"]) { _, new in new })) == nil)
    }

    @Test func `a changed letter is never taken`() throws {
        let text = try self.token(Self.claims), letters = Array(text)
        for place in stride(from: 0, to: letters.count - 1, by: 7) where letters[place] != "." {
            var other = letters
            other[place] = other[place] == "A" ? "B" : "A"
            #expect(self.fault(String(other)) != nil, "at \(place)")
        }
    }

    @Test func `an address that nobody has checked is no address`() throws {
        for (value, isTaken) in [(true, true), ("true", true), (false, false), ("false", false), (NSNull(), false), (1, false)] as [(Any, Bool)] {
            let text = try self.token(Self.claims.merging(["email_verified": value]) { _, new in new })
            let token = try IDToken(text, signedBy: keys, as: Self.expected, at: Self.now)
            #expect((token.email != nil) == isTaken, "\(value)")
        }
    }

    @Test func `an errand opens in its browser, for its purpose and in its time alone`() throws {
        let seal = Seal(key: SymmetricKey(size: .bits256)), mine = OpenIDSeal(seal: seal, browser: Token(text: "a"))
        let other = OpenIDSeal(seal: seal, browser: Token(text: "b"))
        let errand = OpenIDErrand(.init(1), in: .lt, onward: "/me", for: nil, at: Self.now), state = try mine.state(errand)
        #expect(mine.errand(state, at: Self.now) == errand && other.errand(state, at: Self.now) == nil && mine.ticket(state, at: Self.now) == nil)
        #expect(mine.errand(state, at: errand.ends) == errand && mine.errand(state, at: errand.ends.adding(seconds: 1)) == nil)
        #expect(state.utf8.count < 1_500, "an address holds it")
        let again = OpenIDErrand(.init(1), in: .lt, onward: "/me", for: nil, at: Self.now)
        #expect(again.nonce != errand.nonce && again.verifier != errand.verifier && (43...128).contains(errand.verifier.utf8.count))
        #expect(errand.challenge == Base64URL.text(SHA256.hash(data: Data(errand.verifier.utf8))))
    }

    @Test func `a service speaks for itself alone, over guarded lines`() throws {
        func said(_ issuer: String, _ door: String) throws -> OpenIDDescription {
            try JSONDecoder().decode(OpenIDDescription.self, from: Data("""
                {"issuer": "\(issuer)", "authorization_endpoint": "\(door)/a", "token_endpoint": "https://i.example/t", "jwks_uri": "https://i.example/k"}
                """.utf8))
        }
        #expect(try said("https://i.example", "https://i.example").isOf("https://i.example", inside: false))
        #expect(try !said("https://other.example", "https://i.example").isOf("https://i.example", inside: false))
        #expect(try !said("https://i.example", "http://i.example").isOf("https://i.example", inside: false))
        #expect(try said("https://i.example", "http://i.example").isOf("https://i.example", inside: true))
        for (text, isIssuer) in [("https://i.example", true), ("https://i.example/realms/skola", true), ("http://i.example", false), ("https://", false),
            ("https://i.example?a=b", false), ("https://ana@i.example", false), ("javascript:alert(1)", false), ("", false)] {
            #expect(OpenIDProviderDraft.isIssuer(text, inside: false) == isIssuer, "\(text)")
        }
    }
}
