import Foundation

/// What is wrong with the resources, in the form `file:line: error: …` that builds and editors understand.
struct Complaint: Error {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    init(_ file: URL, line: Int, _ reason: String) {
        text = "\(file.path):\(line): error: \(reason)"
    }
}

/// The folder Resources and its files, sorted by path, so that the same files always give the same source.
struct ResourceFolder {
    let url: URL

    init(_ url: URL) {
        self.url = url
    }

    /// The folders that stand in it, by name.
    func folders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
            .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }.map(\.lastPathComponent).sorted()
    }

    /// Paths within the folder, such as `texts/common.json`; hidden files are left out.
    func files(under folder: String, ending: String = "") throws -> [String] {
        let start = url.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
        let found = walk.compactMap { $0 as? String }.filter { path in
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: start.appendingPathComponent(path).path, isDirectory: &isFolder)
            return isThere && !isFolder.boolValue && !isHidden && path.hasSuffix(ending)
        }
        return found.sorted().map { "\(folder)/\($0)" }
    }

    func data(_ path: String) throws -> Data {
        try Data(contentsOf: url.appendingPathComponent(path))
    }
}
