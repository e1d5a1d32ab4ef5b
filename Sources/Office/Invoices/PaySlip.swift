import Centres
package import Claims
import Documents
package import Languages

/// How somebody pays one amount: what a slip says and the code on it. In Serbia the code of the National Bank, for euros that of the European Payments Council.
package struct PaySlip: Sendable {
    let payee: [String]
    let payer: [String]
    package let amount: Money
    package let account: String
    /// Model and reference together.
    package let reference: String
    let purpose: String

    /// Of a paper.
    init(_ paper: InvoicePaper, _ t: Texts) {
        payee = Self.payee(paper.seller, t)
        payer = [paper.buyer.kind == .person ? paper.buyer.name : t.shown(paper.buyer.name), t.shown(paper.buyer.street),
            t.shown(paper.buyer.town)].filter { !$0.isEmpty }
        (amount, account, reference) = (paper.payable, paper.account, paper.reference)
        purpose = "\(t(paper.kind.name)) \(paper.number)"
    }

    /// Of a part of a claim, for who pays without a paper.
    /// - Returns: nil where nothing is to be paid.
    package init?(_ share: InvoiceShare, payer: ClaimPayer, to issuer: Issuer, _ t: Texts) {
        guard let rest = Money(minor: share.owed.minor - share.paid.minor,
            share.owed.currency), rest.minor > 0, let reference = share.reference, !issuer.account.isEmpty else { return nil }
        payee = Self.payee(issuer.side, t)
        let details = payer.details, town = [details.postcode, details.place].filter { !$0.isEmpty }.joined(separator: " ")
        self.payer = [payer.whose.kind == .person ? details.name : t.shown(details.name), t.shown(details.street), t.shown(town)].filter { !$0.isEmpty }
        (amount, account, self.reference) = (rest, issuer.account, reference.paid(in: rest.currency))
        purpose = t.shown(share.what)
    }

    private static func payee(_ side: InvoicePaper.Side, _ t: Texts) -> [String] { [t.shown(side.name), t.shown(side.street),
        t.shown(side.town)].filter { !$0.isEmpty } }

    /// What the code says; nil where the account or the currency has none.
    package var payload: String? {
        if amount.currency == .rsd {
            return IpsQR(account: account, name: payee, amount: amount, payer: payer, purpose: purpose, reference: reference)?.payload
        }
        guard let own = BankAccount(typed: account) else { return nil }
        return SepaQR(account: own, name: payee.first ?? "", amount: amount, reference: reference, purpose: purpose)?.payload
    }

    func code(alt: String) -> InvoicePrint.Code? {
        guard let payload, let code = QRCode(payload, highestVersion: SepaQR.highestVersion) else { return nil }
        return InvoicePrint.Code(path: code.path, extent: code.extent, alt: alt)
    }

    /// As people read it: the model apart, or groups of four.
    var referenceShown: String {
        guard case .right(let own) = Reference.read(reference) else { return reference }
        return own.written(in: amount.currency)
    }
}

/// Slips in finished words, as `payslip.typ` prints them.
struct PaySlipPrint: Encodable {
    struct Purpose: Encodable {
        let label: String
        let text: String
    }

    struct Box: Encodable {
        let label: String
        let value: String
        let share: Int
    }

    struct Slip: Encodable {
        let title: String
        let payer: InvoicePrint.Side
        let purpose: Purpose
        let payee: InvoicePrint.Side
        let boxes: [[Box]]
        let code: InvoicePrint.Code?
        let hint: String
        let signs: [String]
    }

    let language: String
    let title: String
    let slips: [Slip]

    init(_ slips: [PaySlip], _ t: Texts) {
        (language, title) = (t.language.rawValue, t(T.invoices.slip))
        self.slips = slips.map { slip in
            let isDinar = slip.amount.currency == .rsd, reference = slip.referenceShown
            let account = BankAccount(typed: slip.account)?.shown ?? slip.account
            let first = [
                Box(label: t(T.invoices.slipCode), value: "221", share: 2), Box(label: t(T.invoices.slipCurrency), value: slip.amount.currency.rawValue,
                    share: 2),
                Box(label: t(T.invoices.amount), value: "= \(t.plain(slip.amount.minor))", share: 4),
            ]
            let number = isDinar
                ? [
                    Box(label: t(T.invoices.slipModel), value: String(reference.prefix(2)), share: 1),
                    Box(label: t(T.invoices.reference), value: reference.dropFirst(2).trimmingPrefix(" ").description, share: 5),
                ] : [Box(label: t(T.invoices.reference), value: reference, share: 1)]
            return Slip(
                title: t(T.invoices.slip), payer: .init(label: t(T.invoices.slipPayer), lines: slip.payer), purpose: .init(label: t(T.invoices.purpose),
                    text: slip.purpose),
                payee: .init(label: t(T.invoices.slipPayee), lines: slip.payee),
                boxes: [isDinar ? first : Array(first.dropFirst()), [Box(label: t(T.invoices.account), value: account, share: 1)], number],
                code: slip.code(alt: t(T.invoices.codeAlt)), hint: t(T.invoices.scan), signs: [t(T.invoices.slipSigned), t(T.invoices.slipDay)])
        }
    }
}
