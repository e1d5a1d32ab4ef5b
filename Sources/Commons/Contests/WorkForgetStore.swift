import Accounts
import Files
import Kernel
import Languages
import Storage

/// How works and those who made them are forgotten.
package enum WorkForgetStore {
    /// A work leaves with all that hangs on it, as if it had never been there.
    static func delete(_ id: ContestWork.ID, in act: Act) throws {
        try act.state(WorkRemoving(id))
        try act.db.run("UPDATE contest_work SET taken_from = NULL WHERE taken_from = \(id)")
        try act.db.run("DELETE FROM contest_file WHERE work = \(id)")
        try act.db.run("DELETE FROM contest_author WHERE work = \(id)")
        try act.forgetJournal(about: .contestWork(id))
        try act.db.run("DELETE FROM contest_work WHERE id = \(id)")
    }

    /// Forgets who made works, what they said and what they made; codes, grades, categories and schools stay, and so does what was counted.
    /// - Returns: the files of the works, which nothing names any more.
    @discardableResult
    static func empty(_ works: [ContestWork.ID], in act: Act) throws -> [StoredFile.ID] {
        guard !works.isEmpty else { return [] }
        let files = try act.db.rows("SELECT original, shown FROM contest_file WHERE work IN \(list: works)").flatMap { row in
            [try row["original"] as StoredFile.ID?, try row["shown"] as StoredFile.ID?].compactMap(\.self)
        }
        try act.db.run("DELETE FROM contest_file WHERE work IN \(list: works)")
        try act.db.run("""
            UPDATE contest_author SET name = '', person = NULL, may_show = 'no', may_be_named = 'no', forgotten = coalesce(forgotten, \(act.now))
            WHERE work IN \(list: works)
            """)
        try act.db.run("""
            UPDATE contest_work SET title = '', words = '', alt = '', link = '', reason = '', forgotten = coalesce(forgotten, \(act.now)) WHERE id IN \(list: works)
            """)
        for work in works {
            try act.forgetJournal(about: .contestWork(work))
            try act.state(WorkForgotten(work))
        }
        try act.touchPublicPages()
        return files
    }

    /// One author is forgotten at once. What they made alone goes with them; what they made with others is not shown again.
    /// - Returns: the files that nothing names any more.
    static func forget(_ author: ContestAuthor, in act: Act) throws -> [StoredFile.ID] {
        try act.db.run("""
            UPDATE contest_author SET name = '', person = NULL, may_enter = 'no', may_show = 'no', may_be_named = 'no', forgotten = \(act.now) WHERE id = \(author.id)
            """)
        // The same child in the contest of a higher level goes too.
        var files: [StoredFile.ID] = [], works = [author.work]
        while !works.isEmpty {
            files += try emptied(works, in: act)
            guard !author.name.isEmpty else { break }
            let above: [ContestWork.ID] = try act.db.rows("SELECT id FROM contest_work WHERE taken_from IN \(list: works)").map { try $0["id"] }
            try act.db.run("""
                UPDATE contest_author SET name = '', may_enter = 'no', may_show = 'no', may_be_named = 'no', forgotten = \(act.now)
                WHERE work IN \(list: above) AND name = \(author.name)
                """)
            works = above
        }
        try act.touchPublicPages()
        return files
    }

    /// Those of which nobody is left.
    private static func emptied(_ works: [ContestWork.ID], in act: Act) throws -> [StoredFile.ID] {
        let alone: [ContestWork.ID] = try act.db.rows("""
            SELECT w.id FROM contest_work w WHERE w.id IN \(list: works) AND NOT EXISTS (SELECT 1 FROM contest_author a WHERE a.work = w.id AND a.forgotten IS NULL)
            """).map { try $0["id"] }
        for work in try ContestWorkStore.works("w.id IN \(list: works)", in: act) { try act.state(WorkLeft(work.id, of: work.contest)) }
        return try empty(alone, in: act)
    }
}
