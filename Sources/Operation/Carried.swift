import Foundation
import Kernel
package import Languages
package import Resources
package import Storage
package import Web

/// What the program carries with it, read once at the start.
package struct Carried: Sendable {
    /// The style sheets in the order in which each may override the one before: those of all pages, those of single rooms, and what holds on paper.
    private static let (styles, lastStyle) = (["fonts", "tokens", "base", "frame", "parts", "forms"], "print")

    /// Scripts of every page, in their order. Any other is the script of a page that asks for it by its name.
    package static let scripts = ["zbornica", "certificate"]
    private static let worker = "worker"

    package let words: TextCatalogue
    package let migrations: [Migration]
    package let assets: AssetFiles
    /// The typesetter's worker and its templates, by the names of their files.
    package let templates: [String: [UInt8]]
    /// The reader of old workbooks, in Python.
    package let sheetReader: String
    /// The reader of library records, in Python.
    package let recordReader: String
    /// The writer of Word documents, in Python.
    package let wordWriter: String
    /// The planner, in Python: its files by their names without the ending.
    package let planner: [String: String]

    /// - Parameter resources: the compiled-in set, or a folder in development.
    package init(_ resources: ResourceSet = .embedded) throws {
        // Texts read from a folder may be of another version than the program.
        let built = try TextCatalogue(rooms: Self.texts(of: .embedded))
        words = resources.isEmbedded ? built : try TextCatalogue(rooms: Self.texts(of: resources), like: built)
        migrations = try resources.list("migrations").compactMap { path in
            try resources.text(path).map { try Migration(file: String(path.dropFirst("migrations/".count)), source: $0) }
        }
        templates = Dictionary(uniqueKeysWithValues: resources.list("typst").compactMap { path in
            resources.bytes(path).map { (String(path.dropFirst("typst/".count)), $0) }
        })
        sheetReader = resources.text("sheets/worker.py") ?? ""
        recordReader = resources.text("marc/worker.py") ?? ""
        wordWriter = resources.text("word/worker.py") ?? ""
        planner = Dictionary(uniqueKeysWithValues: resources.list("planner").compactMap { path in
            resources.text(path).map { (String(path.dropFirst("planner/".count).dropLast(".py".count)), $0) }
        })
        let styles = Self.styles + Self.names("css", in: resources).filter { !Self.styles.contains($0) && $0 != Self.lastStyle } + [Self.lastStyle]
        let pageScripts = Self.names("js", in: resources).filter { !Self.scripts.contains($0) && $0 != Self.worker }
        assets = AssetFiles(
            style: styles.compactMap { resources.text("css/\($0).css") }.joined(separator: "\n"),
            script: Self.scripts.compactMap { resources.text("js/\($0).js") }.joined(separator: "\n"),
            scripts: pageScripts.compactMap { name in resources.text("js/\(name).js").map { (name, $0) } }, worker: resources.text("js/\(Self.worker).js"),
            fonts: resources.list("fonts").compactMap { path in resources.bytes(path).map { (String(path.dropFirst("fonts/".count)), $0) } },
            picture: resources.bytes("pictures/share.png"))
    }

    private static func texts(of resources: ResourceSet) -> [(name: String, json: Data)] {
        resources.list("texts").compactMap { path in
            guard path.hasSuffix(".json"), let bytes = resources.bytes(path) else { return nil }
            return (String(path.dropFirst("texts/".count).dropLast(".json".count)), Data(bytes))
        }
    }

    /// The files of a folder by their names, without the ending.
    private static func names(_ folder: String, in resources: ResourceSet) -> [String] {
        resources.list(folder).compactMap { $0.split(separator: "/").last?.split(separator: ".").first.map(String.init) }
    }
}
