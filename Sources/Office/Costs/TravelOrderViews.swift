import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Travel orders as a list, and one with what it comes to.
struct TravelOrderViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func chip(_ order: TravelOrder) -> Chip {
        let tone: Tone = switch order.state {
        case .draft: .neutral
        case .issued: .waiting
        case .settled: .good
        case .void: .bad
        }
        return Chip(tone, t(order.state.name))
    }

    func line(_ order: TravelOrder, at path: String? = nil) -> PersonLine {
        let days = reader.centre.zone.day(of: order.draft.leaves)...reader.centre.zone.day(of: max(order.draft.leaves, order.draft.returns))
        return PersonLine(
            t.run(name: order.draft.name, t.language), href: reader.link(path ?? order.path),
            detail: [t.run(order.draft.place), Run(t.days(days))] + (order.number.isEmpty ? [] : [Run(order.number)]), state: chip(order))
    }

    func list(_ orders: [TravelOrder], _ state: TravelOrder.State?, _ paging: Paging) -> Screen {
        Screen(t(T.costs.orders)) {
            Heading(t(T.costs.orders), lead: t(T.costs.ordersLead))
            CostViews(reader: reader).doors("travel")
            Buttons { LinkButton(t(T.costs.addOrder), href: reader.link("/staff/travel/new")) }
            FilterChips(t(T.common.state), [NavItem(t(T.common.all), href: reader.here("state", nil), isCurrent: state == nil)]
                + TravelOrder.State.allCases.map { NavItem(t($0.name), href: reader.here("state", $0.rawValue), isCurrent: state == $0) })
            if orders.isEmpty {
                EmptyState(t(T.costs.noOrders), t(T.costs.noOrdersText)) { Empty() }
            } else {
                ForEach(orders) { line($0) }
                paging.links(reader)
            }
        }
    }

    func new(_ event: Event?, _ form: FilledForm) -> Screen {
        Screen(t(T.costs.addOrder), trail: trail(event)) {
            FormFaults(form)
            Heading(Run(t(T.costs.addOrder)), kind: event.map { t.run($0.title(in: t.language)) })
            Form(action: reader.link("/staff/travel/new" + (event.map { "?event=\($0.id)" } ?? "")), hidden: reader.hidden, isGuarded: true) {
                who(form)
                journey(form)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    private func trail(_ event: Event?) -> [Look.Link] {
        guard let event else { return [Look.Link(t(T.costs.orders), href: reader.link("/staff/travel"))] }
        return [
            Look.Link(t.run(event.title(in: t.language)), href: reader.link("/staff/events/\(event.id)")),
            Look.Link(t(T.costs.money), href: reader.link("/staff/events/\(event.id)/money")),
        ]
    }

    @HTMLBuilder private func who(_ form: FilledForm) -> some HTML {
        form.field(T.costs.traveller, "name").text()
        form.field(T.common.email, "email", hint: T.costs.emailHint, isOptional: true).email()
        form.field(T.costs.purpose, "title").text()
    }

    @HTMLBuilder private func journey(_ form: FilledForm) -> some HTML {
        form.field(T.costs.place, "place").text()
        FieldRow {
            form.day(T.costs.leaves, "leaves")
            form.field(T.costs.leavesAt, "leavesAt", .short).time()
        }
        FieldRow {
            form.day(T.costs.returns, "returns")
            form.field(T.costs.returnsAt, "returnsAt", .short).time()
        }
        form.field(T.costs.vehicle, "vehicle").select(TravelOrder.Vehicle.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
        FieldRow {
            form.field(T.costs.km, "km", .short, hint: T.costs.kmHint, isOptional: true).number()
            form.field(T.costs.tickets, "tickets", .short, hint: T.costs.ticketsHint, isOptional: true).text()
        }
    }

    func show(_ folder: TravelFolder, _ form: FilledForm) -> Screen {
        let order = folder.order
        return Screen(t(T.costs.order), trail: trail(folder.event)) {
            FormFaults(form)
            Heading(t.run(name: order.draft.name, t.language), kind: Run(t(T.costs.order)), lead: t.run(order.draft.title))
            HTML::p { chip(order) }
            if order.state == .void, !order.reason.isEmpty { Notice(.bad) { HTML::p { t.run(order.reason) } } }
            facts(folder)
            Buttons {
                if order.state == .draft { ButtonForm(t(T.costs.issue), action: reader.link("\(order.path)/issue"), hidden: reader.hidden) }
                if order.state == .issued, order.draft.returns <= reader.now {
                    ButtonForm(t(T.costs.settle), action: reader.link("\(order.path)/settle"), hidden: reader.hidden)
                }
                LinkButton(t(T.costs.asPaper), href: reader.link("\(order.path)/paper.pdf"), .quiet, icon: .print)
                if let cost = folder.cost { LinkButton(t(T.costs.toCost), href: reader.link(cost.path), .quiet) }
            }
            if order.state == .issued { HTML::p { t(T.costs.settleHint) } }
            if order.state == .draft || order.state == .issued {
                Disclosure(t(T.common.edit), isOpen: form.problem != nil) {
                    Form(action: reader.link(order.path), hidden: reader.hidden, isGuarded: true, label: t(T.common.edit)) {
                        who(form)
                        journey(form)
                        Buttons { Submit(t(T.common.save), .quiet) }
                    }
                }
                FeeContractViews(reader: reader).voiding(order.path, T.costs.voidOrder, form)
            }
        }
    }

    @HTMLBuilder func facts(_ folder: TravelFolder) -> some HTML {
        let order = folder.order, sums = order.sums(by: folder.rates)
        Facts {
            if let event = folder.event { FactLine(t(T.costs.ofWhat), t.run(event.title(in: t.language))) }
            FactLine(t(T.costs.place), t.run(order.draft.place))
            FactLine(t(T.costs.leaves), t.instant(order.draft.leaves))
            FactLine(t(T.costs.returns), t.instant(order.draft.returns))
            FactLine(t(T.costs.vehicle), t(order.draft.vehicle.name))
            if !order.number.isEmpty { FactLine(t(T.costs.number), Run(order.number)) }
            if let day = order.day { FactLine(t(T.costs.issuedOn), t.day(day)) }
            if let day = order.settledOn { FactLine(t(T.costs.settledOn), t.day(day)) }
        }
        DataTable(t(T.costs.reckoned), rows: [
            (t(T.costs.kmOf(count: order.draft.km)), sums.kilometres), (t(T.costs.allowance), sums.allowance), (t(T.costs.tickets), order.draft.tickets.minor),
        ], columns: [
            Column(t(T.costs.what), .name) { line in line.0 }, Column(t(T.costs.amount), .number) { line in t.money(order.currency.money(line.1)) },
        ], foot: [t(T.costs.together), t.money(order.currency.money(sums.together))])
        if folder.rates == TravelRates(kilometre: nil, allowances: []) { HTML::p(.class("small muted")) { t(T.costs.noRates) } }
    }
}
