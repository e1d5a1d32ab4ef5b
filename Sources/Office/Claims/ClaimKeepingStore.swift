package import Accounts
import Centres
package import Events
package import Kernel
import Languages
import Registration
import Storage

/// What happens to claims when something happens to a person, or when their time is over; and what is done by the clock.
package enum ClaimKeepingStore {
    /// The account goes. What was paid must be kept: the payer's name stays in its row, and nothing else of the person. What nobody ever paid loses the name
    /// too.
    static func forget(_ person: Person.ID, in act: Act) throws {
        let name = try act.db.row("SELECT given_name, family_name FROM person WHERE id = \(person)").map {
            PersonName(given: try $0["given_name"], family: try $0["family_name"]).full
        } ?? ""
        for row in try act.db.rows("SELECT id FROM payer WHERE person = \(person) ORDER BY id") {
            let payer: ClaimPayer.ID = try row["id"]
            let isKept = try act.db.exists("SELECT 1 AS stands FROM claim_share WHERE payer = \(payer) AND (paid > 0 OR invoiced OR lost > 0 OR rest <> 0) LIMIT 1")
            try act.db.run("""
                UPDATE payer SET person = NULL, name = CASE WHEN name <> '' THEN name ELSE \(isKept ? name : "") END, email = '', account = '' WHERE id = \(payer)
                """)
            if !isKept { try act.db.run("UPDATE payer SET name = '', street = '', postcode = '', place = '' WHERE id = \(payer)") }
        }
        for row in try act.db.rows("SELECT id FROM claim WHERE person = \(person) ORDER BY id") {
            let claim: Claim.ID = try row["id"]
            try act.db.run("UPDATE claim SET person = NULL WHERE id = \(claim)")
            try ClaimStore.index(claim, in: act)
        }
    }

    /// A newcomer who never proved the address had no seat that counted.
    static func purge(_ person: Person.ID, in act: Act) throws {
        try act.db.run("DELETE FROM promised_price WHERE registration IN (SELECT id FROM registration WHERE person = \(person))")
        try forget(person, in: act)
    }

    /// A draft comes to nothing: what was claimed by hand for it stays by itself.
    static func discard(_ event: Event.ID, in act: Act) throws { try act.db.run("UPDATE claim SET event = NULL WHERE event = \(event)") }

    /// Of claims older than each centre's rule says, nobody's name stays.
    static func forgetOld(in act: Act) throws {
        for centre in try CentreStore.all(in: act) {
            let today = centre.zone.day(of: act.now), years = try PriceStore.rule(of: centre.id, on: today, in: act).keepYears
            // Years are counted from the end of the year in which it was made.
            guard let first = Day(year: today.year - years, month: 1, day: 1) else { continue }
            let old = centre.zone.startOfDay(first)
            let claims: [Claim.ID] = try act.db.rows("""
                SELECT c.id FROM claim c WHERE c.centre = \(centre.id) AND c.made < \(old) AND c.person IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM claim_share h WHERE h.claim = c.id AND h.rest <> 0) ORDER BY c.id LIMIT \(most)
                """).map { try $0["id"] }
            for claim in claims {
                try act.db.run("UPDATE claim SET person = NULL WHERE id = \(claim)")
                try ClaimStore.index(claim, in: act)
            }
            try act.db.run("""
                UPDATE payer SET person = NULL, name = '', street = '', postcode = '', place = '', email = '', account = ''
                WHERE centre = \(centre.id) AND kind = 'person' AND (person IS NOT NULL OR name <> '') AND NOT EXISTS (
                    SELECT 1 FROM claim_share h JOIN claim c ON c.id = h.claim WHERE h.payer = payer.id AND (c.made >= \(old) OR h.rest <> 0))
                """)
        }
    }

    private static let most = 2_000

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        var held = HeldData("claim", try act.db.rows("""
            SELECT c.*, s.name AS school_name FROM claim c LEFT JOIN school s ON s.id = c.school WHERE c.person = \(person) ORDER BY c.id
            """).map { row in
            [
                "what": try row["what"], "amount": "\(try row["amount"] as Int)", "currency": try row["currency"], "made": (try row["made"] as Instant).iso,
                "due": try row["due"], "school": try row["school_name"] as String? ?? "", "reduction": try row["reduction"],
                "cancelled": (try row["cancelled"] as Instant?)?.iso ?? "", "reason": try row["reason"],
            ]
        })
        held.add("claim_share", try act.db.rows("""
            SELECT h.*, c.what FROM claim_share h JOIN claim c ON c.id = h.claim JOIN payer y ON y.id = h.payer WHERE y.person = \(person) AND NOT h.gone ORDER BY h.id
            """).map { row in
            [
                "what": try row["what"], "amount": "\(try row["amount"] as Int)", "paid": "\(try row["paid"] as Int)", "rest": "\(try row["rest"] as Int)",
                "currency": try row["currency"], "reference": try row["reference"], "due": try row["due"],
            ]
        })
        held.add("payer", try act.db.rows("SELECT * FROM payer WHERE person = \(person) ORDER BY id").map { row in
            [
                "name": try row["name"], "street": try row["street"], "postcode": try row["postcode"], "place": try row["place"], "email": try row["email"],
                "account": try row["account"],
            ]
        })
        held.add("promised_price", try act.db.rows("""
            SELECT p.price, p.currency, r.event FROM promised_price p JOIN registration r ON r.id = p.registration WHERE r.person = \(person) ORDER BY r.id
            """).map { ["price": "\(try $0["price"] as Int)", "currency": try $0["currency"], "event": "\(try $0["event"] as Event.ID)"] })
        return held
    }

    // MARK: By the clock

    /// Sources pay the seats that they bear without a paper, once their event was held and that can no longer be taken back: each share in an act of its own.
    /// - Throws: what one of them met first, when all the others are paid.
    package static func tend(_ records: Records) async throws {
        var fault: (any Error)?
        for share in try await records.read(as: .system, { try borne(in: $0) }) {
            do {
                try await records.write(by: .system) { act in
                    let zone = try CentreStore.centre(share.centre, in: act).zone
                    try ClaimMoneyStore.borne(share, on: zone.day(of: act.now), in: act)
                }
            } catch { fault = fault ?? error }
        }
        if let fault { throw fault }
    }

    private static func borne(in act: Act) throws -> [ClaimShare] {
        try ClaimShareStore.shares("""
            h.payer IS NULL AND h.rest > 0 AND EXISTS (
                SELECT 1 FROM claim c JOIN event e ON e.id = c.event
                WHERE c.id = h.claim AND e.state IN ('held', 'closed') AND (e.undo_until IS NULL OR e.undo_until <= \(act.now)))
            """, in: act)
    }
}
