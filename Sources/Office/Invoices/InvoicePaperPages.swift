import Centres
import Claims
import Files
import Forms
import Kernel
import Languages
import Look
import Registry
import Web

/// One paper: what it says, as PDF, as a file for the state, and what became of it.
enum InvoicePaperPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Invoice.ID) = (visit.centre.id, try visit.id("invoice"))
        let sight = try await visit.read { try InvoiceSightStore.sight(id, at: centre, in: $0) }
        return InvoiceViews(reader: visit.reader).show(sight, form ?? visit.form(Typed([("email", sight.address)])))
    }

    private static func invoice(_ visit: Visit) async throws -> Invoice {
        let (centre, id): (Centre.ID, Invoice.ID) = (visit.centre.id, try visit.id("invoice"))
        return try await visit.read { try InvoiceStore.invoice(id, at: centre, in: $0) }
    }

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer { try await printed(try await invoice(visit), visit) }

    /// For whoever pays.
    @Sendable static func ownPDF(_ visit: Visit) async throws -> Answer {
        let id: Invoice.ID = try visit.id("invoice"), centre = visit.centre.id
        let invoice = try await visit.read { try InvoiceStore.own(id, in: $0) }
        guard invoice.centre == centre, !invoice.isWithdrawn else { throw Problem.missing }
        return try await printed(invoice, visit)
    }

    private static func printed(_ invoice: Invoice, _ visit: Visit) async throws -> Answer {
        .file(bytes: try await InvoicePages.set([invoice.paper], visit), type: "application/pdf", name: "\(fileName(invoice)).pdf")
    }

    private static func fileName(_ invoice: Invoice) -> String { invoice.paper.number.replacing("/", with: "-") }

    /// The file that is carried to the state; where something lacks, the page says what.
    @Sendable static func file(_ visit: Visit) async throws -> Answer {
        let invoice = try await invoice(visit)
        guard invoice.hasFile else { throw Problem.missing }
        guard EInvoiceFault.faults(of: invoice.paper).isEmpty, let text = EInvoiceXML.text(of: invoice.paper) else {
            return visit.page(try await show(visit, visit.form(.nothing, Problem.conflict(T.invoices.errorFile))), status: 409)
        }
        return .text(text, type: "application/xml; charset=utf-8", name: "\(fileName(invoice)).xml")
    }

    // MARK: What becomes of it

    private static func deed(_ visit: Visit, _ said: Phrase, _ deed: @escaping @Sendable (Invoice.ID, Centre.ID, Act) throws -> Void) async throws -> Answer {
        let (centre, id): (Centre.ID, Invoice.ID) = (visit.centre.id, try visit.id("invoice"))
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/invoices/\(id)"), said)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func stand(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await deed(visit, T.common.saved) { try InvoiceDeedStore.stand($0, try InvoiceStanding(typed, own: own), at: $1, in: $2) }
    }

    @Sendable static func complete(_ visit: Visit) async throws -> Answer {
        try await deed(visit, T.invoices.saidCompleted) { try InvoiceDeedStore.complete($0, at: $1, in: $2) }
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed["reason"]
        return try await deed(visit, T.invoices.saidWithdrawn) { id, centre, act in
            var faults = Faults()
            faults.limit(reason, "reason", .sentence)
            try faults.check()
            try InvoiceDeedStore.withdraw(id, because: reason, at: centre, in: act)
        }
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, Invoice.ID) = (visit.centre.id, try visit.id("invoice")), typed = visit.typed
        return try await visit.submit {
            let address = try AddressForm.read(typed), invoice = try await invoice(visit), pdf = try await InvoicePages.set([invoice.paper], visit)
            return try await visit.act { act in
                try InvoiceDeedStore.send(id, to: address, pdf, at: centre, in: act)
                return Redirect(visit.link("/staff/invoices/\(id)"), T.invoices.saidSent)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: Notes that put it right

    @Sendable static func newCredit(_ visit: Visit) async throws -> Answer { visit.page(try await correction(visit, .credit, nil)) }
    @Sendable static func newDebit(_ visit: Visit) async throws -> Answer { visit.page(try await correction(visit, .debit, nil)) }
    @Sendable static func credit(_ visit: Visit) async throws -> Answer { try await correct(visit, .credit) }
    @Sendable static func debit(_ visit: Visit) async throws -> Answer { try await correct(visit, .debit) }

    private static func correction(_ visit: Visit, _ kind: InvoiceKind, _ form: FilledForm?) async throws -> Screen {
        let (centre, id): (Centre.ID, Invoice.ID) = (visit.centre.id, try visit.id("invoice"))
        let (invoice, left) = try await visit.read { act in
            let invoice = try InvoiceStore.invoice(id, at: centre, in: act)
            guard invoice.kind == .invoice || invoice.kind == .debit else { throw Problem.missing }
            return (invoice, try InvoiceIssueStore.left(of: invoice, in: act))
        }
        return InvoiceFormViews(reader: visit.reader).correction(invoice, kind, left, form ?? visit.form(CorrectionForm.typed(left, kind)))
    }

    private static func correct(_ visit: Visit, _ kind: InvoiceKind) async throws -> Answer {
        let (centre, id): (Centre.ID, Invoice.ID) = (visit.centre.id, try visit.id("invoice")), typed = visit.typed
        return try await visit.submit {
            try await visit.act { act in
                let invoice = try InvoiceStore.invoice(id, at: centre, in: act)
                let form = try CorrectionForm(typed, invoice.paper.lines.count, in: invoice.paper.currency)
                let note = try InvoiceIssueStore.correct(id, kind, form.amounts, because: form.reason, at: centre, in: act)
                return Redirect(visit.link("/staff/invoices/\(note)"), T.invoices.saidIssued)
            }
        } again: { try await correction(visit, kind, $0) }
    }
}
