public import Foundation

/// All texts of the program, in all languages, read once at the start.
public struct TextCatalogue: Sendable {
    private let places: TextPlaces
    /// Text after text, each in the languages in the order of `Language.allCases`.
    private let wordings: [Wording]
    private let languages = Language.allCases.count

    /// What is wrong with the texts, a line each. The program does not start with such texts.
    public struct Faults: Error, CustomStringConvertible {
        public let lines: [String]
        public var description: String { lines.joined(separator: "\n") }
    }

    /// Reads the files of texts, each named after its room, and checks them.
    /// - Parameter built: the texts that the program was built with, when these are read from elsewhere; they must have the same keys.
    public init(rooms: [(name: String, json: Data)], like built: TextCatalogue? = nil) throws(Faults) {
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
        let keys = found.keys.sorted()
        for names in Dictionary(grouping: keys, by: TextKey.mark).values where names.count > 1 {
            faults.append("\(names.joined(separator: " and ")) have one mark: rename one of them")
        }
        if let built {
            faults += built.keys.filter { found[$0] == nil }.map { "\($0): no text (rebuild, or restore it)" }
            faults += Set(keys).subtracting(built.keys).sorted().map { "\($0): not among the keys (rebuild)" }
        }
        guard faults.isEmpty else { throw Faults(lines: faults) }
        places = TextPlaces(keys)
        wordings = keys.flatMap { found[$0] ?? [] }
    }

    /// The names of all texts, sorted.
    public var keys: [String] { places.names }

    /// - Parameter own: words that take the place of the shipped ones.
    public func texts(_ language: Language, in zone: Zone, own: OwnTexts? = nil) -> Texts {
        Texts(catalogue: self, language: language, zone: zone, own: own)
    }

    func wording(_ key: TextKey, _ language: Language) -> Wording? {
        places.place(of: key.mark).map { wordings[$0 * languages + language.ordinal] }
    }

    /// The wording of a key that was written down, if there still is such a text.
    func wording(named name: String, _ language: Language) -> Wording? {
        places.place(of: TextKey.mark(of: name)).flatMap { places.names[$0] == name ? wordings[$0 * languages + language.ordinal] : nil }
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
