import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Purses

/// Costs as a list, and one with all that can be done with it.
struct CostViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func chip(_ cost: Cost) -> Chip {
        let tone: Tone = switch cost.state {
        case .planned: .neutral
        case .reserved: .waiting
        case .spent: .good
        case .dropped: .bad
        }
        return Chip(tone, t(cost.state.name))
    }

    /// Doors of the room, on top of its lists.
    func doors(_ current: String) -> Tabs {
        Tabs(t(T.costs.title), [
            NavItem(t(T.costs.costs), href: reader.link("/staff/costs"), isCurrent: current == "costs"),
            NavItem(t(T.costs.contracts), href: reader.link("/staff/contracts"), isCurrent: current == "contracts"),
            NavItem(t(T.costs.orders), href: reader.link("/staff/travel"), isCurrent: current == "travel"),
            NavItem(t(T.costs.use), href: reader.link("/staff/purses/use"), isCurrent: current == "use"),
            NavItem(t(T.costs.rules), href: reader.link("/staff/costs/rules"), isCurrent: current == "rules"),
        ])
    }

    // MARK: The list

    func list(_ list: CostList) -> Screen {
        Screen(t(T.costs.title)) {
            Heading(t(T.costs.title), lead: t(T.costs.lead))
            doors("costs")
            Buttons { LinkButton(t(T.costs.addHouse), href: reader.link("/staff/costs/new")) }
            FilterChips(t(T.common.state), [NavItem(t(T.common.all), href: reader.here("state", nil), isCurrent: list.filter.state == nil)]
                + Cost.State.allCases.map { NavItem(t($0.name), href: reader.here("state", $0.rawValue), isCurrent: list.filter.state == $0) })
            FilterChips(t(T.costs.whose), [
                NavItem(t(T.common.all), href: reader.here("of", nil), isCurrent: !list.filter.isOfHouse),
                NavItem(t(T.costs.ofHouse), href: reader.here("of", "house"), isCurrent: list.filter.isOfHouse),
            ])
            if list.costs.isEmpty {
                EmptyState(t(T.costs.none), t(T.costs.noneText)) { Empty() }
            } else {
                DataTable(t(T.costs.title), rows: list.costs, columns: [
                    Column(t(T.costs.what), .name) { cost in a(.href(reader.link(cost.path))) { t.run(cost.draft.title) } },
                    Column(t(T.costs.ofWhat)) { cost in
                        if let event = cost.event.flatMap({ list.events[$0] }) {
                            a(.href(reader.link("/staff/events/\(event.id)/money"))) { t.run(event.title(in: t.language)) }
                        } else { t(T.costs.ofHouse) }
                    },
                    Column(t(T.costs.kind)) { cost in t(cost.draft.kind.name) },
                    Column(t(T.costs.planned), .number) { cost in t.money(cost.draft.planned); if cost.draft.isPerHead { " "; t(T.costs.each) } },
                    Column(t(T.costs.real), .number) { cost in cost.amount.map { t.money($0) } ?? "–" },
                    Column(t(T.costs.source)) { cost in if let name = list.name(of: cost.purse) { t.run(name) } else { "–" } },
                    Column(t(T.common.state)) { cost in chip(cost) },
                ], isCaptionHidden: true)
                list.paging.links(reader)
            }
        }
    }

    // MARK: A new one

    func new(_ event: Event?, _ form: FilledForm) -> Screen {
        Screen(t(T.costs.addCost), trail: trail(event)) {
            FormFaults(form)
            Heading(Run(t(event == nil ? T.costs.addHouse : T.costs.addCost)), kind: event.map { t.run($0.title(in: t.language)) })
            Form(action: reader.link("/staff/costs/new" + (event.map { "?event=\($0.id)" } ?? "")), hidden: reader.hidden, isGuarded: true) {
                fields(form, isOfEvent: event != nil)
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    private func trail(_ event: Event?) -> [Look.Link] {
        guard let event else { return [Look.Link(t(T.costs.title), href: reader.link("/staff/costs"))] }
        return [
            Look.Link(t.run(event.title(in: t.language)), href: reader.link("/staff/events/\(event.id)")),
            Look.Link(t(T.costs.money), href: reader.link("/staff/events/\(event.id)/money")),
        ]
    }

    @HTMLBuilder private func fields(_ form: FilledForm, isOfEvent: Bool) -> some HTML {
        form.field(T.costs.kind, "kind").select(Cost.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
        form.field(T.costs.what, "title").text()
        form.field(T.costs.planned, "planned", .short, hint: T.costs.plannedHint).text()
        if isOfEvent { form.field(T.costs.perHead, "perHead", isOptional: true).check(isOn: form.typed.has("perHead")) }
        form.field(T.costs.note, "note", isOptional: true).area(rows: 3)
    }

    // MARK: One

    func show(_ folder: CostFolder, _ form: FilledForm) -> Screen {
        let cost = folder.cost, title = t.run(cost.draft.title)
        return Screen(title.text, trail: trail(folder.event)) {
            FormFaults(form)
            Heading(title, kind: Run(t(cost.draft.kind.name)))
            HTML::p { chip(cost) }
            Facts {
                FactLine(t(T.costs.planned), t.money(cost.currency.money(cost.draft.sum(with: folder.heads))))
                if cost.draft.isPerHead {
                    FactLine(t(T.costs.perHead), t(T.costs.perHeadOf(count: folder.heads, one: .money(cost.draft.planned))))
                }
                if let amount = cost.amount { FactLine(t(T.costs.real), t.money(amount)) }
                if let day = cost.day { FactLine(t(T.costs.spentOn), t.day(day)) }
                if !cost.number.isEmpty { FactLine(t(T.costs.number), Run(cost.number)) }
                FactLine(t(T.costs.source), folder.purse.map { t.run($0.name) } ?? Run(t(T.costs.byFees)))
                if cost.held > 0 { FactLine(t(T.costs.held), t.money(cost.currency.money(cost.held))) }
                if !cost.draft.note.isEmpty { FactLine(t(T.costs.note), t.run(cost.draft.note)) }
            }
            links(folder)
            if cost.state == .planned { source(folder, form) }
            if cost.state == .planned || cost.state == .reserved { bill(cost, form) }
            if cost.state == .planned, !cost.isOfPaper {
                Disclosure(t(T.common.edit), isOpen: form.typed["of"] == "edit") {
                    Form(action: reader.link(cost.path), hidden: reader.hidden + [Hidden("of", "edit")], isGuarded: true, label: t(T.common.edit)) {
                        fields(form, isOfEvent: cost.event != nil)
                        Buttons { Submit(t(T.common.save), .quiet) }
                    }
                }
            }
            Buttons {
                if cost.state == .reserved { ButtonForm(t(T.costs.release), .quiet, action: reader.link("\(cost.path)/release"), hidden: reader.hidden) }
                if cost.state == .spent { ButtonForm(t(T.costs.takeBack), .quiet, action: reader.link("\(cost.path)/back"), hidden: reader.hidden) }
                if cost.state == .planned || cost.state == .reserved, !cost.isOfPaper {
                    ButtonForm(t(T.costs.drop), .danger, action: reader.link("\(cost.path)/drop"), hidden: reader.hidden)
                }
            }
        }
    }

    @HTMLBuilder private func links(_ folder: CostFolder) -> some HTML {
        if let contract = folder.contract { HTML::p { a(.href(reader.link(contract.path))) { t(T.costs.toContract) } } }
        if let travel = folder.cost.travel { HTML::p { a(.href(reader.link("/staff/travel/\(travel)"))) { t(T.costs.toTravel) } } }
        if let purse = folder.purse { HTML::p { a(.href(reader.link(purse.path))) { t(T.costs.toPurse) } } }
    }

    /// Which source pays it.
    @HTMLBuilder private func source(_ folder: CostFolder, _ form: FilledForm) -> some HTML {
        h2 { t(T.costs.fromSource) }
        if folder.usable.isEmpty {
            HTML::p { t(T.costs.noSources) }
        } else {
            Form(action: reader.link("\(folder.cost.path)/reserve"), hidden: reader.hidden, label: t(T.costs.fromSource)) {
                form.field(T.costs.source, "purse", hint: T.costs.sourceHint).select(
                    [Field.Choice("", t(T.common.choose))] + folder.usable.map { Field.Choice("\($0.id)", t.run($0.name)) })
                Buttons { Submit(t(T.costs.reserve), .quiet) }
            }
        }
    }

    private func bill(_ cost: Cost, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.costs.bill) }
            Form(action: reader.link("\(cost.path)/spend"), hidden: reader.hidden, isGuarded: true, label: t(T.costs.bill)) {
                FieldRow {
                    form.field(T.costs.amount, "amount", .short).text()
                    form.day(T.costs.spentOn, "day")
                }
                form.field(T.costs.number, "number", isOptional: true, most: TextLimit.label.rawValue).text()
                Buttons { Submit(t(T.costs.spend)) }
            }
        }
    }
}
