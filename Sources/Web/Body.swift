import Forms
import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request: taken whole, up to a size and within a time, so that the page can read what was typed and a form can be kept.
struct Body {
    let bytes: [UInt8]
    let typed: Typed

    static let nothing = Body(bytes: [], typed: .nothing)

    /// What a usual form may have, in bytes.
    private static let formMax = 1 << 20
    /// What a form with files may have, in bytes.
    private static let uploadMax = 12 << 20
    private static let formSeconds = 30
    private static let uploadSeconds = 120

    private init(bytes: [UInt8], typed: Typed) {
        self.bytes = bytes
        self.typed = typed
    }

    /// Takes the body of a form.
    /// - Throws: 413 for one that is too large, 408 for one that does not come to its end.
    init(of request: Request) async throws {
        let contentType = request.headers[.contentType] ?? ""
        let isUpload = contentType.lowercased().hasPrefix("multipart/")
        let buffer = try await Self.collect(request, upTo: isUpload ? Self.uploadMax : Self.formMax, seconds: isUpload ? Self.uploadSeconds : Self.formSeconds)
        bytes = Array(buffer.readableBytesView)
        typed = Self.read(bytes, contentType)
    }

    private static func collect(_ request: Request, upTo limit: Int, seconds: Int) async throws -> ByteBuffer {
        try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask {
                var request = request
                return try await request.collectBody(upTo: limit)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let buffer = first else { throw HTTPError(.requestTimeout) }
            return buffer
        }
    }

    private static func read(_ bytes: [UInt8], _ contentType: String) -> Typed {
        if let boundary = Multipart.boundary(of: contentType) { return Multipart.read(bytes, boundary: boundary) ?? .nothing }
        return Typed(urlEncoded: String(decoding: bytes, as: UTF8.self))
    }
}
