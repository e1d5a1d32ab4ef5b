import Claims
import Forms
import HTML
import Kernel
import Languages
import Look

/// The work list and one line of it.
struct PaymentViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.statements.workList), href: reader.link("/staff/payments"))] }

    // MARK: The list

    func list(_ lines: [PaymentLine], _ side: StatementLineStore.Side, _ counts: [Int], _ paging: Paging) -> Screen {
        Screen(t(T.statements.workList)) {
            Heading(t(T.statements.workList), lead: t(T.statements.workLead))
            PaymentTabs(reader: reader, here: "/staff/payments", open: counts.first ?? 0).body
            FilterChips(t(T.statements.side), zip(StatementLineStore.Side.allCases, counts).map { one, count in
                NavItem(
                    t(one == .incoming ? T.statements.cameIn : T.statements.wentOut), href: reader.here("side", one == .incoming ? nil : one.rawValue),
                    isCurrent: one == side, count: count)
            })
            if lines.isEmpty {
                EmptyState(t(T.statements.nothingOpen), t(T.statements.nothingOpenText)) { Empty() }
            } else {
                ForEach(lines) { line in self.row(line) }
                paging.links(reader)
            }
        }
    }

    private func row(_ row: PaymentLine) -> some HTML {
        let line = row.line
        return Card {
            h2 {
                a(.href(reader.link(line.path))) { name(line) }
                ", "; t.money(line.rest)
            }
            HTML::p(.class("muted")) { PaymentLineView(reader: reader).said(line) }
            if row.isSettled { Notice(.waiting) { HTML::p { t(T.statements.settledAlready) } } }
            if let best = row.proposals.first {
                proposal(best, of: line)
            } else if let best = row.refunds.first {
                refund(best, of: line)
            } else {
                HTML::p { t(T.statements.noProposal) }
            }
            HTML::p {
                a(.href(reader.link(line.path)), .aria("label", "\(t(T.statements.otherwise)): \(name(line)), \(t.money(line.rest))")) { t(T.statements.otherwise) }
            }
        }
    }

    private func name(_ line: StatementLine) -> String { line.said.name.isEmpty ? t(T.statements.noName) : line.said.name }

    /// What it may be, with its reasons and one button.
    private func proposal(_ match: Match, of line: StatementLine) -> some HTML {
        Group {
            ul {
                ForEach(match.parts) { part in
                    li {
                        strong { t.money(part.amount) }
                        " – "; t.run(part.share.what); ", "; t.run(part.share.payerName)
                        if !part.share.personName.isEmpty, part.share.personName != part.share.payerName { " ("; part.share.personName; ")" }
                    }
                }
            }
            HTML::p {
                Chip(match.confidence >= 80 ? .good : .waiting, t(T.statements.confidence(percent: .number(match.confidence))))
                " "; reasons(match.reasons)
            }
            if !match.rest.isZero { HTML::p { t(T.statements.restStays(rest: .money(match.rest))) } }
            Form(
                action: reader.link("\(line.path)/settle"),
                hidden: reader.hidden + [Hidden("proposal", "yes")] + match.parts.map { Hidden("share", "\($0.share.id)") }
            ) { Buttons { Submit(t(T.statements.accept)) } }
        }
    }

    private func reasons(_ reasons: [Match.Reason]) -> String { reasons.map { t($0.phrase) }.joined(separator: "; ") }

    private func refund(_ choice: RefundChoice, of line: StatementLine) -> some HTML {
        let hidden: Hidden = switch choice.of {
        case .share(let id): Hidden("share", "\(id)")
        case .line(let id): Hidden("origin", "\(id)")
        }
        return Group {
            HTML::p {
                strong { t.money(choice.amount) }
                " – "; t(T.statements.givesBack); ": "; t.run(choice.who)
                if !choice.what.isEmpty { ", "; t.run(choice.what) }
            }
            HTML::p(.class("muted")) { reasons(choice.reasons) }
            Form(action: reader.link("\(line.path)/refund"), hidden: reader.hidden + [hidden]) { Buttons { Submit(t(T.statements.acceptRefund)) } }
        }
    }

    // MARK: One line

    func show(_ folder: PaymentFolder, _ form: FilledForm) -> Screen {
        let row = folder.line, line = row.line
        return Screen(name(line), trail: trail) {
            FormFaults(form)
            Heading(name(line), kind: t(line.isIn ? T.statements.cameIn : T.statements.wentOut))
            facts(folder)
            payments(line)
            if !line.rest.isZero {
                if row.isSettled { Notice(.waiting) { HTML::p { t(T.statements.settledAlready) } } }
                if !row.proposals.isEmpty || !row.refunds.isEmpty { h2 { t(T.statements.proposals) } }
                ForEach(row.proposals) { match in Card { proposal(match, of: line) } }
                ForEach(row.refunds) { choice in Card { refund(choice, of: line) } }
                if line.isIn { search(folder, form) }
                aside(line, form)
            }
        }
    }

    private func facts(_ folder: PaymentFolder) -> some HTML {
        let line = folder.line.line, said = line.said
        return Facts {
            FactLine(t(T.statements.amount), t.money(line.amount))
            FactLine(t(T.statements.rest), t.money(line.rest))
            FactLine(t(T.statements.day), t.day(said.day))
            if !said.account.isEmpty { FactLine(t(T.statements.otherAccount), StatementAccount.shown(said.account)) }
            if !said.reference.isEmpty { FactLine(t(T.statements.reference), said.reference.shown) }
            if !said.other.isEmpty { FactLine(t(T.statements.otherReference), said.other.shown) }
            if !said.purpose.isEmpty { FactLine(t(T.statements.purpose), said.purpose) }
            if !said.bankReference.isEmpty { FactLine(t(T.statements.bankReference), said.bankReference) }
            FactLine(t(T.statements.statement)) {
                a(.href(reader.link(folder.statement.path))) {
                    folder.statement.number.isEmpty ? t.day(folder.statement.day) : t(T.statements.numbered(number: .text(folder.statement.number)))
                }
            }
        }
    }

    @HTMLBuilder private func payments(_ line: StatementLine) -> some HTML {
        if !line.payments.isEmpty {
            h2 { t(T.statements.whatFor) }
            ForEach(line.payments) { payment in
                let name = PaymentLineView(reader: reader).name(payment)
                PersonLine(
                    name, href: payment.claim.map { reader.link("/staff/claims/\($0)") },
                    detail: [Run(t.money(payment.amount)), Run(t(payment.ground.name))] + (payment.note.isEmpty ? [] : [Run(payment.note)]),
                    state: payment.isUndone ? Chip(.neutral, t(T.statements.undone)) : Chip(.good, t(payment.kind.name))
                ) {
                    if !payment.isUndone {
                        ButtonForm(t(T.statements.undo), .quiet, action: reader.link("\(line.path)/undo/\(payment.id)"), hidden: reader.hidden)
                    }
                }
            }
        }
    }

    private func search(_ folder: PaymentFolder, _ form: FilledForm) -> some HTML {
        let line = folder.line.line
        return Group {
            h2 { t(T.statements.choose) }
            Form(action: reader.link(line.path), method: .get, isInline: true, label: t(T.statements.seek)) {
                Field(t(T.statements.seek), name: "q", value: folder.sought, hint: t(T.statements.seekHint)).search()
                Submit(t(T.common.search), .quiet)
            }
            if folder.found.isEmpty {
                if !folder.sought.isEmpty { HTML::p { t(T.statements.foundNothing) } }
            } else {
                Form(action: reader.link("\(line.path)/settle"), hidden: reader.hidden, label: t(T.statements.choose)) {
                    Field(t(T.statements.chooseShares), name: "share", value: "", hint: t(T.statements.chooseHint), error: form.fault("share")).checkboxes(
                        folder.found.map { share in
                            Field.Choice("\(share.id)", t.run(share.what), hints: [
                                Run(t.money(share.open)), t.run(share.payerName), Run(t(T.statements.dueOn(day: .day(share.due)))),
                            ] + (share.personName.isEmpty || share.personName == share.payerName ? [] : [Run(share.personName)]))
                        }, chosen: Set(form.typed.all("share")))
                    Buttons { Submit(t(T.statements.settleChosen)) }
                }
            }
        }
    }

    private func aside(_ line: StatementLine, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.statements.setAside), isOpen: form.fault("note") != nil) {
            HTML::p { t(line.isIn ? T.statements.asideMeans : T.statements.asideMeansOut) }
            Form(action: reader.link("\(line.path)/aside"), hidden: reader.hidden, label: t(T.statements.setAside)) {
                form.field(T.statements.asideWhy, "note", .full, most: TextLimit.note.rawValue).area(rows: 2)
                Buttons { Submit(t(T.statements.setAsideAct), .quiet) }
            }
        }
    }
}

/// A line in one look, wherever it stands.
struct PaymentLineView {
    let reader: Reader
    private var t: Texts { reader.t }

    /// What the bank says of it.
    func said(_ line: StatementLine) -> String {
        let said = line.said
        return [t.day(said.day, .short), said.purpose, said.reference.shown, StatementAccount.shown(said.account)].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func name(_ payment: Payment) -> Run {
        let whom = payment.personName.isEmpty ? payment.payerName : payment.personName
        return payment.share == nil ? Run(t(payment.kind.name)) : t.run("\(payment.what), \(whom)")
    }

    /// What it was for.
    func state(_ line: StatementLine) -> some HTML {
        Group {
            ForEach(line.payments.filter { !$0.isUndone }) { payment in HTML::p(.class("small")) { name(payment); ": "; t.money(payment.amount) } }
            if !line.rest.isZero { Chip(line.isIn ? .waiting : .neutral, t(T.statements.restOpen(rest: .money(line.rest)))) }
        }
    }
}
