package import Kernel
package import Centres
import Languages
import Storage

/// Who works where. A teacher may work in two or three schools.
package enum EmploymentStore {
    private static let columns: [StaticString] = ["person", "school", "job", "teaches", "since", "until", "share"]

    /// Where a person works today, as they told it.
    package static func schools(of person: Person.ID, in act: Act) throws -> [School] {
        let today = act.now.iso.prefix(10)
        return try SchoolStore.schools(
            listedBy: "SELECT school, id AS place FROM employment WHERE person = \(person) AND (until IS NULL OR until >= \(String(today)))", in: act)
    }

    /// All that is known of where somebody works and worked, by the names of the institutions.
    package static func all(of person: Person.ID, in act: Act) throws -> [Employment] {
        try act.db.rows("""
            SELECT e.*, s.name FROM employment e JOIN school s ON s.id = e.school WHERE e.person = \(person)
            ORDER BY CASE WHEN e.until IS NULL THEN 0 ELSE 1 END, s.key_azbuka, s.id
            """).map { Employment(school: try $0["school"], name: try $0["name"], work: try Work(row: $0)) }
    }

    /// What a person says of themselves; said twice, it stands once.
    package static func add(_ person: Person.ID, at school: ID<SchoolTag>, job: String = "", in act: Act) throws {
        try add(person, at: school, Work(job: job), in: act)
    }

    static func add(_ person: Person.ID, at school: ID<SchoolTag>, _ work: Work, in act: Act) throws {
        let added = try act.db.run("""
            INSERT INTO employment (person, school, job, teaches, since, until, share)
            VALUES (\(person), \(school), \(work.job), \(work.teaches), \(work.since?.iso), \(work.until?.iso), \(work.share)) ON CONFLICT (person, school) DO NOTHING
            """)
        if added > 0 { try act.record(T.accounts.employed, .person(person), under: .school(school)) }
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
        let schools = Set(jobs.map(\.school))
        for known in try all(of: person, in: act) where !schools.contains(known.school) { try AccountStore.leave(known.school, of: person, in: act) }
        for job in jobs {
            try add(person, at: job.school, job.work, in: act)
            try change(person, at: job.school, to: job.work, in: act)
        }
    }

    /// - Throws: `Problem.missing` where somebody never worked.
    static func work(of person: Person.ID, at school: School.ID, in act: Act) throws -> Work {
        guard let row = try act.db.row("SELECT * FROM employment WHERE person = \(person) AND school = \(school)") else { throw Problem.missing }
        return try Work(row: row)
    }

    static func change(_ person: Person.ID, at school: School.ID, to work: Work, in act: Act) throws {
        let before = try self.work(of: person, at: school, in: act)
        guard before != work else { return }
        try act.db.run("""
            UPDATE employment SET job = \(work.job), teaches = \(work.teaches), since = \(work.since?.iso), until = \(work.until?.iso), share = \(work.share)
            WHERE person = \(person) AND school = \(school)
            """)
        func share(_ work: Work) -> String { work.share.map { "\($0)" } ?? "" }
        try act.record(T.accounts.employmentChanged, .person(person), under: .school(school), changes: [
            Change("job", from: before.job, to: work.job), Change("teaches", from: before.teaches, to: work.teaches),
            Change("since", from: before.since?.iso ?? "", to: work.since?.iso ?? ""), Change("until", from: before.until?.iso ?? "", to: work.until?.iso ?? ""),
            Change("share", from: share(before), to: share(work)),
        ])
    }
}

extension Work {
    init(row: Row) throws {
        let (since, until): (String?, String?) = (try row["since"], try row["until"])
        self.init(
            job: try row["job"], teaches: try row["teaches"], since: since.flatMap { Day(iso: $0) }, until: until.flatMap { Day(iso: $0) }, share: try row["share"])
    }
}
