public import Foundation

/// A program in Python beside ours, and the line to it: one line of JSON there, one back. It sees nothing of our environment, works in a folder of its own and
/// ends with us. It is used by one thread at a time; only ``kill()`` may come from another.
public final class PythonWorker: Sendable {
    /// Why no answer came.
    public enum Silence: Error { case ended, late, tooLong }

    /// Why it did not start.
    public enum NoStart: Error, Equatable {
        case noRoom
        case reason(String)
    }

    public let id: pid_t
    /// One end of a pair of sockets: unlike a pipe, writing to a dead process is an error here and not the end of ours.
    private let line: Int32
    private let process: Process
    /// A folder of its own, with the templates and the files of a job. It is removed with the worker.
    private let folder: URL

    /// - Parameters:
    ///   - python: path of the interpreter.
    ///   - source: the program.
    ///   - name: of its folder among the temporary ones.
    public init(python: String, source: String, name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zbornica-\(name)-\(UUID().uuidString)")
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700]) } catch {
            throw (error as? CocoaError)?.code == .fileWriteOutOfSpace ? NoStart.noRoom : .reason("no folder at \(folder.path)")
        }
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw NoStart.reason(String(cString: strerror(errno)))
        }
        let theirs = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
        let process = Process()
        process.executableURL = URL(filePath: python)
        // Python runs isolated: it loads nothing from the folder in which it stands, and sees nothing of the environment, which may hold passwords.
        process.arguments = ["-I", "-c", source]
        // glibc gives memory back instead of keeping it for the next document, which saves a tenth of the memory of three hundred pages.
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": folder.path, "MALLOC_MMAP_THRESHOLD_": "\(128 << 10)"]
        process.currentDirectoryURL = folder
        (process.standardInput, process.standardOutput) = (theirs, theirs)
        defer { close(ends[1]) }
        do { try process.run() } catch {
            close(ends[0])
            try? FileManager.default.removeItem(at: folder)
            throw NoStart.reason("\(python): \(error.localizedDescription)")
        }
        self.process = process
        self.folder = folder
        (line, id) = (ends[0], process.processIdentifier)
    }

    deinit {
        close(line)
        kill()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Ends it at once, whatever it does.
    public func kill() {
        if process.isRunning { Foundation.kill(id, SIGKILL) }
    }

    /// Says one thing and waits for the answer.
    /// - Parameter most: bytes that an answer may have.
    public func ask<Request: Encodable, Reply: Decodable>(
        _ request: Request, _ reply: Reply.Type, before deadline: ContinuousClock.Instant, most: Int = 512 << 20
    ) throws -> Reply {
        try write(JSONEncoder().encode(request) + [0x0A], before: deadline)
        return try JSONDecoder().decode(reply, from: readLine(before: deadline, most: most))
    }

    /// What to do after a line.
    public enum Turn {
        case listen
        case say(any Encodable & Sendable)
        case done
    }

    /// Says one thing and hears line by line what comes back.
    /// - Parameters:
    ///   - pause: after so long without a line `heard` is called with nil.
    ///   - most: bytes that a line may have.
    public func talk(
        _ request: some Encodable, before deadline: ContinuousClock.Instant, pause: Duration = .seconds(1), most: Int = 64 << 20,
        _ heard: (Data?) throws -> Turn
    ) throws {
        try write(JSONEncoder().encode(request) + [0x0A], before: deadline)
        var (pending, piece) = (Data(), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            var line: Data?
            if let end = pending.firstIndex(of: 0x0A) {
                line = Data(pending[pending.startIndex..<end])
                pending = Data(pending[(end + 1)...])
            } else if try hasNews(before: min(deadline, .now + pause)) {
                let count = recv(self.line, &piece, piece.count, 0)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Silence.ended }
                pending += piece[..<count]
                guard pending.count <= most else { throw Silence.tooLong }
                continue
            } else if ContinuousClock.now >= deadline { throw Silence.late }
            switch try heard(line) {
            case .listen: break
            case .say(let more): try write(JSONEncoder().encode(more) + [0x0A], before: deadline)
            case .done: return
            }
        }
    }

    private func hasNews(before deadline: ContinuousClock.Instant) throws -> Bool {
        do { try wait(for: POLLIN, before: deadline) } catch Silence.late { return false }
        return true
    }

    private func write(_ data: Data, before deadline: ContinuousClock.Instant) throws {
        try data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            var sent = 0
            while sent < bytes.count {
                try wait(for: POLLOUT, before: deadline)
                let count = send(line, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
                if count < 0, errno != EAGAIN, errno != EINTR { throw Silence.ended }
                sent += max(count, 0)
            }
        }
    }

    private func readLine(before deadline: ContinuousClock.Instant, most: Int) throws -> Data {
        var answer = Data()
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            try wait(for: POLLIN, before: deadline)
            let count = recv(line, &piece, piece.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Silence.ended }
            if piece[count - 1] == 0x0A { return answer + piece[..<(count - 1)] }
            answer += piece[..<count]
            guard answer.count <= most else { throw Silence.tooLong }
        }
    }

    private func wait(for event: Int32, before deadline: ContinuousClock.Instant) throws {
        var look = pollfd(fd: line, events: Int16(event), revents: 0)
        while true {
            let left = (deadline - .now) / .milliseconds(1)
            guard left > 0 else { throw Silence.late }
            let found = poll(&look, 1, Int32(min(left.rounded(.up), 60_000)))
            if found > 0 { return }
            if found < 0, errno != EINTR { throw Silence.ended }
        }
    }
}
