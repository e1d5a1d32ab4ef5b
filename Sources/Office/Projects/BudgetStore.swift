package import Centres
package import Kernel
package import Languages
import Storage

/// Budgets as rows: what was planned and reserved, what was spent by which paper.
package enum BudgetStore {
    // MARK: Reads

    /// The lines of a project; what rooms above know of their money stands beside what was typed.
    package static func lines(of project: Project.ID, in act: Act) throws -> [BudgetLine] {
        let rows = try act.db.rows("SELECT * FROM budget_line WHERE project = \(project) ORDER BY id")
        guard !rows.isEmpty else { return [] }
        let ids: [BudgetLine.ID] = try rows.map { try $0["id"] }
        let papers = try act.db.rows("SELECT * FROM budget_spending WHERE line IN \(list: ids) ORDER BY day, id")
        let spendings = try Dictionary(grouping: papers) { try $0["line"] as BudgetLine.ID }
        let known = try act.ask(BudgetAsked(project: project, lines: ids)).reduce(into: [BudgetLine.ID: BudgetKnown]()) { sums, answer in
            sums.merge(answer) { BudgetKnown(reserved: $0.reserved + $1.reserved, spent: $0.spent + $1.spent) }
        }
        return try rows.map { row in
            let id: BudgetLine.ID = try row["id"]
            return BudgetLine(
                id: id, details: BudgetLineDetails(try row["name"], source: try row["source"], planned: try row["planned"], reserved: try row["reserved"]),
                spendings: try (spendings[id] ?? []).map(BudgetSpending.init(row:)), known: known[id] ?? BudgetKnown())
        }
    }

    // MARK: Verbs

    @discardableResult
    package static func add(_ details: BudgetLineDetails, to project: Project.ID, at centre: Centre.ID, in act: Act) throws -> BudgetLine.ID {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let id = BudgetLine.ID(try act.db.insert("""
            INSERT INTO budget_line (project, name, source, planned, reserved)
            VALUES (\(project), \(details.name), \(details.source), \(details.planned), \(details.reserved)) RETURNING id
            """))
        try act.record(T.projects.budgetDeed, .project(project), centre: centre, changes: [
            Change("line", from: "", to: details.name), Change("planned", from: "", to: "\(details.planned)"),
        ])
        return id
    }

    package static func edit(_ id: BudgetLine.ID, to details: BudgetLineDetails, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let before = try line(id, of: project, in: act).details
        try act.db.run("""
            UPDATE budget_line SET name = \(details.name), source = \(details.source), planned = \(details.planned), reserved = \(details.reserved) WHERE id = \(id)
            """)
        try act.record(T.projects.budgetDeed, .project(project), centre: centre, changes: [
            Change("line", from: before.name, to: details.name), Change("planned", from: "\(before.planned)", to: "\(details.planned)"),
            Change("reserved", from: "\(before.reserved)", to: "\(details.reserved)"),
        ])
    }

    /// A line from which nothing was spent is taken away again.
    package static func remove(_ id: BudgetLine.ID, from project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let line = try self.line(id, of: project, in: act)
        guard line.spendings.isEmpty, line.known == BudgetKnown() else { throw Problem.conflict(T.projects.errorHasSpendings) }
        try act.state(BudgetLineRemoving(line: id))
        try act.db.run("DELETE FROM budget_line WHERE id = \(id)")
        try act.record(T.projects.budgetDeed, .project(project), centre: centre, changes: [Change("line", from: line.details.name, to: "")])
    }

    /// Something was spent of a line, by a paper. More than is left is told on the page, and taken: the money is gone already.
    package static func spend(
        _ amount: Int, of id: BudgetLine.ID, on day: Day, paper: String, words: String, in project: Project.ID, at centre: Centre.ID, in act: Act
    ) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let line = try self.line(id, of: project, in: act)
        let today = try ProjectStore.today(at: centre, in: act)
        guard day <= today else { throw Problem.invalid("day", T.projects.errorFuture) }
        guard !line.spendings.contains(where: { $0.paper == paper && $0.amount == amount && $0.day == day }) else {
            throw Problem.invalid("paper", T.projects.errorPaperTwice)
        }
        try act.db.run("INSERT INTO budget_spending (line, day, paper, words, amount) VALUES (\(id), \(day), \(paper), \(words), \(amount))")
        try act.record(T.projects.spentDeed, .project(project), centre: centre, changes: [
            Change("line", from: "", to: line.details.name), Change("paper", from: "", to: paper), Change("amount", from: "", to: "\(amount)"),
        ])
    }

    package static func takeBack(_ spending: BudgetSpending.ID, in project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        guard let line = try lines(of: project, in: act).first(where: { $0.spendings.contains { $0.id == spending } }),
              let one = line.spendings.first(where: { $0.id == spending }) else { throw Problem.missing }
        try act.db.run("DELETE FROM budget_spending WHERE id = \(spending)")
        try act.record(T.projects.unspentDeed, .project(project), centre: centre, changes: [
            Change("paper", from: one.paper, to: ""), Change("amount", from: "\(one.amount)", to: ""),
        ])
    }

    private static func line(_ id: BudgetLine.ID, of project: Project.ID, in act: Act) throws -> BudgetLine {
        guard let line = try lines(of: project, in: act).first(where: { $0.id == id }) else { throw Problem.missing }
        return line
    }
}

extension BudgetSpending {
    init(row: Row) throws {
        self.init(id: try row["id"], day: try row["day"], paper: try row["paper"], words: try row["words"], amount: try row["amount"])
    }
}
