import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Contracts as a list, and one with what it comes to.
struct FeeContractViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func chip(_ contract: FeeContract) -> Chip {
        let tone: Tone = switch contract.state {
        case .draft: .neutral
        case .issued: .waiting
        case .done: .good
        case .void: .bad
        }
        return Chip(tone, t(contract.state.name))
    }

    func line(_ contract: FeeContract, at path: String? = nil) -> PersonLine {
        PersonLine(
            t.run(name: contract.draft.name, t.language), href: reader.link(path ?? contract.path),
            detail: [Run(t(contract.draft.kind.name)), t.run(contract.draft.title), Run(t.money(contract.draft.gross))]
                + (contract.number.isEmpty ? [] : [Run(contract.number)]), state: chip(contract))
    }

    func list(_ contracts: [FeeContract], _ state: FeeContract.State?, _ paging: Paging) -> Screen {
        let month = reader.today.adding(months: -1).iso.prefix(7)
        return Screen(t(T.costs.contracts)) {
            Heading(t(T.costs.contracts), lead: t(T.costs.contractsLead))
            CostViews(reader: reader).doors("contracts")
            Buttons { LinkButton(t(T.costs.addContract), href: reader.link("/staff/contracts/new")) }
            FilterChips(t(T.common.state), [NavItem(t(T.common.all), href: reader.here("state", nil), isCurrent: state == nil)]
                + FeeContract.State.allCases.map { NavItem(t($0.name), href: reader.here("state", $0.rawValue), isCurrent: state == $0) })
            if contracts.isEmpty {
                EmptyState(t(T.costs.noContracts), t(T.costs.noContractsText)) { Empty() }
            } else {
                ForEach(contracts) { line($0) }
                paging.links(reader)
            }
            h2 { t(T.costs.payroll) }
            HTML::p { t(T.costs.payrollLead) }
            Form(action: reader.link("/staff/contracts/payroll.xlsx"), method: .get, isInline: true, label: t(T.costs.payroll)) {
                Field(t(T.costs.month), name: "month", value: String(month), optional: "").month()
                Submit(t(T.costs.asWorkbook), .quiet)
            }
        }
    }

    func new(_ event: Event?, _ form: FilledForm) -> Screen {
        Screen(t(T.costs.addContract), trail: trail(event)) {
            FormFaults(form)
            Heading(Run(t(T.costs.addContract)), kind: event.map { t.run($0.title(in: t.language)) })
            Form(action: reader.link("/staff/contracts/new" + (event.map { "?event=\($0.id)" } ?? "")), hidden: reader.hidden, isGuarded: true) {
                fields(form)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    private func trail(_ event: Event?) -> [Look.Link] {
        guard let event else { return [Look.Link(t(T.costs.contracts), href: reader.link("/staff/contracts"))] }
        return [
            Look.Link(t.run(event.title(in: t.language)), href: reader.link("/staff/events/\(event.id)")),
            Look.Link(t(T.costs.money), href: reader.link("/staff/events/\(event.id)/money")),
        ]
    }

    @HTMLBuilder private func fields(_ form: FilledForm) -> some HTML {
        form.field(T.costs.kindOfContract, "kind").select(ContractKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
        form.field(T.costs.withWhom, "name", hint: T.costs.withWhomHint).text()
        form.field(T.common.email, "email", hint: T.costs.emailHint, isOptional: true).email()
        form.field(T.costs.work, "title").text()
        FieldRow {
            form.field(T.costs.gross, "gross", .short).text()
            form.day(T.costs.due, "due", isOptional: true)
        }
        form.field(T.costs.terms, "note", hint: T.costs.termsHint, isOptional: true).area(rows: 4)
    }

    func show(_ folder: FeeContractFolder, _ form: FilledForm) -> Screen {
        let contract = folder.contract
        return Screen(t(T.costs.contract), trail: trail(folder.event)) {
            FormFaults(form)
            Heading(t.run(name: contract.draft.name, t.language), kind: Run(t(contract.draft.kind.name)), lead: t.run(contract.draft.title))
            HTML::p { chip(contract) }
            if contract.state == .void, !contract.reason.isEmpty { Notice(.bad) { HTML::p { t.run(contract.reason) } } }
            facts(folder)
            Buttons {
                if contract.state == .draft { ButtonForm(t(T.costs.issue), action: reader.link("\(contract.path)/issue"), hidden: reader.hidden) }
                LinkButton(t(T.costs.asPaper), href: reader.link("\(contract.path)/paper.pdf"), .quiet, icon: .print)
                if let cost = folder.cost { LinkButton(t(T.costs.toCost), href: reader.link(cost.path), .quiet) }
            }
            if contract.state == .draft { HTML::p { t(T.costs.issueHint) } }
            if contract.state == .issued { finishing(contract, form) }
            if contract.state == .draft {
                Disclosure(t(T.common.edit), isOpen: form.problem != nil) {
                    Form(action: reader.link(contract.path), hidden: reader.hidden, isGuarded: true, label: t(T.common.edit)) {
                        fields(form)
                        Buttons { Submit(t(T.common.save), .quiet) }
                    }
                }
            }
            if contract.state != .void { voiding(contract.path, T.costs.voidContract, form) }
        }
    }

    private func facts(_ folder: FeeContractFolder) -> some HTML {
        let contract = folder.contract
        return FeeContractFacts(reader: reader).facts(contract, folder.pay, hasRule: folder.hasRule, event: folder.event)
    }

    private func finishing(_ contract: FeeContract, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.costs.takeOver) }
            HTML::p { t(T.costs.takeOverHint) }
            Form(action: reader.link("\(contract.path)/done"), hidden: reader.hidden, label: t(T.costs.takeOver)) {
                form.day(T.costs.doneOn, "day")
                Buttons { Submit(t(T.costs.takeOver), .quiet) }
            }
        }
    }

    func voiding(_ path: String, _ title: Phrase, _ form: FilledForm) -> some HTML {
        Disclosure(t(title), isOpen: form.fault("reason") != nil) {
            Form(action: reader.link("\(path)/void"), hidden: reader.hidden, label: t(title)) {
                form.field(T.costs.reason, "reason", hint: T.costs.reasonHint).area(rows: 2)
                Buttons { Submit(t(title), .danger) }
            }
        }
    }
}
