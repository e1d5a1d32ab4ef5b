import Imports
import Kernel
import Languages

/// The words that lists use for kinds, languages and ways of acquisition, folded, in the languages of the site and as records of libraries have them.
struct TitleWords {
    let kinds: [String: TitleKind]
    let languages: [String: TitleLanguage]
    let audiences: [String: TitleAudience]
    let origins: [String: CopyOrigin]

    init(in act: Act) {
        func table<Word>(_ words: [Word], _ label: (Word) -> Phrase, also: [String: Word]) -> [String: Word] {
            let own = words.flatMap { word in act.spellings(of: label(word)).map { (Self.key($0), word) } }
            return Dictionary(own + also.map { (Self.key($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        kinds = table(TitleKind.allCases, { $0.label }, also: [
            "book": .book, "journal": .journal, "video": .video, "audio": .audio, "game": .game, "kit": .kit, "device": .device, "digital": .digital,
            "monografija": .book, "knjige": .book, "udžbenik": .book, "priručnik": .book, "časopisi": .journal, "revija": .journal, "film": .video, "dvd": .video,
            "cd": .audio, "igre": .game, "knyga": .book, "žurnalas": .journal, "vadovėlis": .book,
        ])
        let codes = TitleLanguage.codes.compactMap { code in TitleLanguage(code).map { (code, $0) } }
        languages = table(codes.map(\.1), { $0.label }, also: Dictionary(uniqueKeysWithValues: codes).merging(Self.threeLetters) { first, _ in first })
        audiences = table(TitleAudience.allCases, { $0.label }, also: Dictionary(uniqueKeysWithValues: TitleAudience.allCases.map { ($0.rawValue, $0) }))
        origins = table(CopyOrigin.allCases, { $0.label }, also: [
            "bought": .bought, "given": .given, "exchanged": .exchanged, "made": .made, "kupovina": .bought, "nabavka": .bought, "poklon": .given, "dar": .given,
            "donacija": .given, "razmena": .exchanged, "sopstveno izdanje": .made, "pirkimas": .bought, "dovana": .given, "mainai": .exchanged,
        ])
    }

    static func key(_ text: String) -> String { Fold.tokens(text).joined(separator: " ") }

    /// As ISO 639-2 has them, in both of its forms, and as older records do.
    private static let threeLetters: [String: TitleLanguage] = {
        let codes = [
            "srp": "sr", "scc": "sr", "lit": "lt", "eng": "en", "hrv": "hr", "scr": "hr", "bos": "bs", "mac": "mk", "mkd": "mk", "slv": "sl", "bul": "bg", "alb": "sq",
            "sqi": "sq", "rum": "ro", "ron": "ro", "hun": "hu", "slo": "sk", "slk": "sk", "rus": "ru", "ukr": "uk", "bel": "be", "pol": "pl", "cze": "cs", "ces": "cs",
            "lav": "lv", "est": "et", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "ita": "it", "spa": "es", "lat": "la",
        ]
        return codes.compactMapValues { TitleLanguage($0) }
    }()
}
