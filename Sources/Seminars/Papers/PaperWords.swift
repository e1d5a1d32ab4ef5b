import Kernel
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

    /// Those of a call in which all the words stand, the best first.
    static func found(_ words: String, of call: PaperCall.ID, in act: Act) throws -> [Paper.ID] {
        try act.db.rows("""
            SELECT p.id FROM paper p JOIN \(act.db.found("paper", typed: words, among: "SELECT id FROM paper WHERE call = \(call)")) f ON f.subject = p.id
            ORDER BY f.grade, p.id
            """).map { try $0["id"] }
    }
}
