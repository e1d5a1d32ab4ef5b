import Centres
import Claims
import Forms
import Kernel
import Languages
import Mail

// What was typed about papers of money, and the other way round.

private func dayTyped(_ typed: Typed, _ field: String, own: Language, isOptional: Bool = false, _ faults: inout Faults) -> Day? {
    if isOptional, typed[field].isEmpty { return nil }
    let day = Day(typed: typed[field])
    faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "1.9.2026." : "2026-09-01"))
    return day
}

extension InvoiceFilter {
    init(_ query: Typed) {
        self.init()
        kind = InvoiceKind(rawValue: query["kind"])
        standing = InvoiceStanding.State(rawValue: query["state"])
        payer = ClaimPayer.ID(query["payer"])
        year = query.number("year", in: 2000...2199)
        words = query["q"]
    }
}

extension InvoiceDraft {
    /// The languages in which a centre writes papers.
    static func languages(in country: Country) -> [Language] { country == .serbia ? [.sr, .srLatn, .en] : [.lt, .en] }

    /// - Parameter today: on which the paper is issued.
    init(_ typed: Typed, payer: ClaimPayer.ID, in country: Country, today: Day, own: Language) throws {
        var faults = Faults()
        let kind = InvoiceKind(rawValue: typed["kind"]), language = Language(rawValue: typed["language"])
        faults.require(kind == .proforma || kind == .invoice || kind == .advance, "kind", T.common.errorChoose)
        faults.require(language.map { Self.languages(in: country).contains($0) } ?? false, "language", T.common.errorChoose)
        let supplied = dayTyped(typed, "supplied", own: own, isOptional: true, &faults), due = dayTyped(typed, "due", own: own, isOptional: true, &faults)
        if let due { faults.require(due >= today && due <= today.adding(days: 366), "due", T.invoices.errorDue) }
        if let supplied { faults.require(abs(supplied.days(until: today)) <= 366, "supplied", T.invoices.errorSupplied) }
        let contract = typed["contract"], note = typed.lines("note")
        faults.limit(contract, "contract", .label)
        faults.limit(note, "note", .note)
        let shares = typed.all("share").compactMap { ClaimShare.ID($0) }
        faults.require(!shares.isEmpty, "share", T.invoices.errorNobody)
        try faults.check()
        self.init(
            kind ?? .invoice, for: payer, shares, in: language ?? own, supplied: supplied, due: due, contract: contract, note: note, from: Invoice.ID(typed["from"]))
    }
}

/// Amounts of a note, line by line of the invoice, and why.
struct CorrectionForm {
    let amounts: [Int]
    let reason: String

    init(_ typed: Typed, _ lines: Int, in currency: Currency) throws {
        var faults = Faults(), amounts: [Int] = []
        for number in 1...max(1, lines) {
            let text = typed["amount-\(number)"], money = text.isEmpty ? .nothing(currency) : Money(typed: text, currency)
            faults.require(money != nil, "amount-\(number)", T.invoices.errorAmount(currency: .text(currency.rawValue)))
            amounts.append(money?.minor ?? 0)
        }
        reason = typed["reason"]
        faults.require(!reason.isEmpty, "reason", T.common.errorMissing)
        faults.limit(reason, "reason", .sentence)
        try faults.check()
        self.amounts = amounts
    }

    /// To begin with a credit note takes back everything.
    static func typed(_ left: [Money], _ kind: InvoiceKind) -> Typed {
        guard kind == .credit else { return .nothing }
        return Typed(left.enumerated().map { ("amount-\($0 + 1)", written($1)) })
    }

    private static func written(_ money: Money) -> String {
        let hundredths = money.minor % 100
        return "\(money.minor / 100)" + (hundredths == 0 ? "" : ",\(hundredths < 10 ? "0" : "")\(hundredths)")
    }
}

extension InvoiceStanding {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let state = State(rawValue: typed["state"]), day = dayTyped(typed, "day", own: own, isOptional: true,
            &faults), number = typed["outside_number"], remark = typed["remark"]
        faults.require(state != nil, "state", T.common.errorChoose)
        faults.limit(number, "outside_number", .number)
        faults.limit(remark, "remark", .sentence)
        try faults.check()
        self.init(state ?? .none, on: day, number: number, remark: remark)
    }
}

/// An address to which a paper goes.
enum AddressForm {
    static func read(_ typed: Typed) throws -> String {
        var faults = Faults()
        let address = typed["email"]
        faults.require(!address.isEmpty, "email", T.common.errorMissing)
        faults.limit(address, "email", .line)
        _ = faults.address(address, "email")
        try faults.check()
        return address
    }
}

