package import Accounts
import Catalogue
package import Centres
package import Kernel
package import Languages
import Storage

/// The rule of each centre, and the calls that came of it.
package enum DemandCallStore {
    // MARK: The rule

    package static func rule(of centre: Centre.ID, in act: Act) throws -> DemandRule {
        guard let row = try act.db.row("SELECT people, schools, km, place FROM demand_rule WHERE centre = \(centre)") else { return .usual }
        return DemandRule(people: try row["people"], schools: try row["schools"], km: try row["km"], place: try row["place"])
    }

    /// A lower threshold may be reached by those who have said long ago that they would come.
    package static func set(_ rule: DemandRule, of centre: Centre.ID, in act: Act) throws {
        try hold(centre, in: act)
        let before = try self.rule(of: centre, in: act)
        if let place = rule.place { _ = try MunicipalityStore.municipality(place, in: act) }
        try act.db.run("UPDATE demand_rule SET people = \(rule.people), schools = \(rule.schools), km = \(rule.km), place = \(rule.place) WHERE centre = \(centre)")
        try act.record(T.needs.ruleSet, .centre(centre), centre: centre, changes: [
            Change("people", from: "\(before.people)", to: "\(rule.people)"), Change("schools", from: "\(before.schools)", to: "\(rule.schools)"),
            Change("km", from: before.km.map { "\($0)" } ?? "", to: rule.km.map { "\($0)" } ?? ""),
        ])
        let waiting = try act.db.rows("SELECT DISTINCT programme, topic FROM would_come WHERE centre = \(centre) AND demand_call IS NULL")
        for subject in try waiting.compactMap(DemandSubject.init(row:)) { try look(for: subject, at: centre, in: act) }
    }

    /// Holds the rule of a centre, which guards its calls; a centre that never set one has the usual.
    static func hold(_ centre: Centre.ID, in act: Act) throws {
        let usual = DemandRule.usual
        try act.db.run("""
            INSERT INTO demand_rule (centre, people, schools, km) VALUES (\(centre), \(usual.people), \(usual.schools), \(usual.km)) ON CONFLICT (centre) DO NOTHING
            """)
        guard let id: Int64 = try act.db.value("SELECT id FROM demand_rule WHERE centre = \(centre)") else { throw Problem.missing }
        try act.db.hold("demand_rule", id)
    }

    /// Holds the rules of all centres, always in one order.
    static func holdAllRules(in act: Act) throws -> [Centre.ID] {
        let centres = try CentreStore.all(in: act).map(\.id).sorted()
        for centre in centres { try hold(centre, in: act) }
        return centres
    }

    /// Where distances are counted from.
    private static func seat(_ rule: DemandRule, of centre: Centre.ID, in act: Act) throws -> Coordinates? {
        guard let place = rule.place else { return try CentreStore.seat(of: centre, in: act) }
        return try MunicipalityStore.municipality(place, in: act).seat
    }

    // MARK: Reached

    /// Looks whether the rule is reached now. Whoever calls this has held the rule, so that two who look at once look one after the other.
    static func look(for subject: DemandSubject, at centre: Centre.ID, in act: Act) throws {
        let rule = try rule(of: centre, in: act), seat = try seat(rule, of: centre, in: act)
        let waiting = try comers(subject.condition(at: centre, and: "x.demand_call IS NULL"), in: act)
        if let open: DemandCall.ID = try act.db.value("SELECT id FROM demand_call WHERE centre = \(centre) AND \(subject.column) AND ended IS NULL") {
            return try count(rule.counted(waiting, around: seat), for: open, subject, at: centre, in: act)
        }
        guard let counted = rule.reached(waiting, around: seat) else { return }
        let schools = Set(counted.compactMap(\.school)).count, (programme, topic) = subject.ids
        let id = DemandCall.ID(try act.db.insert("""
            INSERT INTO demand_call (centre, programme, topic, at, people, schools, rule_people, rule_schools, rule_km)
            VALUES (\(centre), \(programme), \(topic), \(act.now), \(counted.count), \(schools), \(rule.people), \(rule.schools), \(rule.km)) RETURNING id
            """))
        try count(counted, for: id, subject, at: centre, in: act)
        try act.record(T.needs.callReached, .other("demand_call", id.value), centre: centre)
        try act.state(DemandReached(call: id, centre: centre, subject: subject, comers: counted))
    }

    /// Whoever counted for a call counts for no second one.
    private static func count(_ comers: [Comer], for call: DemandCall.ID, _ subject: DemandSubject, at centre: Centre.ID, in act: Act) throws {
        try act.db.run("""
            UPDATE would_come SET demand_call = \(call)
            WHERE centre = \(centre) AND \(subject.column) AND demand_call IS NULL AND person IN \(list: comers.map(\.person))
            """)
    }

    /// - Parameter condition: over `would_come x`.
    static func comers(_ condition: SQL, in act: Act) throws -> [Comer] {
        try act.db.rows("""
            SELECT x.person, x.school, s.municipality, m.latitude, m.longitude FROM would_come x
            LEFT JOIN school s ON s.id = x.school LEFT JOIN municipality m ON m.id = s.municipality WHERE \(condition) ORDER BY x.at, x.id
            """).map { row in
            Comer(
                try row["person"], school: try row["school"], municipality: try row["municipality"],
                seat: Coordinates(latitude: try row["latitude"], longitude: try row["longitude"]))
        }
    }

    /// A topic went into another one: who would come follows, each person once, and of two open calls one stays.
    static func move(from id: Topic.ID, to other: Topic.ID, in act: Act) throws {
        for row in try act.db.rows("SELECT id, centre FROM demand_call WHERE topic = \(id) AND ended IS NULL ORDER BY id") {
            let (call, centre): (DemandCall.ID, Centre.ID) = (try row["id"], try row["centre"])
            let open: DemandCall.ID? = try act.db.value("SELECT id FROM demand_call WHERE topic = \(other) AND centre = \(centre) AND ended IS NULL")
            guard let kept = open else { continue }
            try act.db.run("UPDATE would_come SET demand_call = \(kept) WHERE demand_call = \(call)")
            try act.db.run("UPDATE demand_call SET ended = \(act.now) WHERE id = \(call)")
            try act.record(T.needs.callJoined, .other("demand_call", call.value), centre: centre)
            try act.state(DemandCallEnded(call: call, centre: centre, subject: .topic(id)))
        }
        try act.db.run("UPDATE demand_call SET topic = \(other) WHERE topic = \(id)")
        try act.db.run("""
            DELETE FROM would_come WHERE topic = \(id)
                AND EXISTS (SELECT 1 FROM would_come y WHERE y.topic = \(other) AND y.person = would_come.person AND y.centre = would_come.centre)
            """)
        try act.db.run("UPDATE would_come SET topic = \(other) WHERE topic = \(id)")
    }

    /// Who counted for a call, the first first: for the room that answers it.
    package static func people(of call: DemandCall.ID, in act: Act) throws -> [Person.ID] {
        try act.db.rows("SELECT person FROM would_come WHERE demand_call = \(call) ORDER BY id").map { try $0["person"] }
    }

    // MARK: For staff

    /// The calls of a centre: open ones first, the newest first.
    package static func calls(of centre: Centre.ID, isOpen: Bool? = nil, limit: Int = 100, in act: Act) throws -> [DemandCall] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let standing: SQL = switch isOpen {
        case nil: ""
        case true?: "AND ended IS NULL"
        case false?: "AND ended IS NOT NULL"
        }
        return try act.db.rows("""
            SELECT * FROM demand_call WHERE centre = \(centre) \(standing) ORDER BY CASE WHEN ended IS NULL THEN 0 ELSE 1 END, at DESC, id DESC LIMIT \(limit)
            """).compactMap(DemandCall.init(row:))
    }

    /// - Throws: `Problem.missing` unless the actor coordinates its centre.
    package static func call(_ id: DemandCall.ID, in act: Act) throws -> DemandCall {
        guard let row = try act.db.row("SELECT * FROM demand_call WHERE id = \(id)"), let call = try DemandCall(row: row), act.by.coordinates(call.centre) else {
            throw Problem.missing
        }
        return call
    }

    /// The same with what it is about and who would come, as counts.
    package static func listed(_ calls: [DemandCall], _ language: Language, in act: Act) throws -> [ListedCall] {
        let topics = try TopicStore.list(in: act)
        return try calls.map { call in
            let rows = try act.db.rows("""
                SELECT s.name AS school, m.name AS municipality FROM would_come x LEFT JOIN school s ON s.id = x.school
                LEFT JOIN municipality m ON m.id = s.municipality WHERE x.demand_call = \(call.id) ORDER BY x.id
                """)
            let schools: [String] = try rows.compactMap { try $0["school"] }, municipalities: [String] = try rows.compactMap { try $0["municipality"] }
            let title: (text: String, language: Language) = switch call.subject {
            case .topic(let id): topics[id]?.names.name(in: language) ?? ("", .sr)
            case .programme(let id): try { ($0.title, $0.language) }(ProgrammeStore.programme(id, in: act))
            }
            return ListedCall(
                call: call, title: title.text, language: title.language, comers: rows.count, schools: Array(Set(schools)).sorted(),
                municipalities: Array(Set(municipalities)).sorted())
        }
    }

    /// A call was answered, or is put aside with a reason. Whoever would come again says so anew.
    package static func end(_ id: DemandCall.ID, because reason: String, in act: Act) throws {
        let call = try call(id, in: act)
        try hold(call.centre, in: act)
        guard try act.db.run("UPDATE demand_call SET ended = \(act.now), reason = \(reason) WHERE id = \(id) AND ended IS NULL") > 0 else {
            throw Problem.conflict(T.needs.errorEnded)
        }
        try act.record(T.needs.callEnded, .other("demand_call", id.value), centre: call.centre, changes: [Change("reason", from: "", to: reason)])
        try act.state(DemandCallEnded(call: id, centre: call.centre, subject: call.subject))
        try act.touchSeats()
    }
}

extension DemandSubject {
    init?(row: Row) throws {
        if let topic: Topic.ID = try row["topic"] { self = .topic(topic) } else if let programme: Programme.ID = try row["programme"] {
            self = .programme(programme)
        } else { return nil }
    }

    var ids: (programme: Programme.ID?, topic: Topic.ID?) {
        switch self {
        case .programme(let id): (id, nil)
        case .topic(let id): (nil, id)
        }
    }

    /// Rows about it, as a condition.
    var column: SQL {
        switch self {
        case .programme(let id): "programme = \(id)"
        case .topic(let id): "topic = \(id)"
        }
    }

    /// The same over `would_come x` at a centre.
    func condition(at centre: Centre.ID, and more: SQL) -> SQL { "x.centre = \(centre) AND x.\(column) AND \(more)" }
}

extension DemandCall {
    init?(row: Row) throws {
        guard let subject = try DemandSubject(row: row) else { return nil }
        self.init(
            id: try row["id"], centre: try row["centre"], subject: subject, at: try row["at"], people: try row["people"], schools: try row["schools"],
            rule: DemandRule(people: try row["rule_people"], schools: try row["rule_schools"], km: try row["rule_km"]), ended: try row["ended"],
            reason: try row["reason"])
    }
}
