import Accounts
package import Centres
package import Contests
package import Kernel
import Languages
import Storage

/// What jurors say of works to one another, under their codes, when all have given their own.
package enum JuryTalkStore {
    package static func remarks(of works: [ContestWork.ID], in act: Act) throws -> [ContestWork.ID: [JuryRemark]] {
        guard !works.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT r.id, r.work, r.words, r.written, p.given_name, p.family_name
            FROM jury_remark r JOIN juror j ON j.id = r.juror LEFT JOIN person p ON p.id = j.person WHERE r.work IN \(list: works) ORDER BY r.id
            """).reduce(into: [:]) { all, row in
                let given: String? = try row["given_name"], family: String? = try row["family_name"]
                let remark = JuryRemark(
                    id: try row["id"], work: try row["work"], name: PersonName(given: given ?? "", family: family ?? "").full, words: try row["words"],
                    written: try row["written"])
                all[remark.work, default: []].append(remark)
            }
    }

    /// Whether somebody may speak of a work: nothing ties them to it.
    static func mayTalk(of work: ContestWork.ID, _ seat: JurorSeat, at centre: Centre.ID, in act: Act) throws -> Bool {
        let origin = try ContestWorkStore.origins(of: seat.contest, in: act).filter { $0.work == work }
        guard !origin.isEmpty, let own = try JurorStore.jurors(of: seat.contest, in: act).first(where: { $0.id == seat.juror }) else { return false }
        return try JurorStore.conflicts(of: [own], origin, in: act)[own.id]?[work] == nil
    }

    /// Says something of a work to the others.
    package static func say(_ words: String, of code: String, in id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        guard !words.isEmpty else { throw Problem.invalid("remark", T.juries.errorNoWords) }
        _ = try ContestStore.held(id, at: centre, in: act)
        let sight = try JurySheetStore.work(code, of: id, at: centre, in: act)
        guard sight.desk.seat.isTalking else { throw Problem.conflict(T.juries.errorNotTalking) }
        try act.db.run("INSERT INTO jury_remark (work, juror, words, written) VALUES (\(sight.work.id), \(sight.desk.seat.juror), \(words), \(act.now))")
        try act.record(T.juries.saidDeed, .contest(id), centre: centre)
    }
}
