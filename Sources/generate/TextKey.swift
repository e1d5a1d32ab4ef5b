import Foundation

/// One key of a file of texts, with what its typed form needs to know.
struct TextKey {
    let room: String
    let name: String
    /// Names of the places, in the order in which the first language has them; `count` first in a counted text.
    let places: [String]
    let line: Int

    private static let languages: Set<String> = ["sr", "sr-Latn", "lt", "en"]
    private static let forms: Set<String> = ["one", "few", "many", "other"]

    init(_ member: TextsJSON.Member, room: String, file: URL) throws {
        func wrong(_ line: Int, _ reason: String) -> Complaint { Complaint(file, line: line, "\(member.key): \(reason)") }
        let parts = member.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0] == room else { throw wrong(member.line, "a key of this file is \(room).something") }
        guard TextKey.isName(parts[1]) else { throw wrong(member.line, "the name is letters and digits, the first one small") }
        guard case .object(let languages) = member.value, !languages.isEmpty else { throw wrong(member.line, "has no languages") }

        var places: [String] = []
        var isCounted = false
        for language in languages {
            guard TextKey.languages.contains(language.key) else { throw wrong(language.line, "\(language.key) is no language here") }
            var texts: [(String, Int)] = []
            switch language.value {
            case .text(let text):
                texts = [(text, language.line)]
            case .object(let forms):
                isCounted = true
                for form in forms {
                    guard TextKey.forms.contains(form.key), case .text(let text) = form.value else {
                        throw wrong(form.line, "\(form.key) is no form: one, few, many, other")
                    }
                    texts.append((text, form.line))
                }
            }
            for (text, line) in texts {
                guard let found = TextKey.places(in: text) else { throw wrong(line, "a brace or the name in it is wrong") }
                for place in found where !places.contains(place) { places.append(place) }
            }
        }
        self.room = room
        name = parts[1]
        line = member.line
        self.places = isCounted ? ["count"] + places.filter { $0 != "count" } : places
    }

    static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (97...122).contains(first) else { return false }
        return name.utf8.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) }
    }

    /// nil when braces do not match.
    private static func places(in text: String) -> [String]? {
        var places: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard !rest[..<open].contains("}"), let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = String(rest[rest.index(after: open)..<close])
            guard isName(name) else { return nil }
            places.append(name)
            rest = rest[rest.index(after: close)...]
        }
        return rest.contains("}") ? nil : places
    }
}
