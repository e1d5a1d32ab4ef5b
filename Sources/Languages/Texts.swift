public import Foundation

/// The words of one page: a language, a zone and the catalogue. Call it with a phrase: `t(T.registration.full)`.
public struct Texts: Sendable {
    public let catalogue: TextCatalogue
    public let language: Language
    public let zone: Zone

    /// What somebody says in other words than the shipped ones.
    private let own: OwnTexts?

    public init(catalogue: TextCatalogue, language: Language, zone: Zone, own: OwnTexts? = nil) {
        self.catalogue = catalogue
        self.language = language
        self.zone = zone
        self.own = own
    }

    public func callAsFunction(_ phrase: Phrase) -> String {
        switch own?.wording(phrase.key) ?? catalogue.wording(phrase.key, language) {
        case .plain(let words): words
        case let wording?: say(wording, with: phrase)
        case nil: "{\(phrase.key.name)}"
        }
    }

    /// The text of a key that was written down, as the journal does with deeds; the key itself where that text is gone.
    public func written(_ key: String) -> String {
        catalogue.wording(named: key, language).map { say($0, with: nil) } ?? key
    }

    private func say(_ wording: Wording, with phrase: Phrase?) -> String {
        switch wording {
        case .plain(let words):
            return words
        case .filled(let template):
            return template.filled { place($0, of: phrase) }
        case .counted(let forms):
            let form = form(of: phrase)
            return (forms[form] ?? forms[.other])?.filled { place($0, of: phrase) } ?? ""
        }
    }

    /// A value as this page writes it.
    public func write(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .title(let text): shown(text)
        case .number(let number): self.number(number)
        case .decimal(let number): self.number(number)
        case .money(let money): self.money(money)
        case .day(let day, let form): self.day(day, form)
        case .days(let days): self.days(days)
        case .time(let time): self.time(time)
        case .times(let start, let end): times(start, to: end)
        case .instant(let instant, let form): self.instant(instant, form)
        case .schoolYear(let year): schoolYear(year)
        case .phrase(let phrase): self(phrase)
        case .list(let values): list(values.map(write))
        }
    }

    /// The same words in another language of the site.
    public func speaking(_ other: Language) -> Texts {
        Texts(catalogue: catalogue, language: other, zone: zone)
    }

    private func form(of phrase: Phrase?) -> PluralForm {
        switch phrase?["count"] {
        case .number(let count): language.plural(count)
        case .decimal(let count): language.plural(count)
        default: .other
        }
    }

    private func place(_ name: Substring, of phrase: Phrase?) -> String {
        phrase?[name].map(write) ?? "{\(name)}"
    }
}

extension Texts {
    public func day(_ day: Day, _ form: DayForm = .long) -> String { language.write(day, form) }
    /// In a list: the year stands there only when it is another one than today's.
    public func day(_ day: Day, near today: Day) -> String { language.write(day, near: today) }
    public func days(_ days: ClosedRange<Day>) -> String { language.write(days) }
    public func month(_ month: Int, _ year: Int) -> String { language.write(month: month, year: year) }
    public func weekday(_ weekday: Weekday, short: Bool = false) -> String { language.write(weekday, short: short) }
    public func time(_ time: ClockTime) -> String { language.write(time) }
    public func times(_ start: ClockTime, to end: ClockTime) -> String { language.write(start, to: end) }
    public func instant(_ instant: Instant, _ form: DayForm = .numeric) -> String { language.write(instant, in: zone, form) }
    public func schoolYear(_ year: SchoolYear) -> String { language.write(year) }
    public func number(_ number: Int) -> String { language.write(number) }
    public func number(_ number: Decimal) -> String { language.write(number) }
    public func money(_ money: Money) -> String { language.write(money) }
    public func list(_ items: [String]) -> String { language.write(list: items) }

    /// A title or text that people wrote for the public: its Serbian Cyrillic is written in Latin on every page but a Cyrillic one. Not for people's
    /// names.
    public func shown(_ text: String) -> String {
        switch language {
        case .sr: text
        case .srLatn: Script.latin(fromCyrillic: text)
        case .lt, .en: Script.isSerbian(text) ? Script.latin(fromCyrillic: text) : text
        }
    }

    /// The language of such a text as it stands on this page: Serbian is in the page's script, and in Latin on a page in another language.
    public func shown(_ other: Language) -> Language {
        if other.isSerbian && language.isSerbian { return language }
        return other == .sr ? .srLatn : other
    }
}
