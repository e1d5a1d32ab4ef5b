package import Kernel
package import Languages

/// Words of a questionnaire, side by side in the languages in which it is asked. Serbian is written in Cyrillic and read in both scripts.
package struct QuestionWords: Hashable, Sendable, Codable {
    package var sr: String?
    package var lt: String?
    package var en: String?

    /// In which languages a questionnaire may be asked.
    package static let languages: [Language] = [.sr, .lt, .en]

    package init(sr: String? = nil, lt: String? = nil, en: String? = nil) {
        (self.sr, self.lt, self.en) = (sr, lt, en)
    }

    /// The same said as a text of ours.
    package init(_ phrase: Phrase, _ words: TextCatalogue) {
        self.init()
        for language in Self.languages { self[language] = words.texts(language, in: .utc)(phrase) }
    }

    /// Empty where nothing is said in that language.
    package subscript(language: Language) -> String {
        get {
            switch language {
            case .sr, .srLatn: sr ?? ""
            case .lt: lt ?? ""
            case .en: en ?? ""
            }
        }
        set {
            let text = newValue.isEmpty ? nil : newValue
            switch language {
            case .sr, .srLatn: sr = text
            case .lt: lt = text
            case .en: en = text
            }
        }
    }

    package var isEmpty: Bool { languages.isEmpty }

    /// Those in which something is said.
    package var languages: [Language] { Self.languages.filter { !self[$0].isEmpty } }

    /// What a reader of that language is given: their own words, or the first there are.
    package func said(in language: Language) -> (text: String, language: Language) {
        if !self[language].isEmpty { return (self[language], language == .srLatn ? .sr : language) }
        return languages.first.map { (self[$0], $0) } ?? ("", language)
    }
}
