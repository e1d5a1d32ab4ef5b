import Centres
import Forms
import Kernel
import Languages
import Planning

// What was typed about reports, and the other way round.

extension ReportWish {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let kind = ReportKind(rawValue: typed["kind"]), year = PlanYear(choice: typed["year"]), place = Municipality.ID(typed["place"])
        faults.require(kind != nil, "kind", T.common.errorChoose)
        faults.require(year != nil, "year", T.common.errorChoose)
        faults.require(typed["place"].isEmpty || place != nil, "place", T.common.errorChoose)
        try faults.check()
        guard let kind, let year else { throw Problem.missing }
        self.init(kind, of: year, in: place)
    }
}

extension PlanYear {
    /// As a form has it: `school-2025`.
    init?(choice: String) {
        let parts = choice.split(separator: "-")
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let start = Int(typed: parts[1], in: 2000...2199) else { return nil }
        self.init(kind, start)
    }

    var choice: String { "\(kind.rawValue)-\(start)" }
}

/// A rule of counting as it was typed.
struct CountingRuleForm {
    let way: CountingRule.Way
    let starts: Day
    let article: String

    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let way = CountingRule.Way(rawValue: typed["way"]), starts = Day(typed: typed["starts"]), article = typed["basis"]
        faults.require(way != nil, "way", T.common.errorChoose)
        faults.require(starts != nil, "starts", T.common.errorDay(example: own.isSerbian ? "15.3.2027." : "2027-03-15"))
        faults.limit(article, "basis", .line)
        try faults.check()
        guard let way, let starts else { throw Problem.missing }
        (self.way, self.starts, self.article) = (way, starts, article)
    }
}

/// Until when a kind of report is handed in, as it was typed; without a day there is no such term.
struct ReportTermForm {
    let kind: ReportKind
    let term: ReportTerm?

    init(_ typed: Typed) throws {
        var faults = Faults()
        let kind = ReportKind(rawValue: typed["kind"]), isNone = typed["date"].isEmpty && typed["month"].isEmpty, article = typed["basis"]
        faults.require(kind != nil, "kind", T.common.errorChoose)
        let day = isNone ? nil : faults.number(typed, "date", in: 1...31), month = isNone ? nil : faults.number(typed, "month", in: 1...12)
        if let day, let month { faults.require(day <= Day.length(ofMonth: month, year: 2024), "date", T.reports.errorNoSuchDay) }
        faults.limit(article, "basis", .line)
        try faults.check()
        guard let kind else { throw Problem.missing }
        self.kind = kind
        if let day, let month { term = ReportTerm(kind, month: month, day: day, article: article) } else { term = nil }
    }
}

extension ReportFolder {
    /// What stands in the fields of the words.
    var typed: Typed { Typed(report.kind.parts.map { (name: "text-\($0.rawValue)", value: texts[$0] ?? "") }) }

    static func texts(_ typed: Typed) -> [ReportPart: String] {
        Dictionary(uniqueKeysWithValues: ReportPart.allCases.map { ($0, typed.lines("text-\($0.rawValue)")) })
    }
}
