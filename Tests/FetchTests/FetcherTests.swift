import Foundation
import Testing

@testable import Fetch

/// What is called is bounded, and strangers' addresses do not lead inside. The server is a process of the test's own on the loopback.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct FetcherTests {
    @Test func `An answer comes whole with its status and headers; a redirect is only told`() async throws {
        try await withServer { address in
            let plain = try await Fetcher(.anywhere).call(FetchRequest(address + "/plain"))
            #expect(plain.status == 200 && plain.headers["etag"] == #""one""# && plain.body == Array("good".utf8))
            #expect(try await Fetcher(.anywhere).call(FetchRequest(address + "/away")).status == 302)
        }
    }

    @Test func `A body is posted as it is, and a bad status is an answer`() async throws {
        try await withServer { address in
            let good = try await Fetcher(.anywhere).call(FetchRequest(address + "/hook", headers: [("X-Sign", "абв")], body: Array("тело".utf8)))
            #expect(String(decoding: good.body, as: UTF8.self).hasSuffix(":тело"))
            let bad = try await Fetcher(.anywhere).call(FetchRequest(address + "/broken", body: []))
            #expect(bad.status == 500 && bad.body == Array(":".utf8))
        }
    }

    @Test func `What is too large, too late or inside is given up`() async throws {
        try await withServer { address in
            await #expect(throws: FetchFault.tooLarge) { try await Fetcher(.anywhere).call(FetchRequest(address + "/large", most: 100_000)) }
            await #expect(throws: FetchFault.tooLate) { try await Fetcher(.anywhere).call(FetchRequest(address + "/hang", seconds: 1)) }
            await #expect(throws: FetchFault.inside) { try await Fetcher().call(FetchRequest(address + "/plain")) }
            await #expect(throws: FetchFault.inside) { try await Fetcher().call(FetchRequest(address.replacing("127.0.0.1", with: "localhost") + "/plain")) }
        }
    }

    @Test(arguments: ["", "plain", "ftp://127.0.0.1/x", "file:///etc/passwd", "gopher://127.0.0.1:70/", "javascript:alert(1)"])
    func `What is no address of the web is not called`(address: String) async {
        await #expect(throws: FetchFault.address) { try await Fetcher(.anywhere).call(FetchRequest(address)) }
    }

    @Test func `A header with a line break is refused`() async {
        await #expect(throws: FetchFault.address) { try await Fetcher(.anywhere).call(FetchRequest("http://127.0.0.1:1/", headers: [("A", "b\r\nC: d")])) }
    }

    @Test(arguments: [
        ("8.8.8.8", true), ("127.0.0.1", false), ("10.1.2.3", false), ("100.64.0.1", false), ("100.128.0.1", true), ("169.254.169.254", false), ("172.15.0.1", true),
        ("172.16.0.1", false), ("172.32.0.1", true), ("192.168.1.1", false), ("198.18.0.1", false), ("0.0.0.0", false), ("224.0.0.1", false), ("255.255.255.255", false),
    ])
    func `The inside network is known by its numbers`(text: String, isOutside: Bool) {
        let bytes = text.split(separator: ".").compactMap { UInt8($0) }
        #expect(InsideNetwork.isOutside(v4: bytes) == isOutside)
        #expect(InsideNetwork.isOutside(v6: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes) == isOutside)
        #expect(InsideNetwork.isOutside(v6: [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes) == isOutside)
    }

    @Test(arguments: [
        ("2a00:1450:4001:0830:0000:0000:0000:200e", true), ("0000:0000:0000:0000:0000:0000:0000:0001", false), ("0000:0000:0000:0000:0000:0000:0000:0000", false),
        ("fe80:0000:0000:0000:0000:0000:0000:0001", false), ("fc00:0000:0000:0000:0000:0000:0000:0001", false), ("fd12:0000:0000:0000:0000:0000:0000:0001", false),
        ("ff02:0000:0000:0000:0000:0000:0000:0001", false), ("2001:0db8:0000:0000:0000:0000:0000:0001", false), ("2002:7f00:0001:0000:0000:0000:0000:0001", false),
    ])
    func `So is that of the longer addresses`(text: String, isOutside: Bool) {
        let bytes = text.split(separator: ":").flatMap { part in UInt16(part, radix: 16).map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } ?? [] }
        #expect(InsideNetwork.isOutside(v6: bytes) == isOutside)
    }

    private func withServer(_ body: (String) async throws -> Void) async throws {
        let (process, output, input) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "server.py").path]
        (process.standardOutput, process.standardInput) = (output, input)
        try process.run()
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let port = try #require(Int(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
        try await body("http://127.0.0.1:\(port)")
    }
}
