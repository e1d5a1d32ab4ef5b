import Foundation
import Testing

@testable import Sheets

@Suite(.timeLimit(.minutes(20))) struct `An archive that goes out` {
    private let files: [(name: String, bytes: [UInt8])] = [
        ("1-2026 Ана Ђорђевић.pdf", Array("прво".utf8)), ("2-2026 Rūta Žemaitytė.pdf", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
        ("1-2026 Ана Ђорђевић.pdf", Array("друго".utf8)), ("празно", []), ("празно", [0]),
    ]

    private func archive() throws -> [UInt8] {
        try withFile { file in
            let writer = try ArchiveWriter(file)
            for file in files { try writer.add(file.name, file.bytes) }
            try writer.finish()
            return Array(try Data(contentsOf: file))
        }
    }

    private func withFile<Made>(_ body: (URL) throws -> Made) throws -> Made {
        let file = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file)
    }

    @Test func `is whole in the eyes of others, holds files as they are and tells no time`() throws {
        let bytes = try archive()
        let told = try look(at: bytes)
        #expect(told == [
            "None", "1-2026 Ана Ђорђевић.pdf 8 0 1980-1-1", "2-2026 Rūta Žemaitytė.pdf 100000 0 1980-1-1",
            "1-2026 Ана Ђорђевић 2.pdf 10 0 1980-1-1", "празно 0 0 1980-1-1",
            "празно 2 1 0 1980-1-1",
        ])
        var changed = bytes
        changed[60] ^= 1
        #expect(try look(at: changed).first == "1-2026 Ана Ђорђевић.pdf")
    }

    @Test func `is the same each time`() throws { #expect(try archive() == archive()) }

    @Test func `needs a file, ends once, and is nothing before its end`() throws {
        try withFile { file in
            #expect(throws: SheetProblem(.unwritten("no files"))) { try ArchiveWriter(file).finish() }
            let writer = try ArchiveWriter(file)
            try writer.add("a", [1])
            #expect(!FileManager.default.fileExists(atPath: file.path))
            try writer.finish()
            #expect(throws: SheetProblem.self) { try writer.add("b", [2]) }
            #expect(throws: SheetProblem.self) { try writer.finish() }
        }
    }

    @Test func `a place where nothing can be written is told`() {
        #expect(throws: SheetProblem.self) {
            let writer = try ArchiveWriter(URL(filePath: "/dev/null/archive.zip"))
            try writer.add("a", [1])
            try writer.finish()
        }
    }

    /// What Python says of it: the first file that is damaged, then name, size, method and day of each.
    private func look(at bytes: [UInt8]) throws -> [String] {
        try withFile { file in
            try Data(bytes).write(to: file)
            return try look(at: file)
        }
    }

    private func look(at file: URL) throws -> [String] {
        let program = """
            import sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            print(archive.testzip())
            for entry in archive.infolist(): print(entry.filename, entry.file_size, entry.compress_type, "-".join(map(str, entry.date_time[:3])))
            """
        let (process, out) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "20", "python3", "-X", "utf8", "-c", program, file.path]
        process.standardOutput = out
        try process.run()
        let told = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: told, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
