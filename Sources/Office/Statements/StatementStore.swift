import Accounts
package import Centres
import Claims
package import Kernel
import Languages
import Purses
import Storage

/// Statements as rows.
package enum StatementStore {
    static let most = 500

    // MARK: Reads

    package static func count(of centre: Centre.ID, in act: Act) throws -> Int {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try act.db.count("SELECT count(*) AS n FROM statement WHERE centre = \(centre)")
    }

    /// Those of a centre, the newest first.
    package static func statements(of centre: Centre.ID, limit: Int, offset: Int, in act: Act) throws -> [Statement] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try statements("s.centre = \(centre)", limit: limit, offset: offset, in: act)
    }

    package static func statement(_ id: Statement.ID, at centre: Centre.ID, in act: Act) throws -> Statement {
        guard act.by.coordinates(centre), let found = try statements("s.id = \(id) AND s.centre = \(centre)", limit: 1, offset: 0, in: act).first
        else { throw Problem.missing }
        return found
    }

    private static func statements(_ condition: SQL, limit: Int, offset: Int, in act: Act) throws -> [Statement] {
        let rows = try act.db.rows("SELECT s.* FROM statement s WHERE \(condition) ORDER BY s.day DESC, s.id DESC LIMIT \(limit) OFFSET \(offset)")
        let ids: [Statement.ID] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let counts: [Statement.ID: (Int, Int)] = try act.db.rows("""
            SELECT statement, count(*) AS lines, CAST(sum(CASE WHEN rest <> 0 THEN 1 ELSE 0 END) AS BIGINT) AS open FROM statement_line
            WHERE statement IN \(list: ids) GROUP BY statement
            """).reduce(into: [:]) { $0[try $1["statement"]] = (try $1["lines"], try $1["open"]) }
        return try rows.map { row in
            let (lines, open) = counts[try row["id"]] ?? (0, 0)
            return try Statement(row: row, lines: lines, open: open)
        }
    }

    /// Statements of late whose sums do not agree.
    static func gaps(at centre: Centre.ID, since day: Day, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) AS n FROM statement WHERE centre = \(centre) AND gap <> 0 AND day >= \(day)")
    }

    /// The accounts from which statements have come, and the one that stands on the centre's papers.
    static func accounts(of centre: Centre.ID, in act: Act) throws -> Set<String> {
        let said: [String] = try act.db.rows("SELECT account FROM issuer WHERE centre = \(centre) AND account <> ''").map { try $0["account"] }
        return Set(try act.db.rows("SELECT DISTINCT account FROM statement WHERE centre = \(centre)").map { try $0["account"] } + said.map(StatementAccount.normal))
    }

    // MARK: Bringing

    /// What a file would bring now.
    package static func preview(_ file: StatementFile, at centre: Centre.ID, in act: Act) throws -> StatementPreview {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        var matching = try MatchingStore.matching(at: centre, in: act)
        let accounts = try accounts(of: centre, in: act)
        var seen: Set<String> = []
        return StatementPreview(parts: try file.statements.map { statement in
            let prints = statement.prints, known = try known(prints, at: centre, in: act).union(seen)
            seen.formUnion(prints)
            let fresh = zip(statement.lines, prints).filter { !known.contains($0.1) }.map { line, _ in
                let match = matching.certain(PaidIn(line))
                if let match { matching.settle(match) }
                return (line: line, match: match)
            }
            return StatementPreview.Part(
                statement: statement, fresh: fresh, known: statement.lines.count - fresh.count, isKnownAccount: accounts.isEmpty || accounts.contains(statement.account))
        })
    }

    private static func known(_ prints: [String], at centre: Centre.ID, in act: Act) throws -> Set<String> {
        var known: Set<String> = []
        for first in stride(from: 0, to: prints.count, by: 500) {
            let some = Array(prints[first..<min(first + 500, prints.count)])
            for row in try act.db.rows("SELECT print FROM statement_line WHERE centre = \(centre) AND print IN \(list: some)") { known.insert(try row["print"]) }
        }
        return known
    }

    /// What came of a file.
    package struct Brought: Sendable {
        package var statements: [Statement.ID] = []
        package var fresh = 0
        package var known = 0
        /// So many were settled by their reference.
        package var settled = 0
    }

    /// Puts into the books what is not there yet, and settles what names its claim by a right reference. The same file a second time changes nothing.
    @discardableResult
    package static func bring(_ file: StatementFile, name: String, at centre: Centre.ID, in act: Act) throws -> Brought {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        var brought = Brought(), matching = try MatchingStore.matching(at: centre, in: act)
        for statement in file.statements {
            let prints = statement.prints, known = try known(prints, at: centre, in: act)
            let fresh = zip(statement.lines, prints).filter { !known.contains($0.1) }
            brought.known += statement.lines.count - fresh.count
            brought.fresh += fresh.count
            guard !fresh.isEmpty else { continue }
            brought.statements.append(try add(statement, file.kind, name, fresh, at: centre, in: act))
            brought.settled += try settle(brought.statements[brought.statements.count - 1], &matching, in: act)
        }
        return brought
    }

    /// The same of lines that are known to be new.
    static func bring(
        _ statement: BroughtStatement, _ kind: StatementKind, name: String, _ fresh: [(BroughtStatement.Line, String)], at centre: Centre.ID, in act: Act
    ) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        var matching = try MatchingStore.matching(at: centre, in: act)
        _ = try settle(add(statement, kind, name, fresh, at: centre, in: act), &matching, in: act)
    }

    /// Settles by right references, in the order of the lines.
    private static func settle(_ id: Statement.ID, _ matching: inout Matching, in act: Act) throws -> Int {
        var settled = 0
        for line in try StatementLineStore.lines("l.statement = \(id) AND l.amount > 0", order: "l.place", limit: StatementFile.linesMost, in: act) {
            guard let match = matching.certain(line.paidIn) else { continue }
            matching.settle(match)
            try PaymentStore.pay(line, match.parts.map { ($0.share.id, $0.amount) }, .reference, in: act)
            settled += 1
        }
        return settled
    }

    private static func add(
        _ statement: BroughtStatement, _ kind: StatementKind, _ name: String, _ fresh: [(BroughtStatement.Line, String)], at centre: Centre.ID, in act: Act
    ) throws -> Statement.ID {
        let gap = statement.allDoubts.reduce(0) { gap, doubt in if case .sum(let expected, let said) = doubt { said.minor - expected.minor } else { gap } }
        let id = Statement.ID(try act.db.insert("""
            INSERT INTO statement (centre, kind, account, number, day, currency, opening, closing, gap, file, made, person)
            VALUES (\(centre), \(kind), \(StatementValues.line(statement.account, .number)), \(StatementValues.line(statement.number, .number)), \(statement.day),
                    \(statement.currency), \(statement.opening?.minor), \(statement.closing?.minor), \(gap), \(StatementValues.line(name, .sentence)), \(act.now),
                    \(act.by.person)) RETURNING id
            """))
        try StatementLineStore.add(fresh, to: id, at: centre, in: act)
        let sum = fresh.reduce(0) { $0 + max(0, $1.0.amount.minor) }
        if sum > 0, let amount = Money(minor: sum, statement.currency) {
            let posting = try LedgerPosting(
                .broughtIn, on: statement.day, words: words(statement), amount, from: .unknownPayments, to: .bank, LedgerMark())
            let entry = try Ledger.post(posting, at: centre, in: act)
            try act.db.run("UPDATE statement SET entry = \(entry) WHERE id = \(id)")
        }
        try act.record(T.statements.broughtDeed, .statement(id), centre: centre, changes: [
            Change("number", from: "", to: statement.number), Change("lines", from: "", to: "\(fresh.count)"),
        ])
        return id
    }

    private static func words(_ statement: BroughtStatement) -> String {
        [StatementAccount.shown(statement.account), statement.number, statement.day.iso].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

extension Statement {
    init(row: Row, lines: Int, open: Int) throws {
        (id, centre, kind, account, number) = (try row["id"], try row["centre"], try row["kind"], try row["account"], try row["number"])
        (day, currency, file, made) = (try row["day"], try row["currency"], try row["file"], try row["made"])
        let money = currency
        func amount(_ column: String) throws -> Money? { (try row[column] as Int?).flatMap { Money(minor: $0, money) } }
        (opening, closing, gap) = (try amount("opening"), try amount("closing"), try amount("gap") ?? .nothing(money))
        (self.lines, self.open) = (lines, open)
    }
}

extension LedgerKind {
    /// What came in by a statement, before anybody knows what for.
    static let broughtIn = LedgerKind("statement", T.statements.ledgerBrought)
    /// Money that was nobody's was given back.
    static let returned = LedgerKind("returned", T.statements.ledgerReturned)
    /// It is no money for claims.
    static let aside = LedgerKind("aside", T.statements.ledgerAside)

    static let ofStatements: [LedgerKind] = [.broughtIn, .returned, .aside]
}
