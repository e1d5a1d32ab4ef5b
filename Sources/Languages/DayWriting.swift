/// How much of a date is written, and how.
public enum DayForm: Sendable, Hashable {
    /// среда, 25. фебруар 2026.
    case long
    /// 25. фебруар 2026.
    case plain
    /// 25. фебруара 2026., in the case that до, од, истекао ask for
    case inSentence
    /// 25. фебруара, where the year is clear
    case inSentenceShort
    /// сре 25. феб
    case short
    /// сре 25. феб 2026., where the year may be another one
    case shortOfYear
    /// 25.2.2026.
    case numeric
}

extension Language {
    /// A day does not break at the end of a line; only its weekday may part from it where both are written out.
    public func write(_ day: Day, _ form: DayForm = .long) -> String {
        let text = switch self {
        case .sr, .srLatn: serbian(day, form)
        case .lt: lithuanian(day, form)
        case .en: english(day, form)
        }
        return unbroken(text, mayPartAfter: form == .long ? "," : nil)
    }

    /// сре 25. феб, and with the year when it is another one than today's.
    public func write(_ day: Day, near today: Day) -> String { write(day, day.year == today.year ? .short : .shortOfYear) }

    /// Several days in a row: 23–25. фебруар 2026.
    public func write(_ days: ClosedRange<Day>) -> String {
        unbroken(row(days), mayPartAfter: "–")
    }

    private func row(_ days: ClosedRange<Day>) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        guard first != last else { return write(first, .plain) }
        guard first.year == last.year else { return "\(write(first, .plain)) – \(write(last, .plain))" }
        let names = CalendarNames.of(self)
        let isOneMonth = first.month == last.month
        switch self {
        case .sr, .srLatn:
            return isOneMonth ? "\(first.day)–\(write(last, .plain))" : "\(first.day). \(names.months[first.month - 1]) – \(write(last, .plain))"
        case .lt:
            let start = "\(first.year) m. \(names.monthsOf[first.month - 1]) \(first.day)"
            return isOneMonth ? "\(start)–\(last.day) d." : "\(start) d. – \(write(last, .inSentenceShort))"
        case .en:
            return isOneMonth ? "\(first.day)–\(write(last, .plain))" : "\(write(first, .inSentenceShort)) – \(write(last, .plain))"
        }
    }

    /// The title of a month: Фебруар 2026.
    public func write(month: Int, year: Int) -> String {
        guard (1...12).contains(month) else { return "\(year)" }
        let name = CalendarNames.of(self).months[month - 1]
        switch self {
        case .sr, .srLatn: return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(year)."
        case .lt: return "\(year) m. \(name)"
        case .en: return "\(name) \(year)"
        }
    }

    public func write(_ weekday: Weekday, short: Bool = false) -> String {
        let names = CalendarNames.of(self)
        return (short ? names.weekdaysShort : names.weekdays)[weekday.rawValue - 1]
    }

    /// A school year: 2025/2026.
    public func write(_ year: SchoolYear) -> String {
        switch self {
        case .sr, .srLatn: "\(year.start)/\(year.start + 1)."
        case .lt: "\(year.start)–\(year.start + 1) m. m."
        case .en: "\(year.start)/\(padded((year.start + 1) % 100))"
        }
    }

    private func serbian(_ date: Day, _ form: DayForm) -> String {
        let (year, month, day) = date.civil
        let names = CalendarNames.of(self)
        return switch form {
        case .long: "\(write(date.weekday)), \(day). \(names.months[month - 1]) \(year)."
        case .plain: "\(day). \(names.months[month - 1]) \(year)."
        case .inSentence: "\(day). \(names.monthsOf[month - 1]) \(year)."
        case .inSentenceShort: "\(day). \(names.monthsOf[month - 1])"
        case .short: "\(write(date.weekday, short: true)) \(day). \(names.monthsShort[month - 1])"
        case .shortOfYear: "\(write(date.weekday, short: true)) \(day). \(names.monthsShort[month - 1]) \(year)."
        case .numeric: "\(day).\(month).\(year)."
        }
    }

    private func lithuanian(_ date: Day, _ form: DayForm) -> String {
        let (year, month, day) = date.civil
        let names = CalendarNames.of(self)
        return switch form {
        case .long: "\(year) m. \(names.monthsOf[month - 1]) \(day) d., \(write(date.weekday))"
        case .plain, .inSentence: "\(year) m. \(names.monthsOf[month - 1]) \(day) d."
        case .inSentenceShort: "\(names.monthsOf[month - 1]) \(day) d."
        case .short: "\(write(date.weekday, short: true)), \(names.monthsShort[month - 1]) \(day) d."
        case .shortOfYear: "\(write(date.weekday, short: true)), \(year) m. \(names.monthsShort[month - 1]) \(day) d."
        case .numeric: date.iso
        }
    }

    private func english(_ date: Day, _ form: DayForm) -> String {
        let (year, month, day) = date.civil
        let names = CalendarNames.of(self)
        return switch form {
        case .long: "\(write(date.weekday)), \(day) \(names.months[month - 1]) \(year)"
        case .plain, .inSentence: "\(day) \(names.months[month - 1]) \(year)"
        case .inSentenceShort: "\(day) \(names.months[month - 1])"
        case .short: "\(write(date.weekday, short: true)) \(day) \(names.monthsShort[month - 1])"
        case .shortOfYear: "\(write(date.weekday, short: true)) \(day) \(names.monthsShort[month - 1]) \(year)"
        case .numeric: "\(day) \(names.monthsShort[month - 1]) \(year)"
        }
    }
}

/// The same words with blanks at which no line ends.
/// - Parameter mark: behind which a line may end all the same.
func unbroken(_ text: String, mayPartAfter mark: String? = nil) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
        let isBlank = byte == UInt8(ascii: " ")
        if isBlank, !(mark.map { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) } ?? false) { bytes += [0xC2, 0xA0] } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
}
