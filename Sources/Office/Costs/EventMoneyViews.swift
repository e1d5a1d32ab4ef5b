import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Planning
import Purses

/// The money of one event.
struct EventMoneyViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ money: EventMoney, _ contracts: [FeeContract], _ orders: [TravelOrder], _ form: FilledForm) -> Screen {
        let title = t.run(money.event.title(in: t.language)), desk = "/staff/events/\(money.event.id)"
        return Screen(t(T.costs.money), trail: [
            Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(title, href: reader.link(desk)),
        ]) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.costs.money)))
            Figures(figures(money))
            if money.income.isElsewhere { Notice(.waiting) { HTML::p { t(T.costs.elsewhere) } } }
            if money.hasOtherCosts { Notice(.waiting) { HTML::p { t(T.costs.costsElsewhere) } } }
            h2 { t(T.costs.before) }
            plan(money)
            Disclosure(t(T.costs.reckoning), isOpen: form.problem != nil) { reckoning(money, form) }
            h2 { t(T.costs.costs) }
            costs(money)
            Buttons {
                LinkButton(t(T.costs.addCost), href: reader.link("/staff/costs/new?event=\(money.event.id)"), .quiet)
                LinkButton(t(T.costs.addOrder), href: reader.link("/staff/travel/new?event=\(money.event.id)"), .quiet)
            }
            papers(money, contracts, orders)
            if money.heads > 0 { after(money) }
        }
    }

    private func amount(_ minor: Int, _ money: EventMoney) -> String { t.money(money.currency.money(minor)) }

    private func figures(_ money: EventMoney) -> [Figures.Figure] {
        let even = money.breakEven, holds = even.holds(with: money.heads)
        return [
            .init(even.heads.map { t.number($0) } ?? "–", t(T.costs.breakEven), money.isReckoned && even.heads != nil ? (holds ? .good : .waiting) : .neutral),
            .init(t.number(money.heads), t(money.event.wasHeld ? T.costs.came : T.costs.seatsTaken)),
            .init(amount(money.real, money), t(T.costs.costsTogether)), .init(amount(money.income.owed, money), t(T.costs.incomeTogether)),
            .init(amount(money.balance, money), t(T.costs.balance), money.balance < 0 ? .waiting : .good),
        ]
    }

    // MARK: Before

    @HTMLBuilder private func plan(_ money: EventMoney) -> some HTML {
        let even = money.breakEven, calculation = money.calculation
        if !money.isReckoned {
            HTML::p { t(T.costs.notReckoned) }
        } else {
            Notice(even.heads == nil ? .waiting : .info) {
                HTML::p { t(even.said) }
                if case .from(_, let lacking) = even, !lacking.isEmpty {
                    HTML::p { t(T.costs.paysNotWith(count: lacking.count, numbers: .text(t.list(lacking.prefix(8).map { t.number($0) })))) }
                }
            }
            DataTable(t(T.costs.before), rows: money.shown, columns: [
                Column(t(T.costs.people), .name) { heads in t(T.costs.peopleCount(count: heads)) },
                Column(t(T.costs.paying), .number) { heads in t.number(calculation.paying(of: heads)) },
                Column(t(T.costs.income), .number) { heads in amount(calculation.income(with: heads), money) },
                Column(t(T.costs.costs), .number) { heads in amount(calculation.costs(with: heads), money) },
                Column(t(T.costs.balance), .number) { heads in amount(calculation.balance(with: heads), money) },
            ], isCaptionHidden: true)
        }
    }

    private func reckoning(_ money: EventMoney, _ form: FilledForm) -> some HTML {
        Form(action: reader.link("/staff/events/\(money.event.id)/money"), hidden: reader.hidden, isGuarded: true, label: t(T.costs.reckoning)) {
            form.field(T.costs.split, "split", hint: T.costs.splitHint, isOptional: true).select(
                [Field.Choice("", "–")] + money.splits.map { Field.Choice("\($0.id)", t.run($0.draft.name)) })
            FieldRow {
                form.field(T.costs.heads, "heads", .short).number()
                form.field(T.costs.freeEvery, "freeEvery", .short, hint: T.costs.freeEveryHint, isOptional: true).number()
            }
            FieldRow {
                form.field(T.costs.freePlaces, "freePlaces", .short, hint: T.costs.freePlacesHint, isOptional: true).number()
                form.field(T.costs.reduction, "reduction", .short, hint: T.costs.reductionHint, isOptional: true).number()
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    // MARK: Costs

    @HTMLBuilder private func costs(_ money: EventMoney) -> some HTML {
        if money.costs.isEmpty {
            HTML::p { t(T.costs.noCosts) }
        } else {
            let views = CostViews(reader: reader)
            DataTable(t(T.costs.costs), rows: money.costs, columns: [
                Column(t(T.costs.what), .name) { cost in a(.href(reader.link(cost.path))) { t.run(cost.draft.title) } },
                Column(t(T.costs.kind)) { cost in t(cost.draft.kind.name) },
                Column(t(T.costs.planned), .number) { cost in t.money(cost.currency.money(cost.draft.sum(with: money.settings.heads))) },
                Column(t(T.costs.real), .number) { cost in cost.amount.map { t.money($0) } ?? "–" },
                Column(t(T.costs.source)) { cost in
                    if let name = cost.purse.flatMap({ money.purses[$0] }) { t.run(name) } else { t(T.costs.byFees) }
                },
                Column(t(T.common.state)) { cost in views.chip(cost) },
            ], isCaptionHidden: true, foot: [t(T.costs.together), "", amount(money.planned, money), amount(money.spent, money), "", ""])
        }
    }

    @HTMLBuilder private func papers(_ money: EventMoney, _ contracts: [FeeContract], _ orders: [TravelOrder]) -> some HTML {
        h2 { t(T.costs.papers) }
        let contracted = Set(contracts.filter { $0.state != .void }.map(\.draft.name))
        let missing = money.event.plan.trainers.enumerated().filter { !contracted.contains($0.element.name) }
        if contracts.isEmpty, orders.isEmpty, missing.isEmpty { HTML::p { t(T.costs.noPapers) } }
        ForEach(contracts) { contract in FeeContractViews(reader: reader).line(contract) }
        ForEach(orders) { order in TravelOrderViews(reader: reader).line(order) }
        ForEach(Array(missing)) { place, trainer in
            PersonLine(t.run(name: trainer.name, money.event.plan.language), detail: [Run(t(T.costs.noContract))]) {
                LinkButton(
                    t(T.costs.addContract), href: reader.link("/staff/contracts/new?event=\(money.event.id)&trainer=\(place)"), .quiet)
            }
        }
        HTML::p { a(.href(reader.link("/staff/contracts/new?event=\(money.event.id)"))) { t(T.costs.addContract) } }
    }

    // MARK: After

    @HTMLBuilder private func after(_ money: EventMoney) -> some HTML {
        h2 { t(T.costs.after) }
        Facts {
            FactLine(t(T.costs.price), amount(money.income.price, money))
            if money.income.reduced > 0 { FactLine(t(T.costs.reduced), amount(-money.income.reduced, money)) }
            FactLine(t(T.costs.fees), amount(money.income.fees, money))
            FactLine(t(T.costs.paid), amount(money.income.paid, money))
            if money.income.open != 0 { FactLine(t(T.costs.open), amount(money.income.open, money)) }
            ForEach(money.income.purses.sorted { $0.key < $1.key }) { purse, sum in
                FactLine(t(T.costs.seatsFrom(purse: .title(money.purses[purse] ?? ""))), amount(sum, money))
            }
            ForEach(money.fromPurses) { purse in
                FactLine(t(T.costs.costsFrom(purse: .title(money.purses[purse.purse] ?? ""))), amount(purse.amount, money))
            }
            FactLine(t(T.costs.costsTogether), amount(money.real, money))
            FactLine(t(T.costs.balance), amount(money.balance, money))
        }
        if !money.isSettled { HTML::p(.class("small muted")) { t(T.costs.notSettled) } }
        if let split = money.split, money.income.owed > 0 {
            h2 { t(T.costs.whoGets) }
            HTML::p { t.run(split.draft.name); if !split.draft.days.article.isEmpty { " · "; t.run(split.draft.days.article) } }
            DataTable(t(T.costs.whoGets), rows: money.shares, columns: [
                Column(t(T.costs.role), .name) { share in t(share.part.role.name) },
                Column(t(T.costs.percent), .number) { share in "\(share.part.percent) %" },
                Column(t(T.costs.amount), .number) { share in amount(share.amount, money) },
            ], isCaptionHidden: true, foot: [t(T.costs.together), "100 %", amount(money.income.owed, money)])
        }
        free(money)
    }

    @HTMLBuilder private func free(_ money: EventMoney) -> some HTML {
        let place = money.freePlace
        h2 { t(T.costs.freeTitle) }
        if place.places == 0 {
            HTML::p { t(T.costs.freeNone) }
        } else {
            HTML::p { t(T.costs.freeCosts(count: place.places, one: .money(money.currency.money(place.cost)), together: .money(money.currency.money(place.together)))) }
            if !place.shares.isEmpty {
                DataTable(t(T.costs.freeWho), rows: place.shares, columns: [
                    Column(t(T.costs.freeWho), .name) { share in carrier(share.carrier, money) },
                    Column(t(T.costs.amount), .number) { share in amount(share.amount, money) },
                ], isCaptionHidden: true)
            }
        }
    }

    private func carrier(_ carrier: FreePlace.Carrier, _ money: EventMoney) -> Run {
        switch carrier {
        case .purse(let id): t.run(money.purses[Purse.ID(id)] ?? "")
        case .payers: Run(t(T.costs.byPayers))
        case .centre: Run(t(T.costs.byHouse))
        }
    }
}
