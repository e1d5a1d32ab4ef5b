import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Portfolio

/// What was typed of a call, and the other way round. Its parts are typed one a line: code | most letters | * where it must be filled | words in each language.
extension CallDetails {
    init(_ typed: Typed, country: Country, own: Language) throws {
        var faults = Faults()
        let kind = ProposalKind(rawValue: typed["kind"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let title = CallWords(sr: typed["title_sr"], lt: typed["title_lt"], en: typed["title_en"])
        self.init(kind ?? .programme, in: country, title: title)
        faults.require(!title.isEmpty, own == .lt ? "title_lt" : own == .en ? "title_en" : "title_sr", T.common.errorMissing)
        for (field, text) in [("title_sr", title.sr), ("title_lt", title.lt), ("title_en", title.en)] { faults.limit(text, field, .sentence) }
        (source, admits) = (typed.lines("cited"), typed.lines("admits"))
        faults.limit(source, "cited", .note)
        faults.limit(admits, "admits", .note)
        func day(_ field: String) -> Day? {
            guard !typed[field].isEmpty else { return nil }
            let day = Day(typed: typed[field])
            faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
            return day
        }
        (opens, closes) = (day("opens"), day("closes"))
        if let opens, let closes { faults.require(opens <= closes, "closes", T.workshop.errorCloses) }
        aheadDays = faults.numberOrNothing(typed, "aheadDays", in: Self.dayBounds)
        validMonths = faults.numberOrNothing(typed, "validMonths", in: Self.monthBounds)
        complaintDays = faults.numberOrNothing(typed, "complaintDays", in: Self.dayBounds)
        cycle = Cycle.ID(typed["cycle"])
        certainty = typed.has("sourced") ? .sourced : .unconfirmed
        isRetired = typed.has("retired")
        fields = CallLines.read(typed.lines("fields"), "fields", &faults)
        criteria = CallLines.read(typed.lines("criteria"), "criteria", &faults)
        enclosures = CallLines.read(typed.lines("enclosures"), "enclosures", &faults)
        faults.require(!fields.isEmpty, "fields", T.common.errorMissing)
        try faults.check()
    }

    var typed: Typed {
        func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        var fields: [(name: String, value: String)] = [("kind", kind.rawValue), ("title_sr", title.sr), ("title_lt", title.lt), ("title_en", title.en)]
        fields += [("cited", source), ("admits", admits), ("opens", opens?.iso ?? ""), ("closes", closes?.iso ?? "")]
        fields += [("aheadDays", number(aheadDays)), ("validMonths", number(validMonths)), ("complaintDays", number(complaintDays))]
        fields.append(("cycle", cycle.map { "\($0)" } ?? ""))
        fields += [("fields", CallLines.written(self.fields)), ("criteria", CallLines.written(criteria)), ("enclosures", CallLines.written(enclosures))]
        if certainty == .sourced { fields.append(("sourced", "yes")) }
        if isRetired { fields.append(("retired", "yes")) }
        return Typed(fields)
    }
}

/// Fields, criteria and enclosures as lines.
enum CallLines {
    private static let most = 60
    private static let codeMost = 40

    static func read(_ text: String, _ field: String, _ faults: inout Faults) -> [CallPart] {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        faults.require(lines.count <= most, field, T.workshop.errorManyLines(most: .number(most)))
        var seen: Set<String> = []
        return lines.prefix(most).enumerated().compactMap { place, line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { WrittenText.line(String($0)) }
            let number = Value.number(place + 1)
            guard (4...6).contains(cells.count), isCode(cells[0]), cells[3...].contains(where: { !$0.isEmpty }) else {
                faults.add(field, T.workshop.errorLine(number: number))
                return nil
            }
            let most = cells[1].isEmpty ? nil : Int(typed: cells[1], in: CallDetails.letterBounds)
            faults.require(cells[1].isEmpty || most != nil, field, T.workshop.errorLineMost(number: number))
            faults.require(seen.insert(cells[0]).inserted, field, T.workshop.errorLineTwice(code: .text(cells[0])))
            func words(_ place: Int) -> String { place < cells.count ? cells[place] : "" }
            for place in 3..<6 { faults.limit(words(place), field, .sentence) }
            return CallPart(cells[0], CallWords(sr: words(3), lt: words(4), en: words(5)), most: most, isRequired: !cells[2].isEmpty)
        }
    }

    static func written(_ parts: [CallPart]) -> String {
        parts.map { part in
            [part.code, part.most.map { "\($0)" } ?? "", part.isRequired ? "*" : "", part.words.sr, part.words.lt, part.words.en].joined(separator: " | ")
        }.joined(separator: "\n")
    }

    /// Codes stand in addresses: small and great Latin letters and digits.
    private static func isCode(_ text: String) -> Bool {
        !text.isEmpty && text.count <= codeMost && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) }
    }
}
