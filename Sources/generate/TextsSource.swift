import Foundation

/// Typed keys for the texts of one file: `T.registration.full`, `T.registration.seatsLeft(count: 3)`.
struct TextsSource {
    private let room: String
    private let keys: [TextKey]

    /// - Parameter file: `Resources/texts/registration.json`. A module without such a file has no words.
    init(_ file: URL) throws {
        let room = file.deletingPathExtension().lastPathComponent
        let hasWords = FileManager.default.fileExists(atPath: file.path)
        let members = hasWords ? try TextsJSON.members(of: file, try Data(contentsOf: file)) : []
        self.room = room
        keys = try members.map { try TextKey($0, room: room, file: file) }
    }

    var swift: String {
        guard !keys.isEmpty else { return "// There is no texts/\(room).json.\n" }
        return """
            // Written by generate from Resources/texts/\(room).json. Do not edit.
            package import Languages

            extension T {
                package enum `\(room)` {
            \(keys.map { "        " + declaration($0) }.joined(separator: "\n"))
                }
            }

            """
    }

    private func declaration(_ key: TextKey) -> String {
        let name = "\(key.room).\(key.name)"
        let textKey = "TextKey(\"\(name)\", mark: 0x\(String(TextsSource.mark(of: name), radix: 16)))"
        guard !key.places.isEmpty else { return "package static var `\(key.name)`: Phrase { Phrase(\(textKey)) }" }
        let parameters = key.places.map { $0 == "count" ? "count: Int" : "`\($0)`: Value" }.joined(separator: ", ")
        let values = key.places.map { $0 == "count" ? "\"count\": .number(count)" : "\"\($0)\": `\($0)`" }.joined(separator: ", ")
        return "package static func `\(key.name)`(\(parameters)) -> Phrase { Phrase(\(textKey), [\(values)]) }"
    }

    /// As `TextKey.mark(of:)` of Languages has it, which a tool of the build cannot ask; where they differ no text is found.
    private static func mark(of name: String) -> UInt64 {
        name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
