import Foundation
import Testing

/// The words: each has its place, and each is used.
@Suite struct TextRules {
    @Test func `every text is used`() {
        #expect(Self.unused(SourceTree.words, SourceTree.sources) == [])
        #expect(Self.unused([Self.sample("common", "yes", "no")], [Self.source("Web/Gate.swift", "t(T.common.yes)")]) == ["common.no"])
    }

    private static func unused(_ words: [SourceTree.File], _ sources: [SourceTree.File]) -> [String] {
        let used = uses(sources)
        return words.flatMap(keys).filter { used[$0] == nil }
    }

    /// A word that one module alone uses stands in that module's file.
    @Test func `what is common is used by two modules at least`() {
        #expect(Self.notCommon(SourceTree.words, SourceTree.sources) == [])
        let sources = [
            Self.source("Web/Gate.swift", "t(T.common.yes)"), Self.source("People/Accounts/Person.swift", "t(T.common.yes) + t(T.common.no)"),
            Self.source("People/Accounts/PersonViews.swift", "t(T.common.no)"),
        ]
        #expect(Self.notCommon([Self.sample("common", "yes", "no"), Self.sample("accounts", "name")], sources) == ["common.no: Accounts"])
    }

    private static func notCommon(_ words: [SourceTree.File], _ sources: [SourceTree.File]) -> [String] {
        let used = uses(sources)
        return words.filter { $0.stem == "common" }.flatMap(keys).compactMap { key in
            let modules = used[key] ?? []
            return modules.count > 1 ? nil : "\(key): \(modules.sorted().joined())"
        }
    }

    @Test func `a key belongs to the room of its file`() {
        #expect(Self.strangers(SourceTree.words) == [])
        #expect(Self.strangers([SourceTree.File(path: "Resources/texts/web.json", text: #"{"web.menu": {}, "site.me": {}}"#)]) == ["site.me in Resources/texts/web.json"])
    }

    private static func strangers(_ words: [SourceTree.File]) -> [String] {
        words.flatMap { file in keys(of: file).filter { !$0.hasPrefix(file.stem + ".") }.map { "\($0) in \(file)" } }
    }

    /// A file of texts that is named after no target makes no keys.
    @Test func `each file of texts belongs to a module`() {
        #expect(Self.ownerless(SourceTree.words, SourceTree.sources) == [])
        #expect(Self.ownerless([Self.sample("web", "menu"), Self.sample("hall", "door")], [Self.source("Web/Gate.swift", "")]) == ["Resources/texts/hall.json"])
    }

    private static func ownerless(_ words: [SourceTree.File], _ sources: [SourceTree.File]) -> [String] {
        let modules = Set(sources.map { RoomOrder.ours.target(of: $0)?.lowercased() ?? "" })
        return words.filter { $0.stem != "common" && !modules.contains($0.stem) }.map(\.path)
    }

    // MARK: What the rules read

    private static func keys(of file: SourceTree.File) -> [String] {
        let parsed = (try? JSONSerialization.jsonObject(with: Data(file.text.utf8))) as? [String: Any]
        return (parsed ?? [:]).keys.sorted()
    }

    /// The modules that use each text.
    private static func uses(_ sources: [SourceTree.File]) -> [String: Set<String>] {
        let pattern = /\bT\.(\w+)\.`?(\w+)`?/.plain
        return sources.reduce(into: [:]) { uses, file in
            for match in file.program.matches(of: pattern) { uses["\(match.1).\(match.2)", default: []].insert(RoomOrder.ours.target(of: file) ?? "") }
        }
    }

    // MARK: Small wrong samples

    private static func sample(_ room: String, _ names: String...) -> SourceTree.File {
        SourceTree.File(path: "Resources/texts/\(room).json", text: "{" + names.map { #""\#(room).\#($0)": {}"# }.joined(separator: ", ") + "}")
    }

    private static func source(_ path: String, _ text: String) -> SourceTree.File { SourceTree.File(path: "Sources/\(path)", text: text) }
}
