import Certificates
import Hummingbird
import Kernel
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

    /// Anybody may read it, from any page.
    private func published(_ json: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache", .accessControlAllowOrigin: "*", .xContentTypeOptions: "nosniff"],
            body: .init(byteBuffer: ByteBuffer(string: json)))
    }
}
