import Fetch
import Forms
import Foundation
import Kernel
import Languages

/// Why somebody does not come in by a service.
enum OpenIDFault: Error, Sendable {
    /// It does not answer, or not as it should.
    case silent(String)
    /// What it says of itself is not about it.
    case description
    /// It did not let them in, or they changed their mind.
    case refused
    /// Not begun in this browser, or too long ago.
    case errand
    /// Somebody has come in by this word already.
    case used
    case token(IDTokenFault)
}

/// What is asked of a service over the network.
struct OpenIDCalls: Sendable {
    let fetcher: Fetcher
    private static let most = 256 << 10

    private var inside: Bool { fetcher.reach == .anywhere }

    /// Where its doors are, and by which keys it signs.
    func describe(_ issuer: String) async throws(OpenIDFault) -> (OpenIDDescription, JSONWebKeys) {
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let found: OpenIDDescription = try await get(base + "/.well-known/openid-configuration")
        guard found.isOf(issuer, inside: inside) else { throw .description }
        return (found, try await get(found.keys))
    }

    /// Gives the code for the token: the one secret call, from here to there.
    func token(for code: String, _ errand: OpenIDErrand, at provider: OpenIDProvider, _ description: OpenIDDescription, secret: String,
        back: String) async throws(OpenIDFault) -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back), ("code_verifier", errand.verifier),
        ]
        var headers = [(name: "Accept", value: "application/json")]
        if description.takesSecretInBody { fields += [("client_id", provider.draft.client), ("client_secret", secret)] } else {
            let pair = "\(Self.escaped(provider.draft.client)):\(Self.escaped(secret))"
            headers.append((name: "Authorization", value: "Basic \(Data(pair.utf8).base64EncodedString())"))
        }
        let body = Array(Typed(fields.map { (name: $0.0, value: $0.1) }).query.utf8)
        let answer = try await call(FetchRequest(description.token, headers: headers, body: body, most: Self.most))
        struct Given: Decodable { let id_token: String }
        guard let given = try? JSONDecoder().decode(Given.self, from: Data(answer)) else { throw .silent("no token in its answer") }
        return given.id_token
    }

    /// As RFC 6749, 2.3.1 has it: each half escaped as in a form.
    private static func escaped(_ text: String) -> String { String(Typed([(name: "a", value: text)]).query.dropFirst(2)) }

    private func get<Value: Decodable>(_ address: String) async throws(OpenIDFault) -> Value {
        let body = try await call(FetchRequest(address, headers: [(name: "Accept", value: "application/json")], most: Self.most))
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(body)) else { throw .silent("its answer cannot be read") }
        return value
    }

    private func call(_ request: FetchRequest) async throws(OpenIDFault) -> [UInt8] {
        let answer: FetchAnswer
        do { answer = try await fetcher.call(request) } catch { throw .silent("\(error)") }
        guard answer.status == 200 else { throw .silent("status \(answer.status)") }
        return answer.body
    }
}
