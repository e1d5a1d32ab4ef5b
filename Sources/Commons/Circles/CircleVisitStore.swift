import Accounts
package import Centres
package import Kernel
package import Languages
package import Portfolio
import Schools
package import Storage

/// Visits of teachers to one another's lessons, as rows.
package enum CircleVisitStore {
    // MARK: Reads

    /// All of a circle, the newest first.
    package static func visits(of circle: Circle.ID, in act: Act) throws -> [CircleVisit] { try visits("v.circle = \(circle)", in: act) }

    static func visits(_ condition: SQL, in act: Act) throws -> [CircleVisit] {
        let rows = try act.db.rows("SELECT v.* FROM circle_visit v WHERE \(condition) ORDER BY v.day DESC, v.id DESC")
        guard !rows.isEmpty else { return [] }
        let sides = try act.db.rows("""
            SELECT s.*, p.given_name, p.family_name, c.name AS school_name FROM circle_visit_side s JOIN person p ON p.id = s.person
            LEFT JOIN school c ON c.id = s.school WHERE s.visit IN \(list: rows.map { try $0["id"] as CircleVisit.ID }) ORDER BY s.part DESC
            """)
        let sidesOf = try Dictionary(grouping: sides) { try $0["visit"] as CircleVisit.ID }
        return try rows.map { row in try CircleVisit(row: row, sides: try (sidesOf[row["id"]] ?? []).map(CircleVisit.Side.init(row:))) }
    }

    // MARK: Verbs of the two

    /// One of the two writes it down, or whoever runs the circle.
    package static func add(_ details: CircleVisitDetails, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleVisit.ID {
        let sight = try CircleStore.held(circle, at: centre, in: act)
        guard sight.circle.closed == nil else { throw Problem.conflict(T.circles.errorClosed) }
        guard details.host != details.guest else { throw Problem.invalid("guest", T.circles.errorSame) }
        let members = Dictionary(uniqueKeysWithValues: sight.members.map { ($0.person, $0) })
        guard let host = members[details.host] else { throw Problem.invalid("host", T.circles.errorNoMember) }
        guard let guest = members[details.guest] else { throw Problem.invalid("guest", T.circles.errorNoMember) }
        guard sight.mayRun || [host.person, guest.person].contains(act.by.person) else { throw Problem.invalid("host", T.circles.errorNotOwnVisit) }
        guard details.day <= sight.today.adding(days: MeetingDetails.daysAhead) else { throw Problem.invalid("day", T.circles.errorFar) }
        let id = CircleVisit.ID(try act.db.insert("""
            INSERT INTO circle_visit (circle, day, lesson, seen) VALUES (\(circle), \(details.day), \(details.lesson), \(details.seen)) RETURNING id
            """))
        for (part, member) in [(CircleVisit.Part.host, host), (.guest, guest)] {
            try act.db.run("INSERT INTO circle_visit_side (visit, part, person, school) VALUES (\(id), \(part), \(member.person), \(member.school))")
        }
        try act.record(T.circles.visitDeed, .circle(circle), centre: centre, changes: [Change("day", from: "", to: details.day.iso)])
        return id
    }

    /// Each of the two says once that it was so.
    package static func sign(_ id: CircleVisit.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try CircleStore.held(circle, at: centre, in: act)
        guard let visit = try visits("v.id = \(id) AND v.circle = \(circle)", in: act).first,
            let side = visit.sides.first(where: { $0.person == act.by.person && $0.signed == nil }) ?? visit.sides.first(where: { $0.person == act.by.person })
        else { throw Problem.missing }
        guard side.signed == nil else { throw Problem.conflict(T.circles.errorVisitSigned) }
        guard visit.details.day <= sight.today else { throw Problem.conflict(T.circles.errorNotYet) }
        try act.db.run("UPDATE circle_visit_side SET signed = \(act.now) WHERE id = \(side.id)")
        try act.record(T.circles.visitSignedDeed, .circle(circle), under: .person(side.person), centre: centre)
    }

    /// What nobody has signed can be taken back.
    package static func remove(_ id: CircleVisit.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try CircleStore.held(circle, at: centre, in: act)
        guard let visit = try visits("v.id = \(id) AND v.circle = \(circle)", in: act).first,
            sight.mayRun || visit.sides.contains(where: { $0.person == act.by.person }) else { throw Problem.missing }
        guard visit.sides.allSatisfy({ $0.signed == nil }) else { throw Problem.conflict(T.circles.errorVisitSigned) }
        try act.db.run("DELETE FROM circle_visit_side WHERE visit = \(id)")
        try act.db.run("DELETE FROM circle_visit WHERE id = \(id)")
        try act.record(T.circles.visitRemovedDeed, .circle(circle), centre: centre)
    }

    // MARK: The school

    /// What both have signed, of people of a school, for whoever looks after it.
    package static func visits(seenBy school: School.ID, in act: Act) throws -> [SchoolVisit] {
        guard act.by.looksAfter(school) else { throw Problem.missing }
        let visits = try visits("EXISTS (SELECT 1 FROM circle_visit_side s WHERE s.visit = v.id AND s.school = \(school))", in: act).filter(\.isSigned)
        let tables = try PointsTableStore.tables(of: [school], in: act)
        return visits.flatMap { visit in
            visit.sides.filter { $0.school == school }.map { side in
                let lines = tables.first { $0.since <= visit.details.day }?.lines ?? []
                return SchoolVisit(
                    visit: visit, side: side, lines: lines.filter { (side.part == .host ? $0.leading : $0.attending) != nil }, isOwn: side.person == act.by.person)
            }
        }
    }

    /// How many visits that both have signed wait for the team of a school: `CircleVisit.isSigned` as one question, for a page that shows a number only.
    @Sendable static func waiting(in school: School.ID, in act: Act) -> SQL {
        """
        SELECT count(*) FROM circle_visit_side s WHERE s.school = \(school) AND s.confirmed IS NULL AND s.person <> \(act.by.person?.value ?? 0)
            AND (SELECT count(*) FROM circle_visit_side o WHERE o.visit = s.visit AND o.signed IS NOT NULL) = \(CircleVisit.Part.allCases.count)
        """
    }

    /// The school gives the points of a line of its own table, and the visit stands in the portfolio as checked, by the verbs of `Portfolio`.
    package static func confirm(
        _ side: CircleVisit.Side.ID, by line: PointsTable.Line.ID?, title: String, in school: School.ID, at centre: Centre.ID, in act: Act
    ) throws {
        guard act.by.looksAfter(school), try act.db.exists("SELECT 1 AS stands FROM circle_visit_side WHERE id = \(side) AND school = \(school)") else {
            throw Problem.missing
        }
        try act.db.hold("circle_visit_side", side.value)
        guard let one = try visits(seenBy: school, in: act).first(where: { $0.side.id == side }) else { throw Problem.missing }
        guard !one.isOwn else { throw Problem.conflict(T.circles.errorOwn) }
        guard one.side.confirmed == nil else { throw Problem.conflict(T.circles.errorConfirmed) }
        let points = try line.map { try give($0, for: one, title, in: school, at: centre, in: act) }
        try act.db.run("UPDATE circle_visit_side SET confirmed = \(act.now), points = \(points) WHERE id = \(side)")
        try act.record(T.circles.visitConfirmedDeed, .circle(one.visit.circle), under: .person(one.side.person), centre: centre)
    }

    private static func give(
        _ id: PointsTable.Line.ID, for one: SchoolVisit, _ title: String, in school: School.ID, at centre: Centre.ID, in act: Act
    ) throws -> Int {
        guard let line = one.lines.first(where: { $0.id == id }), let points = one.points(by: line) else { throw Problem.invalid("line", T.common.errorChoose) }
        var details = EntryDetails(.inside, title, on: one.visit.details.day)
        (details.isLed, details.school, details.line, details.points, details.hours) = (one.side.part == .host, school, line.id, points, points)
        let entry = try EntryStore.add(details, .unchecked, of: one.side.person, at: centre, in: act)
        guard let written = try EntryStore.entries(of: one.side.person, in: act).first(where: { $0.id == entry }) else { throw Problem.missing }
        try PortfolioStore.decide(written, seen: written.written, isGood: true, "", centre: centre, in: act)
        return points
    }

    // MARK: By the clock

    /// Whoever has not signed is asked the day after, and once more.
    package static func ask(_ records: Records) async throws {
        let due = try await records.read(as: .system) { act in
            let today = Zone.utc.day(of: act.now)
            return try act.db.rows("""
                SELECT s.id FROM circle_visit_side s JOIN circle_visit v ON v.id = s.visit JOIN person p ON p.id = s.person JOIN circle c ON c.id = v.circle
                WHERE s.signed IS NULL AND c.closed IS NULL AND p.erased IS NULL AND p.email IS NOT NULL AND p.verified IS NOT NULL
                    AND ((s.asked IS NULL AND v.day < \(today))
                        OR (s.asked IS NOT NULL AND s.asked_again IS NULL AND v.day < \(today.adding(days: -CircleVisit.againDays))))
                ORDER BY s.id
                """).map { try $0["id"] as CircleVisit.Side.ID }
        }
        for id in due { try await records.write(by: .system) { try ask(id, in: $0) } }
    }

    private static func ask(_ id: CircleVisit.Side.ID, in act: Act) throws {
        guard let visit = try visits("EXISTS (SELECT 1 FROM circle_visit_side s WHERE s.visit = v.id AND s.id = \(id))", in: act).first,
            let side = visit.sides.first(where: { $0.id == id }), side.signed == nil, let circle = try CircleStore.circles("c.id = \(visit.circle)", in: act).first
        else { return }
        try act.db.hold("circle_visit_side", id.value)
        let isFirst = try act.db.exists("SELECT 1 AS stands FROM circle_visit_side WHERE id = \(id) AND asked IS NULL")
        let column: SQL = isFirst ? "asked" : "asked_again"
        guard try act.db.run("UPDATE circle_visit_side SET \(column) = \(act.now) WHERE id = \(id) AND \(column) IS NULL") > 0 else { return }
        try CircleLetters.askToSign(side.person, visit, circle, in: act)
    }
}

extension CircleVisit {
    init(row: Row, sides: [Side]) throws {
        id = try row["id"]
        circle = try row["circle"]
        let nobody = Person.ID(0)
        details = CircleVisitDetails(
            day: try row["day"], lesson: try row["lesson"], seen: try row["seen"], host: sides.first { $0.part == .host }?.person ?? nobody,
            guest: sides.first { $0.part == .guest }?.person ?? nobody)
        self.sides = sides
    }
}

extension CircleVisit.Side {
    init(row: Row) throws {
        id = try row["id"]
        part = try row["part"]
        person = try row["person"]
        name = PersonName(given: try row["given_name"], family: try row["family_name"]).full
        school = try row["school"]
        schoolName = try (row["school_name"] as String?) ?? ""
        signed = try row["signed"]
        confirmed = try row["confirmed"]
        points = try row["points"]
    }
}
