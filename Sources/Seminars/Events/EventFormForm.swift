import Forms
import Kernel
import Languages

/// What was typed of a form of event, and the other way round.
extension EventFormDetails {
    init(_ typed: Typed) throws {
        var faults = Faults()
        func choice<Of: RawRepresentable<String>>(_ field: String, _ kind: Of.Type) -> Of? {
            let choice = Of(rawValue: typed[field])
            faults.require(choice != nil, field, T.common.errorChoose)
            return choice
        }
        let applying = choice("applying", Applying.self), lead = choice("lead", EventLead.self)
        let (paper, leadPaper) = (choice("paper", EventPaper.self), choice("leadPaper", EventLeadPaper.self))
        let asked = faults.number(typed, "askedDays", in: Self.askedLimits, empty: 0), months = faults.number(typed, "approvedMonths", in: Self.approvedLimits, empty: 0)
        for field in ["name", "name_lt", "name_en", "basis"] { faults.limit(typed[field], field) }
        self.init(
            name: typed["name"], nameInLithuanian: typed["name_lt"], nameInEnglish: typed["name_en"], applying: applying ?? .open, lead: lead ?? .trainer,
            paper: paper ?? .none, leadPaper: leadPaper ?? .none, traits: Set(typed.all("traits").compactMap(EventTrait.init(rawValue:))), askedDays: asked ?? 0,
            approvedMonths: months ?? 0, basis: typed["basis"])
        if asked != nil, months != nil { check(&faults) }
        try faults.check()
    }

    var typed: Typed {
        var fields: [(name: String, value: String)] = [
            ("name", name), ("name_lt", nameInLithuanian), ("name_en", nameInEnglish), ("applying", applying.rawValue), ("lead", lead.rawValue),
            ("paper", paper.rawValue), ("leadPaper", leadPaper.rawValue), ("askedDays", askedDays == 0 ? "" : "\(askedDays)"),
            ("approvedMonths", approvedMonths == 0 ? "" : "\(approvedMonths)"), ("basis", basis),
        ]
        fields += EventTrait.allCases.filter(traits.contains).map { ("traits", $0.rawValue) }
        return Typed(fields)
    }
}
