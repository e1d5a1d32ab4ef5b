import Foundation
import Languages
import Testing

@Suite struct `A language` {
    let wednesday = Day(iso: "2026-02-25") ?? .zero

    @Test(arguments: [
        (Language.sr, DayForm.long, "среда, 25. фебруар 2026."), (.srLatn, .long, "sreda, 25. februar 2026."),
        (.lt, .long, "2026 m. vasario 25 d., trečiadienis"), (.en, .long, "Wednesday, 25 February 2026"),
        (.sr, .inSentence, "25. фебруара 2026."), (.srLatn, .inSentenceShort, "25. februara"), (.lt, .inSentenceShort, "vasario 25 d."),
        (.en, .inSentenceShort, "25 February"), (.sr, .plain, "25. фебруар 2026."), (.sr, .short, "сре 25. феб"),
        (.srLatn, .short, "sre 25. feb"), (.lt, .short, "tr, vas. 25 d."), (.en, .short, "Wed 25 Feb"), (.sr, .numeric, "25.2.2026."),
        (.lt, .numeric, "2026-02-25"), (.en, .numeric, "25 Feb 2026"), (.sr, .shortOfYear, "сре 25. феб 2026."),
        (.lt, .shortOfYear, "tr, 2026 m. vas. 25 d."), (.en, .shortOfYear, "Wed 25 Feb 2026"),
    ])
    func `writes a day`(language: Language, form: DayForm, expected: String) {
        #expect(language.write(wednesday, form).plainly == expected)
    }

    @Test func `ends no line within a day, and tells the year of a day of another year`() throws {
        for language in Language.allCases {
            for form in [DayForm.plain, .inSentence, .inSentenceShort, .short, .shortOfYear, .numeric] {
                #expect(!language.write(wednesday, form).contains(" "), "\(language) \(form)")
            }
            #expect(language.write(wednesday, .long).split(separator: " ").count == 2, "only the weekday may part from its day")
            #expect(language.write(wednesday...wednesday.adding(days: 5)).split(separator: " ").count == 2)
        }
        let today = try #require(Day(iso: "2026-11-02"))
        #expect(Language.sr.write(wednesday, near: today).plainly == "сре 25. феб")
        #expect(Language.sr.write(wednesday, near: today.adding(days: 365)).plainly == "сре 25. феб 2026.")
    }

    @Test(arguments: [
        (Language.sr, 0, "25. фебруар 2026."), (.sr, 1, "25–26. фебруар 2026."), (.sr, 5, "25. фебруар – 2. март 2026."),
        (.sr, 365, "25. фебруар 2026. – 25. фебруар 2027."), (.lt, 1, "2026 m. vasario 25–26 d."), (.lt, 5, "2026 m. vasario 25 d. – kovo 2 d."),
        (.en, 1, "25–26 February 2026"), (.en, 5, "25 February – 2 March 2026"),
    ])
    func `writes days in a row`(language: Language, more: Int, expected: String) {
        #expect(language.write(wednesday...wednesday.adding(days: more)).plainly == expected)
    }

    @Test func `names months and weekdays`() {
        #expect(Language.sr.write(month: 2, year: 2026) == "Фебруар 2026.")
        #expect(Language.srLatn.write(month: 6, year: 2026) == "Jun 2026.")
        #expect(Language.lt.write(month: 2, year: 2026) == "2026 m. vasaris")
        #expect(Language.en.write(month: 2, year: 2026) == "February 2026")
        #expect(Weekday.allCases.map { Language.srLatn.write($0, short: true) } == ["pon", "uto", "sre", "čet", "pet", "sub", "ned"])
        #expect(Language.lt.write(.sunday) == "sekmadienis")
    }

    @Test func `writes times, and ranges of full hours short`() throws {
        let nine = try #require(ClockTime(typed: "9:00")), half = try #require(ClockTime(typed: "9:30")), three = try #require(ClockTime(typed: "15"))
        #expect(Language.sr.write(nine) == "9:00")
        #expect(Language.sr.write(nine, to: three) == "9–15\u{A0}ч")
        #expect(Language.srLatn.write(half, to: three) == "9:30–15:00\u{A0}h")
        #expect(Language.lt.write(nine, to: three) == "9–15\u{A0}val.")
        #expect(Language.en.write(nine, to: three) == "9:00–15:00")
    }

    @Test func `writes a moment by the clock of a zone`() throws {
        let belgrade = try #require(Zone("Europe/Belgrade")), instant = try #require(Instant(iso: "2026-07-14T22:05:00Z"))
        #expect(Language.sr.write(instant, in: belgrade).plainly == "15.7.2026. 0:05")
        #expect(Language.sr.write(instant, in: belgrade, .inSentence).plainly == "15. јула 2026. у 0:05")
        #expect(Language.srLatn.write(instant, in: belgrade, .long).plainly == "sreda, 15. jul 2026. u 0:05")
        #expect(Language.lt.write(instant, in: belgrade).plainly == "2026-07-15 00:05")
        #expect(Language.lt.write(instant, in: belgrade, .long).plainly == "2026 m. liepos 15 d., trečiadienis, 0:05")
        #expect(Language.en.write(instant, in: belgrade, .inSentence).plainly == "15 July 2026 at 0:05")
    }

