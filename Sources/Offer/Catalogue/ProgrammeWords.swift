import Imports
import Kernel
import Languages
import Centres

/// How files write a form, a language, a yes or a no: in any language of the site, and as people are used to.
struct ProgrammeWords: Sendable {
    let forms: [String: Programme.Form]
    let languages: [String: Language]
    let truths: [String: Bool]
    /// Words for a price of nothing.
    let free: Set<String>

    init(in act: Act) {
        func table<Word>(_ words: [(Word, [String])]) -> [String: Word] {
            Dictionary(words.flatMap { word, spellings in spellings.map { (CycleCode.key($0), word) } }, uniquingKeysWith: { first, _ in first })
        }
        func spellings(_ phrase: Phrase, _ more: String...) -> [String] { act.spellings(of: phrase) + more }
        forms = table([
            (.direct, spellings(T.catalogue.direct, "direct", "uživo", "kontaktas", "kontaktinis")),
            (.online, spellings(T.catalogue.online, "online", "na daljinu", "vebinar", "nuotolinis", "nuotoliniu")),
            (.mixed, spellings(T.catalogue.mixed, "mixed", "hibridno", "mišrus", "blended")),
        ])
        languages = table([
            (.sr, spellings(T.catalogue.serbianCyrillic, "sr", "srpski", "serbų", "serbian")),
            (.srLatn, spellings(T.catalogue.serbianLatin, "sr-Latn")),
            (.lt, spellings(T.catalogue.lithuanian, "lt")), (.en, spellings(T.catalogue.english, "en")),
        ])
        free = Set(spellings(T.catalogue.free, "besplatno", "bez naknade", "nemokama", "nemokamai", "free").map(CycleCode.key))
        truths = table([(true, spellings(T.common.yes, "1", "x", "true")), (false, spellings(T.common.no, "0", "false"))])
    }

    static func phrase(_ form: Programme.Form) -> Phrase {
        switch form {
        case .direct: T.catalogue.direct
        case .online: T.catalogue.online
        case .mixed: T.catalogue.mixed
        }
    }

    static func phrase(_ list: CodeList) -> Phrase {
        switch list {
        case .competence: T.catalogue.competence
        case .priority: T.catalogue.priority
        case .area: T.catalogue.area
        case .target: T.catalogue.target
        }
    }

    static func phrase(_ language: Language) -> Phrase {
        switch language {
        case .sr: T.catalogue.serbianCyrillic
        case .srLatn: T.catalogue.serbianLatin
        case .lt: T.catalogue.lithuanian
        case .en: T.catalogue.english
        }
    }
}
