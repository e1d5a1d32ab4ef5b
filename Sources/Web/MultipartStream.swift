import Crypto
import Forms
import Foundation
import Kernel

/// The same as ``Multipart``, read piece by piece as it comes: what people typed stays in memory, files go to disk.
struct MultipartStream {
    private enum State {
        case before, between, head, field(String), file(FileInCome), over
    }

    private static let headMax = 8 << 10
    private static let partsMax = 100

    private let line: [UInt8]
    private let folder: URL
    private var state = State.before
    /// What came and is not yet understood. The first boundary may stand at the very beginning, as if behind the end of a line.
    private var rest: [UInt8] = [13, 10]
    /// How much of it is still the end of a part's head: of a part without content that is the end of the line before the next boundary.
    private var lead = 0
    private var typedBytes = 0
    private var value: [UInt8] = []
    private var fields: [(name: String, value: String)] = []
    private var files: [Typed.File] = []

    /// - Parameter folder: where files lie until somebody keeps them; it is made when the first comes.
    init(boundary: String, folder: URL) {
        line = Array("\r\n--\(boundary)".utf8)
        self.folder = folder
    }

    /// - Throws: a refusal when more is typed than a form may hold; ``Broken`` when it is not what its header says.
    mutating func take(_ bytes: some Sequence<UInt8>) throws {
        rest.append(contentsOf: bytes)
        while try step() {}
    }

    /// - Returns: nil when it does not come to its end.
    func finish() -> Typed? {
        if case .over = state { Typed(fields, files: files) } else { nil }
    }

    struct Broken: Error {}

    /// - Returns: whether there may be more to understand.
    private mutating func step() throws -> Bool {
        switch state {
        case .before:
            guard let end = find(line) else { keepLast(line.count - 1); return false }
            drop(end + line.count)
            state = .between
        case .between:
            guard rest.count >= 2 else { return false }
            if rest.starts(with: [0x2d, 0x2d]) { state = .over } else if rest.starts(with: [13, 10]) { state = .head } else { throw Broken() }
            drop(2)
        case .head:
            guard let end = find([13, 10, 13, 10]) else {
                if rest.count > Self.headMax { throw Broken() }
                return false
            }
            try open(String(decoding: rest[..<end], as: UTF8.self))
            drop(end + 2)
            lead = 2
        case .field, .file:
            guard let end = find(line) else {
                let sure = rest.count - line.count + 1
                guard sure > lead else { return false }
                try content(rest[lead..<sure])
                drop(sure)
                lead = 0
                return false
            }
            try content(rest[min(lead, end)..<end])
            drop(end + line.count)
            try close()
            state = .between
        case .over:
            rest = []
            return false
        }
        return true
    }

    private mutating func open(_ head: String) throws {
        guard fields.count + files.count < Self.partsMax, let (name, file) = Multipart.disposition(head) else { throw Broken() }
        if let file { state = .file(try FileInCome(field: name, name: file, in: folder)) } else { state = .field(name) }
        value = []
    }

    private mutating func content(_ bytes: ArraySlice<UInt8>) throws {
        if case .file(let file) = state { return try file.write(bytes) }
        typedBytes += bytes.count
        guard typedBytes <= BodySize.form.bytes else { throw Refusal.tooLarge(.form) }
        value += bytes
    }

    private mutating func close() throws {
        switch state {
        case .field(let name): fields.append((name, String(decoding: value, as: UTF8.self).replacingOccurrences(of: "\0", with: "")))
        case .file(let file): files.append(try file.close())
        default: break
        }
    }

    private mutating func drop(_ count: Int) { rest.removeFirst(count) }
    private mutating func keepLast(_ count: Int) { drop(max(0, rest.count - count)) }
    private func find(_ mark: [UInt8]) -> Int? { Multipart.find(mark, in: rest, from: 0) }
}

/// A file on its way to disk.
final class FileInCome {
    private let field: String
    private let name: String
    private let place: URL
    private let handle: FileHandle
    private var digest = SHA256()
    private var size = 0
    private var head: [UInt8] = []
    private var isWhole = false

    init(field: String, name: String, in folder: URL) throws {
        self.field = field
        self.name = name
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        place = folder.appending(path: UUID().uuidString)
        guard FileManager.default.createFile(atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        handle = try FileHandle(forWritingTo: place)
    }

    deinit {
        try? handle.close()
        if !isWhole { try? FileManager.default.removeItem(at: place) }
    }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        guard !bytes.isEmpty else { return }
        if head.count < Upload.headSize { head += bytes.prefix(Upload.headSize - head.count) }
        let data = Data(bytes)
        digest.update(data: data)
        try handle.write(contentsOf: data)
        size += data.count
    }

    /// It is whole from now on, and belongs to whoever holds what is given.
    func close() throws -> Typed.File {
        try handle.synchronize()
        try handle.close()
        isWhole = true
        return Typed.File(field: field, name: name, upload: Upload(at: place, size: size, digest: Hex.text(digest.finalize()), head: head))
    }
}
