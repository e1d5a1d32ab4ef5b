import Foundation
import Kernel
package import Languages
package import Resources
package import Storage
package import Web

/// What the program carries with it, read once at the start.
package struct Carried: Sendable {
    /// The style sheets in the order in which each may override the one before.
    private static let styles = ["fonts", "tokens", "base", "frame", "parts", "forms", "delivery", "print"]

    static let scripts = ["zbornica", "certificate"]

    package let words: TextCatalogue
    package let migrations: [Migration]
    package let assets: AssetFiles
    /// The typesetter's worker and its templates, by the names of their files.
    package let templates: [String: [UInt8]]

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
        assets = AssetFiles(
            style: Self.styles.compactMap { resources.text("css/\($0).css") }.joined(separator: "\n"),
            script: Self.scripts.compactMap { resources.text("js/\($0).js") }.joined(separator: "\n"),
            scripts: ["door", "screen"].compactMap { name in resources.text("js/\(name).js").map { (name, $0) } }, worker: resources.text("js/worker.js"),
            fonts: resources.list("fonts").compactMap { path in resources.bytes(path).map { (String(path.dropFirst("fonts/".count)), $0) } })
    }

    private static func texts(of resources: ResourceSet) -> [(name: String, json: Data)] {
        resources.list("texts").compactMap { path in
            guard path.hasSuffix(".json"), let bytes = resources.bytes(path) else { return nil }
            return (String(path.dropFirst("texts/".count).dropLast(".json".count)), Data(bytes))
        }
    }
}
