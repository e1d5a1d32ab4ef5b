package import Centres
package import Contests
package import Kernel
import Languages
import Storage

/// The end of a jury: what it came to, what the chair decides, and that everybody may read it.
package enum JuryDecisionStore {
    // MARK: Reads

    /// For whoever sits in the jury, and for the centre's people.
    package static func board(of jury: Jury, in act: Act) throws -> JuryBoard? {
        guard let round = jury.last else { return nil }
        let entries = try JuryRoundStore.entries(of: round, in: act), count = try JuryRoundStore.count(of: round, jury, in: act)
        let prizes = try self.prizes(of: jury.id, in: act)
        let remarks: [ContestWork.ID: Int] = try act.db.rows("""
            SELECT r.work, count(*) AS said FROM jury_remark r JOIN contest_work w ON w.id = r.work WHERE w.contest = \(jury.id) GROUP BY r.work
            """).reduce(into: [:]) { $0[try $1["work"]] = try $1["said"] }
        let parts = jury.contest.categories.compactMap { category -> JuryBoard.Part? in
            let own = entries.filter { $0.category == category.id }, works = own.map(\.work)
            guard !own.isEmpty else { return nil }
            let raw = count.ranking(of: works, levelled: false, jury.rules.tie), even = count.ranking(of: works, levelled: true, jury.rules.tie)
            let order = jury.rules.isLevelled ? even : raw, near = order.nearTies(within: jury.rules.margin)
            let known = Dictionary(uniqueKeysWithValues: own.map { ($0.work, $0) })
            return JuryBoard.Part(category: category, lines: order.lines.compactMap { line in
                guard let entry = known[line.work], let counted = count.lines[line.work] else { return nil }
                let prize = prizes[line.work]
                return JuryBoard.Line(
                    entry: entry, count: counted, rawPlace: raw.places[line.work] ?? 0, evenPlace: even.places[line.work] ?? 0,
                    near: near.firstIndex { $0.contains(line.work) }.map { $0 + 1 }, prize: prize?.prize, reason: prize?.reason ?? "",
                    remarks: remarks[line.work] ?? 0)
            })
        }
        let scales = jury.jurors.compactMap { juror in count.scales[juror.id].map { (juror: juror, scale: $0) } }
        return JuryBoard(jury: jury, round: round, parts: parts, scales: scales, conflicts: try conflicts(of: jury, in: act))
    }

    /// The board as somebody of the jury sees it, when all rounds are over.
    package static func ownBoard(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> (board: JuryBoard, seat: JurorSeat) {
        guard let seat = try JurySheetStore.seats(id, at: centre, in: act).first, seat.accepted != nil, seat.isJudged else { throw Problem.missing }
        guard let board = try board(of: JuryStore.jury(id, at: centre, in: act), in: act) else { throw Problem.missing }
        return (board, seat)
    }

    private static func conflicts(of jury: Jury, in act: Act) throws -> (known: Int, declared: Int) {
        let origins = try ContestWorkStore.origins(of: jury.id, in: act)
        let all = try JurorStore.conflicts(of: jury.sitting, origins, in: act).values.flatMap(\.values)
        return (all.count { $0 != .declared }, all.count { $0 == .declared })
    }

    package static func prizes(of contest: Contest.ID, in act: Act) throws -> [ContestWork.ID: (prize: Prize, reason: String)] {
        try act.db.rows("SELECT work, prize, reason FROM jury_prize WHERE contest = \(contest)").reduce(into: [:]) { all, row in
            if let prize = Prize(rawValue: try row["prize"]) { all[try row["work"]] = (prize, try row["reason"]) }
        }
    }

    /// Of each work the mean of its last round of marks, in hundredths of the greatest mark: so many points a contest of a higher level asks.
    static func points(of contest: Contest.ID, in act: Act) throws -> [ContestWork.ID: Int]? {
        guard let own = try ContestStore.contests("c.id = \(contest)", in: act).first else { return nil }
        let jury = try JuryStore.jury(of: own, in: act)
        guard let round = jury.rounds.last(where: { $0.kind == .points && $0.closed != nil }) else { return nil }
        let isLevelled = jury.rules.isLevelled, most = jury.rules.scale * 1_000
        return try JuryRoundStore.count(of: round, jury, in: act).lines.mapValues { max(0, min(100, (isLevelled ? $0.even : $0.raw) * 100 / most)) }
    }

    // MARK: Decided

    /// The chair decides. A prize that does not follow from the order needs a reason, and so does giving none at all.
    package static func decide(_ verdict: JuryVerdict, _ id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ContestStore.held(id, at: centre, in: act)
        let (board, seat) = try ownBoard(id, at: centre, in: act)
        guard seat.isChair else { throw Problem.missing }
        guard seat.isTalking else { throw Problem.conflict(T.juries.errorDecided) }
        var faults = Faults()
        for part in board.parts {
            let given = part.lines.reduce(into: [ContestWork.ID: Prize]()) { $0[$1.entry.work] = verdict.prizes[$1.entry.code]?.prize }
            let unexplained = Self.departures(given, in: part, board.jury.rules)
            for line in part.lines where unexplained.contains(line.entry.work) && verdict.prizes[line.entry.code]?.reason.isEmpty == true {
                faults.add("reason-\(line.entry.code)", T.juries.errorReason(code: .text(line.entry.code)))
            }
        }
        faults.require(!verdict.prizes.isEmpty || !verdict.reason.isEmpty, "reason", T.juries.errorNoPrize)
        try faults.check()
        for line in board.lines {
            guard let given = verdict.prizes[line.entry.code] else { continue }
            try act.db.run("""
                INSERT INTO jury_prize (work, contest, prize, reason) VALUES (\(line.entry.work), \(id), \(given.prize.rawValue), \(given.reason))
                """)
        }
        try act.db.run("UPDATE jury SET decided = \(act.now), reason = \(verdict.reason) WHERE contest = \(id)")
        try act.record(T.juries.decidedDeed, .contest(id), centre: centre)
    }

    /// Works whose prize does not follow from the order that counts.
    package static func departures(_ prizes: [ContestWork.ID: Prize], in part: JuryBoard.Part, _ rules: JuryRules) -> Set<ContestWork.ID> {
        let ranking = JuryRanking(Dictionary(uniqueKeysWithValues: part.lines.map { line in
            (line.entry.work, [-(rules.isLevelled ? line.evenPlace : line.rawPlace)])
        }))
        return ranking.departures(prizes.mapValues(\.rawValue))
    }

    /// The centre asks the chair to decide anew; what was decided goes.
    package static func reopen(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let jury = try JuryStore.desked(id, at: centre, in: act)
        guard jury.decided != nil, jury.published == nil else { throw Problem.conflict(T.juries.errorPublished) }
        try forget(decisionOf: id, in: act)
        try act.record(T.juries.reopenedDeed, .contest(id), centre: centre)
        if let chair = jury.chair?.person { try JuryLetters.decide(chair, jury.contest, in: act) }
    }

    private static func forget(decisionOf id: Contest.ID, in act: Act) throws {
        try act.db.run("DELETE FROM jury_prize WHERE contest = \(id)")
        try act.db.run("UPDATE jury SET decided = NULL, published = NULL, reason = '' WHERE contest = \(id)")
    }

    // MARK: Published

    /// A contest goes on: its jury has decided before everybody reads it, and does not judge what still comes in.
    static func moved(_ fact: ContestMoved, in act: Act) throws {
        let contest = fact.contest
        guard contest.hasJury else { return }
        let jury = try JuryStore.jury(of: contest, in: act)
        switch fact.to {
        case .open where jury.hasBegun: throw Problem.conflict(T.juries.errorBegun)
        case .decided:
            // Without a round the works were judged elsewhere, and nothing is known of it here.
            guard !jury.rounds.isEmpty else { return }
            guard jury.decided != nil else { throw Problem.conflict(T.juries.errorNotDecided) }
            try act.db.run("UPDATE jury SET published = \(act.now) WHERE contest = \(contest.id)")
            try JuryThanksStore.write(for: jury, in: act)
            let office = try CentreStore.centre(contest.centre, in: act), t = try act.texts(office.language, of: office)
            try act.state(PaperMade(
                kind: "jury_minutes", row: contest.id.value, centre: contest.centre, number: "", title: "\(t(T.juries.minutes)): \(contest.name)",
                day: office.zone.day(of: act.now), page: jury.deskPath))
            try act.touchPublicPages()
        case .judging where fact.from == .decided:
            try forget(decisionOf: contest.id, in: act)
            try act.touchPublicPages()
        default: break
        }
    }
}
