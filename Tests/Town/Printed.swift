import Foundation

/// What stands on paper.
package enum Printed {
    /// The words of a PDF, as another program reads them.
    package static func words(of pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, out) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "60", "pdftotext", file.path, "-"]
        process.standardOutput = out
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}

extension Printed {
    /// What the code on a page of a PDF says, letter by letter, as a scanner reads it; nil where there is none.
    package static func code(of pdf: [UInt8], page: Int = 1) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "codes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, picture) = (folder.appending(path: "paper.pdf").path, folder.appending(path: "page").path)
        try Data(pdf).write(to: URL(filePath: file))
        _ = try run("pdftoppm", "-r", "150", "-f", "\(page)", "-l", "\(page)", "-png", "-singlefile", file, picture)
        // As bytes: the scanner would guess at the letters of a text that names no code page, and takes Lithuanian ones for Japanese.
        let said = try run("zbarimg", "--quiet", "--raw", "-Sbinary", "\(picture).png")
        return said.isEmpty ? nil : said
    }

    private static func run(_ name: String, _ arguments: String...) throws -> String {
        let (process, out) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "60", name] + arguments
        process.standardOutput = out
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}
