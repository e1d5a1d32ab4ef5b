import Centres
import Claims
import Forms
import HTML
import Kernel
import Languages
import Look

/// One paper for the centre's people.
struct InvoiceViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ sight: InvoiceSight, _ form: FilledForm) -> Screen {
        let invoice = sight.invoice, paper = invoice.paper
        return Screen("\(t(paper.kind.name)) \(paper.number)", trail: [Look.Link(t(T.invoices.title), href: reader.link("/staff/invoices"))]) {
            FormFaults(form)
            Heading(Run(paper.number), kind: Run(t(paper.kind.name)))
            if invoice.isWithdrawn { Notice(.info, t(T.invoices.withdrawn)) { HTML::p { t.run(invoice.reason) } } }
            facts(sight)
            Buttons {
                LinkButton(t(T.invoices.openPaper), href: reader.link("\(invoice.path)/paper.pdf"), icon: .print)
                if invoice.kind == .proforma, !invoice.isWithdrawn, sight.following.isEmpty {
                    LinkButton(t(T.invoices.followAct), href: reader.link("/staff/invoices/new?payer=\(invoice.payer)&from=\(invoice.id)"), .quiet)
                }
                if invoice.canBeCorrected { LinkButton(t(T.invoices.creditAct), href: reader.link("\(invoice.path)/credit"), .quiet) }
                if invoice.kind == .invoice { LinkButton(t(T.invoices.debitAct), href: reader.link("\(invoice.path)/debit"), .quiet) }
            }
            lines(paper)
            related(sight)
            if invoice.hasFile { file(sight, form) }
            if !invoice.isWithdrawn { letter(invoice, form) }
            if invoice.canBeWithdrawn { withdrawal(invoice, form) }
        }
    }

    private func facts(_ sight: InvoiceSight) -> some HTML {
        let invoice = sight.invoice, paper = invoice.paper
        return Facts {
            FactLine(t(T.invoices.payer), paper.buyer.kind == .person ? Run(paper.buyer.name) : t.run(paper.buyer.name))
            FactLine(t(T.invoices.issuedOn), t.day(paper.issued))
            FactLine(t(T.invoices.suppliedOn), t.day(paper.supplied))
            if paper.kind.asks { FactLine(t(T.invoices.dueOn), t.day(paper.due)) }
            FactLine(t(T.invoices.total), t.money(paper.total))
            if !paper.advances.isEmpty { FactLine(t(T.invoices.toPay), t.money(paper.payable)) }
            if invoice.takenBack.minor > 0 { FactLine(t(T.invoices.takenBack), t.money(invoice.takenBack)) }
            if let reference = invoice.reference { FactLine(t(T.invoices.reference), reference.written(in: paper.currency)) }
            if !paper.contract.isEmpty { FactLine(t(T.invoices.contract), paper.contract) }
            if let registered = sight.registered { FactLine(t(T.invoices.registered), registered) }
            if !paper.reason.isEmpty { FactLine(t(T.invoices.reason), t.run(paper.reason)) }
            FactLine(t(T.invoices.tax)) {
                if paper.vat.status == .taxed { t(T.invoices.taxAt(percent: .number(paper.vat.percent))) } else { t.run(paper.vat.article) }
            }
        }
    }

    private func lines(_ paper: InvoicePaper) -> some HTML {
        DataTable(t(T.invoices.lines), rows: paper.lines, columns: [
            Column(t(T.invoices.what), .name) { line in t.run(line.what) },
            Column(t(T.invoices.whom)) { line in line.whom.orDash },
            Column(t(T.invoices.amount), .number) { line in t.money(paper.money(line.gross)) },
        ])
    }

    @HTMLBuilder private func related(_ sight: InvoiceSight) -> some HTML {
        let others = [sight.origin, sight.corrected].compactMap(\.self) + sight.following
        if !others.isEmpty {
            h2 { t(T.invoices.related) }
            InvoiceTable(lines: others, caption: t(T.invoices.related), reader: reader).body
        }
    }

    // MARK: The file for the state

    private func file(_ sight: InvoiceSight, _ form: FilledForm) -> some HTML {
        let invoice = sight.invoice, standing = invoice.standing
        return Group {
            h2 { t(T.invoices.file) }
            HTML::p { Chip(standing.state.tone, t(standing.state.name)) }
            Facts {
                if let day = standing.day { FactLine(t(T.invoices.standingDay), t.day(day)) }
                if !standing.number.isEmpty { FactLine(t(T.invoices.outsideNumber), standing.number) }
                if !standing.remark.isEmpty { FactLine(t(T.invoices.remark), t.run(standing.remark)) }
                if let rule = sight.silence, let sent = standing.day {
                    FactLine(t(rule.isTaken ? T.invoices.silenceTaken : T.invoices.silenceRefused), t.day(rule.answers(sent: sent)))
                    if !rule.article.isEmpty { FactLine(t(T.invoices.basis), t.run(rule.article)) }
                }
            }
            if sight.faults.isEmpty {
                Buttons { LinkButton(t(T.invoices.download), href: reader.link("\(invoice.path)/file.xml"), .quiet, icon: .download) }
            } else {
                faults(sight)
            }
            if sight.faults.isEmpty || standing.state != .none { stand(invoice, form) }
        }
    }

    private func faults(_ sight: InvoiceSight) -> some HTML {
        let invoice = sight.invoice
        return Notice(.bad, t(T.invoices.faults)) {
            ul {
                ForEach(sight.faults) { fault in
                    li {
                        t(fault.phrase)
                        " "
                        if fault.field.isOwn {
                            a(.href(reader.link("/staff/invoices/issuer"))) { t(T.invoices.issuer) }
                        } else if fault.field != .kind, fault.field != .amount {
                            a(.href(reader.link("/staff/claims/payers/\(invoice.payer)"))) { t(T.invoices.toPayer) }
                        }
                    }
                }
            }
            if invoice.canBeCompleted { ButtonForm(t(T.invoices.complete), .quiet, action: reader.link("\(invoice.path)/complete"), hidden: reader.hidden) }
        }
    }

    private func stand(_ invoice: Invoice, _ form: FilledForm) -> some HTML {
        let next = InvoiceStanding.next(after: invoice.standing.state)
        return Form(action: reader.link("\(invoice.path)/standing"), hidden: reader.hidden, label: t(T.invoices.standing)) {
            form.field(T.invoices.standing, "state", otherwise: next[0].rawValue).radios(next.map { Field.Choice($0.rawValue, t($0.act)) })
            FieldRow {
                form.day(T.invoices.standingDay, "day", isOptional: true)
                form.field(T.invoices.outsideNumber, "outside_number", .short, hint: T.invoices.outsideHint, isOptional: true,
                    most: TextLimit.number.rawValue).text()
            }
            if next.contains(.rejected) {
                form.field(T.invoices.remark, "remark", .full, hint: T.invoices.remarkHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
            }
            Buttons { Submit(t(T.common.save), .quiet) }
        }
    }

    // MARK: By letter

    private func letter(_ invoice: Invoice, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.invoices.byLetter) }
            if let sent = invoice.sent { HTML::p { t(T.invoices.sentOn(when: .text(t.instant(sent)))) } }
            Form(action: reader.link("\(invoice.path)/send"), hidden: reader.hidden, label: t(T.invoices.byLetter)) {
                form.field(T.invoices.email, "email", most: TextLimit.line.rawValue).email()
                Buttons { Submit(t(T.invoices.send), .quiet) }
            }
        }
    }

    private func withdrawal(_ invoice: Invoice, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.invoices.withdraw), isOpen: form.fault("reason") != nil) {
            Form(action: reader.link("\(invoice.path)/withdraw"), hidden: reader.hidden, label: t(T.invoices.withdraw)) {
                form.field(T.invoices.reason, "reason", .full, most: TextLimit.sentence.rawValue).text()
                Buttons { Submit(t(T.invoices.withdraw), .danger) }
            }
        }
    }
}
