package import Centres
package import Kernel
import Languages
import Storage

/// The rules of centres about asking for money, as rows.
package enum PaymentRuleStore {
    package static func rule(of centre: Centre.ID, in act: Act) throws -> PaymentRule {
        var rule = PaymentRule()
        guard let row = try act.db.row("SELECT * FROM payment_rule WHERE centre = \(centre)") else { return rule }
        (rule.holdsPapers, rule.reminds) = (try row["holds_papers"], try row["reminds"])
        (rule.lateDays, rule.againDays) = (try row["late_days"], try row["again_days"])
        return rule
    }

    package static func set(_ rule: PaymentRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let before = try Self.rule(of: centre, in: act)
        try act.db.run("""
            INSERT INTO payment_rule (centre, holds_papers, reminds, late_days, again_days)
            VALUES (\(centre), \(rule.holdsPapers), \(rule.reminds), \(rule.lateDays), \(rule.againDays))
            ON CONFLICT (centre) DO UPDATE SET holds_papers = excluded.holds_papers, reminds = excluded.reminds, late_days = excluded.late_days,
                again_days = excluded.again_days
            """)
        try act.record(T.statements.ruleDeed, .centre(centre), centre: centre, changes: [
            Change("holdsPapers", from: "\(before.holdsPapers)", to: "\(rule.holdsPapers)"), Change("reminds", from: "\(before.reminds)", to: "\(rule.reminds)"),
            Change("lateDays", from: "\(before.lateDays)", to: "\(rule.lateDays)"), Change("againDays", from: "\(before.againDays)", to: "\(rule.againDays)"),
        ])
    }

    /// Centres whose letters go by themselves.
    static func reminding(in act: Act) throws -> [Centre.ID] {
        try act.db.rows("SELECT centre FROM payment_rule WHERE reminds ORDER BY centre").map { try $0["centre"] }
    }
}
