import Accounts
package import Centres
package import Claims
import Foundation
package import Kernel
package import Languages
import Registry
import Storage

/// Papers are issued: frozen, numbered, told to the register.
package enum InvoiceIssueStore {
    /// Issues one paper over chosen parts of one payer's claims.
    package static func issue(_ draft: InvoiceDraft, at centre: Centre.ID, in act: Act) throws -> Invoice.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let payer = try ClaimPayerStore.payer(draft.payer, at: centre, in: act)
        // Whoever changes a share holds its claim; and of two who write to one payer at once, the second sees what the first has asked for.
        try ClaimShareStore.hold(draft.shares, at: centre, in: act)
        try act.db.hold("payer", payer.id.value)
        let shares = try chosen(draft, at: centre, in: act), frame = try frame(of: centre, in: act), today = frame.today
        let due = draft.due ?? max(today, shares.map(\.due).max() ?? today)
        var paper = InvoicePaper(
            draft.kind, number: "", country: frame.country, currency: shares[0].owed.currency, language: draft.language, issued: today,
            supplied: draft.supplied ?? min(today, shares.compactMap(\.day).max() ?? today), due: due, place: frame.issuer.side.place, from: frame.issuer.side,
            to: InvoicePaper.Side(payer), lines: shares.map {
                InvoicePaper.Line(share: $0.id.value, what: $0.what, whom: $0.whom, gross: $0.asked(by: draft.kind).minor)
            }, vat: frame.vat, account: frame.issuer.account, reference: "")
        (paper.bank, paper.signer, paper.note) = (frame.issuer.bank, frame.issuer.signer, draft.note)
        paper.contract = draft.contract.isEmpty ? payer.details.contractNumber : draft.contract
        if let origin = draft.origin {
            let earlier = try InvoiceStore.invoice(origin, at: centre, in: act)
            guard earlier.kind == .proforma, earlier.payer == payer.id, !earlier.isWithdrawn else { throw Problem.missing }
            paper.order = InvoicePaper.Earlier(.proforma, number: earlier.paper.number, on: earlier.paper.issued, amount: 0)
        }
        if draft.kind == .invoice { paper.advances = try advances(on: draft.shares, in: act) }
        let id = try enter(paper, of: payer.id, origin: draft.origin, corrects: nil, at: centre, in: act)
        if draft.kind == .invoice {
            try ClaimShareStore.setInvoiced(true, draft.shares, in: act)
            try ClaimShareStore.setDue(due, of: draft.shares, in: act)
        }
        return id
    }

    /// The same paper for each of several payers, over all that waits.
    package static func issue(
        _ kind: InvoiceKind, for payers: [ClaimPayer.ID], in language: Language, at centre: Centre.ID, in act: Act
    ) throws -> [Invoice.ID] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        func waiting(_ payer: ClaimPayer.ID) throws -> [InvoiceShare] { try InvoiceShareStore.shares(of: payer, for: [kind], at: centre, in: act) }
        // All claims are held before the first payer is, so that two acts never wait for one another.
        let held = Set(try payers.flatMap(waiting).map(\.id))
        try ClaimShareStore.hold(Array(held), at: centre, in: act)
        return try payers.sorted().flatMap { payer -> [Invoice.ID] in
            let shares = try waiting(payer).filter { held.contains($0.id) }
            return try Dictionary(grouping: shares, by: \.owed.currency).sorted { $0.key.rawValue < $1.key.rawValue }.map { _, own in
                try issue(InvoiceDraft(kind, for: payer, own.prefix(InvoiceDraft.most).map(\.id), in: language), at: centre, in: act)
            }
        }
    }

    private static func chosen(_ draft: InvoiceDraft, at centre: Centre.ID, in act: Act) throws -> [InvoiceShare] {
        guard !draft.shares.isEmpty, draft.shares.count <= InvoiceDraft.most else {
            throw Problem.invalid("share", draft.shares.isEmpty ? T.invoices.errorNobody : T.invoices.errorMany(most: .number(InvoiceDraft.most)))
        }
        guard Set(draft.shares).count == draft.shares.count else { throw Problem.conflict(T.invoices.errorAsked) }
        let found = try InvoiceShareStore.shares(draft.shares, at: centre, in: act)
        guard found.count == draft.shares.count, found.allSatisfy({ $0.payer == draft.payer }) else { throw Problem.missing }
        guard found.allSatisfy({ $0.fits(draft.kind) }) else { throw Problem.conflict(T.invoices.errorAsked) }
        guard Set(found.map(\.owed.currency)).count == 1 else { throw Problem.invalid("share", T.invoices.errorCurrencies) }
        let byId = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        return draft.shares.compactMap { byId[$0] }
    }

    /// What was paid on advance invoices that no credit note took back.
    private static func advances(on shares: [ClaimShare.ID], in act: Act) throws -> [InvoicePaper.Earlier] {
        let rows = try act.db.rows("""
            SELECT i.label, i.day, CAST(sum(l.amount) AS BIGINT) AS sum FROM invoice_line l JOIN invoice i ON i.id = l.invoice
            WHERE i.kind = 'advance' AND l.share IN \(list: shares) GROUP BY i.id, i.label, i.day ORDER BY i.id
            """)
        return try rows.map { InvoicePaper.Earlier(.advance, number: try $0["label"], on: try $0["day"], amount: try $0["sum"]) }
    }

    // MARK: Notes

    /// Takes back a part of an invoice, or adds to it.
    /// - Parameter amounts: line by line of that invoice, nought where nothing changes.
    package static func correct(_ id: Invoice.ID, _ kind: InvoiceKind, _ amounts: [Int], because reason: String, at centre: Centre.ID,
        in act: Act) throws -> Invoice.ID {
        _ = try InvoiceStore.invoice(id, at: centre, in: act)
        try act.db.hold("invoice", id.value)
        let invoice = try InvoiceStore.invoice(id, at: centre, in: act), lines = invoice.paper.lines
        guard kind == .credit || kind == .debit, invoice.kind == .invoice || invoice.kind == .debit, amounts.count == lines.count else { throw Problem.missing }
        let left = try left(of: invoice, in: act)
        try InvoiceCorrection.faults(of: amounts, left: left, kind).check()
        guard kind == .debit || amounts.reduce(0, +) <= invoice.left.minor else { throw Problem.conflict(T.invoices.errorWhole(most: .money(invoice.left))) }
        let frame = try frame(of: centre, in: act)
        var paper = invoice.paper
        (paper.kind, paper.issued, paper.supplied) = (kind, frame.today, frame.today)
        paper.due = kind == .debit ? max(frame.today, frame.today.adding(days: try PriceStore.rule(of: centre, on: frame.today, in: act).dueDays)) : frame.today
        (paper.reason, paper.note, paper.advances, paper.order) = (reason, "", [], nil)
        paper.corrected = InvoicePaper.Earlier(invoice.kind, number: invoice.paper.number, on: invoice.paper.issued, amount: invoice.paper.sums.gross)
        paper.lines = zip(lines, amounts).compactMap { line, amount in
            guard amount > 0 else { return nil }
            var line = line
            line.gross = amount
            return line
        }
        let note = try enter(paper, of: invoice.payer, origin: nil, corrects: id, at: centre, in: act)
        for line in paper.lines {
            guard let share = line.share.map(ClaimShare.ID.init), let money = Money(minor: line.gross, paper.currency) else { continue }
            let words = "\(try label(of: note, in: act)), \(line.what)"
            if kind == .credit {
                try ClaimMoneyStore.credited(share, money, on: frame.today, words, in: act)
            } else {
                try ClaimMoneyStore.debited(share, money, on: frame.today, words, in: act)
            }
        }
        if kind == .credit { try act.db.run("UPDATE invoice SET taken_back = taken_back + \(paper.sums.gross) WHERE id = \(id)") }
        return note
    }

    /// What of each line may still be taken back.
    package static func left(of invoice: Invoice, in act: Act) throws -> [Money] {
        let rows = try act.db.rows("""
            SELECT l.share, l.amount FROM invoice_line l JOIN invoice i ON i.id = l.invoice WHERE i.corrects = \(invoice.id) AND i.kind = 'credit'
            """)
        let taken: [(share: Int64, amount: Int)] = try rows.map { (try $0["share"], try $0["amount"]) }
        let lines = invoice.paper.lines.map { (share: $0.share ?? 0, amount: $0.gross) }
        let left = InvoiceCorrection.left(of: lines, added: [], taken: taken)
        return invoice.paper.lines.map { invoice.paper.money(max(0, left[$0.share ?? 0] ?? 0)) }
    }

    private static func label(of id: Invoice.ID, in act: Act) throws -> String { try act.db.value("SELECT label FROM invoice WHERE id = \(id)") ?? "" }

    // MARK: Freezing

    private struct Frame {
        let country: Country
        let today: Day
        let issuer: Issuer
        let vat: VATRule
    }

    /// What every paper of a centre needs to stand that day.
    private static func frame(of centre: Centre.ID, in act: Act) throws -> Frame {
        let own = try CentreStore.centre(centre, in: act), today = own.zone.day(of: act.now)
        guard let issuer = try IssuerStore.issuer(of: centre, in: act), !issuer.account.isEmpty else { throw Problem.conflict(T.invoices.errorIssuer) }
        guard let vat = VATRule.holding(on: today, of: try IssuerStore.taxes(of: centre, in: act)) else {
            throw Problem.conflict(T.invoices.errorTax(day: .day(today, .inSentence)))
        }
        return Frame(country: own.country, today: today, issuer: issuer, vat: vat)
    }

    /// Gives the number, writes the paper, tells the register.
    private static func enter(
        _ draft: InvoicePaper, of payer: ClaimPayer.ID, origin: Invoice.ID?, corrects: Invoice.ID?, at centre: Centre.ID, in act: Act
    ) throws -> Invoice.ID {
        var paper = draft
        let year = paper.issued.year, number = try InvoiceSeriesStore.next(paper.kind, year, at: centre, in: act)
        paper.number = paper.kind.number(number, of: year, in: paper.country)
        let id = Invoice.ID(try act.db.insert("""
            INSERT INTO invoice (centre, kind, year, number, label, payer, buyer, day, due, total, currency, origin, corrects, paper, made)
            VALUES (\(centre), \(paper.kind), \(year), \(number), \(paper.number), \(payer), \(paper.buyer.name), \(paper.issued), \(paper.due),
                \(paper.sums.gross), \(paper.currency), \(origin), \(corrects), '', \(act.now)) RETURNING id
            """))
        var base = ""
        if paper.kind.asks {
            let reference = Reference(invoice: id.value, year: year)
            (base, paper.reference) = (reference.base, reference.paid(in: paper.currency))
        } else if paper.kind == .advance {
            paper.reference = ""
        }
        try act.db.run("UPDATE invoice SET paper = \(json(paper)), reference = \(base) WHERE id = \(id)")
        for (position, line) in paper.lines.enumerated() {
            guard let share = line.share else { continue }
            try act.db.run("INSERT INTO invoice_line (invoice, position, share, amount) VALUES (\(id), \(position + 1), \(share), \(line.gross))")
        }
        let own = try CentreStore.centre(centre, in: act), t = try act.texts(own.language, of: own)
        try RegistryStore.enter(
            RegistryPaper(
                "invoice", id.value, "\(t(paper.kind.name)) \(paper.number)", at: centre, on: paper.issued, .sent, number: paper.number, other: paper.buyer.name,
                page: "/staff/invoices/\(id)"), in: act)
        try act.record(T.invoices.issuedDeed, .invoice(id), centre: centre, changes: [
            Change("number", from: "", to: paper.number), Change("buyer", from: "", to: paper.buyer.name), Change("total", from: "", to: "\(paper.sums.gross)"),
        ], retention: .register)
        try InvoiceStore.makeFindable(id, in: act)
        return id
    }

    static func json(_ paper: InvoicePaper) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(paper), as: UTF8.self)
    }
}

