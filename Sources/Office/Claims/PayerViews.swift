import Forms
import HTML
import Kernel
import Languages
import Look

/// Somebody who pays: what papers say of them, and all that they pay.
struct PayerViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.claims.title), href: reader.link("/staff/claims"))] }

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.claims.addPayer), trail: trail) {
            FormFaults(form)
            Heading(t(T.claims.addPayer), lead: t(T.claims.addPayerLead))
            fields(nil, form)
        }
    }

    func show(_ payer: ClaimPayer, _ lines: [(share: ClaimShare, claim: Claim)], _ brought: [(title: Phrase?, content: Markup)], _ form: FilledForm) -> Screen {
        let name = t.run(payer.name.isEmpty ? "–" : payer.name), details = payer.details
        return Screen(name.text, trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(payer.whose.kind.name)))
            let address = [details.street, [details.postcode, details.place].filter { !$0.isEmpty }.joined(separator: " ")].filter { !$0.isEmpty }.joined(separator: ", ")
            let told: [(Phrase, String)] = [
                (T.claims.address, address), (T.common.email, details.email), (T.claims.pib, details.pib), (T.claims.companyNumber, details.companyNumber),
                (T.claims.jbkjs, details.jbkjs), (T.claims.vatNumber, details.vatNumber), (T.claims.contractNumber, details.contractNumber),
                (T.claims.account, details.account),
            ]
            Facts { ForEach(told.filter { !$0.1.isEmpty }) { label, value in FactLine(t(label), t.run(value)) } }
            ForEach(brought) { part in
                if let title = part.title { h2 { t(title) } }
                part.content
            }
            h2 { t(T.claims.title) }
            if lines.isEmpty { HTML::p { t(T.claims.none) } } else {
                HTML::p { a(.href(reader.link("/staff/claims?payer=\(payer.id)"))) { t(T.claims.asList) } }
                PaymentViews(reader: reader).table(lines, doors: [:], isDesk: true)
            }
            Disclosure(t(T.claims.payerEdit), isOpen: form.problem != nil) { fields(payer, form) }
        }
    }

    private func fields(_ payer: ClaimPayer?, _ form: FilledForm) -> some HTML {
        let isBody = payer.map { $0.whose.kind == .body } ?? true
        return Form(action: reader.link(payer?.path ?? "/staff/claims/payers/new"), hidden: reader.hidden, isGuarded: true, label: t(T.claims.payerEdit)) {
            if !isBody { HTML::p { t(T.claims.payerOwn) } }
            form.field(T.claims.name, "name", isOptional: !isBody).text()
            form.field(T.claims.street, "street", isOptional: true).text()
            FieldRow {
                form.field(T.claims.postcode, "postcode", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                form.field(T.claims.place, "place", isOptional: true).text()
            }
            form.field(T.common.email, "email", isOptional: true).email()
            FieldRow {
                form.field(T.claims.pib, "pib", .short, isOptional: true).number()
                form.field(T.claims.companyNumber, "company_number", .short, isOptional: true).number()
                form.field(T.claims.jbkjs, "jbkjs", .short, hint: T.claims.jbkjsHint, isOptional: true).number()
            }
            FieldRow {
                form.field(T.claims.vatNumber, "vat_number", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                form.field(T.claims.account, "account", isOptional: true, most: TextLimit.number.rawValue).text()
            }
            form.field(T.claims.contractNumber, "contract_number", isOptional: true, most: TextLimit.label.rawValue).text()
            form.field(T.claims.usesCRF, "crf").check(isOn: form.typed.has("crf"))
            Buttons { Submit(t(T.common.save), payer == nil ? .primary : .quiet) }
        }
    }
}
