import Accounts
import Centres
import Files
package import Kernel
import Languages
import Storage

/// What happens to contests when something happens to a person, and when their time is over.
package enum ContestKeepingStore {
    /// A work that was begun and never sent goes so long after the deadline.
    static let draftDays = 30
    /// A contest that nobody decided forgets children so long after its deadline.
    static let undecidedDays = 366 * 2

    /// The account goes: drafts go with it, what was sent in for pupils stays without its mentor, and a teacher's own work is emptied.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let drafts: [ContestWork.ID] = try act.db.rows("SELECT id FROM contest_work WHERE mentor = \(person) AND state = 'draft'").map { try $0["id"] }
        for work in drafts { try WorkForgetStore.delete(work, in: act) }
        for row in try act.db.rows("SELECT * FROM contest_author WHERE person = \(person)") { _ = try WorkForgetStore.forget(ContestAuthor(row: row), in: act) }
        try act.db.run("UPDATE contest_author SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE contest_work SET mentor = NULL WHERE mentor = \(person)")
    }

    /// Every night: what was held about children goes once its months are over; drafts that nobody sent go.
    package static func forgetOld(in act: Act) throws {
        let drafts: [ContestWork.ID] = try act.db.rows("""
            SELECT w.id FROM contest_work w JOIN contest c ON c.id = w.contest
            WHERE w.state = 'draft' AND c.closes < \(act.now.adding(days: -draftDays)) ORDER BY w.id LIMIT 500
            """).map { try $0["id"] }
        for work in drafts { try WorkForgetStore.delete(work, in: act) }
        for contest in try ContestStore.contests("c.erased IS NULL AND c.is_for_pupils = \(true) AND c.state <> 'draft'", order: "c.closes, c.id", in: act) {
            let today = try CentreStore.centre(contest.centre, in: act).zone.day(of: act.now)
            let isOver = contest.erases.map { $0 <= today } ?? (contest.decidedOn == nil && contest.closes < act.now.adding(days: -undecidedDays))
            guard isOver else { continue }
            let works: [ContestWork.ID] = try act.db.rows("SELECT id FROM contest_work WHERE contest = \(contest.id) ORDER BY id").map { try $0["id"] }
            try WorkForgetStore.empty(works, in: act)
            try act.db.run("UPDATE contest SET erased = \(act.now) WHERE id = \(contest.id)")
            try act.record(T.contests.deedErased, .contest(contest.id), centre: contest.centre)
        }
    }

    /// What is shown of a work is seen by everybody where it may be shown and the contest is decided; the original by its mentor and the centre alone.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        if try act.db.exists("SELECT 1 AS stands FROM contest WHERE poster = \(file) AND state <> 'draft'") { return true }
        let rows = try act.db.rows("""
            SELECT f.work, f.shown, c.centre, c.state FROM contest_file f JOIN contest_work w ON w.id = f.work JOIN contest c ON c.id = w.contest
            WHERE f.shown = \(file) OR f.original = \(file) ORDER BY f.id
            """)
        for row in rows {
            let id: ContestWork.ID = try row["work"], shown: StoredFile.ID? = try row["shown"], state: Contest.State = try row["state"]
            if (try? ContestWorkStore.work(id, at: row["centre"], in: act)) != nil { return true }
            guard shown == file, state == .decided || state == .closed, let work = try ContestWorkStore.works("w.id = \(id)", in: act).first else { continue }
            if work.mayBeShown { return true }
        }
        return nil
    }

    /// What this room tells somebody who asks what is held: what they sent in and what they made, without the names of pupils.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let own = try ContestWorkStore.works(
            "w.mentor = \(person) OR EXISTS (SELECT 1 FROM contest_author a WHERE a.work = w.id AND a.person = \(person))", most: 10_000, in: act)
        var held = HeldData("contest_work", own.map { work in
            [
                "id": work.id.description, "contest": work.contest.description, "code": work.code, "state": work.state.rawValue, "title": work.title, "words": work.words,
                "begun": work.begun.iso, "sent": work.sent?.iso ?? "", "reason": work.reason, "lent_from": work.lentFrom?.iso ?? "", "returned": work.returned?.iso ?? "",
            ]
        })
        held.add("contest_author", own.flatMap(\.authors).filter { $0.person == person }.map { author in
            [
                "work": author.work.description, "name": author.name, "may_show": author.mayShow.rawValue, "may_be_named": author.mayBeNamed.rawValue,
                "consented": author.consented?.iso ?? "",
            ]
        })
        return held
    }
}
