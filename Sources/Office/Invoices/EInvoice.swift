package import Centres
package import Languages

/// A way of writing an electronic invoice.
package enum EInvoiceProfile: Sendable {
    /// Serbia's СЕФ.
    case srbdt
    /// Peppol BIS Billing 3.0, as the Lithuanian SABIS takes it.
    case peppol

    package init(_ country: Country) { self = country == .serbia ? .srbdt : .peppol }

    package var customization: String {
        switch self {
        case .srbdt: "urn:cen.eu:en16931:2017#compliant#urn:mfin.gov.rs:srbdt:2022"
        case .peppol: "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
        }
    }
}

/// What keeps a paper from becoming a file: the field, and what is wrong with it.
package struct EInvoiceFault: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case kind, buyer, sellerPib, sellerNumber, sellerAccount, sellerTown, vat, buyerPib, buyerNumber, buyerVat, buyerTown, jbkjs, contract, amount
    }

    package enum Reason: Hashable, Sendable { case missing, wrong }

    package let field: Field
    package let reason: Reason

    package init(_ field: Field, _ reason: Reason) { (self.field, self.reason) = (field, reason) }

    /// Everything that lacks or is wrong; nothing, and the file may be made.
    package static func faults(of paper: InvoicePaper) -> [EInvoiceFault] {
        var faults: [EInvoiceFault] = []
        func require(_ text: String, _ field: Field, _ isRight: (String) -> Bool = { _ in true }) {
            if text.isEmpty { faults.append(.init(field, .missing)) } else if !isRight(text) { faults.append(.init(field, .wrong)) }
        }
        let (seller, buyer) = (paper.seller, paper.buyer)
        if paper.kind.code == nil { faults.append(.init(.kind, .wrong)) }
        if buyer.kind == .person { faults.append(.init(.buyer, .wrong)) }
        if paper.sums.gross < 1 { faults.append(.init(.amount, .wrong)) }
        require(paper.account, .sellerAccount) { BankAccount(typed: $0).map { $0.isIBAN == (paper.country == .lithuania) } ?? false }
        require(seller.place, .sellerTown)
        require(buyer.place, .buyerTown)
        switch EInvoiceProfile(paper.country) {
        case .srbdt:
            require(seller.pib, .sellerPib, TaxNumber.isSound)
            require(seller.companyNumber, .sellerNumber, isCompanyNumber)
            require(buyer.pib, .buyerPib, TaxNumber.isSound)
            require(buyer.companyNumber, .buyerNumber, isCompanyNumber)
            if buyer.isPublic {
                require(buyer.jbkjs, .jbkjs, BudgetNumber.isSound)
                // What an oral order was is told by the pro-forma.
                if paper.order == nil { require(paper.contract, .contract) }
            }
        case .peppol:
            require(seller.companyNumber, .sellerNumber, isLithuanianCode)
            require(buyer.companyNumber, .buyerNumber, isLithuanianCode)
            if paper.vat.status != .outside { require(seller.vatNumber, .vat, isLithuanianVAT) }
            if !buyer.vatNumber.isEmpty { require(buyer.vatNumber, .buyerVat, isLithuanianVAT) }
        }
        return faults
    }

    /// Eight digits, or thirteen of somebody who trades alone; whether the last digit proves the rest is told where it is typed, and refuses nothing.
    static func isCompanyNumber(_ text: String) -> Bool { [8, 13].contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    static func isLithuanianCode(_ text: String) -> Bool { [7, 9].contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    static func isLithuanianVAT(_ text: String) -> Bool {
        text.hasPrefix("LT") && [9, 12].contains(text.utf8.count - 2) && text.dropFirst(2).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// What silence means: so many days after a file was sent, and so many more when the receiver was reminded, it counts as taken or as refused. Data with a day
/// from which it holds.
package struct SilenceRule: Hashable, Sendable {
    package enum Buyer: String, CaseIterable, Sendable { case `public`, `private` }

    package var buyer: Buyer
    package var days: Int
    package var moreDays: Int
    package var isTaken: Bool
    package var article: String
    package var starts: Day

    package init(_ buyer: Buyer, days: Int, moreDays: Int, isTaken: Bool, article: String = "", from starts: Day) {
        (self.buyer, self.days, self.moreDays, self.isTaken, self.article, self.starts) = (buyer, days, moreDays, isTaken, article, starts)
    }

    package static let bounds = 0...90

    package static func holding(for buyer: Buyer, on day: Day, of rules: [SilenceRule]) -> SilenceRule? {
        rules.filter { $0.buyer == buyer && $0.starts <= day }.max { $0.starts < $1.starts }
    }

    /// The first day on which silence is an answer.
    package func answers(sent: Day) -> Day { sent.adding(days: days + moreDays + 1) }

    /// What Serbia has; where a centre knows better it writes so. Lithuania has none.
    package static func usual(in country: Country, from starts: Day, _ t: Texts? = nil) -> [SilenceRule] {
        guard country == .serbia else { return [] }
        let article = t.map { $0(T.invoices.silenceArticle) } ?? ""
        return [
            SilenceRule(.public, days: 15, moreDays: 5, isTaken: true, article: article, from: starts),
            SilenceRule(.private, days: 15, moreDays: 5, isTaken: false, article: article, from: starts),
        ]
    }
}
