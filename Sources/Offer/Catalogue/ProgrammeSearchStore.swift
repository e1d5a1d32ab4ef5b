package import Kernel
package import Languages
import Centres
import Storage

/// Finding programmes. Folded words in both scripts and their stems; every word must match, the last one as a beginning.
extension ProgrammeStore {
    /// The entries that words leave, best first: by number, then by title, then by anything else; among equals by title. Without words it is the same for
    /// everybody and is kept.
    package static func entries(_ words: String, _ state: ProgrammeFilters.State, order: Alphabet, in act: Act) throws -> [ProgrammeEntry] {
        let standing: SQL = switch state {
        case .valid: "p.withdrawn IS NULL"
        case .withdrawn: "p.withdrawn IS NOT NULL"
        }
        let key: SQL = "p.\(SortKeys.column(order)), p.id"
        let targets = try act.kept("programme targets") {
            try act.db.rows("SELECT programme, code FROM programme_target ORDER BY programme, code").reduce(into: [Programme.ID: [CycleCode.ID]]()) {
                $0[try $1["programme"], default: []].append(try $1["code"])
            }
        }
        func read(_ tables: SQL, _ order: SQL) throws -> [ProgrammeEntry] {
            try act.db.rows("""
                SELECT p.id, p.cycle, p.competence, p.priority, p.area, p.form, p.hours, p.free FROM \(tables) WHERE \(standing) ORDER BY \(order)
                """).map { try ProgrammeEntry(row: $0, targets: targets[$0["id"]] ?? []) }
        }
        guard !words.isEmpty else { return try act.kept("programmes \(state) \(order)") { try read("programme p", key) } }
        // Among numbers that begin as typed, the shortest is nearest to what was typed.
        let rank: SQL = "f.grade, CASE WHEN f.grade = 0 THEN length(p.number) ELSE 0 END, \(key)"
        return try read("\(act.db.found("programme", typed: words)) f JOIN programme p ON p.id = f.subject", rank)
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
