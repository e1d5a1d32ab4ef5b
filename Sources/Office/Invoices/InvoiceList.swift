package import Forms

/// The list of papers as it is shown.
package struct InvoiceList: Sendable {
    package let filter: InvoiceFilter
    package let lines: [InvoiceListed]
    package let paging: Paging
    /// So many payers wait for a paper.
    package let waiting: Int

    package static var size: Int { Paging.size }
    package static func paging(_ page: Int?, count: Int) -> Paging { Paging(page, count: count) }
}

/// One paper with all that stands around it.
package struct InvoiceSight: Sendable {
    package let invoice: Invoice
    package let origin: InvoiceListed?
    package let corrected: InvoiceListed?
    package let following: [InvoiceListed]
    /// What keeps it from becoming a file.
    package let faults: [EInvoiceFault]
    /// What silence means for it.
    package let silence: SilenceRule?
    /// Where whoever pays is written to today.
    package let address: String
    /// The number in the register of documents.
    package let registered: String?
}
