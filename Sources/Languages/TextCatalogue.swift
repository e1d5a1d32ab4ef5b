public import Foundation

/// All texts of the program, in all languages, read once at the start.
public struct TextCatalogue: Sendable {
    public let keys: [String]
    /// By key, then by language in the order of `Language.allCases`.
    private let wordings: [[Wording]]

    /// What is wrong with the texts, a line each. The program does not start with such texts.
    public struct Faults: Error, CustomStringConvertible {
        public let lines: [String]
        public var description: String { lines.joined(separator: "\n") }
    }

    /// Reads the files of texts, each named after its room, and checks that they hold exactly `keys`.
    public init(keys: [String], rooms: [(name: String, json: Data)]) throws(Faults) {
        var faults: [String] = []
        var found: [String: [Wording]] = [:]
        for (name, json) in rooms {
            do {
                let room = try TextRoom(name: name, json: json)
                for key in room.entries.keys.sorted() {
                    let wrong = room.faults(of: key)
                    faults += wrong.map { "\(name).json: \(key): \($0)" }
                    if wrong.isEmpty { found[key] = room.wordings(of: key) } else { found[key] = [] }
                }
            } catch {
                faults.append("\(name).json: \(TextCatalogue.reason(error))")
            }
        }
        faults += keys.filter { found[$0] == nil }.map { "\($0): no text (rebuild, or restore it)" }
        faults += Set(found.keys).subtracting(keys).sorted().map { "\($0): not among the keys (rebuild)" }
        guard faults.isEmpty else { throw Faults(lines: faults) }
        self.keys = keys
        wordings = keys.map { found[$0] ?? [] }
    }

    public func texts(_ language: Language, in zone: Zone) -> Texts {
        Texts(catalogue: self, language: language, zone: zone)
    }

    func wording(_ key: Int, _ language: Language) -> Wording? {
        wordings.indices.contains(key) ? wordings[key][language.ordinal] : nil
    }

    private static func reason(_ error: any Error) -> String {
        guard let decoding = error as? DecodingError else { return "\(error)" }
        switch decoding {
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context):
            return (context.codingPath.map(\.stringValue) + [context.debugDescription]).joined(separator: ": ")
        @unknown default:
            return "\(decoding)"
        }
    }
}

extension Language {
    /// The place among `allCases`.
    fileprivate var ordinal: Int {
        switch self {
        case .sr: 0
        case .srLatn: 1
        case .lt: 2
        case .en: 3
        }
    }
}
