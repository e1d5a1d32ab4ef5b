import Kernel
package import Languages
package import Storage

/// The language of what a title holds, by the two letters of ISO 639-1: a book may be in a language that no page here has.
package struct TitleLanguage: Hashable, Sendable, Codable, Storable {
    package let code: String

    package static let serbian = TitleLanguage(known: "sr")
    package static let lithuanian = TitleLanguage(known: "lt")
    package static let english = TitleLanguage(known: "en")
    /// Several languages beside one another.
    package static let several = TitleLanguage(known: "mul")

    private init(known code: String) { self.code = code }

    /// - Returns: nil for what is no code of the list.
    package init?(_ text: String) {
        guard Self.codes.contains(text) else { return nil }
        code = text
    }

    package init?(stored: Stored) {
        guard case .text(let text) = stored else { return nil }
        code = text
    }

    package var stored: Stored { .text(code) }

    package init(from decoder: any Decoder) throws { code = try decoder.singleValueContainer().decode(String.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    /// Those that a form offers, the frequent ones first.
    package static let codes = [
        "sr", "lt", "en", "hr", "bs", "mk", "sl", "bg", "sq", "ro", "hu", "sk", "rom", "ru", "uk", "be", "pl", "cs", "lv", "et", "de", "fr", "it", "es", "la", "mul",
    ]

    /// The page language in which a text of it stands: its letters tell which of the Serbian ones.
    package func page(of text: String) -> Language? {
        switch code {
        case "sr": Script.of(text) == .latin ? .srLatn : .sr
        case "lt": .lt
        case "en": .en
        default: nil
        }
    }

    /// What `lang` says of a text in it that is no language of the pages; nil where nothing is known of it.
    package var tag: String? { code == "mul" ? nil : code }
}
