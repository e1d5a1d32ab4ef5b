import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Languages
import NIOCore
import Operation
import Queues
import Storage
import Web

extension App {
    private static let jobMinutes = 15

    /// Why this copy should get no visitors now; empty when it is ready.
    package func unreadiness() async -> [String] {
        var reasons = pulse.silent().map { "no sign of life from \($0.rawValue)" }
        if let trouble = typesetter.trouble { reasons.append("the typesetter: \(trouble)") }
        do {
            let missing = try await records.database.missing(carried.migrations)
            if !missing.isEmpty { reasons.append("the schema lacks migration \(missing.map(String.init).joined(separator: ", "))") }
            try await records.proveWritable()
            let oldest = try await records.read(as: .system) { try JobQueue.state(in: $0).waitingSince }
            if let oldest, records.now.seconds(since: oldest) > Self.jobMinutes * 60 { reasons.append("a job is waiting since \(oldest.iso)") }
        } catch {
            reasons.append("the database: \(error)")
        }
        return reasons
    }

    /// For this machine alone: to anybody else, and to whoever comes through a proxy, there is no such page.
    @Sendable func ready(_ request: Request, _ context: WebContext) async throws -> Response {
        let isForwarded = request.headers[.forwarded] != nil || request.headers[.forwardedFor] != nil
        guard let address = context.remoteAddress, address.isLoopback, !isForwarded else { throw HTTPError(.notFound) }
        let reasons = await unreadiness()
        let list = reasons.map { "\"\($0.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })\"" }.joined(separator: ",")
        return Response(
            status: reasons.isEmpty ? .ok : .serviceUnavailable, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: reasons.isEmpty ? #"{"status":"ready"}"# : #"{"status":"not ready","reasons":[\#(list)]}"#)))
    }
}

extension SocketAddress {
    fileprivate var isLoopback: Bool { ipAddress.map { $0.hasPrefix("127.") || $0 == "::1" || $0.hasPrefix("::ffff:127.") } ?? false }
}

extension HTTPField.Name {
    fileprivate static let forwarded = HTTPField.Name("Forwarded")!
    fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}
