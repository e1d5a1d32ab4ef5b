import Accounts
import Centres
import Kernel
import Languages
import Storage

/// What is told of somebody who asks, and what goes when an account goes. Statements themselves stay as long as the law on accounting asks.
enum StatementKeepingStore {
    /// So many years statements are kept. The law on accounting is not certain about them, so it is the longer of two.
    static let years = 10

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        func rows(_ query: SQL, _ columns: [String]) throws -> [HeldData.Entry] {
            try act.db.rows(query).map { row in
                Dictionary(uniqueKeysWithValues: columns.compactMap { name in row.names.firstIndex(of: name).map { (name, written(row.values[$0])) } })
            }
        }
        var held = HeldData("payment", try rows("""
            SELECT l.day, l.name, l.purpose, p.amount, p.currency FROM payment p JOIN statement_line l ON l.id = p.line JOIN claim_share h ON h.id = p.share
                JOIN payer y ON y.id = h.payer
            WHERE y.person = \(person) AND p.undone IS NULL ORDER BY p.id
            """, ["day", "name", "purpose", "amount", "currency"]))
        held.add("reminder", try rows("""
            SELECT r.made, r.shares FROM reminder r JOIN payer y ON y.id = r.payer WHERE y.person = \(person) ORDER BY r.id
            """, ["made", "shares"]))
        held.add("statement", try rows("SELECT made, file FROM statement WHERE person = \(person) ORDER BY id", ["made", "file"]))
        return held
    }

    private static func written(_ value: Stored) -> String {
        switch value {
        case .text(let text): text
        case .int(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        default: ""
        }
    }

    /// The account goes: a statement stays, without who brought it. What the bank wrote of a payment stays as long as the payment must.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try StatementDraftStore.forget(of: person, in: act)
        try act.db.run("UPDATE statement SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE payment SET person = NULL WHERE person = \(person)")
        try act.db.run("UPDATE payment SET undone_by = NULL WHERE undone_by = \(person)")
        try act.db.run("UPDATE reminder SET person = NULL WHERE person = \(person)")
    }

    /// Old statements keep their sums; who paid and what they wrote goes.
    static func forgetOld(in act: Act) throws {
        try StatementDraftStore.sweep(in: act)
        // Years are counted from the end of the year of the payment.
        if let first = Day(year: Zone.utc.day(of: act.now).year - years, month: 1, day: 1) {
            try act.db.run("""
                UPDATE statement_line SET name = '', account = '', purpose = '' WHERE day < \(first) AND (name <> '' OR account <> '' OR purpose <> '')
                """)
        }
        try act.db.run("DELETE FROM reminder WHERE made < \(act.now.adding(days: -366 * 3))")
    }
}
