import Centres
import Documents
import Languages

/// Papers in finished words, as `invoice.typ` prints them: one or many.
struct InvoicePrint: Encodable {
    struct Side: Encodable {
        let label: String
        let lines: [String]
    }

    struct Sum: Encodable {
        let label: String
        let value: String
        var strong: Bool?
    }

    struct Code: Encodable {
        let path: String
        let extent: Int
        let alt: String
    }

    struct Pay: Encodable {
        let label: String
        let facts: [Paper.Fact]
        let code: Code?
        let hint: String?
    }

    struct Document: Encodable {
        let language: String
        let centre: Paper.Office
        let title: String
        let subtitle: String?
        let page: String
        let seller: Side
        let buyer: Side
        let facts: [Paper.Fact]
        let table: Paper.Table
        let sums: [Sum]
        let words: [String]
        let pay: Pay?
        let signatories: [Paper.Signatory]
        let notes: [String]
    }

    let language: String
    let title: String
    let documents: [Document]

    /// - Parameter title: of the file; of one paper its own.
    init(_ papers: [InvoicePaper], _ centre: Centre, _ logo: CentreLogo?, title: String? = nil, _ t: Texts) {
        documents = papers.map { PaperWriting(paper: $0, centre: centre, logo: logo, t: t.speaking($0.language)).document }
        language = (papers.first?.language ?? t.language).rawValue
        self.title = title ?? documents.first?.title ?? ""
    }
}

/// One paper in the words of its language.
private struct PaperWriting {
    let paper: InvoicePaper
    let centre: Centre
    let logo: CentreLogo?
    let t: Texts

    private var sums: InvoiceSums { paper.sums }
    private var isTaxed: Bool { paper.vat.status == .taxed }

    var document: InvoicePrint.Document {
        InvoicePrint.Document(
            language: t.language.rawValue, centre: Paper.Office(name: centre.name(in: t.language), lines: [],
                logo: logo?.digest), title: title, subtitle: subtitle,
            page: t(T.invoices.printPage(page: "{page}")),
            seller: InvoicePrint.Side(label: t(T.invoices.printSeller), lines: lines(of: paper.seller)),
            buyer: InvoicePrint.Side(label: t(T.invoices.printBuyer), lines: lines(of: paper.buyer)), facts: facts, table: table, sums: sumLines,
            words: [isTaxed ? "" : t.shown(paper.vat.article),
                paper.reason.isEmpty ? "" : t(T.invoices.printReason(reason: .text(t.shown(paper.reason))))].filter { !$0.isEmpty },
            pay: pay, signatories: [.init(name: t.shown(paper.signer),
                role: t(T.invoices.printSigner))], notes: paper.note.isEmpty ? [] : [t.shown(paper.note)])
    }

    private var title: String { "\(t(paper.kind.name)) \(paper.number)" }

    private var subtitle: String? {
        if let corrected = paper.corrected { return t(T.invoices.printCorrects(number: .text(corrected.number), day: .day(corrected.day, .inSentence))) }
        return paper.kind == .proforma ? t(T.invoices.printProforma) : nil
    }

    private func lines(of side: InvoicePaper.Side) -> [String] {
        func numbered(_ label: Phrase, _ number: String) -> String? { number.isEmpty ? nil : "\(t(label)) \(number)" }
        let numbers = [
            numbered(T.centres.pib, side.pib), numbered(T.invoices.companyNumber, side.companyNumber), numbered(T.centres.jbkjs, side.jbkjs),
            numbered(T.invoices.vatNumber, side.vatNumber),
        ].compactMap(\.self).joined(separator: " · ")
        return [
            side.kind == .person ? side.name : t.shown(side.name), t.shown(side.street), t.shown(side.town), numbers,
            [side.phone, side.email].filter { !$0.isEmpty }.joined(separator: " · "),
        ].filter { !$0.isEmpty }
    }

