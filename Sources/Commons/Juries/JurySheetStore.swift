package import Centres
package import Contests
package import Kernel
import Languages
import Storage

/// What jurors give, as rows.
package enum JurySheetStore {
    // MARK: Reads

    /// - Parameter condition: over `jury_sheet s`.
    static func sheets(_ condition: SQL, in act: Act) throws -> [JurySheet] {
        let rows = try act.db.rows("SELECT s.* FROM jury_sheet s WHERE \(condition) ORDER BY s.id")
        guard !rows.isEmpty else { return [] }
        let marks = try act.db.rows("""
            SELECT m.sheet, m.criterion, m.mark FROM jury_mark m JOIN jury_sheet s ON s.id = m.sheet WHERE \(condition)
            """).reduce(into: [JurySheet.ID: [JuryCriterion.ID: Int]]()) { $0[try $1["sheet"], default: [:]][try $1["criterion"]] = try $1["mark"] }
        return try rows.map { row in
            let id: JurySheet.ID = try row["id"]
            return JurySheet(
                id: id, round: try row["round"], juror: try row["juror"], work: try row["work"],
                GivenSheet(isIn: try row["is_in"], place: try row["place"], marks: marks[id] ?? [:], words: try row["words"]), declared: try row["declared"],
                saved: try row["saved"])
        }
    }

    /// The actor's own seats in juries of a centre, or in one of them.
    package static func seats(_ contest: Contest.ID? = nil, at centre: Centre.ID, in act: Act) throws -> [JurorSeat] {
        guard let person = act.by.person else { return [] }
        let one: SQL = contest.map { "c.id = \($0)" } ?? "c.state <> 'closed'"
        let rows = try act.db.rows("""
            SELECT j.id AS juror, j.chair, j.accepted, c.id AS contest, c.name, c.language, y.tie_rule, y.levelled, y.scale, y.margin, y.decided,
                r.id, r.number, r.kind, r.seen_times, r.most, r.opened, r.closed,
                (SELECT count(*) FROM jury_round n WHERE n.contest = c.id AND n.closed IS NULL) AS ahead,
                (SELECT count(*) FROM jury_round n WHERE n.contest = c.id) AS rounds
            FROM juror j JOIN contest c ON c.id = j.contest LEFT JOIN jury y ON y.contest = c.id
                LEFT JOIN jury_round r ON r.contest = c.id AND r.opened IS NOT NULL AND r.closed IS NULL
            WHERE j.person = \(person) AND j.declined IS NULL AND c.centre = \(centre) AND \(one) ORDER BY c.closes DESC, c.id DESC
            """)
        guard !rows.isEmpty else { return [] }
        let contests: [Contest.ID] = try rows.map { try $0["contest"] }
        let criteria = try Dictionary(grouping: act.db.rows("""
            SELECT contest, id, name, weight FROM jury_criterion WHERE contest IN \(list: contests) ORDER BY contest, position, id
            """).map { (try $0["contest"] as Contest.ID, JuryCriterion(id: try $0["id"], try $0["name"], weight: try $0["weight"])) }, by: \.0)
        return try rows.map { row in
            let contest: Contest.ID = try row["contest"]
            return try JurorSeat(row: row, criteria: criteria[contest]?.map(\.1) ?? [])
        }
    }

    /// The works that lie before the actor in the round that is open: three questions, whatever their number.
    /// - Throws: `Problem.missing` unless they sit in the jury.
    package static func desk(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> JurorDesk {
        guard let seat = try seats(id, at: centre, in: act).first else { throw Problem.missing }
        guard let round = seat.round, seat.accepted != nil else { return JurorDesk(seat: seat, lines: []) }
        let lines = try act.db.rows("""
            SELECT s.is_in, s.place, s.saved, s.declared, w.code, w.title, k.name AS category, (SELECT count(*) FROM jury_mark m WHERE m.sheet = s.id) AS marks
            FROM jury_sheet s JOIN contest_work w ON w.id = s.work JOIN contest_category k ON k.id = w.category
            WHERE s.round = \(round.id) AND s.juror = \(seat.juror) AND w.state = 'sent' ORDER BY k.position, k.id, w.code
            """).map { row in
                let isIn: Bool? = try row["is_in"], marks: Int = try row["marks"], saved: Instant? = try row["saved"], declared: Instant? = try row["declared"]
                let isSeen = switch round.kind {
                case .sift: isIn != nil
                case .points: marks >= seat.criteria.count
                case .rank: saved != nil
                }
                return JurorDesk.Line(
                    code: try row["code"], title: try row["title"], category: try row["category"], place: try row["place"], isSeen: isSeen,
                    isBegun: marks > 0 || saved != nil, isDeclared: declared != nil)
            }
        return JurorDesk(seat: seat, lines: lines)
    }

    /// A work as a juror may see it: it was dealt to them in the round that is open, or all rounds are over and nothing ties them to it.
    /// - Throws: `Problem.missing` otherwise, as if it were not there.
    package static func work(_ code: String, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> JurorWork {
        let desk = try desk(id, at: centre, in: act), seat = desk.seat
        guard seat.accepted != nil, let work = try ContestWorkStore.blind(of: id, in: act).first(where: { $0.code == code }) else { throw Problem.missing }
        if let round = seat.round {
            guard let sheet = try sheets("s.round = \(round.id) AND s.juror = \(seat.juror) AND s.work = \(work.id)", in: act).first else { throw Problem.missing }
            return JurorWork(desk: desk, work: work, sheet: sheet, remarks: [])
        }
        guard seat.isJudged, try JuryTalkStore.mayTalk(of: work.id, seat, at: centre, in: act) else { throw Problem.missing }
        return JurorWork(desk: desk, work: work, sheet: nil, remarks: try JuryTalkStore.remarks(of: [work.id], in: act)[work.id] ?? [])
    }

    // MARK: Given

    /// Keeps what a juror gives so far: all at once, or a part now and the rest later.
    package static func give(_ given: GivenSheet, to code: String, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let (desk, sheet) = try open(code, of: id, at: centre, in: act)
        let criteria = Set(desk.seat.criteria.map(\.id))
        guard given.marks.allSatisfy({ criteria.contains($0.key) && (1...desk.seat.rules.scale).contains($0.value) }) else {
            throw Problem.invalid("marks", T.common.errorChoose)
        }
        try act.db.run("UPDATE jury_sheet SET is_in = \(given.isIn), words = \(given.words), saved = \(act.now) WHERE id = \(sheet.id)")
        try act.db.run("DELETE FROM jury_mark WHERE sheet = \(sheet.id)")
        for (criterion, mark) in given.marks.sorted(by: { $0.key < $1.key }) {
            try act.db.run("INSERT INTO jury_mark (sheet, criterion, mark) VALUES (\(sheet.id), \(criterion), \(mark))")
        }
    }

    /// Puts the best of each category in their order.
    /// - Parameter places: by code.
    package static func order(_ places: [String: Int], of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ContestStore.held(id, at: centre, in: act)
        let desk = try desk(id, at: centre, in: act), lines = desk.lines.filter { !$0.isDeclared }
        guard let round = desk.seat.round, round.kind == .rank else { throw Problem.conflict(T.juries.errorRoundOver) }
        var faults = Faults()
        for (category, own) in Dictionary(grouping: lines, by: \.category).sorted(by: { $0.key < $1.key }) {
            let given = own.compactMap { places[$0.code] }, count = min(round.details.most ?? 1, own.count)
            faults.require(given.sorted() == Array(1...count), "place-\(own[0].code)", T.juries.errorPlaces(most: .number(count), category: .text(category)))
        }
        try faults.check()
        for line in lines {
            try act.db.run("""
                UPDATE jury_sheet SET place = \(places[line.code]), saved = \(act.now) WHERE round = \(round.id) AND juror = \(desk.seat.juror)
                    AND work IN (SELECT id FROM contest_work WHERE code = \(line.code))
                """)
        }
        try act.record(T.juries.orderedDeed, .contest(id), centre: centre)
    }

    /// Somebody says that something ties them to a work: it goes to another juror.
    package static func declare(_ code: String, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let (desk, sheet) = try open(code, of: id, at: centre, in: act), jury = try JuryStore.jury(id, at: centre, in: act)
        guard let round = desk.seat.round else { throw Problem.conflict(T.juries.errorRoundOver) }
        try act.db.run("DELETE FROM jury_mark WHERE sheet = \(sheet.id)")
        try act.db.run("UPDATE jury_sheet SET declared = \(act.now), is_in = NULL, place = NULL, words = '', saved = NULL WHERE id = \(sheet.id)")
        try JuryRoundStore.deal(round, jury, in: act)
        try act.record(T.juries.declaredDeed, .contest(id), centre: centre)
    }

    private static func open(_ code: String, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> (desk: JurorDesk, sheet: JurySheet) {
        _ = try ContestStore.held(id, at: centre, in: act)
        let desk = try desk(id, at: centre, in: act)
        guard let round = desk.seat.round else { throw Problem.conflict(T.juries.errorRoundOver) }
        guard let sheet = try sheets("""
            s.round = \(round.id) AND s.juror = \(desk.seat.juror)
                AND EXISTS (SELECT 1 FROM contest_work w WHERE w.id = s.work AND w.code = \(code) AND w.state = 'sent')
            """, in: act).first
        else { throw Problem.missing }
        guard sheet.declared == nil else { throw Problem.conflict(T.juries.errorDeclared) }
        return (desk, sheet)
    }
}

extension JurorSeat {
    init(row: Row, criteria: [JuryCriterion]) throws {
        (juror, isChair, accepted, contest) = (try row["juror"], try row["chair"], try row["accepted"], try row["contest"])
        (name, language, decided) = (try row["name"], try row["language"], try row["decided"])
        self.criteria = criteria
        let tie: TieRule? = try row["tie_rule"], round: JuryRound.ID? = try row["id"]
        rules = try tie.map { JuryRules(tie: $0, isLevelled: try row["levelled"], scale: try row["scale"], margin: try row["margin"]) } ?? JuryRules()
        self.round = try round == nil ? nil : JuryRound(row: row)
        let ahead: Int = try row["ahead"], rounds: Int = try row["rounds"]
        isJudged = rounds > 0 && ahead == 0
    }
}
