import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a centre's papers say of it, with its rules that hold from a day on.
struct IssuerViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ sight: IssuerSight, _ form: FilledForm) -> Screen {
        Screen(t(T.invoices.issuer), trail: [Look.Link(t(T.invoices.title), href: reader.link("/staff/invoices"))]) {
            FormFaults(form)
            Heading(t(T.invoices.issuer), lead: t(T.invoices.issuerLead))
            if !sight.isWritten || sight.taxes.isEmpty { Notice(.info) { HTML::p { t(T.invoices.issuerNeeded) } } }
            particulars(sight, form)
            h2 { t(T.invoices.tax) }
            taxes(sight)
            tax(sight.country, form)
            if sight.country == .serbia || !sight.silences.isEmpty {
                h2 { t(T.invoices.silence) }
                silences(sight)
                silence(form)
            }
        }
    }

    private func particulars(_ sight: IssuerSight, _ form: FilledForm) -> some HTML {
        let written = sight.issuer.typed
        func field(_ label: Phrase, _ name: String, _ width: Field.Width = .medium, hint: Phrase? = nil, isOptional: Bool = true,
            most: TextLimit = .line) -> Field {
            form.field(label, name, width, otherwise: form.typed.has(name) ? "" : written.lines(name), hint: hint, isOptional: isOptional, most: most.rawValue)
        }
        return Form(action: reader.link("/staff/invoices/issuer"), hidden: reader.hidden, isGuarded: true, label: t(T.invoices.issuer)) {
            field(T.invoices.issuerName, "name", .full, isOptional: false).text()
            FieldRow {
                field(T.invoices.street, "street").text()
                field(T.invoices.postcode, "postcode", .short, most: .number).text()
                field(T.invoices.place, "place", isOptional: false).text()
            }
            FieldRow {
                field(T.invoices.email, "email").email()
                field(T.invoices.phone, "phone", .short, most: .label).phone()
            }
            FieldRow {
                if sight.country == .serbia { field(T.centres.pib, "pib", .short).text() }
                field(T.invoices.companyNumberLong, "company_number", .short).text()
                if sight.country == .serbia { field(T.centres.jbkjs, "jbkjs", .short).text() }
                if sight.country == .lithuania { field(T.invoices.vatNumber, "vat_number", .short, most: .number).text() }
            }
            FieldRow {
                field(T.invoices.account, "account", hint: sight.country == .serbia ? T.invoices.accountHint : T.invoices.ibanHint, isOptional: false,
                    most: .number).text()
                field(T.invoices.bank, "bank").text()
            }
            field(T.invoices.signer, "signer", hint: T.invoices.signerHint).text()
            Buttons { Submit(t(T.common.save)) }
        }
    }

    // MARK: Tax

    @HTMLBuilder private func taxes(_ sight: IssuerSight) -> some HTML {
        if sight.taxes.isEmpty {
            HTML::p { t(T.invoices.taxNone) }
        } else {
            DataTable(t(T.invoices.tax), rows: sight.taxes, columns: [
                Column(t(T.invoices.since), .name) { rule in t.day(rule.starts, .numeric) },
                Column(t(T.common.state)) { rule in t(rule.status.name) },
                Column(t(T.invoices.percent), .number) { rule in rule.status == .taxed ? t(T.invoices.percentOf(percent: .number(rule.percent))) : "–" },
                Column(t(T.invoices.category)) { rule in [rule.category, rule.code].filter { !$0.isEmpty }.joined(separator: ", ") },
                Column(t(T.invoices.article)) { rule in t.run(rule.article.orDash) },
            ], isCaptionHidden: true)
        }
    }

    private func tax(_ country: Country, _ form: FilledForm) -> some HTML {
        Form(action: reader.link("/staff/invoices/issuer/tax"), hidden: reader.hidden, label: t(T.invoices.taxNew)) {
            Fieldset(t(T.invoices.taxNew), hint: t(T.invoices.taxHint)) {
                form.day(T.invoices.since, "starts")
                form.field(T.invoices.taxStatus, "status").radios(VATRule.Status.allCases.map { status in
                    let usual = VATRule.usual(status, in: country, from: reader.today, t)
                    return Field.Choice(status.rawValue, Run(t(status.name)),
                        hints: [Run(status == .taxed ? t(T.invoices.percentOf(percent: .number(usual.percent))) : usual.article)])
                })
                FieldRow {
                    form.field(T.invoices.percent, "percent", .short, isOptional: true).number()
                    form.field(T.invoices.code, "code", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                }
                form.field(T.invoices.article, "article", .full, hint: T.invoices.articleHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
            }
            Buttons { Submit(t(T.invoices.taxSave), .quiet) }
        }
    }

    // MARK: Silence

    private func silences(_ sight: IssuerSight) -> some HTML {
        DataTable(t(T.invoices.silence), rows: sight.silences, columns: [
            Column(t(T.invoices.since), .name) { rule in t.day(rule.starts, .numeric) },
            Column(t(T.invoices.buyer)) { rule in t(rule.buyer.name) },
            Column(t(T.invoices.days), .number) { rule in rule.moreDays == 0 ? t.number(rule.days) : "\(t.number(rule.days)) + \(t.number(rule.moreDays))" },
            Column(t(T.invoices.meaning)) { rule in t(rule.isTaken ? T.invoices.meaningTaken : T.invoices.meaningRefused) },
            Column(t(T.invoices.basis)) { rule in t.run(rule.article.orDash) },
        ], isCaptionHidden: true)
    }

    private func silence(_ form: FilledForm) -> some HTML {
        Form(action: reader.link("/staff/invoices/issuer/silence"), hidden: reader.hidden, label: t(T.invoices.silenceNew)) {
            Fieldset(t(T.invoices.silenceNew)) {
                FieldRow {
                    form.day(T.invoices.since, "since")
                    form.field(T.invoices.buyer, "buyer").select(SilenceRule.Buyer.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                }
                FieldRow {
                    form.field(T.invoices.days, "days", .short).number()
                    form.field(T.invoices.moreDays, "more_days", .short, isOptional: true).number()
                }
                form.field(T.invoices.meaning, "meaning").radios([
                    Field.Choice("taken", t(T.invoices.meaningTaken)), Field.Choice("refused", t(T.invoices.meaningRefused)),
                ])
                form.field(T.invoices.basis, "basis", .full, isOptional: true, most: TextLimit.line.rawValue).text()
            }
            Buttons { Submit(t(T.invoices.silenceSave), .quiet) }
        }
    }
}
