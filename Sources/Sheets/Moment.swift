import Foundation

/// A day as a cell has it: of the Gregorian calendar, one that exists, in the years 1 to 9999.
struct CellDay: Hashable, CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (Int32(year - 1900), Int32(month - 1), Int32(day))
        _ = timegm(&parts)
        guard parts.tm_mday == Int32(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day so many days after 1 January 1970.
    init?(daysSince1970 days: Int) {
        var (seconds, parts) = (time_t(days) * 86_400, tm())
        guard gmtime_r(&seconds, &parts) != nil else { return nil }
        self.init(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// A local day, a time of day in seconds since midnight, or both.
struct Moment: Hashable {
    var day: CellDay?
    var seconds: Int?

    /// Reads `2026-02-25`, `09:30`, `09:30:00` and the two together with `T` or a blank between. A zone or a fraction is no local moment.
    init?(iso text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        guard (1...2).contains(parts.count) else { return nil }
        if let day = Moment.day(parts[0]) {
            self.day = day
            guard parts.count == 2 else { return }
        } else if parts.count == 2 {
            return nil
        }
        guard let seconds = Moment.seconds(parts[parts.count - 1]) else { return nil }
        self.seconds = seconds
    }

    /// What a spreadsheet means by a serial number: days since the end of 1899 (which it believes to have had a 29 February
    /// 1900) or since 1904. Below one day it is a time only. Nil before the start and after the year 9999.
    init?(serial: Double, from1904: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let total = Int((serial * 86_400).rounded())
        let (days, seconds) = (total / 86_400, total % 86_400)
        if days > 0 {
            let start = from1904 ? -24_107 : days < 60 ? -25_568 : -25_569
            guard let day = CellDay(daysSince1970: days + start) else { return nil }
            self.day = day
        }
        if seconds > 0 || days == 0 { self.seconds = seconds }
    }

    var iso: String {
        let time = seconds.map { "\(padded($0 / 3600, 2)):\(padded($0 / 60 % 60, 2)):\(padded($0 % 60, 2))" }
        return [day?.description, time].compactMap(\.self).joined(separator: "T")
    }

    private static func day(_ text: Substring) -> CellDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
        return CellDay(year, month, day)
    }

    private static func seconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }), numbers.count == parts.count,
            (0...23).contains(numbers[0]), numbers.dropFirst().allSatisfy((0...59).contains)
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
