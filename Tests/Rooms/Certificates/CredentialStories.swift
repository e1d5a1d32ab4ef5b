import Accounts
import Catalogue
@testable import Certificates
import Foundation
import HTTPTypes
import Kernel
import Languages
import Testing
import Town
import Web

/// The credential in a certificate, judged by a library that is not ours, which follows the specification of Open Badges 3.0.
@Suite struct CredentialStories {
    @Test func `an independent verifier takes the credential, follows its key, and refuses it once it is void`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let issued = try await scene.issues().filter { $0.kind == .certificate }
        #expect(try await Verifier.verdict(on: issued[0], town) == "good")
        // A changed letter in what is signed, a credential of another's key, and a signature that is none.
        let parts = issued[0].credential.split(separator: ".").map(String.init)
        let other = issued[1].credential.split(separator: ".").map(String.init)
        #expect(try await Verifier.verdict(on: "\(parts[0]).\(other[1]).\(parts[2])", town).contains("signature"))

        // Another key signs from now on, and the list is believed still: it says by which key it is signed.
        try await scene.director.opens("/settings/certificates")
        try await scene.director.sends("/settings/certificates/keys")
        #expect(try await Verifier.verdict(on: issued[0], town) == "good")
        let wrong = issued[0].id
        try await town.vesna.voids(wrong, because: "Проба")
        #expect(try await Verifier.verdict(on: issued[0], town).contains("revocation"))
        #expect(try await Verifier.verdict(on: issued[1], town) == "good")
    }

    @Test func `what is replaced is told too, and a centre without a key has no list`() async throws {
        let town = try await Town()
        #expect(try await town.stranger.send(.get, "/.well-known/zbornica-status/\(town.centre)/0").status == 404)
        let scene = try await Certified(town, [town.ana])
        let old = try #require(try await scene.issues().first { $0.kind == .certificate })
        let wrong = old.id
        let batch = try await town.vesna.does { try CertificateStore.correct(wrong, name: "Ана Ђорђевић Петровић", because: "Удала се", in: $0) }
        #expect(try await Verifier.verdict(on: old, town) == "good", "what waits for a signature replaces nothing")
        try await scene.signs(batch)
        #expect(try await Verifier.verdict(on: old, town).contains("revocation"))
        let new = try #require(try await scene.certificates(batch).first)
        #expect(try await Verifier.verdict(on: new, town) == "good")
        for path in ["zbornica-keys/nobody00", "zbornica-status/\(town.centre)/-1", "zbornica-status/\(town.centre)/9223372036854775807", "zbornica-status/x/0",
            "zbornica-status/99/0"] {
            #expect(try await town.stranger.send(.get, "/.well-known/\(path)").status == 404, "\(path)")
        }
    }
}

private enum Verifier {
    private static let script = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "verify_credential.py")
    private static var python: String {
        ProcessInfo.processInfo.environment["ZBORNICA_PYTHON"] ?? script.deletingLastPathComponent().appending(path: "../../../.venv/bin/python").path
    }

    static func verdict(on certificate: Certificate, _ town: Town) async throws -> String { try await verdict(on: certificate.credential, town) }

    /// `good`, or why not, at the town's own time. The verifier gets what the credential's addresses answer, and nothing else.
    static func verdict(on token: String, _ town: Town) async throws -> String {
        let spoken = token.split(separator: ".").prefix(2).compactMap { Base64URL.bytes($0) }.map { String(decoding: $0, as: UTF8.self) }.joined()
        let keys = try await town.finds { try SigningKeyStore.keySet(in: $0) }.keys.map { "http://localhost/.well-known/zbornica-keys/\($0.kid)" }
        let addresses = Set(spoken.matches(of: /"(https?:[^"#]+\/\.well-known\/[^"#]+)"/).map { String($0.1) } + keys)
        var web: [String: String] = [:]
        for address in addresses {
            let path = try #require(address.firstRange(of: "/.well-known")).lowerBound
            let answer = try await town.stranger.send(.get, String(address[path...]))
            if answer.status == 200 { web[address] = answer.html }
        }
        let question = try JSONSerialization.data(withJSONObject: ["token": token, "web": web, "now": town.clock.now.seconds])
        let (process, into, out) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "60", python, script.path]
        (process.standardInput, process.standardOutput) = (into, out)
        try process.run()
        try into.fileHandleForWriting.write(contentsOf: question)
        try into.fileHandleForWriting.close()
        let text = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the verifier ended with \(process.terminationStatus)")
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
