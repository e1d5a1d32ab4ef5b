import Accounts
package import Centres
import Files
package import Kernel
package import Languages
import Storage

/// What the centre does with works.
package enum WorkDeskStore {
    /// A work that was sent in, about to be changed by the centre.
    private static func desked(_ id: ContestWork.ID, at centre: Centre.ID, in act: Act) throws -> (ContestWork, Contest) {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let contest = try ContestStore.held(ContestWorkStore.work(id, at: centre, in: act).contest, at: centre, in: act)
        let work = try ContestWorkStore.work(id, at: centre, in: act)
        guard work.state != .draft else { throw Problem.missing }
        return (work, contest)
    }

    /// Lets in a work that came late.
    package static func admit(_ id: ContestWork.ID, reason: String, at centre: Centre.ID, in act: Act) throws {
        let (work, contest) = try desked(id, at: centre, in: act)
        guard work.state == .sent, work.isLate, work.admitted == nil, contest.state == .open || contest.state == .judging else {
            throw Problem.conflict(T.contests.errorNotNow)
        }
        try act.db.run("UPDATE contest_work SET admitted = \(act.now), reason = \(reason) WHERE id = \(id)")
        try act.record(T.contests.deedAdmitted, .contestWork(id), centre: centre)
        try ContestLetters.admitted(work, contest, in: act)
    }

    /// A work takes part no longer, and its mentor is told why.
    package static func disqualify(_ id: ContestWork.ID, reason: String, at centre: Centre.ID, in act: Act) throws {
        let (work, contest) = try desked(id, at: centre, in: act)
        guard work.state == .sent, contest.state != .closed else { throw Problem.conflict(T.contests.errorNotNow) }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.contests.errorReason) }
        try act.db.run("UPDATE contest_work SET state = 'disqualified', reason = \(reason) WHERE id = \(id)")
        try act.record(T.contests.deedDisqualified, .contestWork(id), centre: centre)
        try act.state(WorkLeft(id, of: contest.id))
        try ContestLetters.disqualified(work, contest, reason: reason, in: act)
        try act.touchPublicPages()
    }

    /// It was a mistake: the work takes part again.
    package static func restore(_ id: ContestWork.ID, at centre: Centre.ID, in act: Act) throws {
        let (work, contest) = try desked(id, at: centre, in: act)
        guard work.state == .disqualified, contest.state != .closed else { throw Problem.conflict(T.contests.errorNotNow) }
        try act.db.run("UPDATE contest_work SET state = 'sent', reason = '' WHERE id = \(id)")
        try act.record(T.contests.deedRestored, .contestWork(id), centre: centre)
        try ContestLetters.restored(work, contest, in: act)
        try act.touchPublicPages()
    }

    // MARK: Reminders

    /// Nobody is reminded of the same twice in so many days.
    static let remindDays = 3

    /// Asks each mentor, in one letter, for the consents that are missing.
    /// - Returns: to how many a letter went.
    @discardableResult
    package static func remind(_ id: Contest.ID, at centre: Centre.ID, in act: Act) throws -> Int {
        let contest = try ContestStore.desked(id, at: centre, in: act), since = act.now.adding(days: -remindDays)
        let works = try ContestWorkStore.all(of: id, in: act).filter { work in
            work.state == .sent && work.forgotten == nil && (work.reminded.map { $0 < since } ?? true)
                && work.authors.contains { !ConsentAnswer($0).isWhole && $0.person == nil }
        }
        let byMentor = Dictionary(grouping: works.filter { $0.mentor != nil }) { $0.mentor }.compactMap { mentor, works in mentor.map { (mentor: $0, works: works) } }
        for one in byMentor.sorted(by: { $0.mentor < $1.mentor }) { try ContestLetters.consents(one.works, contest, to: one.mentor, in: act) }
        if !works.isEmpty { try act.db.run("UPDATE contest_work SET reminded = \(act.now) WHERE id IN \(list: works.map(\.id))") }
        if !byMentor.isEmpty { try act.record(T.contests.deedReminded, .contest(id), centre: centre) }
        return byMentor.count
    }

    // MARK: A festival's running order

    /// Performances in their order. Whoever is told of another time than before gets a letter.
    package static func order(_ works: [ContestWork.ID], from first: Instant, pause: Int, of id: Contest.ID, at centre: Centre.ID, in act: Act) throws {
        let contest = try ContestStore.desked(id, at: centre, in: act)
        guard contest.kind == .festival else { throw Problem.missing }
        let known = Dictionary(try ContestWorkStore.sent(of: id, in: act).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard Set(works) == Set(known.keys), works.count == known.count else { throw Problem.conflict(T.contests.errorOrder) }
        let starts = RunningOrder.starts(from: first, minutes: works.map { known[$0]?.minutes ?? 1 }, pause: pause)
        for (work, start) in zip(works, starts) {
            guard let old = known[work], old.starts != start else { continue }
            try act.db.run("UPDATE contest_work SET starts = \(start) WHERE id = \(work)")
            try ContestLetters.starts(old, contest, at: start, in: act)
        }
        try act.record(T.contests.deedOrdered, .contest(id), centre: centre)
        try act.touchPublicPages()
    }

    // MARK: Exhibits

    /// Writes down that an exhibit came, or went back.
    package static func lend(_ id: ContestWork.ID, from: Day?, returned: Day?, at centre: Centre.ID, in act: Act) throws {
        let (work, _) = try desked(id, at: centre, in: act)
        if let returned { guard let from, from <= returned else { throw Problem.invalid("returned", T.contests.errorReturned) } }
        try act.db.run("UPDATE contest_work SET lent_from = \(from), returned = \(returned) WHERE id = \(id)")
        try act.record(T.contests.deedExhibit, .contestWork(id), centre: centre, changes: [
            Change("lent_from", from: work.lentFrom?.iso ?? "", to: from?.iso ?? ""), Change("returned", from: work.returned?.iso ?? "", to: returned?.iso ?? ""),
        ])
    }

    // MARK: Levels

    /// A contest of a higher level takes works of a lower one into its own, with their files, their authors and what was said of them. What it has already it does not
    /// take again.
    /// - Parameters:
    ///   - points: of each work; those under the threshold stay.
    ///   - codes: made by chance before the act, one for each work at least.
    /// - Returns: how many it took.
    @discardableResult
    package static func take(
        from lower: Contest.ID, points: [ContestWork.ID: Int], codes: [String], into id: Contest.ID, at centre: Centre.ID, in act: Act
    ) throws -> Int {
        let contest = try ContestStore.desked(id, at: centre, in: act)
        guard let below = try ContestStore.contests("c.id = \(lower) AND c.parent = \(id)", in: act).first else { throw Problem.missing }
        guard below.state == .decided || below.state == .closed, contest.state == .open || contest.state == .judging else {
            throw Problem.conflict(T.contests.errorTakeNow)
        }
        guard !contest.categories.isEmpty else { throw Problem.conflict(T.contests.errorNoCategory) }
        var codes = codes.makeIterator(), taken = 0
        for work in try ContestWorkStore.sent(of: lower, in: act) where work.hasConsent && work.forgotten == nil {
            guard let own = points[work.id], own >= below.draft.threshold ?? 0,
                  try !act.db.exists("SELECT 1 AS stands FROM contest_work WHERE contest = \(id) AND taken_from = \(work.id)") else { continue }
            let name = below.category(work.category)?.name, alike = contest.categories.first { $0.name == name }
            guard let category = alike ?? contest.categories.first(where: { $0.draft.admits(work.grade) }) else { continue }
            guard let code = codes.next(), try !act.db.exists("SELECT 1 AS stands FROM contest_work WHERE code = \(code)") else {
                throw Problem.conflict(T.contests.errorAgain)
            }
            try copy(work, into: id, category.id, code, in: act)
            taken += 1
        }
        if taken > 0 { try act.record(T.contests.deedTaken, .contest(id), centre: centre, changes: [Change("works", from: "", to: "\(taken)")]) }
        return taken
    }

    private static func copy(_ work: ContestWork, into contest: Contest.ID, _ category: ContestCategory.ID, _ code: String, in act: Act) throws {
        let copy = ContestWork.ID(try act.db.insert("""
            INSERT INTO contest_work (contest, category, code, mentor, school, grade, title, words, alt, link, state, begun, sent, minutes, taken_from)
            VALUES (\(contest), \(category), \(code), \(work.mentor), \(work.school), \(work.grade), \(work.title), \(work.words), \(work.alt), \(work.link), 'sent',
                \(act.now), \(act.now), \(work.minutes), \(work.id)) RETURNING id
            """))
        for author in work.authors {
            try act.db.run("""
                INSERT INTO contest_author (work, person, name, grade, may_enter, may_show, may_be_named, consent, consented)
                VALUES (\(copy), \(author.person), \(author.name), \(author.grade), \(author.mayEnter), \(author.mayShow), \(author.mayBeNamed), \(author.consent),
                    \(author.consented))
                """)
        }
        for file in work.files {
            try act.db.run("""
                INSERT INTO contest_file (work, original, shown, kind, name, mark, position)
                VALUES (\(copy), \(file.original), \(file.shown?.id), \(file.kind), \(file.name), \(file.mark), \(file.position))
                """)
        }
    }
}
