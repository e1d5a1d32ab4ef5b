import Centres
import Claims
import Forms
import HTML
import Kernel
import Languages
import Look

/// Papers in a list, and who waits for one.
struct InvoiceListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ list: InvoiceList) -> Screen {
        let filter = list.filter
        return Screen(t(T.invoices.title)) {
            Heading(t(T.invoices.title), lead: t(T.invoices.lead))
            Buttons {
                LinkButton(list.waiting == 0 ? t(T.invoices.readyNone) : t(T.invoices.readyAct(count: list.waiting)),
                    href: reader.link("/staff/invoices/ready"))
                if !list.lines.isEmpty {
                    LinkButton(t(T.invoices.printThese), href: "\(reader.link("/staff/invoices/papers.pdf"))\(query)", .quiet, icon: .print)
                }
                if reader.actor.holds(.director, at: reader.centre.id) {
                    LinkButton(t(T.invoices.issuer), href: reader.link("/staff/invoices/issuer"), .quiet, icon: .settings)
                }
            }
            search(filter)
            FilterChips(t(T.invoices.kind), [NavItem(t(T.common.all), href: reader.here("kind", nil),
                isCurrent: filter.kind == nil)] + InvoiceKind.allCases.map { kind in
                NavItem(t(kind.plural), href: reader.here("kind", kind.rawValue), isCurrent: filter.kind == kind)
            })
            FilterChips(
                t(T.invoices.standing), [NavItem(t(T.common.all), href: reader.here("state", nil),
                    isCurrent: filter.standing == nil)] + InvoiceStanding.State.allCases.map {
                    NavItem(t($0.name), href: reader.here("state", $0.rawValue), isCurrent: filter.standing == $0)
                })
            if list.lines.isEmpty {
                EmptyState(t(T.invoices.none), t(T.invoices.noneText)) { Empty() }
            } else {
                InvoiceTable(lines: list.lines, caption: t(T.invoices.title), reader: reader).body
                list.paging.links(reader)
            }
        }
    }

    private var query: String {
        let query = reader.query.query(with: "page", nil, without: "page")
        return query.isEmpty ? "" : "?\(query)"
    }

    private func search(_ filter: InvoiceFilter) -> some HTML {
        let kept = reader.query.with("q", nil).with("page", nil).fields.filter { !$0.value.isEmpty }
        return Form(action: reader.link("/staff/invoices"), method: .get, hidden: kept.map { Hidden($0.name, $0.value) }, isInline: true) {
            Field(t(T.invoices.searchField), name: "q", value: filter.words, optional: "", width: .full).search()
            Submit(t(T.common.search))
        }
    }

    // MARK: Who waits

    func ready(_ ready: [InvoiceReady], _ country: Country, _ form: FilledForm) -> Screen {
        Screen(t(T.invoices.ready), trail: [Look.Link(t(T.invoices.title), href: reader.link("/staff/invoices"))]) {
            FormFaults(form)
            Heading(t(T.invoices.ready), lead: t(T.invoices.readyLead))
            if ready.isEmpty {
                EmptyState(t(T.invoices.readyNone), t(T.invoices.readyNoneText)) { Empty() }
            } else {
                Form(action: reader.link("/staff/invoices/ready"), hidden: reader.hidden) {
                    table(ready, Set(form.typed.all("payer")))
                    FieldRow {
                        form.field(T.invoices.kind, "kind", otherwise: InvoiceKind.invoice.rawValue).select(([.invoice, .proforma] as [InvoiceKind]).map {
                            Field.Choice($0.rawValue, t($0.name))
                        })
                        form.field(T.invoices.language, "language").select(InvoiceLanguages.choices(country, t))
                    }
                    Buttons { Submit(t(T.invoices.issueChosen)) }
                }
            }
        }
    }

    private func table(_ ready: [InvoiceReady], _ chosen: Set<String>) -> some HTML {
        DataTable(t(T.invoices.ready), rows: ready, columns: [
            Column(t(T.invoices.choose), .act) { row in
                NamedBox([row.kind == .person ? Run(row.name) : t.run(row.name)], name: "payer", value: "\(row.payer)",
                    isChosen: chosen.contains("\(row.payer)"))
            },
            Column(t(T.invoices.payer), .name) { row in
                a(.href(reader.link("/staff/invoices/new?payer=\(row.payer)"))) { row.kind == .person ? Run(row.name) : t.run(row.name) }
            },
            Column(t(T.invoices.payerKind)) { row in t(row.kind.name) },
            Column(t(T.invoices.parts), .number) { row in t.number(row.count) },
            Column(t(T.invoices.amount), .number) { row in t.money(row.sum) },
            Column(t(T.invoices.firstDue)) { row in t.day(row.firstDue, .numeric) },
        ], isCaptionHidden: true)
    }
}

/// Papers as rows of a table.
struct InvoiceTable: View {
    let lines: [InvoiceListed]
    let caption: String
    let reader: Reader

    var body: Markup {
        let t = reader.t
        return Markup(DataTable(caption, rows: lines, columns: [
            Column(t(T.invoices.number), .name) { line in a(.href(reader.link(line.path))) { line.label } },
            Column(t(T.invoices.kind)) { line in t(line.kind.name) },
            Column(t(T.invoices.payer)) { line in line.isPerson ? Run(line.buyer) : t.run(line.buyer) },
            Column(t(T.invoices.issuedOn)) { line in t.day(line.day, .numeric) },
            Column(t(T.invoices.amount), .number) { line in t.money(line.total) },
            Column(t(T.common.state)) { line in InvoiceChip(line: line, t: t).body },
        ], isCaptionHidden: true))
    }
}

/// How a paper stands, in one word.
struct InvoiceChip: View {
    let line: InvoiceListed
    let t: Texts

    var body: Markup {
        if line.isWithdrawn { return Markup(Chip(.neutral, t(T.invoices.withdrawn))) }
        if line.takenBack.minor > 0 { return Markup(Chip(.neutral, t(line.takenBack == line.total ? T.invoices.takenBackWhole : T.invoices.takenBackPart))) }
        return line.hasFile ? Markup(Chip(line.standing.tone, t(line.standing.name))) : Markup("–")
    }
}

/// A box that chooses a row, named in the language of what it chooses.
struct NamedBox: View {
    let label: [Run]
    let name: String
    let value: String
    let isChosen: Bool

    init(_ label: [Run], name: String, value: String, isChosen: Bool) { (self.label, self.name, self.value, self.isChosen) = (label, name, value, isChosen) }

    var body: Markup {
        Markup(HTML::label(.class("rowbox")) {
            input(.type(.checkbox), .name(name), .value(value), .checked(isChosen))
            span(.class("unseen")) {
                ForEach(Array(label.enumerated())) { place, run in
                    if place > 0 { ", " }
                    run
                }
            }
        })
    }
}

/// The languages in which a paper may be written.
enum InvoiceLanguages {
    static func choices(_ country: Country, _ t: Texts) -> [Field.Choice] {
        InvoiceDraft.languages(in: country).map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) }
    }
}
