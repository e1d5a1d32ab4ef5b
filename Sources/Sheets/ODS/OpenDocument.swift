/// The sheets of an OpenDocument spreadsheet, read.
struct OpenDocument {
    let tabs: [SheetFile.Tab]

    /// Whether an archive says of itself that it is one.
    static func isOne(_ archive: Archive) throws(SheetProblem) -> Bool {
        guard archive.contains("mimetype") else { return false }
        var said: [UInt8] = []
        try archive.read("mimetype") { piece throws(SheetProblem) in if said.count < 128 { said += piece.prefix(128) } }
        return String(decoding: said, as: UTF8.self).hasPrefix("application/vnd.oasis.opendocument.spreadsheet")
    }

    init(in archive: Archive, _ limits: Limits) throws(SheetProblem) {
        if archive.contains("META-INF/manifest.xml") {
            let manifest = Manifest()
            try archive.read("META-INF/manifest.xml", to: manifest)
            guard !manifest.isLocked else { throw SheetProblem(.locked) }
        }
        let content = OpenDocumentContent(limits)
        try archive.read("content.xml", to: content)
        tabs = content.tabs
    }
}

/// Whether the parts of the archive are under a password.
private final class Manifest: XMLListener {
    private(set) var isLocked = false

    func opens(_ name: String, _ attributes: XMLAttributes) {
        if name == "encryption-data" { isLocked = true }
    }
}
