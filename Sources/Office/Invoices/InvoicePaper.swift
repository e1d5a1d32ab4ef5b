package import Centres
package import Languages

/// A paper as it was issued: everything that it says, frozen. The page, the print and the file for the state are made of it and of nothing else, so that a
/// school that moves or a fee that changes changes no paper.
package struct InvoicePaper: Codable, Hashable, Sendable {
    /// One of the two who stand on it.
    package struct Side: Codable, Hashable, Sendable {
        package enum Kind: String, Codable, CaseIterable, Sendable { case centre, person, school, municipality, body }

        package var kind: Kind
        package var name: String
        package var street = ""
        package var postcode = ""
        package var place = ""
        package var email = ""
        package var phone = ""
        package var pib = ""
        package var companyNumber = ""
        package var jbkjs = ""
        package var vatNumber = ""

        package init(_ kind: Kind, name: String) { (self.kind, self.name) = (kind, name) }

        /// Whether the state's money is behind it.
        package var isPublic: Bool { kind == .school || kind == .municipality || !jbkjs.isEmpty }
        package var town: String { [postcode, place].filter { !$0.isEmpty }.joined(separator: " ") }
    }

    package struct Line: Codable, Hashable, Sendable {
        /// The share of a claim that it asks for.
        package var share: Int64?
        /// The event or what else is paid.
        package var what: String
        /// For whom.
        package var whom: String
        /// In hundredths, with the tax.
        package var gross: Int

        package init(share: Int64?, what: String, whom: String, gross: Int) { (self.share, self.what, self.whom, self.gross) = (share, what, whom, gross) }
    }

    /// A paper that stood before it: the pro-forma, the advance, the invoice that is put right.
    package struct Earlier: Codable, Hashable, Sendable {
        package var kind: InvoiceKind
        package var number: String
        package var day: Day
        /// What of it counts here, in hundredths.
        package var amount: Int

        package init(_ kind: InvoiceKind, number: String, on day: Day, amount: Int) { (self.kind, self.number, self.day, self.amount) = (kind, number, day,
            amount) }
    }

    package var kind: InvoiceKind
    package var number: String
    package var country: Country
    package var currency: Currency
    /// The language of the print.
    package var language: Language
    package var issued: Day
    package var supplied: Day
    package var due: Day
    package var place: String
    package var seller: Side
    package var buyer: Side
    package var lines: [Line]
    package var vat: VATRule
    package var account: String
    package var bank = ""
    /// Model and reference together, such as `9706…` or `RF…`.
    package var reference: String
    package var contract = ""
    package var order: Earlier?
    /// What was paid before on advance invoices.
    package var advances: [Earlier] = []
    /// The invoice that a credit or a debit note puts right.
    package var corrected: Earlier?
    package var reason = ""
    package var note = ""
    package var signer = ""

    package init(
        _ kind: InvoiceKind, number: String, country: Country, currency: Currency, language: Language, issued: Day, supplied: Day, due: Day, place: String,
        from seller: Side, to buyer: Side, lines: [Line], vat: VATRule, account: String, reference: String
    ) {
        (self.kind, self.number, self.country, self.currency, self.language) = (kind, number, country, currency, language)
        (self.issued, self.supplied, self.due, self.place) = (issued, supplied, due, place)
        (self.seller, self.buyer, self.lines, self.vat, self.account, self.reference) = (seller, buyer, lines, vat, account, reference)
    }

    package var sums: InvoiceSums {
        InvoiceSums(gross: lines.map(\.gross), percent: vat.percent, prepaid: kind == .invoice ? advances.reduce(0) { $0 + $1.amount } : 0)
    }

    package var total: Money { Money(minor: sums.gross, currency) ?? .nothing(currency) }
    package var payable: Money { Money(minor: sums.payable, currency) ?? .nothing(currency) }
    package func money(_ minor: Int) -> Money { Money(minor: minor, currency) ?? .nothing(currency) }
}

/// What a paper does.
package enum InvoiceKind: String, Codable, CaseIterable, Sendable {
    /// Says what will be owed; nothing is owed by it.
    case proforma
    case invoice
    /// For what was paid before it was delivered.
    case advance
    /// Takes back a part of an invoice, or all of it.
    case credit
    /// Adds to an invoice.
    case debit

    /// What stands before the number, so that no two papers of a year are called alike.
    package func mark(in country: Country) -> String {
        switch (self, country) {
        case (.invoice, _): ""
        case (.proforma, .serbia): "PR-"
        case (.advance, .serbia): "AV-"
        case (.credit, .serbia): "KO-"
        case (.debit, .serbia): "KZ-"
        case (.proforma, .lithuania): "IS-"
        case (.advance, .lithuania): "AV-"
        case (.credit, .lithuania): "KS-"
        case (.debit, .lithuania): "DS-"
        }
    }

    package func number(_ number: Int, of year: Int, in country: Country) -> String { "\(mark(in: country))\(number)/\(year)" }

    /// Whether it asks for money.
    package var asks: Bool { self != .credit && self != .advance }
    /// The code of an electronic invoice; a pro-forma is none.
    package var code: String? {
        switch self {
        case .proforma: nil
        case .invoice: "380"
        case .advance: "386"
        case .credit: "381"
        case .debit: "383"
        }
    }
}
