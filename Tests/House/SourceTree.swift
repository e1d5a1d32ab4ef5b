import Foundation

extension RegexComponent {
    /// By scalars and simple words: by letters as people see them the whole project would be read ten times as long.
    var plain: Regex<RegexOutput> { regex.matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple) }
}

extension String {
    /// Whether one of the words is in it, byte by byte.
    func holds(_ words: [String]) -> Bool { withCString { start in words.contains { strstr(start, $0) != nil } } }
}

/// The project's own files, as texts.
enum SourceTree {
    struct File: Sendable, CustomStringConvertible {
        /// Within the project: `Sources/People/Accounts/Person.swift`.
        let path: String
        let text: String
        let imports: Set<String>
        /// Lines with their numbers, without comments.
        let code: [(line: Int, text: Substring)]
        /// The text without comments.
        let program: String

        init(path: String, text: String) {
            (self.path, self.text) = (path, text)
            code = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
                line.drop { $0 == " " }.hasPrefix("//") ? nil : (index + 1, line)
            }
            program = code.map(\.text).joined(separator: "\n")
            let pattern = /^[ \t]*(?:@?\w+ )*import (?:struct |enum |class |func )?(\w+)/.plain
            imports = Set(code.lazy.filter { String($0.text).holds(["import"]) }.compactMap { $0.text.firstMatch(of: pattern).map { String($0.1) } })
        }

        var name: String { String(path.split(separator: "/").last ?? "") }
        var stem: String { String(name.prefix { $0 != "." }) }
        var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
        var description: String { path }

        /// Lines of code that hold one of these words as they stand here. Patterns are slow and most lines have nothing for them: to ask for a word first
        /// makes three minutes a few seconds.
        func lines(with words: [String]) -> [(line: Int, text: Substring)] { lines { $0.holds(words) } }

        func lines(where isThere: (String) -> Bool) -> [(line: Int, text: Substring)] {
            isThere(program) ? code.filter { isThere(String($0.text)) } : []
        }

        /// `path:line` of the lines of code in which the pattern is found.
        /// - Parameter words: of which each such line has one.
        func places(of pattern: some RegexComponent, with words: [String]) -> [String] {
            let lines = lines(with: words), pattern = pattern.plain
            return lines.filter { $0.text.firstMatch(of: pattern) != nil }.map { "\(path):\($0.line)" }
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
