import Accounts
import Kernel
import Languages
import Storage

/// What happens to keys and webhooks when something happens to a person, what is told to somebody who asks what is held, and what is forgotten.
enum InterfaceKeepingStore {
    /// So long it is known how often a key was used.
    static let yearsUses = 2

    /// The key is the centre's and goes on; who made it is not part of it.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE access_key SET made_by = NULL WHERE made_by = \(person)")
        try act.db.run("UPDATE webhook SET made_by = NULL WHERE made_by = \(person)")
    }

    static func forgetOld(in act: Act) throws {
        try act.db.run("DELETE FROM access_use WHERE day < \(Zone.utc.day(of: act.now).adding(years: -yearsUses))")
        try act.db.run("DELETE FROM webhook_delivery WHERE made < \(act.now.adding(days: -Webhook.logDays))")
        try act.db.run("""
            UPDATE webhook_delivery SET dropped = \(act.now) WHERE delivered IS NULL AND dropped IS NULL AND made < \(act.now.adding(days: -Webhook.keptDays))
            """)
        try act.db.run("UPDATE webhook SET earlier_secret = NULL, earlier_until = NULL WHERE earlier_until < \(act.now)")
    }

    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        var held = HeldData("access_key", try act.db.rows("SELECT name, scopes, until FROM access_key WHERE made_by = \(person) ORDER BY id").map { row in
            ["name": try row["name"], "scopes": try row["scopes"], "until": try row["until"]]
        })
        held.add("webhook", try act.db.rows("SELECT name, address FROM webhook WHERE made_by = \(person) ORDER BY id").map { row in
            ["name": try row["name"], "address": try row["address"]]
        })
        return held
    }
}
