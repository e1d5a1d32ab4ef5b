import Foundation

/// The files of the program as literals. Only `StaticString` is quick to compile: arrays of bytes take minutes.
struct EmbeddedSource {
    private let files: [(path: String, data: Data)]

    private static let folders = ["archive", "css", "fonts", "js", "migrations", "pictures", "texts", "typst"]

    init(_ folder: ResourceFolder) throws {
        files = try EmbeddedSource.folders.flatMap { try folder.files(under: $0) }.map { ($0, try folder.data($0)) }
    }

    var swift: String {
        """
        // Written by generate from Resources. Do not edit.
        extension EmbeddedFile {
            static let all: [EmbeddedFile] = [
        \(files.indices.map { "        file\($0)," }.joined(separator: "\n"))
            ]
        }

        \(files.enumerated().map { declaration($0.offset, $0.element.path, $0.element.data) }.joined(separator: "\n\n"))

        """
    }

    private func declaration(_ number: Int, _ path: String, _ data: Data) -> String {
        guard let text = EmbeddedSource.plainText(data) else {
            return "private let file\(number) = EmbeddedFile(path: \"\(path)\", isBase64: true, content: \"\(data.base64EncodedString())\")"
        }
        let marks = EmbeddedSource.marks(for: text)
        return """
            private let file\(number) = EmbeddedFile(path: "\(path)", isBase64: false, content: \(marks)\"""
            \(text)
            \"""\(marks))
            """
    }

    /// nil for what a literal of several lines would not give back byte by byte.
    private static func plainText(_ data: Data) -> String? {
        guard !data.contains(where: { $0 < 32 && $0 != 9 && $0 != 10 }) else { return nil }
        return String(data: data, encoding: .utf8)
    }

    /// As many # as no run of them in the text has, and one more.
    private static func marks(for text: String) -> String {
        var longest = 0, run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "#", count: longest + 1)
    }
}
