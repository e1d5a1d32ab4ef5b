import Certificates
import Documents
import Foundation
import Kernel
import Languages
import Operation
import Site
import Testing
import Town
import Web

/// The electronic signature in a PDF, with a key that was made for this run.
@Suite struct SignatureStories {
    @Test func `without a key the page says that the PDF is not signed, and it is the same each time`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let own = try #require(try await scene.issues().first)
        let page = try await town.ana.opens("/me/certificates/\(own.id)")
        #expect(page.shows(town.say(T.certificates.pdfUnsigned)) && !page.shows(town.say(T.certificates.pdfSigned)))
        let paper = try await town.ana.opens("/me/certificates/\(own.id)/document.pdf")
        #expect(try await town.ana.opens("/me/certificates/\(own.id)/document.pdf").bytes == paper.bytes)
        #expect(!paper.holds("ETSI.CAdES.detached"))
    }

    @Test func `with a key each single PDF is signed, also in the ZIP; the pages say what that is worth`() async throws {
        let pen = try Pen()
        defer { pen.remove() }
        let town = try await Town(environment: pen.settings)
        let scene = try await Certified(town, [town.ana, town.ruta])
        let batch = try await scene.prepares()
        try await scene.signs(batch)
        try await town.settles()
        let certificates = try await scene.certificates(batch)
        let own = try #require(certificates.first { $0.person == town.ana.id })
        for (person, path) in [(town.ana, "/me/certificates/\(own.id)"), (town.vesna, "/staff/certificates/\(own.id)")] {
            let page = try await person.opens(path)
            for words in [T.certificates.pdfSigned, T.certificates.signatureNotQualified, T.certificates.signedAnew] { #expect(page.shows(town.say(words)), "\(path)") }
            #expect(!page.shows(town.say(T.certificates.signatureQualified)))
            let papers = [try await person.opens(path + "/document.pdf"), try await person.opens(path + "/document.pdf")]
            let set = try await town.app.typesetter.set(CertificatePaper.job(own, pictures: [:], words: town.app.carried.words))
            for paper in papers { #expect(paper.bytes.starts(with: set) && paper.holds("ETSI.CAdES.detached"), "what was set stays") }
            #expect(papers[0].bytes.count > set.count && papers[0].bytes != papers[1].bytes, "what is signed is new each time")
            #expect(try pen.verdict(on: papers[0].bytes).contains("Signature is Valid"))
        }
        let page = try await town.vesna.opens("/staff/batches/\(batch)")
        for words in [T.certificates.zipSigned, T.certificates.signatureNotQualified] { #expect(page.shows(town.say(words))) }
        let zip = try await town.vesna.opens("/staff/batches/\(batch)/certificates.zip")
        #expect(zip.status == 200 && zip.count(of: "ETSI.CAdES.detached") == certificates.count)
        #expect(try await !town.vesna.opens("/staff/batches/\(batch)/certificates.pdf").holds("ETSI.CAdES.detached"))
    }

    @Test func `what is void is not signed`() async throws {
        let pen = try Pen()
        defer { pen.remove() }
        let town = try await Town(environment: pen.settings)
        let scene = try await Certified(town, [town.ana])
        let own = try #require(try await scene.issues().first)
        try await town.vesna.voids(own.id, because: "Погрешно уписано")
        #expect(try await town.vesna.opens("/staff/certificates/\(own.id)").shows(town.say(T.certificates.pdfUnsigned)))
        #expect(try await !town.vesna.opens("/staff/certificates/\(own.id)/document.pdf").holds("ETSI.CAdES.detached"))
    }

    @Test func `the page calls a signature qualified only where the settings do`() async throws {
        let pen = try Pen()
        defer { pen.remove() }
        let town = try await Town(environment: pen.settings.merging(["ZBORNICA_SIGNATURE_QUALIFIED": "yes"]) { $1 })
        let scene = try await Certified(town, [town.ana])
        let own = try #require(try await scene.issues().first)
        let page = try await town.ana.opens("/me/certificates/\(own.id)")
        #expect(page.shows(town.say(T.certificates.signatureQualified)) && !page.shows(town.say(T.certificates.signatureNotQualified)))
        #expect(throws: Problem.self) { try Settings(data: nil, environment: pen.settings.merging(["ZBORNICA_SIGNATURE_QUALIFIED": "maybe"]) { $1 }) }
    }

    @Test func `a key that cannot be used is told on the page of the batch`() async throws {
        let pen = try Pen()
        defer { pen.remove() }
        let town = try await Town(environment: pen.settings.filter { $0.key != "ZBORNICA_SIGNATURE_CERTIFICATES" })
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        try await scene.signs(batch)
        try await town.settles()
        #expect(try await town.vesna.opens("/staff/batches/\(batch)").shows(town.say(T.certificates.faultKey)))
        #expect(try await scene.numbers() == [1], "the act of signing stands")
    }
}

/// A key of this run, and its own certificate.
private struct Pen {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "pen-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try run(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=Bistrik",
            "-addext", "keyUsage=digitalSignature,nonRepudiation", "-keyout", "pen.key", "-out", "pen.pem")
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    var settings: [String: String] {
        ["ZBORNICA_SIGNATURE_KEY": folder.appending(path: "pen.key").path, "ZBORNICA_SIGNATURE_CERTIFICATES": folder.appending(path: "pen.pem").path]
    }

    /// Of a program that is not ours.
    func verdict(on pdf: [UInt8]) throws -> String {
        try Data(pdf).write(to: folder.appending(path: "paper.pdf"))
        return try run("pdfsig", "-nocert", "paper.pdf")
    }

    private func run(_ command: String...) throws -> String {
        let (process, out) = (Process(), Pipe())
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

extension Page {
    fileprivate func holds(_ mark: String) -> Bool { count(of: mark) > 0 }

    fileprivate func count(of mark: String) -> Int { String(decoding: bytes, as: UTF8.self).components(separatedBy: mark).count - 1 }
}
