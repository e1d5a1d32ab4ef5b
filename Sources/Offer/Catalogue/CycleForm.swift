import Forms
import Kernel
import Languages

/// What was typed of a cycle with its lists, and the other way round.
struct CycleForm: Sendable {
    let draft: CycleDraft
    let lists: [CodeList: [CodeLine]]

    /// - Parameter accreditor: whose cycle it is; nil where the form asks for it.
    /// - Throws: a problem with everything that cannot be taken.
    init(_ typed: Typed, of accreditor: Accreditor.ID? = nil) throws {
        var faults = Faults()
        let owner = accreditor ?? Accreditor.ID(typed["accreditor"])
        let (first, last) = (Day(typed: typed["first"]), Day(typed: typed["last"]))
        faults.require(owner != nil, "accreditor", T.common.errorChoose)
        faults.require(!typed["name"].isEmpty, "name", T.common.errorMissing)
        faults.limit(typed["name"], "name")
        faults.require(first != nil, "first", T.catalogue.dayMissing)
        faults.require(last != nil, "last", T.catalogue.dayMissing)
        if let first, let last { faults.require(first < last, "last", T.catalogue.cycleEndsFirst) }
        lists = CodeList.allCases.reduce(into: [:]) { $0[$1] = CodeLine.read(typed.lines($1.rawValue), field: $1.rawValue, &faults) }
        try faults.check()
        guard let owner, let first, let last else { throw Problem.missing }
        draft = CycleDraft(accreditor: owner, name: typed["name"], first: first, last: last)
    }

    static func typed(_ cycle: Cycle, _ codes: [CycleCode]) -> Typed {
        func list(_ list: CodeList) -> String { codes.filter { $0.list == list }.map(\.line.written).joined(separator: "\n") }
        return Typed([
            "name": cycle.name, "first": cycle.days.lowerBound.iso, "last": cycle.days.upperBound.iso,
            "competence": list(.competence), "priority": list(.priority), "area": list(.area), "target": list(.target),
        ])
    }
}
