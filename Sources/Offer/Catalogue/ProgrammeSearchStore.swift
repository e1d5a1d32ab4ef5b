package import Kernel
package import Languages
import Centres
import Storage

/// Finding programmes. Folded words in both scripts and their stems; every word must match, the last one as a beginning.
extension ProgrammeStore {
    /// The entries that words leave, best first: by number, then by title, then by anything else; among equals by title. Without words it is the same for
    /// everybody and is kept.
    package static func entries(_ words: String, _ state: ProgrammeFilters.State, order: Alphabet, in act: Act) throws -> [ProgrammeEntry] {
        let all = try act.kept("programmes \(state) \(order)") { try entries(state, order: order, in: act) }
        guard !words.isEmpty else { return all }
        // What words find is no more than ids: all else is known of each programme already.
        let grades = try act.db.rows("SELECT f.subject, f.grade FROM \(act.db.found("programme", typed: words)) f").reduce(into: [Programme.ID: Int]()) {
            $0[try $1["subject"]] = try $1["grade"]
        }
        var found: [Int: [ProgrammeEntry]] = [:]
        for entry in all { if let grade = grades[entry.id] { found[grade, default: []].append(entry) } }
        // Among numbers that begin as typed, the shortest is nearest to what was typed.
        if let numbers = found[0] {
            found[0] = numbers.enumerated().sorted { ($0.element.digits, $0.offset) < ($1.element.digits, $1.offset) }.map(\.element)
        }
        return found.keys.sorted().flatMap { found[$0] ?? [] }
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
