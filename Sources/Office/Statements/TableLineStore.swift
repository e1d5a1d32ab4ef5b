import Centres
import Claims
import Kernel
import Languages
import Storage

/// Lines of banks' tables as rows: they stand among the others, each heap of them as a statement without sums.
package enum TableLineStore {
    /// So many days back lines are known again.
    private static let days = 800

    static func known(at centres: [Centre.ID], in act: Act) throws -> [String: (id: StatementLine.ID, entry: TableLine)] {
        let since = Zone.utc.day(of: act.now).adding(days: -days)
        return try act.db.rows("""
            SELECT l.*, s.account AS own FROM statement_line l JOIN statement s ON s.id = l.statement
            WHERE s.kind = \(StatementKind.list) AND l.centre IN \(list: centres) AND l.day >= \(since)
            """).reduce(into: [:]) { known, row in known[try row["print"]] = (try row["id"], try TableLine(row: row)) }
    }

    static func entry(_ id: StatementLine.ID, in act: Act) throws -> TableLine? {
        try act.db.row("SELECT l.*, s.account AS own FROM statement_line l JOIN statement s ON s.id = l.statement WHERE l.id = \(id) AND s.kind = \(StatementKind.list)")
            .map(TableLine.init(row:))
    }

    /// Adds lines, each heap of one centre, account and currency as a statement, and settles what names its claim by a right reference.
    static func add(_ rows: [(key: String, entry: TableLine)], in act: Act) throws -> [StatementLine.ID] {
        struct Heap: Hashable {
            let centre: Int64
            let own: String
            let currency: String
        }
        for (heap, rows) in Dictionary(grouping: rows, by: { Heap(centre: $0.entry.centre, own: $0.entry.own, currency: $0.entry.currency) }).sorted(by: {
            ($0.key.centre, $0.key.own, $0.key.currency) < ($1.key.centre, $1.key.own, $1.key.currency)
        }) {
            let lines = rows.map { ($0.entry.line, $0.key) }
            guard let currency = Currency(rawValue: heap.currency), let day = lines.map(\.0.day).max() else { continue }
            let statement = BroughtStatement(account: heap.own, number: "", day: day, currency: currency, lines: lines.map(\.0))
            try StatementStore.bring(statement, .list, name: "", lines, at: Centre.ID(heap.centre), in: act)
        }
        let ids: [String: StatementLine.ID] = try act.db.rows("SELECT id, print FROM statement_line WHERE print IN \(list: rows.map(\.key))").reduce(into: [:]) {
            $0[try $1["print"]] = try $1["id"]
        }
        return try rows.map { row in
            guard let id = ids[row.key] else { throw Problem.missing }
            return id
        }
    }

    /// Takes a line back of which nothing was used.
    /// - Throws: a constraint where something was, by which the import knows that it stays.
    static func remove(_ id: StatementLine.ID, in act: Act) throws {
        guard let line = try StatementLineStore.lines("l.id = \(id)", limit: 1, in: act).first else { throw Problem.missing }
        try act.db.hold("statement_line", id.value)
        guard line.payments.isEmpty, line.rest == line.amount else { throw StorageError.constraint(kind: .check, name: "payment.line") }
        try PaymentStore.unbring(line, in: act)
        try act.db.run("DELETE FROM statement_line WHERE id = \(id)")
        try act.db.run("DELETE FROM statement WHERE id = \(line.statement) AND NOT EXISTS (SELECT 1 FROM statement_line l WHERE l.statement = statement.id)")
    }
}

extension TableLine {
    init(row: Row) throws {
        let centre: Centre.ID = try row["centre"]
        self.init(
            centre: centre.value, day: try row["day"], minor: try row["amount"], currency: try row["currency"], name: try row["name"], account: try row["account"],
            reference: try row["reference"], purpose: try row["purpose"], bankReference: try row["bank_reference"], own: try row["own"])
    }
}
