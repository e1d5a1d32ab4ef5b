import Accounts
package import Centres
import Claims
package import Kernel
import Languages
import Storage

/// Lines of statements as rows.
package enum StatementLineStore {
    // MARK: Reads

    package static func line(_ id: StatementLine.ID, at centre: Centre.ID, in act: Act) throws -> StatementLine {
        guard act.by.coordinates(centre), let line = try lines("l.id = \(id) AND l.centre = \(centre)", limit: 1, in: act).first else { throw Problem.missing }
        return line
    }

    package static func lines(of statement: Statement.ID, limit: Int, offset: Int, in act: Act) throws -> [StatementLine] {
        try lines("l.statement = \(statement)", order: "l.place", limit: limit, offset: offset, in: act)
    }

    /// Which of the open lines are shown.
    package enum Side: String, CaseIterable, Sendable { case incoming = "in", outgoing = "out" }

    package static func openCount(_ side: Side, at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) AS n FROM statement_line l WHERE l.centre = \(centre) AND l.rest <> 0 AND \(condition(side))")
    }

    /// Of which nobody has said yet what they are, the oldest first.
    package static func open(_ side: Side, at centre: Centre.ID, limit: Int, offset: Int, in act: Act) throws -> [StatementLine] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try lines("l.centre = \(centre) AND l.rest <> 0 AND \(condition(side))", order: "l.day, l.id", limit: limit, offset: offset, in: act)
    }

    private static func condition(_ side: Side) -> SQL { side == .incoming ? "l.amount > 0" : "l.amount < 0" }

    static func lines(_ condition: SQL, order: SQL = "l.id", limit: Int, offset: Int = 0, in act: Act) throws -> [StatementLine] {
        let lines = try act.db.rows("SELECT l.* FROM statement_line l WHERE \(condition) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)").map(StatementLine.init(row:))
        // What was just brought has no payments yet, and there may be thousands of it.
        guard !lines.isEmpty, lines.count <= StatementStore.most else { return lines }
        let payments = Dictionary(grouping: try PaymentStore.payments("p.line IN \(list: lines.map(\.id))", in: act), by: \.line)
        return lines.map { line in
            var line = line
            line.payments = payments[line.id] ?? []
            return line
        }
    }

    // MARK: Verbs

    static func add(_ lines: [(BroughtStatement.Line, String)], to statement: Statement.ID, at centre: Centre.ID, in act: Act) throws {
        let columns: [StaticString] = [
            "statement", "centre", "place", "day", "name", "account", "model", "reference", "other_model", "other_reference", "purpose", "amount", "currency",
            "bank_reference", "reversal", "print", "rest",
        ]
        func text(_ text: String, _ limit: TextLimit) -> Stored { StatementValues.line(text, limit).stored }
        try act.db.insert(many: Batch("statement_line", columns, rows: lines.enumerated().map { place, entry in
            let (line, print) = entry
            return [
                statement.stored, centre.stored, (place + 1).stored, line.day.stored, text(line.name, .line), text(line.account, .number),
                text(line.reference.model, .number), text(line.reference.number, .number), text(line.other.model, .number), text(line.other.number, .number),
                text(line.purpose, .sentence), line.amount.minor.stored, line.amount.currency.stored, text(line.bankReference, .number), line.isReversal.stored,
                print.stored, line.amount.minor.stored,
            ]
        }))
    }
}

extension StatementLine {
    init(row: Row) throws {
        (id, statement, centre, place) = (try row["id"], try row["statement"], try row["centre"], try row["place"])
        rest = try row.money("rest", "currency")
        said = BroughtStatement.Line(
            day: try row["day"], name: try row["name"], account: try row["account"],
            reference: BroughtReference(model: try row["model"], number: try row["reference"]),
            other: BroughtReference(model: try row["other_model"], number: try row["other_reference"]), purpose: try row["purpose"],
            amount: try row.money("amount", "currency"), bankReference: try row["bank_reference"], isReversal: try row["reversal"])
    }
}
