import Forms
import Kernel
import Languages

// What was typed about papers, and the other way round.

private func dayTyped(_ typed: Typed, _ field: String, own: Language, _ faults: inout Faults, isOptional: Bool = false) -> Day? {
    if isOptional, typed[field].isEmpty { return nil }
    let day = Day(typed: typed[field])
    faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
    return day
}

extension RegistryDraft {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let direction = RegistryDirection(rawValue: typed["direction"])
        faults.require(direction != nil, "direction", T.common.errorChoose)
        let day = dayTyped(typed, "day", own: own, &faults)
        self.init(direction ?? .came, typed["subject"], on: day ?? .zero)
        (other, theirNumber, place, note) = (typed["other"], typed["theirNumber"], typed["place"], typed.lines("note"))
        theirDay = dayTyped(typed, "theirDay", own: own, &faults, isOptional: true)
        due = dayTyped(typed, "due", own: own, &faults, isOptional: true)
        (mark, worker) = (RegistryMark.ID(typed["mark"]), ID<PersonTag>(typed["worker"]))
        faults.require(typed["mark"].isEmpty || mark != nil, "mark", T.common.errorChoose)
        faults.require(typed["worker"].isEmpty || worker != nil, "worker", T.common.errorChoose)
        for (field, text, limit) in [
            ("subject", subject, TextLimit.sentence), ("other", other, .line), ("theirNumber", theirNumber, .label), ("place", place, .line), ("note", note, .note),
        ] { faults.limit(text, field, limit) }
        try faults.check()
    }

    var typed: Typed {
        Typed([
            ("direction", direction.rawValue), ("mark", mark?.description ?? ""), ("subject", subject), ("other", other), ("theirNumber", theirNumber),
            ("theirDay", theirDay?.iso ?? ""), ("day", day.iso), ("due", due?.iso ?? ""), ("worker", worker?.description ?? ""), ("place", place), ("note", note),
        ])
    }
}

extension RegistryFilter {
    static let years = 1900...2200

    /// As an address asks for it: what nobody can mean is not asked.
    init(_ query: Typed) {
        self.init()
        (year, words) = (query.number("year", in: Self.years), query["q"])
        (direction, state) = (RegistryDirection(rawValue: query["direction"]), RegistryState(rawValue: query["state"]))
        (mark, worker) = (RegistryMark.ID(query["mark"]), ID<PersonTag>(query["worker"]))
    }
}

/// How a paper was settled.
struct SettleForm {
    let day: Day
    let outcome: String
    let place: String

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        day = dayTyped(typed, "settled", own: own, &faults) ?? .zero
        (outcome, place) = (typed.lines("outcome"), typed["place"])
        faults.limit(outcome, "outcome", .note)
        faults.limit(place, "place", .line)
        try faults.check()
    }
}

extension RegistryMarkDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        self.init(code: typed["code"], name: typed["name"], papers: Set(typed.all("papers")))
        faults.require(!code.isEmpty, "code", T.common.errorMissing)
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(code, "code", .number)
        faults.limit(name, "name", .line)
        faults.require(papers.count <= 30 && papers.allSatisfy { $0.count <= 32 && $0.utf8.allSatisfy(Self.isSign) }, "papers", T.common.errorChoose)
        try faults.check()
    }

    /// Of what kinds of papers are called: small letters, lines and hyphens.
    private static func isSign(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) || byte == 0x5f || byte == 0x2d }

    var typed: Typed { Typed([("code", code), ("name", name)] + papers.sorted().map { ("papers", $0) }) }
}

extension RegistryTerm {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let since = dayTyped(typed, "since", own: own, &faults)
        let years = typed["ever"] == "yes" ? nil : faults.number(typed, "years", in: Self.yearsBounds)
        faults.limit(typed["article"], "article", .sentence)
        try faults.check()
        self.init(since: since ?? .zero, years: years, article: typed["article"])
    }

    var typed: Typed { Typed([("since", since.iso), ("years", years.map { "\($0)" } ?? ""), ("article", article)] + (years == nil ? [("ever", "yes")] : [])) }
}

extension RegistryArchiveDraft {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let mark = RegistryMark.ID(typed["mark"])
        faults.require(typed["mark"].isEmpty || mark != nil, "mark", T.common.errorChoose)
        let year = faults.number(typed, "year", in: Self.yearBounds)
        self.init(year: year ?? 0, mark: mark, contents: typed["contents"], quantity: typed["quantity"], place: typed["place"])
        faults.limit(contents, "contents", .sentence)
        faults.limit(quantity, "quantity", .label)
        faults.limit(place, "place", .line)
        try faults.check()
    }
}

/// That papers of a line of the archive book are gone.
struct DisposeForm {
    let day: Day
    let approval: String

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        day = dayTyped(typed, "disposed", own: own, &faults) ?? .zero
        approval = typed["approval"]
        faults.limit(approval, "approval", .label)
        try faults.check()
    }
}