    private var facts: [Paper.Fact] {
        var facts = [
            Paper.Fact(t(T.invoices.issuedOn), t.day(paper.issued, .numeric)), .init(t(T.invoices.suppliedOn), t.day(paper.supplied, .numeric)),
        ]
        if paper.kind.asks { facts.append(.init(t(T.invoices.dueOn), t.day(paper.due, .numeric))) }
        if !paper.place.isEmpty { facts.append(.init(t(T.invoices.issuedAt), t.shown(paper.place))) }
        if !paper.contract.isEmpty { facts.append(.init(t(T.invoices.contract), paper.contract)) }
        if let order = paper.order { facts.append(.init(t(T.invoices.kindProforma), order.number)) }
        return facts
    }

    private var table: Paper.Table {
        let unit = paper.currency.rawValue, taxed = isTaxed
        var columns: [Paper.Column] = [
            .init("№", mm: 9, align: .right), .init(t(T.invoices.what), share: 6), .init(t(T.invoices.whom), share: 3),
        ]
        if taxed { columns.append(.init("\(t(T.invoices.withoutTax)), \(unit)", mm: 30, align: .right)) }
        columns.append(.init("\(t(taxed ? T.invoices.withTax : T.invoices.amount)), \(unit)", mm: 32, align: .right))
        let nets = sums.nets
        return .init(columns: columns, rows: paper.lines.enumerated().map { index, line in
            [.init("\(index + 1)"), .init(t.shown(line.what)), .init(line.whom)] + (taxed ? [.init(t.plain(nets[index]))] : []) + [.init(t.plain(line.gross))]
        })
    }

    private var sumLines: [InvoicePrint.Sum] {
        func money(_ minor: Int) -> String { t.money(paper.money(minor)) }
        var lines: [InvoicePrint.Sum] = []
        if isTaxed {
            lines += [
                .init(label: t(T.invoices.withoutTax), value: money(sums.net)),
                .init(label: t(T.invoices.taxAt(percent: .number(paper.vat.percent))), value: money(sums.tax)),
            ]
            if sums.rounding != 0 { lines.append(.init(label: t(T.invoices.rounding), value: money(sums.rounding))) }
        }
        let strong = paper.kind == .invoice && !paper.advances.isEmpty ? nil : true
        let total: Phrase = paper.kind == .credit ? T.invoices.takenBack : paper.kind == .advance ? T.invoices.paidBefore : T.invoices.total
        lines.append(.init(label: t(total), value: money(sums.gross), strong: strong))
        if strong == nil {
            lines += paper.advances.map {
                .init(label: t(T.invoices.advanceOf(number: .text($0.number), day: .day($0.day, .inSentence))), value: "−" + money($0.amount))
            }
            lines.append(.init(label: t(T.invoices.toPay), value: money(sums.payable), strong: true))
        }
        return lines
    }

    private var pay: InvoicePrint.Pay? {
        guard paper.kind.asks, paper.payable.minor > 0 else { return nil }
        let slip = PaySlip(paper, t)
        return InvoicePrint.Pay(
            label: t(T.invoices.howToPay), facts: [
                .init(t(T.invoices.account), BankAccount(typed: paper.account)?.shown ?? paper.account), .init(t(T.invoices.reference), slip.referenceShown),
                .init(t(T.invoices.toPay), t.money(paper.payable)), .init(t(T.invoices.purpose), slip.purpose),
            ] + (paper.bank.isEmpty ? [] : [.init(t(T.invoices.bank), t.shown(paper.bank))]),
            code: slip.code(alt: t(T.invoices.codeAlt)), hint: slip.code(alt: "") == nil ? nil : t(T.invoices.scan))
    }
}

extension Texts {
    /// An amount without its currency: `3.500,00`.
    func plain(_ minor: Int) -> String {
        let hundredths = Int(minor.magnitude % 100)
        return (minor < 0 ? "−" : "") + number(Int(minor.magnitude / 100)) + (language == .en ? "." : ",") + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }
}
