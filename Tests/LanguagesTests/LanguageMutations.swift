import Foundation
@testable import Languages
import Mutations
import Testing

/// Dates, times, amounts, names and templates, however they were typed: read or refused, and what was read can be reckoned with and written.
@Suite struct `What was typed at random` {
    @Test func `is a day, a time or an amount, or is refused`() {
        var mutations = Mutations(["2026-02-25", "25.2.2026.", "0001-01-01", "9999-12-31", "9:30", "24:00", "9 val.", "3.500,00", "12,50 дин.", "99999999999999",
            "2026-02-25T09:05:00Z", "2026", "-62135596801"])
        mutations.eachText(8_000) { text in
            if let day = Day(iso: text) ?? Day(typed: text) { Self.reckon(with: day) }
            if let time = ClockTime(typed: text) { _ = Language.allCases.map { $0.write(time) } }
            for currency in Currency.allCases { if let money = Money(typed: text, currency) { _ = Language.allCases.map { $0.write(money) } } }
            for moment in [Instant(iso: text), Instant(typedSeconds: text)] { if let moment { Self.reckon(with: moment) } }
            if let number = Int(typed: text, in: .min ... .max) {
                Self.reckon(with: Instant(seconds: Int64(number)))
                if let day = Day(number: number) { Self.reckon(with: day) }
                if let year = SchoolYear(start: number) { _ = Language.allCases.map { $0.write(year) } + [year.next.last.iso, year.previous.first.iso] }
                if let money = Money(minor: number, .eur) { _ = Language.allCases.map { $0.write(money) } }
                for language in Language.allCases { _ = (language.write(number), language.plural(number), language.write(month: number, year: number)) }
            }
        }
    }

    @Test func `is a text that search and lists take`() {
        var mutations = Mutations(["Ђорђе Џунић-Њежић", "ŠĆEPAN DŽUNJIĆ", "C\u{30C}olić", "ǆepina", "علي حسن", "Ана 🎓", "👩\u{200D}🏫", "O'Conor 2/10", "ЏУГАЊ"])
        mutations.eachText(4_000) { text in
            let line = WrittenText.line(text), lines = WrittenText.lines(text)
            #expect(WrittenText.line(line) == line && WrittenText.lines(lines) == lines)
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{FFFF}" || $0 == "\u{202E}" || $0 == "\u{2028}" })
            _ = (Fold.tokens(text), Fold.query(text), Script.of(text), Script.latin(fromCyrillic: text), Script.proposeCyrillic(fromLatin: text))
            for alphabet in Alphabet.allCases { _ = SortKey.make(text, alphabet: alphabet) }
        }
    }

    @Test func `is a template, or none`() {
        var mutations = Mutations(["Још {count} места.", "{day}.", "{a}{b}", "sr-Latn, lt;q=0.8"], words: ["{", "}", "{}", ";q=", "q=inf"])
        mutations.eachText(8_000) { text in
            if let template = Template(text) { _ = (template.inLatin, template.filled { _ in "3." }) }
            _ = Language(accepting: text)
        }
    }

    private static func reckon(with day: Day) {
        for step in [Int.min, -1_000_000_000, -1, 0, 1, 13, 1_000_000_000, .max] {
            for other in [day.adding(days: step), day.adding(months: step), day.adding(years: step)] { #expect((Day.first...Day.last).contains(other)) }
        }
        _ = (SchoolYear(containing: day).days, day.monthDays.count, day.weekday, Zone("Europe/Belgrade")?.endOfDay(day))
        for language in Language.allCases { for form in [DayForm.long, .short, .numeric] { _ = language.write(day, form) } }
    }

    private static func reckon(with moment: Instant) {
        for step in [Int.min, -1, 1, .max] {
            let moved = [moment.adding(seconds: step), moment.adding(minutes: step), moment.adding(hours: step), moment.adding(days: step)]
            _ = moved.map { $0.seconds(since: moment) }
        }
        _ = (moment.iso, Zone("Europe/Vilnius")?.day(of: moment))
    }
}
