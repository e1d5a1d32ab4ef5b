package import Centres
import Claims
package import Kernel
import Languages
import Registry
import Storage

/// What becomes of papers after they were issued. What they ask for is never changed.
package enum InvoiceDeedStore {
    /// A pro-forma holds no longer. It keeps its number.
    package static func withdraw(_ id: Invoice.ID, because reason: String, at centre: Centre.ID, in act: Act) throws {
        let invoice = try InvoiceStore.invoice(id, at: centre, in: act)
        guard invoice.canBeWithdrawn else { throw Problem.missing }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.common.errorMissing) }
        try act.db.run("UPDATE invoice SET withdrawn = \(act.now), reason = \(reason) WHERE id = \(id) AND withdrawn IS NULL")
        try RegistryStore.withdraw("invoice", id.value, because: reason, in: act)
        try act.record(T.invoices.withdrawnDeed, .invoice(id), centre: centre, changes: [Change("reason", from: "", to: reason)], retention: .register)
    }

    /// Takes over from the payer's page what a file needs and what the paper has not or has wrong: numbers by which the state knows it, and the contract. Name,
    /// address, lines and amounts stay as they were issued.
    package static func complete(_ id: Invoice.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try InvoiceStore.invoice(id, at: centre, in: act)
        try act.db.hold("invoice", id.value)
        let invoice = try InvoiceStore.invoice(id, at: centre, in: act)
        guard invoice.canBeCompleted else { throw Problem.conflict(T.invoices.errorSent) }
        let payer = try ClaimPayerStore.payer(invoice.payer, at: centre, in: act), now = InvoicePaper.Side(payer)
        let before = invoice.paper
        var paper = before
        (paper.buyer.pib, paper.buyer.companyNumber) = (now.pib, now.companyNumber)
        (paper.buyer.jbkjs, paper.buyer.vatNumber) = (now.jbkjs, now.vatNumber)
        if paper.buyer.place.isEmpty { paper.buyer.place = now.place }
        if paper.contract.isEmpty { paper.contract = payer.details.contractNumber }
        guard paper != before else { throw Problem.conflict(T.invoices.errorSame) }
        try act.db.run("UPDATE invoice SET paper = \(InvoiceIssueStore.json(paper)) WHERE id = \(id)")
        try act.record(T.invoices.completedDeed, .invoice(id), centre: centre, changes: [
            Change("pib", from: before.buyer.pib, to: paper.buyer.pib), Change("company_number", from: before.buyer.companyNumber,
                to: paper.buyer.companyNumber),
            Change("jbkjs", from: before.buyer.jbkjs, to: paper.buyer.jbkjs), Change("vat_number", from: before.buyer.vatNumber, to: paper.buyer.vatNumber),
            Change("contract", from: before.contract, to: paper.contract),
        ], retention: .register)
    }

    /// What became of the file, as somebody has read it where the state shows it.
    package static func stand(_ id: Invoice.ID, _ standing: InvoiceStanding, at centre: Centre.ID, in act: Act) throws {
        _ = try InvoiceStore.invoice(id, at: centre, in: act)
        try act.db.hold("invoice", id.value)
        let invoice = try InvoiceStore.invoice(id, at: centre, in: act), today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        guard invoice.hasFile else { throw Problem.missing }
        guard InvoiceStanding.next(after: invoice.standing.state).contains(standing.state) else { throw Problem.invalid("state", T.invoices.errorState) }
        if standing.state == .sent, let fault = EInvoiceFault.faults(of: invoice.paper).first { throw Problem.conflict(fault.phrase) }
        guard standing.state != .rejected || !standing.remark.isEmpty else { throw Problem.invalid("remark", T.invoices.errorRemark) }
        let day = standing.day ?? today
        guard day <= today, day >= invoice.paper.issued else { throw Problem.invalid("day", T.invoices.errorDay) }
        let number = standing.number.isEmpty ? invoice.standing.number : standing.number
        try act.db.run("""
            UPDATE invoice SET standing = \(standing.state), standing_on = \(standing.state == .none ? nil : day), outside_number = \(number),
                remark = \(standing.state == .rejected ? standing.remark : "") WHERE id = \(id)
            """)
        try act.record(T.invoices.standingDeed, .invoice(id), centre: centre, changes: [
            Change("standing", from: invoice.standing.state.rawValue, to: standing.state.rawValue), Change("number", from: invoice.standing.number, to: number),
            Change("remark", from: invoice.standing.remark, to: standing.remark),
        ], retention: .register)
    }

    /// It went to whoever pays.
    package static func send(_ id: Invoice.ID, to address: String, _ pdf: [UInt8], at centre: Centre.ID, in act: Act) throws {
        let invoice = try InvoiceStore.invoice(id, at: centre, in: act)
        guard !invoice.isWithdrawn else { throw Problem.conflict(T.invoices.errorWithdrawn) }
        try InvoiceLetters.paper(invoice, to: address, pdf, in: act)
        try act.db.run("UPDATE invoice SET sent = \(act.now) WHERE id = \(id)")
        try act.record(T.invoices.sentDeed, .invoice(id), centre: centre)
    }
}
