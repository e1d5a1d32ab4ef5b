import Documents
import Foundation
import Testing

/// Signatures with a key that a made-up authority has certified for this run.
@Suite(.serialized, .timeLimit(.minutes(20))) struct SigningTests {
    @Test(arguments: [true, false])
    func `a signed document is whole and trusted, and one flipped byte breaks it`(inOneFile: Bool) async throws {
        let authority = try Authority()
        defer { authority.remove() }
        let typesetter = try Press.typesetter()
        let pdf = try await typesetter.set(Press.example("certificate-sr"))
        let key = inOneFile
            ? SigningKey.pkcs12(try authority.bytes("signer.p12"), password: "geslo")
            : SigningKey.pem(try authority.bytes("signer.key"), certificates: try authority.bytes("signer.pem"), password: nil)
        let signed = try await PAdESSigner(typesetter: typesetter, key: key).sign(pdf, reason: "Уверење", place: "Бистрик")
        #expect(signed.starts(with: pdf))
        // PDF/A: what the signature adds begins on a line of its own, and so does each of its objects (ISO 19005-3, 6.1.8).
        let added = String(decoding: signed[pdf.count...], as: UTF8.self)
        #expect(pdf.last != 0x0A && added.wholeMatch(of: /\n\d+ 0 obj\r?\n.*/.dotMatchesNewlines()) != nil)
        let objects = added.matches(of: /(\D)\d+ 0 obj\b/)
        #expect(objects.count > 1 && objects.allSatisfy { $0.1 == "\n" || $0.1 == "\r\n" })
        #expect(try authority.verdict(on: signed) == "True True ENTIRE_FILE")
        let paper = try Paper(signed)
        defer { paper.remove() }
        try paper.check()

        var changed = signed
        changed[pdf.count / 2] ^= 1
        #expect(try authority.verdict(on: changed).hasPrefix("False"))
    }

    @Test func `a wrong password or a file that is no key is a fault of the key`() async throws {
        let authority = try Authority()
        defer { authority.remove() }
        let typesetter = try Press.typesetter()
        let pdf = try await typesetter.set(Press.example("certificate-en"))
        let keys: [SigningKey] = [
            .pkcs12(try authority.bytes("signer.p12"), password: "other"),
            .pkcs12([1, 2, 3], password: ""), .pem([1], certificates: [2], password: nil)]
        for key in keys {
            await #expect { _ = try await PAdESSigner(typesetter: typesetter, key: key).sign(pdf) } throws: { error in
                if case .key = error as? TypesetterFault { true } else { false }
            }
        }
    }
}

/// An authority of this run, and a key that it has certified.
private struct Authority {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "authority-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("keyUsage=digitalSignature,nonRepudiation\n".utf8).write(to: folder.appending(path: "signer.ext"))
        let new = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        for line in [
            "openssl req -x509 \(new) -days 2 -subj /CN=Authority -addext keyUsage=keyCertSign -keyout ca.key -out ca.pem",
            "openssl req \(new) -subj /CN=Signer -keyout signer.key -out signer.csr",
            "openssl x509 -req -in signer.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile signer.ext -out signer.pem",
            "openssl pkcs12 -export -inkey signer.key -in signer.pem -certfile ca.pem -passout pass:geslo -out signer.p12",
        ] { _ = try run(line.split(separator: " ").map(String.init)) }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

    /// Of a program that is not ours.
    func verdict(on pdf: [UInt8]) throws -> String {
        let file = folder.appending(path: "\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        return try run([Press.python, Press.folder.appending(path: "verify.py").path, file.path, "ca.pem"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func run(_ command: [String]) throws -> String {
        let process = Process()
        let out = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "60"] + command
        process.currentDirectoryURL = folder
        (process.standardOutput, process.standardError) = (out, FileHandle.nullDevice)
        try process.run()
        let text = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command) ended with \(process.terminationStatus)")
        return String(decoding: text, as: UTF8.self)
    }
}
