package import Kernel
package import Languages
import Centres
import Storage

/// Finding programmes. Folded words in both scripts and their stems; every word must match, the last one as a beginning.
extension ProgrammeStore {
    /// All programmes of a state in one order, which are the same for everybody and kept, and the places in it of those that words leave, best first: by
    /// number, then by title, then by anything else; among equals by title.
    package static func found(_ words: String, _ state: ProgrammeFilters.State, order: Alphabet, in act: Act) throws -> (all: ProgrammeOrder, places: [Int]) {
        let all = try act.kept("programmes \(state) \(order)") { try self.all(state, order: order, in: act) }
        guard !words.isEmpty else { return (all, Array(all.entries.indices)) }
        // Catalogues change seldom and are searched often: their words are kept as well, and what they find is no more than places.
        let index = try act.kept("words of programmes") { try act.db.wordIndex("programme") }
        return (all, all.places(of: index.found(typed: words)))
    }

    private static func all(_ state: ProgrammeFilters.State, order: Alphabet, in act: Act) throws -> ProgrammeOrder {
        let standing: SQL = switch state {
        case .valid: "p.withdrawn IS NULL"
        case .withdrawn: "p.withdrawn IS NOT NULL"
        }
        let targets = try act.db.rows("SELECT programme, code FROM programme_target ORDER BY programme, code").reduce(into: [Programme.ID: [CycleCode.ID]]()) {
            $0[try $1["programme"], default: []].append(try $1["code"])
        }
        return ProgrammeOrder(try act.db.rows("""
            SELECT p.id, p.cycle, p.competence, p.priority, p.area, p.form, p.hours, p.free, length(p.number) AS digits
            FROM programme p WHERE \(standing) ORDER BY p.\(SortKeys.column(order)), p.id
            """).map { (try ProgrammeEntry(row: $0), try targets[$0["id"]] ?? []) })
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
