package import Accounts
package import Centres
import Files
package import Kernel
import Languages
package import Storage

/// Works as rows, and who sees what of them.
package enum ContestWorkStore {
    // MARK: For a jury and for everybody

    /// What a jury gets: the works that take part, without anything of who made them. In the order of their codes, which says nothing.
    package static func blind(of contest: Contest.ID, in act: Act) throws -> [BlindWork] {
        try works(taking("w.contest = \(contest)"), order: "w.code", isWhole: false, in: act).map(BlindWork.init)
    }

    /// The same of one category.
    package static func blind(of contest: Contest.ID, _ category: ContestCategory.ID, in act: Act) throws -> [BlindWork] {
        try works(taking("w.contest = \(contest) AND w.category = \(category)"), order: "w.code", isWhole: false, in: act).map(BlindWork.init)
    }

    /// What may be shown of the works that take part, at this moment: asked anew each time, since a guardian may have said no.
    package static func showable(of contest: Contest.ID, in act: Act) throws -> [ShowableWork] {
        try works(taking("w.contest = \(contest)"), order: "w.code", in: act).map(ShowableWork.init)
    }

    // MARK: For the office

    /// The works that take part, with all that is known of them. Whoever asks has opened a door of the office.
    package static func sent(of contest: Contest.ID, in act: Act) throws -> [ContestWork] {
        try works(taking("w.contest = \(contest)"), order: "w.code", in: act)
    }

    /// All works of a contest but drafts that nobody sent.
    package static func all(of contest: Contest.ID, in act: Act) throws -> [ContestWork] {
        try works("w.contest = \(contest) AND w.state <> 'draft'", order: "w.code", in: act)
    }

    /// Who sends in works, and from where: what a jury's conflicts are reckoned from.
    package static func origins(of contest: Contest.ID, in act: Act) throws -> [WorkOrigin] {
        try act.db.rows("""
            SELECT w.id, w.mentor, w.school, a.person FROM contest_work w LEFT JOIN contest_author a ON a.work = w.id AND a.person IS NOT NULL
            WHERE \(taking("w.contest = \(contest)")) ORDER BY w.id, a.id
            """).reduce(into: [WorkOrigin]()) { all, row in
                let id: ContestWork.ID = try row["id"], author: Person.ID? = try row["person"]
                if all.last?.work == id {
                    all[all.count - 1].authors += [author].compactMap(\.self)
                } else {
                    all.append(WorkOrigin(work: id, mentor: try row["mentor"], school: try row["school"], authors: [author].compactMap(\.self)))
                }
            }
    }

    /// Those that take part.
    private static func taking(_ condition: SQL) -> SQL { "\(condition) AND w.state = 'sent' AND (w.is_late = \(false) OR w.admitted IS NOT NULL)" }

    // MARK: One

    /// - Throws: `Problem.missing` unless the actor sent it in, made it, or works for the centre.
    package static func work(_ id: ContestWork.ID, at centre: Centre.ID, in act: Act) throws -> ContestWork {
        guard let work = try works("w.id = \(id) AND EXISTS (SELECT 1 FROM contest c WHERE c.id = w.contest AND c.centre = \(centre))", in: act).first else {
            throw Problem.missing
        }
        let isOwn = act.by.person != nil && (work.mentor == act.by.person || work.authors.contains { $0.person == act.by.person })
        guard isOwn || (act.by.coordinates(centre) && work.state != .draft) else { throw Problem.missing }
        return work
    }

    // MARK: Many

    /// - Parameters:
    ///   - condition: over `contest_work w`.
    ///   - isWhole: whether names of authors, mentors and schools are read too.
    package static func works(
        _ condition: SQL, order: SQL = "w.id", most: Int = 5_000, isWhole: Bool = true, in act: Act
    ) throws -> [ContestWork] {
        let rows = try act.db.rows("""
            SELECT w.*, p.given_name, p.family_name, s.name AS school_name FROM contest_work w
                LEFT JOIN person p ON p.id = w.mentor LEFT JOIN school s ON s.id = w.school
            WHERE \(condition) ORDER BY \(order) LIMIT \(most)
            """)
        guard !rows.isEmpty else { return [] }
        let ids: [ContestWork.ID] = try rows.map { try $0["id"] }
        let authors = try isWhole ? Dictionary(grouping: act.db.rows("SELECT * FROM contest_author WHERE work IN \(list: ids) ORDER BY work, id")
            .map(ContestAuthor.init), by: \.work) : [:]
        let files = try files(of: ids, in: act)
        return try rows.map { row in
            let id: ContestWork.ID = try row["id"]
            return try ContestWork(row: row, authors: authors[id] ?? [], files: files[id] ?? [])
        }
    }

    private static func files(of works: [ContestWork.ID], in act: Act) throws -> [ContestWork.ID: [ContestFile]] {
        let rows = try act.db.rows("SELECT * FROM contest_file WHERE work IN \(list: works) ORDER BY work, position, id")
        guard !rows.isEmpty else { return [:] }
        let shown = try FileStore.files(rows.compactMap { try $0["shown"] as StoredFile.ID? }, in: act)
        return try rows.reduce(into: [:]) { all, row in
            let id: StoredFile.ID? = try row["shown"]
            all[try row["work"], default: []].append(ContestFile(
                id: try row["id"], kind: try row["kind"], name: try row["name"], original: try row["original"], shown: id.flatMap { shown[$0] }, mark: try row["mark"],
                position: try row["position"]))
        }
    }
}

/// Who sent a work in, and from where.
package struct WorkOrigin: Sendable, Hashable {
    package let work: ContestWork.ID
    package let mentor: Person.ID?
    package let school: School.ID?
    /// Authors with an account.
    package fileprivate(set) var authors: [Person.ID]
}

extension ContestWork {
    init(row: Row, authors: [ContestAuthor], files: [ContestFile]) throws {
        id = try row["id"]
        contest = try row["contest"]
        category = try row["category"]
        code = try row["code"]
        mentor = try row["mentor"]
        let given: String? = try row["given_name"], family: String? = try row["family_name"]
        mentorName = [given, family].compactMap(\.self).joined(separator: " ")
        school = try row["school"]
        schoolName = try row["school_name"] ?? ""
        grade = try row["grade"]
        (title, words, alt, link) = (try row["title"], try row["words"], try row["alt"], try row["link"])
        state = try row["state"]
        begun = try row["begun"]
        sent = try row["sent"]
        isLate = try row["is_late"]
        admitted = try row["admitted"]
        reason = try row["reason"]
        minutes = try row["minutes"]
        starts = try row["starts"]
        lentFrom = try row["lent_from"]
        returned = try row["returned"]
        reminded = try row["reminded"]
        takenFrom = try row["taken_from"]
        forgotten = try row["forgotten"]
        self.authors = authors
        self.files = files
    }
}

extension ContestAuthor {
    init(row: Row) throws {
        id = try row["id"]
        work = try row["work"]
        person = try row["person"]
        name = try row["name"]
        grade = try row["grade"]
        (mayEnter, mayShow, mayBeNamed) = (try row["may_enter"], try row["may_show"], try row["may_be_named"])
        consent = try row["consent"]
        consented = try row["consented"]
        round = try row["consent_key"]
        forgotten = try row["forgotten"]
    }
}