    @Test(arguments: [
        (Language.sr, "1234567.891", "1.234.567,891"), (.lt, "1234.56", "1\u{A0}234,56"), (.en, "1234.56", "1,234.56"), (.sr, "0.5", "0,5"),
        (.en, "-1000", "−1,000"), (.sr, "999", "999"), (.sr, "7.50", "7,5"),
    ])
    func `writes numbers`(language: Language, number: String, expected: String) throws {
        let decimal = try #require(Decimal(string: number))
        #expect(language.write(decimal) == expected)
        if let whole = Int(number) { #expect(language.write(whole) == expected) }
    }

    @Test(arguments: [
        (Language.sr, Money.rsd(3500), "3.500\u{A0}динара"), (.srLatn, .rsd(3500), "3.500\u{A0}dinara"), (.sr, .rsd(1), "1\u{A0}динар"),
        (.sr, .rsd(21), "21\u{A0}динар"), (.sr, .rsd(11), "11\u{A0}динара"), (.sr, (Money(minor: 1_250_050, .rsd) ?? .rsd(0)), "12.500,50\u{A0}динара"),
        (.sr, .eur(30), "30\u{A0}евра"), (.lt, .eur(30), "30\u{A0}€"), (.lt, (Money(minor: 123_405, .eur) ?? .rsd(0)), "1\u{A0}234,05\u{A0}€"),
        (.en, .rsd(3500), "RSD\u{A0}3,500"), (.en, (Money(minor: -3050, .eur) ?? .rsd(0)), "−€30.50"), (.sr, .rsd(0), "0\u{A0}динара"),
    ])
    func `writes money`(language: Language, money: Money, expected: String) {
        #expect(language.write(money) == expected)
    }

    @Test func `writes school years and lists`() {
        #expect(Language.allCases.map { $0.write(SchoolYear(containing: wednesday)) } == ["2025/2026.", "2025/2026.", "2025–2026 m. m.", "2025/26"])
        #expect(SchoolYear(start: 1999).map { Language.en.write($0) } == "1999/00")
        #expect(Language.sr.write(list: ["а", "б", "в"]) == "а, б и в")
        #expect(Language.srLatn.write(list: ["a", "b"]) == "a i b")
        #expect(Language.lt.write(list: ["a", "b", "c"]) == "a, b ir c")
        #expect(Language.en.write(list: ["a"]) == "a")
        #expect(Language.en.write(list: []) == "")
    }

    @Test(arguments: [
        ("3500", 350_000), ("3.500", 350_000), ("3.500,00", 350_000), ("3 500,5", 350_050), ("1,234.56", 123_456), ("1.234.567", 123_456_700),
        ("12,50 дин.", 1250), ("3.500 динара", 350_000), ("RSD 3,500", 350_000), ("0", 0),
    ])
    func `reads money as people type it`(typed: String, minor: Int) {
        #expect(Money(typed: typed, .rsd)?.minor == minor)
    }

    @Test(arguments: ["", "-5", "3.50.00", "12.3456", "1234.567", ",50", "5,", "tri", "1.2.3", "99999999999999", "5 €"])
    func `guesses no money`(typed: String) {
        #expect(Money(typed: typed, .rsd) == nil)
    }
}

@Suite struct `A plural` {
    static let table: [(Language, PluralForm, [Int])] = [
        (.sr, .one, [1, 21, 101, -1, 1001]), (.sr, .few, [2, 3, 4, 22, 34, 102]), (.sr, .other, [0, 5, 11, 12, 14, 20, 25, 111, 112, 1000]),
        (.lt, .one, [1, 21, 101, 1001]), (.lt, .few, [2, 9, 22, 25, 102]), (.lt, .other, [0, 10, 11, 15, 19, 20, 30, 111, 119]),
        (.en, .one, [1]), (.en, .other, [0, 2, 11, 21]),
    ]

    @Test(arguments: table)
    func `follows the number`(language: Language, form: PluralForm, numbers: [Int]) {
        for number in numbers {
            #expect(language.plural(number) == form)
            #expect(language.plural(Decimal(number)) == form)
            if language == .sr { #expect(Language.srLatn.plural(number) == form) }
        }
    }

    @Test(arguments: [
        (Language.sr, "1.5", PluralForm.other), (.sr, "0.1", .one), (.sr, "2.3", .few), (.sr, "0.11", .other), (.sr, "5.21", .one),
        (.lt, "1.5", .many), (.lt, "0.1", .many), (.en, "1.5", .other), (.en, "0.1", .other),
    ])
    func `follows the decimals`(language: Language, number: String, form: PluralForm) throws {
        #expect(language.plural(try #require(Decimal(string: number))) == form)
    }
}

extension String {
    /// With blanks at which a line may end instead of those at which none does.
    fileprivate var plainly: String { replacing("\u{a0}", with: " ") }
}
