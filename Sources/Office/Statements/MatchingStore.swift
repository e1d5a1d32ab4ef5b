import Accounts
package import Centres
import Claims
package import Kernel
import Languages
import Storage

/// What matching has to know, fetched at once.
package enum MatchingStore {
    /// An account from which so many payers have paid belongs to a bank or a post office.
    private static let sharedFrom = 4

    package static func matching(at centre: Centre.ID, in act: Act) throws -> Matching {
        let zone = try CentreStore.centre(centre, in: act).zone
        let shares = try act.db.rows("""
            SELECT h.id, h.payer, h.rest, h.currency, h.reference, h.due, c.made, c.what, y.name AS payer_name,
                yp.given_name AS payer_given, yp.family_name AS payer_family, ys.name AS payer_school, ym.name AS payer_municipality, p.given_name, p.family_name
            FROM claim_share h JOIN claim c ON c.id = h.claim JOIN payer y ON y.id = h.payer LEFT JOIN person yp ON yp.id = y.person
                LEFT JOIN school ys ON ys.id = y.school LEFT JOIN municipality ym ON ym.id = y.municipality LEFT JOIN person p ON p.id = c.person
            WHERE h.centre = \(centre) AND h.rest > 0 AND NOT h.gone
            """).map { row in
                func text(_ column: String) throws -> String { try row[column] as String? ?? "" }
                let own = try text("payer_name"), person = PersonName(given: try text("payer_given"), family: try text("payer_family")).full
                let others = [own, person.trimmed, try text("payer_school"), try text("payer_municipality")]
                return OpenShare(
                    try row["id"], payer: try row["payer"], payerName: others.first { !$0.isEmpty } ?? "",
                    personName: PersonName(given: try text("given_name"), family: try text("family_name")).full.trimmed, what: try row["what"],
                    open: try row.money("rest", "currency"), reference: try row["reference"], due: try row["due"], made: zone.day(of: try row["made"]))
            }
        return Matching(shares, papers: try papers(at: centre, in: act), accounts: try accounts(at: centre, in: act))
    }

    /// References of papers that hold, with the shares that each is for and that are still open.
    private static func papers(at centre: Centre.ID, in act: Act) throws -> [String: [ClaimShare.ID]] {
        try act.db.rows("""
            SELECT i.reference, l.share FROM claim_share h JOIN invoice_line l ON l.share = h.id JOIN invoice i ON i.id = l.invoice
            WHERE h.centre = \(centre) AND h.rest > 0 AND NOT h.gone AND i.reference <> '' AND i.withdrawn IS NULL AND i.kind <> 'credit' ORDER BY l.invoice, l.position
            """).reduce(into: [:]) { $0[try $1["reference"], default: []].append(try $1["share"]) }
    }

    /// Which payers have paid from which account, and which say it of themselves.
    private static func accounts(at centre: Centre.ID, in act: Act) throws -> [String: Set<ClaimPayer.ID>] {
        var accounts: [String: Set<ClaimPayer.ID>] = [:]
        for row in try act.db.rows("""
            SELECT DISTINCT l.account, h.payer FROM payment p JOIN statement_line l ON l.id = p.line JOIN claim_share h ON h.id = p.share
            WHERE p.centre = \(centre) AND p.kind = 'paid' AND p.undone IS NULL AND l.account <> '' AND h.payer IS NOT NULL
            """) { accounts[try row["account"], default: []].insert(try row["payer"]) }
        for row in try act.db.rows("SELECT id, account FROM payer WHERE centre = \(centre) AND account <> ''") {
            accounts[StatementAccount.normal(try row["account"]), default: []].insert(try row["id"])
        }
        return accounts.filter { $0.value.count < sharedFrom }
    }
}

extension String {
    fileprivate var trimmed: String { WrittenText.line(self) }
}
