package import Kernel
package import Languages
import Centres
import Storage

/// Finding programmes. Folded words in both scripts and their stems; every word must match, the last one as a beginning.
extension ProgrammeStore {
    /// The entries that words leave, best first: by number, then by title, then by anything else; among equals by title. Without words it is the same for
    /// everybody and is kept.
    package static func entries(_ words: String, _ state: ProgrammeFilters.State, order: Alphabet, in act: Act) throws -> [ProgrammeEntry] {
        let all = try act.kept("programmes \(state) \(order)") { ProgrammeOrder(try entries(state, order: order, in: act)) }
        guard !words.isEmpty else { return all.entries }
        // Catalogues change seldom and are searched often: their words are kept as well, and what they find is no more than places.
        let index = try act.kept("words of programmes") { try act.db.wordIndex("programme") }
        // Places stand in the order of titles already. Among numbers that begin as typed, the shortest is nearest to what was typed.
        // One number holds all three, since hundreds are put in order for one page.
        let found = index.found(typed: words).compactMap { id, grade in
            all.places[id].map { grade << 48 | (grade == 0 ? all.entries[$0].digits : 0) << 32 | $0 }
        }
        return found.sorted().map { all.entries[$0 & 0xFFFF_FFFF] }
    }

    private static func entries(_ state: ProgrammeFilters.State, order: Alphabet, in act: Act) throws -> [ProgrammeEntry] {
        let standing: SQL = switch state {
        case .valid: "p.withdrawn IS NULL"
        case .withdrawn: "p.withdrawn IS NOT NULL"
        }
        let targets = try act.db.rows("SELECT programme, code FROM programme_target ORDER BY programme, code").reduce(into: [Programme.ID: [CycleCode.ID]]()) {
            $0[try $1["programme"], default: []].append(try $1["code"])
        }
        return try act.db.rows("""
            SELECT p.id, p.cycle, p.competence, p.priority, p.area, p.form, p.hours, p.free, length(p.number) AS digits
            FROM programme p WHERE \(standing) ORDER BY p.\(SortKeys.column(order)), p.id
            """).map { try ProgrammeEntry(row: $0, targets: targets[$0["id"]] ?? []) }
    }

    /// Programmes as a list shows them, in the order of these ids.
    package static func lines(inOrder ids: [Programme.ID], in act: Act) throws -> [ProgrammeLine] {
        guard !ids.isEmpty else { return [] }
        let lines = try act.db.rows("""
            SELECT p.id, p.number, p.title, p.language, p.institution, p.hours, p.form, p.free, p.competence, p.priority, p.area,
                   p.withdrawn, p.withdrawn_reason, \(named)
            FROM \(joined) WHERE p.id IN \(list: ids)
            """).map(ProgrammeLine.init(row:))
        let places = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0) })
        return ids.compactMap { places[$0] }
    }
}

/// All programmes of a state in one order, and where in it each stands: words find a few of thousands.
private struct ProgrammeOrder: Sendable {
    let entries: [ProgrammeEntry]
    let places: [Int64: Int]

    init(_ entries: [ProgrammeEntry]) {
        self.entries = entries
        places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id.value, $0) })
    }
}
