package import Centres
import Claims
package import Kernel
package import Languages
import Registry
import Storage

/// One paper with all that stands around it.
package enum InvoiceSightStore {
    package static func sight(_ id: Invoice.ID, at centre: Centre.ID, in act: Act) throws -> InvoiceSight {
        let invoice = try InvoiceStore.invoice(id, at: centre, in: act)
        func listed(_ id: Invoice.ID?) throws -> InvoiceListed? {
            try id.flatMap { try InvoiceStore.listed("i.id = \($0)", order: "i.id", limit: 1, offset: 0, in: act).first }
        }
        let buyer: SilenceRule.Buyer = invoice.paper.buyer.isPublic ? .public : .private
        let silence = invoice.standing.state == .sent ? SilenceRule.holding(
            for: buyer, on: invoice.standing.day ?? invoice.paper.issued, of: try IssuerStore.silences(of: centre, in: act)) : nil
        return InvoiceSight(
            invoice: invoice, origin: try listed(invoice.origin), corrected: try listed(invoice.corrects), following: try InvoiceStore.following(id, in: act),
            faults: invoice.hasFile ? EInvoiceFault.faults(of: invoice.paper) : [], silence: silence,
            address: try ClaimPayerStore.payers([invoice.payer],
                in: act)[invoice.payer]?.details.email ?? "", registered: try RegistryStore.label(of: "invoice", id.value, in: act))
    }

    /// How many papers ought to go to the state and have not, and the day of the first.
    package static func unsent(at centre: Centre.ID, in act: Act) throws -> (count: Int, first: Day)? {
        let row = try act.db.row("""
            SELECT count(*) AS papers, min(i.day) AS first_day FROM invoice i JOIN payer y ON y.id = i.payer
            WHERE i.centre = \(centre) AND i.standing = 'none' AND i.kind <> 'proforma' AND y.kind <> 'person'
            """)
        guard let row, let first: Day = try row["first_day"] else { return nil }
        return (try row["papers"], first)
    }

    /// Files that were sent and to which silence has answered, and those that were rejected.
    package static func waiting(at centre: Centre.ID, on today: Day, in act: Act) throws -> [(listed: InvoiceListed, silence: SilenceRule?)] {
        let rules = try IssuerStore.silences(of: centre, in: act)
        let lines = try InvoiceStore.listed("""
            i.centre = \(centre) AND (i.standing = 'rejected' AND i.taken_back < i.total OR i.standing = 'sent')
            """, order: "i.day, i.id", limit: 200, offset: 0, in: act)
        return try lines.compactMap { line in
            guard line.standing == .sent else { return (line, nil) }
            guard let sent = line.standingDay, let invoice = try InvoiceStore.invoices("i.id = \(line.id)", in: act).first else { return nil }
            let rule = SilenceRule.holding(for: invoice.paper.buyer.isPublic ? .public : .private, on: sent, of: rules)
            guard let rule, rule.answers(sent: sent) <= today else { return nil }
            return (line, rule)
        }
    }
}
