import Accounts
import Fetch
import Foundation
import HTTPTypes
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
@testable import OpenID

/// A town that lets people in by a service of others, which runs beside it on the loopback for the time of one story.
struct Provided {
    let town: Town
    let id: OpenIDProvider.ID

    static func with(links: Bool = true, _ body: (Provided) async throws -> Void) async throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let python = ProcessInfo.processInfo.environment["ZBORNICA_PYTHON"]
            ?? root.deletingLastPathComponent().appending(path: ".venv/bin/python").path
        let (process, output, input) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "120", python, "-X", "utf8", "-W", "ignore", root.appending(path: "judges/identity.py").path]
        (process.standardOutput, process.standardInput, process.standardError) = (output, input, FileHandle.nullDevice)
        try process.run()
        defer {
            // It ends with its input: a signal would wait, for a process that a story starts holds them back.
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        let port = try #require(Int(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
        // The service signs with the time of this machine.
        let town = try await Town(at: .now(), environment: ["ZBORNICA_INSIDE": "yes"])
        try await town.goran.becomes(.administrator)
        try await town.goran.enters(withFactor: true)
        try await town.goran.opens("/settings/openid/new")
        let saved = try await town.goran.sends("/settings/openid/new", [
            "name": "Школски идентитет", "issuer": "http://localhost:\(port)", "client": "zbornica", "secret": "тајна", "shown": "yes",
            links ? "links" : "other": "yes",
        ])
        try #require(saved.shows(town.say(T.common.saved)), "the service did not answer")
        let id = try #require(try await town.value("SELECT id FROM openid_provider", as: OpenIDProvider.ID.self))
        try await body(Provided(town: town, id: id))
    }

    /// Goes there from a page and says to the service who one is; what it answers is the way back here.
    func goes(_ browser: Browser, from path: String, as subject: String) async throws -> String {
        let away = try await browser.send(.get, path)
        let address = try #require(away.location, "nobody was sent away: \(away.status)")
        let answer = try await Fetcher(.anywhere).call(FetchRequest(
            address, headers: [(name: "Content-Type", value: "application/x-www-form-urlencoded")], body: Array("sub=\(subject)".utf8)))
        let back = try #require(answer.headers["location"], "the service answered \(answer.status)")
        return try #require(back.hasPrefix("http://localhost/") ? String(back.dropFirst("http://localhost".count)) : nil, "\(back)")
    }

    /// Opens the page for signing in first, as everybody does.
    @discardableResult
    func enters(_ browser: Browser, as subject: String) async throws -> Page {
        try await browser.opens("/sign-in")
        return try await browser.opens(goes(browser, from: "/sr/sign-in/with/\(id)", as: subject))
    }
}
