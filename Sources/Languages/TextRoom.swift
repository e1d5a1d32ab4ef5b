import Foundation

/// One file of texts as it is written: under each key the languages, under each language a text or its counted forms.
struct TextRoom {
    typealias Entry = [String: Written]

    enum Written: Decodable {
        case plain(String)
        case counted([String: String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .plain(text)
            } else {
                self = .counted(try container.decode([String: String].self))
            }
        }
    }

    let name: String
    let entries: [String: Entry]

    init(name: String, json: Data) throws {
        self.name = name
        entries = try JSONDecoder().decode([String: Entry].self, from: json)
    }

    /// What is wrong with an entry, in words for the one who writes texts; empty when all is well.
    func faults(of key: String) -> [String] {
        guard let entry = entries[key] else { return [] }
        var faults: [String] = []
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count != 2 || parts[0] != name { faults.append("belongs to another file: a key is \(name).something") }
        for language in entry.keys.sorted() where Language(rawValue: language) == nil { faults.append("unknown language \(language)") }
        for language in Language.allCases {
            guard let written = entry[language.rawValue] else {
                if language != .srLatn { faults.append("\(language.rawValue) is missing") }
                continue
            }
            faults += TextRoom.faults(of: written, in: language).map { "\(language.rawValue): \($0)" }
        }
        return faults + TextRoom.unevenPlaces(of: entry)
    }

    /// The wording in each language, in the order of `Language.allCases`. Ask only where there are no faults.
    func wordings(of key: String) -> [Wording] {
        guard let entry = entries[key] else { return [] }
        let cyrillic = entry["sr"].flatMap(TextRoom.wording)
        return Language.allCases.compactMap { language in
            entry[language.rawValue].flatMap(TextRoom.wording) ?? (language == .srLatn ? cyrillic?.inLatin : nil)
        }
    }

    private static func faults(of written: Written, in language: Language) -> [String] {
        switch written {
        case .plain(let text):
            return text.isEmpty ? ["is empty"] : Template(text) == nil ? ["a brace or the name in it is wrong: \(text)"] : []
        case .counted(let forms):
            let missing = language.pluralForms.filter { forms[$0.rawValue] == nil }.map { "the form \($0.rawValue) is missing" }
            let unknown = forms.keys.sorted().filter { PluralForm(rawValue: $0) == nil }.map { "unknown form \($0)" }
            let broken = forms.sorted { $0.key < $1.key }.filter { $0.value.isEmpty || Template($0.value) == nil }
                .map { "\($0.key) is empty or a brace in it is wrong" }
            return missing + unknown + broken
        }
    }

    /// Every language must have the same places. Only `count` may be missing, where a form says the number in words.
    private static func unevenPlaces(of entry: Entry) -> [String] {
        let places = entry.mapValues { wording(of: $0)?.places.subtracting(["count"]) ?? [] }
        let all = places.values.reduce(into: Set<Substring>()) { $0.formUnion($1) }
        let isCounted = Set(entry.values.map { if case .counted = $0 { true } else { false } })
        let uneven = places.sorted { $0.key < $1.key }.filter { $0.value != all }.map { language, own in
            "\(language) lacks " + all.subtracting(own).sorted().map { "{\($0)}" }.joined(separator: ", ")
        }
        return uneven + (isCounted.count > 1 ? ["counted in one language, plain in another"] : [])
    }

    private static func wording(of written: Written) -> Wording? {
        switch written {
        case .plain(let text):
            return Wording(text)
        case .counted(let forms):
            let pairs = forms.compactMap { name, text in PluralForm(rawValue: name).flatMap { form in Template(text).map { (form, $0) } } }
            return .counted(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        }
    }
}
