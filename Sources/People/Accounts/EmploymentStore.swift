package import Kernel
package import Centres
package import Languages
package import Storage

/// Who works where. A teacher may work in two or three schools, and come back to one after some years.
package enum EmploymentStore {
    private static let columns: [StaticString] = ["person", "school", "job", "teaches", "since", "until", "share"]

    /// Whether somebody works somewhere on a day, as a condition on `employment e`.
    package static func holds(on day: Day) -> SQL { holds(in: day...day) }

    /// Whether somebody works somewhere on one of these days at least; ``Work/holds(in:)`` in words of the database.
    package static func holds(in days: ClosedRange<Day>) -> SQL {
        "(e.since IS NULL OR e.since <= \(days.upperBound.iso)) AND (e.until IS NULL OR e.until >= \(days.lowerBound.iso))"
    }

    /// The id of what counts of somebody's work at an institution, where they worked there more than once: what goes on, else the latest.
    /// - Parameters: columns of the query around it.
    package static func latest(of person: StaticString, at school: StaticString) -> SQL {
        """
        (SELECT e.id FROM employment e WHERE e.person = \(name: person) AND e.school = \(name: school)
            ORDER BY CASE WHEN e.until IS NULL THEN 0 ELSE 1 END, coalesce(e.since, '') DESC, e.id DESC LIMIT 1)
        """
    }

    /// Where a person works on a day, as they told it.
    package static func schools(of person: Person.ID, on day: Day, in act: Act) throws -> [School] {
        try SchoolStore.schools(
            listedBy: "SELECT e.school, min(e.id) AS place FROM employment e WHERE e.person = \(person) AND \(holds(on: day)) GROUP BY e.school", in: act)
    }

    /// All that is known of where somebody works and worked, by the names of the institutions.
    package static func all(of person: Person.ID, in act: Act) throws -> [Employment] {
        try act.db.rows("""
            SELECT e.*, s.name FROM employment e JOIN school s ON s.id = e.school WHERE e.person = \(person)
            ORDER BY CASE WHEN e.until IS NULL THEN 0 ELSE 1 END, s.key_azbuka, s.id, coalesce(e.since, ''), e.id
            """).map(Employment.init(row:))
    }

    /// Somebody's work at an institution, for whoever looks after that institution.
    /// - Throws: `Problem.missing` where there is no such work there.
    package static func employment(_ id: Employment.ID, at school: School.ID, in act: Act) throws -> (person: Person.ID, employment: Employment) {
        let row = try act.db.row("SELECT e.*, s.name FROM employment e JOIN school s ON s.id = e.school WHERE e.id = \(id) AND e.school = \(school)")
        guard let row else { throw Problem.missing }
        return (try row["person"], try Employment(row: row))
    }

    /// - Throws: `Problem.missing` where the person has no such work.
    static func employment(_ id: Employment.ID, of person: Person.ID, in act: Act) throws -> Employment {
        let row = try act.db.row("SELECT e.*, s.name FROM employment e JOIN school s ON s.id = e.school WHERE e.id = \(id) AND e.person = \(person)")
        guard let row else { throw Problem.missing }
        return try Employment(row: row)
    }

    /// What a person says of themselves; said twice, it stands once.
    package static func add(_ person: Person.ID, at school: ID<SchoolTag>, job: String = "", in act: Act) throws {
        guard try open(of: person, at: school, in: act) == nil else { return }
        try add(person, at: school, Work(job: job), in: act)
    }

    /// Work that goes on. What ended yesterday may still be today's in some zone.
    static func open(of person: Person.ID, at school: School.ID, in act: Act) throws -> Employment? {
        let yesterday = Zone.utc.day(of: act.now).adding(days: -1)
        return try act.db.row("""
            SELECT e.*, s.name FROM employment e JOIN school s ON s.id = e.school
            WHERE e.id = \(latest(of: person, at: school)) AND (e.until IS NULL OR e.until >= \(yesterday.iso))
            """).map(Employment.init(row:))
    }

    private static func latest(of person: Person.ID, at school: School.ID) -> SQL {
        """
        (SELECT x.id FROM employment x WHERE x.person = \(person) AND x.school = \(school)
            ORDER BY CASE WHEN x.until IS NULL THEN 0 ELSE 1 END, coalesce(x.since, '') DESC, x.id DESC LIMIT 1)
        """
    }

    /// - Returns: whether it is new: the same beginning at the same institution stands once.
    @discardableResult
    package static func add(_ person: Person.ID, at school: ID<SchoolTag>, _ work: Work, in act: Act) throws -> Bool {
        let added = try act.db.run("""
            INSERT INTO employment (person, school, job, teaches, since, until, share)
            VALUES (\(person), \(school), \(work.job), \(work.teaches), \(work.since?.iso), \(work.until?.iso), \(work.share))
            ON CONFLICT (person, school, coalesce(since, '')) DO NOTHING
            """)
        if added > 0 { try act.record(T.accounts.employed, .person(person), under: .school(school)) }
        return added > 0
    }

    /// The work of people who had none written down.
    static func add(many people: [(person: Person.ID, jobs: [ListedWork])], in act: Act) throws {
        let rows = people.flatMap { person, jobs in jobs.map { (person: person, school: $0.school, work: $0.work) } }
        try act.db.insert(many: Batch("employment", columns, rows: rows.map { row in
            [
                row.person.stored, row.school.stored, .text(row.work.job), .text(row.work.teaches), (row.work.since?.iso).stored, (row.work.until?.iso).stored,
                row.work.share.stored,
            ]
        }))
        try act.record(many: rows.map { PastDeed(T.accounts.employed, .person($0.person), under: .school($0.school), by: act.by.person, at: act.now) })
    }

    /// Exactly this work, and no other.
    static func set(_ jobs: [ListedWork], of person: Person.ID, in act: Act) throws {
        var known = try all(of: person, in: act), wanted = jobs
        var pairs: [(Employment, Work)] = []
        // The same beginning is the same work; what is left at an institution is paired in its order.
        for isSame in [true, false] {
            for job in wanted {
                guard let place = known.firstIndex(where: { $0.school == job.school && (!isSame || $0.work.since == job.work.since) }) else { continue }
                pairs.append((known.remove(at: place), job.work))
                wanted.removeAll { $0 == job }
            }
        }
        for gone in known { try leave(gone.id, of: person, in: act) }
        for (standing, work) in pairs { try change(standing.id, of: person, to: work, in: act) }
        for job in wanted { try add(person, at: job.school, job.work, in: act) }
    }

    /// - Throws: a problem at its field where the same work stands already.
    package static func change(_ id: Employment.ID, of person: Person.ID, to work: Work, in act: Act) throws {
        let standing = try employment(id, of: person, in: act), before = standing.work
        guard before != work else { return }
        let isTaken = try act.db.exists("""
            SELECT 1 AS taken FROM employment WHERE person = \(person) AND school = \(standing.school) AND coalesce(since, '') = \(work.since?.iso ?? "") AND id <> \(id)
            """)
        guard !isTaken else { throw Problem.invalid("since", T.accounts.workStands) }
        try act.db.run("""
            UPDATE employment SET job = \(work.job), teaches = \(work.teaches), since = \(work.since?.iso), until = \(work.until?.iso), share = \(work.share)
            WHERE id = \(id)
            """)
        func share(_ work: Work) -> String { work.share.map { "\($0)" } ?? "" }
        try act.record(T.accounts.employmentChanged, .person(person), under: .school(standing.school), changes: [
            Change("job", from: before.job, to: work.job), Change("teaches", from: before.teaches, to: work.teaches),
            Change("since", from: before.since?.iso ?? "", to: work.since?.iso ?? ""), Change("until", from: before.until?.iso ?? "", to: work.until?.iso ?? ""),
            Change("share", from: share(before), to: share(work)),
        ])
    }

    /// Somebody never worked there, or it is nobody's business any more.
    static func leave(_ id: Employment.ID, of person: Person.ID, in act: Act) throws {
        let standing = try employment(id, of: person, in: act)
        try act.db.run("DELETE FROM employment WHERE id = \(id)")
        try act.record(T.accounts.employmentRemoved, .person(person), under: .school(standing.school))
    }
}

extension Employment {
    init(row: Row) throws { self.init(id: try row["id"], school: try row["school"], name: try row["name"], work: try Work(row: row)) }
}

extension Work {
    package init(row: Row) throws {
        let (since, until): (String?, String?) = (try row["since"], try row["until"])
        self.init(
            job: try row["job"], teaches: try row["teaches"], since: since.flatMap { Day(iso: $0) }, until: until.flatMap { Day(iso: $0) }, share: try row["share"])
    }
}
