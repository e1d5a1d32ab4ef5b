package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// Who belongs to circles and who leads them, as rows.
package enum CircleMemberStore {
    // MARK: Reads

    /// Who belongs to a circle on a day, by name. In a council sit the chairs of its circles too.
    package static func members(of circle: Circle, on day: Day, in act: Act) throws -> [CircleMember] {
        var members = try members("m.circle = \(circle.id) AND m.since <= \(day) AND (m.until IS NULL OR m.until >= \(day))", in: act)
        if circle.details.kind == .council {
            let known = Set(members.map(\.person))
            members += try chairs(under: circle.id, on: day, in: act).filter { !known.contains($0.person) }
        }
        var seen: Set<Person.ID> = []
        let once = members.filter { seen.insert($0.person).inserted }.map { (key: SortKey.make($0.name, alphabet: .azbuka), member: $0) }
        return once.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.member)
    }

    /// Whoever asks to belong to it.
    package static func asking(_ circle: Circle.ID, in act: Act) throws -> [CircleMember] {
        try members("m.circle = \(circle) AND m.since IS NULL AND m.until IS NULL", in: act)
    }

    /// All rows of a circle, also of those who have left.
    static func all(of circle: Circle.ID, in act: Act) throws -> [CircleMember] { try members("m.circle = \(circle) AND m.since IS NOT NULL", in: act) }

    static func members(_ condition: SQL, in act: Act) throws -> [CircleMember] {
        try act.db.rows("""
            SELECT m.id, m.person, m.school, m.since, m.until, m.digest, p.given_name, p.family_name, s.name AS school_name
            FROM circle_member m JOIN person p ON p.id = m.person LEFT JOIN school s ON s.id = m.school
            WHERE p.erased IS NULL AND \(condition) ORDER BY m.id
            """).map { try CircleMember(row: $0, id: $0["id"]) }
    }

    private static func chairs(under council: Circle.ID, on day: Day, in act: Act) throws -> [CircleMember] {
        try act.db.rows("""
            SELECT h.person, h.first_day AS since, h.last_day AS until, h.deputy AS digest, m.school, p.given_name, p.family_name, s.name AS school_name
            FROM circle_chair h JOIN circle c ON c.id = h.circle JOIN person p ON p.id = h.person
            LEFT JOIN circle_member m ON m.circle = h.circle AND m.person = h.person AND m.until IS NULL LEFT JOIN school s ON s.id = m.school
            WHERE c.council = \(council) AND c.closed IS NULL AND NOT h.deputy AND h.first_day <= \(day) AND h.last_day >= \(day) AND p.erased IS NULL
            ORDER BY h.id
            """).map { try CircleMember(row: $0, id: nil) }
    }

    /// Terms of a circle, the newest first.
    package static func chairs(of circle: Circle.ID, in act: Act) throws -> [CircleChair] { try chairs("h.circle = \(circle)", in: act).map(\.chair) }

    /// Those of many circles who lead them on a day: one query.
    package static func leading(_ circles: [Circle.ID], on day: Day, in act: Act) throws -> [Circle.ID: CircleChair] {
        guard !circles.isEmpty else { return [:] }
        let found = try chairs("h.circle IN \(list: circles) AND NOT h.deputy AND h.first_day <= \(day) AND h.last_day >= \(day)", in: act)
        return Dictionary(found.map { ($0.circle, $0.chair) }) { first, _ in first }
    }

    /// How many belong to each of many circles: one query.
    static func counts(_ circles: [Circle.ID], on day: Day, in act: Act) throws -> [Circle.ID: Int] {
        guard !circles.isEmpty else { return [:] }
        let rows = try act.db.rows("""
            SELECT m.circle, count(DISTINCT m.person) AS many FROM circle_member m JOIN person p ON p.id = m.person
            WHERE m.circle IN \(list: circles) AND p.erased IS NULL AND m.since <= \(day) AND (m.until IS NULL OR m.until >= \(day)) GROUP BY m.circle
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["circle"] as Circle.ID, try $0["many"] as Int) })
    }

    static func chairs(_ condition: SQL, in act: Act) throws -> [(circle: Circle.ID, chair: CircleChair)] {
        try act.db.rows("""
            SELECT h.*, p.given_name, p.family_name FROM circle_chair h JOIN person p ON p.id = h.person
            WHERE p.erased IS NULL AND \(condition) ORDER BY h.last_day DESC, h.id DESC
            """).map { (try $0["circle"], try CircleChair(row: $0)) }
    }

    /// With whom a centre has to do by its circles: a query of their ids.
    static func ties(to centre: Centre.ID) -> SQL {
        "SELECT m.person FROM circle_member m JOIN circle c ON c.id = m.circle WHERE c.centre = \(centre) AND m.since IS NOT NULL"
    }

    // MARK: Verbs of members

    /// Belongs from now on, or asks to, as the circle has it.
    /// - Returns: whether it stands already.
    @discardableResult
    package static func join(_ id: Circle.ID, from school: School.ID?, at centre: Centre.ID, in act: Act) throws -> Bool {
        guard let person = act.by.person else { throw Problem.missing }
        try act.db.hold("circle", id.value)
        let circle = try CircleStore.circle(id, at: centre, in: act), today = try CircleStore.today(at: centre, in: act)
        guard circle.closed == nil else { throw Problem.conflict(T.circles.errorClosed) }
        try checkSchool(school, of: person, on: today, in: act)
        let isOpen = circle.details.joining == .open
        try add(person, from: school, since: isOpen ? today : nil, to: circle, in: act)
        return isOpen
    }

    /// Somebody with whom the centre has to do already belongs from now on. Of another address nothing is told: its owner joins by the own will.
    package static func add(email: String, from school: School.ID?, to id: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let sight = try CircleStore.run(id, at: centre, in: act)
        guard let person = try PersonStore.person(email: email, in: act), person.verified != nil, try PersonStore.sees(person.id, from: centre, in: act) else {
            throw Problem.invalid("email", T.circles.errorNobody)
        }
        let schools = try EmploymentStore.schools(of: person.id, on: sight.today, in: act).map(\.id)
        try add(person.id, from: school ?? (schools.count == 1 ? schools.first : nil), since: sight.today, to: sight.circle, in: act)
    }

    /// A person by number, as a demonstration or a list brings it.
    package static func add(_ person: Person.ID, from school: School.ID?, since: Day, to id: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try add(person, from: school, since: since, to: CircleStore.circle(id, at: centre, in: act), in: act)
    }

    private static func checkSchool(_ school: School.ID?, of person: Person.ID, on day: Day, in act: Act) throws {
        guard let school else { return }
        guard try EmploymentStore.schools(of: person, on: day, in: act).contains(where: { $0.id == school }) else {
            throw Problem.invalid("school", T.common.errorChoose)
        }
    }

    private static func add(_ person: Person.ID, from school: School.ID?, since: Day?, to circle: Circle, in act: Act) throws {
        guard try !act.db.exists("SELECT 1 AS stands FROM circle_member WHERE circle = \(circle.id) AND person = \(person) AND until IS NULL") else {
            throw Problem.conflict(T.circles.errorMember)
        }
        let last: Int = try act.db.value("SELECT max(id) FROM circle_post WHERE circle = \(circle.id)") ?? 0
        try act.db.run("""
            INSERT INTO circle_member (circle, person, school, asked, since, digest_post) VALUES (\(circle.id), \(person), \(school), \(act.now), \(since), \(last))
            """)
        try act.record(since == nil ? T.circles.askedDeed : T.circles.joinedDeed, .circle(circle.id), under: .person(person), centre: circle.centre)
    }

    /// The chair says yes to whoever asked.
    package static func accept(_ member: CircleMember.ID, of id: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try CircleStore.run(id, at: centre, in: act)
        guard let asking = try asking(id, in: act).first(where: { $0.id == member }) else { throw Problem.missing }
        try act.db.run("UPDATE circle_member SET since = \(sight.today) WHERE id = \(member)")
        try act.record(T.circles.joinedDeed, .circle(id), under: .person(asking.person), centre: centre)
    }

    /// Somebody leaves at once, by the own will or by whoever runs it. A term ends with it; what was concluded stays with its owner until another is named.
    package static func leave(_ member: CircleMember.ID, of id: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        try act.db.hold("circle", id.value)
        let circle = try CircleStore.circle(id, at: centre, in: act)
        guard let one = try members("m.id = \(member) AND m.circle = \(id) AND m.until IS NULL", in: act).first else { throw Problem.missing }
        if one.person != act.by.person {
            let sight = try CircleStore.sight(id, at: centre, in: act)
            if let refusal = sight.runRefusal { throw Problem.conflict(refusal) }
        }
        let today = try CircleStore.today(at: centre, in: act)
        if let since = one.since, since < today {
            try act.db.run("UPDATE circle_member SET until = \(today.adding(days: -1)), digest = \(false) WHERE id = \(member)")
        } else {
            try act.db.run("DELETE FROM circle_member WHERE id = \(member)")
        }
        try endTerms(of: one.person, in: id, on: today, in: act)
        try act.record(T.circles.leftDeed, .circle(id), under: .person(one.person), centre: circle.centre)
        try act.touchPublicPages()
    }

    static func endTerms(of person: Person.ID, in circle: Circle.ID, on today: Day, in act: Act) throws {
        try act.db.run("DELETE FROM circle_chair WHERE circle = \(circle) AND person = \(person) AND first_day >= \(today)")
        try act.db.run("""
            UPDATE circle_chair SET last_day = \(today.adding(days: -1)) WHERE circle = \(circle) AND person = \(person) AND last_day >= \(today)
            """)
    }

    // MARK: The chair

    /// A term begins: set by the centre, or elected at a meeting that could decide, by a vote with more for than against. The term of whoever led it until then
    /// ends the day before.
    package static func setChair(
        _ person: Person.ID, isDeputy: Bool, _ term: ClosedRange<Day>, by point: AgendaPoint.ID?, of id: Circle.ID, at centre: Centre.ID, in act: Act
    ) throws {
        let sight = try CircleStore.run(id, at: centre, in: act)
        guard let member = sight.members.first(where: { $0.person == person }) else { throw Problem.invalid("person", T.circles.errorNoMember) }
        guard term.upperBound <= term.lowerBound.adding(years: CircleChair.yearsMost) else { throw Problem.invalid("until", T.circles.errorTermLong) }
        guard sight.isStaff || point != nil else { throw Problem.invalid("point", T.circles.errorElection) }
        let meeting = try point.map { try election($0, of: id, at: centre, in: act) }
        for other in sight.chairs where other.isDeputy == isDeputy && other.term.upperBound >= term.lowerBound {
            if other.term.lowerBound < term.lowerBound {
                try act.db.run("UPDATE circle_chair SET last_day = \(term.lowerBound.adding(days: -1)) WHERE id = \(other.id)")
            } else {
                try act.db.run("DELETE FROM circle_chair WHERE id = \(other.id)")
            }
        }
        try act.db.run("""
            INSERT INTO circle_chair (circle, person, deputy, first_day, last_day, meeting)
            VALUES (\(id), \(person), \(isDeputy), \(term.lowerBound), \(term.upperBound), \(meeting))
            """)
        try act.record(isDeputy ? T.circles.deputyDeed : T.circles.chairDeed, .circle(id), under: .person(person), centre: centre, changes: [
            Change("name", from: "", to: member.name), Change("until", from: "", to: term.upperBound.iso),
        ])
        try act.touchPublicPages()
    }

    private static func election(_ point: AgendaPoint.ID, of id: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleMeeting.ID {
        guard let meeting = try act.db.value("""
            SELECT m.id FROM circle_point p JOIN circle_meeting m ON m.id = p.meeting WHERE p.id = \(point) AND m.circle = \(id)
            """, as: CircleMeeting.ID.self) else { throw Problem.invalid("point", T.common.errorChoose) }
        let folder = try CircleMeetingStore.folder(meeting, of: id, at: centre, in: act)
        let ballot = folder.meeting.points.first { $0.id == point }?.ballot
        guard ballot?.result(hasQuorum: folder.hasQuorum) == .adopted else { throw Problem.invalid("point", T.circles.errorNotElected) }
        return meeting
    }
}

extension CircleMember {
    init(row: Row, id: ID?) throws {
        self.id = id
        person = try row["person"]
        name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
        school = try row["school"]
        schoolName = try (row["school_name"] as String?) ?? ""
        since = try row["since"]
        until = try row["until"]
        wantsDigest = try row["digest"]
    }
}

extension CircleChair {
    init(row: Row) throws {
        id = try row["id"]
        person = try row["person"]
        name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
        isDeputy = try row["deputy"]
        let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
        term = first...max(first, last)
        meeting = try row["meeting"]
    }
}
