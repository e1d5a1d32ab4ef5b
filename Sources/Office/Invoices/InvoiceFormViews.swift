import Centres
import Claims
import Forms
import HTML
import Kernel
import Languages
import Look

/// Forms in which papers are written: over parts of claims, and notes that put an invoice right.
struct InvoiceFormViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.invoices.title), href: reader.link("/staff/invoices"))] }

    func new(_ payer: ClaimPayer, _ shares: [InvoiceShare], _ country: Country, _ origin: Invoice?, _ form: FilledForm) -> Screen {
        let open = shares.filter { $0.fits(.invoice) || $0.fits(.advance) }, name = payer.whose.kind == .person ? Run(payer.name) : t.run(payer.name)
        return Screen(t(T.invoices.new), trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.invoices.new)))
            particulars(payer)
            if let origin { HTML::p { t(T.invoices.followsProforma(number: .text(origin.paper.number))) } }
            if open.isEmpty {
                EmptyState(t(T.invoices.nothingOpen), t(T.invoices.nothingOpenText)) { Empty() }
            } else {
                Form(action: reader.link("/staff/invoices/new"), hidden: reader.hidden + [Hidden("payer", "\(payer.id)"), Hidden("from", form["from"])],
                    isGuarded: true) {
                    if let fault = form.fault("share") { Notice(.bad) { HTML::p(.id("share")) { fault } } }
                    parts(open, Set(form.typed.all("share")))
                    form.field(T.invoices.kind, "kind", hint: T.invoices.kindHint).radios([
                        Field.Choice("invoice", t(T.invoices.kindInvoice), hint: t(T.invoices.hintInvoice)),
                        Field.Choice("proforma", t(T.invoices.kindProforma), hint: t(T.invoices.hintProforma)),
                        Field.Choice("advance", t(T.invoices.kindAdvance), hint: t(T.invoices.hintAdvance)),
                    ])
                    FieldRow {
                        form.day(T.invoices.suppliedOn, "supplied", isOptional: true)
                        form.day(T.invoices.dueOn, "due", isOptional: true)
                    }
                    HTML::p(.class("hint")) { t(T.invoices.suppliedHint) }
                    form.field(T.invoices.language, "language").select(InvoiceLanguages.choices(country, t))
                    form.field(T.invoices.contract, "contract", hint: T.invoices.contractHint, isOptional: true, most: TextLimit.label.rawValue).text()
                    form.field(T.invoices.note, "note", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
                    Buttons { Submit(t(T.invoices.issue)); LinkButton(t(T.common.cancel), href: reader.link("/staff/invoices/ready"), .quiet) }
                }
            }
        }
    }

    private func particulars(_ payer: ClaimPayer) -> some HTML {
        let details = payer.details
        return Group {
            Facts {
                FactLine(t(T.invoices.address), [t.shown(details.street), t.shown(details.place)].filter { !$0.isEmpty }.joined(separator: ", ").orDash)
                if payer.whose.kind != .person {
                    FactLine(t(T.centres.pib), details.pib.orDash)
                    FactLine(t(T.centres.jbkjs), details.jbkjs.orDash)
                }
            }
            HTML::p { a(.href(reader.link(payer.path))) { t(T.invoices.toPayer) } }
        }
    }

    private func parts(_ shares: [InvoiceShare], _ chosen: Set<String>) -> some HTML {
        DataTable(t(T.invoices.partsOf), rows: shares, columns: [
            Column(t(T.invoices.choose), .act) { share in
                NamedBox(
                    [t.run(share.what)] + (share.whom.isEmpty ? [] : [Run(share.whom)]), name: "share", value: "\(share.id)", isChosen: chosen.contains("\(share.id)"))
            },
            Column(t(T.invoices.what), .name) { share in t.run(share.what) },
            Column(t(T.invoices.whom)) { share in share.whom.orDash },
            Column(t(T.invoices.amount), .number) { share in t.money(share.owed) },
            Column(t(T.invoices.paidBefore), .number) { share in share.paid.isZero ? "–" : t.money(share.paid) },
            Column(t(T.invoices.dueOn)) { share in t.day(share.due, .numeric) },
        ])
    }

    // MARK: Notes

    func correction(_ invoice: Invoice, _ kind: InvoiceKind, _ left: [Money], _ form: FilledForm) -> Screen {
        let paper = invoice.paper
        return Screen(t(kind.name), trail: trail + [Look.Link(paper.number, href: reader.link(invoice.path))]) {
            FormFaults(form)
            Heading(t(kind.name), lead: t(kind == .credit ? T.invoices.creditLead : T.invoices.debitLead))
            Form(action: reader.link("\(invoice.path)/\(kind.rawValue)"), hidden: reader.hidden, isGuarded: true) {
                ForEach(Array(paper.lines.enumerated())) { index, line in
                    let hint = kind == .credit ? t(T.invoices.mostHere(most: .money(left[index]))) : t.money(paper.money(line.gross))
                    Field(
                        [t.shown(line.what), line.whom].filter { !$0.isEmpty }.joined(separator: ", "), name: "amount-\(index + 1)", value: form["amount-\(index + 1)"],
                        hint: hint, error: form.fault("amount-\(index + 1)"), width: .short, autocomplete: "off", inputmode: "decimal", labelLang: t.run(line.what).lang,
                        most: TextLimit.number.rawValue).text()
                }
                form.field(T.invoices.reason, "reason", .full, hint: T.invoices.reasonHint, most: TextLimit.sentence.rawValue).text()
                Buttons { Submit(t(T.invoices.issue)); LinkButton(t(T.common.cancel), href: reader.link(invoice.path), .quiet) }
            }
        }
    }
}

extension String {
    /// A dash where nothing stands.
    var orDash: String { isEmpty ? "–" : self }
}
