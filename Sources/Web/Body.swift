import Forms
import HTTPTypes
import Hummingbird
import NIOConcurrencyHelpers
import NIOCore

/// The body of a request: taken whole, once its door has been found open, up to the size that the door takes and within a time.
///
/// Whoever asks for one gives its room back when it has been answered.
final class Body: Sendable {
    let typed: Typed
    let bytes: [UInt8]
    private let hold: Hold?

    static let nothing = Body(typed: .nothing, bytes: [], hold: nil)

    private init(typed: Typed, bytes: [UInt8], hold: Hold?) {
        self.typed = typed
        self.bytes = bytes
        self.hold = hold
    }

    /// - Throws: a refusal: 413 for one that is too large, before any of it is read where its head says so; 408 for one that does not come to its end;
    ///   503 when too much is coming in already.
    static func read(_ request: Request, _ size: BodySize, among others: BodiesAtOnce, greeting channel: (any Channel)?) async throws -> Body {
        let declared = request.headers[.contentLength].flatMap(Int.init)
        if let declared, declared > size.bytes { throw Refusal.tooLarge(size) }
        if request.headers[.expect]?.lowercased() == "100-continue" { channel?.triggerUserOutboundEvent(Wire.GoOn(), promise: nil) }
        let hold = Hold(size, among: others)
        let bytes = try await collect(request, size, hold)
        // Whoever goes away in the middle leaves a part, which nobody meant to send.
        guard declared.map({ $0 == bytes.count }) ?? true else { throw HTTPError(.badRequest) }
        return Body(typed: read(bytes, request.headers[.contentType] ?? ""), bytes: bytes, hold: hold)
    }

    private static func collect(_ request: Request, _ size: BodySize, _ hold: Hold) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await part in request.body {
                    guard bytes.count + part.readableBytes <= size.bytes else { throw Refusal.tooLarge(size) }
                    try hold.grow(by: part.readableBytes)
                    bytes.append(contentsOf: part.readableBytesView)
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: .seconds(size.seconds))
                throw Refusal.tooSlow
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private static func read(_ bytes: [UInt8], _ contentType: String) -> Typed {
        if let boundary = Multipart.boundary(of: contentType) { return Multipart.read(bytes, boundary: boundary) ?? .nothing }
        return Typed(urlEncoded: String(decoding: bytes, as: UTF8.self))
    }

    /// The room that one body takes among all.
    private final class Hold: Sendable {
        private let size: BodySize
        private let others: BodiesAtOnce
        private let bytes = NIOLockedValueBox(0)

        init(_ size: BodySize, among others: BodiesAtOnce) {
            self.size = size
            self.others = others
        }

        func grow(by more: Int) throws {
            guard others.take(more, of: size) else { throw Refusal.busy }
            bytes.withLockedValue { $0 += more }
        }

        deinit { others.give(back: bytes.withLockedValue { $0 }, of: size) }
    }
}
