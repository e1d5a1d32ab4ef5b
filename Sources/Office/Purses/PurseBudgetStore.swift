import Kernel
import Languages
import Projects
import Storage

/// What sources say to the budgets of projects.
enum PurseBudgetStore {
    /// What is reserved and spent of a project's lines, of sources that stand for one line.
    static func known(_ asked: BudgetAsked, in act: Act) throws -> BudgetAsked.Answer {
        guard !asked.lines.isEmpty else { return [:] }
        return try act.db.rows("""
            SELECT p.budget_line, a.role, CAST(sum(l.amount) AS BIGINT) AS amount
            FROM purse p JOIN ledger_line l ON l.purse = p.id JOIN ledger_account a ON a.id = l.account
            WHERE p.project = \(asked.project) AND p.budget_line IN \(list: asked.lines) AND a.role IN ('reserved', 'spent') GROUP BY p.budget_line, a.role
            """).reduce(into: [:]) { known, row in
            let line: BudgetLine.ID = try row["budget_line"], role: LedgerRole = try row["role"], amount: Int = try row["amount"]
            if role == .reserved { known[line, default: BudgetKnown()].reserved = amount } else { known[line, default: BudgetKnown()].spent = amount }
        }
    }

    /// A line of a budget of which something was taken stays.
    static func remove(_ line: BudgetLine.ID, in act: Act) throws {
        if try act.db.exists("SELECT 1 AS stands FROM ledger_line l JOIN purse p ON p.id = l.purse WHERE p.budget_line = \(line) LIMIT 1") {
            throw Problem.conflict(T.purses.errorBudgetLine)
        }
        try act.db.run("UPDATE purse SET budget_line = NULL WHERE budget_line = \(line)")
    }
}
