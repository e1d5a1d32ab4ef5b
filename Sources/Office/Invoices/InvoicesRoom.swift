import Accounts
import Centres
import Claims
import Kernel
import Languages
import Look
import Registry
import Schools
package import Web

extension Room {
    /// Papers of money: pro-formas, invoices, advances, notes that put them right, slips; and the files that go to the state.
    package static let invoices = Room("invoices") { room in
        room.get("/staff/invoices", .coordinator, example: "/staff/invoices", InvoicePages.list)
        room.get("/staff/invoices/ready", .coordinator, example: "/staff/invoices/ready", InvoicePages.ready)
        room.post("/staff/invoices/ready", .coordinator, InvoicePages.issueMany)
        room.get("/staff/invoices/new", .coordinator, example: "/staff/invoices/new?payer=1", InvoicePages.new)
        room.post("/staff/invoices/new", .coordinator, InvoicePages.issue)
        room.get("/staff/invoices/papers.pdf", .coordinator, InvoicePages.papers)
        room.get("/staff/invoices/slips.pdf", .coordinator, SlipPages.ofPayer)
        room.get("/staff/invoices/slips/:share/slip.pdf", .coordinator, SlipPages.ofShare)
        room.get("/staff/invoices/issuer", .director, example: "/staff/invoices/issuer", IssuerPages.show)
        room.post("/staff/invoices/issuer", .director, IssuerPages.save)
        room.post("/staff/invoices/issuer/tax", .director, IssuerPages.setTax)
        room.post("/staff/invoices/issuer/silence", .director, IssuerPages.setSilence)
        room.get("/staff/invoices/:invoice", .coordinator, example: "/staff/invoices/1", InvoicePaperPages.show)
        room.get("/staff/invoices/:invoice/paper.pdf", .coordinator, InvoicePaperPages.pdf)
        room.get("/staff/invoices/:invoice/file.xml", .coordinator, InvoicePaperPages.file)
        room.post("/staff/invoices/:invoice/standing", .coordinator, InvoicePaperPages.stand)
        room.post("/staff/invoices/:invoice/complete", .coordinator, InvoicePaperPages.complete)
        room.post("/staff/invoices/:invoice/withdraw", .coordinator, InvoicePaperPages.withdraw)
        room.post("/staff/invoices/:invoice/send", .coordinator, InvoicePaperPages.send)
        room.get("/staff/invoices/:invoice/credit", .coordinator, example: "/staff/invoices/2/credit", InvoicePaperPages.newCredit)
        room.post("/staff/invoices/:invoice/credit", .coordinator, InvoicePaperPages.credit)
        room.get("/staff/invoices/:invoice/debit", .coordinator, example: "/staff/invoices/2/debit", InvoicePaperPages.newDebit)
        room.post("/staff/invoices/:invoice/debit", .coordinator, InvoicePaperPages.debit)

        room.get("/me/invoices/:invoice/paper.pdf", .person, InvoicePaperPages.ownPDF)
        room.get("/me/payments/:share/slip.pdf", .person, SlipPages.own)

        room.menu(.staff, T.invoices.title, "/staff/invoices", .apply, in: .office, at: 75)

        room.answer(PaymentDoorsAsked.self, InvoiceDoors.ofPayments)
        room.answer(ClaimPartAsked.self, InvoiceDoors.ofClaim)
        room.answer(PayerPartAsked.self, InvoiceDoors.ofPayer)
        room.bring(RegistryKind("invoice", T.invoices.title))
        room.answer(HeldAsked.self) { try InvoiceKeepingStore.held(about: $0.person, in: $1) }
        room.nightly("invoices.forget") { try InvoiceKeepingStore.forgetOld(in: $0) }
        room.index(InvoiceStore.reindex)
        room.today(InvoiceSharedPages.today)
        room.me(InvoiceSharedPages.mine)
        room.school(InvoiceSharedPages.ofSchool)
    }
}
