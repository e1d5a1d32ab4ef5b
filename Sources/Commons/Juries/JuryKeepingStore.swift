import Accounts
import Centres
import Contests
package import Kernel
import Languages
import Storage

/// What happens to juries when something happens to a person, to a work or to a contest, when their time is over, and by the clock.
package enum JuryKeepingStore {
    /// So long after the results it stands what each juror gave; then only what came of it.
    static let years = 2
    /// So many days after a round was opened those are reminded who have not seen all.
    static let daysUntilReminder = 7
    /// In local time: letters do not come in the night.
    private static let hour = 7

    // MARK: People

    /// The account goes: what was given stays as numbers, words and the seat's name go.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let seats: [Juror.ID] = try act.db.rows("SELECT id FROM juror WHERE person = \(person)").map { try $0["id"] }
        if !seats.isEmpty {
            try act.db.run("DELETE FROM jury_remark WHERE juror IN \(list: seats)")
            try act.db.run("UPDATE jury_sheet SET words = '' WHERE juror IN \(list: seats)")
            try act.db.run("UPDATE juror SET person = NULL, declined = COALESCE(declined, \(act.now)) WHERE id IN \(list: seats)")
        }
        try act.db.run("DELETE FROM jury_thanks WHERE person = \(person)")
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func moment(_ row: Row, _ column: String) throws -> String { (try row[column] as Instant?)?.iso ?? "" }
        var held = HeldData("juror", try act.db.rows("SELECT * FROM juror WHERE person = \(person) ORDER BY id").map { row in
            [
                "contest": "\(try row["contest"] as Contest.ID)", "chair": "\(try row["chair"] as Bool)", "invited": try moment(row, "invited"),
                "accepted": try moment(row, "accepted"), "declined": try moment(row, "declined"),
            ]
        })
        held.add("jury_sheet", try act.db.rows("""
            SELECT w.code, s.is_in, s.place, s.words, s.saved, s.declared, s.id FROM jury_sheet s JOIN juror j ON j.id = s.juror JOIN contest_work w ON w.id = s.work
            WHERE j.person = \(person) ORDER BY s.id
            """).map { row in
                let isIn: Bool? = try row["is_in"], place: Int? = try row["place"], id: JurySheet.ID = try row["id"]
                let marks = try act.db.rows("SELECT mark FROM jury_mark WHERE sheet = \(id) ORDER BY criterion").map { "\(try $0["mark"] as Int)" }
                return [
                    "work": try row["code"], "in": isIn.map { "\($0)" } ?? "", "place": place.map { "\($0)" } ?? "", "marks": marks.joined(separator: " "),
                    "words": try row["words"], "saved": try moment(row, "saved"), "declared": try moment(row, "declared"),
                ]
            })
        held.add("jury_remark", try act.db.rows("""
            SELECT w.code, r.words, r.written FROM jury_remark r JOIN juror j ON j.id = r.juror JOIN contest_work w ON w.id = r.work
            WHERE j.person = \(person) ORDER BY r.id
            """).map { ["work": try $0["code"], "words": try $0["words"], "written": try moment($0, "written")] })
        held.add("jury_thanks", try act.db.rows("SELECT contest, written, offered FROM jury_thanks WHERE person = \(person) ORDER BY id").map { row in
            ["contest": "\(try row["contest"] as Contest.ID)", "written": try moment(row, "written"), "offered": try moment(row, "offered")]
        })
        return held
    }

    // MARK: Works and contests

    /// A work is deleted: what was said of it goes along.
    static func remove(_ work: ContestWork.ID, in act: Act) throws {
        try act.db.run("DELETE FROM jury_mark WHERE sheet IN (SELECT id FROM jury_sheet WHERE work = \(work))")
        for table in ["jury_sheet", "jury_entry", "jury_remark", "jury_prize"] as [StaticString] {
            try act.db.run("DELETE FROM \(name: table) WHERE work = \(work)")
        }
        try act.touchPublicPages()
    }

    /// The draft of a contest is thrown away.
    static func remove(_ contest: Contest.ID, in act: Act) throws {
        try act.db.run("DELETE FROM juror_category WHERE juror IN (SELECT id FROM juror WHERE contest = \(contest))")
        for table in ["juror", "jury_criterion", "jury_round", "jury"] as [StaticString] {
            try act.db.run("DELETE FROM \(name: table) WHERE contest = \(contest)")
        }
    }

    /// The people of a work are forgotten: what was written of it goes, numbers and the code stay.
    static func forget(_ work: ContestWork.ID, in act: Act) throws {
        try act.db.run("DELETE FROM jury_remark WHERE work = \(work)")
        try act.db.run("UPDATE jury_sheet SET words = '' WHERE work = \(work)")
        try act.touchPublicPages()
    }

    // MARK: By the clock

    package static func forgetOld(in act: Act) throws {
        let old = act.now.adding(days: -366 * years)
        let contests: [Contest.ID] = try act.db.rows("SELECT contest FROM jury WHERE published < \(old)").map { try $0["contest"] }
        guard !contests.isEmpty else { return }
        let rounds: SQL = "(SELECT id FROM jury_round WHERE contest IN \(list: contests))"
        try act.db.run("DELETE FROM jury_mark WHERE sheet IN (SELECT id FROM jury_sheet WHERE round IN \(rounds))")
        try act.db.run("DELETE FROM jury_sheet WHERE round IN \(rounds)")
        try act.db.run("DELETE FROM jury_remark WHERE work IN (SELECT id FROM contest_work WHERE contest IN \(list: contests))")
    }

    /// Reminds jurors once in a round.
    package static func tend(_ records: Records) async throws {
        let open: [(Contest.ID, Centre.ID)] = try await records.read(as: .system) { act in
            try act.db.rows("""
                SELECT c.id, c.centre FROM jury_round r JOIN contest c ON c.id = r.contest
                WHERE r.closed IS NULL AND r.opened < \(act.now.adding(days: -daysUntilReminder)) AND c.state = 'judging' ORDER BY c.id
                """).map { (try $0["id"], try $0["centre"]) }
        }
        for (id, centre) in open {
            try await records.write(by: .system) { act in
                let jury = try JuryStore.jury(id, at: centre, in: act), zone = try CentreStore.centre(centre, in: act).zone
                guard let round = jury.underway, let opened = round.opened, zone.time(of: act.now).hour >= hour else { return }
                let progress = try JuryRoundStore.progress(of: round, jury, in: act)
                for juror in jury.sitting {
                    guard let person = juror.person, let own = progress[juror.id], !own.isWhole,
                        try act.db.run("UPDATE juror SET reminded = \(act.now) WHERE id = \(juror.id) AND (reminded IS NULL OR reminded < \(opened))") > 0
                    else { continue }
                    try JuryLetters.remind(person, jury.contest, unseen: own.whole - own.seen, in: act)
                }
            }
        }
    }
}
