import Accounts
package import Centres
import Events
package import Kernel
package import Languages
package import Storage

/// The ledger as rows: posted, and never changed.
package enum Ledger {
    /// Posts an entry. What may be posted is decided by the room that posts; that it balances is known already.
    @discardableResult
    package static func post(_ posting: LedgerPosting, at centre: Centre.ID, undoing undone: LedgerEntry.ID? = nil, in act: Act) throws -> LedgerEntry.ID {
        let accounts = try accounts(of: Set(posting.lines.map(\.role)), at: centre, in: act)
        let entry = LedgerEntry.ID(try act.db.insert("""
            INSERT INTO ledger_entry (centre, day, made, person, kind, words, undoes)
            VALUES (\(centre), \(posting.day), \(act.now), \(act.by.person), \(posting.kind.code), \(posting.words), \(undone)) RETURNING id
            """))
        for line in posting.lines {
            let mark = line.mark
            guard let account = accounts[line.role] else { throw Problem.missing }
            try act.db.run("""
                INSERT INTO ledger_line (entry, account, amount, currency, purse, year, share, payer, event, person, note)
                VALUES (\(entry), \(account), \(line.amount.minor), \(line.amount.currency), \(mark.purse), \(mark.purse == nil ? nil : mark.year ?? posting.day.year),
                        \(mark.share), \(mark.payer), \(mark.event), \(mark.person), \(String(mark.note.prefix(TextLimit.sentence.rawValue))))
                """)
        }
        return entry
    }

    /// Posts an entry back: the same lines, turned round. It can be done once.
    /// - Throws: `Problem.missing` where the centre has no such entry, a conflict where it was posted back or is itself something that was.
    @discardableResult
    package static func postBack(_ id: LedgerEntry.ID, on day: Day, words: String, at centre: Centre.ID, in act: Act) throws -> LedgerEntry.ID {
        guard try act.db.exists("SELECT 1 AS stands FROM ledger_entry WHERE id = \(id) AND centre = \(centre)") else { throw Problem.missing }
        try act.db.hold("ledger_entry", id.value)
        let entry = try entry(id, at: centre, in: act)
        guard entry.undoneBy == nil, entry.undoes == nil else { throw Problem.conflict(T.purses.errorPostedBack) }
        let lines = entry.lines.map { LedgerPost($0.role, $0.amount.negated, $0.mark) }
        return try post(LedgerPosting(.undone, on: day, words: words.isEmpty ? entry.words : words, lines: lines), at: centre, undoing: id, in: act)
    }

    /// One entry with its lines.
    package static func entry(_ id: LedgerEntry.ID, at centre: Centre.ID, in act: Act) throws -> LedgerEntry {
        guard var entry = try act.db.row("""
            SELECT e.*, u.id AS undone_by FROM ledger_entry e LEFT JOIN ledger_entry u ON u.undoes = e.id WHERE e.id = \(id) AND e.centre = \(centre)
            """).map(LedgerEntry.init(row:)) else { throw Problem.missing }
        entry.lines = try lines("l.entry = \(id)", in: act)
        return entry
    }

    static func lines(_ condition: SQL, in act: Act) throws -> [LedgerLine] {
        try act.db.rows("SELECT l.*, a.role FROM ledger_line l JOIN ledger_account a ON a.id = l.account WHERE \(condition) ORDER BY l.id").map(LedgerLine.init(row:))
    }

    /// What stands on an account of a centre, in one currency: debits less credits.
    package static func balance(_ role: LedgerRole, _ currency: Currency, at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.count("""
            SELECT CAST(coalesce(sum(l.amount), 0) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            WHERE a.centre = \(centre) AND a.role = \(role) AND l.currency = \(currency)
            """)
    }

    /// What stands for one share of a claim, by account: debits less credits.
    package static func balances(ofShare share: Int64, in act: Act) throws -> [LedgerRole: Int] {
        try Dictionary(uniqueKeysWithValues: act.db.rows("""
            SELECT a.role, CAST(sum(l.amount) AS BIGINT) AS amount FROM ledger_line l JOIN ledger_account a ON a.id = l.account
            WHERE l.share = \(share) GROUP BY a.role
            """).map { (try $0["role"], try $0["amount"]) })
    }

    // MARK: Accounts

    /// The rows of some accounts, which are made when they are first needed.
    private static func accounts(of roles: Set<LedgerRole>, at centre: Centre.ID, in act: Act) throws -> [LedgerRole: LedgerAccount.ID] {
        func standing() throws -> [LedgerRole: LedgerAccount.ID] {
            try Dictionary(uniqueKeysWithValues: act.db.rows("SELECT role, id FROM ledger_account WHERE centre = \(centre)").map { (try $0["role"], try $0["id"]) })
        }
        let found = try standing()
        guard !roles.isSubset(of: found.keys) else { return found }
        for role in LedgerRole.allCases where found[role] == nil {
            try act.db.run("INSERT INTO ledger_account (centre, role) VALUES (\(centre), \(role)) ON CONFLICT (centre, role) DO NOTHING")
        }
        return try standing()
    }
}

extension LedgerKind {
    /// Something posted back.
    static let undone = LedgerKind("undone", T.purses.kindUndone)
}

extension LedgerEntry {
    init(row: Row) throws {
        (id, day, made, person) = (try row["id"], try row["day"], try row["made"], try row["person"])
        (kind, words, undoes, undoneBy) = (try row["kind"], try row["words"], try row["undoes"], try row["undone_by"])
    }
}

extension LedgerLine {
    init(row: Row) throws {
        (id, entry, account, role) = (try row["id"], try row["entry"], try row["account"], try row["role"])
        amount = try row.money("amount", "currency")
        mark = LedgerMark(
            purse: try row["purse"], year: try row["year"], share: try row["share"], payer: try row["payer"], event: try row["event"], person: try row["person"],
            note: try row["note"])
    }
}
