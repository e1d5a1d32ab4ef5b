package import Centres
import Files
package import Kernel
import Languages
import Storage

/// What parents said, as rows.
package enum ConsentStore {
    // MARK: The guardian

    /// - Throws: `Problem.missing` unless the key is that author's.
    package static func sight(_ id: ContestAuthor.ID, key: String, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> ConsentSight {
        guard let row = try act.db.row("SELECT * FROM contest_author WHERE id = \(id)") else { throw Problem.missing }
        let author = try ContestAuthor(row: row)
        guard author.person == nil, ConsentLink(author).key(seal) == key, let work = try ContestWorkStore.works("w.id = \(author.work)", in: act).first,
              let contest = try ContestStore.contests("c.id = \(work.contest) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return ConsentSight(author: author, work: work, contest: contest)
    }

    /// A guardian says what may be done, or says it anew. It holds at once, whatever has been decided meanwhile.
    package static func answer(_ answer: ConsentAnswer, _ id: ContestAuthor.ID, key: String, _ seal: Seal, at centre: Centre.ID, in act: Act) throws {
        let sight = try sight(id, key: key, seal, at: centre, in: act)
        guard sight.author.forgotten == nil else { throw Problem.missing }
        try write(answer.sound, sight.author, by: .link, in: act)
        // What was said of the work goes for it at a higher level too.
        for row in try act.db.rows("""
            SELECT a.* FROM contest_author a JOIN contest_work w ON w.id = a.work WHERE w.taken_from = \(sight.work.id) AND a.name = \(sight.author.name)
            """) {
            try write(answer.sound, ContestAuthor(row: row), by: .link, in: act)
        }
        try act.record(T.contests.deedConsent, .contestWork(sight.work.id), centre: centre)
    }

    /// The guardian asks that all of it goes, now.
    /// - Returns: the digests of bytes that no row names any more; see ``FileFolder/remove(_:)``.
    package static func erase(_ id: ContestAuthor.ID, key: String, _ seal: Seal, at centre: Centre.ID, in act: Act) throws -> Set<String> {
        let sight = try sight(id, key: key, seal, at: centre, in: act)
        guard sight.author.forgotten == nil else { throw Problem.missing }
        let files = try WorkForgetStore.forget(sight.author, in: act)
        try act.record(T.contests.deedErased, .contest(sight.contest.id), centre: centre)
        return try FileEndStore.forget(files, in: act)
    }

    // MARK: The mentor

    /// What came back on paper. What a guardian has said by the link stands, whatever the mentor ticks.
    /// - Returns: how many were written down.
    @discardableResult
    package static func onPaper(_ answers: [ContestAuthor.ID: ConsentAnswer], in contest: Contest.ID, at centre: Centre.ID, _ act: Act) throws -> Int {
        guard let person = act.by.person else { throw Problem.missing }
        _ = try ContestStore.held(contest, at: centre, in: act)
        var written = 0
        let rows = try act.db.rows("""
            SELECT a.* FROM contest_author a JOIN contest_work w ON w.id = a.work WHERE w.contest = \(contest) AND w.mentor = \(person) AND a.person IS NULL
                AND a.forgotten IS NULL ORDER BY a.id
            """)
        for author in try rows.map(ContestAuthor.init) where author.consent != .link {
            guard let answer = answers[author.id]?.sound, answer != ConsentAnswer(author) else { continue }
            try write(answer, author, by: .paper, in: act)
            written += 1
        }
        guard answers.keys.allSatisfy({ id in rows.contains { (try? $0["id"] as ContestAuthor.ID) == id } }) else { throw Problem.missing }
        if written > 0 { try act.record(T.contests.deedConsent, .contest(contest), centre: centre) }
        return written
    }

    /// The link that somebody has leads nowhere any more; a new one does.
    package static func renew(_ id: ContestAuthor.ID, at centre: Centre.ID, in act: Act) throws {
        guard let row = try act.db.row("SELECT * FROM contest_author WHERE id = \(id) AND person IS NULL AND forgotten IS NULL") else { throw Problem.missing }
        _ = try WorkWriteStore.own(try row["work"], at: centre, in: act)
        try act.db.run("UPDATE contest_author SET consent_key = consent_key + 1 WHERE id = \(id)")
        try act.record(T.contests.deedLink, .contestWork(try row["work"]), centre: centre)
    }

    private static func write(_ answer: ConsentAnswer, _ author: ContestAuthor, by source: ConsentSource, in act: Act) throws {
        try act.db.run("""
            UPDATE contest_author SET may_enter = \(answer.mayEnter), may_show = \(answer.mayShow), may_be_named = \(answer.mayBeNamed),
                consent = \(answer == ConsentAnswer(enter: .unknown, show: .unknown, name: .unknown) ? .none : source), consented = \(act.now) WHERE id = \(author.id)
            """)
        if answer.mayEnter == .no, author.mayEnter != .no, let work = try ContestWorkStore.works("w.id = \(author.work)", in: act).first {
            try act.state(WorkLeft(work.id, of: work.contest))
        }
        try act.touchPublicPages()
    }
}
