package import Centres
package import Kernel
import Languages
import Storage

/// What a centre values, its rule and its accreditations, as rows.
package enum SelfSchemeStore {
    // MARK: Reads

    static func areas(of centre: Centre.ID, in act: Act) throws -> [SelfArea] {
        let features = try Dictionary(grouping: act.db.rows("""
            SELECT f.* FROM self_feature f JOIN self_area a ON a.id = f.area WHERE a.centre = \(centre) ORDER BY f.place, f.id
            """).map(SelfFeature.init(row:)), by: \.area)
        return try act.db.rows("SELECT * FROM self_area WHERE centre = \(centre) ORDER BY place, id").map { row in
            let id: SelfArea.ID = try row["id"]
            return SelfArea(id: id, name: try row["name"], ended: try row["ended"], features: features[id] ?? [])
        }
    }

    static func rules(of centre: Centre.ID, in act: Act) throws -> [SelfRule] {
        try act.db.rows("SELECT * FROM self_rule WHERE centre = \(centre) ORDER BY since DESC").map { row in
            SelfRule(
                since: try row["since"], levels: try row["levels"], month: try row["filing_month"], day: try row["filing_day"], article: try row["article"])
        }
    }

    static func accreditations(of centre: Centre.ID, in act: Act) throws -> [Accreditation] {
        try act.db.rows("SELECT * FROM self_accreditation WHERE centre = \(centre) ORDER BY last_day DESC, id DESC").map { row in
            let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
            return Accreditation(min(first, last)...max(first, last), act: try row["act"])
        }
    }

    // MARK: Verbs of a director

    private static func mayDecide(_ centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
    }

    /// Begins with areas and features that were handed over, where there are none.
    package static func begin(_ areas: [(name: String, features: [SelfFeatureDraft])], at centre: Centre.ID, in act: Act) throws {
        try mayDecide(centre, in: act)
        guard try self.areas(of: centre, in: act).isEmpty else { throw Problem.conflict(T.selfevaluation.errorBegun) }
        for area in areas {
            let id = try insert(area.name, at: centre, in: act)
            for feature in area.features { try insert(feature, to: id, in: act) }
        }
        try act.record(T.selfevaluation.deedScheme, .centre(centre), centre: centre)
    }

    @discardableResult
    package static func add(area name: String, at centre: Centre.ID, in act: Act) throws -> SelfArea.ID {
        try mayDecide(centre, in: act)
        let id = try insert(name, at: centre, in: act)
        try act.record(T.selfevaluation.deedScheme, .centre(centre), centre: centre, changes: [Change("area", from: "", to: name)])
        return id
    }

    package static func add(_ draft: SelfFeatureDraft, to area: SelfArea.ID, at centre: Centre.ID, in act: Act) throws {
        try mayDecide(centre, in: act)
        guard try areas(of: centre, in: act).contains(where: { $0.id == area }) else { throw Problem.missing }
        try insert(draft, to: area, in: act)
        try act.record(T.selfevaluation.deedScheme, .centre(centre), centre: centre, changes: [Change("feature", from: "", to: draft.name)])
    }

    package static func edit(_ id: SelfFeature.ID, to draft: SelfFeatureDraft, isEnded: Bool, at centre: Centre.ID, in act: Act) throws {
        try mayDecide(centre, in: act)
        guard let old = try areas(of: centre, in: act).flatMap(\.features).first(where: { $0.id == id }) else { throw Problem.missing }
        let ended = isEnded ? try old.ended ?? CentreStore.centre(centre, in: act).zone.day(of: act.now) : nil
        try act.db.run("""
            UPDATE self_feature SET name = \(draft.name), hint = \(draft.hint), facts = \(written(draft.facts)), ended = \(ended) WHERE id = \(id)
            """)
        try act.record(T.selfevaluation.deedScheme, .centre(centre), centre: centre, changes: [
            Change("feature", from: old.name, to: draft.name), Change("ended", from: old.ended?.iso ?? "", to: ended?.iso ?? ""),
        ])
    }

    /// Lets another scale or another day hold from a day on; closed years keep what they were.
    package static func set(_ rule: SelfRule, at centre: Centre.ID, in act: Act) throws {
        try mayDecide(centre, in: act)
        let rules = try rules(of: centre, in: act), changed = rules.filter { $0.since != rule.since } + [rule]
        let closed = try SelfYearStore.board(of: centre, in: act).years.filter(\.isClosed).map(\.ruled)
        guard closed.allSatisfy({ SelfRule.holding(on: $0, rules).levels == SelfRule.holding(on: $0, changed).levels }) else {
            throw Problem.invalid("since", T.selfevaluation.errorClosedScale)
        }
        try act.db.run("""
            INSERT INTO self_rule (centre, since, levels, filing_month, filing_day, article)
            VALUES (\(centre), \(rule.since), \(rule.levels), \(rule.month), \(rule.day), \(rule.article))
            ON CONFLICT (centre, since) DO UPDATE SET levels = excluded.levels, filing_month = excluded.filing_month, filing_day = excluded.filing_day,
                article = excluded.article
            """)
        try act.record(T.selfevaluation.deedRule, .centre(centre), centre: centre, changes: [
            Change("since", from: "", to: rule.since.iso), Change("levels", from: "", to: "\(rule.levels)"),
            Change("filing", from: "", to: "\(rule.month)-\(rule.day)"),
        ])
    }

    package static func add(_ accreditation: Accreditation, at centre: Centre.ID, in act: Act) throws {
        try mayDecide(centre, in: act)
        try act.db.run("""
            INSERT INTO self_accreditation (centre, first_day, last_day, act)
            VALUES (\(centre), \(accreditation.days.lowerBound), \(accreditation.days.upperBound), \(accreditation.act))
            """)
        try act.record(T.selfevaluation.deedAccredited, .centre(centre), centre: centre, changes: [
            Change("until", from: "", to: accreditation.days.upperBound.iso),
        ], retention: .register)
    }

    // MARK: Rows

    private static func insert(_ name: String, at centre: Centre.ID, in act: Act) throws -> SelfArea.ID {
        let place = try act.db.count("SELECT count(*) AS n FROM self_area WHERE centre = \(centre)")
        return SelfArea.ID(try act.db.insert("INSERT INTO self_area (centre, name, place) VALUES (\(centre), \(name), \(place)) RETURNING id"))
    }

    private static func insert(_ draft: SelfFeatureDraft, to area: SelfArea.ID, in act: Act) throws {
        let place = try act.db.count("SELECT count(*) AS n FROM self_feature WHERE area = \(area)")
        try act.db.run("""
            INSERT INTO self_feature (area, name, hint, facts, place) VALUES (\(area), \(draft.name), \(draft.hint), \(written(draft.facts)), \(place))
            """)
    }

    private static func written(_ facts: [SelfFact]) -> String { facts.map(\.rawValue).joined(separator: " ") }
}

extension SelfFeature {
    /// A fact that a later version does not know is left out.
    fileprivate init(row: Row) throws {
        let facts: String = try row["facts"]
        self.init(id: try row["id"], area: try row["area"], draft: SelfFeatureDraft(
            try row["name"], hint: try row["hint"], facts: facts.split(separator: " ").compactMap { SelfFact(rawValue: String($0)) }), ended: try row["ended"])
    }
}
