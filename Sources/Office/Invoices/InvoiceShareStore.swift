import Accounts
package import Centres
package import Claims
import Events
package import Kernel
import Languages
import Storage

/// What papers may ask for: parts of claims, and who waits for a paper.
package enum InvoiceShareStore {
    /// So many are read at once; a paper has room for fewer.
    package static let most = 2_000

    /// What papers of some kinds may ask one payer for, what is due first before the rest.
    package static func shares(
        of payer: ClaimPayer.ID, for kinds: [InvoiceKind] = InvoiceKind.allCases, at centre: Centre.ID, limit: Int = most, in act: Act
    ) throws -> [InvoiceShare] {
        let fitting: SQL = .joined(kinds.map(fits), " OR ")
        return try shares("h.payer = \(payer) AND h.centre = \(centre) AND (\(fitting))", limit: limit, in: act)
    }

    /// What one payer still has to pay, whether a paper asks for it or not.
    package static func open(of payer: ClaimPayer.ID, at centre: Centre.ID, in act: Act) throws -> [InvoiceShare] {
        try shares("h.payer = \(payer) AND h.centre = \(centre) AND h.rest > 0", in: act)
    }

    package static func shares(_ ids: [ClaimShare.ID], at centre: Centre.ID, in act: Act) throws -> [InvoiceShare] {
        guard !ids.isEmpty else { return [] }
        return try shares("h.id IN \(list: ids) AND h.centre = \(centre) AND h.payer IS NOT NULL", in: act)
    }

    private static let owed: SQL = "h.amount + h.debited - h.credited - h.lost"
    /// What advance invoices have told of it.
    private static let advanced: SQL = """
        coalesce((SELECT CAST(sum(l.amount) AS BIGINT) FROM invoice_line l JOIN invoice i ON i.id = l.invoice WHERE l.share = h.id AND i.kind = 'advance'), 0)
        """

    /// Whether a share `h` may stand on a paper of that kind, as `InvoiceShare.fits` tells it.
    private static func fits(_ kind: InvoiceKind) -> SQL {
        switch kind {
        case .proforma, .invoice: "NOT h.invoiced AND \(owed) > 0"
        case .advance: "NOT h.invoiced AND h.paid > \(advanced)"
        case .credit, .debit: "1 = 0"
        }
    }

    private static func shares(_ condition: SQL, limit: Int = most, in act: Act) throws -> [InvoiceShare] {
        try act.db.rows("""
            SELECT h.id, h.payer, \(owed) AS owed, h.paid, \(advanced) AS advanced, h.currency, h.due, h.invoiced, h.reference, c.what,
                p.given_name, p.family_name, (SELECT max(x.day) FROM event_session x WHERE x.event = c.event) AS last_day
            FROM claim_share h JOIN claim c ON c.id = h.claim LEFT JOIN person p ON p.id = c.person
            WHERE NOT h.gone AND \(condition) ORDER BY h.due, h.id LIMIT \(limit)
            """).map(InvoiceShare.init(row:))
    }

    /// Whoever owes something that no invoice asks for yet: by name.
    package static func ready(at centre: Centre.ID, in act: Act) throws -> [InvoiceReady] {
        let rows = try act.db.rows("""
            SELECT h.payer, h.currency, count(*) AS parts, CAST(sum(h.amount + h.debited - h.credited - h.lost) AS BIGINT) AS sum, min(h.due) AS first_due
            FROM claim_share h WHERE h.centre = \(centre) AND h.payer IS NOT NULL AND NOT h.gone AND NOT h.invoiced
                AND h.amount + h.debited - h.credited - h.lost > 0
            GROUP BY h.payer, h.currency ORDER BY h.payer, h.currency LIMIT 2000
            """)
        let payers = try ClaimPayerStore.payers(rows.map { try $0["payer"] }, in: act)
        return try rows.compactMap { row -> InvoiceReady? in
            let id: ClaimPayer.ID = try row["payer"]
            guard let payer = payers[id] else { return nil }
            return InvoiceReady(
                payer: id, name: payer.name, kind: payer.whose.kind, count: try row["parts"], sum: try row.money("sum",
                    "currency"), firstDue: try row["first_due"])
        }.sorted { ($0.kind == .person ? 1 : 0, $0.name, $0.payer) < ($1.kind == .person ? 1 : 0, $1.name, $1.payer) }
    }
}

extension InvoiceShare {
    init(row: Row) throws {
        (id, payer, what) = (try row["id"], try row["payer"], try row["what"])
        let (given, family): (String?, String?) = (try row["given_name"], try row["family_name"])
        whom = given.map { PersonName(given: $0, family: family ?? "").full } ?? ""
        (day, due, isInvoiced) = (try row["last_day"], try row["due"], try row["invoiced"])
        (owed, paid, advanced) = (try row.money("owed", "currency"), try row.money("paid", "currency"), try row.money("advanced", "currency"))
        let base: String = try row["reference"]
        reference = Reference(base)
    }
}
