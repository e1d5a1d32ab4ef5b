import Documents
import Foundation
import Testing

/// A typesetter with the templates of the program, and the examples beside these tests.
enum Press {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    static let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    static let stamp: Int64 = 1_772_442_000

    static var python: String { ProcessInfo.processInfo.environment["ZBORNICA_PYTHON"] ?? root.appending(path: ".venv/bin/python").path }

    static func templates() throws -> [String: [UInt8]] {
        let folder = root.appending(path: "Resources/typst")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".typ") || $0 == "worker.py" }
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) })
    }

    /// - Parameter adding: further templates, of this test alone.
    static func typesetter(seconds: Int = 60, adding: [String: String] = [:]) throws -> Typesetter {
        Typesetter(python: python, templates: try templates().merging(adding.mapValues { Array($0.utf8) }) { $1 }, seconds: seconds)
    }

    /// An example, with the QR codes that its links make and the sign of the centre.
    static func example(_ name: String, change: (inout [String: Any]) -> Void = { _ in }) throws -> Typesetting {
        let json = try Data(contentsOf: folder.appending(path: "Examples/\(name).json"))
        var data = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
        if let documents = data["documents"] as? [[String: Any]] { data["documents"] = try documents.map(withCode) }
        change(&data)
        return try Typesetting(
            template: String(try #require(name.split(separator: "-").first)), data: text(data), stamp: stamp,
            pictures: ["sign.svg": Array(Data(contentsOf: folder.appending(path: "Examples/sign.svg")))])
    }

    static func text(_ data: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: data, options: .sortedKeys), as: UTF8.self)
    }

    static func withCode(_ document: [String: Any]) throws -> [String: Any] {
        guard var check = document["check"] as? [String: Any], let link = check["link"] as? String else { return document }
        let code = try #require(QRCode(link))
        (check["path"], check["extent"]) = (code.path, code.extent)
        return document.merging(["check": check]) { $1 }
    }

    /// The first document of an example with another value.
    static func first(of data: inout [String: Any], _ name: String, _ value: Any) {
        guard var documents = data["documents"] as? [[String: Any]], !documents.isEmpty else { return }
        documents[0][name] = value
        data["documents"] = documents
    }
}

/// What other programs say of a document.
struct Paper {
    private let file: URL
    private let folder: URL

    init(_ pdf: [UInt8]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appending(path: "paper.pdf")
        try Data(pdf).write(to: file)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    var text: String { get throws { try run("pdftotext", "-layout", file.path, "-").replacing(/\s+/, with: " ") } }
    var metadata: String { get throws { try run("pdfinfo", "-meta", file.path) } }
    var info: String { get throws { try run("pdfinfo", file.path) } }
    var structure: String { get throws { try run("pdfinfo", "-struct", file.path) } }
    /// The words in the order of the tags.
    var readText: String { get throws { try run("pdfinfo", "-struct-text", file.path) } }
    var attachments: String { get throws { try run("pdfdetach", "-list", file.path) } }
    var pages: Int { get throws { try Int(#require(info.firstMatch(of: /Pages: +(\d+)/)).1) ?? 0 } }
    /// Where each word of a page stands.
    func places(on page: Int) throws -> String { try run("pdftotext", "-bbox", "-f", "\(page)", "-l", "\(page)", file.path, "-") }
    /// Throws where the file is damaged.
    func check() throws { _ = try run("qpdf", "--check", file.path) }

    /// What the QR code on the first page says, drawn at that many dots an inch.
    func code(dots: Int) throws -> String {
        _ = try run("pdftoppm", "-r", "\(dots)", "-png", "-singlefile", file.path, folder.appending(path: "page").path)
        return try run("zbarimg", "--quiet", "--raw", folder.appending(path: "page.png").path).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func run(_ name: String, _ arguments: String...) throws -> String {
        let process = Process()
        let out = folder.appending(path: "out")
        _ = FileManager.default.createFile(atPath: out.path, contents: nil)
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "60", name] + arguments
        let handle = try FileHandle(forWritingTo: out)
        process.standardOutput = handle
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try handle.close()
        guard process.terminationStatus == 0 else { throw Unusable(text: "\(name) ended with \(process.terminationStatus); bin/setup installs it") }
        return String(decoding: try Data(contentsOf: out), as: UTF8.self)
    }

    struct Unusable: Error { let text: String }
}
