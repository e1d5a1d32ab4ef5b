/// A language of the pages, in one script. The raw value is the first segment of an address.
public enum Language: String, CaseIterable, Hashable, Sendable, Codable {
    case sr
    case srLatn = "sr-Latn"
    case lt
    case en

    /// What `<html lang>` says.
    public var htmlLang: String {
        switch self {
        case .sr: "sr-Cyrl"
        case .srLatn: "sr-Latn"
        case .lt: "lt"
        case .en: "en"
        }
    }

    /// How its readers call it.
    public var ownName: String {
        switch self {
        case .sr: "Ћирилица"
        case .srLatn: "Latinica"
        case .lt: "Lietuvių"
        case .en: "English"
        }
    }

    /// The order in which its lists are sorted.
    public var alphabet: Alphabet {
        switch self {
        case .sr: .azbuka
        case .srLatn, .en: .abeceda
        case .lt: .lithuanian
        }
    }

    public var isSerbian: Bool { self == .sr || self == .srLatn }

    /// A Serbian word of ours in the script of this language.
    func inScript(_ cyrillic: String) -> String {
        self == .srLatn ? Script.latin(fromCyrillic: cyrillic) : cyrillic
    }
}

/// An order of letters.
public enum Alphabet: String, CaseIterable, Sendable, Codable {
    case azbuka, abeceda, lithuanian
}
