import Centres
package import Languages
import Look

// What things of this room are called.

extension InvoiceKind {
    package var name: Phrase {
        switch self {
        case .proforma: T.invoices.kindProforma
        case .invoice: T.invoices.kindInvoice
        case .advance: T.invoices.kindAdvance
        case .credit: T.invoices.kindCredit
        case .debit: T.invoices.kindDebit
        }
    }

    /// Above the list of papers of the kind.
    var plural: Phrase {
        switch self {
        case .proforma: T.invoices.kindProformas
        case .invoice: T.invoices.kindInvoices
        case .advance: T.invoices.kindAdvances
        case .credit: T.invoices.kindCredits
        case .debit: T.invoices.kindDebits
        }
    }
}

extension InvoiceStanding.State {
    var name: Phrase {
        switch self {
        case .none: T.invoices.standingNone
        case .sent: T.invoices.standingSent
        case .accepted: T.invoices.standingAccepted
        case .rejected: T.invoices.standingRejected
        }
    }

    var tone: Tone {
        switch self {
        case .none: .waiting
        case .sent: .info
        case .accepted: .good
        case .rejected: .bad
        }
    }

    /// The verb that leads to it.
    var act: Phrase {
        switch self {
        case .none: T.invoices.actNone
        case .sent: T.invoices.actSent
        case .accepted: T.invoices.actAccepted
        case .rejected: T.invoices.actRejected
        }
    }
}

extension VATRule.Status {
    var name: Phrase {
        switch self {
        case .outside: T.invoices.taxOutside
        case .exempt: T.invoices.taxExempt
        case .taxed: T.invoices.taxTaxed
        }
    }
}

extension SilenceRule.Buyer {
    var name: Phrase {
        switch self {
        case .public: T.invoices.buyerPublic
        case .private: T.invoices.buyerPrivate
        }
    }
}

extension EInvoiceFault {
    /// The field and what is wrong with it, as one sentence.
    package var phrase: Phrase {
        reason == .missing ? T.invoices.faultMissing(field: .phrase(field.name)) : T.invoices.faultWrong(field: .phrase(field.name))
    }
}

extension EInvoiceFault.Field {
    var name: Phrase {
        switch self {
        case .kind: T.invoices.fieldKind
        case .buyer: T.invoices.fieldBuyer
        case .sellerPib: T.invoices.fieldSellerPib
        case .sellerNumber: T.invoices.fieldSellerNumber
        case .sellerAccount: T.invoices.fieldSellerAccount
        case .sellerTown: T.invoices.fieldSellerTown
        case .vat: T.invoices.fieldVat
        case .buyerPib: T.invoices.fieldBuyerPib
        case .buyerNumber: T.invoices.fieldBuyerNumber
        case .buyerVat: T.invoices.fieldBuyerVat
        case .buyerTown: T.invoices.fieldBuyerTown
        case .jbkjs: T.invoices.fieldJbkjs
        case .contract: T.invoices.fieldContract
        case .amount: T.invoices.fieldAmount
        }
    }

    /// Whether it is written on the page of the centre's own particulars.
    var isOwn: Bool { [.sellerPib, .sellerNumber, .sellerAccount, .sellerTown, .vat].contains(self) }
}
