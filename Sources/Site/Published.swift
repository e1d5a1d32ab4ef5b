import Centres
import Certificates
import HTTPTypes
import Hummingbird
import Kernel
import Neighbours
import NIOCore
import Web

extension App {
    /// The public keys of every centre, for whoever checks a certificate without asking this server about it.
    @Sendable func publishedKeys(_ request: Request, _ context: WebContext) async throws -> Response {
        published(try await records.read(as: .system) { try SigningKeyStore.keySet(in: $0).json() })
    }

    /// Marks of the certificates that are no longer good.
    @Sendable func publishedStatus(_ request: Request, _ context: WebContext) async throws -> Response {
        let now = records.now
        return published(try await records.read(as: .system) { try StatusList(CertificateStore.ended(in: $0), at: now).json() })
    }

    /// The key of a credential alone, where the credential's `kid` leads.
    @Sendable func credentialKey(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.parameters.get("key") ?? ""
        guard let key = try await records.read(as: .system, { try SigningKeyStore.key(id, in: $0) }) else { throw HTTPError(.notFound) }
        return published(try CredentialKey(key).json(), type: "application/jwk+json")
    }

    /// A list of credentials that are no longer good, itself a signed credential.
    @Sendable func credentialStatus(_ request: Request, _ context: WebContext) async throws -> Response {
        let seal = installation.seal
        guard let centre = context.parameters.get("centre", as: Int64.self), let list = context.parameters.get("list", as: Int.self) else { throw HTTPError(.notFound) }
        let token: String?
        do {
            token = try await records.read(as: .system) { act in
                try CredentialStatusStore.list(list, of: Centre.ID(centre), seal: seal, compress: { Gzip.compress($0, level: 9) ?? [] }, in: act)
            }
        } catch is Problem { throw HTTPError(.serviceUnavailable) }
        guard let token else { throw HTTPError(.notFound) }
        return published(token, type: "application/vc+jwt")
    }

    /// What this installation shares with others, each feed signed; whoever knows its newest issue is told so.
    @Sendable func sharedFeed(_ request: Request, _ context: WebContext) async throws -> Response {
        let name = context.parameters.get("feed") ?? "", kind = name.hasSuffix(".json") ? FeedKind(rawValue: String(name.dropLast(5))) : nil
        guard let kind, let issue = try await records.read(as: .system, { try FeedStore.issue(kind, in: $0) }) else { throw HTTPError(.notFound) }
        let tag = "\"\(issue.sequence)\""
        var response = request.headers[.ifNoneMatch] == tag ? Response(status: .notModified) : published(issue.body, type: "application/jose+json")
        response.headers[.eTag] = tag
        return response
    }

    /// Anybody may read it, from any page.
    private func published(_ text: String, type: String = "application/json") -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-cache", .accessControlAllowOrigin: "*", .xContentTypeOptions: "nosniff"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
