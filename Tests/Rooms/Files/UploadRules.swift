@testable import Files
import Forms
import Foundation
import Kernel
import Mutations
import Testing
import Town
@testable import Web

/// How a large file comes in: to disk, piece by piece, and it leaves nothing behind.
@Suite struct UploadRules {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "upload-\(UUID().uuidString)")

    private static let body = Array("""
        --b\r
        Content-Disposition: form-data; name="title"\r
        \r
        Радни лист\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="лист.pdf"\r
        Content-Type: application/pdf\r
        \r
        %PDF-1.7 \r\n--not the end\r\n--\r\n-\r
        --b\r
        Content-Disposition: form-data; name="empty"\r
        \r
        \r
        --b--\r

        """.utf8)

    private func read(_ body: [UInt8], in pieces: [Int]) throws -> Typed? {
        var stream = MultipartStream(boundary: "b", folder: folder)
        var start = 0
        for piece in pieces where start < body.count {
            let end = min(body.count, start + max(1, piece))
            try stream.take(body[start..<end])
            start = end
        }
        if start < body.count { try stream.take(body[start...]) }
        return stream.finish()
    }

    /// Fields, and files with their bytes, so that both readings can be put beside each other.
    private static func told(_ typed: Typed) -> [String] {
        typed.fields.map { "\($0.name)=\($0.value)" } + typed.files.map { file in
            let bytes = file.upload.map { (try? Array(Data(contentsOf: $0.place))) ?? [] } ?? file.bytes
            return "\(file.field) \(file.name) \(bytes)"
        }
    }

    @Test func `wherever a form is cut into pieces, it reads as it does in one`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = Self.told(try #require(Multipart.read(Self.body, boundary: "b")))
        #expect(whole.count == 3)
        for piece in 1...Self.body.count { #expect(Self.told(try #require(try read(Self.body, in: Array(repeating: piece, count: Self.body.count)))) == whole) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty, "what nobody keeps goes by itself")
    }

    @Test func `a form that is spoiled is refused or read as ever, and leaves nothing`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var mutations = Mutations([Self.body], words: ["\r\n--b", "--b--", "\r\n\r\n", "filename=\"", "name=\""])
        try mutations.each(3_000) { bytes in
            guard let typed = try? read(bytes, in: [bytes.count / 3, 7, bytes.count / 2]) else { return }
            if let whole = Multipart.read(bytes, boundary: "b") { #expect(Self.told(typed) == Self.told(whole)) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `more is not typed into it than into any form`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let long = Array("--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n".utf8) + Array(repeating: 0x61, count: 300_000) + Array("\r\n--b--".utf8)
        #expect(throws: Refusal.self) { try read(long, in: Array(repeating: 65_536, count: 9)) }
    }
}

/// What lies in the folder of files, and what goes.
@Suite struct FileFolderRules {
    @Test func `a file lies under its digest, once; what no row names goes after a day`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = FileFolder(root)
        func put(_ text: String) throws -> String {
            let draft = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try Data(text.utf8).write(to: draft)
            let digest = try folder.keep(draft)
            #expect(!FileManager.default.fileExists(atPath: draft.path))
            return digest
        }
        let (kept, loose) = (try put("план"), try put("нико"))
        #expect(try put("план") == kept && kept != loose)
        #expect(folder.faults(of: [kept, loose]).isEmpty)
        try folder.sweep(keeping: [kept])
        #expect(FileManager.default.fileExists(atPath: folder.place(of: loose).path), "somebody may be about to name it")
        try folder.sweep(keeping: [kept], at: Date(timeIntervalSinceNow: 90_000))
        #expect(!FileManager.default.fileExists(atPath: folder.place(of: loose).path) && FileManager.default.fileExists(atPath: folder.place(of: kept).path))
        try Data("друго".utf8).write(to: folder.place(of: kept))
        #expect(folder.faults(of: [kept, loose]).count == 2, "one is changed, one is gone")
    }

    @Test(arguments: [
        ("план.pdf", "%PDF-1.4", DocumentKind.pdf), ("План.PDF", "%PDF-1.4", .pdf), ("a.rtf", "{\\rtf1", .rtf), ("a.docx", "PK\u{3}\u{4}", .docx),
    ]) func `a kind is told by the name and the first bytes`(_ name: String, _ head: String, _ kind: DocumentKind) {
        #expect(DocumentKind(name: name, head: Array(head.utf8)) == kind)
    }

    @Test(arguments: [
        ("план.pdf", "PK\u{3}\u{4}"), ("a.docx", "%PDF-1.4"), ("a.exe", "MZ"), ("a.docm", "PK\u{3}\u{4}"),
        ("pdf", "%PDF-"), ("a.odt", "PK\u{3}\u{4}"), ("a.html", "<html>"),
    ])
    func `a kind that lies is none`(_ name: String, _ head: String) {
        #expect(DocumentKind(name: name, head: Array(head.utf8)) == nil)
    }

    @Test func `a name loses folders and signs that no disk may have`() {
        #expect(FileName.tidy("C:\\slike\\план 2026.pdf") == "план 2026.pdf" && FileName.tidy("../../etc/passwd") == "passwd" && FileName.tidy("") == "file")
        #expect(FileName.tidy("a\u{202E}fdp.exe") == "afdp.exe")
        let long = FileName.tidy(String(repeating: "ш", count: 300) + ".pdf")
        #expect(long.count == 200 && long.hasSuffix("ш.pdf"))
    }
}
