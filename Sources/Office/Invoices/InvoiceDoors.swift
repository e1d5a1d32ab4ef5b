import Claims
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What papers bring to the pages of claims: the papers of a claim and of a payer, and ways to slips and papers for whoever pays.
enum InvoiceDoors {
    @Sendable static func ofPayments(_ asked: PaymentDoorsAsked, in act: Act) throws -> [ClaimShare.ID: [PaymentDoor]]? {
        let hasIssuer = try asked.shares.first.map { try IssuerStore.issuer(of: $0.centre, in: act).map { !$0.account.isEmpty } ?? false } ?? false
        var doors: [ClaimShare.ID: [PaymentDoor]] = [:]
        for share in asked.shares where hasIssuer && share.payer != nil && share.rest.minor > 0 && share.reference != nil {
            doors[share.id, default: []].append(PaymentDoor(T.invoices.slip, "/me/payments/\(share.id)/slip.pdf"))
        }
        for (share, paper) in try InvoiceStore.papers(of: asked.shares.map(\.id), in: act) {
            doors[share, default: []].append(PaymentDoor(T.invoices.doorPaper(kind: .phrase(paper.kind.name), number: .text(paper.label)), paper.ownPath))
        }
        return doors
    }

    @Sendable static func ofClaim(_ asked: ClaimPartAsked, in act: Act) throws -> ClaimBrought? {
        let papers = try InvoiceStore.papers(of: asked.claim.shares.map(\.id), in: act).map(\.paper)
        guard !papers.isEmpty else { return nil }
        let own = papers.reduce(into: [InvoiceListed]()) { all, one in if !all.contains(where: { $0.id == one.id }) { all.append(one) } }
        return ClaimBrought(at: 40, PagePart(T.invoices.title) { InvoiceTable(lines: own, caption: $0.t(T.invoices.title), reader: $0).body })
    }

    @Sendable static func ofPayer(_ asked: PayerPartAsked, in act: Act) throws -> ClaimBrought? {
        let id = asked.payer.id, papers = try InvoiceStore.papers(ofPayer: id, at: asked.payer.centre, in: act)
        return ClaimBrought(at: 40, PagePart(T.invoices.title) { reader in
            Buttons {
                LinkButton(reader.t(T.invoices.new), href: reader.link("/staff/invoices/new?payer=\(id)"))
                LinkButton(reader.t(T.invoices.slips), href: reader.link("/staff/invoices/slips.pdf?payer=\(id)"), .quiet, icon: .print)
            }
            if !papers.isEmpty { InvoiceTable(lines: papers, caption: reader.t(T.invoices.title), reader: reader).body }
        })
    }
}
