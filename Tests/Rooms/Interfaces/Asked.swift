import Fetch
import Foundation
import HTTPTypes
import Interfaces
import Kernel
import Languages
import Site
import Testing
import Town
import Web

// What stories of the interface begin with: a program that asks, and one that listens.

extension Town {
    /// A program asks.
    func asks(_ path: String, key: String? = nil, headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws -> Asked {
        var headers = headers
        if let key { headers[.authorization] = "Bearer \(key)" }
        return Asked(try await newBrowser().send(method, "/api/v1" + path, headers: headers))
    }

    /// Весна directs the centre from now on.
    func directed() async throws { try await vesna.becomes(.director, at: centre) }

    var today: Day { zone.day(of: clock.now) }

    /// A key that may read these.
    func key(_ scopes: AccessScope..., days: Int = 30) async throws -> (id: AccessKey.ID, secret: String) {
        let draft = AccessKeyDraft(name: "Moodle", scopes: Set(scopes), until: today.adding(days: days)), secret = AccessKey.fresh(), centre = centre
        return (try await vesna.does { try AccessKeyStore.make(draft, secret: secret, at: centre, in: $0) }, secret.text)
    }

    /// A webhook whose secret the story knows.
    func webhook(_ address: String, _ kinds: WebhookKind...) async throws -> (id: Webhook.ID, secret: String) {
        let draft = WebhookDraft(name: "Сајт", address: address, kinds: Set(kinds)), secret = WebhookSecret.random(), centre = centre
        let sealed = try secret.sealed(by: app.installation.seal)
        return (try await vesna.does { try WebhookStore.make(draft, secret: sealed, at: centre, in: $0) }, secret.text)
    }

    func webhook(_ id: Webhook.ID) async throws -> Webhook {
        let centre = centre
        return try await finds { try WebhookStore.webhook(id, at: centre, in: $0) }
    }

    func deliveries(_ id: Webhook.ID) async throws -> [WebhookDelivery] { try await finds { try WebhookStore.deliveries(of: id, in: $0) } }
}

/// What a program was answered.
struct Asked {
    let page: Page
    let json: [String: Any]

    init(_ page: Page) {
        self.page = page
        json = (try? JSONSerialization.jsonObject(with: Data(page.bytes))) as? [String: Any] ?? [:]
    }

    var status: Int { page.status }
    var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }
    var next: String? { (json["next"] as? String).map { $0.replacing("http://localhost/api/v1", with: "") } }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { page.headers[$0] } }
    /// The parameters that are said to be wrong.
    var wrong: [String] { (json["errors"] as? [[String: Any]] ?? []).compactMap { $0["parameter"] as? String } }
}

/// A program that listens on the loopback, a process of its own.
struct Listener {
    let address: String

    struct Heard: Decodable {
        let id: String
        let body: String
        let isGood: Bool
    }

    /// All that it heard; it checks the signatures with the secret.
    func heard(_ secret: String = "") async throws -> [Heard] {
        let query = secret.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
        let answer = try await Fetcher(.anywhere).call(FetchRequest("\(address)/heard?secret=\(query)"))
        return try JSONDecoder().decode([Heard].self, from: Data(answer.body))
    }

    /// From now on it answers so; with 0 it hangs.
    func answers(_ status: Int) async throws { _ = try await Fetcher(.anywhere).call(FetchRequest("\(address)/answer/\(status)")) }

    static func listens(_ story: (Listener) async throws -> Void) async throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let (process, output, input) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", root.appending(path: "judges/listener.py").path]
        (process.standardOutput, process.standardInput) = (output, input)
        try process.run()
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        let port = try #require(Int(said))
        try await story(Listener(address: "http://127.0.0.1:\(port)"))
        withExtendedLifetime(input) {}
    }
}
