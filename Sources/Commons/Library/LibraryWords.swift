import HTML
package import Languages
package import Look

// How kinds, languages and states are called, and how texts of a title stand on a page.

extension TitleKind {
    package var label: Phrase {
        switch self {
        case .book: T.library.kindBook
        case .journal: T.library.kindJournal
        case .video: T.library.kindVideo
        case .audio: T.library.kindAudio
        case .game: T.library.kindGame
        case .kit: T.library.kindKit
        case .device: T.library.kindDevice
        case .digital: T.library.kindDigital
        }
    }
}

extension TitleAudience {
    package var label: Phrase {
        switch self {
        case .any: T.library.forAny
        case .preschool: T.library.forPreschool
        case .lower: T.library.forLower
        case .upper: T.library.forUpper
        case .secondary: T.library.forSecondary
        case .teacher: T.library.forTeacher
        case .parent: T.library.forParent
        }
    }
}

extension CopyState {
    package var label: Phrase {
        switch self {
        case .shelf: T.library.stateShelf
        case .repair: T.library.stateRepair
        case .lost: T.library.stateLost
        case .off: T.library.stateOff
        }
    }

    package var tone: Tone {
        switch self {
        case .shelf: .good
        case .repair: .waiting
        case .lost: .bad
        case .off: .neutral
        }
    }
}

extension CopyOrigin {
    package var label: Phrase {
        switch self {
        case .bought: T.library.originBought
        case .given: T.library.originGiven
        case .exchanged: T.library.originExchanged
        case .made: T.library.originMade
        }
    }
}

extension TitleLanguage {
    /// Its name in the reader's language.
    package var label: Phrase { Self.labels[code] ?? T.library.langOther }

    private static let labels: [String: Phrase] = [
        "sr": T.library.langSerbian, "lt": T.library.langLithuanian, "en": T.library.langEnglish, "hr": T.library.langCroatian, "bs": T.library.langBosnian,
        "mk": T.library.langMacedonian, "sl": T.library.langSlovene, "bg": T.library.langBulgarian, "sq": T.library.langAlbanian, "ro": T.library.langRomanian,
        "hu": T.library.langHungarian, "sk": T.library.langSlovak, "rom": T.library.langRomani, "ru": T.library.langRussian, "uk": T.library.langUkrainian,
        "be": T.library.langBelarusian, "pl": T.library.langPolish, "cs": T.library.langCzech, "lv": T.library.langLatvian, "et": T.library.langEstonian,
        "de": T.library.langGerman, "fr": T.library.langFrench, "it": T.library.langItalian, "es": T.library.langSpanish, "la": T.library.langLatin,
        "mul": T.library.langSeveral,
    ]
}

extension Texts {
    /// A text of a title as this page shows it, with its language where that is not the page's.
    package func run(_ text: String, _ own: TitleLanguage) -> Run {
        if let page = own.page(of: text) { return run(text, page) }
        return Run(text, lang: Script.of(text) == .none ? nil : own.tag)
    }

    /// *Surname, Name* as one reads it; a name is never converted.
    package func run(author: String, _ own: TitleLanguage) -> Run {
        let parts = author.split(separator: ",", maxSplits: 1).map { $0.trimmed }, name = parts.reversed().joined(separator: " ")
        if let page = own.page(of: name) { return run(name: name, page == .srLatn ? .sr : page) }
        return Run(name, lang: own.tag)
    }

    /// Whether a copy stands on the shelf now, or when one comes back.
    package func chip(_ standing: TitleStanding, _ kind: TitleKind, today: Day) -> Chip? {
        guard kind.hasCopies, standing.copies > 0 else { return nil }
        if standing.here > 0 { return Chip(.good, self(T.library.onShelf(count: standing.here))) }
        return standing.due.map { chip(due: $0, today: today) } ?? Chip(.neutral, self(T.library.notHere))
    }

    /// When what is out comes back, or should have.
    func chip(due day: Day, today: Day) -> Chip {
        Chip(.waiting, self(day < today ? T.library.wasDue(day: .day(day)) : T.library.dueOn(day: .day(day))))
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
