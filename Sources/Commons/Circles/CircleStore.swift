package import Accounts
package import Centres
package import Kernel
package import Languages
package import Storage

/// Circles as rows.
package enum CircleStore {
    // MARK: Reads

    /// All of a centre, those that have ended last.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Circle] {
        try circles("c.centre = \(centre)", in: act)
    }

    /// Those that somebody belongs to, leads or asks to join.
    package static func mine(_ person: Person.ID, at centre: Centre.ID, in act: Act) throws -> [Circle] {
        let today = try today(at: centre, in: act)
        return try circles("""
            c.centre = \(centre) AND c.closed IS NULL AND (
                EXISTS (SELECT 1 FROM circle_member m WHERE m.circle = c.id AND m.person = \(person) AND (m.until IS NULL OR m.until >= \(today)))
                OR EXISTS (SELECT 1 FROM circle_chair h JOIN circle k ON k.id = h.circle WHERE k.council = c.id AND k.closed IS NULL AND h.person = \(person)
                    AND NOT h.deputy AND h.first_day <= \(today) AND h.last_day >= \(today)))
            """, in: act)
    }

    /// Those over which a council stands.
    package static func circles(under council: Circle.ID, in act: Act) throws -> [Circle] { try circles("c.council = \(council)", in: act) }

    package static func circle(_ id: Circle.ID, at centre: Centre.ID, in act: Act) throws -> Circle {
        guard let circle = try circles("c.id = \(id) AND c.centre = \(centre)", in: act).first else { throw Problem.missing }
        return circle
    }

    /// Those that words find, the best first.
    package static func found(_ words: String, of centre: Centre.ID, limit: Int, in act: Act) throws -> [Circle] {
        try act.db.rows("""
            SELECT c.* FROM circle c JOIN \(act.db.found("circle", typed: words)) f ON f.subject = c.id
            WHERE c.centre = \(centre) AND c.closed IS NULL ORDER BY f.grade, c.id LIMIT \(limit)
            """).map(Circle.init(row:))
    }

    static func circles(_ condition: SQL, in act: Act) throws -> [Circle] {
        try act.db.rows("SELECT c.* FROM circle c WHERE \(condition) ORDER BY CASE WHEN c.closed IS NULL THEN 0 ELSE 1 END, c.kind DESC, c.name, c.id")
            .map(Circle.init(row:))
    }

    /// A circle for whoever belongs to it, leads it, or runs things for its centre.
    /// - Throws: `Problem.missing` for everybody else.
    package static func sight(_ id: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleSight {
        let sight = try look(circle(id, at: centre, in: act), in: act)
        guard sight.maySee else { throw Problem.missing }
        return sight
    }

    /// The same without the door: for pages that tell everybody less.
    static func look(_ circle: Circle, in act: Act) throws -> CircleSight {
        let today = try today(at: circle.centre, in: act)
        return CircleSight(
            circle, members: try CircleMemberStore.members(of: circle, on: today, in: act), chairs: try CircleMemberStore.chairs(of: circle.id, in: act),
            today: today, person: act.by.person, isStaff: act.by.coordinates(circle.centre))
    }

    /// The same, held until the act is over.
    static func held(_ id: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleSight {
        try act.db.hold("circle", id.value)
        return try sight(id, at: centre, in: act)
    }

    /// - Throws: why the reader may not run it, in words that say who can.
    static func run(_ id: Circle.ID, at centre: Centre.ID, in act: Act) throws -> CircleSight {
        let sight = try held(id, at: centre, in: act)
        if let refusal = sight.runRefusal { throw Problem.conflict(refusal) }
        return sight
    }

    static func today(at centre: Centre.ID, in act: Act) throws -> Day { try CentreStore.centre(centre, in: act).zone.day(of: act.now) }

    // MARK: Verbs of the centre

    package static func found(_ details: CircleDetails, at centre: Centre.ID, in act: Act) throws -> Circle.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try check(details, of: nil, at: centre, in: act)
        let (quorum, number) = columns(details.quorum)
        let id = Circle.ID(try act.db.insert("""
            INSERT INTO circle (centre, name, kind, subject, aim, joining, quorum, quorum_number, talks, council)
            VALUES (\(centre), \(details.name), \(details.kind), \(details.subject), \(details.aim), \(details.joining), \(quorum), \(number),
                \(details.talks), \(details.council)) RETURNING id
            """))
        try index(id, details, in: act)
        try act.record(T.circles.foundedDeed, .circle(id), centre: centre, changes: changes(from: nil, to: details))
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: Circle.ID, to details: CircleDetails, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("circle", id.value)
        let before = try circle(id, at: centre, in: act).details
        try check(details, of: id, at: centre, in: act)
        let (quorum, number) = columns(details.quorum)
        try act.db.run("""
            UPDATE circle SET name = \(details.name), kind = \(details.kind), subject = \(details.subject), aim = \(details.aim), joining = \(details.joining),
                quorum = \(quorum), quorum_number = \(number), talks = \(details.talks), council = \(details.council) WHERE id = \(id)
            """)
        try index(id, details, in: act)
        try act.record(T.circles.changedDeed, .circle(id), centre: centre, changes: changes(from: before, to: details))
        try act.touchPublicPages()
    }

    /// It ends, or goes on after all. What it did stays to be read.
    package static func setClosed(_ isClosed: Bool, _ id: Circle.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("circle", id.value)
        let circle = try circle(id, at: centre, in: act)
        guard (circle.closed != nil) != isClosed else { return }
        let day = isClosed ? try today(at: centre, in: act) : nil
        try act.db.run("UPDATE circle SET closed = \(day) WHERE id = \(id)")
        try act.record(isClosed ? T.circles.closedDeed : T.circles.reopenedDeed, .circle(id), centre: centre)
        try act.touchPublicPages()
    }

    /// A council stands over circles, and under nothing: two cannot stand over each other.
    private static func check(_ details: CircleDetails, of id: Circle.ID?, at centre: Centre.ID, in act: Act) throws {
        if let council = details.council {
            let isCouncil = try circles("c.id = \(council) AND c.centre = \(centre)", in: act).first?.details.kind == .council
            guard isCouncil, council != id, details.kind != .council else { throw Problem.invalid("council", T.circles.errorCouncil) }
        }
        if let id, details.kind != .council, try !circles(under: id, in: act).isEmpty { throw Problem.invalid("kind", T.circles.errorStandsOver) }
    }

    private static func columns(_ quorum: Quorum) -> (String, Int) {
        switch quorum {
        case .half: ("half", 1)
        case .third: ("third", 1)
        case .number(let number): ("number", number)
        }
    }

    private static func changes(from before: CircleDetails?, to after: CircleDetails) -> [Change] {
        [
            Change("name", from: before?.name ?? "", to: after.name), Change("aim", from: before?.aim ?? "", to: after.aim),
            Change("joining", from: before?.joining.rawValue ?? "", to: after.joining.rawValue),
            Change("quorum", from: before.map { "\($0.quorum)" } ?? "", to: "\(after.quorum)"),
            Change("council", from: before?.council?.description ?? "", to: after.council?.description ?? ""),
        ]
    }

    // MARK: Search

    package static func reindex(in act: Act) throws {
        for circle in try circles("1 = 1", in: act) { try index(circle.id, circle.details, in: act) }
    }

    private static func index(_ id: Circle.ID, _ details: CircleDetails, in act: Act) throws {
        let centre: Centre.ID = try act.db.value("SELECT centre FROM circle WHERE id = \(id)") ?? Centre.ID(0)
        let own = try CentreStore.centre(centre, in: act).language
        try act.db.index("circle", id.value, SearchText(titles: [(details.name, own)], bodies: [(details.subject, own), (details.aim, own)]))
    }
}

extension Circle {
    init(row: Row) throws {
        let rule: String = try row["quorum"], number: Int = try row["quorum_number"]
        let quorum: Quorum = switch rule {
        case "half": .half
        case "third": .third
        default: .number(number)
        }
        self.init(
            id: try row["id"], centre: try row["centre"],
            details: CircleDetails(
                name: try row["name"], kind: try row["kind"], subject: try row["subject"], aim: try row["aim"], joining: try row["joining"], quorum: quorum,
                talks: try row["talks"], council: try row["council"]),
            closed: try row["closed"])
    }
}

extension Subject {
    package static func circle(_ id: Circle.ID) -> Subject { .other("circle", id.value) }
}
