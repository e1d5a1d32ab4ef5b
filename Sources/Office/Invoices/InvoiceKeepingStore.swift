import Accounts
import Centres
import Claims
import Foundation
import Kernel
import Languages
import Storage

/// What happens to papers when somebody asks what is held, and when their time is over.
package enum InvoiceKeepingStore {
    /// Names leave papers that need not be kept any more, so many in one night; numbers, days and amounts stay.
    static let mostForgotten = 500

    static func forgetOld(in act: Act) throws {
        let centres: [Centre.ID] = try act.db.rows("SELECT DISTINCT centre FROM invoice ORDER BY centre").map { try $0["centre"] }
        for centre in centres {
            let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now), years = try PriceStore.rule(of: centre, on: today, in: act).keepYears
            // Years are counted from the end of the year in which it was issued.
            guard let first = Day(year: today.year - years, month: 1, day: 1) else { continue }
            let old = try InvoiceStore.invoices("i.centre = \(centre) AND i.day < \(first) AND i.buyer <> ''", order: "i.day, i.id", limit: mostForgotten,
                in: act)
            for invoice in old {
                var paper = invoice.paper
                for index in paper.lines.indices { paper.lines[index].whom = "" }
                if paper.buyer.kind == .person { paper.buyer = InvoicePaper.Side(.person, name: "") }
                paper.signer = ""
                try act.db.run("UPDATE invoice SET paper = \(InvoiceIssueStore.json(paper)), buyer = '' WHERE id = \(invoice.id)")
                try InvoiceStore.makeFindable(invoice.id, in: act)
            }
        }
    }

    /// What this room tells somebody who asks what is held: papers that they got, and what schools were asked to pay for them.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let own = try act.db.rows("""
            SELECT i.label, i.kind, i.day, i.due, i.buyer, i.total, i.currency FROM invoice i JOIN payer y ON y.id = i.payer WHERE y.person = \(person) ORDER BY i.id
            """).map { row in
                let (label, kind, day, due): (String, String, Day, Day) = (try row["label"], try row["kind"], try row["day"], try row["due"])
                let (buyer, total, currency): (String, Int, String) = (try row["buyer"], try row["total"], try row["currency"])
                return ["number": label, "kind": kind, "day": day.iso, "due": due.iso, "buyer": buyer, "total": "\(total)", "currency": currency]
            }
        let others = try act.db.rows("""
            SELECT i.label, i.day, l.amount, i.currency, c.what FROM invoice_line l JOIN invoice i ON i.id = l.invoice JOIN claim_share h ON h.id = l.share
            JOIN claim c ON c.id = h.claim WHERE c.person = \(person) ORDER BY i.id, l.position
            """).map { row in
                let (label, day, what): (String, Day, String) = (try row["label"], try row["day"], try row["what"])
                let (amount, currency): (Int, String) = (try row["amount"], try row["currency"])
                return ["number": label, "day": day.iso, "what": what, "amount": "\(amount)", "currency": currency]
            }
        var held = HeldData("invoice", own)
        held.add("invoice_line", others)
        return held
    }
}
