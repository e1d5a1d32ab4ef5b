import Foundation

/// The project's own files, as texts.
enum SourceTree {
    struct File: Sendable, CustomStringConvertible {
        /// Within the project: `Sources/People/Accounts/Person.swift`.
        let path: String
        let text: String

        var name: String { String(path.split(separator: "/").last ?? "") }
        var stem: String { String(name.prefix { $0 != "." }) }
        var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
        var description: String { path }

        var imports: Set<String> {
            Set(text.matches(of: /(?m)^[ \t]*(?:@?\w+ )*import (?:struct |enum |class |func )?(\w+)/).map { String($0.1) })
        }

        /// Lines with their numbers, without comments.
        var code: [(line: Int, text: Substring)] {
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
                line.drop { $0 == " " }.hasPrefix("//") ? nil : (index + 1, line)
            }
        }

        /// The text without comments.
        var program: String { code.map(\.text).joined(separator: "\n") }

        /// `path:line` of the lines of code in which the pattern is found.
        func places(of pattern: some RegexComponent) -> [String] {
            code.filter { $0.text.firstMatch(of: pattern) != nil }.map { "\(path):\($0.line)" }
        }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let sources: [File] = files(in: "Sources", ["swift"])
    static let tests: [File] = files(in: "Tests", ["swift", "py"])
    static let words: [File] = files(in: "Resources/texts", ["json"])
    static let migrations: [File] = files(in: "Resources/migrations", ["sql"])
    static let fronts: [File] = files(in: "bin", nil) + files(in: ".ci", nil) + files(in: "docs", ["md"])

    static let package = File(path: "Package.swift", text: (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? "")

    /// Files of the rooms: `Sources/People/Accounts/…`.
    static let rooms: [File] = sources.filter(RoomOrder.ours.hasRoom)

    private static func files(in folder: String, _ endings: Set<String>?) -> [File] {
        guard let walk = FileManager.default.enumerator(atPath: root.appending(path: folder).path) else { return [] }
        return walk.compactMap { $0 as? String }.sorted().compactMap { path in
            let file = root.appending(path: folder).appending(path: path)
            guard endings?.contains(file.pathExtension) ?? true, let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            return File(path: "\(folder)/\(path)", text: text)
        }
    }
}
