package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// Who works in projects, and their hours, as rows.
package enum ProjectPeopleStore {
    // MARK: Reads

    package static func people(of project: Project.ID, in act: Act) throws -> [ProjectPerson] { try people("m.project = \(project)", in: act) }

    /// - Parameter condition: over `project_person m`.
    static func people(_ condition: SQL, in act: Act) throws -> [ProjectPerson] {
        try act.db.rows("""
            SELECT m.*, p.given_name, p.family_name FROM project_person m LEFT JOIN person p ON p.id = m.person WHERE \(condition) ORDER BY m.first_day, m.id
            """).map(ProjectPerson.init(row:))
    }

    /// Hours of all who work in a project.
    package static func hours(of project: Project.ID, in act: Act) throws -> [WorkHours] {
        try act.db.rows("""
            SELECT h.* FROM project_hours h JOIN project_person m ON m.id = h.member WHERE m.project = \(project) ORDER BY h.month_day, h.member
            """).map(WorkHours.init(row:))
    }

    /// All shares of somebody, over all projects that are not rejected or dropped.
    package static func shares(of person: Person.ID, in act: Act) throws -> [WorkShare] {
        try people("m.person = \(person) AND EXISTS (SELECT 1 FROM project j WHERE j.id = m.project AND j.state NOT IN ('rejected', 'dropped'))", in: act).map(\.share)
    }

    /// The people of the centre who may lead a project, decide about a call, keep touch with a partner, and whoever does it now.
    package static func staff(
        of centre: Centre.ID, with person: Person.ID? = nil, _ name: String = "", in act: Act
    ) throws -> [(id: Person.ID, name: String)] {
        let staff: [(id: Person.ID, name: String)] = try act.db.rows("""
            SELECT p.id, p.given_name, p.family_name FROM person p
            WHERE p.erased IS NULL AND EXISTS (SELECT 1 FROM role r WHERE r.person = p.id AND r.centre = \(centre)
                AND r.role IN ('coordinator', 'librarian', 'accountant', 'director'))
            ORDER BY p.key_azbuka, p.id
            """).map { (try $0["id"], PersonName(given: try $0["given_name"], family: try $0["family_name"]).full) }
        guard let person, !staff.contains(where: { $0.id == person }) else { return staff }
        return staff + [(id: person, name: name)]
    }

    /// Somebody by the proved address of an account, with whom the centre has to do already: of others it learns nothing here, not even that they are known.
    package static func known(email: String, at centre: Centre.ID, in act: Act) throws -> Person.ID? {
        guard let person = try PersonStore.person(email: email, in: act), person.verified != nil, try PersonStore.sees(person.id, from: centre, in: act)
        else { return nil }
        return person.id
    }

    /// With whom a centre has to do by its projects: a query of their ids.
    static func ties(to centre: Centre.ID) -> SQL {
        "SELECT m.person FROM project_person m JOIN project j ON j.id = m.project WHERE j.centre = \(centre) AND m.person IS NOT NULL"
    }

    /// Only the centre's own people lead a project, decide about a call, keep touch with a partner; whoever does already may go on.
    /// - Parameter before: who it was.
    static func check(_ person: Person.ID?, at field: String, before: Person.ID? = nil, of centre: Centre.ID, in act: Act) throws {
        guard let person, person != before else { return }
        guard try staff(of: centre, in: act).contains(where: { $0.id == person }) else { throw Problem.invalid(field, T.common.errorChoose) }
    }

    // MARK: Verbs

    /// Somebody works in it from one day to another.
    /// - Returns: the first day on which this person has more than a whole post over all projects, where there is one: it is told, not refused.
    @discardableResult
    package static func add(
        _ person: Person.ID?, named name: String, part: String, _ share: WorkShare, to project: Project.ID, at centre: Centre.ID, in act: Act
    ) throws -> Day? {
        _ = try ProjectStore.held(project, at: centre, in: act)
        try act.db.run("""
            INSERT INTO project_person (project, person, name, part, percent, first_day, last_day)
            VALUES (\(project), \(person), \(person == nil ? name : ""), \(part), \(share.percent), \(share.days.lowerBound), \(share.days.upperBound))
            """)
        try act.record(T.projects.personDeed, .project(project), centre: centre)
        return try person.flatMap { WorkShare.overfull(try shares(of: $0, in: act)) }
    }

    @discardableResult
    package static func edit(
        _ id: ProjectPerson.ID, part: String, _ share: WorkShare, of project: Project.ID, at centre: Centre.ID, in act: Act
    ) throws -> Day? {
        let before = try member(id, of: ProjectStore.held(project, at: centre, in: act))
        let outside = try act.db.exists("""
            SELECT 1 AS stands FROM project_hours WHERE member = \(id)
                AND (month_day < \(share.days.lowerBound.monthDays.lowerBound) OR month_day > \(share.days.upperBound)) LIMIT 1
            """)
        guard !outside else { throw Problem.invalid("last", T.projects.errorHoursOutside) }
        try act.db.run("""
            UPDATE project_person SET part = \(part), percent = \(share.percent), first_day = \(share.days.lowerBound), last_day = \(share.days.upperBound)
            WHERE id = \(id)
            """)
        try act.record(T.projects.personDeed, .project(project), centre: centre, changes: [
            Change("percent", from: "\(before.share.percent)", to: "\(share.percent)"),
            Change("first", from: before.share.days.lowerBound.iso, to: share.days.lowerBound.iso),
            Change("last", from: before.share.days.upperBound.iso, to: share.days.upperBound.iso),
        ])
        return try before.person.flatMap { WorkShare.overfull(try shares(of: $0, in: act)) }
    }

    /// Only whoever has no hours is taken away again: those of the others are the project's file.
    package static func remove(_ id: ProjectPerson.ID, from project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try member(id, of: ProjectStore.held(project, at: centre, in: act))
        guard try !act.db.exists("SELECT 1 AS stands FROM project_hours WHERE member = \(id) LIMIT 1") else { throw Problem.conflict(T.projects.errorHasHours) }
        try act.db.run("DELETE FROM project_person WHERE id = \(id)")
        try act.record(T.projects.personRemovedDeed, .project(project), centre: centre)
    }

    private static func member(_ id: ProjectPerson.ID, of sight: ProjectSight) throws -> ProjectPerson {
        guard let member = sight.people.first(where: { $0.id == id }) else { throw Problem.missing }
        return member
    }

    // MARK: Hours

    /// Writes down the hours of a month: one's own, or staff for anybody. No hours take them away.
    /// - Returns: whether they are more than the share gives: it is told, not refused.
    /// - Throws: a problem at the hours where over all projects they would be more than a whole post has.
    @discardableResult
    package static func write(_ work: WorkHours, in project: Project.ID, at centre: Centre.ID, in act: Act) throws -> Bool {
        let before = try ProjectStore.sight(project, at: centre, in: act), known = try member(work.member, of: before)
        guard before.isStaff || before.own.contains(where: { $0.id == work.member }) else { throw Problem.missing }
        // A person is held before a project: the same hours may be written down in two projects at once.
        if let person = known.person { try act.db.hold("person", person.value) }
        try act.db.hold("project", project.value)
        let sight = try ProjectStore.sight(project, at: centre, in: act), own = try member(work.member, of: sight), today = try ProjectStore.today(at: centre, in: act)
        guard sight.project.state == .running else { throw Problem.conflict(T.projects.errorNotRunning) }
        guard work.month.first <= today else { throw Problem.invalid("month", T.projects.errorMonthFuture) }
        guard own.share.days.overlaps(work.month.days) else { throw Problem.invalid("month", T.projects.errorMonthOutside(days: .days(own.share.days))) }
        let left = WorkHours.left(in: work.month, elsewhere: try elsewhere(own, work.month, in: act))
        guard work.hours <= left else {
            throw Problem.invalid("hours", T.projects.errorHoursMost(left: .number(left), post: .number(work.month.post)))
        }
        let old: Int = try act.db.value("SELECT hours FROM project_hours WHERE member = \(work.member) AND month_day = \(work.month.first)") ?? 0
        if work.hours == 0 {
            try act.db.run("DELETE FROM project_hours WHERE member = \(work.member) AND month_day = \(work.month.first)")
        } else {
            try act.db.run("""
                INSERT INTO project_hours (member, month_day, hours, words) VALUES (\(work.member), \(work.month.first), \(work.hours), \(work.words))
                ON CONFLICT (member, month_day) DO UPDATE SET hours = excluded.hours, words = excluded.words
                """)
        }
        try act.record(T.projects.hoursDeed, .project(project), centre: centre, changes: [
            Change("month", from: "", to: work.month.first.iso), Change("hours", from: "\(old)", to: "\(work.hours)"),
        ])
        return work.hours > work.month.hours(of: own.share)
    }

    /// Hours of the same person in that month by other rows: other projects, and another share in the same one.
    private static func elsewhere(_ member: ProjectPerson, _ month: WorkMonth, in act: Act) throws -> Int {
        guard let person = member.person else { return 0 }
        return try act.db.count("""
            SELECT CAST(coalesce(sum(h.hours), 0) AS BIGINT) FROM project_hours h JOIN project_person m ON m.id = h.member
            WHERE m.person = \(person) AND h.member <> \(member.id) AND h.month_day = \(month.first)
            """)
    }
}

extension ProjectPerson {
    init(row: Row) throws {
        let given: String? = try row["given_name"], family: String? = try row["family_name"], typed: String = try row["name"]
        let known = PersonName(given: given ?? "", family: family ?? "").full
        let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
        self.init(
            id: try row["id"], project: try row["project"], person: try row["person"], name: known.isEmpty ? typed : known, part: try row["part"],
            share: WorkShare(try row["percent"], first...max(first, last)))
    }
}

extension WorkHours {
    init(row: Row) throws {
        self.init(try row["member"], WorkMonth(containing: try row["month_day"]), try row["hours"], words: try row["words"])
    }
}
