import Foundation

/// Typed keys for all texts: `T.registration.full`, `T.registration.seatsLeft(count: 3)`.
struct TextsSource {
    private let keys: [TextKey]

    init(_ folder: ResourceFolder) throws {
        keys = try folder.files(under: "texts", ending: ".json").flatMap { path in
            let file = folder.url.appendingPathComponent(path)
            let room = file.deletingPathExtension().lastPathComponent
            guard TextKey.isName(room) else { throw Complaint(file, line: 1, "a file of texts is named like its room: \(room)") }
            return try TextsJSON.members(of: file, try folder.data(path)).map { try TextKey($0, room: room, file: file) }
        }
    }

    var swift: String {
        let numbered = Array(keys.enumerated())
        let rooms = Dictionary(grouping: numbered, by: \.element.room).sorted { $0.key < $1.key }
        return """
            // Written by generate from Resources/texts. Do not edit.
            package import Languages

            /// The texts of the program, by room and name.
            package enum T {
            \(rooms.map { enumeration($0.key, $0.value) }.joined(separator: "\n"))
                /// All keys; a phrase holds its place in this list.
                package static let keys: [String] = [
            \(keys.map { "        \"\($0.room).\($0.name)\"," }.joined(separator: "\n"))
                ]
            }

            """
    }

    private func enumeration(_ room: String, _ keys: [(offset: Int, element: TextKey)]) -> String {
        """
            package enum `\(room)` {
        \(keys.map { "        " + declaration($0.offset, $0.element) }.joined(separator: "\n"))
            }

        """
    }

    private func declaration(_ number: Int, _ key: TextKey) -> String {
        guard !key.places.isEmpty else { return "package static var `\(key.name)`: Phrase { Phrase(\(number)) }" }
        let parameters = key.places.map { $0 == "count" ? "count: Int" : "`\($0)`: Value" }.joined(separator: ", ")
        let values = key.places.map { $0 == "count" ? "\"count\": .number(count)" : "\"\($0)\": `\($0)`" }.joined(separator: ", ")
        return "package static func `\(key.name)`(\(parameters)) -> Phrase { Phrase(\(number), [\(values)]) }"
    }
}
