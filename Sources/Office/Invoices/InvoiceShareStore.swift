import Accounts
package import Centres
package import Claims
import Events
package import Kernel
import Languages
import Storage

/// What papers may ask for: parts of claims, and who waits for a paper.
package enum InvoiceShareStore {
    /// All that one payer owes or owed, what is due first before the rest.
    package static func shares(of payer: ClaimPayer.ID, at centre: Centre.ID, in act: Act) throws -> [InvoiceShare] {
        try shares("h.payer = \(payer) AND h.centre = \(centre)", in: act)
    }

    package static func shares(_ ids: [ClaimShare.ID], at centre: Centre.ID, in act: Act) throws -> [InvoiceShare] {
        guard !ids.isEmpty else { return [] }
        return try shares("h.id IN \(list: ids) AND h.centre = \(centre) AND h.payer IS NOT NULL", in: act)
    }

    private static func shares(_ condition: SQL, in act: Act) throws -> [InvoiceShare] {
        try act.db.rows("""
            SELECT h.id, h.payer, h.amount + h.debited - h.credited - h.lost AS owed, h.paid, h.currency, h.due, h.invoiced, h.reference, c.what,
                p.given_name, p.family_name, (SELECT max(x.day) FROM event_session x WHERE x.event = c.event) AS last_day
            FROM claim_share h JOIN claim c ON c.id = h.claim LEFT JOIN person p ON p.id = c.person
            WHERE NOT h.gone AND \(condition) ORDER BY h.due, h.id LIMIT 2000
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
        (owed, paid) = (try row.money("owed", "currency"), try row.money("paid", "currency"))
        let base: String = try row["reference"]
        reference = Reference(base)
    }
}
