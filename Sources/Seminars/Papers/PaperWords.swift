package import Centres
package import Kernel
import Languages
import Storage

/// Proposals are found by what they are about and by whose they are, by the centre's people alone.
extension PaperStore {
    static func index(_ id: Paper.ID, in act: Act) throws {
        let paper = try paper(id, in: act)
        guard paper.state != .draft, let text = paper.version?.text else { return try act.db.unindex("paper", id.value) }
        try act.db.index("paper", id.value, SearchText(
            titles: [(text.title, .sr)], bodies: [(text.keywords, .sr), (text.abstract, .sr)], names: paper.authors.flatMap { [$0.name, $0.school] }))
    }

    /// The index is not in a backup: it is made again.
    static func indexAll(in act: Act) throws {
        for row in try act.db.rows("SELECT id FROM paper WHERE state <> 'draft' ORDER BY id") { try index(try row["id"], in: act) }
    }

    /// Those that came to a centre's calls in which all the words stand, the best first, for those who run its events; nobody else finds any.
    package static func found(_ words: String, at centre: Centre.ID, limit: Int, in act: Act) throws -> [Paper] {
        guard act.by.coordinates(centre) else { return [] }
        let own: SQL = "SELECT p.id FROM paper p JOIN paper_call c ON c.id = p.call JOIN event e ON e.id = c.event WHERE e.centre = \(centre)"
        let ids: [Paper.ID] = try act.db.rows("""
            SELECT p.id FROM paper p JOIN \(act.db.found("paper", typed: words, among: own)) f ON f.subject = p.id ORDER BY f.grade, p.id LIMIT \(limit)
            """).map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let papers = Dictionary(uniqueKeysWithValues: try papers("WHERE id IN \(list: ids)", in: act).map { ($0.id, $0) })
        return ids.compactMap { papers[$0] }
    }

    /// Those of a call in which all the words stand, the best first.
    static func found(_ words: String, of call: PaperCall.ID, in act: Act) throws -> [Paper.ID] {
        try act.db.rows("""
            SELECT p.id FROM paper p JOIN \(act.db.found("paper", typed: words, among: "SELECT id FROM paper WHERE call = \(call)")) f ON f.subject = p.id
            ORDER BY f.grade, p.id
            """).map { try $0["id"] }
    }
}
