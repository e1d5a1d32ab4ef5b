import Foundation

/// A file of the folder Resources, kept in the program.
struct EmbeddedFile: Sendable {
    let path: String
    /// Binary files are written in base64.
    let isBase64: Bool
    let content: StaticString

    var bytes: [UInt8] {
        let written = content.withUTF8Buffer { Array($0) }
        guard isBase64 else { return written }
        return Data(base64Encoded: Data(written)).map(Array.init) ?? []
    }

    static let byPath: [String: EmbeddedFile] = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
}
