public import Foundation

/// The files the program carries: texts, migrations, styles, scripts, templates. Paths are those within the folder Resources, such
/// as `texts/common.json`.
public struct ResourceSet: Sendable {
    private let folder: URL?

    /// What was compiled into the program.
    public static let embedded = ResourceSet(nil)

    /// Read from the disk at each call: a change of wording or style shows without a build.
    public init(folder: URL) {
        self.init(folder)
    }

    private init(_ folder: URL?) {
        self.folder = folder
    }

    /// Whether these are the files that the program was built with.
    public var isEmbedded: Bool { folder == nil }

    /// nil where there is no such file.
    public func bytes(_ path: String) -> [UInt8]? {
        guard let folder else { return EmbeddedFile.byPath[path]?.bytes }
        guard !path.split(separator: "/").contains("..") else { return nil }
        return (try? Data(contentsOf: folder.appending(path: path))).map(Array.init)
    }

    /// nil where there is no such file or it is no text.
    public func text(_ path: String) -> String? {
        bytes(path).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// Paths of the files in a folder and in those within it, sorted.
    public func list(_ name: String) -> [String] {
        let paths = folder.map { ResourceSet.paths(in: $0.appending(path: name), as: name) } ?? Array(EmbeddedFile.byPath.keys)
        return paths.filter { $0.hasPrefix(name + "/") }.sorted()
    }

    private static func paths(in folder: URL, as name: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) else { return [] }
        return walk.compactMap { $0 as? String }.filter { path in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: folder.appending(path: path).path(percentEncoded: false), isDirectory: &isFolder)
            return isThere && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }.map { "\(name)/\($0)" }
    }
}