extension Reference {
    /// Of a paper: nine, the year, the number of its row. It is shorter than that of a share, so that the two are never taken for one another.
    package init(invoice: Int64, year: Int) {
        let number = String(invoice), digits = String(year % 100)
        let base = "9" + (digits.count < 2 ? "0" : "") + digits + String(repeating: "0", count: max(0, 7 - number.count)) + number
        self = Reference(base) ?? Reference(year: year, event: 0, share: invoice)
    }

    /// As a bank gets it.
    package func paid(in currency: Currency) -> String { currency == .rsd ? model97 : creditor }
}

extension InvoicePaper.Side {
    /// Whoever pays, as a paper names them today.
    package init(_ payer: ClaimPayer) {
        let details = payer.details
        let kind: Kind = switch payer.whose.kind {
        case .person: .person
        case .school: .school
        case .municipality: .municipality
        case .body: .body
        }
        self.init(kind, name: details.name)
        (street, postcode, place) = (details.street, details.postcode, details.place)
        // The address of a person is no part of a paper, which outlives the account.
        if kind != .person { email = details.email }
        (pib, companyNumber, jbkjs, vatNumber) = (details.pib, details.companyNumber, details.jbkjs, details.vatNumber)
    }
}

extension Subject {
    package static func invoice(_ id: Invoice.ID) -> Subject { .other("invoice", id.value) }
}
