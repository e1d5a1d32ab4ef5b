package import Accounts
package import Centres
import Events
import Files
package import Kernel
import Languages
package import Storage

/// Notes of practice as rows, and who sees them.
package enum PracticeStore {
    // MARK: One

    /// - Throws: `Problem.missing` unless everybody may read it, or the actor wrote it, looks at it, or works for the centre.
    package static func practice(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Practice {
        guard let practice = try practices("p.id = \(id) AND p.centre = \(centre)", in: act).first, try isSeen(practice, in: act) else { throw Problem.missing }
        return practice
    }

    private static func isSeen(_ practice: Practice, in act: Act) throws -> Bool {
        if practice.published != nil, practice.state == .published || practice.state == .withdrawn { return true }
        if act.by.coordinates(practice.centre) { return true }
        guard let person = act.by.person, practice.state != .withdrawn else { return false }
        if practice.isOf(person) { return true }
        return try act.db.exists("""
            SELECT 1 AS asked FROM practice_review WHERE practice = \(practice.id) AND round = \(practice.round) AND person = \(person)
            """)
    }

    /// One of the actor's own.
    package static func own(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Practice {
        let practice = try practice(id, at: centre, in: act)
        guard practice.isKept(by: act.by.person) else { throw Problem.missing }
        return practice
    }

    /// One that is about to be changed.
    static func held(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Practice {
        _ = try practice(id, at: centre, in: act)
        try act.db.hold("practice", id.value)
        return try practice(id, at: centre, in: act)
    }

    /// One of the centre that the actor works for.
    static func desked(_ id: Practice.ID, at centre: Centre.ID, in act: Act) throws -> Practice {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try held(id, at: centre, in: act)
    }

    // MARK: Many

    /// - Parameter condition: over `practice p`.
    static func practices(_ condition: SQL, order: SQL = "p.id DESC", most: Int = 200, in act: Act) throws -> [Practice] {
        // A proposal that is gone leaves its number to a later one, which did not begin at that moment.
        let rows = try act.db.rows("""
            SELECT p.*, (SELECT q.id FROM proposal q WHERE q.id = p.proposal AND q.begun = p.idea) AS begun_proposal
            FROM practice p WHERE \(condition) ORDER BY \(order) LIMIT \(most)
            """)
        guard !rows.isEmpty else { return [] }
        let ids: [Int64] = try rows.map { try $0["id"] }, authors = try AuthorStore.authors(of: ids, .practice, in: act)
        let files = try files(of: ids, in: act)
        return try rows.map { row in
            let id: Int64 = try row["id"]
            return try Practice(row: row, authors: authors[id] ?? [], files: files[id] ?? [])
        }
    }

    private static func files(of practices: [Int64], in act: Act) throws -> [Int64: [PracticeFile]] {
        let rows = try act.db.rows("SELECT id, practice, file, title FROM practice_file WHERE practice IN \(list: practices) ORDER BY id")
        guard !rows.isEmpty else { return [:] }
        let files = try FileStore.files(rows.map { try $0["file"] }, in: act)
        return try rows.reduce(into: [:]) { all, row in
            guard let file = files[try row["file"]] else { return }
            all[try row["practice"], default: []].append(PracticeFile(id: try row["id"], title: try row["title"], file: file))
        }
    }

    /// All of the actor, what is being written first.
    package static func mine(at centre: Centre.ID, in act: Act) throws -> [Practice] {
        guard let person = act.by.person else { throw Problem.missing }
        return try practices("p.centre = \(centre) AND EXISTS (SELECT 1 FROM authorship a WHERE a.practice = p.id AND a.person = \(person))", in: act)
    }

    /// What stands at the centre's desk: what is on its way, the oldest first.
    package static func underway(at centre: Centre.ID, in act: Act) throws -> [Practice] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try practices("p.centre = \(centre) AND p.state IN ('review', 'revision')", order: "p.changed, p.id", in: act)
    }

    /// Those that were published last.
    package static func newest(of centre: Centre.ID, most: Int, in act: Act) throws -> [Practice] {
        try practices("p.centre = \(centre) AND p.state = 'published'", order: "p.published DESC, p.id DESC", most: most, in: act)
    }

    // MARK: Words that are found

    static func words(of practice: Practice) -> SearchText {
        let draft = practice.draft, own = draft.language
        return SearchText(
            titles: [(draft.title, own)], bodies: ([draft.subject, draft.summary] + draft.sections.map(\.text)).map { ($0, own) }, names: practice.named.map(\.name))
    }

    /// Makes its part of the search index again.
    static func reindex(in act: Act) throws {
        let rows = try act.db.rows("SELECT id FROM practice WHERE state = 'published' ORDER BY id")
        let ids: [Practice.ID] = try rows.map { try $0["id"] }
        for start in stride(from: 0, to: ids.count, by: 500) {
            for practice in try practices("p.id IN \(list: Array(ids[start..<min(start + 500, ids.count)]))", most: 500, in: act) {
                try act.db.index("practice", practice.id.value, words(of: practice))
            }
        }
    }
}

extension Practice {
    init(row: Row, authors: [Author], files: [PracticeFile]) throws {
        id = try row["id"]
        centre = try row["centre"]
        state = try row["state"]
        let codes: String = try row["competences"]
        var draft = PracticeDraft(try row["title"], in: try row["language"])
        (draft.subject, draft.grades, draft.summary) = (try row["subject"], Grades(bits: try row["grades"]), try row["summary"])
        draft.competences = codes.split(separator: ";").map(String.init)
        (draft.wanted, draft.done, draft.came, draft.change) = (try row["wanted"], try row["done"], try row["came"], try row["change"])
        draft.licence = try row["licence"]
        self.draft = draft
        let event: Event.ID? = try row["event"], step: Int64? = try row["step"], written: Instant? = try row["step_written"]
        let confirmed: Instant? = try row["step_confirmed"]
        origin = event.map { PracticeOrigin(event: $0, step: step, written: written, confirmed: confirmed) }
        round = try row["round"]
        remark = try row["remark"]
        begun = try row["begun"]
        changed = try row["changed"]
        published = try row["published"]
        withdrawn = try row["withdrawn"]
        idea = try row["idea"]
        proposal = try row["begun_proposal"]
        self.authors = authors
        self.files = files
    }
}
