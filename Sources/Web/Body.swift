import Forms
import Foundation
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
    /// - Parameter folder: where large files lie until they are kept.
    static func read(_ request: Request, _ size: BodySize, among others: BodiesAtOnce, into folder: URL, greeting channel: (any Channel)?) async throws -> Body {
        let declared = request.headers[.contentLength].flatMap(Int.init)
        if let declared, declared > size.bytes { throw Refusal.tooLarge(size) }
        if request.headers[.expect]?.lowercased() == "100-continue" { channel?.triggerUserOutboundEvent(Wire.GoOn(), promise: nil) }
        let hold = Hold(size, among: others)
        let type = request.headers[.contentType] ?? ""
        if size == .uploads, let boundary = Multipart.boundary(of: type) {
            return Body(typed: try await keep(request, MultipartStream(boundary: boundary, folder: folder), declared, hold), bytes: [], hold: hold)
        }
        let bytes = try await inTime(size) {
            var bytes: [UInt8] = []
            for try await part in request.body {
                guard bytes.count + part.readableBytes <= size.bytes else { throw Refusal.tooLarge(size) }
                try hold.grow(by: part.readableBytes)
                bytes.append(contentsOf: part.readableBytesView)
            }
            return bytes
        }
        // Whoever goes away in the middle leaves a part, which nobody meant to send.
        guard declared.map({ $0 == bytes.count }) ?? true else { throw HTTPError(.badRequest) }
        return Body(typed: read(bytes, type), bytes: bytes, hold: hold)
    }

    /// Takes what comes to disk, piece by piece. A part of a file that is left behind goes with it.
    private static func keep(_ request: Request, _ stream: sending MultipartStream, _ declared: Int?, _ hold: Hold) async throws -> Typed {
        let reading = Reading(stream)
        return try await inTime(.uploads) {
            var count = 0
            for try await part in request.body {
                count += part.readableBytes
                guard count <= BodySize.uploads.bytes else { throw Refusal.tooLarge(.uploads) }
                try hold.grow(by: part.readableBytes)
                do { try await reading.take(part.readableBytesView) } catch is MultipartStream.Broken { throw HTTPError(.badRequest) }
            }
            guard declared.map({ $0 == count }) ?? true, let typed = await reading.finish() else { throw HTTPError(.badRequest) }
            return typed
        }
    }

    private actor Reading {
        private var stream: MultipartStream

        init(_ stream: sending MultipartStream) { self.stream = stream }

        func take(_ bytes: ByteBufferView) throws { try stream.take(bytes) }
        func finish() -> Typed? { stream.finish() }
    }

    private static func inTime<T: Sendable>(_ size: BodySize, _ collect: @escaping @Sendable () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { group in
            group.addTask { try await collect() }
            group.addTask {
                try await Task.sleep(for: .seconds(size.seconds))
                throw Refusal.tooSlow
            }
            defer { group.cancelAll() }
            guard let collected = try await group.next() else { throw HTTPError(.badRequest) }
            return collected
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
