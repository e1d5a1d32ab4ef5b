import Foundation

/// JSON of feeds: keys in order, no blanks, so that the same content is the same bytes.
enum FeedJSON {
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    static func read<T: Decodable>(_ bytes: [UInt8], as type: T.Type = T.self) -> T? { try? JSONDecoder().decode(type, from: Data(bytes)) }
}
