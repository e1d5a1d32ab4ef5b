package import Centres
import Languages

/// What a centre's papers say of the centre, and the rules of its papers that hold from a day on.
package struct Issuer: Sendable, Hashable {
    package var side: InvoicePaper.Side
    /// Eighteen digits, or an IBAN.
    package var account: String
    package var bank: String
    package var signer: String

    package init(_ side: InvoicePaper.Side, account: String = "", bank: String = "", signer: String = "") {
        (self.side, self.account, self.bank, self.signer) = (side, account, bank, signer)
    }

    /// What is known of a centre before anybody wrote it down for papers.
    package init(of centre: Centre) {
        var side = InvoicePaper.Side(.centre, name: centre.name)
        (side.street, side.email, side.phone) = (centre.street, centre.email, centre.phone)
        self.init(side)
    }
}

/// All that a centre has decided about its papers.
package struct IssuerSight: Sendable {
    package let country: Country
    package let issuer: Issuer
    /// Whether it was written down.
    package let isWritten: Bool
    /// The newest first.
    package let taxes: [VATRule]
    package let silences: [SilenceRule]
}