extension Issuer {
    init(_ typed: Typed, in country: Country) throws {
        var faults = Faults(), side = InvoicePaper.Side(.centre, name: typed["name"])
        (side.street, side.postcode, side.place) = (typed["street"], typed["postcode"], typed["place"])
        (side.email, side.phone, side.jbkjs) = (typed["email"], typed["phone"], typed["jbkjs"])
        (side.pib, side.companyNumber) = (typed["pib"].filter { !$0.isWhitespace }, typed["company_number"].filter { !$0.isWhitespace })
        side.vatNumber = typed["vat_number"].uppercased().filter { !$0.isWhitespace }
        faults.require(!side.name.isEmpty, "name", T.common.errorMissing)
        faults.require(!side.place.isEmpty, "place", T.common.errorMissing)
        for (field, text, most) in [
            ("name", side.name, TextLimit.line), ("street", side.street, .line), ("postcode", side.postcode, .number), ("place", side.place, .line),
            ("email", side.email, .line), ("phone", side.phone, .label), ("vat_number", side.vatNumber, .number), ("bank", typed["bank"], .line),
            ("signer", typed["signer"], .line),
        ] { faults.limit(text, field, most) }
        if !side.email.isEmpty { _ = faults.address(side.email, "email") }
        let account = BankAccount(typed: typed["account"])
        faults.require(account != nil, "account", T.invoices.errorAccount)
        if let account { faults.require(account.isIBAN == (country == .lithuania), "account", T.invoices.errorAccountCountry) }
        if country == .serbia {
            if !side.pib.isEmpty { faults.require(TaxNumber.isSound(side.pib), "pib", T.centres.wrongPib) }
            if !side.companyNumber.isEmpty { faults.require(EInvoiceFault.isCompanyNumber(side.companyNumber), "company_number",
                T.invoices.errorCompanyNumber) }
            if !side.jbkjs.isEmpty { faults.require(BudgetNumber.isSound(side.jbkjs), "jbkjs", T.centres.wrongJbkjs) }
        } else {
            if !side.companyNumber.isEmpty { faults.require(EInvoiceFault.isLithuanianCode(side.companyNumber), "company_number",
                T.invoices.errorCompanyNumber) }
            if !side.vatNumber.isEmpty { faults.require(EInvoiceFault.isLithuanianVAT(side.vatNumber), "vat_number", T.invoices.errorVatNumber) }
        }
        try faults.check()
        self.init(side, account: account?.text ?? "", bank: typed["bank"], signer: typed["signer"])
    }

    var typed: Typed {
        Typed([
            "name": side.name, "street": side.street, "postcode": side.postcode, "place": side.place, "email": side.email, "phone": side.phone, "pib": side.pib,
            "company_number": side.companyNumber, "jbkjs": side.jbkjs, "vat_number": side.vatNumber, "account": BankAccount(typed: account)?.shown ?? account,
            "bank": bank, "signer": signer,
        ])
    }
}

extension VATRule {
    /// Category and code follow from the status and the country; what is typed goes before them.
    /// - Parameter t: in the language of the centre's papers.
    init(_ typed: Typed, in country: Country, own: Language, _ t: Texts) throws {
        var faults = Faults()
        let status = Status(rawValue: typed["status"]), starts = dayTyped(typed, "starts", own: own, &faults)
        faults.require(status != nil, "status", T.common.errorChoose)
        var rule = VATRule.usual(status ?? .outside, in: country, from: starts ?? .zero, t)
        if rule.status == .taxed { rule.percent = faults.number(typed, "percent", in: Self.percentBounds, empty: rule.percent) ?? rule.percent }
        if !typed["code"].isEmpty, rule.status != .taxed { rule.code = typed["code"].uppercased() }
        if !typed["article"].isEmpty { rule.article = typed["article"] }
        faults.limit(rule.code, "code", .number)
        faults.limit(rule.article, "article", .sentence)
        try faults.check()
        self = rule
    }
}

extension SilenceRule {
    init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        let buyer = Buyer(rawValue: typed["buyer"]), starts = dayTyped(typed, "since", own: own, &faults)
        faults.require(buyer != nil, "buyer", T.common.errorChoose)
        let days = faults.number(typed, "days", in: Self.bounds), more = faults.number(typed, "more_days", in: Self.bounds, empty: 0)
        let meaning = typed["meaning"], basis = typed["basis"]
        faults.require(["taken", "refused"].contains(meaning), "meaning", T.common.errorChoose)
        faults.limit(basis, "basis", .line)
        try faults.check()
        self.init(buyer ?? .public, days: days ?? 0, moreDays: more ?? 0, isTaken: meaning == "taken", article: basis, from: starts ?? .zero)
    }
}
