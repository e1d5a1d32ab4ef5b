import Centres
import Languages

/// A paper as a file in UBL 2.1, an `Invoice` or a `CreditNote`: what СЕФ and SABIS take. A pure function of what was frozen.
package struct EInvoiceXML {
    private let paper: InvoicePaper
    private let profile: EInvoiceProfile
    private let sums: InvoiceSums
    private var text = ""

    private init(_ paper: InvoicePaper) {
        (self.paper, profile, sums) = (paper, EInvoiceProfile(paper.country), paper.sums)
    }

    /// - Returns: nil for a pro-forma, which is no invoice.
    package static func text(of paper: InvoicePaper) -> String? {
        guard let code = paper.kind.code else { return nil }
        var writer = EInvoiceXML(paper)
        writer.document(code)
        return writer.text
    }

    private var isCredit: Bool { paper.kind == .credit }

    // MARK: The document

    private mutating func document(_ code: String) {
        let root = isCredit ? "CreditNote" : "Invoice"
        let spaces = "urn:oasis:names:specification:ubl:schema:xsd:"
        text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root) xmlns=\"\(spaces)\(root)-2\" xmlns:cac=\"\(spaces)CommonAggregateComponents-2\" "
            + "xmlns:cbc=\"\(spaces)CommonBasicComponents-2\">"
        basic("CustomizationID", profile.customization)
        if profile == .peppol { basic("ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0") }
        basic("ID", paper.number)
        basic("IssueDate", paper.issued.iso)
        if isCredit {
            basic("CreditNoteTypeCode", code)
        } else {
            basic("DueDate", paper.due.iso)
            basic("InvoiceTypeCode", code)
        }
        basic("Note", [paper.reason, paper.note].filter { !$0.isEmpty }.joined(separator: "\n"))
        basic("DocumentCurrencyCode", paper.currency.rawValue)
        if profile == .peppol { basic("BuyerReference", [paper.contract, paper.order?.number ?? "", paper.reference,
            paper.number].first { !$0.isEmpty } ?? "") }
        if profile == .srbdt { group("InvoicePeriod") { $0.basic("DescriptionCode", $0.taxPoint) } }
        if let order = paper.order { group("OrderReference") { $0.basic("ID", order.number) } }
        for earlier in (isCredit || paper.kind == .debit ? [paper.corrected].compactMap(\.self) : paper.advances) { billed(earlier) }
        if !paper.contract.isEmpty { group("ContractDocumentReference") { $0.basic("ID", $0.paper.contract) } }
        group("AccountingSupplierParty") { $0.party($0.paper.seller, isSeller: true) }
        group("AccountingCustomerParty") { $0.party($0.paper.buyer, isSeller: false) }
        group("Delivery") { $0.basic("ActualDeliveryDate", $0.paper.supplied.iso) }
        means()
        tax()
        totals()
        for number in paper.lines.indices { line(number) }
        text += "\n</\(root)>\n"
    }

    /// When the tax is owed: on the day of delivery, of payment, or of the paper.
    private var taxPoint: String {
        switch paper.kind {
        case .advance: "432"
        case .credit, .debit: "3"
        default: "35"
        }
    }

    private mutating func billed(_ earlier: InvoicePaper.Earlier) {
        group("BillingReference") { xml in
            xml.group("InvoiceDocumentReference") { xml in
                xml.basic("ID", earlier.number)
                xml.basic("IssueDate", earlier.day.iso)
            }
        }
    }

    // MARK: Parties

    private mutating func party(_ side: InvoicePaper.Side, isSeller: Bool) {
        group("Party") { xml in
            switch xml.profile {
            case .srbdt:
                xml.basic("EndpointID", side.pib, ("schemeID", "9948"))
                if !side.jbkjs.isEmpty, !isSeller { xml.group("PartyIdentification") { $0.basic("ID", "JBKJS:\(side.jbkjs)") } }
            case .peppol: xml.basic("EndpointID", side.companyNumber, ("schemeID", "0200"))
            }
            xml.group("PartyName") { $0.basic("Name", side.name) }
            xml.group("PostalAddress") { xml in
                xml.basic("StreetName", side.street)
                xml.basic("CityName", side.place)
                xml.basic("PostalZone", side.postcode)
                xml.group("Country") { $0.basic("IdentificationCode", $0.paper.country.rawValue) }
            }
            let vat = xml.taxNumber(side, isSeller: isSeller)
            if !vat.isEmpty {
                xml.group("PartyTaxScheme") { xml in
                    xml.basic("CompanyID", vat)
                    xml.scheme()
                }
            }
            xml.group("PartyLegalEntity") { xml in
                xml.basic("RegistrationName", side.name)
                xml.basic("CompanyID", side.companyNumber)
            }
            if !side.email.isEmpty || !side.phone.isEmpty {
                xml.group("Contact") { xml in
                    xml.basic("Telephone", side.phone)
                    xml.basic("ElectronicMail", side.email)
                }
            }
        }
    }

    /// A paper that is not subject to the tax names no number of it.
    private func taxNumber(_ side: InvoicePaper.Side, isSeller: Bool) -> String {
        switch profile {
        case .srbdt: side.pib.isEmpty ? "" : "RS\(side.pib)"
        case .peppol: paper.vat.category == "O" ? "" : side.vatNumber
        }
    }

    // MARK: Money

    private mutating func means() {
        group("PaymentMeans") { xml in
            xml.basic("PaymentMeansCode", "30")
            if xml.isCredit { xml.basic("PaymentDueDate", xml.paper.due.iso) }
            xml.basic("PaymentID", xml.paper.reference)
            xml.group("PayeeFinancialAccount") { $0.basic("ID", $0.paper.account) }
        }
    }

    private mutating func tax() {
        group("TaxTotal") { xml in
            xml.amount("TaxAmount", xml.sums.tax)
            xml.group("TaxSubtotal") { xml in
                xml.amount("TaxableAmount", xml.sums.net)
                xml.amount("TaxAmount", xml.sums.tax)
                xml.category("TaxCategory", isWhole: true)
            }
        }
    }

    private mutating func category(_ name: String, isWhole: Bool) {
        group(name) { xml in
            xml.basic("ID", xml.paper.vat.category)
            if xml.paper.vat.category != "O" { xml.basic("Percent", "\(xml.paper.vat.percent)") }
            if isWhole, xml.paper.vat.status != .taxed {
                xml.basic("TaxExemptionReasonCode", xml.paper.vat.code)
                xml.basic("TaxExemptionReason", xml.paper.vat.article)
            }
            xml.scheme()
        }
    }

    private mutating func scheme() { group("TaxScheme") { $0.basic("ID", "VAT") } }

    private mutating func totals() {
        group("LegalMonetaryTotal") { xml in
            xml.amount("LineExtensionAmount", xml.sums.net)
            xml.amount("TaxExclusiveAmount", xml.sums.net)
            xml.amount("TaxInclusiveAmount", xml.sums.withTax)
            if xml.sums.prepaid != 0 { xml.amount("PrepaidAmount", xml.sums.prepaid) }
            if xml.sums.rounding != 0 { xml.amount("PayableRoundingAmount", xml.sums.rounding) }
            xml.amount("PayableAmount", xml.sums.payable)
        }
    }

    private mutating func line(_ number: Int) {
        let line = paper.lines[number], net = sums.nets[number]
        group(isCredit ? "CreditNoteLine" : "InvoiceLine") { xml in
            xml.basic("ID", "\(number + 1)")
            xml.basic(xml.isCredit ? "CreditedQuantity" : "InvoicedQuantity", "1", ("unitCode", "H87"))
            xml.amount("LineExtensionAmount", net)
            xml.group("Item") { xml in
                xml.basic("Description", line.whom)
                xml.basic("Name", line.what)
                xml.category("ClassifiedTaxCategory", isWhole: false)
            }
            xml.group("Price") { $0.amount("PriceAmount", net) }
        }
    }

    // MARK: Writing

    private mutating func group(_ name: String, _ content: (inout EInvoiceXML) -> Void) {
        text += "\n<cac:\(name)>"
        content(&self)
        text += "</cac:\(name)>"
    }

    /// Nothing where there is nothing to say: an empty element is a fault.
    private mutating func basic(_ name: String, _ value: String, _ attribute: (name: String, value: String)? = nil) {
        guard !value.isEmpty else { return }
        let mark = attribute.map { " \($0.name)=\"\(Self.escaped($0.value))\"" } ?? ""
        text += "<cbc:\(name)\(mark)>\(Self.escaped(value))</cbc:\(name)>"
    }

    private mutating func amount(_ name: String, _ minor: Int) {
        let size = minor.magnitude
        let hundredths = size % 100
        basic(name, "\(minor < 0 ? "-" : "")\(size / 100).\(hundredths < 10 ? "0" : "")\(hundredths)", ("currencyID", paper.currency.rawValue))
    }

    /// A sign that XML does not know is left out.
    static func escaped(_ text: String) -> String {
        var out = ""
        for sign in text.unicodeScalars {
            switch sign {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out.unicodeScalars.append(sign)
            case _ where sign.value < 0x20 || sign.value == 0xFFFE || sign.value == 0xFFFF: continue
            default: out.unicodeScalars.append(sign)
            }
        }
        return out
    }
}
