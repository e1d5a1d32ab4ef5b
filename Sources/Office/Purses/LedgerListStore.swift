import Accounts
package import Centres
import Events
package import Kernel
package import Languages
import Storage

/// The ledger as it is read: pages of it, sums by account, all of it for the bookkeeper.
package enum LedgerListStore {
    // MARK: Pages

    private static func conditions(_ filter: LedgerFilter, at centre: Centre.ID) -> SQL {
        var all: [SQL] = ["e.centre = \(centre)", "e.day >= \(filter.days.lowerBound)", "e.day <= \(filter.days.upperBound)"]
        if !filter.kind.isEmpty { all.append("e.kind = \(filter.kind)") }
        if let role = filter.role {
            all.append("EXISTS (SELECT 1 AS stands FROM ledger_line l JOIN ledger_account a ON a.id = l.account WHERE l.entry = e.id AND a.role = \(role))")
        }
        if let purse = filter.purse { all.append("EXISTS (SELECT 1 AS stands FROM ledger_line l WHERE l.entry = e.id AND l.purse = \(purse))") }
        if let event = filter.event { all.append("EXISTS (SELECT 1 AS stands FROM ledger_line l WHERE l.entry = e.id AND l.event = \(event))") }
        return .joined(all, " AND ")
    }

    package static func count(_ filter: LedgerFilter, at centre: Centre.ID, in act: Act) throws -> Int {
        try act.db.count("SELECT count(*) AS n FROM ledger_entry e WHERE \(conditions(filter, at: centre))")
    }

    /// Entries with their lines, the newest first.
    package static func entries(_ filter: LedgerFilter, at centre: Centre.ID, limit: Int, offset: Int = 0, in act: Act) throws -> [LedgerEntry] {
        try entries("""
            SELECT e.*, (SELECT u.id FROM ledger_entry u WHERE u.undoes = e.id) AS undone_by FROM ledger_entry e WHERE \(conditions(filter, at: centre))
            ORDER BY e.day DESC, e.id DESC LIMIT \(limit) OFFSET \(offset)
            """, in: act)
    }

    /// What touched a source's reserved and spent money, the oldest first: the list for an audit.
    /// - Parameter year: of the source's money; nil for all.
    package static func evidence(of purse: Purse.ID, year: Int?, limit: Int, offset: Int = 0, in act: Act) throws -> [LedgerEntry] {
        try entries("""
            SELECT e.*, (SELECT u.id FROM ledger_entry u WHERE u.undoes = e.id) AS undone_by FROM ledger_entry e
            WHERE e.id IN (SELECT l.entry FROM ledger_line l WHERE l.purse = \(purse) AND \(ofYear(year))) ORDER BY e.day, e.id LIMIT \(limit) OFFSET \(offset)
            """, in: act)
    }

    package static func evidenceCount(of purse: Purse.ID, year: Int?, in act: Act) throws -> Int {
        try act.db.count("SELECT count(DISTINCT l.entry) AS n FROM ledger_line l WHERE l.purse = \(purse) AND \(ofYear(year))")
    }

    private static func ofYear(_ year: Int?) -> SQL { if let year { "l.year = \(year)" } else { "1 = 1" } }

    private static func entries(_ query: SQL, in act: Act) throws -> [LedgerEntry] {
        var entries = try act.db.rows(query).map(LedgerEntry.init(row:))
        let lines = Dictionary(grouping: entries.isEmpty ? [] : try Ledger.lines("l.entry IN \(list: entries.map(\.id))", in: act), by: \.entry)
        for place in entries.indices { entries[place].lines = lines[entries[place].id] ?? [] }
        return entries
    }

    /// Where the papers of entries are, as far as a room above knows.
    package static func papers(of entries: [LedgerEntry], at centre: Centre.ID, in act: Act) throws -> [LedgerEntry.ID: LedgerPaper] {
        guard !entries.isEmpty else { return [:] }
        return try act.ask(LedgerPapersAsked(centre: centre, entries: entries)).reduce(into: [:]) { $0.merge($1) { _, higher in higher } }
    }

    // MARK: Sums

    /// What was debited and credited on each account in these days, and what stood there before; accounts and currencies in which nothing ever stood are left out.
    package static func totals(_ days: ClosedRange<Day>, at centre: Centre.ID, in act: Act) throws -> [LedgerTotal] {
        let (first, last) = (days.lowerBound, days.upperBound)
        return try act.db.rows("""
            SELECT a.role, l.currency,
                CAST(coalesce(sum(CASE WHEN e.day < \(first) THEN l.amount ELSE 0 END), 0) AS BIGINT) AS before_amount,
                CAST(coalesce(sum(CASE WHEN e.day >= \(first) AND l.amount > 0 THEN l.amount ELSE 0 END), 0) AS BIGINT) AS debit,
                CAST(coalesce(sum(CASE WHEN e.day >= \(first) AND l.amount < 0 THEN -l.amount ELSE 0 END), 0) AS BIGINT) AS credit
            FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry JOIN ledger_account a ON a.id = l.account
            WHERE e.centre = \(centre) AND e.day <= \(last) GROUP BY a.role, l.currency
            """).map { row in
            LedgerTotal(role: try row["role"], currency: try row["currency"], before: try row["before_amount"], debit: try row["debit"], credit: try row["credit"])
        }.sorted { ($0.currency.rawValue, place($0.role)) < ($1.currency.rawValue, place($1.role)) }
    }

    private static func place(_ role: LedgerRole) -> Int { LedgerRole.allCases.firstIndex(of: role) ?? 0 }

    // MARK: For the bookkeeper

    /// A line as the bookkeeper gets it.
    struct Line: Sendable {
        let entry: Int64
        let day: String
        let kind: String
        let words: String
        let account: LedgerAccount.ID
        let amount: Int
        let currency: String
        let purse: Int64?
        let year: Int?
        let event: Int64?
        let share: Int64?
        let note: String
    }

    /// So many entries are read at once: memory does not grow with the ledger.
    private static let piece = 4_000

    /// Each line of a time, entry by entry in the order of days. The lines of an entry come together.
    /// - Returns: what all lines sum to in each currency: nothing, if the ledger is whole.
    static func each(in days: ClosedRange<Day>, at centre: Centre.ID, in act: Act, _ body: (Line) throws -> Void) throws -> [Currency: Int] {
        var sums: [Currency: Int] = [:], after: (day: String, id: Int64) = (days.lowerBound.iso, 0)
        while true {
            let entries = try act.db.rows("""
                SELECT id, day FROM ledger_entry WHERE centre = \(centre) AND day >= \(after.day) AND day <= \(days.upperBound)
                    AND (day > \(after.day) OR (day = \(after.day) AND id > \(after.id))) ORDER BY day, id LIMIT \(piece)
                """)
            guard let last = entries.last else { return sums }
            let (from, to): (String, String) = (after.day, try last["day"]), lastId: Int64 = try last["id"]
            let rows = try act.db.rows("""
                SELECT e.id, e.day, e.kind, e.words, l.account, l.amount, l.currency, l.purse, l.year, l.event, l.share, l.note
                FROM ledger_entry e JOIN ledger_line l ON l.entry = e.id
                WHERE e.centre = \(centre) AND e.day >= \(from) AND e.day <= \(to)
                    AND (e.day > \(from) OR e.id > \(after.id)) AND (e.day < \(to) OR e.id <= \(lastId)) ORDER BY e.day, e.id, l.id
                """)
            for row in rows {
                let line = try Line(row: row)
                if let currency = Currency(rawValue: line.currency) { sums[currency, default: 0] += line.amount }
                try body(line)
            }
            after = (to, lastId)
        }
    }
}

extension LedgerListStore.Line {
    /// By place: the columns stand in the order of the one query that asks for them, and there may be a million of them.
    fileprivate init(row: Row) throws {
        let values = row.values
        func text(_ place: Int) -> String { if case .text(let text) = values[place] { text } else { "" } }
        func number(_ place: Int) -> Int64? { if case .int(let number) = values[place] { number } else { nil } }
        guard let entry = number(0), let account = number(4), let amount = number(5) else { throw StorageError.column("a line of the ledger without its numbers") }
        self.init(
            entry: entry, day: text(1), kind: text(2), words: text(3), account: LedgerAccount.ID(account), amount: Int(amount), currency: text(6), purse: number(7),
            year: number(8).flatMap { Int(exactly: $0) }, event: number(9), share: number(10), note: text(11))
    }
}
