package import Centres
package import Kernel
package import Languages
import Storage

/// Rules of counting and terms of reports, as rows.
package enum CountingRuleStore {
    /// Those of a centre in their order, with the one that the program begins with.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [CountingRule] {
        [.first] + (try act.db.rows("SELECT * FROM counting_rule WHERE centre = \(centre) ORDER BY number").map { row in
            CountingRule(try row["number"], try row["way"], from: try row["starts"], article: try row["article"])
        })
    }

    package static func holding(on day: Day, at centre: Centre.ID, in act: Act) throws -> CountingRule {
        CountingRule.holding(on: day, among: try all(of: centre, in: act))
    }

    /// From a day on people are counted otherwise. Reports that were signed keep the rule that they had.
    package static func add(_ way: CountingRule.Way, from starts: Day, article: String, at centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let rules = try all(of: centre, in: act), number = (rules.map(\.number).max() ?? 1) + 1
        guard CountingRule.holding(on: starts, among: rules).way != way else { throw Problem.invalid("way", T.reports.errorSameWay) }
        let id = CountingRule.ID(try act.db.insert("""
            INSERT INTO counting_rule (centre, number, starts, way, article, made)
            VALUES (\(centre), \(number), \(starts), \(way), \(article), \(act.now)) RETURNING id
            """))
        try act.record(T.reports.deedRule, .countingRule(id), centre: centre, changes: [
            Change("way", from: "", to: way.rawValue), Change("starts", from: "", to: starts.iso),
        ])
    }

    // MARK: Terms

    package static func terms(of centre: Centre.ID, in act: Act) throws -> [ReportTerm] {
        try act.db.rows("SELECT * FROM report_term WHERE centre = \(centre) ORDER BY month, day, kind").map { row in
            ReportTerm(try row["kind"], month: try row["month"], day: try row["day"], article: try row["article"])
        }
    }

    /// - Parameter term: nil where there is none any more.
    package static func set(_ term: ReportTerm?, for kind: ReportKind, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.run("DELETE FROM report_term WHERE centre = \(centre) AND kind = \(kind)")
        if let term {
            try act.db.run("""
                INSERT INTO report_term (centre, kind, month, day, article) VALUES (\(centre), \(kind), \(term.month), \(term.day), \(term.article))
                """)
        }
        try act.record(T.reports.deedTerm, .centre(centre), centre: centre, changes: [
            Change("\(kind.rawValue)", from: "", to: term.map { "\($0.day).\($0.month)." } ?? ""),
        ])
    }
}
