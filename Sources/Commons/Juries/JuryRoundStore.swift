package import Centres
package import Contests
package import Kernel
import Languages
import Storage

/// Rounds: works are dealt to jurors, and when all have given theirs it is counted which go on.
package enum JuryRoundStore {
    // MARK: Opened

    /// Opens the next round. With the first one the contest goes to its jury.
    package static func open(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try JuryStore.desked(id, at: centre, in: act)
        let jury = try JuryStore.held(id, at: centre, in: act)
        guard let round = jury.next, jury.decided == nil else { throw Problem.conflict(T.juries.errorNoRound) }
        guard !jury.criteria.isEmpty else { throw Problem.conflict(T.juries.errorNoCriterion) }
        guard jury.chair?.accepted != nil else { throw Problem.conflict(T.juries.errorNoChair) }
        if jury.contest.state == .open { try ContestStore.move(id, to: .judging, at: centre, in: act) }
        let works = try works(for: round, jury, in: act)
        guard !works.isEmpty else { throw Problem.conflict(T.juries.errorNoWorks) }
        try act.db.run("UPDATE jury_round SET opened = \(act.now) WHERE id = \(round.id)")
        try act.db.insert(many: Batch("jury_entry", ["round", "work"], rows: works.map { [round.id.stored, $0.stored] }))
        let lacking = try deal(round, jury, in: act)
        guard lacking.isEmpty else { throw Problem.conflict(T.juries.errorFewJurors(count: lacking.count)) }
        try act.record(T.juries.openedDeed, .contest(id), centre: centre)
        for juror in jury.sitting { try juror.person.map { try JuryLetters.opened($0, jury.contest, round, in: act) } }
    }

    /// Those that take part; after the first round those that go on from the last.
    private static func works(for round: JuryRound, _ jury: Jury, in act: Act) throws -> [ContestWork.ID] {
        let all = try ContestWorkStore.origins(of: jury.id, in: act).map(\.work)
        guard let last = jury.last else { return all }
        let going: Set<ContestWork.ID> = Set(try act.db.rows("SELECT work FROM jury_entry WHERE round = \(last.id) AND goes_on").map { try $0["work"] })
        return all.filter(going.contains)
    }

    // MARK: Dealt

    /// Deals what nobody has yet; what somebody has stays with them.
    /// - Returns: works that too few may judge, with how many they lack.
    @discardableResult
    static func deal(_ round: JuryRound, _ jury: Jury, in act: Act) throws -> [ContestWork.ID: Int] {
        let entries: Set<ContestWork.ID> = Set(try act.db.rows("SELECT work FROM jury_entry WHERE round = \(round.id)").map { try $0["work"] })
        let origins = try ContestWorkStore.origins(of: jury.id, in: act).filter { entries.contains($0.work) }, works = origins.map(\.work)
        let categories: [ContestWork.ID: ContestCategory.ID] = try act.db.rows("SELECT id, category FROM contest_work WHERE id IN \(list: works)").reduce(into: [:]) {
            $0[try $1["id"]] = try $1["category"]
        }
        let sheets = try JurySheetStore.sheets("s.round = \(round.id)", in: act).filter { $0.declared == nil }
        let held = Dictionary(grouping: sheets, by: \.work).mapValues { Set($0.map(\.juror)) }
        let conflicts = try JurorStore.conflicts(of: jury.sitting, origins, in: act)
        var barred: [Juror.ID: Set<ContestWork.ID>] = [:]
        for juror in jury.sitting {
            barred[juror.id] = Set(works.filter { work in conflicts[juror.id]?[work] != nil || categories[work].map(juror.judges(in:)) != true })
        }
        // Who has left is counted for what they have seen, and gets nothing more.
        for juror in Set(sheets.map(\.juror)) where barred[juror] == nil { barred[juror] = Set(works.filter { held[$0]?.contains(juror) != true }) }
        let times = round.details.seenBy == 0 ? max(1, barred.count) : round.details.seenBy
        let dealt = JuryDeal(works, seenBy: times, barred, held: held, seed: UInt64(bitPattern: round.id.value))
        let fresh = works.flatMap { work in (dealt.judges[work] ?? []).subtracting(held[work] ?? []).sorted().map { (juror: $0, work: work) } }
        try act.db.insert(many: Batch("jury_sheet", ["round", "juror", "work"], rows: fresh.map { [round.id.stored, $0.juror.stored, $0.work.stored] }))
        return round.details.seenBy == 0 ? dealt.lacking.filter { dealt.judges[$0.key]?.isEmpty != false } : dealt.lacking
    }

    /// Takes from a juror what they have not seen yet.
    static func dropUnseen(of juror: Juror.ID, _ round: JuryRound, _ jury: Jury, in act: Act) throws {
        let unseen = try JurySheetStore.sheets("s.round = \(round.id) AND s.juror = \(juror)", in: act).filter {
            $0.declared == nil && !$0.isSeen(round.kind, by: jury.criteria)
        }.map(\.id)
        try act.db.run("DELETE FROM jury_mark WHERE sheet IN \(list: unseen)")
        try act.db.run("DELETE FROM jury_sheet WHERE id IN \(list: unseen)")
    }

    // MARK: Progress

    /// How far each juror is in a round.
    package static func progress(of round: JuryRound, _ jury: Jury, in act: Act) throws -> [Juror.ID: JuryProgress] {
        try JurySheetStore.sheets("""
            s.round = \(round.id) AND s.declared IS NULL AND EXISTS (SELECT 1 FROM contest_work w WHERE w.id = s.work AND w.state = 'sent')
            """, in: act).reduce(into: [:]) { all, sheet in
            all[sheet.juror, default: JuryProgress()].whole += 1
            if sheet.isSeen(round.kind, by: jury.criteria) { all[sheet.juror, default: JuryProgress()].seen += 1 }
        }
    }

    // MARK: Closed

    /// Closes the round that is open: all have given theirs, and it is counted which works go on.
    package static func close(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try JuryStore.desked(id, at: centre, in: act)
        let jury = try JuryStore.held(id, at: centre, in: act)
        guard let round = jury.underway else { throw Problem.conflict(T.juries.errorNoRound) }
        let progress = try progress(of: round, jury, in: act), unseen = progress.values.reduce(0) { $0 + $1.whole - $1.seen }
        guard unseen == 0 else { throw Problem.conflict(T.juries.errorUnseen(count: unseen)) }
        let count = try count(of: round, jury, in: act), rows = try entries(of: round, in: act)
        let going = Set(jury.contest.categories.flatMap { category in
            let works = rows.filter { $0.category == category.id }.map(\.work)
            return count.best(of: works, most: round.details.most, levelled: jury.rules.isLevelled, jury.rules.tie)
        })
        for row in rows { try act.db.run("UPDATE jury_entry SET goes_on = \(going.contains(row.work)) WHERE round = \(round.id) AND work = \(row.work)") }
        try act.db.run("UPDATE jury_round SET closed = \(act.now) WHERE id = \(round.id)")
        try act.record(T.juries.closedDeed, .contest(id), centre: centre)
        if round.id == jury.rounds.last?.id, let chair = jury.chair?.person { try JuryLetters.decide(chair, jury.contest, in: act) }
    }

    // MARK: Counted

    /// The works of a round that still take part, with their categories and codes.
    package static func entries(of round: JuryRound, in act: Act) throws -> [JuryEntry] {
        try act.db.rows("""
            SELECT e.work, e.goes_on, w.category, w.code, w.title FROM jury_entry e JOIN contest_work w ON w.id = e.work
            WHERE e.round = \(round.id) AND w.state = 'sent' ORDER BY w.code
            """).map { row in
                JuryEntry(work: try row["work"], category: try row["category"], code: try row["code"], title: try row["title"], goesOn: try row["goes_on"])
            }
    }

    package static func count(of round: JuryRound, _ jury: Jury, in act: Act) throws -> RoundCount {
        RoundCount(round.kind, jury.criteria, most: round.details.most ?? 0, try JurySheetStore.sheets("s.round = \(round.id)", in: act))
    }
}

/// A work in a round.
package struct JuryEntry: Sendable, Hashable {
    package let work: ContestWork.ID
    package let category: ContestCategory.ID
    package let code: String
    package let title: String
    /// Nil as long as the round is not closed.
    package let goesOn: Bool?
}
