extension Day {
    /// `2026-02-25`
    public var iso: String {
        let (year, month, day) = civil
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(padded(month))-\(padded(day))"
    }

    /// Reads `2026-02-25` and nothing else; a date that does not exist is refused.
    public init?(iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].allSatisfy(isDigit) ? bytes[range].reduce(0) { $0 * 10 + Int($1 - 48) } : nil
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads what people type: `25.2.2026.`, `25. 2. 2026`, `25/2/2026`, `2026-02-25`, `2026.02.25`.
    /// The year has four digits and comes first or last; the month is always in the middle. Nobody plans or remembers a day outside the years 1900
    /// to 2199.
    public init?(typed: String) {
        guard typed.unicodeScalars.allSatisfy({ Day.typedScalars.contains($0) }) else { return nil }
        let parts = typed.split(whereSeparator: { !$0.isNumber })
        guard parts.count == 3, parts[1].count <= 2, let month = Int(parts[1]) else { return nil }
        switch (parts[0].count, parts[2].count) {
        case (4, 1...2):
            guard let year = Int(typed: parts[0], in: Day.typedYears), let day = Int(parts[2]) else { return nil }
            self.init(year: year, month: month, day: day)
        case (1...2, 4):
            guard let day = Int(parts[0]), let year = Int(typed: parts[2], in: Day.typedYears) else { return nil }
            self.init(year: year, month: month, day: day)
        default:
            return nil
        }
    }

    private static let typedYears = 1900...2199
    private static let typedScalars = Set("0123456789.-/ \u{A0}\t".unicodeScalars)
}

extension Day: CustomStringConvertible {
    public var description: String { iso }
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
