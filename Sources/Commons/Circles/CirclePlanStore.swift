package import Centres
package import Kernel
package import Languages
import Storage

/// Plans of circles as rows.
package enum CirclePlanStore {
    package static func lines(of circle: Circle.ID, in year: SchoolYear, in act: Act) throws -> [CirclePlanLine] {
        try act.db.rows("""
            SELECT l.*, (SELECT count(*) FROM circle_conclusion c WHERE c.plan_line = l.id) AS conclusions FROM circle_plan_line l
            WHERE l.circle = \(circle) AND l.year = \(year.start) ORDER BY l.id
            """).map(CirclePlanLine.init(row:))
    }

    /// What was left of the year before and has not come over.
    static func left(of circle: Circle.ID, before year: SchoolYear, in act: Act) throws -> [CirclePlanLine] {
        let carried = Set(try act.db.rows("SELECT earlier FROM circle_plan_line WHERE circle = \(circle) AND earlier IS NOT NULL").map {
            try $0["earlier"] as CirclePlanLine.ID
        })
        return try lines(of: circle, in: year.previous, in: act).filter { $0.done == nil && !carried.contains($0.id) }
    }

    static func stands(_ line: CirclePlanLine.ID, of circle: Circle.ID, in act: Act) throws -> Bool {
        try act.db.exists("SELECT 1 AS stands FROM circle_plan_line WHERE id = \(line) AND circle = \(circle)")
    }

    package static func add(_ details: CirclePlanDetails, to year: SchoolYear, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try CircleStore.run(circle, at: centre, in: act)
        guard try lines(of: circle, in: year, in: act).count < CirclePlanDetails.linesMost else {
            throw Problem.conflict(T.circles.errorPlanFull(most: .number(CirclePlanDetails.linesMost)))
        }
        try insert(details, year, circle, earlier: nil, in: act)
        try act.record(T.circles.plannedDeed, .circle(circle), centre: centre, changes: [Change("text", from: "", to: details.text)])
    }

    private static func insert(_ details: CirclePlanDetails, _ year: SchoolYear, _ circle: Circle.ID, earlier: CirclePlanLine.ID?, in act: Act) throws {
        try act.db.run("""
            INSERT INTO circle_plan_line (circle, year, text, term, responsible, indicator, earlier)
            VALUES (\(circle), \(year.start), \(details.text), \(details.term), \(details.responsible), \(details.indicator), \(earlier))
            """)
    }

    package static func edit(_ id: CirclePlanLine.ID, to details: CirclePlanDetails, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try own(id, of: circle, at: centre, in: act)
        try act.db.run("""
            UPDATE circle_plan_line SET text = \(details.text), term = \(details.term), responsible = \(details.responsible), indicator = \(details.indicator)
            WHERE id = \(id)
            """)
        try act.record(T.circles.plannedDeed, .circle(circle), centre: centre, changes: [Change("text", from: "", to: details.text)])
    }

    package static func setDone(_ isDone: Bool, _ id: CirclePlanLine.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        let sight = try own(id, of: circle, at: centre, in: act)
        try act.db.run("UPDATE circle_plan_line SET done = \(isDone ? sight.today : nil) WHERE id = \(id)")
        try act.record(isDone ? T.circles.planDoneDeed : T.circles.planOpenDeed, .circle(circle), centre: centre)
    }

    package static func remove(_ id: CirclePlanLine.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try own(id, of: circle, at: centre, in: act)
        try act.db.run("UPDATE circle_conclusion SET plan_line = NULL WHERE plan_line = \(id)")
        try act.db.run("UPDATE circle_plan_line SET earlier = NULL WHERE earlier = \(id)")
        try act.db.run("DELETE FROM circle_plan_line WHERE id = \(id)")
        try act.record(T.circles.planRemovedDeed, .circle(circle), centre: centre)
    }

    /// A plan begins with what was left of the one before.
    package static func begin(_ year: SchoolYear, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try CircleStore.run(circle, at: centre, in: act)
        let left = try left(of: circle, before: year, in: act)
        guard !left.isEmpty else { throw Problem.conflict(T.circles.errorNothingLeft) }
        for line in left { try insert(line.details, year, circle, earlier: line.id, in: act) }
        try act.record(T.circles.carriedDeed, .circle(circle), centre: centre)
    }

    private static func own(_ id: CirclePlanLine.ID, of circle: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleSight {
        let sight = try CircleStore.run(circle, at: centre, in: act)
        guard try stands(id, of: circle, in: act) else { throw Problem.missing }
        return sight
    }
}

extension CirclePlanLine {
    init(row: Row) throws {
        id = try row["id"]
        guard let year = SchoolYear(start: try row["year"]) else { throw Problem.missing }
        self.year = year
        details = CirclePlanDetails(try row["text"], term: try row["term"], responsible: try row["responsible"], indicator: try row["indicator"])
        done = try row["done"]
        isCarried = try (row["earlier"] as ID?) != nil
        conclusions = try row["conclusions"]
    }
}
