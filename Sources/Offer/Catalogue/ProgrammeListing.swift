import Forms
import Kernel
import Languages

/// One page of the list of programmes as an address asks for it, with everything that narrows it further.
struct ProgrammeListing: Sendable {
    let query: Typed
    let filters: ProgrammeFilters
    let cycles: [Cycle]
    let codes: [CodeGroup]
    let counts: ProgrammeCounts
    /// Those of this page, in order.
    let shown: [Programme.ID]
    /// Whether there is any programme at all, so that nothing found means another choice.
    let isStocked: Bool
    /// From 1.
    let page: Int
    /// What was chosen to stand side by side.
    let comparison: ProgrammeComparison
    let compared: [ProgrammeLine]

    static let perPage = 25

    /// At most four statements, whatever the filters, as what all lists have alike is kept; one more where nothing is found.
    static func read(_ query: Typed, today: Day, order: Alphabet, in act: Act) throws -> ProgrammeListing {
        let (filters, cycles, codes, found, counts) = try found(query, today: today, order: order, in: act)
        let pages = max(1, (counts.total + perPage - 1) / perPage)
        let page = min(max(1, query.page ?? 1), pages)
        let shown = Array(found.dropFirst((page - 1) * perPage).prefix(perPage))
        let comparison = ProgrammeComparison(query[ProgrammeComparison.field])
        return ProgrammeListing(
            query: query, filters: filters, cycles: cycles, codes: codes, counts: counts, shown: shown,
            isStocked: try !shown.isEmpty || ProgrammeStore.isStocked(in: act), page: page, comparison: comparison,
            compared: try ProgrammeStore.lines(inOrder: comparison.ids, in: act))
    }

    /// All that an address asks for, in its order, whatever the page.
    static func ids(_ query: Typed, today: Day, order: Alphabet, in act: Act) throws -> [Programme.ID] {
        try found(query, today: today, order: order, in: act).ids
    }

    private static func found(
        _ query: Typed, today: Day, order: Alphabet, in act: Act
    ) throws -> (filters: ProgrammeFilters, cycles: [Cycle], codes: [CodeGroup], ids: [Programme.ID], counts: ProgrammeCounts) {
        let cycles = try act.kept("cycles") { try CycleStore.cycles(in: act) }
        let codes = try act.kept("code groups") { CodeGroup.groups(try CycleStore.codes(of: cycles.map(\.id), in: act)) }
        let filters = filters(query, today: today, cycles, codes)
        func count() throws -> (ids: [Programme.ID], counts: ProgrammeCounts) {
            var found: [Programme.ID] = []
            let (all, places) = try ProgrammeStore.found(filters.words, filters.state, order: order, in: act)
            let counts = ProgrammeCounts(all, places, filters, cycles) { found.append($0.id) }
            return (found, counts)
        }
        // Where nothing is chosen all are counted, and it is the list that most people open.
        let isWhole = filters == ProgrammeFilters(cycle: .since(today))
        let (found, counts) = isWhole ? try act.kept("programmes listed \(order) \(today.iso)", count) : try count()
        return (filters, cycles, codes, found, counts)
    }

    /// What the address asks for; what it names and nobody knows narrows nothing.
    private static func filters(_ query: Typed, today: Day, _ cycles: [Cycle], _ codes: [CodeGroup]) -> ProgrammeFilters {
        var filters = ProgrammeFilters(words: query["q"], cycle: .since(today))
        if query["cycle"] == "all" { filters.cycle = .every }
        if let id = Cycle.ID(query["cycle"]), cycles.contains(where: { $0.id == id }) { filters.cycle = .one(id) }
        for list in CodeList.allCases {
            guard let id = CycleCode.ID(query[list.rawValue]) else { continue }
            filters.codes[list] = codes.first { $0.list == list && $0.ids.contains(id) }?.ids
        }
        filters.form = Programme.Form(rawValue: query["form"])
        filters.hours = query.number("hours", in: 1...ProgrammeDraft.mostHours)
        filters.isFree = query["free"] == "yes"
        filters.state = ProgrammeFilters.State(rawValue: query["state"]) ?? .valid
        return filters
    }

    /// Programmes of several catalogues stand in the list, so that each line names its own.
    var isOfSeveralCycles: Bool {
        if case .one = filters.cycle { return false }
        return counts.cycles.count > 1
    }

    var pages: Int { max(1, (counts.total + ProgrammeListing.perPage - 1) / ProgrammeListing.perPage) }
}

/// The same entry of a list in several cycles: same code, same name. A reader chooses *K2* once, not once for each catalogue.
struct CodeGroup: Sendable {
    let first: CycleCode
    var ids: [CycleCode.ID]

    var list: CodeList { first.list }

    /// In the order in which they are first named.
    static func groups(_ codes: [CycleCode]) -> [CodeGroup] {
        var groups: [CodeGroup] = []
        var places: [String: Int] = [:]
        for code in codes {
            let same = "\(code.list.rawValue) \(code.key) \(CycleCode.key(code.name))"
            if let place = places[same] {
                groups[place].ids.append(code.id)
            } else {
                places[same] = groups.count
                groups.append(CodeGroup(first: code, ids: [code.id]))
            }
        }
        return groups
    }
}
