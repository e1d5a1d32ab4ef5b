import Forms
import Kernel
import Languages

/// What was typed of copies, and the other way round.
extension CopyDraft {
    /// - Parameter language: of whoever types, for the example of a day.
    init(_ typed: Typed, _ currency: Currency, today: Day, _ language: Language) throws {
        var faults = Faults()
        let origin = CopyOrigin(rawValue: typed["origin"]), acquired = faults.day(typed, "acquired", language), price = Money(typed: typed["price"], currency)
        self.init(acquired: acquired ?? today)
        faults.require(origin != nil, "origin", T.common.errorChoose)
        faults.require(acquired == nil || acquired.map { $0 <= today } == true, "acquired", T.library.errorAcquiredLater)
        let isPrice = typed["price"].isEmpty || price.map { $0.minor >= 0 } == true
        faults.require(isPrice, "price", T.library.errorPrice(example: .text(currency == .rsd ? "1.250,00" : "12,50")))
        (label, former, shelf, condition) = (LibraryCode.cleaned(typed["label"]), typed["former"], typed["shelf"], typed["condition"])
        (self.price, self.origin, source, note) = (typed["price"].isEmpty ? nil : price?.minor, origin ?? .bought, typed["source"], typed.lines("note"))
        check(&faults)
        try faults.check()
    }

    /// That no text is longer than its column.
    func check(_ faults: inout Faults) {
        for (field, text, most) in [
            ("label", label, .number), ("former", former, .number), ("shelf", shelf, .label), ("condition", condition, .sentence), ("source", source, .line),
            ("note", note, .note),
        ] as [(String, String, TextLimit)] { faults.limit(text, field, most) }
        faults.require(label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-./".contains($0)) }, "label", T.library.errorLabelSigns)
    }

    /// The same as a form holds it.
    var typed: Typed {
        Typed([
            ("label", label), ("former", former), ("shelf", shelf), ("condition", condition), ("price", price.map(Self.written) ?? ""), ("origin", origin.rawValue),
            ("source", source), ("acquired", acquired), ("note", note),
        ])
    }

    /// An amount of hundredths as it is typed.
    static func written(_ minor: Int) -> String {
        let hundredths = minor % 100
        return "\(minor / 100)" + (hundredths == 0 ? "" : ",\(hundredths < 10 ? "0" : "")\(hundredths)")
    }

    static func empty(on day: Day) -> Typed { Typed(["origin": CopyOrigin.bought.rawValue, "acquired": day.iso, "count": "1"] as KeyValuePairs) }
}

/// Copies that leave the inventory together.
struct WriteOffForm {
    static let most = 500

    let off: WriteOff
    /// As typed or scanned: labels, one a line.
    let labels: [String]

    init(_ typed: Typed, today: Day, _ language: Language) throws {
        var faults = Faults()
        let day = faults.day(typed, "day", language)
        labels = TitleDraft.lines(typed.lines("copies"))
        faults.require(day == nil || day.map { $0 <= today } == true, "day", T.library.errorOffLater)
        faults.require(!typed["decision"].isEmpty, "decision", T.common.errorMissing)
        faults.limit(typed["decision"], "decision", .line)
        faults.require(!labels.isEmpty, "copies", T.common.errorMissing)
        faults.require(labels.count <= Self.most, "copies", T.library.errorOffMany(most: .number(Self.most)))
        off = WriteOff(day ?? today, by: typed["decision"])
        try faults.check()
    }
}

extension Faults {
    /// A day that must be typed.
    mutating func day(_ typed: Typed, _ field: String, _ language: Language) -> Day? {
        let day = Day(typed: typed[field])
        require(day != nil, field, T.common.errorDay(example: language.isSerbian ? "15.3.2027." : "2027-03-15"))
        return day
    }
}
