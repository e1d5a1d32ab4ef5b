import Foundation
import Synchronization
import Testing

@testable import Mail

/// A real mail server (`server.py` on aiosmtpd) in a process of its own, for one test.
final class MailServer {
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let told: Told

    /// Starts it and waits until it answers.
    init(_ arguments: [String] = []) async throws {
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = try Self.python()
        process.arguments = ["-u", Self.folder.appending(path: "server.py").path] + arguments
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        try process.run()
        let told = Told(output.fileHandleForReading)
        self.told = told
        guard let port = await told.next(within: 20, { $0.event == "ready" })?.port else {
            kill(process.processIdentifier, SIGKILL)
            let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            throw Unusable(text: "the mail server of the tests does not start; is aiosmtpd in \(process.executableURL!.path)? bin/setup installs it.\n\(text)")
        }
        self.port = port
    }

    deinit { stop() }

    /// Kills it, by its own id.
    func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func next(_ event: String = "message") async throws -> Report {
        try #require(await told.next(within: 20) { $0.event == event }, "the server told of no \(event)")
    }

    func settings(
        _ security: SMTPSettings.Security = .none, login: SMTPSettings.Login? = nil, authorities: String? = nil, patience: Int = 10
    ) -> SMTPSettings {
        SMTPSettings(
            host: "127.0.0.1", port: port, security: security, login: login, name: "centar.test", authorities: authorities, patience: patience,
            timeout: 30)
    }

    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()

    private static func python() throws -> URL {
        let root = folder.deletingLastPathComponent().deletingLastPathComponent()
        let path = ProcessInfo.processInfo.environment["ZBORNICA_PYTHON"] ?? root.appending(path: ".venv/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Unusable(text: "no Python with aiosmtpd at \(path): run bin/setup, or name one in ZBORNICA_PYTHON")
        }
        return URL(filePath: path)
    }

    struct Unusable: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }
}

/// What the server tells, in its words.
struct Report: Decodable, Sendable {
    struct Part: Decodable, Sendable {
        let type: String
        let method, name, disposition, text: String?
        let bytes: Data?
    }

    let event: String
    let port, connection: Int?
    let encrypted: Bool?
    let user, sender, subject: String?
    let recipients, defects, shape: [String]?
    let sentBy, sentTo, headers: [[String]]?
    let seconds: Int64?
    let raw: Data?
    let parts: [Part]?
}

/// The lines that a process prints, gathered by a thread of their own.
private final class Told: Sendable {
    private let reports = Mutex<[Report]>([])
    private let isOver = Mutex(false)

    init(_ output: FileHandle) {
        Thread.detachNewThread { [weak self, output] in
            var rest = Data()
            while case let piece = output.availableData, !piece.isEmpty {
                rest += piece
                while let end = rest.firstIndex(of: 0x0A) {
                    if let report = try? JSONDecoder().decode(Report.self, from: rest[..<end]) { self?.reports.withLock { $0.append(report) } }
                    rest = Data(rest[(end + 1)...])
                }
            }
            self?.isOver.withLock { $0 = true }
        }
    }

    func next(within seconds: Double, _ matches: (Report) -> Bool) async -> Report? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        repeat {
            let isLast = isOver.withLock(\.self)
            let found = reports.withLock { reports in reports.firstIndex(where: matches).map { reports.remove(at: $0) } }
            if found != nil || isLast { return found }
            try? await Task.sleep(for: .milliseconds(10))
        } while ContinuousClock.now < deadline
        return nil
    }
}

/// A key and a certificate for 127.0.0.1 that nobody has signed, made for this run.
struct Certificate {
    let key: String
    let certificate: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "certificate.pem").path)
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/env")
        openssl.arguments = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1"
            .split(separator: " ").map(String.init) + ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
        openssl.standardError = Pipe()
        try openssl.run()
        openssl.waitUntilExit()
        try #require(openssl.terminationStatus == 0, "openssl made no certificate")
    }

    var arguments: [String] { ["--certificate", certificate, "--key", key] }
    func remove() { try? FileManager.default.removeItem(at: URL(filePath: key).deletingLastPathComponent()) }
}
