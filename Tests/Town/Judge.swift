import Foundation
import Testing

/// A program in `Tests/judges` that is not ours in what it judges by: it reads what we wrote with libraries of others.
package struct Judge {
    /// What it printed.
    package let said: String

    package init(_ program: String, _ arguments: [String]) throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let python = ProcessInfo.processInfo.environment["ZBORNICA_PYTHON"] ?? root.appending(path: ".venv/bin/python").path
        let process = Process()
        let (out, wrong) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "60", python, "-X", "utf8", root.appending(path: "Tests/judges/\(program)").path] + arguments
        (process.standardOutput, process.standardError) = (out, wrong)
        try process.run()
        said = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let fault = String(decoding: wrong.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) ended with \(process.terminationStatus): \(fault)")
    }
}
