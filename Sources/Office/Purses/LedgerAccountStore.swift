package import Centres
package import Kernel
import Languages
import Storage

/// What the bookkeeper calls the accounts.
package enum LedgerAccountStore {
    /// All of a centre, in the order of their roles; those that have no row yet with the number 0.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [LedgerAccount] {
        let rows = try act.db.rows("SELECT * FROM ledger_account WHERE centre = \(centre)").map { row in
            LedgerAccount(id: try row["id"], role: try row["role"], code: try row["code"], name: try row["name"])
        }
        return LedgerRole.allCases.map { role in rows.first { $0.role == role } ?? LedgerAccount(id: LedgerAccount.ID(0), role: role, code: "", name: "") }
    }

    /// Says what they are called from now on, and in all that stands already: a code is a name of an account, not a part of an entry.
    package static func set(_ names: [LedgerRole: (code: String, name: String)], of centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let before = try all(of: centre, in: act)
        var changes: [Change] = []
        for account in before {
            guard let new = names[account.role], (new.code, new.name) != (account.code, account.name) else { continue }
            try act.db.run("""
                INSERT INTO ledger_account (centre, role, code, name) VALUES (\(centre), \(account.role), \(new.code), \(new.name))
                ON CONFLICT (centre, role) DO UPDATE SET code = excluded.code, name = excluded.name
                """)
            changes.append(Change(account.role.rawValue, from: "\(account.code) \(account.name)", to: "\(new.code) \(new.name)"))
        }
        if !changes.isEmpty { try act.record(T.purses.accountsDeed, .centre(centre), centre: centre, changes: changes) }
    }
}
