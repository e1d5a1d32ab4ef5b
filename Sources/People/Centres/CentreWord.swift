import Forms
package import Kernel
package import Languages

/// One text of a letter in one language: the shipped words, and the centre's own where it has some.
struct CentreWord: Sendable {
    let key: TextKey
    let language: Language
    let shipped: String
    /// The centre's own; nil where it says what is shipped.
    let own: String?
    /// What was shipped when the centre wrote its own, if that has changed since.
    let shippedBefore: String?
    /// The places that must stand in it.
    let places: [String]

    var text: String { own ?? shipped }
}

/// What somebody wants a letter to say: by language and place among its texts.
struct CentreWordDraft: Sendable {
    /// Serbian in Latin is derived, as everywhere.
    static let languages: [Language] = [.sr, .lt, .en]

    let texts: [(key: TextKey, language: Language, text: String)]

    /// What was typed in one language, by the names of the keys.
    func words(in language: Language) -> [String: String] {
        Dictionary(texts.filter { $0.language == language && !$0.text.isEmpty }.map { ($0.key.name.description, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    static func field(_ place: Int, _ language: Language) -> String { "words\(place)-\(language.rawValue)" }

    /// - Throws: a problem with each text that has a place that nothing fills, or lacks one.
    init(_ typed: Typed, _ kind: LetterKind, _ words: TextCatalogue) throws {
        var faults = Faults()
        var texts: [(TextKey, Language, String)] = []
        for (place, key) in kind.keys.enumerated() {
            for language in Self.languages where words.shipped(key, language) != nil {
                let field = Self.field(place, language)
                let text = kind.isLetter && place == 0 ? typed[field] : typed.lines(field)
                faults.limit(text, field, .letter)
                if !text.isEmpty {
                    do { try words.check(text, for: key, language) } catch { faults.add(field, error.phrase) }
                }
                texts.append((key, language, text))
            }
        }
        try faults.check()
        self.texts = texts
    }
}

extension OwnTextFault {
    /// What is wrong, and what to do.
    var phrase: Phrase {
        switch self {
        case .braces: T.centres.wordBraces(example: .text("{title}"))
        case .unknown(let name): T.centres.wordUnknown(place: .text("{\(name)}"))
        case .missing(let names): T.centres.wordMissing(places: .list(names.map { .text("{\($0)}") }))
        }
    }
}
