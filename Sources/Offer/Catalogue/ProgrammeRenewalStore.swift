package import Kernel
import Languages
import Centres
import Storage

/// How a programme goes on in the next cycle.
extension ProgrammeStore {
    /// Copies a programme into a later cycle under its new number. Entries of the lists follow by their codes; what the new
    /// cycle's lists no longer have stays open.
    package static func renew(_ id: Programme.ID, for cycle: Cycle.ID, number: String, in act: Act) throws -> Programme.ID {
        let old = try programme(id, in: act)
        let new = try CycleStore.cycle(cycle, in: act)
        try act.db.hold("cycle", cycle.value)
        guard new.follows(old.cycle) else { throw Problem.invalid("cycle", T.catalogue.cycleNotLater(cycle: .title(old.cycle.title))) }
        guard !number.isEmpty else { throw Problem.invalid("number", T.common.errorMissing) }
        if let done = try act.db.row("SELECT number FROM programme WHERE predecessor = \(id) AND cycle = \(cycle)") {
            throw Problem.invalid("cycle", T.catalogue.alreadyRenewed(number: .text(try done["number"])))
        }
        let codes = try CycleStore.codes(of: [cycle], in: act)
        func same(_ code: CycleCode?) -> CycleCode.ID? { codes.first { $0.list == code?.list && $0.key == code?.key }?.id }
        var draft = old.draft
        draft.cycle = cycle
        draft.number = number
        draft.competence = same(old.competence)
        draft.priority = same(old.priority)
        draft.area = same(old.area)
        draft.targets = old.targets.compactMap { same($0) }
        let copy = try add(draft, in: act)
        for (part, people) in [(Programme.Named.Part.author, old.authors), (.trainer, old.trainers), (.contact, old.contact.map { [$0] } ?? [])] {
            try name(people, as: part, of: copy, in: act)
        }
        try act.db.run("UPDATE programme SET predecessor = \(id) WHERE id = \(copy)")
        try act.record(T.catalogue.programmeRenewed, .programme(id), changes: [Change("renewed", from: "", to: "\(new.title), \(number)")])
        return copy
    }

    /// Programmes of one cycle that nobody has renewed in another, by title: so many as one page takes.
    static func renewable(from old: Cycle.ID, for new: Cycle.ID, words: String, order: Alphabet, in act: Act) throws -> [ProgrammeChoice] {
        let found: SQL = words.isEmpty ? "" : "JOIN \(act.db.found("programme", typed: words)) f ON f.subject = p.id"
        return try act.db.rows("""
            SELECT p.id, p.number, p.title, p.language, \(Cycle.columns)
            FROM programme p \(found) JOIN cycle c ON c.id = p.cycle JOIN accreditor a ON a.id = c.accreditor
            WHERE p.cycle = \(old) AND p.withdrawn IS NULL
              AND NOT EXISTS (SELECT 1 FROM programme n WHERE n.predecessor = p.id AND n.cycle = \(new))
            ORDER BY p.\(SortKeys.column(order)), p.id LIMIT \(Renewal.most)
            """).map(ProgrammeChoice.init(row:))
    }

    /// Renews several programmes at once: all of them, or none and why.
    /// - Throws: a problem with each fault at the field of its programme.
    static func renew(_ numbers: [RenewedNumber], for cycle: Cycle.ID, in act: Act) throws {
        var faults: [Problem.Fault] = []
        for new in numbers {
            do { _ = try renew(new.programme, for: cycle, number: new.number, in: act) } catch let problem as Problem where problem.kind == .invalid {
                faults += problem.faults.map { Problem.Fault(RenewedNumber.field(new.programme), $0.phrase) }
            }
        }
        if !faults.isEmpty { throw Problem(.invalid, faults) }
    }

    /// Says which programme of an earlier cycle this one continues; nil says that it is new.
    package static func link(_ id: Programme.ID, predecessor: Programme.ID?, in act: Act) throws {
        try act.db.hold("programme", id.value)
        let own = try programme(id, in: act)
        let (before, after) = (try own.predecessor.map { try programme($0, in: act) }, try predecessor.map { try programme($0, in: act) })
        if let after, !own.cycle.follows(after.cycle) { throw Problem.invalid("cycle", T.catalogue.predecessorNotEarlier) }
        guard before?.id != after?.id else { return }
        try act.db.run("UPDATE programme SET predecessor = \(predecessor) WHERE id = \(id)")
        func written(_ programme: Programme?) -> String { programme.map { "\($0.cycle.title), \($0.number)" } ?? "" }
        try act.record(T.catalogue.predecessorLinked, .programme(id), changes: [Change("predecessor", from: written(before), to: written(after))], retention: .register)
        try act.touchPublicPages()
    }
}
