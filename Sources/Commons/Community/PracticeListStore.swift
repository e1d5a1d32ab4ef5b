import Catalogue
package import Centres
package import Kernel
import Languages
import Storage

/// The list of published notes: what is the same for everybody is kept until something is written.
package enum PracticeListStore {
    package static func listing(_ words: String, _ filters: PracticeFilters, page: Int?, at centre: Centre.ID, size: Int, in act: Act) throws -> PracticeListing {
        let shelf = try act.kept("practices \(centre)") { PracticeShelf(try entries(of: centre, in: act)) }
        var found: [WordIndex.Found]?
        if !words.isEmpty { found = try act.kept("words of practices") { try act.db.wordIndex("practice") }.found(typed: words) }
        let (ids, counts) = shelf.narrowed(filters, found: found)
        let offset = (min(max(page ?? 1, 1), max(1, (ids.count + size - 1) / size)) - 1) * size
        return PracticeListing(
            words: words, filters: filters, shown: Array(ids.dropFirst(offset).prefix(size)), count: ids.count, counts: counts,
            subjects: shelf.subjects, competences: try competences(in: act))
    }

    private static func entries(of centre: Centre.ID, in act: Act) throws -> [PracticeEntry] {
        try act.db.rows("""
            SELECT id, subject, grades, competences FROM practice WHERE centre = \(centre) AND state = 'published' ORDER BY published DESC, id DESC
            """).map { row in
                let codes: String = try row["competences"]
                return PracticeEntry(
                    id: try row["id"], subject: try row["subject"], grades: Grades(bits: try row["grades"]), competences: codes.split(separator: ";").map(String.init))
            }
    }

    /// Notes as a list shows them, in the order of these ids.
    package static func lines(inOrder ids: [Practice.ID], in act: Act) throws -> [PracticeLine] {
        guard !ids.isEmpty else { return [] }
        let authors = try AuthorStore.authors(of: ids.map(\.value), .practice, in: act), reuse = try PracticeReuseStore.reuse(of: ids, in: act)
        let lines = try act.db.rows("SELECT id, title, language, subject, grades, summary, published FROM practice WHERE id IN \(list: ids)").map { row in
            let id: Practice.ID = try row["id"]
            return PracticeLine(
                id: id, title: try row["title"], language: try row["language"], subject: try row["subject"], grades: Grades(bits: try row["grades"]),
                summary: try row["summary"], authors: (authors[id.value] ?? []).filter { $0.agreed != nil }.map(\.name), tried: reuse[id]?.tried ?? 0,
                published: try row["published"])
        }
        let byId = Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0) })
        return ids.compactMap { byId[$0] }
    }

    /// The competences of all cycles by their codes, as the newest names them.
    package static func competences(in act: Act) throws -> [String: String] {
        try act.kept("competences of practices") {
            let cycles = try CycleStore.cycles(in: act).sorted { $0.days.lowerBound < $1.days.lowerBound }
            let codes = try cycles.isEmpty ? [] : CycleStore.codes(of: cycles.map(\.id), in: act).filter { $0.list == .competence }
            let places = Dictionary(uniqueKeysWithValues: cycles.enumerated().map { ($1.id, $0) })
            return codes.sorted { (places[$0.cycle] ?? 0) < (places[$1.cycle] ?? 0) }.reduce(into: [:]) { $0[CycleCode.key($1.code).uppercased()] = $1.label }
        }
    }

    /// Subjects that were written before, for whoever writes another: the most frequent first.
    package static func subjects(of centre: Centre.ID, in act: Act) throws -> [String] {
        try act.db.rows("""
            SELECT subject, count(*) AS notes FROM practice WHERE centre = \(centre) AND state = 'published' AND subject <> '' GROUP BY subject
            ORDER BY count(*) DESC, subject LIMIT 100
            """).map { try $0["subject"] }
    }
}
