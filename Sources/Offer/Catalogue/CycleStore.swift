package import Kernel
import Languages
import Centres
import Storage

/// Accreditors, their cycles, and the lists of each cycle.
package enum CycleStore {
    package static func accreditors(in act: Act) throws -> [Accreditor] {
        try act.db.rows("SELECT \(Accreditor.columns) FROM accreditor a ORDER BY a.country DESC, a.code").map(Accreditor.init(row:))
    }

    /// - Throws: `Problem.missing` when there is none.
    package static func accreditor(_ id: Accreditor.ID, in act: Act) throws -> Accreditor {
        guard let row = try act.db.row("SELECT \(Accreditor.columns) FROM accreditor a WHERE a.id = \(id)") else { throw Problem.missing }
        return try Accreditor(row: row)
    }

    /// All cycles, the newest first.
    package static func cycles(in act: Act) throws -> [Cycle] {
        try act.db.rows("""
            SELECT \(Cycle.columns) FROM cycle c JOIN accreditor a ON a.id = c.accreditor ORDER BY c.first_day DESC, a.country DESC, a.code, c.id
            """).map(Cycle.init(row:))
    }

    /// - Throws: `Problem.missing` when there is none.
    package static func cycle(_ id: Cycle.ID, in act: Act) throws -> Cycle {
        guard let row = try act.db.row("SELECT \(Cycle.columns) FROM cycle c JOIN accreditor a ON a.id = c.accreditor WHERE c.id = \(id)") else {
            throw Problem.missing
        }
        return try Cycle(row: row)
    }

    /// The entries of all lists of these cycles, in the order of their call.
    package static func codes(of cycles: [Cycle.ID], in act: Act) throws -> [CycleCode] {
        try act.db.rows("SELECT * FROM cycle_code WHERE cycle IN \(list: cycles) ORDER BY cycle, list, place, id").map(CycleCode.init(row:))
    }

    // MARK: Verbs

    package static func add(_ draft: AccreditorDraft, in act: Act) throws -> Accreditor.ID {
        try refuse(code: draft.code, taken: "SELECT 1 AS taken FROM accreditor WHERE code = \(draft.code)", in: act)
        let rules = draft.rules
        let id = try act.db.insert("""
            INSERT INTO accreditor (code, name, country, unlisted, unlisted_basis, unheld_months, unheld_basis, leaving, leaving_basis, needs)
            VALUES (\(draft.code), \(draft.name), \(draft.country), \(rules.unlisted), \(rules.unlistedBasis), \(rules.unheldMonths), \(rules.unheldBasis),
                    \(rules.leaving), \(rules.leavingBasis), \(rules.needsText))
            RETURNING id
            """)
        try act.record(T.catalogue.accreditorAdded, .other("accreditor", id))
        return Accreditor.ID(id)
    }

    package static func edit(_ id: Accreditor.ID, _ draft: AccreditorDraft, in act: Act) throws {
        let before = try accreditor(id, in: act)
        try refuse(code: draft.code, taken: "SELECT 1 AS taken FROM accreditor WHERE code = \(draft.code) AND id <> \(id)", in: act)
        let rules = draft.rules
        try act.db.run("""
            UPDATE accreditor SET code = \(draft.code), name = \(draft.name), country = \(draft.country), unlisted = \(rules.unlisted),
                unlisted_basis = \(rules.unlistedBasis), unheld_months = \(rules.unheldMonths), unheld_basis = \(rules.unheldBasis),
                leaving = \(rules.leaving), leaving_basis = \(rules.leavingBasis),
                needs = \(rules.needsText)
            WHERE id = \(id)
            """)
        try act.record(T.catalogue.accreditorEdited, .other("accreditor", id.value), changes: [
            Change("code", from: before.code, to: draft.code), Change("name", from: before.name, to: draft.name),
            Change("country", from: before.country.rawValue, to: draft.country.rawValue),
        ] + rules.changes(since: before.rules), retention: .register)
        try act.touchPublicPages()
    }

    package static func add(_ draft: CycleDraft, in act: Act) throws -> Cycle.ID {
        _ = try accreditor(draft.accreditor, in: act)
        try refuse(name: draft.name, taken: "SELECT 1 AS taken FROM cycle WHERE accreditor = \(draft.accreditor) AND name = \(draft.name)", in: act)
        try refuseOverlap(draft, besides: nil, in: act)
        let id = try act.db.insert("""
            INSERT INTO cycle (accreditor, name, first_day, last_day) VALUES (\(draft.accreditor), \(draft.name), \(draft.first), \(draft.last)) RETURNING id
            """)
        try act.record(T.catalogue.cycleAdded, .other("cycle", id))
        try act.touchPublicPages()
        return Cycle.ID(id)
    }

    package static func edit(_ id: Cycle.ID, _ draft: CycleDraft, in act: Act) throws {
        let before = try cycle(id, in: act)
        try refuse(name: draft.name, taken: """
            SELECT 1 AS taken FROM cycle WHERE accreditor = \(draft.accreditor) AND name = \(draft.name) AND id <> \(id)
            """, in: act)
        try refuseOverlap(draft, besides: id, in: act)
        try act.db.run("UPDATE cycle SET name = \(draft.name), first_day = \(draft.first), last_day = \(draft.last) WHERE id = \(id)")
        try act.record(T.catalogue.cycleEdited, .other("cycle", id.value), changes: [
            Change("name", from: before.name, to: draft.name), Change("first", from: before.days.lowerBound.iso, to: draft.first.iso),
            Change("last", from: before.days.upperBound.iso, to: draft.last.iso),
        ])
        try act.touchPublicPages()
    }

    /// Makes a list of a cycle be these lines, in this order. Entries keep their identity by their code; one that programmes use stays.
    /// - Throws: a problem at the list's field that names the entries in use.
    package static func keep(_ lines: [CodeLine], as list: CodeList, of cycle: Cycle.ID, in act: Act) throws {
        try act.db.hold("cycle", cycle.value)
        let old = try codes(of: [cycle], in: act).filter { $0.list == list }
        let kept = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let wanted = Set(lines.map { CycleCode.key($0.code) })
        try drop(old.filter { !wanted.contains($0.key) }, of: list, in: act)
        for (place, line) in lines.enumerated() {
            if let entry = kept[CycleCode.key(line.code)] {
                try act.db.run("UPDATE cycle_code SET code = \(line.code), name = \(line.name), place = \(place) WHERE id = \(entry.id)")
                if entry.line != line { try ProgrammeStore.index(naming: entry, in: act) }
            } else {
                try act.db.run("INSERT INTO cycle_code (cycle, list, code, name, place) VALUES (\(cycle), \(list), \(line.code), \(line.name), \(place))")
            }
        }
        let (before, after) = (old.map(\.line), lines)
        guard before != after else { return }
        try act.record(T.catalogue.listEdited, .other("cycle", cycle.value), changes: [
            Change(list.rawValue, from: before.map(\.written).joined(separator: "\n"), to: after.map(\.written).joined(separator: "\n")),
        ])
        try act.touchPublicPages()
    }

    private static func drop(_ entries: [CycleCode], of list: CodeList, in act: Act) throws {
        let used = try act.db.rows("SELECT DISTINCT u.code FROM \(list.uses) WHERE u.code IN \(list: entries.map(\.id))").map { try $0["code"] as CycleCode.ID }
        let names = entries.filter { used.contains($0.id) }.map { Value.title($0.code) }
        guard names.isEmpty else { throw Problem.invalid(list.rawValue, T.catalogue.codeInUse(codes: .list(names))) }
        try act.db.run("DELETE FROM cycle_code WHERE id IN \(list: entries.map(\.id))")
    }

    /// An accreditor has one catalogue at a time: of two, nobody could tell which number an event means.
    private static func refuseOverlap(_ draft: CycleDraft, besides own: Cycle.ID?, in act: Act) throws {
        try act.db.hold("accreditor", draft.accreditor.value)
        let others = try cycles(in: act).filter { $0.accreditor.id == draft.accreditor && $0.id != own }
        guard let other = others.first(where: { $0.days.overlaps(draft.first...max(draft.first, draft.last)) }) else { return }
        throw Problem.invalid(draft.first < other.days.lowerBound ? "last" : "first", T.catalogue.cycleOverlaps(name: .title(other.title)))
    }

    private static func refuse(code: String, taken: SQL, in act: Act) throws {
        if try act.db.exists(taken) { throw Problem.invalid("code", T.catalogue.accreditorTaken(code: .title(code))) }
    }

    private static func refuse(name: String, taken: SQL, in act: Act) throws {
        if try act.db.exists(taken) { throw Problem.invalid("name", T.catalogue.cycleTaken(name: .title(name))) }
    }
}

extension CodeList {
    /// Which programmes have which entry.
    var uses: SQL {
        switch self {
        case .competence: "(SELECT id AS programme, competence AS code FROM programme WHERE competence IS NOT NULL) u"
        case .priority: "(SELECT id AS programme, priority AS code FROM programme WHERE priority IS NOT NULL) u"
        case .area: "(SELECT id AS programme, area AS code FROM programme WHERE area IS NOT NULL) u"
        case .target: "programme_target u"
        }
    }
}
